/** What README.md, docs/ and --help say: every link leads somewhere, every command shown is one that nlmon takes. */
import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Command } from "../src/cli/command.ts";
import { COMMANDS, monitor } from "../src/cli/commands.ts";
import { strict } from "../src/cli/strict.ts";
import { unmatched } from "../src/events/filter.ts";
import { TEXTS } from "./readme.ts";

const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");

const anchors = (path: string): string[] =>
  [...readFileSync(path, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading!));

test.each(TEXTS.map((path) => [basename(path), path]))("links of %s", (_, path) => {
  const dead = [...readFileSync(path!, "utf8").matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)].filter(
    ([, to, anchor]) => {
      if (/^https?:/.test(to!)) return false;
      const target = to === "" ? path! : join(dirname(path!), to!);
      return !existsSync(target) || (anchor !== undefined && !anchors(target).includes(anchor));
    },
  );
  expect(dead.map(([link]) => link)).toEqual([]);
});

/** The words of a command, up to where the shell's own syntax goes on. */
function words(line: string): string[] {
  const found: string[] = [];
  for (const [, quoted, double, plain, other] of line.matchAll(
    /\s*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\s'"|&;<>#()`]+)|(.))/g,
  )) {
    if (other !== undefined) break;
    found.push(quoted ?? double ?? plain!);
  }
  return found;
}

function commands(text: string): string[] {
  const blocks = [
    ...[...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, code]) => code!),
    ...[...text.matchAll(/^ {4}(.*)$/gm)].map(([, line]) => line!),
    ...[...text.matchAll(/`(nlmon [^`]*)`/g)].map(([, code]) => code!),
  ];
  return blocks
    .flatMap((block) => block.split("\n"))
    .flatMap((line) => [...line.matchAll(/(?:^|[\s(])nlmon( .*|$)/g)].map(([, rest]) => rest!));
}

/** Undefined: nlmon takes it. */
function fault(line: string): string | undefined {
  const [first = "", ...rest] = words(line);
  const named = COMMANDS.find(({ name }) => name === first);
  const command: Command = named ?? monitor;
  const argv = (named === undefined ? [first, ...rest] : rest).filter(
    (word) => word !== "" && word !== "...",
  );
  try {
    const { options } = strict(argv, command);
    const on = options.find((option) => option.startsWith("--on="));
    const names = on?.slice("--on=".length).split(",") ?? [];
    const wrong = unmatched(names.filter((name) => !name.startsWith("!")));
    return wrong.length === 0 ? undefined : `no event is called ${wrong.join(", ")}`;
  } catch (error) {
    // A mention of the command, without what it works on.
    return /^UsageError: \w+ is missing/.test(String(error)) ? undefined : String(error);
  }
}

const faults = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const wrong = fault(line);
    return wrong === undefined ? [] : [`nlmon${line}: ${wrong}`];
  });

test.each(TEXTS.map((path) => [basename(path), path]))("commands of %s", (_, path) => {
  const shown = commands(readFileSync(path!, "utf8"));
  expect(shown.length).toBeGreaterThan(0);
  expect(faults(shown)).toEqual([]);
});

test("examples of --help", () => {
  const shown = [monitor, ...COMMANDS].flatMap(({ examples }) => examples.map(([command]) => command));
  expect(faults(shown.flatMap((line) => commands(`\`${line.replaceAll("`", "")}\``)))).toEqual([]);
});
