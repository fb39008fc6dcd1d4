/**
 * The routes of one network namespace. The kernel looks a route up by table, prefix, TOS and metric, and lets several
 * have all of these in common; what a notification does to them stands in its flags (fib_table_insert,
 * fib6_add_rt2node):
 *
 * - IPv4: routes with one key are in an order, and each differs from the others in type, protocol, scope, preferred
 *   source, metrics or nexthops. NLM_F_REPLACE puts one in the place of the first, NLM_F_APPEND at the end, neither
 *   of them before the first. NLM_F_EXCL: there was none.
 * - IPv6: those through a gateway are siblings and shown as one; each of the others (through a device, through a
 *   nexthop object, learned from a router) is for itself. NLM_F_REPLACE puts one in the place of the first of its
 *   sort, or of the first at all.
 * - MPLS: one a label.
 */
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "../netlink/nlmsg.ts";
import type { Reading } from "../rtnetlink/object.ts";
import { type Route, route } from "../rtnetlink/route.ts";
import type { Nexthop } from "../rtnetlink/route-nexthops.ts";
import type { Change, Changed, Origin } from "./change.ts";
import { diff, same } from "./diff.ts";
import { join, merge, type Sibling, sameHop, split } from "./route-siblings.ts";
import type { Store } from "./store.ts";

type Entry = Reading<Route>;
/** Usually one. */
type Slot = Entry | Entry[];

export class Routes implements Store {
  readonly slots = new Map<string, Slot>();
  /** Of routes that several notifications made, what each of their nexthops brought. */
  readonly #siblings = new WeakMap<Route, readonly Sibling[]>();

  *values(): Generator<Entry> {
    for (const slot of this.slots.values())
      if (Array.isArray(slot)) yield* slot;
      else yield slot;
  }

  has({ key, body }: Reading): boolean {
    const slot = this.slots.get(key);
    return slot !== undefined && identical(Array.isArray(slot) ? slot : [slot], body as Route) >= 0;
  }

  set(reading: Reading, flags: number, origin: Origin): Change | undefined {
    const entry = reading as Entry;
    const { body, key } = entry;
    if (body.cloned) return undefined;
    const slot = this.slots.get(key);
    if (slot === undefined) {
      this.slots.set(key, entry);
      return change("added", entry, origin);
    }
    const entries = Array.isArray(slot) ? slot : [slot];
    const dumped = origin !== "kernel";
    const index = dumped ? identical(entries, body) : replaces(entries, body, flags);
    if (index < 0) {
      if (dumped || first(body, flags) === false) entries.push(entry);
      else entries.unshift(entry);
      this.slots.set(key, entries);
      return change("added", entry, origin);
    }
    const before = entries[index]!;
    const after = dumped || (flags & NLM_F_REPLACE) !== 0 ? entry : this.#merged(before, entry);
    // A dump of all has them in order: the last one read belongs at the end.
    if (entries.length > 1 && (origin === "snapshot" || origin === "resync")) {
      entries.splice(index, 1);
      entries.push(after);
    } else this.#replace(key, entries, index, after);
    return replaced(before, after, origin);
  }

  delete({ body, key }: Reading, origin: Origin): Change | undefined {
    const gone = body as Route;
    const slot = this.slots.get(key);
    if (slot === undefined || gone.cloned) return undefined;
    if (!Array.isArray(slot) && slot.body.nexthops === undefined) {
      if (!takes(gone, slot.body)) return undefined;
      this.slots.delete(key);
      return change("removed", slot, origin);
    }
    const entries = Array.isArray(slot) ? slot : [slot];
    const index = entries.findIndex((entry) => takes(gone, entry.body));
    if (index < 0) return undefined;
    const before = entries[index]!;
    const rest = this.#without(before.body, gone);
    if (rest.length > 0) {
      const after = this.#joined(key, rest);
      this.#replace(key, entries, index, after);
      return replaced(before, after, origin);
    }
    this.#remove(key, entries, index);
    return change("removed", before, origin);
  }

