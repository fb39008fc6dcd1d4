/** Kind `bridge`: IFLA_BR_*, include/uapi/linux/if_link.h. Times are in USER_HZ ticks, as `ip -j` gives them. */
import { attr, ignored, spread, table } from "../../netlink/attr.ts";
import { hex0x, mapped, named, u8, u16, u32, u64 } from "../../netlink/types.ts";
import { ethertype } from "../ethertype.ts";
import { clockTicks, hwaddr, type RtContext, type RtType } from "../types.ts";
import { bridgeId } from "./bridge-id.ts";
import { querierState } from "./bridge-querier.ts";

const BOOLOPTS = [
  "no_linklocal_learn",
  "mcast_vlan_snooping",
  "mst_enabled",
  "mdb_offload_fail_notification",
  "fdb_local_vlan_0",
] as const;

/** struct br_boolopt_multi: values u32, mask u32 of the options this kernel has. */
const boolopts: RtType<{ [K in (typeof BOOLOPTS)[number]]?: number }> = {
  min: 8,
  read(view, at) {
    const optval = view.getUint32(at, true);
    const optmask = view.getUint32(at + 4, true);
    const options: { [K in (typeof BOOLOPTS)[number]]?: number } = {};
    for (const [bit, name] of BOOLOPTS.entries())
      if ((optmask >> bit) & 1) options[name] = (optval >> bit) & 1;
    return options;
  },
};

export const bridge = table<RtContext>()("IFLA_BR", {
  1: attr("IFLA_BR_FORWARD_DELAY", "forward_delay", u32),
  2: attr("IFLA_BR_HELLO_TIME", "hello_time", u32),
  3: attr("IFLA_BR_MAX_AGE", "max_age", u32),
  4: attr("IFLA_BR_AGEING_TIME", "ageing_time", u32),
  5: attr("IFLA_BR_STP_STATE", "stp_state", u32),
  6: attr("IFLA_BR_PRIORITY", "priority", u16),
  7: attr("IFLA_BR_VLAN_FILTERING", "vlan_filtering", u8),
  8: attr("IFLA_BR_VLAN_PROTOCOL", "vlan_protocol", ethertype),
  9: attr("IFLA_BR_GROUP_FWD_MASK", "group_fwd_mask", mapped(u16, hex0x)),
  10: attr("IFLA_BR_ROOT_ID", "root_id", bridgeId),
  11: attr("IFLA_BR_BRIDGE_ID", "bridge_id", bridgeId),
  12: attr("IFLA_BR_ROOT_PORT", "root_port", u16),
  13: attr("IFLA_BR_ROOT_PATH_COST", "root_path_cost", u32),
  14: attr("IFLA_BR_TOPOLOGY_CHANGE", "topology_change", u8),
  15: attr("IFLA_BR_TOPOLOGY_CHANGE_DETECTED", "topology_change_detected", u8),
  16: attr("IFLA_BR_HELLO_TIMER", "hello_timer", clockTicks, "volatile"),
  17: attr("IFLA_BR_TCN_TIMER", "tcn_timer", clockTicks, "volatile"),
  18: attr("IFLA_BR_TOPOLOGY_CHANGE_TIMER", "topology_change_timer", clockTicks, "volatile"),
  19: attr("IFLA_BR_GC_TIMER", "gc_timer", clockTicks, "volatile"),
  20: attr("IFLA_BR_GROUP_ADDR", "group_addr", hwaddr),
  21: ignored("IFLA_BR_FDB_FLUSH"),
  22: attr("IFLA_BR_MCAST_ROUTER", "mcast_router", u8),
  23: attr("IFLA_BR_MCAST_SNOOPING", "mcast_snooping", u8),
  24: attr("IFLA_BR_MCAST_QUERY_USE_IFADDR", "mcast_query_use_ifaddr", u8),
  25: attr("IFLA_BR_MCAST_QUERIER", "mcast_querier", u8),
  26: attr("IFLA_BR_MCAST_HASH_ELASTICITY", "mcast_hash_elasticity", u32),
  27: attr("IFLA_BR_MCAST_HASH_MAX", "mcast_hash_max", u32),
  28: attr("IFLA_BR_MCAST_LAST_MEMBER_CNT", "mcast_last_member_cnt", u32),
  29: attr("IFLA_BR_MCAST_STARTUP_QUERY_CNT", "mcast_startup_query_cnt", u32),
  30: attr("IFLA_BR_MCAST_LAST_MEMBER_INTVL", "mcast_last_member_intvl", u64),
  31: attr("IFLA_BR_MCAST_MEMBERSHIP_INTVL", "mcast_membership_intvl", u64),
  32: attr("IFLA_BR_MCAST_QUERIER_INTVL", "mcast_querier_intvl", u64),
  33: attr("IFLA_BR_MCAST_QUERY_INTVL", "mcast_query_intvl", u64),
  34: attr("IFLA_BR_MCAST_QUERY_RESPONSE_INTVL", "mcast_query_response_intvl", u64),
  35: attr("IFLA_BR_MCAST_STARTUP_QUERY_INTVL", "mcast_startup_query_intvl", u64),
  36: attr("IFLA_BR_NF_CALL_IPTABLES", "nf_call_iptables", u8),
  37: attr("IFLA_BR_NF_CALL_IP6TABLES", "nf_call_ip6tables", u8),
  38: attr("IFLA_BR_NF_CALL_ARPTABLES", "nf_call_arptables", u8),
  39: attr("IFLA_BR_VLAN_DEFAULT_PVID", "vlan_default_pvid", u16),
  40: ignored("IFLA_BR_PAD"),
  41: attr("IFLA_BR_VLAN_STATS_ENABLED", "vlan_stats_enabled", u8),
  42: attr("IFLA_BR_MCAST_STATS_ENABLED", "mcast_stats_enabled", u8),
  43: attr("IFLA_BR_MCAST_IGMP_VERSION", "mcast_igmp_version", u8),
  44: attr("IFLA_BR_MCAST_MLD_VERSION", "mcast_mld_version", u8),
  45: attr("IFLA_BR_VLAN_STATS_PER_PORT", "vlan_stats_per_port", u8),
  46: spread("IFLA_BR_MULTI_BOOLOPT", boolopts),
  47: spread("IFLA_BR_MCAST_QUERIER_STATE", querierState),
  48: attr("IFLA_BR_FDB_N_LEARNED", "fdb_n_learned", u32, "volatile"),
  49: attr("IFLA_BR_FDB_MAX_LEARNED", "fdb_max_learned", u32),
  50: attr("IFLA_BR_STP_MODE", "stp_mode", named(u32, { 0: "auto", 1: "user", 2: "kernel" })),
});
