/** --exec and what belongs to it, as a rule. */
import { type ParsedArgs, parseArgs } from "citty";
import { DEFAULTS, labelOf, MAX_WAIT_FACTOR, type Rule } from "../exec/rule.ts";
import { EXEC, MONITOR } from "./options.ts";
import type { Run } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";
import { duration, list, pause, whole } from "./values.ts";

export interface Actions {
  /** For every event that passes the filters of the command line. */
  exec: Rule | undefined;
  /** The file of further rules. */
  config: string | undefined;
  /** Only to check that file. */
  check: boolean;
}

/** Canonical arguments (see strict.ts); a UsageError names what is wrong. */
export const parseActions = (argv: string[], run: Run): Actions => actionsOf(parseArgs(argv, MONITOR), run);

type Args = Partial<ParsedArgs<typeof MONITOR>>;

/** The same, of a command that has some of these options among its own. */
export function actionsOf(args: Args, run: Run): Actions {
  const { config, check } = args;
  if (run.raw && (args.exec !== undefined || config !== undefined))
    throw new UsageError("--raw shows messages, not events: --exec and --config do not go with it");
  if (check && config === undefined) throw new UsageError("--check needs --config");
  return { exec: parseExec(args, run), config, check: check === true };
}

function parseExec(args: Args, run: Run): Rule | undefined {
  const { exec } = args;
  const debounce = parseDebounce(args["exec-debounce"]);
  if (exec === undefined) {
    for (const name of Object.keys(EXEC))
      if (name.startsWith("exec-") && args[name as keyof typeof EXEC])
        throw new UsageError(`--${name} needs --exec`);
    return undefined;
  }
  if (exec.trim() === "") throw new UsageError("--exec: the command is empty");
  const each = args["exec-each"] === true;
  if (each && debounce.debounce > 0)
    throw new UsageError("--exec-each and --exec-debounce contradict each other: what waits becomes one run");
  const { objects, on, all, snapshot, interfaces, families, scopes, tables } = run;
  return {
    ...DEFAULTS,
    ...debounce,
    label: labelOf(exec),
    command: exec,
    objects,
    on,
    all,
    snapshot,
    interfaces,
    families,
    scopes,
    tables,
    timeout:
      args["exec-timeout"] === undefined
        ? DEFAULTS.timeout
        : duration("--exec-timeout", args["exec-timeout"]),
    retry: args["exec-retry"] === undefined ? DEFAULTS.retry : whole("--exec-retry", args["exec-retry"]),
    onStart: args["exec-on-start"] === true,
    each,
  };
}

function parseDebounce(value: string | undefined): Pick<Rule, "debounce" | "maxWait"> {
  const option = "--exec-debounce";
  const [quiet = "0", longest, ...more] = list(option, value);
  if (more.length > 0) throw new UsageError(`${option}: ${value} has more than two times; write DUR[,MAX]`);
  const debounce = pause(option, quiet);
  const maxWait = longest === undefined ? debounce * MAX_WAIT_FACTOR : duration(option, longest);
  if (maxWait < debounce) throw new UsageError(`${option}: ${longest} is shorter than ${quiet}`);
  return { debounce, maxWait };
}
