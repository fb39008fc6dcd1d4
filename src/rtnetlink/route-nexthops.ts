/** Where a route leads: gateways of any family, realms, flags, and RTA_MULTIPATH, which has several of all that. */
import { attr, type FieldsOf, table } from "../netlink/attr.ts";
import { nlaAlign } from "../netlink/row.ts";
import { bitNames, mapped, u32 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { type Encap, encap, encapOf, encapType } from "./encap/index.ts";
import { AF_MPLS, familyName } from "./inet.ts";
import { realmName } from "./names.ts";
import { formatAddress, inet, type RtContext, type RtType } from "./types.ts";

/** RTNH_F_* and those of RTM_F_* that ip shows beside them, in its order. */
const FLAGS = [
  [0x1, "dead"],
  [0x4, "onlink"],
  [0x2, "pervasive"],
  [0x8, "offload"],
  [0x40, "trap"],
  [0x100, "notify"],
  [0x10, "linkdown"],
  [0x20, "unresolved"],
  [0x4000, "rt_offload"],
  [0x8000, "rt_trap"],
  [0x2000_0000, "rt_offload_failed"],
] as const;

/** Flags without a name come last, as one word of hex digits. A new array each time: nobody shares it. */
export const routeFlags = (flags: number): string[] => (flags === 0 ? [] : bitNames(flags, FLAGS));

export interface Via {
  family: string;
  host: string;
}

/** struct rtvia: rtvia_family u16, address. */
export const via: RtType<Via> = {
  min: 2,
  read(view, at, length) {
    const family = view.getUint16(at, true);
    return { family: familyName(family) ?? "???", host: formatAddress(family, view, at + 2, length - 2) };
  },
};

export interface Flow {
  from?: string;
  to: string;
}

/** Realms: that of the source in the upper half. */
export const flow: RtType<Flow> = mapped(u32, (realms) => {
  const to = realmName(realms & 0xffff);
  const from = realms >>> 16;
  return from === 0 ? { to } : { from: realmName(from), to };
});

/** What the kernel says of each nexthop; never RTA_MULTIPATH again. */
const RTA = {
  5: attr("RTA_GATEWAY", "gateway", inet),
  11: attr("RTA_FLOW", "flow", flow),
  18: attr("RTA_VIA", "via", via),
  19: attr("RTA_NEWDST", "to", inet),
  21: encapType("RTA_ENCAP_TYPE"),
  22: encap("RTA_ENCAP"),
} as const;
const attributes = table<RtContext>()("RTA", RTA);

/** One element of `nexthops`. */
export interface Nexthop {
  encap?: Encap;
  to?: string;
  gateway?: string;
  via?: Via;
  flow?: Flow;
  dev: Dev;
  weight?: number;
  flags: string[];
}

/** struct rtnexthop: rtnh_len u16, rtnh_flags u8, rtnh_hops u8, rtnh_ifindex u32; then attributes. */
const RTNEXTHOP_SIZE = 8;

/** rtnexthops one after the other, each padded to 4 bytes. */
export const nexthops: RtType<Nexthop[]> = {
  min: 0,
  read(view, start, length, cx) {
    const list: Nexthop[] = [];
    const end = start + length;
    cx.path.push("RTA_MULTIPATH");
    let at = start;
    while (end - at >= RTNEXTHOP_SIZE) {
      const size = view.getUint16(at, true);
      if (size < RTNEXTHOP_SIZE || size > end - at) break;
      list.push(nexthop(view, at, size, cx));
      at += nlaAlign(size);
    }
    if (at < end) cx.problemHere("RTA_MULTIPATH", `${end - at} bytes are no rtnexthop`, view, at, end - at);
    cx.path.pop();
    return list;
  },
};

function nexthop(view: DataView, at: number, size: number, cx: RtContext): Nexthop {
  const of: FieldsOf<typeof RTA> = attributes.read(view, at + RTNEXTHOP_SIZE, at + size, cx);
  const hop = {} as Nexthop;
  const around = encapOf(of);
  if (around !== undefined) hop.encap = around;
  if (of.to !== undefined) hop.to = of.to;
  if (of.gateway !== undefined) hop.gateway = of.gateway;
  if (of.via !== undefined) hop.via = of.via;
  if (of.flow !== undefined) hop.flow = of.flow;
  hop.dev = cx.devs.refer(view.getUint32(at + 4, true));
  if (cx.family !== AF_MPLS) hop.weight = view.getUint8(at + 3) + 1;
  hop.flags = routeFlags(view.getUint8(at + 2));
  return hop;
}