  *removals(
    dump: readonly Reading[],
    origin: Origin,
    within?: (reading: Reading) => boolean,
  ): Generator<Change> {
    const present = new Map<string, Entry[]>();
    for (const reading of dump as readonly Entry[]) {
      const list = present.get(reading.key);
      if (list === undefined) present.set(reading.key, [reading]);
      else list.push(reading);
    }
    for (const entry of [...this.values()]) {
      if (within?.(entry) === false) continue;
      const { key } = entry;
      if (identical(present.get(key) ?? NONE, entry.body) >= 0) continue;
      const slot = this.slots.get(key)!;
      const entries = Array.isArray(slot) ? slot : [slot];
      this.#remove(key, entries, entries.indexOf(entry));
      yield change("removed", entry, origin);
    }
  }

  /** What a notification shows of the nexthops that a route has now, and what is known of those before. */
  #merged({ body, key }: Entry, entry: Entry): Entry {
    if (entry.body.family !== "inet6" || entry.body.nexthops === undefined || !isGroup(entry.body))
      return entry;
    return this.#joined(key, merge(this.#siblingsOf(body), entry.body));
  }

  /** The siblings that are left without those of `gone`. */
  #without(body: Route, gone: Route): readonly Sibling[] {
    if (body.family !== "inet6" || body.nexthops === undefined || !isGroup(body)) return [];
    const hops: readonly Hop[] = gone.nexthops ?? [gone];
    return this.#siblingsOf(body).filter(({ hop }) => !hops.some((each) => sameHop(each, hop)));
  }

  #siblingsOf = (body: Route): readonly Sibling[] => this.#siblings.get(body) ?? split(body);

  #joined(key: string, siblings: readonly Sibling[]): Entry {
    const body = join(siblings);
    this.#siblings.set(body, siblings);
    return { dev: body.dev, body, key };
  }

  #replace(key: string, entries: Entry[], index: number, entry: Entry): void {
    entries[index] = entry;
    if (entries.length === 1) this.slots.set(key, entry);
  }

  #remove(key: string, entries: Entry[], index: number): void {
    entries.splice(index, 1);
    if (entries.length === 0) this.slots.delete(key);
    else this.slots.set(key, entries.length === 1 ? entries[0]! : entries);
  }
}

const NONE: readonly Entry[] = [];

const change = (verb: string, { dev, body, key }: Entry, origin: Origin): Change =>
  ({ object: "route", verb, dev, body, key, origin }) as Change;

function replaced(before: Entry, after: Entry, origin: Origin): Change {
  const changed: Changed | undefined = diff(before.body, after.body, route.ticking);
  if (changed === undefined) return change("unchanged", after, origin);
  return { ...change("replaced", after, origin), changed };
}

type Hop = Pick<Nexthop, "gateway" | "encap"> & { dev?: unknown };

/** IPv6 routes that become siblings of one another: through a gateway, and not learned from a router. */
const isGroup = ({ nhid, nexthops, gateway, protocol }: Route): boolean =>
  nhid === undefined && (nexthops !== undefined || (gateway !== undefined && protocol !== "ra"));

/** Where in `entries` what is the same for the kernel stands; -1: nowhere. */
function identical(entries: readonly Entry[], body: Route): number {
  switch (body.family) {
    case "inet":
      return entries.findIndex((entry) => sameInet(entry.body, body));
    case "inet6":
      return entries.findIndex((entry) => sameInet6(entry.body, body));
    default:
      return entries.length - 1;
  }
}

