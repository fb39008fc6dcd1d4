/** What a command is to the parser, the help, the manual and the completions; its code is loaded when it runs. */
import type { Options } from "./options.ts";

export interface Command {
  /** Empty for the monitor, which is what nlmon does without a command. */
  readonly name: string;
  /** One line for lists of commands. */
  readonly summary: string;
  /** What follows `Usage:`. */
  readonly usage: string;
  /** What it does, in sentences of at most 80 columns. */
  readonly about: string;
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly options: Options;
  /** Words beside the options; absent: none. */
  readonly operands?: Operands;
  /** Sections after the options. */
  notes(): string;
  /** Runs it with canonical options (see strict.ts). */
  load(): Promise<(options: string[], operands: string[]) => void | Promise<void>>;
}

interface Operands {
  /** As in the usage: `OBJECT`, `FILE`. */
  readonly name: string;
  /** Which there are, where they are few. */
  readonly words?: readonly string[];
  readonly least: number;
  readonly most: number;
}
