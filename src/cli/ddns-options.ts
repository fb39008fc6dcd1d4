/** The options of `nlmon ddns`, checked. */
import { type ParsedArgs, parseArgs } from "citty";
import type { Family } from "../ddns/select.ts";
import { contested, type Settings, settings } from "../ddns/settings.ts";
import { DDNS } from "./options.ts";
import { UsageError } from "./usage-error.ts";
import { duration, list, oneOf } from "./values.ts";

export interface DdnsRun {
  all: readonly Settings[];
  once: boolean;
  check: boolean;
  explain: boolean;
  dryRun: boolean;
  /** undefined: nothing is remembered. */
  state: string | undefined;
}

export function parseDdns(
  argv: string[],
  environment: Readonly<Record<string, string | undefined>>,
): DdnsRun {
  const args: ParsedArgs<typeof DDNS> = parseArgs(argv, DDNS);
  const families: Family[] = [];
  if (args.inet) families.push("inet");
  if (args.inet6) families.push("inet6");
  const one = settings({
    name: list("--name", args.name),
    zone: args.zone,
    server: list("--server", args.server),
    ttl: args.ttl === undefined ? undefined : Number(args.ttl === "" ? Number.NaN : args.ttl),
    "key-file": args["key-file"],
    "allow-md5": args["allow-md5"],
    interface: list("--interface", args.interface),
    family: families,
    address:
      args.address === undefined
        ? undefined
        : oneOf<"all" | "one">("--address", args.address, ["all", "one"]),
    prefix: list("--prefix", args.prefix),
    suffix: args.suffix,
    temporary: args.temporary,
    ula: args.ula,
    private: args.private,
    ptr: args.ptr,
    via: args.via,
    "on-loss":
      args["on-loss"] === undefined
        ? undefined
        : oneOf<"keep" | "delete">("--on-loss", args["on-loss"], ["keep", "delete"]),
    debounce: args.debounce === undefined ? undefined : debounce(args.debounce),
  });
  if ("key" in one) throw new UsageError(`--${one.key}: ${one.problem}`);
  const all = [one];
  const name = contested(all);
  if (name !== undefined) throw new UsageError(`${name} is there twice, with different addresses`);
  const { STATE_DIRECTORY } = environment;
  return {
    all,
    once: args.once === true,
    check: args.check === true,
    explain: args.explain === true,
    dryRun: args["dry-run"] === true,
    state: args.state ?? (STATE_DIRECTORY === undefined ? undefined : `${STATE_DIRECTORY}/ddns.json`),
  };
}

/** `2s`, `2s,10s`. 0 is allowed here: at once. */
function debounce(value: string): [number, number] {
  const parts = list("--debounce", value).map((part) => (part === "0" ? 0 : duration("--debounce", part)));
  if (parts.length > 2) throw new UsageError(`--debounce: ${JSON.stringify(value)}: write DUR or DUR,MAX`);
  const [quiet = 0, cap = 5 * quiet] = parts;
  return [quiet, cap];
}
