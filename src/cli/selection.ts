/** Which objects a command is about: the options of SELECTION, checked. */
import { tableName } from "../rtnetlink/names.ts";
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

const FAMILIES = ["inet", "inet6", "mpls", "bridge"];
const SCOPES = ["global", "site", "link", "host", "nowhere"];

export function parseSelection(args: SelectionArgs): Selection {
  const families = new Set(list("--family", args.family).map((name) => oneOf("--family", name, FAMILIES)));
  if (args.inet) families.add("inet");
  if (args.inet6) families.add("inet6");
  const scopes = list("--scope", args.scope).map((name) =>
    /^\d+$/.test(name) && Number(name) < 256 ? name : oneOf("--scope", name, SCOPES),
  );
  return {
    interfaces: list("--interface", args.interface),
    families: families.size > 0 ? families : undefined,
    scopes: scopes.length > 0 ? new Set(scopes) : undefined,
    tables: tables(list("--table", args.table)),
  };
}

function tables(names: readonly string[]): ReadonlySet<string> | undefined {
  if (names.includes("all")) return undefined;
  if (names.length === 0) return new Set(["main"]);
  return new Set(names.map((name) => (/^(0x[\da-f]+|\d+)$/i.test(name) ? tableName(Number(name)) : name)));
}
