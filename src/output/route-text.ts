/** A route in words, as ip writes it. */

import type { Route } from "../rtnetlink/route.ts";
import type { Nexthop } from "../rtnetlink/route-nexthops.ts";
import type { Words } from "./words.ts";

export const routeWords: Words<Route> = {
  word: "route",
  title: (body) => words(which(body)),
  summary: (body) => words([...which(body), ...leads(body), ...about(body)]),
};

const words = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(" ");

/** A type other than unicast stands before the prefix, what else the kernel looks it up by behind. */
const which = ({ type, dst, from, tos, table, metric }: Route): (string | false | undefined)[] => [
  type !== "unicast" && type,
  dst,
  from && `from ${from}`,
  tos && `tos ${tos}`,
  table !== "main" && table && `table ${table}`,
  metric !== undefined && `metric ${metric}`,
];

/** Where to: of one nexthop or of each. */
const leads = (body: Route): (string | false | undefined)[] => [
  body.nhid !== undefined && `nhid ${body.nhid}`,
  hop(body),
  body.nexthops?.map((each) => words([hop(each), `dev ${each.dev}`, ...each.flags])).join(", "),
];

const hop = ({ encap, to, gateway, via }: Pick<Nexthop, "encap" | "to" | "gateway" | "via">): string =>
  words([
    encap && `encap ${encap.encap_type}`,
    to && `as to ${to}`,
    gateway && `via ${gateway}`,
    via && `via ${via.family} ${via.host}`,
  ]);

const about = ({ protocol, scope, prefsrc, flags, pref, expires }: Route): (string | false | undefined)[] => [
  protocol && `proto ${protocol}`,
  scope !== "global" && scope && `scope ${scope}`,
  prefsrc && `src ${prefsrc}`,
  ...flags,
  pref !== undefined && pref !== "medium" && `pref ${pref}`,
  expires !== undefined && `expires ${expires}s`,
];
