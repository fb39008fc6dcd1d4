/** A route in words, as ip writes it. */

import type { Route } from "../rtnetlink/route.ts";
import type { Nexthop } from "../rtnetlink/route-nexthops.ts";
import type { Changed } from "../state/change.ts";
import { describeChanged } from "./changed-text.ts";
import type { Words } from "./words.ts";

type Part = string | false | undefined;

export const routeWords: Words<Route> = {
  word: "route",
  title: (body) => words(which(body)),
  summary: (body) => words([...which(body), ...leads(body), ...about(body)]),
  differences,
};

const words = (parts: readonly Part[]): string => parts.filter(Boolean).join(" ");

/** A type other than unicast stands before the prefix, what else the kernel looks it up by behind. */
const which = ({ type, dst, from, tos, table, metric }: Route): Part[] => [
  type !== "unicast" && type,
  dst,
  from && `from ${from}`,
  tos && `tos ${tos}`,
  table !== "main" && table && `table ${table}`,
  metric !== undefined && `metric ${metric}`,
];

/** Where to: of one nexthop or of each. */
const leads = (body: Route): Part[] => [
  body.nhid !== undefined && `nhid ${body.nhid}`,
  hop(body),
  body.nexthops?.map((each) => words([hop(each), `dev ${each.dev}`, weight(each), ...each.flags])).join(", "),
];

const hop = ({ encap, to, gateway, via }: Pick<Nexthop, "encap" | "to" | "gateway" | "via">): string =>
  words([
    encap && `encap ${encap.encap_type}`,
    to && `as to ${to}`,
    gateway && `via ${gateway}`,
    via && `via ${via.family} ${via.host}`,
  ]);

const weight = ({ weight }: Nexthop): Part => weight !== undefined && weight !== 1 && `weight ${weight}`;

const about = ({ protocol, scope, prefsrc, flags, pref, expires }: Route): Part[] => [
  protocol && `proto ${protocol}`,
  scope !== "global" && scope && `scope ${scope}`,
  prefsrc && `src ${prefsrc}`,
  ...flags,
  pref !== undefined && pref !== "medium" && `pref ${pref}`,
  expires !== undefined && `expires ${expires}s`,
];

/** Fields that together say where a route leads. */
const LEADS = ["nhid", "encap", "to", "gateway", "via", "dev", "nexthops"] as const;

/** `via 192.0.2.1 -> via 192.0.2.2`, and what else differs. */
function differences(body: Route, changed: Changed): string[] {
  const led = LEADS.filter((key) => key in changed);
  const rest = describeChanged(
    changed,
    Object.keys(changed).filter((path) => LEADS.includes(path.split(".")[0] as (typeof LEADS)[number])),
  );
  if (led.length === 0 && rest.length > 0) return rest;
  const before: Route = { ...body };
  for (const key of led) Object.assign(before, { [key]: changed[key]![0] ?? undefined });
  const [from, to] = [before, body].map((route) => path(route) || "nowhere");
  return from === to ? describeChanged(changed) : [`${from} -> ${to}`, ...rest];
}

/** As the summary has it, and the device, which may be another. */
const path = (body: Route): string => words([...leads(body), body.dev && `dev ${body.dev}`]);
