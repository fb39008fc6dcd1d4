/** VLANs of bridges; written by hand after br_vlan_fill_vids and br_vlan_global_opts_fill. */
import type { Recorded } from "./recorded.ts";

export const vlan: readonly Recorded[] = [
  {
    title: "the PVID, and a range that is alike",
    command: "written by hand",
    bytes: `
      78000000 7000 0000 00000000 00000000 // nlmsghdr: 120 bytes, RTM_NEWVLAN
      07 00 0000 03000000 // br_vlan_msg: AF_BRIDGE
      1c00 0180 // BRIDGE_VLANDB_ENTRY
        0800 0100 06000100 // BRIDGE_VLANDB_ENTRY_INFO 65542
        0500 0300 03 000000 // BRIDGE_VLANDB_ENTRY_STATE 3
        0500 0600 01 000000 // BRIDGE_VLANDB_ENTRY_MCAST_ROUTER 1
      4400 0180 // BRIDGE_VLANDB_ENTRY
        0800 0100 00000a00 // BRIDGE_VLANDB_ENTRY_INFO 655360
        0600 0200 0c00 0000 // BRIDGE_VLANDB_ENTRY_RANGE 12
        0500 0300 03 000000 // BRIDGE_VLANDB_ENTRY_STATE 3
        0500 0600 01 000000 // BRIDGE_VLANDB_ENTRY_MCAST_ROUTER 1
        0800 0700 02000000 // BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS 2
        0800 0800 10000000 // BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS 16
        0500 0900 01 000000 // BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS 1
        0500 0a00 00 000000 // BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT 0`,
    ifindex: 3,
    bodies: [
      { vlan: 1, flags: ["PVID", "Egress Untagged"], state: "forwarding", mcast_router: 1 },
      {
        vlan: 10,
        state: "forwarding",
        mcast_router: 1,
        mcast_n_groups: 2,
        mcast_max_groups: 16,
        neigh_suppress: true,
        neigh_forward_grat: false,
      },
      {
        vlan: 11,
        state: "forwarding",
        mcast_router: 1,
        mcast_n_groups: 2,
        mcast_max_groups: 16,
        neigh_suppress: true,
        neigh_forward_grat: false,
      },
      {
        vlan: 12,
        state: "forwarding",
        mcast_router: 1,
        mcast_n_groups: 2,
        mcast_max_groups: 16,
        neigh_suppress: true,
        neigh_forward_grat: false,
      },
    ],
  },
  {
    title: "tunnels and counters",
    command: "written by hand",
    bytes: `
      74000000 7000 0000 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWVLAN
      07 00 0000 03000000 // br_vlan_msg: AF_BRIDGE
      5c00 0180 // BRIDGE_VLANDB_ENTRY
        0800 0100 00001400 // BRIDGE_VLANDB_ENTRY_INFO 1310720
        0600 0200 1500 0000 // BRIDGE_VLANDB_ENTRY_RANGE 21
        0500 0300 04 000000 // BRIDGE_VLANDB_ENTRY_STATE 4
        0c00 0480 // BRIDGE_VLANDB_ENTRY_TUNNEL_INFO
          0800 0100 d0070000 // BRIDGE_VLANDB_TINFO_ID 2000
        3400 0580 // BRIDGE_VLANDB_ENTRY_STATS
          0c00 0100 e803000000000000 // BRIDGE_VLANDB_STATS_RX_BYTES 1000
          0c00 0200 0a00000000000000 // BRIDGE_VLANDB_STATS_RX_PACKETS 10
          0c00 0300 d007000000000000 // BRIDGE_VLANDB_STATS_TX_BYTES 2000
          0c00 0400 1400000000000000 // BRIDGE_VLANDB_STATS_TX_PACKETS 20`,
    ifindex: 3,
    bodies: [
      {
        vlan: 20,
        state: "blocking",
        rx_bytes: 1000,
        rx_packets: 10,
        tx_bytes: 2000,
        tx_packets: 20,
        tunid: 2000,
      },
      {
        vlan: 21,
        state: "blocking",
        rx_bytes: 1000,
        rx_packets: 10,
        tx_bytes: 2000,
        tx_packets: 20,
        tunid: 2001,
      },
    ],
  },
  {
    title: "gone",
    command: "written by hand",
    bytes: `
      24000000 7100 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_DELVLAN
      07 00 0000 03000000 // br_vlan_msg: AF_BRIDGE
      0c00 0180 // BRIDGE_VLANDB_ENTRY
        0800 0100 00000b00 // BRIDGE_VLANDB_ENTRY_INFO 720896`,
    ifindex: 3,
    bodies: [{ vlan: 11 }],
  },
];

