/** nlmon(1), from the rows of commands and their options. */
import { version } from "../../../package.json";
import type { Command } from "../command.ts";
import { COMMANDS, monitor } from "../commands.ts";
import type { Option, Options } from "../options.ts";
import { takeApart } from "./notes.ts";
import { Page, sentence } from "./roff.ts";

/** `date`: of the page, 2026-11-28. */
export function commandPage(date: string): string {
  const page = new Page("nlmon", "1", date, `nlmon ${version}`, "User Commands");
  page.section("NAME").text("nlmon - say what changes in this host's network");
  page.section("SYNOPSIS").text(monitor.usage);
  for (const { usage } of COMMANDS) page.paragraph(usage);
  page.section("DESCRIPTION").text(monitor.about);
  page.paragraph("With a command it does something else:");
  for (const { name, summary } of COMMANDS) page.entry(name, sentence(summary));
  page.section("OPTIONS");
  options(page, monitor.options);
  notes(page, monitor);
  examples(page.section("EXAMPLES"), monitor);
  for (const command of COMMANDS) {
    page.section(`NLMON ${command.name.toUpperCase()}`).text(command.usage);
    page.paragraph(command.about);
    options(page, command.options, monitor.options);
    notes(page, command);
    examples(page.subsection("Examples"), command);
  }
  page.section("ENVIRONMENT");
  for (const [name, what] of ENVIRONMENT) page.entry(name, what);
  page.section("SEE ALSO").text("nlmon.toml(5), ip(8), ip-monitor(8), rtmon(8), rtnetlink(7), netlink(7)");
  return String(page);
}

const ENVIRONMENT = [
  ["NO_COLOR, TERM", "No colours when NO_COLOR is set and not empty, or TERM is dumb."],
  [
    "NOTIFY_SOCKET, WATCHDOG_USEC",
    "Set by systemd: it is told when nlmon is ready, reloads, stops, and that it is alive.",
  ],
  ["NLMON_DDNS_KEY", "The key of nlmon ddns, where --key-file does not name one."],
  ["TZ", "The time zone of the times in text."],
] as const;

/** By section. Those that the monitor has as well, word for word, are only named. */
function options(page: Page, options: Options, known: Options = {}): void {
  const sections = new Map<string, [string, Option][]>();
  const same: string[] = [];
  for (const [name, option] of Object.entries(options)) {
    if (known[name]?.description === option.description) same.push(`--${name}`);
    else sections.set(option.section, [...(sections.get(option.section) ?? []), [name, option]]);
  }
  for (const [section, list] of sections) {
    page.subsection(section);
    for (const [name, { alias, valueHint, description = "" }] of list) {
      const short = typeof alias === "string" ? `-${alias}, ` : "";
      page.entry(`${short}--${name}`, sentence(description), valueHint);
    }
  }
  if (same.length > 0) page.paragraph(`As above: ${same.join(", ")}.`);
}

function notes(page: Page, command: Command): void {
  for (const { heading, text, entries } of takeApart(command.notes())) {
    if (heading !== "") page.subsection(heading);
    if (heading === "") page.paragraph(text);
    else if (text !== "") page.text(text);
    for (const { term, what } of entries) page.entry(term, what);
  }
}

function examples(page: Page, { examples }: Command): void {
  for (const [command, what] of examples) page.entry(command, sentence(what));
}
