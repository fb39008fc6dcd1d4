/** Which events are wanted. */

import type { Address } from "../rtnetlink/address.ts";
import { devicesIn } from "../rtnetlink/dev.ts";
import { OBJECT_NAMES, type ObjectName } from "../rtnetlink/objects.ts";
import { narrow } from "../state/addresses.ts";
import type { Change } from "../state/change.ts";
import { EVENTS, type EventName, isHidden } from "./event.ts";
import { Globs } from "./glob.ts";

export interface FilterOptions {
  /** Objects watched: `link`, `address`. */
  objects: ReadonlySet<string>;
  /** Event name globs; none: all but the hidden ones. */
  on: readonly string[];
  /** Hidden events too. */
  all: boolean;
  /** Names that are shown only when `on` asks for them, besides the hidden ones. */
  hide: readonly string[];
  /** Interface name globs, `!` excludes. */
  interfaces: readonly string[];
  families: ReadonlySet<string> | undefined;
  scopes: ReadonlySet<string> | undefined;
  /** Of routes, by name; undefined: all. */
  tables?: ReadonlySet<string> | undefined;
}

export class Filter {
  readonly #names: ReadonlySet<string>;
  readonly #interfaces: Globs;
  readonly #everyInterface: boolean;
  readonly #families: ReadonlySet<string> | undefined;
  readonly #scopes: ReadonlySet<string> | undefined;
  readonly #tables: ReadonlySet<string> | undefined;

  constructor(options: FilterOptions) {
    this.#names = names(options);
    this.#interfaces = new Globs(options.interfaces);
    this.#everyInterface = this.#interfaces.matchesAll;
    this.#families = options.families;
    this.#scopes = options.scopes;
    this.#tables = options.tables;
  }

  wantsName(event: EventName): boolean {
    return this.#names.has(event);
  }

  /** The change, or what is wanted of it; the event's name is asked for separately. undefined: nothing. */
  select(change: Change): Change | undefined {
    if (!this.wants(change)) return undefined;
    return change.object === "addresses" && this.#scopes !== undefined
      ? narrow(change, this.#scopes)
      : change;
  }

  /** By interface (also by the name it had), family and scope; the event's name is asked for separately. */
  wants(change: Change): boolean {
    if (!this.#everyInterface && !this.#wantsDev(change)) return false;
    if (change.object === "link") return true;
    const { family } = change.body as { family?: string };
    if (this.#families !== undefined && (family === undefined || !this.#families.has(family))) return false;
    switch (change.object as string) {
      case "address":
        return this.#scopes === undefined || this.#scopes.has((change.body as Address).scope);
      case "route":
        return this.#tables === undefined || this.#tables.has(tableOf(change.body));
      default:
        return true;
    }
  }

  /** The device of the object, or one that it names (the next hops of a route), is wanted. */
  #wantsDev(change: Change): boolean {
    const { dev, body, changed } = change;
    if (dev === undefined) return [...devicesIn(body)].some(({ names }) => this.#interfaces.matchAny(names));
    if (this.#interfaces.matchAny(dev.names)) return true;
    const before = change.object === "link" ? changed?.ifname?.[0] : undefined;
    return typeof before === "string" && this.#interfaces.match(before);
  }
}

const tableOf = (route: object): string => (route as { table: string }).table;

/** The names that pass: `--on` where given (it can also name hidden ones), else what is not hidden. */
function names({ objects, on, all, hide }: FilterOptions): ReadonlySet<string> {
  const wanted = new Globs(on);
  const asked = on.filter((glob) => !glob.startsWith("!"));
  return new Set(
    EVENTS.filter((name) => {
      const object = name.startsWith("addresses.") ? "address" : name.slice(0, name.indexOf("."));
      if (object !== "monitor" && object !== "netns" && !objects.has(object)) return false;
      if (on.length > 0 && !wanted.match(name)) return false;
      // A hidden event is shown when it is asked for by its own name or by --all.
      if (on.includes(name)) return true;
      return hide.includes(name) ? asked.length > 0 && new Globs(asked).match(name) : all || !isHidden(name);
    }),
  );
}

/** Globs that match no event at all, for the command line to refuse. */
export const unmatched = (on: readonly string[]): string[] =>
  on.filter((glob) => !EVENTS.some((name) => new Globs([glob.replace(/^!/, "")]).match(name)));

/** The objects that have to be watched for these events: those that are named, and `usual` for `*` and for none. */
export function objectsOf(on: readonly string[], usual: ReadonlySet<ObjectName>): ReadonlySet<ObjectName> {
  const asked = on.filter((glob) => !glob.startsWith("!"));
  const named = asked.filter((glob) => !glob.startsWith("*"));
  const objects = new Set<ObjectName>(named.length < asked.length || asked.length === 0 ? usual : []);
  for (const name of EVENTS) {
    if (named.length === 0 || !new Globs(named).match(name)) continue;
    const object = name.slice(0, name.indexOf("."));
    if (object === "addresses") objects.add("address");
    else if (OBJECT_NAMES.includes(object as ObjectName)) objects.add(object as ObjectName);
  }
  return objects.size > 0 ? objects : usual;
}
