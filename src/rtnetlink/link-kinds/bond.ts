/** Kind `bond`: IFLA_BOND_*, include/uapi/linux/if_link.h. Times are in milliseconds. */
import { attr, many, nest, Table, table } from "../../netlink/attr.ts";
import { bool, mapped, named, u8, u16, u32 } from "../../netlink/types.ts";
import { devIfAny, hwaddr, inet4, inet6, type RtContext, type RtType } from "../types.ts";

/** BOND_MODE_* */
const MODES = [
  "balance-rr",
  "active-backup",
  "balance-xor",
  "broadcast",
  "802.3ad",
  "balance-tlb",
  "balance-alb",
];
/** BOND_ARP_VALIDATE_*; none is null. */
const ARP_VALIDATE = [null, "active", "backup", "all", "filter", "filter_active", "filter_backup"];
const ARP_ALL_TARGETS = ["any", "all"];
const PRIMARY_RESELECT = ["always", "better", "failure"];
const FAIL_OVER_MAC = ["none", "active", "follow"];
/** BOND_XMIT_POLICY_* */
const XMIT_HASH_POLICY = ["layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4", "vlan+srcmac"];
const LACP_ACTIVE = ["off", "on"];
const LACP_RATE = ["slow", "fast"];
const AD_SELECT = ["stable", "bandwidth", "count", "actor_port_prio"];

const MAX_TARGETS = 16;

/** A nest of addresses, numbered from 0. */
const targets = (name: string, type: RtType<string>): RtType<string[]> =>
  mapped(
    nest(
      new Table<RtContext, { values?: string[] }>(
        name,
        Array.from({ length: MAX_TARGETS }, (_, index) => many(`${name}/${index}`, "values", type)),
      ),
    ),
    ({ values }) => values,
  );

export const adInfo = table<RtContext>()("IFLA_BOND_AD_INFO", {
  1: attr("IFLA_BOND_AD_INFO_AGGREGATOR", "aggregator", u16),
  2: attr("IFLA_BOND_AD_INFO_NUM_PORTS", "num_ports", u16),
  3: attr("IFLA_BOND_AD_INFO_ACTOR_KEY", "actor_key", u16),
  4: attr("IFLA_BOND_AD_INFO_PARTNER_KEY", "partner_key", u16),
  5: attr("IFLA_BOND_AD_INFO_PARTNER_MAC", "partner_mac", hwaddr),
});

export const bond = table<RtContext>()("IFLA_BOND", {
  1: attr("IFLA_BOND_MODE", "mode", named(u8, MODES)),
  2: attr("IFLA_BOND_ACTIVE_SLAVE", "active_slave", devIfAny),
  3: attr("IFLA_BOND_MIIMON", "miimon", u32),
  4: attr("IFLA_BOND_UPDELAY", "updelay", u32),
  5: attr("IFLA_BOND_DOWNDELAY", "downdelay", u32),
  6: attr("IFLA_BOND_USE_CARRIER", "use_carrier", u8),
  7: attr("IFLA_BOND_ARP_INTERVAL", "arp_interval", u32),
  8: attr("IFLA_BOND_ARP_IP_TARGET", "arp_ip_target", targets("IFLA_BOND_ARP_IP_TARGET", inet4)),
  9: attr(
    "IFLA_BOND_ARP_VALIDATE",
    "arp_validate",
    mapped(u32, (value) => (value in ARP_VALIDATE ? ARP_VALIDATE[value] : String(value))),
  ),
  10: attr("IFLA_BOND_ARP_ALL_TARGETS", "arp_all_targets", named(u32, ARP_ALL_TARGETS)),
  11: attr("IFLA_BOND_PRIMARY", "primary", devIfAny),
  12: attr("IFLA_BOND_PRIMARY_RESELECT", "primary_reselect", named(u8, PRIMARY_RESELECT)),
  13: attr("IFLA_BOND_FAIL_OVER_MAC", "fail_over_mac", named(u8, FAIL_OVER_MAC)),
  14: attr("IFLA_BOND_XMIT_HASH_POLICY", "xmit_hash_policy", named(u8, XMIT_HASH_POLICY)),
  15: attr("IFLA_BOND_RESEND_IGMP", "resend_igmp", u32),
  16: attr("IFLA_BOND_NUM_PEER_NOTIF", "num_peer_notif", u8),
  17: attr("IFLA_BOND_ALL_SLAVES_ACTIVE", "all_slaves_active", u8),
  18: attr("IFLA_BOND_MIN_LINKS", "min_links", u32),
  19: attr("IFLA_BOND_LP_INTERVAL", "lp_interval", u32),
  20: attr("IFLA_BOND_PACKETS_PER_SLAVE", "packets_per_slave", u32),
  21: attr("IFLA_BOND_AD_LACP_RATE", "ad_lacp_rate", named(u8, LACP_RATE)),
  22: attr("IFLA_BOND_AD_SELECT", "ad_select", named(u8, AD_SELECT)),
  23: attr("IFLA_BOND_AD_INFO", "ad_info", nest(adInfo)),
  24: attr("IFLA_BOND_AD_ACTOR_SYS_PRIO", "ad_actor_sys_prio", u16),
  25: attr("IFLA_BOND_AD_USER_PORT_KEY", "ad_user_port_key", u16),
  26: attr("IFLA_BOND_AD_ACTOR_SYSTEM", "ad_actor_system", hwaddr),
  27: attr("IFLA_BOND_TLB_DYNAMIC_LB", "tlb_dynamic_lb", u8),
  28: attr("IFLA_BOND_PEER_NOTIF_DELAY", "peer_notify_delay", u32),
  29: attr("IFLA_BOND_AD_LACP_ACTIVE", "ad_lacp_active", named(u8, LACP_ACTIVE)),
  30: attr("IFLA_BOND_MISSED_MAX", "arp_missed_max", u8),
  31: attr("IFLA_BOND_NS_IP6_TARGET", "ns_ip6_target", targets("IFLA_BOND_NS_IP6_TARGET", inet6)),
  32: attr("IFLA_BOND_COUPLED_CONTROL", "coupled_control", bool),
  33: attr("IFLA_BOND_BROADCAST_NEIGH", "broadcast_neighbor", bool),
  34: attr("IFLA_BOND_LACP_STRICT", "lacp_strict", u8, "detail"),
});
