/** Counters that bridges, bonds and MPLS keep: include/uapi/linux/if_bridge.h, if_bonding.h and mpls.h, as `ip -j stats`. */
import { attr, ignored, many, nest, table } from "../netlink/attr.ts";
import { mapped, struct, u16, u64 } from "../netlink/types.ts";
import type { RtContext } from "./types.ts";
import { vlanFlagNames } from "./vlan-entry.ts";

/** Counters, one after the other. */
const counters = <const K extends string>(keys: readonly K[]) =>
  struct(
    8 * keys.length,
    keys.map((key) => [key, u64] as const),
  );

/** struct bridge_vlan_xstats */
const vlan = mapped(
  struct(36, [
    ["rx_bytes", u64],
    ["rx_packets", u64],
    ["tx_bytes", u64],
    ["tx_packets", u64],
    ["vid", u16],
    ["flags", u16],
  ]),
  ({ vid, flags = 0, ...counters }) => {
    const names = vlanFlagNames(flags);
    return names.length > 0 ? { vid, flags: names, ...counters } : { vid, ...counters };
  },
);

/** struct bridge_stp_xstats */
const stp = mapped(
  counters(["transition_blk", "transition_fwd", "rx_bpdu", "tx_bpdu", "rx_tcn", "tx_tcn"]),
  ({ transition_blk, transition_fwd, ...bpdus }) => ({ ...bpdus, transition_blk, transition_fwd }),
);

/** Each counter received, then sent. */
const bothWays = <const K extends string>(keys: readonly K[]) =>
  keys.flatMap((key) => [`rx ${key}`, `tx ${key}`] as const);

/** struct br_mcast_stats; ip shows it without the bytes and packets at its end. */
const mcast = mapped(
  counters([
    ...bothWays(["igmp_v1queries", "igmp_v2queries", "igmp_v3queries", "igmp_leaves"]),
    ...bothWays(["igmp_v1reports", "igmp_v2reports", "igmp_v3reports"]),
    "igmp_parse_errors",
    ...bothWays(["mld_v1queries", "mld_v2queries", "mld_leaves", "mld_v1reports", "mld_v2reports"]),
    "mld_parse_errors",
  ]),
  (of) => ({
    igmp_queries: versions(of, "igmp", "queries"),
    igmp_reports: versions(of, "igmp", "reports"),
    igmp_leaves: { rx: of["rx igmp_leaves"], tx: of["tx igmp_leaves"] },
    igmp_parse_errors: of.igmp_parse_errors,
    mld_queries: versions(of, "mld", "queries"),
    mld_reports: versions(of, "mld", "reports"),
    mld_leaves: { rx: of["rx mld_leaves"], tx: of["tx mld_leaves"] },
    mld_parse_errors: of.mld_parse_errors,
  }),
);

/** `rx_v1 rx_v2 tx_v1 tx_v2`: as many versions as the protocol has. */
function versions(
  of: Readonly<Record<string, number>>,
  protocol: string,
  what: string,
): Record<string, number> {
  const into: Record<string, number> = {};
  for (const way of ["rx", "tx"])
    for (const version of ["v1", "v2", "v3"]) {
      const count = of[`${way} ${protocol}_${version}${what}`];
      if (count !== undefined) into[`${way}_${version}`] = count;
    }
  return into;
}

export const bridgeXstats = table<RtContext>()("BRIDGE_XSTATS", {
  1: many("BRIDGE_XSTATS_VLAN", "vlans", vlan),
  2: attr("BRIDGE_XSTATS_MCAST", "multicast", mcast),
  3: ignored("BRIDGE_XSTATS_PAD"),
  4: attr("BRIDGE_XSTATS_STP", "stp", stp),
});

export const lacpStats = table<RtContext>()("BOND_3AD_STAT", {
  0: attr("BOND_3AD_STAT_LACPDU_RX", "lacpdu_rx", u64),
  1: attr("BOND_3AD_STAT_LACPDU_TX", "lacpdu_tx", u64),
  2: attr("BOND_3AD_STAT_LACPDU_UNKNOWN_RX", "lacpdu_unknown_rx", u64),
  3: attr("BOND_3AD_STAT_LACPDU_ILLEGAL_RX", "lacpdu_illegal_rx", u64),
  4: attr("BOND_3AD_STAT_MARKER_RX", "marker_rx", u64),
  5: attr("BOND_3AD_STAT_MARKER_TX", "marker_tx", u64),
  6: attr("BOND_3AD_STAT_MARKER_RESP_RX", "marker_response_rx", u64),
  7: attr("BOND_3AD_STAT_MARKER_RESP_TX", "marker_response_tx", u64),
  8: attr("BOND_3AD_STAT_MARKER_UNKNOWN_RX", "marker_unknown_rx", u64),
  9: ignored("BOND_3AD_STAT_PAD"),
});

export const bondXstats = table<RtContext>()("BOND_XSTATS", {
  1: attr("BOND_XSTATS_3AD", "802.3ad", nest(lacpStats)),
});

/** struct rtnl_hw_stats64 */
export const hwStats64 = mapped(
  counters([
    "rx_packets",
    "tx_packets",
    "rx_bytes",
    "tx_bytes",
    "rx_errors",
    "tx_errors",
    "rx_dropped",
    "tx_dropped",
    "multicast",
  ]),
  (of) => ({
    rx: {
      bytes: of.rx_bytes,
      packets: of.rx_packets,
      errors: of.rx_errors,
      dropped: of.rx_dropped,
      multicast: of.multicast,
    },
    tx: { bytes: of.tx_bytes, packets: of.tx_packets, errors: of.tx_errors, dropped: of.tx_dropped },
  }),
);

/** struct mpls_link_stats: the same, with packets for which there was no route as the last. */
export const mplsStats = table<RtContext>()("MPLS_STATS", {
  1: attr(
    "MPLS_STATS_LINK",
    "mpls_stats",
    mapped(hwStats64, ({ rx: { multicast: noroute, ...rx }, tx }) => ({ rx: { ...rx, noroute }, tx })),
  ),
});
