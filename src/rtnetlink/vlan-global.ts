/** Settings of a VLAN of a whole bridge: BRIDGE_VLANDB_GOPTS_*, include/uapi/linux/if_bridge.h, as `bridge -j vlan global show`. */
import { attr, type FieldsOf, ignored, nest, spread, table } from "../netlink/attr.ts";
import { mapped, u8, u16, u32, u64 } from "../netlink/types.ts";
import { querierState } from "./link-kinds/bridge-querier.ts";
import { mdba } from "./mdb.ts";
import type { RtContext } from "./types.ts";

const GOPTS = {
  1: attr("BRIDGE_VLANDB_GOPTS_ID", "vlan", u16),
  2: attr("BRIDGE_VLANDB_GOPTS_RANGE", "range", u16),
  3: attr("BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING", "mcast_snooping", u8),
  4: attr("BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION", "mcast_igmp_version", u8),
  5: attr("BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION", "mcast_mld_version", u8),
  6: attr("BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT", "mcast_last_member_count", u32),
  7: attr("BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT", "mcast_startup_query_count", u32),
  8: attr("BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL", "mcast_last_member_interval", u64),
  9: ignored("BRIDGE_VLANDB_GOPTS_PAD"),
  10: attr("BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL", "mcast_membership_interval", u64),
  11: attr("BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL", "mcast_querier_interval", u64),
  12: attr("BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL", "mcast_query_interval", u64),
  13: attr("BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL", "mcast_query_response_interval", u64),
  14: attr("BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL", "mcast_startup_query_interval", u64),
  15: attr("BRIDGE_VLANDB_GOPTS_MCAST_QUERIER", "mcast_querier", u8),
  16: attr(
    "BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS",
    "router_ports",
    mapped(nest(mdba), ({ router }) => router),
  ),
  17: spread("BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE", querierState),
  18: attr("BRIDGE_VLANDB_GOPTS_MSTI", "msti", u16),
} as const;

export const gopts = table<RtContext>()("BRIDGE_VLANDB_GOPTS", GOPTS);

export type GlobalOptions = FieldsOf<typeof GOPTS>;

/** In the order of bridge, without `vlan`. */
export const OPTIONS = [
  "mcast_snooping",
  "mcast_querier",
  "mcast_querier_state_ipv4",
  "mcast_querier_state_ipv6",
  "mcast_igmp_version",
  "mcast_mld_version",
  "mcast_last_member_count",
  "mcast_last_member_interval",
  "mcast_startup_query_count",
  "mcast_startup_query_interval",
  "mcast_membership_interval",
  "mcast_querier_interval",
  "mcast_query_interval",
  "mcast_query_response_interval",
  "msti",
  "router_ports",
] as const;
