/** Which objects a command is about: the options of SELECTION, checked. */
import { EVENTS } from "../events/event.ts";
import { unmatched } from "../events/filter.ts";
import { tableName, tableNames } from "../rtnetlink/names.ts";
import { nearest } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";
import { list, oneOf } from "./values.ts";

export interface Selection {
  interfaces: readonly string[];
  families: ReadonlySet<string> | undefined;
  scopes: ReadonlySet<string> | undefined;
  /** Route tables by name; undefined: all. */
  tables: ReadonlySet<string> | undefined;
}

/** What citty makes of SELECTION. */
interface SelectionArgs {
  interface?: string;
  inet?: boolean;
  inet6?: boolean;
  family?: string;
  scope?: string;
  table?: string;
}

export const FAMILIES = ["inet", "inet6", "mpls", "bridge"];
export const SCOPES = ["global", "site", "link", "host", "nowhere"];

export function parseSelection(args: SelectionArgs): Selection {
  const families = new Set(list("--family", args.family).map((name) => family("--family", name)));
  if (args.inet) families.add("inet");
  if (args.inet6) families.add("inet6");
  const scopes = list("--scope", args.scope).map((name) => scope("--scope", name));
  return {
    interfaces: list("--interface", args.interface),
    families: families.size > 0 ? families : undefined,
    scopes: scopes.length > 0 ? new Set(scopes) : undefined,
    tables: tables(list("--table", args.table).map((name) => table("--table", name))),
  };
}

export const family = (option: string, name: string): string => oneOf(option, name, FAMILIES);

export const scope = (option: string, name: string): string =>
  /^\d+$/.test(name) && Number(name) < 256 ? name : oneOf(option, name, SCOPES);

/** An event's name, or a pattern that one has. */
export function eventGlob(option: string, glob: string): string {
  if (unmatched([glob]).length === 0) return glob;
  const close = nearest(glob, EVENTS);
  const hint = close === undefined ? "nlmon --help lists the events" : `did you mean ${close}?`;
  throw new UsageError(`${option}: no event is called ${JSON.stringify(glob)}; ${hint}`);
}

/** Of routes: the main one where nothing is said, undefined for all. */
export function tables(names: readonly string[]): ReadonlySet<string> | undefined {
  if (names.includes("all")) return undefined;
  if (names.length === 0) return new Set(["main"]);
  return new Set(names);
}

/** By its name; a number is one as well. */
export const table = (option: string, name: string): string =>
  /^(0x[\da-f]+|\d+)$/i.test(name) && Number(name) <= 0xffff_ffff
    ? tableName(Number(name))
    : oneOf(option, name, [...new Set(["main", "local", "default", ...tableNames(), "all"])]);