/** Which of `entries` a notification is about; -1: of none, it is one more. */
function replaces(entries: readonly Entry[], body: Route, flags: number): number {
  const replace = (flags & NLM_F_REPLACE) !== 0;
  const index =
    replace && body.family === "inet6"
      ? entries.findIndex((entry) => updates(entry.body, body))
      : identical(entries, body);
  if (replace && index < 0 && body.family === "inet6") {
    const group = isGroup(body);
    return Math.max(
      0,
      entries.findIndex((entry) => isGroup(entry.body) === group),
    );
  }
  // With NLM_F_EXCL there was none: what stands here went without a word.
  return index < 0 && (flags & (NLM_F_REPLACE | NLM_F_EXCL)) !== 0 ? 0 : index;
}

/** A nexthop object has changed, and the kernel tells it, with NLM_F_REPLACE, of each route that uses it. */
const updates = (before: Route, after: Route): boolean =>
  after.nhid !== undefined &&
  before.nhid === after.nhid &&
  before.protocol === after.protocol &&
  before.pref === after.pref &&
  same(before.metrics, after.metrics);

/** Whether a notification that `gone` is gone takes this route away, or some of its nexthops. */
function takes(gone: Route, route: Route): boolean {
  if (gone.family !== "inet6") return gone.family !== "inet" || sameInet(route, gone);
  if (gone.nhid !== undefined || route.nhid !== undefined) return route.nhid === gone.nhid;
  const hop: Hop = gone.nexthops === undefined ? gone : gone.nexthops[0]!;
  return route.nexthops === undefined
    ? sameHop(route, hop)
    : route.nexthops.some((each) => sameHop(each, hop));
}

/** Whether it goes before the others: the kernel puts an IPv4 route there that is created and not appended. */
const first = ({ family }: Route, flags: number): boolean =>
  family === "inet" && (flags & NLM_F_CREATE) !== 0 && (flags & NLM_F_APPEND) === 0;

/** fib_find_info of the kernel: a route differs from another in what does not change by itself. */
function sameInet(a: Route, b: Route): boolean {
  return (
    a.nhid === b.nhid &&
    typeOf(a) === typeOf(b) &&
    a.protocol === b.protocol &&
    a.scope === b.scope &&
    a.prefsrc === b.prefsrc &&
    (a.metrics === b.metrics || same(a.metrics, b.metrics)) &&
    (a.nhid !== undefined || sameHops(a, b))
  );
}

/** A route through a nexthop object shows as blackhole as long as the object is one. */
const typeOf = ({ nhid, type }: Route): string =>
  nhid !== undefined && type === "blackhole" ? "unicast" : type;

function sameHops(a: Route, b: Route): boolean {
  if (a.nexthops === undefined || b.nexthops === undefined)
    return a.nexthops === b.nexthops && sameNexthop(a as Nexthop, b as Nexthop);
  const { nexthops } = b;
  return (
    a.nexthops.length === nexthops.length &&
    a.nexthops.every((hop, index) => sameNexthop(hop, nexthops[index]!))
  );
}

/** nh_comp of the kernel. */
const sameNexthop = (a: Nexthop, b: Nexthop): boolean =>
  a.gateway === b.gateway &&
  a.dev === b.dev &&
  a.weight === b.weight &&
  (a.via === b.via || same(a.via, b.via)) &&
  (a.flow === b.flow || same(a.flow, b.flow)) &&
  (a.encap === b.encap || same(a.encap, b.encap)) &&
  isOnlink(a) === isOnlink(b);

const isOnlink = ({ flags }: Nexthop): boolean => flags.length > 0 && flags.includes("onlink");

function sameInet6(a: Route, b: Route): boolean {
  if (a.nhid !== undefined || b.nhid !== undefined) return a.nhid === b.nhid;
  const group = isGroup(a);
  if (group && isGroup(b)) return true;
  // One of two that were learned from routers has become several: they were none.
  if (a.nexthops !== undefined) return a.nexthops.some((hop) => sameHop(hop, b));
  if (b.nexthops !== undefined) return b.nexthops.some((hop) => sameHop(hop, a));
  return !group && !isGroup(b) && sameHop(a, b);
}
