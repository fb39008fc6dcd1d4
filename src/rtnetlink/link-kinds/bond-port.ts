/** A bond's port (`info_slave_kind: bond`): IFLA_BOND_SLAVE_*. */
import { attr, spread, table } from "../../netlink/attr.ts";
import { bitNames, indexed, mapped, s32, u8, u16, u32 } from "../../netlink/types.ts";
import { hwaddr, type RtContext } from "../types.ts";

/** BOND_STATE_* of include/uapi/linux/if_bonding.h. */
const STATES = ["ACTIVE", "BACKUP"];
/** BOND_LINK_* */
const MII_STATUS = ["UP", "GOING_DOWN", "DOWN", "GOING_BACK"];
/** churn_state_t of include/net/bond_3ad.h. */
const CHURN = ["MONITOR", "CHURN", "NO_CHURN"];

/** LACP_STATE_* */
const LACP = [
  [0x1, "active"],
  [0x2, "short_timeout"],
  [0x4, "aggregating"],
  [0x8, "in_sync"],
  [0x10, "collecting"],
  [0x20, "distributing"],
  [0x40, "defaulted"],
  [0x80, "expired"],
] as const;

const churn = mapped(u8, (state) => CHURN[state] ?? state);

export const bondPort = table<RtContext>()("IFLA_BOND_SLAVE", {
  1: spread("IFLA_BOND_SLAVE_STATE", indexed(u8, "state", STATES)),
  2: spread("IFLA_BOND_SLAVE_MII_STATUS", indexed(u8, "mii_status", MII_STATUS)),
  3: attr("IFLA_BOND_SLAVE_LINK_FAILURE_COUNT", "link_failure_count", u32, "volatile"),
  4: attr("IFLA_BOND_SLAVE_PERM_HWADDR", "perm_hwaddr", hwaddr),
  5: attr("IFLA_BOND_SLAVE_QUEUE_ID", "queue_id", u16),
  6: attr("IFLA_BOND_SLAVE_AD_AGGREGATOR_ID", "ad_aggregator_id", u16),
  7: spread(
    "IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE",
    mapped(u8, (state) => ({
      ad_actor_oper_port_state: state,
      ad_actor_oper_port_state_str: bitNames(state, LACP),
    })),
  ),
  8: spread(
    "IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE",
    mapped(u16, (state) => ({
      ad_partner_oper_port_state: state,
      ad_partner_oper_port_state_str: bitNames(state, LACP),
    })),
  ),
  9: attr("IFLA_BOND_SLAVE_PRIO", "prio", s32),
  10: attr("IFLA_BOND_SLAVE_ACTOR_PORT_PRIO", "actor_port_prio", u16),
  11: attr("IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE", "churn_actor_state", churn),
  12: attr("IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE", "churn_partner_state", churn),
});
