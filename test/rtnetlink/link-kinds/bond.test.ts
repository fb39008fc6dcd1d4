import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// A bond with the defaults (n-p-r)
test("as it is made", () => {
  expect(
    linkinfo(`
  dc00 1200                                        // IFLA_LINKINFO
    0900 0100 626f6e64 00 000000                   // IFLA_INFO_KIND "bond"
    cc00 0200                                      // IFLA_INFO_DATA
      0500 0100 00 000000                          // IFLA_BOND_MODE balance-rr
      0800 0300 00000000                           // IFLA_BOND_MIIMON 0
      0800 0400 00000000                           // IFLA_BOND_UPDELAY 0
      0800 0500 00000000                           // IFLA_BOND_DOWNDELAY 0
      0800 1c00 00000000                           // IFLA_BOND_PEER_NOTIF_DELAY 0
      0500 0600 01 000000                          // IFLA_BOND_USE_CARRIER 1
      0800 0700 00000000                           // IFLA_BOND_ARP_INTERVAL 0
      0800 0900 00000000                           // IFLA_BOND_ARP_VALIDATE 0
      0800 0a00 00000000                           // IFLA_BOND_ARP_ALL_TARGETS any
      0500 0c00 00 000000                          // IFLA_BOND_PRIMARY_RESELECT always
      0500 0d00 00 000000                          // IFLA_BOND_FAIL_OVER_MAC none
      0500 0e00 00 000000                          // IFLA_BOND_XMIT_HASH_POLICY layer2
      0800 0f00 01000000                           // IFLA_BOND_RESEND_IGMP 1
      0500 1000 01 000000                          // IFLA_BOND_NUM_PEER_NOTIF 1
      0500 1100 00 000000                          // IFLA_BOND_ALL_SLAVES_ACTIVE 0
      0800 1200 00000000                           // IFLA_BOND_MIN_LINKS 0
      0800 1300 01000000                           // IFLA_BOND_LP_INTERVAL 1
      0800 1400 01000000                           // IFLA_BOND_PACKETS_PER_SLAVE 1
      0500 1d00 01 000000                          // IFLA_BOND_AD_LACP_ACTIVE on
      0500 1500 00 000000                          // IFLA_BOND_AD_LACP_RATE slow
      0500 1600 00 000000                          // IFLA_BOND_AD_SELECT stable
      0500 1b00 01 000000                          // IFLA_BOND_TLB_DYNAMIC_LB 1
      0500 1e00 02 000000                          // IFLA_BOND_MISSED_MAX 2
      0500 2000 01 000000                          // IFLA_BOND_COUPLED_CONTROL true
      0500 2100 01 000000                          // IFLA_BOND_BROADCAST_NEIGH true`),
  ).toEqual({
    info_kind: "bond",
    info_data: {
      mode: "balance-rr",
      miimon: 0,
      updelay: 0,
      downdelay: 0,
      peer_notify_delay: 0,
      use_carrier: 1,
      arp_interval: 0,
      arp_validate: null,
      arp_all_targets: "any",
      primary_reselect: "always",
      fail_over_mac: "none",
      xmit_hash_policy: "layer2",
      resend_igmp: 1,
      num_peer_notif: 1,
      all_slaves_active: 0,
      min_links: 0,
      lp_interval: 1,
      packets_per_slave: 1,
      ad_lacp_active: "on",
      ad_lacp_rate: "slow",
      ad_select: "stable",
      tlb_dynamic_lb: 1,
      arp_missed_max: 2,
      coupled_control: true,
      broadcast_neighbor: true,
    },
  });
});

