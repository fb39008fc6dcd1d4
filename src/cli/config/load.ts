/** Reads the file of --config, whole; what is wrong with it is said with line and column. */
import { accessSync, constants } from "node:fs";
import { shownName } from "../../ddns/name.ts";
import { contested, type Settings } from "../../ddns/settings.ts";
import type { Rule } from "../../exec/rule.ts";
import { fileProblem, readRegular } from "../../output/file-problem.ts";
import { ConfigError } from "../usage-error.ts";
import { readDdns } from "./ddns.ts";
import { type Problem, parseDocument, type Table } from "./document.ts";
import { readRule } from "./rule.ts";
import { tablesOf, unknown } from "./schema.ts";

export interface Config {
  rules: Rule[];
  ddns: Settings[];
  /** Not wrong, but likely not meant. */
  warnings: string[];
}

/** The tables there are, and where what is read of them goes. */
const TABLES: Readonly<Record<string, (table: Table, config: Config, problems: Problem[]) => void>> = {
  rule(table, { rules, warnings }, problems) {
    const rule = readRule(table, problems);
    if (rule === undefined) return;
    rules.push(rule);
    const missing = notExecutable(rule.command);
    if (missing !== undefined) warnings.push(`${table.line}:${table.column}: ${missing}`);
  },
  ddns(table, { ddns }, problems) {
    const settings = readDdns(table, problems);
    if (settings === undefined) return;
    ddns.push(settings);
    const name = contested(ddns);
    if (name === undefined) return;
    const { line, column } = table.entries.get("name")!.value;
    problems.push({ line, column, message: `${shownName(name)} has a table of its own already` });
    ddns.pop();
  },
};

/** A ConfigError says all that is wrong, a line each. */
export function loadConfig(path: string): Config {
  const document = parseDocument(read(path));
  if ("message" in document) throw wrong(path, [document]);
  const config: Config = { rules: [], ddns: [], warnings: [] };
  const problems: Problem[] = [];
  for (const [name, entry] of document.entries) {
    const take = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
    if (take === undefined) problems.push(unknown(entry.key, `table ${name}`, name, Object.keys(TABLES)));
    else for (const table of tablesOf(name, entry, problems)) take(table, config, problems);
  }
  if (problems.length > 0) throw wrong(path, problems);
  return { ...config, warnings: config.warnings.map((warning) => `${path}:${warning}`) };
}

function read(path: string): string {
  let data: Uint8Array;
  try {
    data = readRegular(path);
  } catch (error) {
    throw new ConfigError(fileProblem(path, error));
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    throw new ConfigError(`${path}: not UTF-8`);
  }
}

const wrong = (path: string, problems: Problem[]): ConfigError =>
  new ConfigError(
    problems
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`)
      .join("\n"),
  );

/** What keeps a program that is named by its path from being run, as far as that can be seen. */
function notExecutable(command: Rule["command"]): string | undefined {
  const program = typeof command === "string" ? /^\s*(\/[\w./+-]+)(?=\s|$)/.exec(command)?.[1] : command[0];
  if (program === undefined || !program.includes("/")) return undefined;
  try {
    accessSync(program, constants.X_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `${program}: ${code === "ENOENT" ? "no such file" : "not executable"}`;
  }
}