export const vlan_global: readonly Recorded[] = [
  {
    title: "all settings, for a range",
    command: "written by hand",
    bytes: `
      ec000000 7000 0000 00000000 00000000 // nlmsghdr: 236 bytes, RTM_NEWVLAN
      07 00 0000 02000000 // br_vlan_msg: AF_BRIDGE
      d400 0280 // BRIDGE_VLANDB_GLOBAL_OPTIONS
        0600 0100 0a00 0000 // BRIDGE_VLANDB_GOPTS_ID 10
        0600 0200 0b00 0000 // BRIDGE_VLANDB_GOPTS_RANGE 11
        0500 0300 01 000000 // BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING 1
        0500 0400 02 000000 // BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION 2
        0500 0500 01 000000 // BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION 1
        0800 0600 02000000 // BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT 2
        0800 0700 02000000 // BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT 2
        0c00 0800 6400000000000000 // BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL 100
        0c00 0a00 9065000000000000 // BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL 26000
        0c00 0b00 9c63000000000000 // BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL 25500
        0c00 0c00 d430000000000000 // BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL 12500
        0c00 0d00 e803000000000000 // BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL 1000
        0c00 0e00 350c000000000000 // BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL 3125
        0500 0f00 01 000000 // BRIDGE_VLANDB_GOPTS_MCAST_QUERIER 1
        2000 1180 // BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE
          0800 0100 c0000201 // BRIDGE_QUERIER_IP_ADDRESS 192.0.2.1
          0800 0200 03000000 // BRIDGE_QUERIER_IP_PORT 3
          0c00 0300 00362f5f3b000000 // BRIDGE_QUERIER_IP_OTHER_TIMER 255000000000
        0600 1200 0500 0000 // BRIDGE_VLANDB_GOPTS_MSTI 5
        2000 1080 // BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS
          1c00 0200 // MDBA_ROUTER
            1800 0100 // MDBA_ROUTER_PORT
              03000000 // index 3
              0800 0100 64000000 // MDBA_ROUTER_PATTR_TIMER 100
              0500 0200 01 000000 // MDBA_ROUTER_PATTR_TYPE 1`,
    ifindex: 2,
    bodies: [
      {
        vlan: 10,
        mcast_snooping: 1,
        mcast_querier: 1,
        mcast_querier_state_ipv4: {
          mcast_querier_ipv4_addr: "192.0.2.1",
          mcast_querier_ipv4_port: 3,
          mcast_querier_ipv4_other_timer: "255s",
        },
        mcast_querier_state_ipv6: {},
        mcast_igmp_version: 2,
        mcast_mld_version: 1,
        mcast_last_member_count: 2,
        mcast_last_member_interval: 100,
        mcast_startup_query_count: 2,
        mcast_startup_query_interval: 3125,
        mcast_membership_interval: 26000,
        mcast_querier_interval: 25500,
        mcast_query_interval: 12500,
        mcast_query_response_interval: 1000,
        msti: 5,
        router_ports: [{ port: "if3", timer: "   1.00", type: "temp" }],
      },
      {
        vlan: 11,
        mcast_snooping: 1,
        mcast_querier: 1,
        mcast_querier_state_ipv4: {
          mcast_querier_ipv4_addr: "192.0.2.1",
          mcast_querier_ipv4_port: 3,
          mcast_querier_ipv4_other_timer: "255s",
        },
        mcast_querier_state_ipv6: {},
        mcast_igmp_version: 2,
        mcast_mld_version: 1,
        mcast_last_member_count: 2,
        mcast_last_member_interval: 100,
        mcast_startup_query_count: 2,
        mcast_startup_query_interval: 3125,
        mcast_membership_interval: 26000,
        mcast_querier_interval: 25500,
        mcast_query_interval: 12500,
        mcast_query_response_interval: 1000,
        msti: 5,
        router_ports: [{ port: "if3", timer: "   1.00", type: "temp" }],
      },
    ],
  },
  {
    title: "a time that no number holds",
    command: "written by hand",
    bytes: `
      34000000 7000 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWVLAN
      07 00 0000 02000000 // br_vlan_msg: AF_BRIDGE, index 2
      1c00 0280 // BRIDGE_VLANDB_GLOBAL_OPTIONS
        0600 0100 0a00 0000 // BRIDGE_VLANDB_GOPTS_ID 10
        1000 1180 // BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE
          0c00 0300 ffffffffffffffff // BRIDGE_QUERIER_IP_OTHER_TIMER`,
    ifindex: 2,
    bodies: [
      {
        vlan: 10,
        mcast_querier_state_ipv4: { mcast_querier_ipv4_other_timer: "18400000000s" },
        mcast_querier_state_ipv6: {},
      },
    ],
  },
];
