/** The state that a reader of nlmon's events arrives at, and what `ip` says, in a form that can be compared. */
import type { Json, Namespace } from "./namespace.ts";

/** Folds events in order: added and changed objects replace, removed ones go. */
export function fold(events: readonly Json[]): { links: Map<number, Json>; addresses: Map<string, Json> } {
  const links = new Map<number, Json>();
  const addresses = new Map<string, Json>();
  for (const event of events) {
    const ifindex = event.ifindex as number;
    const link = event.link as Json | undefined;
    const address = event.address as Json | undefined;
    const removed = String(event.event).endsWith(".removed");
    if (link !== undefined) {
      if (removed) links.delete(ifindex);
      else links.set(ifindex, link);
    }
    if (address !== undefined) {
      const key = addressKey(ifindex, address);
      if (removed) addresses.delete(key);
      else addresses.set(key, address);
    }
  }
  return { links, addresses };
}

/** As the kernel knows them: IPv6 by interface and address alone. */
const addressKey = (ifindex: number, { family, local, prefixlen, address }: Json): string =>
  family === "inet6" ? `${ifindex} ${local}` : `${ifindex} ${local}/${prefixlen} ${address ?? ""}`;

/** Keys that tick by themselves: they differ from one look to the next. */
const TICKING = new Set([
  "hello_timer",
  "tcn_timer",
  "topology_change_timer",
  "gc_timer",
  "hold_timer",
  "message_age_timer",
  "forward_delay_timer",
  "fdb_n_learned",
  "valid_life_time",
  "preferred_life_time",
]);

/** `a.b` -> value, without what ticks. */
export function flatten(object: Json, path = "", into: Json = {}): Json {
  for (const [key, value] of Object.entries(object)) {
    if (TICKING.has(key)) continue;
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      flatten(value as Json, `${path}${key}.`, into);
    // What ip adds of another device: the one below is down.
    else into[path + key] = key === "flags" ? (value as string[]).filter((flag) => flag !== "M-DOWN") : value;
  }
  return into;
}

/** Every key that ip has, with another value (or none) in ours: `key: ip's -> ours`. */
export function differences(theirs: Json, ours: Json | undefined): string[] {
  if (ours === undefined) return ["missing"];
  const have = flatten(ours);
  return Object.entries(flatten(theirs))
    .filter(([key, value]) => JSON.stringify(have[key]) !== JSON.stringify(value))
    .map(([key, value]) => `${key}: ${JSON.stringify(value)} -> ${JSON.stringify(have[key])}`);
}

/** Keys of ours that this version of ip does not have. */
export const additions = (theirs: Json, ours: Json): string[] =>
  Object.keys(flatten(ours)).filter((key) => !(key in flatten(theirs)));

/** All differences between the folded state and `ip -j -d link` and `ip -j -d addr`; none: equal. */
export async function compare(
  namespace: Pick<Namespace, "json">,
  events: readonly Json[],
): Promise<string[]> {
  const { links, addresses } = fold(events);
  const found: string[] = [];
  const ipLinks = await namespace.json("-d link show");
  for (const link of ipLinks)
    for (const difference of differences(link, links.get(link.ifindex as number)))
      found.push(`link ${link.ifname} ${difference}`);
  if (links.size !== ipLinks.length) found.push(`${links.size} links, ip has ${ipLinks.length}`);
  let count = 0;
  for (const link of await namespace.json("-d addr show"))
    for (const address of link.addr_info as Json[]) {
      count++;
      const key = addressKey(link.ifindex as number, address);
      for (const difference of differences(address, addresses.get(key)))
        found.push(`address ${key} ${difference}`);
    }
  if (addresses.size !== count) found.push(`${addresses.size} addresses, ip has ${count}`);
  return found;
}
