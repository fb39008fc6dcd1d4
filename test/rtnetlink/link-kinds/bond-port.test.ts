import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// A veth under a bond (n-p-r)
test("the active port", () => {
  expect(
    linkinfo(`
  5400 1200                                        // IFLA_LINKINFO
    0900 0100 76657468 00 000000                   // IFLA_INFO_KIND "veth"
    0900 0400 626f6e64 00 000000                   // IFLA_INFO_SLAVE_KIND "bond"
    3800 0500                                      // IFLA_INFO_SLAVE_DATA
      0500 0100 00 000000                          // IFLA_BOND_SLAVE_STATE 0
      0500 0200 00 000000                          // IFLA_BOND_SLAVE_MII_STATUS 0
      0800 0300 00000000                           // IFLA_BOND_SLAVE_LINK_FAILURE_COUNT 0
      0a00 0400 00234567 891a 0000                 // IFLA_BOND_SLAVE_PERM_HWADDR 00:23:45:67:89:1a
      0600 0500 0000 0000                          // IFLA_BOND_SLAVE_QUEUE_ID 0
      0800 0900 00000000                           // IFLA_BOND_SLAVE_PRIO 0`),
  ).toEqual({
    info_kind: "veth",
    info_slave_kind: "bond",
    info_slave_data: {
      state: "ACTIVE",
      mii_status: "UP",
      link_failure_count: 0,
      perm_hwaddr: "00:23:45:67:89:1a",
      queue_id: 0,
      prio: 0,
    },
  });
});

// ip link add bond0 type bond mode 802.3ad; ip link set bond-d0 master bond0; ip link set bond0 up (n-p-r)
test("802.3ad", () => {
  expect(
    linkinfo(`
  8400 1200                                        // IFLA_LINKINFO
    0a00 0100 64756d6d 7900 0000                   // IFLA_INFO_KIND "dummy"
    0900 0400 626f6e64 00 000000                   // IFLA_INFO_SLAVE_KIND "bond"
    6800 0500                                      // IFLA_INFO_SLAVE_DATA
      0500 0100 00 000000                          // IFLA_BOND_SLAVE_STATE 0
      0500 0200 00 000000                          // IFLA_BOND_SLAVE_MII_STATUS 0
      0800 0300 00000000                           // IFLA_BOND_SLAVE_LINK_FAILURE_COUNT 0
      0a00 0400 f6be327c 996b 0000                 // IFLA_BOND_SLAVE_PERM_HWADDR f6:be:32:7c:99:6b
      0600 0500 0000 0000                          // IFLA_BOND_SLAVE_QUEUE_ID 0
      0800 0900 00000000                           // IFLA_BOND_SLAVE_PRIO 0
      0600 0600 0100 0000                          // IFLA_BOND_SLAVE_AD_AGGREGATOR_ID 1
      0500 0700 45 000000                          // IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE 69
      0600 0800 0000 0000                          // IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE 0
      0500 0b00 00 000000                          // IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE MONITOR
      0500 0c00 00 000000                          // IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE MONITOR
      0600 0a00 ff00 0000                          // IFLA_BOND_SLAVE_ACTOR_PORT_PRIO 255`),
  ).toEqual({
    info_kind: "dummy",
    info_slave_kind: "bond",
    info_slave_data: {
      state: "ACTIVE",
      mii_status: "UP",
      link_failure_count: 0,
      perm_hwaddr: "f6:be:32:7c:99:6b",
      queue_id: 0,
      prio: 0,
      ad_aggregator_id: 1,
      ad_actor_oper_port_state: 69,
      ad_actor_oper_port_state_str: ["active", "aggregating", "defaulted"],
      ad_partner_oper_port_state: 0,
      ad_partner_oper_port_state_str: [],
      churn_actor_state: "MONITOR",
      churn_partner_state: "MONITOR",
      actor_port_prio: 255,
    },
  });
});

// By hand: a backup port that is going down
test("states without a name, a negative priority", () => {
  expect(
    linkinfo(`
  5000 1200                                        // IFLA_LINKINFO
    0900 0100 76657468 00 000000                   // IFLA_INFO_KIND "veth"
    0900 0400 626f6e64 00 000000                   // IFLA_INFO_SLAVE_KIND "bond"
    3400 0500                                      // IFLA_INFO_SLAVE_DATA
      0500 0100 02 000000                          // IFLA_BOND_SLAVE_STATE 2
      0500 0200 04 000000                          // IFLA_BOND_SLAVE_MII_STATUS 4
      0800 0300 05000000                           // IFLA_BOND_SLAVE_LINK_FAILURE_COUNT 5
      0800 0900 f6ffffff                           // IFLA_BOND_SLAVE_PRIO -10
      0500 0b00 01 000000                          // IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE CHURN
      0500 0c00 03 000000                          // IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE 3`),
  ).toEqual({
    info_kind: "veth",
    info_slave_kind: "bond",
    info_slave_data: {
      state_index: 2,
      mii_status_index: 4,
      link_failure_count: 5,
      prio: -10,
      churn_actor_state: "CHURN",
      churn_partner_state: 3,
    },
  });
});
