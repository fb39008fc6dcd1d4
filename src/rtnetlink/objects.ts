/** The objects there are, one row each: which messages speak of them, on which groups, how they are asked for and read. */
import { type Message, NLM_F_DUMP, NLM_F_REQUEST } from "../netlink/nlmsg.ts";
import { acaddress } from "./acaddress.ts";
import { address } from "./address.ts";
import { cachereport } from "./cachereport.ts";
import { link } from "./link.ts";
import { maddress } from "./maddress.ts";
import { mdb, mdb_router } from "./mdb.ts";
import { mroute } from "./mroute.ts";
import { nduseropt } from "./nduseropt.ts";
import { neighbour, neighbour_miss } from "./neighbour.ts";
import { netconf } from "./netconf.ts";
import { nexthop } from "./nexthop.ts";
import { nexthop_bucket } from "./nexthop-bucket.ts";
import { nsid } from "./nsid.ts";
import { late, type ObjectType, type Reading } from "./object.ts";
import { prefix } from "./prefix.ts";
import { route } from "./route.ts";
import {
  RTM_DELACTION,
  RTM_DELCHAIN,
  RTM_DELQDISC,
  RTM_DELTCLASS,
  RTM_DELTFILTER,
  RTM_GETACTION,
  RTM_NEWACTION,
  RTM_NEWCHAIN,
  RTM_NEWQDISC,
  RTM_NEWTCLASS,
  RTM_NEWTFILTER,
  RTNLGRP_TC,
} from "./rtm.ts";
import { rule } from "./rule.ts";
import { stats } from "./stats.ts";
import type { Action } from "./tc/act.ts";
import type { Chain } from "./tc/chain.ts";
import type { Class } from "./tc/class.ts";
import type { Filter } from "./tc/filter.ts";
import type { Qdisc } from "./tc/qdisc.ts";
import { tunnel } from "./tunnel.ts";
import type { RtContext } from "./types.ts";
import { vlan, vlan_global } from "./vlan.ts";

/** In the order in which `--snapshot` tells them and a repair adds them: what others refer to comes first. */
export const OBJECTS = {
  link,
  address,
  neighbour,
  neighbour_miss,
  netconf,
  prefix,
  nsid,
  mroute,
  cachereport,
  maddress,
  acaddress,
  mdb,
  mdb_router,
  vlan,
  vlan_global,
  nduseropt,
  stats,
  tunnel,
  qdisc: late<Qdisc>(
    { set: RTM_NEWQDISC, delete: RTM_DELQDISC, groups: [RTNLGRP_TC] },
    () => require("./tc/qdisc.ts").qdisc,
  ),
  class: late<Class>(
    { set: RTM_NEWTCLASS, delete: RTM_DELTCLASS, groups: [RTNLGRP_TC] },
    () => require("./tc/class.ts").tclass,
  ),
  chain: late<Chain>(
    { set: RTM_NEWCHAIN, delete: RTM_DELCHAIN, groups: [RTNLGRP_TC] },
    () => require("./tc/chain.ts").chain,
  ),
  filter: late<Filter>(
    { set: RTM_NEWTFILTER, delete: RTM_DELTFILTER, groups: [RTNLGRP_TC] },
    () => require("./tc/filter.ts").filter,
  ),
  action: late<Action>(
    { set: RTM_NEWACTION, delete: RTM_DELACTION, answer: RTM_GETACTION, groups: [RTNLGRP_TC] },
    () => require("./tc/action.ts").action,
  ),
  nexthop,
  nexthop_bucket,
  route,
  rule,
} as const satisfies Readonly<Record<string, ObjectType>>;

export type ObjectName = keyof typeof OBJECTS;

/** The shape of each object's body. */
export type Bodies = { [O in ObjectName]: (typeof OBJECTS)[O] extends ObjectType<infer B> ? B : never };

export const OBJECT_NAMES = Object.keys(OBJECTS) as readonly ObjectName[];

/** What is followed for the sake of these: links in any case, for every object is shown with the name of its device. */
export const kept = (objects: ReadonlySet<ObjectName>): readonly ObjectName[] =>
  OBJECT_NAMES.filter((object) => object === "link" || objects.has(object));

/** Names of `--object` that stand for several objects. */
const TOGETHER: Readonly<Record<string, readonly ObjectName[]>> = {
  mdb: ["mdb", "mdb_router"],
  tc: ["qdisc", "class", "chain", "filter", "action"],
};

/** Every name of `--object`, and what it stands for. */
export const SELECTORS: Readonly<Record<string, readonly ObjectName[]>> = {
  ...Object.fromEntries(OBJECT_NAMES.map((name) => [name, [name]])),
  ...TOGETHER,
};

/** A row that a message belongs to. */
export interface Claim {
  readonly object: ObjectName;
  readonly type: ObjectType;
  readonly verb: "set" | "delete";
}

/** By message type; where there are several, the family of the header decides. */
const CLAIMS: Claim[][] = [];
for (const object of OBJECT_NAMES) {
  const type: ObjectType = OBJECTS[object];
  (CLAIMS[type.set] ??= []).push({ object, type, verb: "set" });
  if (type.answer !== undefined) (CLAIMS[type.answer] ??= []).push({ object, type, verb: "set" });
  if (type.delete !== undefined) (CLAIMS[type.delete] ??= []).push({ object, type, verb: "delete" });
}

/** Which object a message speaks of; undefined for types that no row has. */
export function claim(message: Message): Claim | undefined {
  const claims = CLAIMS[message.type];
  if (claims === undefined || isRequest(message, claims)) return undefined;
  const first = claims[0]!;
  if (claims.length === 1 && first.type.families === undefined) return first;
  const { view, at, end } = message;
  const family = end > at ? view.getUint8(at) : 0;
  let other: Claim | undefined;
  for (const claim of claims) {
    const { families, holds } = claim.type;
    if (families === undefined ? other !== undefined : !families.includes(family)) continue;
    if (holds?.(message) === false) continue;
    if (families !== undefined) return claim;
    other = claim;
  }
  return other;
}

/** RTM_GET* may be the request to which it is an answer; what the kernel asks programs is never for everything. */
const isRequest = ({ type, flags }: Message, [first]: readonly Claim[]): boolean =>
  (type & 3) === 2 &&
  (flags & NLM_F_REQUEST) !== 0 &&
  ((flags & NLM_F_DUMP) !== 0 || first!.type.answer === type);

/** A message taken apart: as many readings as it holds, usually one. */
export interface Decoded<O extends ObjectName = ObjectName> {
  object: O;
  readings: readonly Reading<Bodies[O]>[];
}

/** What a message says; undefined for types that are not here, or when not even the header is whole. */
export function decode(message: Message, cx: RtContext): Decoded | undefined {
  const claimed = claim(message);
  if (claimed === undefined) {
    cx.reset();
    return undefined;
  }
  const read = claimed.type.read(message, cx);
  if (read === undefined) return undefined;
  return { object: claimed.object, readings: Array.isArray(read) ? read : [read] } as Decoded;
}
