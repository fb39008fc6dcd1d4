/** A VLAN, or several that are alike: BRIDGE_VLANDB_ENTRY_*, include/uapi/linux/if_bridge.h. */
import { attr, type FieldsOf, ignored, nest, table } from "../netlink/attr.ts";
import { mapped, struct, u8, u16, u32, u64 } from "../netlink/types.ts";
import type { RtContext } from "./types.ts";

const BRIDGE_VLAN_INFO_PVID = 0x2;
const BRIDGE_VLAN_INFO_UNTAGGED = 0x4;

/** BRIDGE_VLAN_INFO_* as bridge shows them. */
export function vlanFlagNames(flags: number): string[] {
  const names: string[] = [];
  if ((flags & BRIDGE_VLAN_INFO_PVID) !== 0) names.push("PVID");
  if ((flags & BRIDGE_VLAN_INFO_UNTAGGED) !== 0) names.push("Egress Untagged");
  return names;
}

/** BR_STATE_* */
const STATES = ["disabled", "listening", "learning", "forwarding", "blocking"];

const onOff = mapped(u8, (value) => value !== 0);

export const tinfo = table<RtContext>()("BRIDGE_VLANDB_TINFO", {
  1: attr("BRIDGE_VLANDB_TINFO_ID", "id", u32),
  2: ignored("BRIDGE_VLANDB_TINFO_CMD"),
});

export const vlanStats = table<RtContext>()("BRIDGE_VLANDB_STATS", {
  1: attr("BRIDGE_VLANDB_STATS_RX_BYTES", "rx_bytes", u64),
  2: attr("BRIDGE_VLANDB_STATS_RX_PACKETS", "rx_packets", u64),
  3: attr("BRIDGE_VLANDB_STATS_TX_BYTES", "tx_bytes", u64),
  4: attr("BRIDGE_VLANDB_STATS_TX_PACKETS", "tx_packets", u64),
  5: ignored("BRIDGE_VLANDB_STATS_PAD"),
});

const ENTRY = {
  1: attr(
    "BRIDGE_VLANDB_ENTRY_INFO",
    "info",
    struct(4, [
      ["flags", u16],
      ["vid", u16],
    ]),
  ),
  2: attr("BRIDGE_VLANDB_ENTRY_RANGE", "range", u16),
  3: attr(
    "BRIDGE_VLANDB_ENTRY_STATE",
    "state",
    mapped(u8, (state): string | number => STATES[state] ?? state),
  ),
  4: attr("BRIDGE_VLANDB_ENTRY_TUNNEL_INFO", "tunnel", nest(tinfo)),
  5: attr("BRIDGE_VLANDB_ENTRY_STATS", "stats", nest(vlanStats), "detail"),
  6: attr("BRIDGE_VLANDB_ENTRY_MCAST_ROUTER", "mcast_router", u8),
  7: attr("BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS", "mcast_n_groups", u32),
  8: attr("BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS", "mcast_max_groups", u32),
  9: attr("BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS", "neigh_suppress", onOff),
  10: attr("BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT", "neigh_forward_grat", onOff),
} as const;

export const vlanEntry = table<RtContext>()("BRIDGE_VLANDB_ENTRY", ENTRY);

export type VlanEntry = FieldsOf<typeof ENTRY>;
