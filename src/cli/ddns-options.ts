/** The options of `nlmon ddns`, checked. */
import { type ParsedArgs, parseArgs } from "citty";
import type { Family } from "../ddns/select.ts";
import { type Settings, settings } from "../ddns/settings.ts";
import { COMMON, DDNS } from "./options.ts";
import { UsageError } from "./usage-error.ts";
import { duration, list, oneOf, pause, whole } from "./values.ts";

export interface DdnsRun {
  /** What the options say; undefined: it is all in the file. */
  own: Settings | undefined;
  /** The file of further names. */
  config: string | undefined;
  once: boolean;
  check: boolean;
  explain: boolean;
  dryRun: boolean;
  /** undefined: nothing is remembered. */
  state: string | undefined;
}

/** Options that do not speak of a name. */
const APART = new Set([...Object.keys(COMMON), "config", "once", "check", "explain", "dry-run", "state"]);

/** Canonical arguments (see strict.ts); a UsageError names what is wrong. */
export function parseDdns(
  argv: string[],
  environment: Readonly<Record<string, string | undefined>>,
): DdnsRun {
  const args: ParsedArgs<typeof DDNS> = parseArgs(argv, DDNS);
  const { config } = args;
  if (args.name === undefined && config !== undefined)
    for (const name of Object.keys(DDNS))
      if (!APART.has(name) && args[name as keyof typeof DDNS])
        throw new UsageError(`--${name} belongs to a --name; for the names of --config it is said there`);
  const { STATE_DIRECTORY } = environment;
  return {
    own: args.name === undefined && config !== undefined ? undefined : parseSettings(args),
    config,
    once: args.once === true,
    check: args.check === true,
    explain: args.explain === true,
    dryRun: args["dry-run"] === true,
    state: args.state ?? (STATE_DIRECTORY === undefined ? undefined : `${STATE_DIRECTORY}/ddns.json`),
  };
}

function parseSettings(args: ParsedArgs<typeof DDNS>): Settings {
  const families: Family[] = [];
  if (args.inet) families.push("inet");
  if (args.inet6) families.push("inet6");
  const { address, ttl, "on-loss": onLoss } = args;
  const [quiet, longest, ...more] = list("--debounce", args.debounce);
  if (more.length > 0) throw new UsageError(`--debounce: ${args.debounce} has more than two times`);
  const result = settings({
    name: list("--name", args.name),
    zone: args.zone,
    server: list("--server", args.server),
    ttl: ttl === undefined ? undefined : whole("--ttl", ttl),
    "key-file": args["key-file"],
    "allow-md5": args["allow-md5"],
    via: args.via,
    interface: list("--interface", args.interface),
    family: families,
    address: address === undefined ? undefined : oneOf<"all" | "one">("--address", address, ["all", "one"]),
    prefix: list("--prefix", args.prefix),
    suffix: args.suffix,
    temporary: args.temporary,
    ula: args.ula,
    private: args.private,
    ptr: args.ptr,
    "on-loss":
      onLoss === undefined ? undefined : oneOf<"keep" | "delete">("--on-loss", onLoss, ["keep", "delete"]),
    debounce: quiet === undefined ? undefined : pause("--debounce", quiet),
    "max-wait": longest === undefined ? undefined : duration("--debounce", longest),
  });
  if (!("key" in result)) return result;
  throw new UsageError(`--${result.key === "max-wait" ? "debounce" : result.key}: ${result.problem}`);
}
