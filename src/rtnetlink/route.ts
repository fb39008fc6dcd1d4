/** Routes: struct rtmsg and RTA_*, include/uapi/linux/rtnetlink.h, as one element of `ip -j -d route`. */

import { existsSync } from "node:fs";
import { attr, type Fields, type FieldsOf, ignored, table } from "../netlink/attr.ts";
import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { bitNames, bool, hex0x, mapped, s32, struct, u8, u32, unlessZero } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { type Encap, encap, encapOf, encapType } from "./encap/index.ts";
import { AF_INET, AF_INET6, AF_MPLS, familyName, formatInet6Prefix, formatInetPrefix } from "./inet.ts";
import { dsfieldName, protocolName, scopeName, tableName } from "./names.ts";
import { object, type Reading } from "./object.ts";
import { metrics } from "./route-metrics.ts";
import { type Flow, flow, type Nexthop, nexthops, routeFlags, type Via, via } from "./route-nexthops.ts";
import {
  RTM_DELROUTE,
  RTM_GETROUTE,
  RTM_NEWROUTE,
  RTNLGRP_IPV4_ROUTE,
  RTNLGRP_IPV6_ROUTE,
  RTNLGRP_MPLS_ROUTE,
} from "./rtm.ts";
import { typeName } from "./rtn.ts";
import { dev, formatAddress, inet, type RtContext, type RtType } from "./types.ts";

/**
 * struct rtmsg: family, dst_len, src_len, tos, table, protocol, scope, type, each u8; flags u32. Tables above 255
 * stand in RTA_TABLE.
 */
const RTMSG_SIZE = 12;

/** The answer to a question (RTM_GETROUTE) or a path that was learned: not an entry of a table. */
const RTM_F_CLONED = 0x200;

/** RTCF_*, of cloned routes only, include/uapi/linux/in_route.h. */
const CACHE_FLAGS = [
  [0x8000_0000, "local"],
  [0x4000_0000, "reject"],
  [0x2000_0000, "mc"],
  [0x1000_0000, "brd"],
  [0x0800_0000, "dst-nat"],
  [0x0080_0000, "src-nat"],
  [0x0040_0000, "masq"],
  [0x0002_0000, "dst-direct"],
  [0x0400_0000, "src-direct"],
  [0x0004_0000, "redirected"],
  [0x0100_0000, "redirect"],
  [0x0020_0000, "fastroute"],
  [0x0001_0000, "notify"],
  [0x0010_0000, "proxy"],
] as const;

const MPLS_LABEL_BITS = 20;

/** ICMPV6_ROUTER_PREF_* */
const PREFERENCES: Readonly<Record<number, string>> = { 0: "medium", 1: "high", 3: "low" };

/** struct rta_cacheinfo; times in hundredths of a second. */
const cacheinfo = struct(16, [
  ["clntref", u32],
  ["lastuse", u32],
  ["expires", s32],
  ["error", u32],
  ["used", u32],
  ["id", u32],
  ["ts", u32],
  ["tsage", u32],
]);

const USER_HZ = 100;

/** A prefix, or a host's address without a length: `192.0.2.0/24`, `192.0.2.1`. */
function prefix(view: DataView, at: number, size: number, length: number, family: number): string {
  if (family === AF_INET && size >= 4) return formatInetPrefix(view, at, length);
  if (family === AF_INET6 && size >= 16) return formatInet6Prefix(view, at, length);
  const address = formatAddress(family, view, at, size);
  return family === AF_MPLS && length === MPLS_LABEL_BITS ? address : `${address}/${length}`;
}

const dst: RtType<string> = {
  min: 0,
  read: (view, at, size, cx) => prefix(view, at, size, cx.dstLength, cx.family),
};
const src: RtType<string> = {
  min: 0,
  read: (view, at, size, cx) => prefix(view, at, size, cx.srcLength, cx.family),
};

