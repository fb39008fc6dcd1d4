/**
 * IPv6 routes to one prefix with one metric through several gateways. The kernel keeps each as a route of its own, a
 * sibling with its own protocol, lifetime and metrics, and shows them as one with several nexthops: the properties
 * are those of the first.
 */

import type { Route } from "../rtnetlink/route.ts";
import type { Nexthop } from "../rtnetlink/route-nexthops.ts";
import { same } from "./diff.ts";

export interface Sibling {
  /** As it looks alone. */
  route: Route;
  hop: Nexthop;
}

/** Keys that the only nexthop of a route has in the route itself; they stand before `table`. */
const OF_HOP = ["encap", "gateway", "via", "dev"] as const;

/** rt6_duplicate_nexthop of the kernel. */
export const sameHop = (a: Pick<Nexthop, "gateway" | "encap"> & { dev?: unknown }, b: typeof a): boolean =>
  a.gateway === b.gateway && a.dev === b.dev && (a.encap === b.encap || same(a.encap, b.encap));

/** One for each nexthop. Which properties are whose, the message does not tell: they are taken for those of all. */
export const split = (route: Route): Sibling[] =>
  route.nexthops === undefined
    ? [{ route, hop: hopOf(route) }]
    : route.nexthops.map((hop) => ({ route: alone(route, hop), hop }));

export function join(siblings: readonly Sibling[]): Route {
  const [first] = siblings as [Sibling];
  return siblings.length === 1 ? first.route : together(first.route, siblings);
}

/**
 * A notification shows all siblings, from the one on that it is about. What is known of the others stays, and so does
 * their order, which is that of a circle: it begins with the first that was there before.
 */
export function merge(known: readonly Sibling[], route: Route): Sibling[] {
  const told = split(route);
  const siblings = told.map(({ route, hop }) => {
    const before = known.find((sibling) => sameHop(sibling.hop, hop));
    return { route: before === undefined ? route : { ...before.route, flags: hop.flags }, hop };
  });
  const first = known.find(({ hop }) => told.some((sibling) => sameHop(sibling.hop, hop)));
  const from = first === undefined ? 0 : told.findIndex(({ hop }) => sameHop(hop, first.hop));
  return [...siblings.slice(from), ...siblings.slice(0, from)];
}

const hopOf = ({ encap, gateway, via, dev, flags }: Route): Nexthop =>
  ({
    ...(encap && { encap }),
    ...(gateway !== undefined && { gateway }),
    ...(via && { via }),
    dev,
    weight: 1,
    flags,
  }) as Nexthop;

function alone({ nexthops: _nexthops, ...route }: Route, hop: Nexthop): Route {
  const keys = Object.keys(route);
  const before = keys.slice(0, keys.indexOf("table"));
  const body: Record<string, unknown> = {};
  for (const key of before) body[key] = route[key as keyof typeof route];
  for (const key of OF_HOP) if (hop[key] !== undefined) body[key] = hop[key];
  return { ...body, ...route, flags: hop.flags } as Route;
}

function together(route: Route, siblings: readonly Sibling[]): Route {
  const body: Record<string, unknown> = { ...route, flags: [] };
  for (const key of OF_HOP) delete body[key];
  body.nexthops = siblings.map(({ hop }) => hop);
  return body as unknown as Route;
}
