/** Multicast routes: struct rtmsg of RTNL_FAMILY_IPMR and IP6MR, as `ip -j -d mroute show table all` shows them. */
import { attr, type FieldsOf, ignored, table } from "../netlink/attr.ts";
import type { Request } from "../netlink/dump.ts";
import { nlaAlign } from "../netlink/row.ts";
import { mapped, struct, u32, u64 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { AF_INET, AF_INET6 } from "./inet.ts";
import { tableName } from "./names.ts";
import { object } from "./object.ts";
import { RTM_DELROUTE, RTM_GETROUTE, RTM_NEWROUTE, RTNLGRP_IPV4_MROUTE, RTNLGRP_IPV6_MROUTE } from "./rtm.ts";
import { clockTicks, dev, inet, type RtContext, type RtType } from "./types.ts";

export const RTNL_FAMILY_IPMR = 128;
export const RTNL_FAMILY_IP6MR = 129;

/** struct rtmsg: family u8, dst_len u8, src_len u8, tos u8, table u8, protocol u8, scope u8, type u8, flags u32. */
const RTMSG_SIZE = 12;
/** struct rtnexthop: len u16, flags u8, hops u8, ifindex s32. */
const RTNEXTHOP_SIZE = 8;

const RTNH_F_OFFLOAD = 8;
const RTNH_F_UNRESOLVED = 32;

interface Oif {
  oif: Dev;
  /** Packets with less are not sent there; absent for 0 and 1, which say nothing. */
  ttl?: number;
}

const multipath: RtType<Oif[]> = {
  min: 0,
  read(view, start, length, cx) {
    const oifs: Oif[] = [];
    const end = start + length;
    for (let at = start; at < end; ) {
      const size = end - at < RTNEXTHOP_SIZE ? 0 : view.getUint16(at, true);
      if (size < RTNEXTHOP_SIZE || size > end - at) {
        cx.problem(cx.current, `rtnexthop of ${size} bytes, ${end - at} bytes left`);
        break;
      }
      const ttl = view.getUint8(at + 3);
      const oif = cx.devs.refer(view.getInt32(at + 4, true));
      oifs.push(ttl > 1 ? { oif, ttl } : { oif });
      at += nlaAlign(size);
    }
    return oifs;
  },
};

const MROUTE = {
  1: attr("RTA_DST", "dst", inet),
  2: attr("RTA_SRC", "src", inet),
  3: attr("RTA_IIF", "iif", dev),
  9: attr("RTA_MULTIPATH", "multipath", multipath),
  15: attr("RTA_TABLE", "table", u32),
  17: attr(
    "RTA_MFC_STATS",
    "stats",
    mapped(
      struct(24, [
        ["packets", u64],
        ["bytes", u64],
        ["wrong_if", u64],
      ]),
      ({ wrong_if, ...stats }) => (wrong_if ? { ...stats, wrong_if } : stats),
    ),
    "detail",
  ),
  18: ignored("RTA_VIA"),
  23: attr("RTA_EXPIRES", "expires", clockTicks, "detail"),
  24: ignored("RTA_PAD"),
} as const;

export const mrouteTable = table<RtContext>()("MROUTE", MROUTE);

export interface Mroute {
  family: string;
  src: string;
  dst: string;
  iif: Dev | "unresolved";
  multipath?: Oif[];
  state: "resolved" | "unresolved";
  offload?: true;
  packets?: number;
  bytes?: number;
  wrong_if?: number;
  /** Seconds since it was last used. */
  expires?: number;
  table: string;
}

function request(family: number): Request {
  const body = new Uint8Array(RTMSG_SIZE);
  body[0] = family;
  return { name: "RTM_GETROUTE", type: RTM_GETROUTE, body };
}

export const mroute = object<Mroute>({
  set: RTM_NEWROUTE,
  delete: RTM_DELROUTE,
  families: [RTNL_FAMILY_IPMR, RTNL_FAMILY_IP6MR],
  groups: [RTNLGRP_IPV4_MROUTE, RTNLGRP_IPV6_MROUTE],
  dumps: () => [request(RTNL_FAMILY_IPMR), request(RTNL_FAMILY_IP6MR)],
  ticking: new Set(["packets", "bytes", "wrong_if", "expires"]),
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < RTMSG_SIZE) {
      cx.problem("rtmsg", `${end - at} bytes, ${RTMSG_SIZE} expected`);
      return undefined;
    }
    const family = view.getUint8(at);
    // A kernel without multicast routing answers with the routes of all families.
    if (family !== RTNL_FAMILY_IPMR && family !== RTNL_FAMILY_IP6MR) return [];
    const flags = view.getUint32(at + 8, true);
    cx.family = family === RTNL_FAMILY_IPMR ? AF_INET : AF_INET6;
    const of: FieldsOf<typeof MROUTE> = mrouteTable.read(view, at + RTMSG_SIZE, end, cx);
    const { src = "unknown", dst = "unknown", iif, multipath, stats, expires } = of;
    const number = of.table ?? view.getUint8(at + 4);
    const body = {
      family: family === RTNL_FAMILY_IPMR ? "inet" : "inet6",
      src,
      dst,
      iif: iif ?? "unresolved",
    } as Mroute;
    if (multipath !== undefined) body.multipath = multipath;
    body.state = (flags & RTNH_F_UNRESOLVED) === 0 ? "resolved" : "unresolved";
    if ((flags & RTNH_F_OFFLOAD) !== 0) body.offload = true;
    if (stats !== undefined) Object.assign(body, stats);
    if (expires !== undefined) body.expires = expires;
    body.table = tableName(number);
    cx.remember(body);
    // mr_mfc_find: source and group; only for any source there may be one per incoming interface (MRT_ADD_MFC_PROXY).
    const one = `${family} ${number} ${src} ${dst}`;
    const any = src === "0.0.0.0" || src === "::";
    return { dev: iif, body, key: any ? `${one} ${iif?.ifindex}` : one };
  },
});
