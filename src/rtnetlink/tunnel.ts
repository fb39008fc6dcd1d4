/**
 * VNIs that a VXLAN device lets in: struct tunnel_msg and VXLAN_VNIFILTER_*, include/uapi/linux/if_link.h, as elements of
 * `bridge -j vni show`. The kernel sends those that are alike as a range; here each is an object of its own.
 */
import { attr, type FieldsOf, ignored, many, nest, table } from "../netlink/attr.ts";
import { u32, u64 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { AF_BRIDGE } from "./inet.ts";
import { object, type Reading } from "./object.ts";
import { RTM_DELTUNNEL, RTM_GETTUNNEL, RTM_NEWTUNNEL, RTNLGRP_TUNNEL } from "./rtm.ts";
import { inet4IfAny, inet6IfAny, type RtContext } from "./types.ts";

/** struct tunnel_msg: family u8, flags u8, reserved u16, ifindex u32. */
const TUNNEL_MSG_SIZE = 8;

/** More than this in one range, and it is told as one: numbers of VNIs have 24 bits. */
const EXPAND = 1 << 16;

export const vniStats = table<RtContext>()("VNIFILTER_ENTRY_STATS", {
  1: attr("VNIFILTER_ENTRY_STATS_RX_BYTES", "rx_bytes", u64),
  2: attr("VNIFILTER_ENTRY_STATS_RX_PKTS", "rx_pkts", u64),
  3: attr("VNIFILTER_ENTRY_STATS_RX_DROPS", "rx_drops", u64),
  4: attr("VNIFILTER_ENTRY_STATS_RX_ERRORS", "rx_errors", u64),
  5: attr("VNIFILTER_ENTRY_STATS_TX_BYTES", "tx_bytes", u64),
  6: attr("VNIFILTER_ENTRY_STATS_TX_PKTS", "tx_pkts", u64),
  7: attr("VNIFILTER_ENTRY_STATS_TX_DROPS", "tx_drops", u64),
  8: attr("VNIFILTER_ENTRY_STATS_TX_ERRORS", "tx_errors", u64),
  9: ignored("VNIFILTER_ENTRY_STATS_PAD"),
});

const ENTRY = {
  1: attr("VXLAN_VNIFILTER_ENTRY_START", "start", u32),
  2: attr("VXLAN_VNIFILTER_ENTRY_END", "end", u32),
  3: attr("VXLAN_VNIFILTER_ENTRY_GROUP", "group", inet4IfAny),
  4: attr("VXLAN_VNIFILTER_ENTRY_GROUP6", "group6", inet6IfAny),
  5: attr("VXLAN_VNIFILTER_ENTRY_STATS", "stats", nest(vniStats), "detail"),
} as const;

export const vniEntry = table<RtContext>()("VXLAN_VNIFILTER_ENTRY", ENTRY);

const VNIFILTER = { 1: many("VXLAN_VNIFILTER_ENTRY", "entries", nest(vniEntry)) } as const;

export const vnifilter = table<RtContext>()("VXLAN_VNIFILTER", VNIFILTER);

export interface Tunnel {
  vni: number;
  /** Only of a range that is too long to be told one by one. */
  vniEnd?: number;
  group?: string;
  remote?: string;
  stats?: (typeof vniStats)["fields"];
}

export const tunnel = object<Tunnel>({
  set: RTM_NEWTUNNEL,
  delete: RTM_DELTUNNEL,
  groups: [RTNLGRP_TUNNEL],
  dumps: () => {
    const body = new Uint8Array(TUNNEL_MSG_SIZE);
    body[0] = AF_BRIDGE;
    return [{ name: "RTM_GETTUNNEL", type: RTM_GETTUNNEL, body }];
  },
  ticking: new Set(["stats"]),
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < TUNNEL_MSG_SIZE) {
      cx.problem("tunnel_msg", `${end - at} bytes, ${TUNNEL_MSG_SIZE} expected`);
      return undefined;
    }
    const of: FieldsOf<typeof VNIFILTER> = vnifilter.read(view, at + TUNNEL_MSG_SIZE, end, cx);
    const dev = cx.devs.get(view.getUint32(at + 4, true));
    return (of.entries ?? []).flatMap((entry) => vnis(dev, entry, cx));
  },
});

function vnis(dev: Dev, entry: FieldsOf<typeof ENTRY>, cx: RtContext): Reading<Tunnel>[] {
  const { start = 0, end = start, stats } = entry;
  const address = entry.group ?? entry.group6;
  const readings: Reading<Tunnel>[] = [];
  const isLong = end - start >= EXPAND;
  for (let vni = start; vni <= (isLong ? start : end); vni++) {
    const body: Tunnel = { vni };
    if (isLong) body.vniEnd = end;
    if (address !== undefined) body[isMulticast(address) ? "group" : "remote"] = address;
    if (stats !== undefined) body.stats = stats;
    cx.remember(body);
    readings.push({ dev, body, key: `${dev.ifindex} ${vni}` });
  }
  return readings;
}

/** 224.0.0.0/4, ff00::/8. */
function isMulticast(address: string): boolean {
  if (address.includes(":")) return address.startsWith("ff") && address.indexOf(":") === 4;
  const first = Number.parseInt(address, 10);
  return first >= 224 && first < 240;
}
