/** VNIs of VXLANs. */
import type { Recorded } from "./recorded.ts";

export const tunnel: readonly Recorded[] = [
  {
    title: "one after the other",
    command: "bridge vni add vni 100-110 dev vx1",
    bytes: `
      24000000 7800 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWTUNNEL
      07 00 0000 06000000 // tunnel_msg: AF_BRIDGE, index 6
      0c00 0180 // VXLAN_VNIFILTER_ENTRY
        0800 0100 64000000 // VXLAN_VNIFILTER_ENTRY_START 100`,
    ifindex: 6,
    bodies: [{ vni: 100 }],
  },
  {
    title: "with a remote of its own",
    command: "bridge vni add vni 201 remote 198.51.100.9 dev vx1",
    bytes: `
      2c000000 7800 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWTUNNEL
      07 00 0000 06000000 // tunnel_msg: AF_BRIDGE, index 6
      1400 0180 // VXLAN_VNIFILTER_ENTRY
        0800 0100 c9000000 // VXLAN_VNIFILTER_ENTRY_START 201
        0800 0300 c6336409 // VXLAN_VNIFILTER_ENTRY_GROUP 198.51.100.9`,
    ifindex: 6,
    bodies: [{ vni: 201, remote: "198.51.100.9" }],
  },
  {
    title: "with a remote of IPv6",
    command: "bridge vni add vni 301 remote 2001:db8::9 dev vx2",
    bytes: `
      38000000 7800 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWTUNNEL
      07 00 0000 07000000 // tunnel_msg: AF_BRIDGE, index 7
      2000 0180 // VXLAN_VNIFILTER_ENTRY
        0800 0100 2d010000 // VXLAN_VNIFILTER_ENTRY_START 301
        1400 0400 20010db8000000000000000000000009 // VXLAN_VNIFILTER_ENTRY_GROUP6 2001:db8::9`,
    ifindex: 7,
    bodies: [{ vni: 301, remote: "2001:db8::9" }],
  },
  {
    title: "ranges, in a dump",
    command: "RTM_GETTUNNEL",
    bytes: `
      40000000 7800 0200 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWTUNNEL flags 0x2
      07 00 0000 06000000 // tunnel_msg: AF_BRIDGE, index 6
      1400 0180 // VXLAN_VNIFILTER_ENTRY
        0800 0100 64000000 // VXLAN_VNIFILTER_ENTRY_START 100
        0800 0200 6e000000 // VXLAN_VNIFILTER_ENTRY_END 110
      1400 0180 // VXLAN_VNIFILTER_ENTRY
        0800 0100 c9000000 // VXLAN_VNIFILTER_ENTRY_START 201
        0800 0300 c6336409 // VXLAN_VNIFILTER_ENTRY_GROUP 198.51.100.9`,
    ifindex: 6,
    bodies: [
      { vni: 100 },
      { vni: 101 },
      { vni: 102 },
      { vni: 103 },
      { vni: 104 },
      { vni: 105 },
      { vni: 106 },
      { vni: 107 },
      { vni: 108 },
      { vni: 109 },
      { vni: 110 },
      { vni: 201, remote: "198.51.100.9" },
    ],
  },
  {
    title: "a group, and counters",
    command: "written by hand",
    bytes: `
      90000000 7800 0000 00000000 00000000 // nlmsghdr: 144 bytes, RTM_NEWTUNNEL
      07 00 0000 06000000 // tunnel_msg: AF_BRIDGE, index 6
      7800 0180 // VXLAN_VNIFILTER_ENTRY
        0800 0100 2c010000 // VXLAN_VNIFILTER_ENTRY_START 300
        0800 0300 ef010101 // VXLAN_VNIFILTER_ENTRY_GROUP 239.1.1.1
        6400 0580 // VXLAN_VNIFILTER_ENTRY_STATS
          0c00 0100 e803000000000000 // VNIFILTER_ENTRY_STATS_RX_BYTES 1000
          0c00 0200 0a00000000000000 // VNIFILTER_ENTRY_STATS_RX_PKTS 10
          0c00 0300 0100000000000000 // VNIFILTER_ENTRY_STATS_RX_DROPS 1
          0c00 0400 0200000000000000 // VNIFILTER_ENTRY_STATS_RX_ERRORS 2
          0c00 0500 d007000000000000 // VNIFILTER_ENTRY_STATS_TX_BYTES 2000
          0c00 0600 1400000000000000 // VNIFILTER_ENTRY_STATS_TX_PKTS 20
          0c00 0700 0300000000000000 // VNIFILTER_ENTRY_STATS_TX_DROPS 3
          0c00 0800 0400000000000000 // VNIFILTER_ENTRY_STATS_TX_ERRORS 4`,
    ifindex: 6,
    bodies: [
      {
        vni: 300,
        group: "239.1.1.1",
        stats: {
          rx_bytes: 1000,
          rx_pkts: 10,
          rx_drops: 1,
          rx_errors: 2,
          tx_bytes: 2000,
          tx_pkts: 20,
          tx_drops: 3,
          tx_errors: 4,
        },
      },
    ],
  },
  {
    title: "a range too long to be told one by one",
    command: "written by hand",
    bytes: `
      2c000000 7800 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWTUNNEL
      07 00 0000 06000000 // tunnel_msg: AF_BRIDGE, index 6
      1400 0180 // VXLAN_VNIFILTER_ENTRY
        0800 0100 01000000 // VXLAN_VNIFILTER_ENTRY_START 1
        0800 0200 ffffff00 // VXLAN_VNIFILTER_ENTRY_END 16777215`,
    ifindex: 6,
    bodies: [{ vni: 1, vniEnd: 16777215 }],
  },
];
