/** Which objects a program is interested in. */
import { Filter, unmatched } from "../events/filter.ts";
import { tableName } from "../rtnetlink/names.ts";
import { type ObjectName, SELECTORS } from "../rtnetlink/objects.ts";

export interface Selection {
  /** Names as in `--object`, or `all`; default: link, address. */
  objects?: readonly string[];
  /** Patterns of names; `!GLOB` excludes. */
  interfaces?: readonly string[];
  /** `inet`, `inet6`, `mpls`, `bridge`. */
  families?: readonly string[];
  /** Of addresses: `global`, `site`, `link`, `host`. */
  scopes?: readonly string[];
  /** Of routes, by name or number; default: main. `all`: every one. */
  tables?: readonly (string | number)[];
}

/** A RangeError names what is wrong. */
export function selectObjects({ objects = ["link", "address"] }: Selection): ReadonlySet<ObjectName> {
  const names = objects.flatMap((name) => {
    if (name === "all") return Object.values(SELECTORS).flat();
    if (!Object.hasOwn(SELECTORS, name)) throw new RangeError(`no object is called ${JSON.stringify(name)}`);
    return SELECTORS[name]!;
  });
  return new Set(names);
}

export function filterOf(
  selection: Selection,
  objects: ReadonlySet<ObjectName>,
  { on = [], all = false }: { on?: readonly string[]; all?: boolean },
): Filter {
  for (const glob of unmatched(on)) throw new RangeError(`no event is called ${JSON.stringify(glob)}`);
  const { interfaces = [], families, scopes, tables = ["main"] } = selection;
  return new Filter({
    objects,
    on,
    all,
    hide: [],
    interfaces,
    families: families && new Set(families),
    scopes: scopes && new Set(scopes),
    tables: tables.includes("all")
      ? undefined
      : new Set(tables.map((table) => (typeof table === "number" ? tableName(table) : table))),
  });
}
