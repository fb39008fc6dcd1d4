/** `[[ddns]]`: names that follow addresses, for `nlmon ddns`. */
import type { Family } from "../../ddns/select.ts";
import { type RawSettings, type Settings, settings } from "../../ddns/settings.ts";
import { duration, oneOf, pause, whole } from "../values.ts";
import type { Problem, Table } from "./document.ts";
import { flag, readTable, text, textOrNumber, texts } from "./schema.ts";

const any = (_name: string, value: string): string => value;

const KEYS = {
  name: texts(any),
  zone: text(any),
  server: texts(any),
  ttl: textOrNumber(whole, "a number of seconds"),
  key_file: text(any),
  allow_md5: flag,
  via: text(any),
  interface: texts(any),
  family: texts((name, value) => oneOf<Family>(name, value, ["inet", "inet6"])),
  address: text((name, value) => oneOf<"all" | "one">(name, value, ["all", "one"])),
  prefix: texts(any),
  suffix: text(any),
  temporary: flag,
  ula: flag,
  private: flag,
  ptr: flag,
  on_loss: text((name, value) => oneOf<"keep" | "delete">(name, value, ["keep", "delete"])),
  debounce: textOrNumber(pause, 'a time like "2s"'),
  max_wait: textOrNumber(duration, 'a time like "10s"'),
};

export const DDNS_KEYS = Object.keys(KEYS);

/** Words that are written otherwise on the command line. */
const WORDS: Readonly<Partial<Record<keyof RawSettings, keyof typeof KEYS>>> = {
  "key-file": "key_file",
  "allow-md5": "allow_md5",
  "on-loss": "on_loss",
  "max-wait": "max_wait",
};

/** undefined: something is wrong with it. */
export function readDdns(table: Table, problems: Problem[]): Settings | undefined {
  const before = problems.length;
  const {
    key_file,
    allow_md5,
    on_loss,
    max_wait,
    name = [],
    ...same
  } = readTable("this ddns", table, KEYS, ["name"], problems);
  if (problems.length > before) return undefined;
  const result = settings({
    ...same,
    name,
    "key-file": key_file,
    "allow-md5": allow_md5,
    "on-loss": on_loss,
    "max-wait": max_wait,
  });
  if (!("key" in result)) return result;
  const word = WORDS[result.key] ?? result.key;
  const { line, column } = table.entries.get(word)?.value ?? table;
  problems.push({ line, column, message: `${word}: ${result.problem}` });
  return undefined;
}
