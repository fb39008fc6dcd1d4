/** `--help` of a command, from its row and its options. */
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { Option } from "./options.ts";

const WIDTH = 24;

function line(name: string, option: Option): string {
  const alias = typeof option.alias === "string" ? `-${option.alias}, ` : "    ";
  const head = `  ${alias}--${name}${option.valueHint === undefined ? "" : ` ${option.valueHint}`}`;
  return entry(head, WIDTH + 4, option.description ?? "");
}

/** `head`, and what it means from column `width` on. */
const entry = (head: string, width: number, what: string): string =>
  `${head}${head.length + 2 > width ? `\n${" ".repeat(width)}` : " ".repeat(width - head.length)}${what}\n`;

export function help(command: Command): string {
  let text = `Usage: ${command.usage}\n`;
  if (command.name === "") text += "       nlmon COMMAND [options]\n";
  text += `\n${command.about}\n\nExamples:\n`;
  for (const [example, what] of command.examples) text += entry(`  ${example}`, 40, what);
  if (command.name === "") {
    text += "\nCommands (nlmon COMMAND --help says more):\n";
    for (const { name, summary } of COMMANDS) text += entry(`  ${name}`, 14, summary);
  }
  const sections = new Map<string, string>();
  for (const [name, option] of Object.entries(command.options))
    sections.set(option.section, (sections.get(option.section) ?? "") + line(name, option));
  for (const [section, lines] of sections) text += `\n${section}:\n${lines}`;
  return `${text}\n${command.notes()}`;
}
