/** A bridge's port (`info_slave_kind: bridge`, and IFLA_PROTINFO of AF_BRIDGE messages): IFLA_BRPORT_*. */
import { attr, ignored, spread, table } from "../../netlink/attr.ts";
import { bool, hex0x, indexed, mapped, u8, u16, u32 } from "../../netlink/types.ts";
import { clockTicks, dev, type RtContext } from "../types.ts";
import { bridgeId } from "./bridge-id.ts";

/** BR_STATE_* */
const STATES = ["disabled", "listening", "learning", "forwarding", "blocking"];

const FWD_MASK: Readonly<Record<number, string>> = { 0: "stp", 2: "lacp", 14: "lldp" };

function forwardMask(mask: number): { group_fwd_mask: string; group_fwd_mask_str: string } {
  const names: string[] = [];
  for (let bit = 0; bit < 16; bit++) if ((mask >> bit) & 1) names.push(FWD_MASK[bit] ?? hex0x(1 << bit));
  return { group_fwd_mask: hex0x(mask), group_fwd_mask_str: names.join(",") || "0x0" };
}

export const bridgePort = table<RtContext>()("IFLA_BRPORT", {
  1: spread("IFLA_BRPORT_STATE", indexed(u8, "state", STATES)),
  2: attr("IFLA_BRPORT_PRIORITY", "priority", u16),
  3: attr("IFLA_BRPORT_COST", "cost", u32),
  4: attr("IFLA_BRPORT_MODE", "hairpin", bool),
  5: attr("IFLA_BRPORT_GUARD", "guard", bool),
  6: attr("IFLA_BRPORT_PROTECT", "root_block", bool),
  7: attr("IFLA_BRPORT_FAST_LEAVE", "fastleave", bool),
  8: attr("IFLA_BRPORT_LEARNING", "learning", bool),
  9: attr("IFLA_BRPORT_UNICAST_FLOOD", "flood", bool),
  10: attr("IFLA_BRPORT_PROXYARP", "proxy_arp", bool),
  11: attr("IFLA_BRPORT_LEARNING_SYNC", "learning_sync", bool, "detail"),
  12: attr("IFLA_BRPORT_PROXYARP_WIFI", "proxy_arp_wifi", bool),
  13: attr("IFLA_BRPORT_ROOT_ID", "root_id", bridgeId),
  14: attr("IFLA_BRPORT_BRIDGE_ID", "bridge_id", bridgeId),
  15: attr("IFLA_BRPORT_DESIGNATED_PORT", "designated_port", u16),
  16: attr("IFLA_BRPORT_DESIGNATED_COST", "designated_cost", u16),
  17: attr("IFLA_BRPORT_ID", "id", mapped(u16, hex0x)),
  18: attr("IFLA_BRPORT_NO", "no", mapped(u16, hex0x)),
  19: attr("IFLA_BRPORT_TOPOLOGY_CHANGE_ACK", "topology_change_ack", u8),
  20: attr("IFLA_BRPORT_CONFIG_PENDING", "config_pending", u8),
  21: attr("IFLA_BRPORT_MESSAGE_AGE_TIMER", "message_age_timer", clockTicks, "volatile"),
  22: attr("IFLA_BRPORT_FORWARD_DELAY_TIMER", "forward_delay_timer", clockTicks, "volatile"),
  23: attr("IFLA_BRPORT_HOLD_TIMER", "hold_timer", clockTicks, "volatile"),
  24: ignored("IFLA_BRPORT_FLUSH"),
  25: attr("IFLA_BRPORT_MULTICAST_ROUTER", "multicast_router", u8),
  26: ignored("IFLA_BRPORT_PAD"),
  27: attr("IFLA_BRPORT_MCAST_FLOOD", "mcast_flood", bool),
  28: attr("IFLA_BRPORT_MCAST_TO_UCAST", "mcast_to_unicast", bool),
  29: attr("IFLA_BRPORT_VLAN_TUNNEL", "vlan_tunnel", bool),
  30: attr("IFLA_BRPORT_BCAST_FLOOD", "bcast_flood", bool),
  31: spread("IFLA_BRPORT_GROUP_FWD_MASK", mapped(u16, forwardMask)),
  32: attr("IFLA_BRPORT_NEIGH_SUPPRESS", "neigh_suppress", bool),
  33: attr("IFLA_BRPORT_ISOLATED", "isolated", bool),
  34: attr("IFLA_BRPORT_BACKUP_PORT", "backup_port", dev),
  35: attr("IFLA_BRPORT_MRP_RING_OPEN", "mrp_ring_open", bool, "detail"),
  36: attr("IFLA_BRPORT_MRP_IN_OPEN", "mrp_in_open", bool, "detail"),
  37: attr("IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT", "mcast_eht_hosts_limit", u32, "detail"),
  38: attr("IFLA_BRPORT_MCAST_EHT_HOSTS_CNT", "mcast_eht_hosts_cnt", u32, "detail"),
  39: attr("IFLA_BRPORT_LOCKED", "locked", bool),
  40: attr("IFLA_BRPORT_MAB", "mab", bool),
  41: attr("IFLA_BRPORT_MCAST_N_GROUPS", "mcast_n_groups", u32, "detail"),
  42: attr("IFLA_BRPORT_MCAST_MAX_GROUPS", "mcast_max_groups", u32, "detail"),
  43: attr("IFLA_BRPORT_NEIGH_VLAN_SUPPRESS", "neigh_vlan_suppress", bool),
  44: attr("IFLA_BRPORT_BACKUP_NHID", "backup_nhid", u32),
  45: attr("IFLA_BRPORT_NEIGH_FORWARD_GRAT", "neigh_forward_grat", bool),
});
