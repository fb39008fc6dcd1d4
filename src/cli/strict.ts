/**
 * citty takes unknown options for granted and keeps the last of repeated ones. This goes before it: every word is
 * checked against the table, and what is left for citty is `--name=value` and `--name`, each once.
 */

import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { nearest } from "./nearest.ts";
import type { Option, Options } from "./options.ts";
import { UsageError } from "./usage-error.ts";

const aliases = ({ alias }: Option): readonly string[] =>
  alias === undefined ? [] : typeof alias === "string" ? [alias] : alias;

/** Options, canonical, and operands; or a UsageError that names what is wrong. */
export function strict(
  argv: readonly string[],
  { name: command, options, operands }: Pick<Command, "name" | "options" | "operands">,
): { options: string[]; operands: string[] } {
  const words: string[] = [];
  const byAlias = new Map<string, string>();
  for (const [name, option] of Object.entries(options))
    for (const alias of aliases(option)) byAlias.set(alias, name);
  const given = new Map<string, string | true>();

  function set(name: string, shown: string, value: string | true): void {
    const before = given.get(name);
    if (before === undefined || before === value) given.set(name, value);
    else if (options[name]!.list) given.set(name, `${before},${value}`);
    else throw new UsageError(`${shown} is given twice: ${before} and ${value}`);
  }

  const isOption = (word: string): boolean =>
    word.startsWith("--")
      ? Object.hasOwn(options, word.slice(2).split("=")[0]!)
      : byAlias.has(word.slice(1, 2));

  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    const takeValue = (shown: string): string => {
      const next = argv[i + 1];
      if (next === undefined || (next.startsWith("-") && next.length > 1 && isOption(next)))
        throw new UsageError(`${shown} needs a value`);
      i++;
      return next;
    };
    if (word.startsWith("--") && word.length > 2) {
      const equals = word.indexOf("=");
      const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
      const option = Object.hasOwn(options, name) ? options[name] : undefined;
      if (option === undefined) throw unknown(`--${name}`, options);
      if (option.type === "boolean") {
        if (equals >= 0) throw new UsageError(`--${name} takes no value`);
        set(name, `--${name}`, true);
      } else set(name, `--${name}`, equals < 0 ? takeValue(`--${name}`) : word.slice(equals + 1));
    } else if (word.startsWith("-") && word.length > 1 && word !== "--") {
      for (let at = 1; at < word.length; at++) {
        const name = byAlias.get(word[at]!);
        if (name === undefined) throw unknown(`-${word[at]}`, options);
        if (options[name]!.type === "boolean") set(name, `-${word[at]}`, true);
        else {
          const rest = word.slice(at + 1);
          if (rest === "=") throw new UsageError(`-${word[at]} needs a value`);
          set(name, `-${word[at]}`, rest === "" ? takeValue(`-${word[at]}`) : rest.replace(/^=/, ""));
          break;
        }
      }
    } else if (word === "--") {
      words.push(...argv.slice(i + 1));
      break;
    } else if (operands === undefined) throw unexpected(word, command, options);
    else words.push(word);
  }
  const asksOnly = given.has("help") || given.has("version");
  if (operands === undefined && words.length > 0) throw unexpected(words[0]!, command, options);
  if (operands !== undefined && !asksOnly) {
    const { name, words: known = [], least, most } = operands;
    if (words[0] === "") throw new UsageError(`${name} is empty`);
    if (words.length < least)
      throw new UsageError(`${name} is missing${known.length > 0 ? `: ${known.join(", ")}` : ""}`);
    if (words.length > most) throw new UsageError(`unexpected argument ${JSON.stringify(words[most])}`);
  }
  return {
    options: [...given].map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`)),
    operands: words,
  };
}

function unknown(shown: string, options: Options): UsageError {
  const close = shown.startsWith("--") ? nearest(shown.slice(2), Object.keys(options)) : undefined;
  return new UsageError(`unknown option ${shown}${close === undefined ? "" : `; did you mean --${close}?`}`);
}

/** Of the monitor: a command misspelt, an option without its dashes, or an interface. */
function unexpected(word: string, command: string, options: Options): UsageError {
  const commands = COMMANDS.map(({ name }) => name);
  const close = command === "" ? nearest(word, commands) : undefined;
  const hint =
    close !== undefined
      ? `; did you mean nlmon ${close}?`
      : Object.hasOwn(options, word)
        ? `; did you mean --${word}?`
        : word === "" || command !== ""
          ? ""
          : `; to watch one interface: nlmon -i ${word}`;
  return new UsageError(`unexpected argument ${JSON.stringify(word)}${hint}`);
}
