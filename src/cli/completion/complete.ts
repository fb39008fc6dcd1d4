/** What may stand in place of the last of some words, from the tables of commands and options. */
import type { Command } from "../command.ts";
import type { Names, Option, Options } from "../options.ts";

export interface Candidate {
  /** The whole word. */
  word: string;
  what: string;
}

/** Any file, or one of these words. */
type Completion = "files" | readonly Candidate[];

interface Known {
  monitor: Command;
  commands: readonly Command[];
  /** What values of this kind there are now. */
  names(kind: Names): readonly string[];
}

/** `words`: all after the program's name, the last is the one that is being written. */
export function complete(words: readonly string[], { monitor, commands, names }: Known): Completion {
  const last = words.at(-1) ?? "";
  const named = words.length > 1 ? commands.find(({ name }) => name === words[0]) : undefined;
  const command = named ?? monitor;
  const before = words.slice(named === undefined ? 0 : 1, -1);
  const { options } = command;

  const pending = optionWaiting(before, options);
  if (pending !== undefined) return values(pending, "", last, names);
  const equals = last.startsWith("--") ? last.indexOf("=") : -1;
  if (equals > 0) {
    const option = options[last.slice(2, equals)];
    if (option === undefined || option.type === "boolean") return [];
    return values(option, last.slice(0, equals + 1), last.slice(equals + 1), names);
  }
  if (last.startsWith("-") && !before.includes("--"))
    return starting(last, optionWords(options, before, last === "-"));
  if (words.length === 1)
    return starting(
      last,
      commands.map(({ name, summary }) => ({ word: name, what: summary })),
    );
  return operands(command, last, names);
}

const starting = (start: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ word }) => word.startsWith(start));

/** The option at the end of `words` that has no value yet. */
function optionWaiting(words: readonly string[], options: Options): Option | undefined {
  for (let i = 0; i < words.length; i++) {
    const option = lastOption(words[i]!, options);
    if (words[i] === "--") return undefined;
    if (option === undefined) continue;
    if (i === words.length - 1) return option;
    i++;
  }
  return undefined;
}

/** The option that takes the word after `word` as its value. */
function lastOption(word: string, options: Options): Option | undefined {
  if (word.startsWith("--")) {
    const option = word.includes("=") ? undefined : options[word.slice(2)];
    return option?.type === "string" ? option : undefined;
  }
  if (!/^-./.test(word)) return undefined;
  // Of several in one word the first that takes a value takes the rest of the word.
  for (let at = 1; at < word.length; at++) {
    const option = Object.values(options).find(({ alias }) => alias === word[at]);
    if (option?.type === "string") return at === word.length - 1 ? option : undefined;
  }
  return undefined;
}

function optionWords(options: Options, before: readonly string[], short: boolean): Candidate[] {
  return Object.entries(options).flatMap(([name, { alias, description = "", list }]) => {
    const given = before.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    if (given && !list) return [];
    const long = { word: `--${name}`, what: description };
    return short && typeof alias === "string" ? [long, { word: `-${alias}`, what: description }] : [long];
  });
}

function values(option: Option, prefix: string, value: string, names: Known["names"]): Completion {
  const { valueHint = "", list } = option;
  if (valueHint === "FILE" || valueHint === "CMD" || valueHint === "COMMAND") return "files";
  // What stands before the last comma stays; `!` excludes.
  const from = list ? value.lastIndexOf(",") + 1 : 0;
  const start = from + (value.startsWith("!", from) ? 1 : 0);
  const known = option.names === undefined ? alternatives(valueHint) : names(option.names);
  const given = value.slice(0, from).split(",");
  return starting(
    prefix + value,
    known
      .filter((name) => !given.includes(name))
      .map((name) => ({ word: prefix + value.slice(0, start) + name, what: "" })),
  );
}

/** Those words of `keep|delete|NAME` that stand for themselves. */
const alternatives = (hint: string): string[] =>
  hint.includes("|") ? hint.split("|").filter((word) => /^[a-z]/.test(word)) : [];

function operands({ operands }: Command, last: string, names: Known["names"]): Completion {
  switch (operands?.name) {
    case "FILE":
      return "files";
    case "OBJECT":
      return starting(
        last,
        names("objects").map((word) => ({ word, what: "" })),
      );
    case undefined:
      return [];
    default:
      return starting(
        last,
        (operands?.words ?? []).map((word) => ({ word, what: "" })),
      );
  }
}
