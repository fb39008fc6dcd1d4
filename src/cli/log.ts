/** Diagnostics: `nlmon: warning: ...`, or JSON, on standard error, never on standard output. */
import { type ConsolaInstance, createConsola, type LogType } from "consola/core";
import { printable, safeJson } from "../output/escape.ts";
import { print } from "./stdio.ts";

const WORDS: Readonly<Partial<Record<LogType, string>>> = { warn: "warning: ", debug: "debug: " };

/** What a program is told besides the message. */
export type Fields = Readonly<Record<string, unknown>>;

type LogFormat = "text" | "json";

let format: LogFormat = "text";
let writer: LogWriter = { write: (text) => print(2, text), finish() {} };

export function setLogFormat(to: LogFormat): void {
  format = to;
}

/** For what is told to people in other words than to programs. */
export const logFormat = (): LogFormat => format;

/** Takes the lines, instead of standard error itself. */
export interface LogWriter {
  write(text: string): void;
  /** Writes what still waits. */
  finish(): void;
}

export function setLogWriter(to: LogWriter): void {
  writer = to;
}

/** Before the program ends. */
export const endLog = (): void => writer.finish();

/** consola's levels: 0 errors, 1 and warnings, 3 and notes, 4 and details. */
export const log: ConsolaInstance = createConsola({
  level: 1,
  // Two equal warnings are two warnings.
  throttle: 0,
  reporters: [
    {
      log({ type, args, date }) {
        const [message, fields] = args as [unknown, Fields?];
        say(
          format === "json" ? json(type, date, String(message), fields) : text(type, String(message), fields),
        );
      },
    },
  ],
});

/** What is said of a program that was run is said under its name, as in `update-dns.sh[4711]: exit 0`. */
function text(type: LogType, message: string, fields: Fields = {}): string {
  const { hook, pid } = fields;
  const about = hook === undefined ? "" : `${hook}${pid === undefined ? "" : `[${pid}]`}: `;
  const lines = message.split("\n");
  return lines.map((line) => `nlmon: ${WORDS[type] ?? ""}${printable(about + line)}\n`).join("");
}

const json = (type: LogType, date: Date, message: string, fields?: Fields): string => {
  const level = type === "warn" ? "warning" : type === "fatal" ? "error" : type;
  return `${safeJson(JSON.stringify({ time: date.toISOString(), level, message, ...fields }))}\n`;
};

/** A standard error that cannot be written (a full disk, a dead terminal) is no reason to stop. */
function say(line: string): void {
  try {
    writer.write(line);
  } catch {
    // Nowhere to say it.
  }
}
