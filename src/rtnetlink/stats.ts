/**
 * Statistics of a link, by groups: struct if_stats_msg and IFLA_STATS_*, include/uapi/linux/if_link.h, as
 * `ip -j -d stats`. Counters are received, not kept; the kernel notifies of hardware counters that come or go.
 */
import { attr, type FieldsOf, nest, table } from "../netlink/attr.ts";
import { bool, mapped } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { inOrder } from "./in-order.ts";
import { stats64 } from "./link-stats.ts";
import { object, type Reading } from "./object.ts";
import { RTM_GETSTATS, RTM_NEWSTATS, RTNLGRP_STATS } from "./rtm.ts";
import type { RtContext } from "./types.ts";
import { bondXstats, bridgeXstats, hwStats64, mplsStats } from "./xstats.ts";

/** struct if_stats_msg: family u8, pad u8, pad u16, ifindex u32, filter_mask u32. */
const IF_STATS_MSG_SIZE = 12;

/** IFLA_STATS_FILTER_BIT of all five. */
const EVERYTHING = 0x1f;

type Counters = Record<string, number | undefined>;

/** In the order of `ip -s -s`; what it leaves out when it is zero is last of each, and left out here as well. */
const RX = [
  "bytes",
  "packets",
  "errors",
  "dropped",
  "over_errors",
  "multicast",
  "compressed",
  "length_errors",
  "crc_errors",
  "frame_errors",
  "fifo_errors",
  "missed_errors",
  "nohandler",
  "otherhost",
];
const TX = [
  "bytes",
  "packets",
  "errors",
  "dropped",
  "carrier_errors",
  "collisions",
  "compressed",
  "aborted_errors",
  "fifo_errors",
  "window_errors",
  "heartbeat_errors",
];
const UNLESS_ZERO = ["compressed", "nohandler", "otherhost"];

function ordered(counters: Counters, keys: readonly string[]): Counters {
  const into: Counters = {};
  inOrder(into, counters, keys);
  for (const key of UNLESS_ZERO) if (into[key] === 0) delete into[key];
  return into;
}

const linkStats = mapped(stats64, ({ rx, tx }) => ({ rx: ordered(rx, RX), tx: ordered(tx, TX) }));

export const linkXstats = table<RtContext>()("LINK_XSTATS_TYPE", {
  1: attr("LINK_XSTATS_TYPE_BRIDGE", "bridge", nest(bridgeXstats)),
  2: attr("LINK_XSTATS_TYPE_BOND", "bond", nest(bondXstats)),
});

export const hwInfo = table<RtContext>()("IFLA_OFFLOAD_XSTATS_HW_S_INFO", {
  1: attr("IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST", "request", bool),
  2: attr("IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED", "used", bool),
});

/** Within IFLA_OFFLOAD_XSTATS_HW_S_INFO the numbers are those of the groups again. */
const hwInfos = table<RtContext>()("IFLA_OFFLOAD_XSTATS", {
  3: attr("IFLA_OFFLOAD_XSTATS_L3_STATS", "l3_stats", nest(hwInfo)),
});

export const offloadXstats = table<RtContext>()("IFLA_OFFLOAD_XSTATS", {
  1: attr("IFLA_OFFLOAD_XSTATS_CPU_HIT", "cpu_hit", linkStats),
  2: attr("IFLA_OFFLOAD_XSTATS_HW_S_INFO", "info", nest(hwInfos)),
  3: attr("IFLA_OFFLOAD_XSTATS_L3_STATS", "l3_stats", hwStats64),
});

/** By address family. */
const afSpec = table<RtContext>()("IFLA_STATS_AF_SPEC", {
  28: attr("AF_MPLS", "mpls", nest(mplsStats)),
});

const IFLA_STATS = {
  1: attr("IFLA_STATS_LINK_64", "link", linkStats),
  2: attr("IFLA_STATS_LINK_XSTATS", "xstats", nest(linkXstats)),
  3: attr("IFLA_STATS_LINK_XSTATS_SLAVE", "xstats_slave", nest(linkXstats)),
  4: attr("IFLA_STATS_LINK_OFFLOAD_XSTATS", "offload", nest(offloadXstats)),
  5: attr("IFLA_STATS_AF_SPEC", "afstats", nest(afSpec)),
} as const;

export const iflaStats = table<RtContext>()("IFLA_STATS", IFLA_STATS);

type Said = FieldsOf<typeof IFLA_STATS>;

/** One group of one link; what it says is under a key of its own (`stats64`, `info`, `multicast`, ...). */
export interface Stats {
  ifindex: number;
  ifname: Dev;
  group: string;
  subgroup?: string;
  suite?: string;
  stats64?: { rx: Counters; tx: Counters };
  [counters: string]: unknown;
}

export const stats = object<Stats>({
  set: RTM_NEWSTATS,
  groups: [RTNLGRP_STATS],
  dumps: () => {
    const body = new Uint8Array(IF_STATS_MSG_SIZE);
    new DataView(body.buffer).setUint32(8, EVERYTHING, true);
    return [{ name: "RTM_GETSTATS", type: RTM_GETSTATS, body }];
  },
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < IF_STATS_MSG_SIZE) {
      cx.problem("if_stats_msg", `${end - at} bytes, ${IF_STATS_MSG_SIZE} expected`);
      return undefined;
    }
    const of: Said = iflaStats.read(view, at + IF_STATS_MSG_SIZE, end, cx);
    const ifname = cx.devs.get(view.getUint32(at + 4, true));
    const { ifindex } = ifname;
    return [...groups(of)].map(([[group, subgroup, suite], counters]): Reading<Stats> => {
      const body: Stats = { ifindex, ifname, group };
      if (subgroup !== undefined) body.subgroup = subgroup;
      if (suite !== undefined) body.suite = suite;
      Object.assign(body, counters);
      cx.remember(body);
      return { dev: ifname, body, key: `${ifindex} ${group} ${subgroup} ${suite}` };
    });
  },
});

type Group = readonly [group: string, subgroup?: string, suite?: string];

/** Each group that a message has, and what ip shows of it. */
function* groups({ link, xstats, xstats_slave, offload, afstats }: Said): Generator<[Group, object]> {
  if (link !== undefined) yield [["link"], { stats64: link }];
  for (const [group, of] of Object.entries({ xstats, xstats_slave })) {
    const { stp, multicast, vlans } = of?.bridge ?? {};
    if (stp !== undefined) yield [[group, "bridge", "stp"], { stp }];
    if (multicast !== undefined) yield [[group, "bridge", "mcast"], { multicast }];
    if (vlans !== undefined) yield [[group, "bridge", "vlan"], { vlans }];
    if (of?.bond !== undefined) yield [[group, "bond", "802.3ad"], of.bond];
  }
  if (offload?.cpu_hit !== undefined) yield [["offload", "cpu_hit"], { stats64: offload.cpu_hit }];
  const { info, l3_stats } = offload ?? {};
  if (info !== undefined) yield [["offload", "hw_stats_info"], { info }];
  if (info?.l3_stats !== undefined || l3_stats !== undefined)
    yield [
      ["offload", "l3_stats"],
      { ...(info?.l3_stats && { info: info.l3_stats }), ...(l3_stats && { stats64: l3_stats }) },
    ];
  if (afstats?.mpls !== undefined) yield [["afstats", "mpls"], afstats.mpls];
}
