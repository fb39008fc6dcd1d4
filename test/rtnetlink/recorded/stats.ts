/** Statistics. */
import type { Recorded } from "./recorded.ts";

export const stats: readonly Recorded[] = [
  {
    title: "hardware counters are wanted",
    command: "ip stats set dev v0 l3_stats on",
    bytes: `
      38000000 5c00 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWSTATS
      00 00 0000 03000000 08000000 // if_stats_msg: AF_UNSPEC, index 3, filter_mask 0x8
      1c00 0400 // IFLA_STATS_LINK_OFFLOAD_XSTATS
        1800 0280 // IFLA_OFFLOAD_XSTATS_HW_S_INFO
          1400 0380 // IFLA_OFFLOAD_XSTATS_L3_STATS
            0500 0100 01 000000 // IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST 1
            0500 0200 00 000000 // IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED 0`,
    ifindex: 3,
    bodies: [
      {
        ifindex: 3,
        ifname: "if3",
        group: "offload",
        subgroup: "hw_stats_info",
        info: { l3_stats: { request: true, used: false } },
      },
      {
        ifindex: 3,
        ifname: "if3",
        group: "offload",
        subgroup: "l3_stats",
        info: { request: true, used: false },
      },
    ],
  },
  {
    title: "of a bridge",
    command: "RTM_GETSTATS",
    bytes: `
      04020000 5c00 0200 00000000 00000000 // nlmsghdr: 516 bytes, RTM_NEWSTATS flags 0x2
      00 00 0000 0a000000 1f000000 // if_stats_msg: AF_UNSPEC, index 10, filter_mask 0x1f
      cc00 0100 00*200 // IFLA_STATS_LINK_64 all zero
      fc00 0200 // IFLA_STATS_LINK_XSTATS
        f800 0100 // LINK_XSTATS_TYPE_BRIDGE
          f400 0200 00*240 // BRIDGE_XSTATS_MCAST all zero
      1c00 0400 // IFLA_STATS_LINK_OFFLOAD_XSTATS
        1800 0280 // IFLA_OFFLOAD_XSTATS_HW_S_INFO
          1400 0380 // IFLA_OFFLOAD_XSTATS_L3_STATS
            0500 0100 00 000000 // IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST 0
            0500 0200 00 000000 // IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED 0
      0400 0500 // IFLA_STATS_AF_SPEC`,
    ifindex: 10,
    bodies: [
      {
        ifindex: 10,
        ifname: "if10",
        group: "link",
        stats64: {
          rx: {
            bytes: 0,
            packets: 0,
            errors: 0,
            dropped: 0,
            over_errors: 0,
            multicast: 0,
            length_errors: 0,
            crc_errors: 0,
            frame_errors: 0,
            fifo_errors: 0,
            missed_errors: 0,
          },
          tx: {
            bytes: 0,
            packets: 0,
            errors: 0,
            dropped: 0,
            carrier_errors: 0,
            collisions: 0,
            aborted_errors: 0,
            fifo_errors: 0,
            window_errors: 0,
            heartbeat_errors: 0,
          },
        },
      },
      {
        ifindex: 10,
        ifname: "if10",
        group: "xstats",
        subgroup: "bridge",
        suite: "mcast",
        multicast: {
          igmp_queries: { rx_v1: 0, rx_v2: 0, rx_v3: 0, tx_v1: 0, tx_v2: 0, tx_v3: 0 },
          igmp_reports: { rx_v1: 0, rx_v2: 0, rx_v3: 0, tx_v1: 0, tx_v2: 0, tx_v3: 0 },
          igmp_leaves: { rx: 0, tx: 0 },
          igmp_parse_errors: 0,
          mld_queries: { rx_v1: 0, rx_v2: 0, tx_v1: 0, tx_v2: 0 },
          mld_reports: { rx_v1: 0, rx_v2: 0, tx_v1: 0, tx_v2: 0 },
          mld_leaves: { rx: 0, tx: 0 },
          mld_parse_errors: 0,
        },
      },
      {
        ifindex: 10,
        ifname: "if10",
        group: "offload",
        subgroup: "hw_stats_info",
        info: { l3_stats: { request: false, used: false } },
      },
      {
        ifindex: 10,
        ifname: "if10",
        group: "offload",
        subgroup: "l3_stats",
        info: { request: false, used: false },
      },
    ],
  },
  {
    title: "of a bridge, its VLANs and ports, and of a bond",
    command: "written by hand",
    bytes: `
      ec020000 5c00 0000 00000000 00000000 // nlmsghdr: 748 bytes, RTM_NEWSTATS
      00 00 0000 02000000 1f000000 // if_stats_msg: AF_UNSPEC, index 2, filter_mask 0x1f
      cc00 0100 0100000000000000 0200000000000000 0300000000000000
        0400000000000000 0500000000000000 0600000000000000 0700000000000000
        0800000000000000 0900000000000000 0a00000000000000 0b00000000000000
        0c00000000000000 0d00000000000000 0e00000000000000 0f00000000000000
        1000000000000000 1100000000000000 1200000000000000 1300000000000000
        1400000000000000 1500000000000000 1600000000000000 1700000000000000
        1800000000000000 1900000000000000 // IFLA_STATS_LINK_64
      c801 0200 // IFLA_STATS_LINK_XSTATS
        5001 0100 // LINK_XSTATS_TYPE_BRIDGE
          2c00 0100 0100000000000000 0200000000000000 0300000000000000
            0400000000000000 0100060000000000 // BRIDGE_XSTATS_VLAN
          2c00 0100 0500000000000000 0600000000000000 0700000000000000
            0800000000000000 0200000000000000 // BRIDGE_XSTATS_VLAN
          f400 0200 0100000000000000 0200000000000000 0300000000000000
            0400000000000000 0500000000000000 0600000000000000 0700000000000000
            0800000000000000 0900000000000000 0a00000000000000 0b00000000000000
            0c00000000000000 0d00000000000000 0e00000000000000 0f00000000000000
            1000000000000000 1100000000000000 1200000000000000 1300000000000000
            1400000000000000 1500000000000000 1600000000000000 1700000000000000
            1800000000000000 1900000000000000 1a00000000000000 1b00000000000000
            1c00000000000000 1d00000000000000 1e00000000000000 // BRIDGE_XSTATS_MCAST
        7400 0200 // LINK_XSTATS_TYPE_BOND
          7000 0100 // BOND_XSTATS_3AD
            0c00 0000 0100000000000000 // BOND_3AD_STAT_LACPDU_RX 1
            0c00 0100 0200000000000000 // BOND_3AD_STAT_LACPDU_TX 2
            0c00 0200 0300000000000000 // BOND_3AD_STAT_LACPDU_UNKNOWN_RX 3
            0c00 0300 0400000000000000 // BOND_3AD_STAT_LACPDU_ILLEGAL_RX 4
            0c00 0400 0500000000000000 // BOND_3AD_STAT_MARKER_RX 5
            0c00 0500 0600000000000000 // BOND_3AD_STAT_MARKER_TX 6
            0c00 0600 0700000000000000 // BOND_3AD_STAT_MARKER_RESP_RX 7
            0c00 0700 0800000000000000 // BOND_3AD_STAT_MARKER_RESP_TX 8
            0c00 0800 0900000000000000 // BOND_3AD_STAT_MARKER_UNKNOWN_RX 9
      3c00 0300 // IFLA_STATS_LINK_XSTATS_SLAVE
        3800 0100 // LINK_XSTATS_TYPE_BRIDGE
          3400 0400 0100000000000000 0200000000000000 0300000000000000
            0400000000000000 0500000000000000 0600000000000000 // BRIDGE_XSTATS_STP`,
    ifindex: 2,
    bodies: [
      {
        ifindex: 2,
        ifname: "if2",
        group: "link",
        stats64: {
          rx: {
            bytes: 3,
            packets: 1,
            errors: 5,
            dropped: 7,
            over_errors: 12,
            multicast: 9,
            compressed: 22,
            length_errors: 11,
            crc_errors: 13,
            frame_errors: 14,
            fifo_errors: 15,
            missed_errors: 16,
            nohandler: 24,
            otherhost: 25,
          },
          tx: {
            bytes: 4,
            packets: 2,
            errors: 6,
            dropped: 8,
            carrier_errors: 18,
            collisions: 10,
            compressed: 23,
            aborted_errors: 17,
            fifo_errors: 19,
            window_errors: 21,
            heartbeat_errors: 20,
          },
        },
      },
      {
        ifindex: 2,
        ifname: "if2",
        group: "xstats",
        subgroup: "bridge",
        suite: "mcast",
        multicast: {
          igmp_queries: { rx_v1: 1, rx_v2: 3, rx_v3: 5, tx_v1: 2, tx_v2: 4, tx_v3: 6 },
          igmp_reports: { rx_v1: 9, rx_v2: 11, rx_v3: 13, tx_v1: 10, tx_v2: 12, tx_v3: 14 },
          igmp_leaves: { rx: 7, tx: 8 },
          igmp_parse_errors: 15,
          mld_queries: { rx_v1: 16, rx_v2: 18, tx_v1: 17, tx_v2: 19 },
          mld_reports: { rx_v1: 22, rx_v2: 24, tx_v1: 23, tx_v2: 25 },
          mld_leaves: { rx: 20, tx: 21 },
          mld_parse_errors: 26,
        },
      },
      {
        ifindex: 2,
        ifname: "if2",
        group: "xstats",
        subgroup: "bridge",
        suite: "vlan",
        vlans: [
          {
            vid: 1,
            flags: ["PVID", "Egress Untagged"],
            rx_bytes: 1,
            rx_packets: 2,
            tx_bytes: 3,
            tx_packets: 4,
          },
          { vid: 2, rx_bytes: 5, rx_packets: 6, tx_bytes: 7, tx_packets: 8 },
        ],
      },
      {
        ifindex: 2,
        ifname: "if2",
        group: "xstats",
        subgroup: "bond",
        suite: "802.3ad",
        "802.3ad": {
          lacpdu_rx: 1,
          lacpdu_tx: 2,
          lacpdu_unknown_rx: 3,
          lacpdu_illegal_rx: 4,
          marker_rx: 5,
          marker_tx: 6,
          marker_response_rx: 7,
          marker_response_tx: 8,
          marker_unknown_rx: 9,
        },
      },
      {
        ifindex: 2,
        ifname: "if2",
        group: "xstats_slave",
        subgroup: "bridge",
        suite: "stp",
        stp: { rx_bpdu: 3, tx_bpdu: 4, rx_tcn: 5, tx_tcn: 6, transition_blk: 1, transition_fwd: 2 },
      },
    ],
  },
  {
    title: "of hardware and of MPLS",
    command: "written by hand",
    bytes: `
      a4010000 5c00 0000 00000000 00000000 // nlmsghdr: 420 bytes, RTM_NEWSTATS
      00 00 0000 03000000 1f000000 // if_stats_msg: AF_UNSPEC, index 3, filter_mask 0x1f
      3401 0400 // IFLA_STATS_LINK_OFFLOAD_XSTATS
        cc00 0100 00*200 // IFLA_OFFLOAD_XSTATS_CPU_HIT
        1800 0280 // IFLA_OFFLOAD_XSTATS_HW_S_INFO
          1400 0380 // IFLA_OFFLOAD_XSTATS_L3_STATS
            0500 0100 01 000000 // IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST 1
            0500 0200 01 000000 // IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED 1
        4c00 0300 0100000000000000 0200000000000000 0300000000000000
          0400000000000000 0500000000000000 0600000000000000 0700000000000000
          0800000000000000 0900000000000000 // IFLA_OFFLOAD_XSTATS_L3_STATS
      5400 0500 // IFLA_STATS_AF_SPEC
        5000 1c00 // AF_MPLS
          4c00 0100 0100000000000000 0200000000000000 0300000000000000
            0400000000000000 0500000000000000 0600000000000000 0700000000000000
            0800000000000000 0900000000000000 // MPLS_STATS_LINK`,
    ifindex: 3,
    bodies: [
      {
        ifindex: 3,
        ifname: "if3",
        group: "offload",
        subgroup: "cpu_hit",
        stats64: {
          rx: {
            bytes: 0,
            packets: 0,
            errors: 0,
            dropped: 0,
            over_errors: 0,
            multicast: 0,
            length_errors: 0,
            crc_errors: 0,
            frame_errors: 0,
            fifo_errors: 0,
            missed_errors: 0,
          },
          tx: {
            bytes: 0,
            packets: 0,
            errors: 0,
            dropped: 0,
            carrier_errors: 0,
            collisions: 0,
            aborted_errors: 0,
            fifo_errors: 0,
            window_errors: 0,
            heartbeat_errors: 0,
          },
        },
      },
      {
        ifindex: 3,
        ifname: "if3",
        group: "offload",
        subgroup: "hw_stats_info",
        info: { l3_stats: { request: true, used: true } },
      },
      {
        ifindex: 3,
        ifname: "if3",
        group: "offload",
        subgroup: "l3_stats",
        info: { request: true, used: true },
        stats64: {
          rx: { bytes: 3, packets: 1, errors: 5, dropped: 7, multicast: 9 },
          tx: { bytes: 4, packets: 2, errors: 6, dropped: 8 },
        },
      },
      {
        ifindex: 3,
        ifname: "if3",
        group: "afstats",
        subgroup: "mpls",
        mpls_stats: {
          rx: { bytes: 3, packets: 1, errors: 5, dropped: 7, noroute: 9 },
          tx: { bytes: 4, packets: 2, errors: 6, dropped: 8 },
        },
      },
    ],
  },
];
