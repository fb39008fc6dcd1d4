/** `nlmon --help`, from the table of options. */
import type { Option } from "./options.ts";
import { MONITOR } from "./options.ts";

const INTRO = `Usage: nlmon [options]

Says what changes in this host's network: interfaces and addresses, old value and new.
Runs until Ctrl-C; needs no privileges.

Examples:
  nlmon                               what happens, a line each
  nlmon -s                            first what is there, then what happens
  nlmon -f json | jq .event           for programs: one JSON object a line
  nlmon -i eth0 --on link.up,link.down
  nlmon -i eth0 --on addresses.changed -4 -c 1 -t 30s   wait for an address to come or go (exit 124: none did)
  nlmon --raw                         the kernel's messages themselves
`;

const OUTRO = `
Events: link.added removed up down renamed changed [unchanged]
        address.added usable changed deprecated failed removed [refreshed unchanged]
        addresses.changed (in JSON, or when --on names it)
        monitor.ready overflow resynced          [...]: only with --all or by name

Signs:  + added   - removed   ^ up, usable   v down, deprecated   ~ changed   ! trouble   = is there

Exit:   0 fine (also Ctrl-C and a closed reader), 1 failed, 2 wrong usage,
        124 --timeout passed before --count events, 143 SIGTERM
`;

const WIDTH = 24;

function line(name: string, option: Option): string {
  const alias = typeof option.alias === "string" ? `-${option.alias}, ` : "    ";
  const head = `  ${alias}--${name}${option.valueHint === undefined ? "" : ` ${option.valueHint}`}`;
  const gap =
    head.length + 2 > WIDTH + 4 ? `\n${" ".repeat(WIDTH + 4)}` : " ".repeat(WIDTH + 4 - head.length);
  return `${head}${gap}${option.description}\n`;
}

export function help(): string {
  const sections = new Map<string, string>();
  for (const [name, option] of Object.entries<Option>(MONITOR))
    sections.set(option.section, (sections.get(option.section) ?? "") + line(name, option));
  let text = INTRO;
  for (const [section, lines] of sections) text += `\n${section}:\n${lines}`;
  return text + OUTRO;
}
