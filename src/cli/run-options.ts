/** The options of a run of the monitor, checked. */
import { type ParsedArgs, parseArgs } from "citty";
import { objectsOf } from "../events/filter.ts";
import { type ObjectName, SELECTORS } from "../rtnetlink/objects.ts";
import { MONITOR } from "./options.ts";
import { eventGlob, parseSelection, type Selection } from "./selection.ts";
import { UsageError } from "./usage-error.ts";
import { count, duration, list, oneOf, size } from "./values.ts";

export interface Run extends Selection {
  format: "text" | "json";
  raw: boolean;
  objects: ReadonlySet<ObjectName>;
  on: readonly string[];
  all: boolean;
  snapshot: boolean;
  /** Say at the end what there was. */
  summary: boolean;
  count: number;
  timeout: number | undefined;
  rcvbuf: number | undefined;
  verbose: boolean;
  /** Names, paths and patterns of network namespaces; none: the own one. */
  netns: readonly string[];
  /** Also the namespaces that have an id there. */
  allNsid: boolean;
}

/** Canonical arguments (see strict.ts) as a run; a UsageError names what is wrong. */
export const parseRun = (argv: string[]): Run => runOf(parseArgs(argv, MONITOR));

/** The same, of a command that has some of these options among its own. */
export function runOf(args: Partial<ParsedArgs<typeof MONITOR>>): Run {
  const on = list("--on", args.on).map((glob) => eventGlob("--on", glob));
  if (args.raw && (on.length > 0 || args.all || args.scope !== undefined || args.table !== undefined))
    throw new UsageError(
      "--raw shows messages, not events: --on, --all, --scope and --table do not go with it",
    );
  if (args.raw && args.summary)
    throw new UsageError("--raw shows messages, not events: --summary does not go with it");
  return {
    format: oneOf("--format", args.format ?? "text", ["text", "json"]),
    raw: args.raw === true,
    objects: objects(list("--object", args.object), on),
    ...parseSelection(args),
    on,
    all: args.all === true,
    snapshot: args.snapshot === true,
    summary: args.summary === true,
    count: args.count === undefined ? Number.POSITIVE_INFINITY : count("--count", args.count),
    timeout: args.timeout === undefined ? undefined : duration("--timeout", args.timeout),
    rcvbuf: args.rcvbuf === undefined ? undefined : size("--rcvbuf", args.rcvbuf),
    allNsid: args["all-nsid"] === true,
    netns: list("--netns", args.netns),
    verbose: args.verbose === true,
  };
}

const USUAL = new Set<ObjectName>(["link", "address"]);

function objects(names: readonly string[], on: readonly string[]): ReadonlySet<ObjectName> {
  const all = Object.keys(SELECTORS);
  if (names.length === 0) return objectsOf(on, USUAL);
  if (names.includes("all")) return new Set(Object.values(SELECTORS).flat());
  return new Set(names.flatMap((name) => SELECTORS[oneOf("--object", name, all)]!));
}
