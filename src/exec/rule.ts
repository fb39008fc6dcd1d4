/**
 * src/exec/: runs the user's programs for events. What lives here decides when a program runs and what it is told,
 * starts it and sees to its end; it neither reads the kernel nor knows where a rule was written down. Text from the
 * kernel goes into a program's environment and standard input, never into its command line.
 */

/** For which events to run what, and how. Times in ms. */
export interface Rule {
  /** What it is called in messages. */
  readonly label: string;
  /** Event name globs; none: every event that is not hidden. */
  readonly on: readonly string[];
  /** Interface name globs, `!` excludes. */
  readonly interfaces: readonly string[];
  readonly families: ReadonlySet<string> | undefined;
  readonly scopes: ReadonlySet<string> | undefined;
  /** Text for `/bin/sh -c`, or a program and its arguments. */
  readonly command: string | readonly string[];
  /** Added to the environment; an empty value removes. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs when nothing has come for so long, or when the first has waited for `maxWait`. */
  readonly debounce: number;
  readonly maxWait: number;
  readonly timeout: number;
  /** How often a run that failed is tried again. */
  readonly retry: number;
  /** Once for the state found at the start. */
  readonly onStart: boolean;
  /** Every event its own run, in order; else what comes during a run is one more run. */
  readonly each: boolean;
}

export const DEFAULTS = {
  on: [],
  interfaces: [],
  families: undefined,
  scopes: undefined,
  env: {},
  debounce: 0,
  maxWait: 0,
  timeout: 30_000,
  retry: 0,
  onStart: false,
  each: false,
} as const satisfies Omit<Rule, "label" | "command">;

/** What a debounced rule waits at most where nothing is said: so many times its quiet time. */
export const MAX_WAIT_FACTOR = 5;

/** `update-dns.sh` for `/etc/nlmon/update-dns.sh --quiet`. */
export function labelOf(command: Rule["command"]): string {
  const first =
    typeof command === "string" ? /^\s*([^\s'"$`|&;<>(){}]+)(?=\s|$)/.exec(command)?.[1] : command[0];
  return first?.slice(first.lastIndexOf("/") + 1) || "hook";
}