const RTA = {
  1: attr("RTA_DST", "dst", dst),
  2: attr("RTA_SRC", "from", src),
  3: attr("RTA_IIF", "iif", dev),
  4: attr("RTA_OIF", "dev", dev),
  5: attr("RTA_GATEWAY", "gateway", inet),
  6: attr("RTA_PRIORITY", "metric", u32),
  7: attr("RTA_PREFSRC", "prefsrc", inet),
  8: attr("RTA_METRICS", "metrics", metrics),
  9: attr("RTA_MULTIPATH", "nexthops", nexthops),
  10: ignored("RTA_PROTOINFO"),
  11: attr("RTA_FLOW", "flow", flow),
  12: attr("RTA_CACHEINFO", "cacheinfo", cacheinfo),
  13: ignored("RTA_SESSION"),
  14: ignored("RTA_MP_ALGO"),
  15: attr("RTA_TABLE", "table", u32),
  16: attr("RTA_MARK", "mark", unlessZero(u32)),
  17: ignored("RTA_MFC_STATS"),
  18: attr("RTA_VIA", "via", via),
  19: attr("RTA_NEWDST", "to", inet),
  20: attr(
    "RTA_PREF",
    "pref",
    mapped(u8, (pref): string | number => PREFERENCES[pref] ?? pref),
  ),
  21: encapType("RTA_ENCAP_TYPE"),
  22: encap("RTA_ENCAP"),
  23: ignored("RTA_EXPIRES"),
  24: ignored("RTA_PAD"),
  25: attr("RTA_UID", "uid", u32),
  26: attr("RTA_TTL_PROPAGATE", "ttl-propogate", bool),
  27: ignored("RTA_IP_PROTO"),
  28: ignored("RTA_SPORT"),
  29: ignored("RTA_DPORT"),
  30: attr("RTA_NH_ID", "nhid", u32),
  31: ignored("RTA_FLOWLABEL"),
} as const;

export const rta = table<RtContext>()("RTA", RTA);

/** A route as an element of `ip -j -d route show table all`, and its family. */
export interface Route {
  family?: string;
  family_index?: number;
  type: string;
  dst: string;
  /** The source prefix of a route that is for some sources only (IPv6). */
  from?: string;
  /** As `from`, where the header alone has it. */
  src?: string;
  nhid?: number;
  /** The labels that it puts on the packet (MPLS). */
  to?: string;
  encap?: Encap;
  tos?: string;
  gateway?: string;
  via?: Via;
  dev?: Dev;
  table?: string;
  protocol?: string;
  scope?: string;
  prefsrc?: string;
  metric?: number;
  flags: string[];
  mark?: number;
  flow?: Flow;
  uid?: number;
  /** No entry of a table, but the answer to a question, or learned. */
  cloned?: true;
  cache?: string[];
  /** In seconds. */
  expires?: number;
  error?: number;
  ipid?: string;
  ts?: string;
  tsage?: number;
  metrics?: Fields[];
  iif?: Dev;
  pref?: string | number;
  "ttl-propogate"?: boolean;
  nexthops?: Nexthop[];
}

type RouteFields = FieldsOf<typeof RTA>;

function read({ view, at, end }: Message, cx: RtContext): Reading<Route> | undefined {
  cx.reset();
  if (end - at < RTMSG_SIZE) {
    cx.problem("rtmsg", `${end - at} bytes, ${RTMSG_SIZE} expected`);
    return undefined;
  }
  const family = view.getUint8(at);
  cx.family = family;
  cx.dstLength = view.getUint8(at + 1);
  cx.srcLength = view.getUint8(at + 2);
  const of: RouteFields = rta.lend(view, at + RTMSG_SIZE, end, cx);
  const tos = view.getUint8(at + 3);
  const table = of.table ?? view.getUint8(at + 4);
  const flags = view.getUint32(at + 8, true);
  const cloned = (flags & RTM_F_CLONED) !== 0;

  const body = {} as Route;
  const name = familyName(family);
  if (name === undefined) body.family_index = family;
  else body.family = name;
  body.type = typeName(view.getUint8(at + 7));
  body.dst = of.dst ?? without(cx.dstLength) ?? "default";
  if (of.from !== undefined) body.from = of.from;
  else if (cx.srcLength !== 0) body.src = without(cx.srcLength)!;
  if (of.nhid !== undefined) body.nhid = of.nhid;
  if (of.to !== undefined) body.to = of.to;
  if (of.encap_type !== undefined) body.encap = encapOf(of)!;
  if (tos !== 0) body.tos = dsfieldName(tos);
  if (of.gateway !== undefined) body.gateway = of.gateway;
  if (of.via !== undefined) body.via = of.via;
  if (of.dev !== undefined) body.dev = of.dev;
  if (table !== 0) body.table = tableName(table);
  if (!cloned || cx.all) {
    body.protocol = protocolName(view.getUint8(at + 5));
    body.scope = scopeName(view.getUint8(at + 6));
  }
  if (of.prefsrc !== undefined) body.prefsrc = of.prefsrc;
  if (of.metric !== undefined) body.metric = of.metric;
  // The upper half of a cloned route's flags is RTCF_*.
  body.flags = routeFlags(cloned ? flags & 0xffff & ~RTM_F_CLONED : flags);
  if (of.mark !== undefined) body.mark = of.mark;
  if (of.flow !== undefined) body.flow = of.flow;
  if (of.uid !== undefined) body.uid = of.uid;
  if (cloned) {
    body.cloned = true;
    if (family === AF_INET) body.cache = bitNames(flags & 0xffff_0000, CACHE_FLAGS);
  }
  if (of.cacheinfo !== undefined && family !== AF_MPLS) setCacheinfo(body, of.cacheinfo);
  if (of.metrics !== undefined) body.metrics = of.metrics;
  if (of.iif !== undefined) body.iif = of.iif;
  if (of.pref !== undefined) body.pref = of.pref;
  const propagate = of["ttl-propogate"];
  if (propagate !== undefined) body["ttl-propogate"] = propagate;
  if (of.nexthops !== undefined) body.nexthops = of.nexthops;
  cx.remember(body);
  return { dev: of.dev, body, key: key(family, body, table, tos, of.metric ?? 0) };
}

