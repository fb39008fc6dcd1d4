/** What may stand in a table, as data: its keys, and how the value of each is read. */
import { nearest } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import type { Entry, Position, Problem, Table, Value } from "./document.ts";

/** Reads a value. What is wrong with it goes to `problems`; undefined then. */
export type Key<T> = (name: string, value: Value, problems: Problem[]) => T | undefined;

type Keys = Readonly<Record<string, Key<unknown>>>;

/** What is read of a table with these keys; what does not stand there is undefined. */
type Read<K extends Keys> = { [N in keyof K]?: K[N] extends Key<infer T> ? T : never };

const problem = (at: Position, message: string): Problem => ({ line: at.line, column: at.column, message });

/** Reads a table; `required` names the keys that it has to have. */
export function readTable<K extends Keys>(
  name: string,
  table: Table,
  keys: K,
  required: readonly (keyof K & string)[],
  problems: Problem[],
): Read<K> {
  const read: Record<string, unknown> = {};
  for (const [key, { key: at, value }] of table.entries) {
    const reader = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (reader === undefined) problems.push(unknown(at, `key ${key}`, key, Object.keys(keys)));
    else read[key] = reader(key, value, problems);
  }
  for (const key of required)
    if (!table.entries.has(key)) problems.push(problem(table, `${name} has no ${key}`));
  return read as Read<K>;
}

/** The tables of `[[name]]`. */
export function tablesOf(name: string, { value, key }: Entry, problems: Problem[]): Table[] {
  if (value.kind === "table") problems.push(problem(key, `write [[${name}]]: there can be several`));
  else if (value.kind !== "array") problems.push(problem(value, `${name} is no table; write [[${name}]]`));
  else
    return value.items.filter((item): item is Table => {
      if (item.kind !== "table")
        problems.push(problem(item, `${name} holds tables; this is ${article(item)}`));
      return item.kind === "table";
    });
  return [];
}

/** Something that has no business here, and what it may have been meant to be. */
export function unknown(at: Position, what: string, name: string, known: readonly string[]): Problem {
  const close = nearest(name, known);
  return problem(
    at,
    `unknown ${what}; ${close === undefined ? `known: ${known.join(", ")}` : `did you mean ${close}?`}`,
  );
}

const article = ({ kind }: Value): string =>
  kind === "integer" || kind === "array" ? `an ${kind}` : `a ${kind === "float" ? "number" : kind}`;

const expected = (name: string, what: string, value: Value): Problem =>
  problem(value, `${name} has to be ${what}, not ${article(value)}`);

/** `check` as the options of the command line are checked: with a UsageError. */
function checked<T>(
  name: string,
  text: string,
  at: Position,
  check: Check<T>,
  problems: Problem[],
): T | undefined {
  try {
    return check(name, text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(problem(at, error.message));
    return undefined;
  }
}

type Check<T> = (name: string, text: string) => T;

/** A text. */
export function text<T>(check: Check<T>, what = "a string"): Key<T> {
  return (name, value, problems) => {
    if (value.kind === "string") return checked(name, value.value, value, check, problems);
    problems.push(expected(name, what, value));
    return undefined;
  };
}

/** A text or a number, read like the value of an option: `"2s"`, `2`. */
export function textOrNumber<T>(check: Check<T>, what: string): Key<T> {
  return (name, value, problems) => {
    if (value.kind === "string" || value.kind === "integer" || value.kind === "float")
      return checked(name, String(value.value), value, check, problems);
    problems.push(expected(name, what, value));
    return undefined;
  };
}

/** Several texts; one may stand alone. */
export function texts<T>(check: Check<T>): Key<T[]> {
  const one = text(check, "a string, or an array of strings");
  return (name, value, problems) => {
    const items = value.kind === "array" ? value.items : [value];
    return items.map((item) => one(name, item, problems)).filter((item) => item !== undefined);
  };
}

export const flag: Key<boolean> = (name, value, problems) => {
  if (value.kind === "boolean") return value.value;
  problems.push(expected(name, "true or false", value));
  return undefined;
};

/** A table of texts under names that `check` has to accept. */
export function textTable(check: Check<string>): Key<Record<string, string>> {
  return (name, value, problems) => {
    if (value.kind !== "table") {
      problems.push(expected(name, "a table", value));
      return undefined;
    }
    const table: Record<string, string> = {};
    for (const [key, { key: at, value: item }] of value.entries) {
      checked(name, key, at, check, problems);
      if (item.kind === "string") table[key] = item.value;
      else problems.push(expected(key, "a string", item));
    }
    return table;
  };
}
