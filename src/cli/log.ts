/** Diagnostics: `nlmon: warning: ...`, on standard error, never on standard output. */
import { type ConsolaInstance, createConsola } from "consola/core";
import { printable } from "../output/escape.ts";
import { print } from "./stdio.ts";

const WORDS: Readonly<Record<string, string>> = {
  warn: "warning: ",
  error: "",
  fatal: "",
  info: "",
  debug: "debug: ",
};

/** consola's levels: 0 errors, 1 and warnings, 3 and notes, 4 and details. */
export const log: ConsolaInstance = createConsola({
  level: 1,
  // Two equal warnings are two warnings.
  throttle: 0,
  reporters: [
    {
      log({ type, args }) {
        for (const line of args.map(String).join(" ").split("\n"))
          say(`nlmon: ${WORDS[type] ?? ""}${printable(line)}\n`);
      },
    },
  ],
});

/** A standard error that cannot be written (a full disk, a dead terminal) is no reason to stop. */
function say(text: string): void {
  try {
    print(2, text);
  } catch {
    // Nowhere to say it.
  }
}
