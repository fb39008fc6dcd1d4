/** nlmon.toml(5): the keys of each table, explained by the options that they stand for. */
import { version } from "../../../package.json";
import { DDNS_KEYS } from "../config/ddns.ts";
import { RULE_KEYS } from "../config/rule.ts";
import { DDNS, MONITOR, type Options } from "../options.ts";
import { Page, sentence } from "./roff.ts";

/** What the options do not say, or say otherwise. */
const RULE: Readonly<Record<string, string>> = {
  name: "what the rule is called in messages (default: the name of its program)",
  exec: "what to run: a string for /bin/sh, or an array of a program and its arguments; the only key that has to be",
  env: "a table of variables for its environment",
  debounce: "when nothing has come for this time: a string (2s) or a number of seconds; default 0: at once",
  max_wait: "run after this time even if more keeps coming (default: 5 times debounce)",
  on: "only events with these names; * and ? as in the shell, ! excludes (default: those of link and address)",
};

const DDNS_OTHERWISE: Readonly<Record<string, string>> = {
  max_wait: "update after this time even if more keeps coming",
  debounce: "when nothing has changed for this time (default 2s)",
  name: "names that follow the addresses; the only key that has to be",
  family: "inet, inet6, or both (default)",
  key_file:
    "TSIG key: BIND's form, Knot's, or alg:name:secret (default: $NLMON_DDNS_KEY, else systemd's credential ddns-key)",
};

/** `example`: the file that comes with nlmon. */
export function configPage(date: string, example: string): string {
  const page = new Page("nlmon.toml", "5", date, `nlmon ${version}`, "File Formats");
  page
    .section("NAME")
    .text("nlmon.toml - what nlmon --config runs, and the names that nlmon ddns --config keeps");
  page
    .section("SYNOPSIS")
    .text("nlmon --config /etc/nlmon/nlmon.toml")
    .paragraph("nlmon ddns --config /etc/nlmon/ddns.toml");
  page.section("DESCRIPTION").text(
    `A TOML file of any number of tables: [[rule]] says what to run for which events, [[ddns]] which names in the DNS
follow which addresses. nlmon --config FILE --check says whether it
is right, and where it is not, with line and column; SIGHUP has it read again, and a file that is wrong then changes
nothing. What a command finds in its environment and on its standard input is told in nlmon(1).`,
  );
  keys(page, "[[rule]]", RULE_KEYS, RULE, (key) => described(MONITOR, `exec-${key}`, key));
  keys(page, "[[ddns]]", DDNS_KEYS, DDNS_OTHERWISE, (key) => described(DDNS, key));
  page.paragraph("Tables of ddns are for nlmon ddns --config FILE; other commands pass over them.");
  page.section("EXAMPLES").verbatim(example.trimEnd().split("\n"));
  page.section("SEE ALSO").text("nlmon(1), sh(1), systemd.service(5)");
  return String(page);
}

function keys(
  page: Page,
  heading: string,
  names: readonly string[],
  otherwise: Readonly<Record<string, string>>,
  describe: (key: string) => string | undefined,
): void {
  page.section(heading);
  for (const name of names) {
    const what = otherwise[name] ?? describe(name);
    if (what === undefined) throw new Error(`${heading}: nothing is said of ${name}`);
    page.entry(name, sentence(what));
  }
}

/** By the first of these options that there is. */
function described(options: Options, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const option = options[key.replaceAll("_", "-")];
    if (option !== undefined) return option.description;
  }
  return undefined;
}
