/** `[[rule]]`: what to run for which events. */
import { objectsOf } from "../../events/filter.ts";
import { DEFAULTS, labelOf, MAX_WAIT_FACTOR, type Rule } from "../../exec/rule.ts";
import type { ObjectName } from "../../rtnetlink/objects.ts";
import { eventGlob, family, scope, table, tables } from "../selection.ts";
import { UsageError } from "../usage-error.ts";
import { duration, pause, whole } from "../values.ts";
import type { Problem, Table } from "./document.ts";
import { flag, type Key, readTable, text, textOrNumber, texts, textTable } from "./schema.ts";

const any = (_name: string, value: string): string => value;

const noNul = (name: string, value: string): string => {
  if (value.includes("\0")) throw new UsageError(`${name}: a NUL character cannot be passed on`);
  return value;
};

const notEmpty = (name: string, value: string): string => {
  if (value.trim() === "") throw new UsageError(`${name} is empty`);
  return noNul(name, value);
};

/** A text for the shell, or a program and its arguments. */
const command: Key<Rule["command"]> = (name, value, problems) => {
  if (value.kind !== "array")
    return text(notEmpty, "a command, or an array of a program and its arguments")(name, value, problems);
  const words = texts(noNul)(name, value, problems);
  if (words?.[0]) return words;
  problems.push({ line: value.line, column: value.column, message: `${name} names no program` });
  return undefined;
};

const variable = (name: string, value: string): string => {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value))
    throw new UsageError(`${name}: ${JSON.stringify(value)} cannot be the name of a variable`);
  return value;
};

const KEYS = {
  name: text(notEmpty),
  on: texts(eventGlob),
  interface: texts(any),
  family: texts(family),
  scope: texts(scope),
  table: texts(table),
  exec: command,
  env: textTable(variable),
  debounce: textOrNumber(pause, 'a time like "2s"'),
  max_wait: textOrNumber(duration, 'a time like "10s"'),
  timeout: textOrNumber(duration, 'a time like "30s"'),
  retry: textOrNumber(whole, "a number"),
  on_start: flag,
  each: flag,
};

export const RULE_KEYS = Object.keys(KEYS);

/** Objects that a rule is about when it names no event. */
const OBJECTS = new Set<ObjectName>(["link", "address"]);

/** undefined: something is wrong with it. */
export function readRule(table: Table, problems: Problem[]): Rule | undefined {
  const before = problems.length;
  const read = readTable("this rule", table, KEYS, ["exec"], problems);
  const wrong = (key: string, message: string) => {
    const { line, column } = table.entries.get(key)!.key;
    problems.push({ line, column, message });
  };
  const { debounce = DEFAULTS.debounce, each = DEFAULTS.each } = read;
  if (each && debounce > 0)
    wrong("each", "each and debounce contradict each other: what waits becomes one run");
  if (read.max_wait !== undefined && !(debounce > 0))
    wrong("max_wait", "max_wait says how long debounce may take, and there is none");
  if (read.max_wait !== undefined && read.max_wait < debounce)
    wrong("max_wait", "max_wait is shorter than debounce");
  if (problems.length > before) return undefined;
  const on = read.on ?? [];
  return {
    ...DEFAULTS,
    label: read.name ?? labelOf(read.exec!),
    command: read.exec!,
    objects: objectsOf(on, OBJECTS),
    on,
    all: false,
    snapshot: false,
    interfaces: read.interface ?? [],
    families: setOf(read.family),
    scopes: setOf(read.scope),
    tables: tables(read.table ?? []),
    env: read.env ?? DEFAULTS.env,
    debounce,
    maxWait: read.max_wait ?? debounce * MAX_WAIT_FACTOR,
    timeout: read.timeout ?? DEFAULTS.timeout,
    retry: read.retry ?? DEFAULTS.retry,
    onStart: read.on_start ?? DEFAULTS.onStart,
    each,
  };
}

const setOf = (names: readonly string[] | undefined): ReadonlySet<string> | undefined =>
  names === undefined || names.length === 0 ? undefined : new Set(names);