/** Of no address but a length: `0/8`. */
const without = (length: number): string | undefined => (length === 0 ? undefined : `0/${length}`);

const RT_TABLE_MAIN = 254;
/** The metric of an IPv6 route for which nobody asked for another, IP6_RT_PRIO_USER. */
const IP6_RT_PRIO_USER = 1024;

/**
 * What the kernel looks a route up by: table, prefix, TOS (IPv4), source prefix (IPv6) and metric; label (MPLS). As
 * short as it can be, for there are many. Several routes may have one key: state/routes.ts tells them apart.
 */
function key(family: number, { dst, from }: Route, table: number, tos: number, metric: number): string {
  const plain = family === AF_INET6 ? IP6_RT_PRIO_USER : 0;
  // Only those of IPv6 have a colon in them.
  const to = dst === "default" && family !== AF_INET ? `default ${family}` : dst;
  if (table === RT_TABLE_MAIN && tos === 0 && metric === plain && from === undefined) return to;
  return from === undefined ? `${to} ${table} ${tos} ${metric}` : `${to} ${table} ${tos} ${metric} ${from}`;
}

type CacheInfo = NonNullable<RouteFields["cacheinfo"]>;

function setCacheinfo(body: Route, { expires = 0, error = 0, id = 0, ts = 0, tsage = 0 }: CacheInfo): void {
  if (expires !== 0) body.expires = Math.trunc(expires / USER_HZ);
  if (error !== 0) body.error = error;
  if (id !== 0) body.ipid = hex0x(id);
  if (ts !== 0 || tsage !== 0) {
    body.ts = hex0x(ts);
    body.tsage = tsage;
  }
}

/** All of a family, or (by RTA_OIF) those that use a device. */
function request(family: number, ifindex?: number): Request {
  const body = new Uint8Array(ifindex === undefined ? RTMSG_SIZE : RTMSG_SIZE + RTA_OIF_SIZE);
  body[0] = family;
  if (ifindex !== undefined) {
    const view = new DataView(body.buffer, RTMSG_SIZE);
    view.setUint16(0, RTA_OIF_SIZE, true);
    view.setUint16(2, RTA_OIF, true);
    view.setUint32(4, ifindex, true);
  }
  return { name: "RTM_GETROUTE", type: RTM_GETROUTE, body };
}

const RTA_OIF = 4;
const RTA_OIF_SIZE = 8;

/** Is there with the module mpls_router; without it the kernel takes a request for MPLS as one for all families. */
const MPLS = "/proc/sys/net/mpls";

const families = (): number[] => (existsSync(MPLS) ? [AF_INET, AF_INET6, AF_MPLS] : [AF_INET, AF_INET6]);

export const route = object({
  set: RTM_NEWROUTE,
  delete: RTM_DELROUTE,
  groups: [RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE, RTNLGRP_MPLS_ROUTE],
  dumps: () => families().map((family) => request(family)),
  dumpsOf: (ifindex) => families().map((family) => request(family, ifindex)),
  read,
  ofSeveral: true,
  varies: {
    header: RTMSG_SIZE,
    attribute: 1,
    field: "dst",
    text: ({ view, at }, value, length) =>
      prefix(view, value, length, view.getUint8(at + 1), view.getUint8(at)),
  },
  ticking: new Set(["expires", "ts", "tsage"]),
});
