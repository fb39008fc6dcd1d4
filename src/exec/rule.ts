/**
 * src/exec/: runs the user's programs for events. What lives here decides when a program runs and what it is told,
 * starts it and sees to its end; it neither reads the kernel nor knows where a rule was written down. Text from the
 * kernel goes into a program's environment and standard input, never into its command line.
 */

import type { FilterOptions } from "../events/filter.ts";
import type { ObjectName } from "../rtnetlink/objects.ts";

/** For which events to run what, and how. Times in ms. */
export interface Rule extends Omit<FilterOptions, "hide" | "objects"> {
  /** What it is called in messages. */
  readonly label: string;
  /** What has to be watched for it. */
  readonly objects: ReadonlySet<ObjectName>;
  /** Also the state found, event by event. */
  readonly snapshot: boolean;
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

/** How a rule is run where nothing is said. */
export const DEFAULTS = {
  env: {},
  debounce: 0,
  maxWait: 0,
  timeout: 30_000,
  retry: 0,
  onStart: false,
  each: false,
} as const satisfies Partial<Omit<Rule, "objects">>;

/** What a debounced rule waits at most where nothing is said: so many times its quiet time. */
export const MAX_WAIT_FACTOR = 5;

/** `update-dns.sh` for `DNS_TTL=60 /etc/nlmon/update-dns.sh --quiet`. */
export function labelOf(command: Rule["command"]): string {
  const first =
    typeof command === "string"
      ? /^\s*(?:\w+=\S*\s+)*([^\s'"$`|&;<>(){}=]+)(?=\s|$)/.exec(command)?.[1]
      : command[0];
  return first?.slice(first.lastIndexOf("/") + 1) || "hook";
}