// By hand: ip link add bond0 type bond mode active-backup arp_interval 100 arp_validate all arp_ip_target
//   192.0.2.1,192.0.2.2 ns_ip6_target 2001:db8::1 primary eth0; eth0 is active
test("active-backup with targets", () => {
  expect(
    linkinfo(
      `
  8800 1200                                        // IFLA_LINKINFO
    0900 0100 626f6e64 00 000000                   // IFLA_INFO_KIND "bond"
    7800 0200                                      // IFLA_INFO_DATA
      0500 0100 01 000000                          // IFLA_BOND_MODE active-backup
      0800 0200 02000000                           // IFLA_BOND_ACTIVE_SLAVE 2
      0800 0700 64000000                           // IFLA_BOND_ARP_INTERVAL 100
      1400 0800                                    // IFLA_BOND_ARP_IP_TARGET
        0800 0000 c0000201                         // 0
        0800 0100 c0000202                         // 1
      0800 0900 03000000                           // IFLA_BOND_ARP_VALIDATE all
      0800 0a00 01000000                           // IFLA_BOND_ARP_ALL_TARGETS all
      0800 0b00 02000000                           // IFLA_BOND_PRIMARY 2
      0500 0c00 02 000000                          // IFLA_BOND_PRIMARY_RESELECT failure
      0500 0d00 01 000000                          // IFLA_BOND_FAIL_OVER_MAC active
      0500 0e00 05 000000                          // IFLA_BOND_XMIT_HASH_POLICY vlan+srcmac
      1800 1f00                                    // IFLA_BOND_NS_IP6_TARGET
        1400 0000 20010db8 00000000 00000000 00000001 // 0`,
      { 2: "eth0" },
    ),
  ).toEqual({
    info_kind: "bond",
    info_data: {
      mode: "active-backup",
      active_slave: "eth0",
      arp_interval: 100,
      arp_ip_target: ["192.0.2.1", "192.0.2.2"],
      arp_validate: "all",
      arp_all_targets: "all",
      primary: "eth0",
      primary_reselect: "failure",
      fail_over_mac: "active",
      xmit_hash_policy: "vlan+srcmac",
      ns_ip6_target: ["2001:db8::1"],
    },
  });
});

// By hand: ip link add bond0 type bond mode 802.3ad lacp_rate fast ad_select bandwidth
test("802.3ad; without a port, the devices are not named", () => {
  expect(
    linkinfo(`
  a800 1200                                        // IFLA_LINKINFO
    0900 0100 626f6e64 00 000000                   // IFLA_INFO_KIND "bond"
    9800 0200                                      // IFLA_INFO_DATA
      0500 0100 04 000000                          // IFLA_BOND_MODE 802.3ad
      0800 0200 00000000                           // IFLA_BOND_ACTIVE_SLAVE 0
      0800 0b00 00000000                           // IFLA_BOND_PRIMARY 0
      0500 0e00 01 000000                          // IFLA_BOND_XMIT_HASH_POLICY layer3+4
      0500 1500 01 000000                          // IFLA_BOND_AD_LACP_RATE fast
      0500 1600 01 000000                          // IFLA_BOND_AD_SELECT bandwidth
      0600 1800 ffff 0000                          // IFLA_BOND_AD_ACTOR_SYS_PRIO 65535
      0600 1900 0000 0000                          // IFLA_BOND_AD_USER_PORT_KEY 0
      0a00 1a00 00000000 0000 0000                 // IFLA_BOND_AD_ACTOR_SYSTEM 00:00:00:00:00:00
      3000 1700                                    // IFLA_BOND_AD_INFO
        0600 0100 0100 0000                        // IFLA_BOND_AD_INFO_AGGREGATOR
        0600 0200 0200 0000                        // IFLA_BOND_AD_INFO_NUM_PORTS
        0600 0300 0f00 0000                        // IFLA_BOND_AD_INFO_ACTOR_KEY
        0600 0400 0100 0000                        // IFLA_BOND_AD_INFO_PARTNER_KEY
        0a00 0500 02000000 0077 0000               // IFLA_BOND_AD_INFO_PARTNER_MAC
      0500 2000 01 000000                          // IFLA_BOND_COUPLED_CONTROL true
      0500 2100 00 000000                          // IFLA_BOND_BROADCAST_NEIGH false
      0500 2200 00 000000                          // IFLA_BOND_LACP_STRICT 0`),
  ).toEqual({
    info_kind: "bond",
    info_data: {
      mode: "802.3ad",
      xmit_hash_policy: "layer3+4",
      ad_lacp_rate: "fast",
      ad_select: "bandwidth",
      ad_actor_sys_prio: 65535,
      ad_user_port_key: 0,
      ad_actor_system: "00:00:00:00:00:00",
      ad_info: {
        aggregator: 1,
        num_ports: 2,
        actor_key: 15,
        partner_key: 1,
        partner_mac: "02:00:00:00:00:77",
      },
      coupled_control: true,
      broadcast_neighbor: false,
    },
  });
});

// By hand: mode 9
test("a mode that is newer than the table", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0900 0100 626f6e64 00 000000                   // IFLA_INFO_KIND "bond"
    1400 0200                                      // IFLA_INFO_DATA
      0500 0100 09 000000                          // IFLA_BOND_MODE 9
      0800 0900 08000000                           // IFLA_BOND_ARP_VALIDATE 8`),
  ).toEqual({ info_kind: "bond", info_data: { mode: "9", arp_validate: "8" } });
});
