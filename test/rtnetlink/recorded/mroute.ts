/** Multicast routes, and what the kernel asks a routing daemon. */
import type { Recorded } from "./recorded.ts";

export const mroute: readonly Recorded[] = [
  {
    title: "IPv4",
    command: "setsockopt(MRT_ADD_MFC)",
    bytes: `
      70000000 1800 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWROUTE
      80 20 20 00 fd 11 00 05 00000000 // rtmsg: RTNL_FAMILY_IPMR, /32 from /32, table 253, RTPROT_MROUTED, RTN_MULTICAST
      0800 0f00 fd000000 // RTA_TABLE 253
      0800 0200 c0000209 // RTA_SRC 192.0.2.9
      0800 0100 ef090909 // RTA_DST 239.9.9.9
      0800 0300 03000000 // RTA_IIF 3
      0c00 0900 0800000509000000 // RTA_MULTIPATH rtnexthop: 8 bytes, flags 0, hops 5, index 9
      1c00 1100 00*24 // RTA_MFC_STATS all zero
      0c00 1700 00*8 // RTA_EXPIRES all zero`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        src: "192.0.2.9",
        dst: "239.9.9.9",
        iif: "if3",
        multipath: [{ oif: "if9", ttl: 5 }],
        state: "resolved",
        packets: 0,
        bytes: 0,
        expires: 0,
        table: "default",
      },
    ],
  },
  {
    title: "IPv4, in a dump",
    command: "RTM_GETROUTE",
    bytes: `
      70000000 1800 0200 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWROUTE flags 0x2
      80 20 20 00 fd 11 00 05 00000000 // rtmsg: RTNL_FAMILY_IPMR, /32 from /32, table 253, RTPROT_MROUTED, RTN_MULTICAST
      0800 0f00 fd000000 // RTA_TABLE 253
      0800 0200 c0000209 // RTA_SRC 192.0.2.9
      0800 0100 ef090909 // RTA_DST 239.9.9.9
      0800 0300 03000000 // RTA_IIF 3
      0c00 0900 0800000509000000 // RTA_MULTIPATH rtnexthop: 8 bytes, flags 0, hops 5, index 9
      1c00 1100 00*24 // RTA_MFC_STATS all zero
      0c00 1700 0f00000000000000 // RTA_EXPIRES`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        src: "192.0.2.9",
        dst: "239.9.9.9",
        iif: "if3",
        multipath: [{ oif: "if9", ttl: 5 }],
        state: "resolved",
        packets: 0,
        bytes: 0,
        expires: 0.15,
        table: "default",
      },
    ],
  },
  {
    title: "not resolved yet",
    command: "a packet to 239.8.8.8",
    bytes: `
      34000000 1800 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWROUTE
      80 20 20 00 fd 11 00 05 20000000 // rtmsg: RTNL_FAMILY_IPMR, /32 from /32, table 253, RTPROT_MROUTED, RTN_MULTICAST, RTNH_F_UNRESOLVED
      0800 0f00 fd000000 // RTA_TABLE 253
      0800 0200 c0000209 // RTA_SRC 192.0.2.9
      0800 0100 ef080808 // RTA_DST 239.8.8.8`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        src: "192.0.2.9",
        dst: "239.8.8.8",
        iif: "unresolved",
        state: "unresolved",
        table: "default",
      },
    ],
  },
  {
    title: "IPv6",
    command: "setsockopt(MRT6_ADD_MFC)",
    bytes: `
      88000000 1800 0000 00000000 00000000 // nlmsghdr: 136 bytes, RTM_NEWROUTE
      81 80 80 00 fe 11 00 05 00000000 // rtmsg: RTNL_FAMILY_IP6MR, /128 from /128, table 254, RTPROT_MROUTED, RTN_MULTICAST
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0200 20010db8000000000000000000000009 // RTA_SRC 2001:db8::9
      1400 0100 ff0e0000000000000000000000000009 // RTA_DST ff0e::9
      0800 0300 03000000 // RTA_IIF 3
      0c00 0900 0800000109000000 // RTA_MULTIPATH rtnexthop: 8 bytes, flags 0, hops 1, index 9
      1c00 1100 00*24 // RTA_MFC_STATS all zero
      0c00 1700 00*8 // RTA_EXPIRES all zero`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        src: "2001:db8::9",
        dst: "ff0e::9",
        iif: "if3",
        multipath: [{ oif: "if9" }],
        state: "resolved",
        packets: 0,
        bytes: 0,
        expires: 0,
        table: "main",
      },
    ],
  },
  {
    title: "of a table that has no name",
    command: "written by hand",
    bytes: `
      34000000 1800 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWROUTE
      80 20 20 00 00 11 00 05 20000000 // rtmsg: RTNL_FAMILY_IPMR, /32 from /32, table 0, RTPROT_MROUTED, RTN_MULTICAST, RTNH_F_UNRESOLVED
      0800 0f00 e8030000 // RTA_TABLE 1000
      0800 0200 c0000209 // RTA_SRC 192.0.2.9
      0800 0100 ef080808 // RTA_DST 239.8.8.8`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        src: "192.0.2.9",
        dst: "239.8.8.8",
        iif: "unresolved",
        state: "unresolved",
        table: "1000",
      },
    ],
  },
];

export const cachereport: readonly Recorded[] = [
  {
    title: "IPv4: where to send this?",
    command: "a packet to 239.8.8.8",
    bytes: `
      48000000 6000 0000 00000000 00000000 // nlmsghdr: 72 bytes, RTM_NEWCACHEREPORT
      80 000000 // rtgenmsg: RTNL_FAMILY_IPMR
      0500 0100 01 000000 // IPMRA_CREPORT_MSGTYPE 1
      0800 0200 00000000 // IPMRA_CREPORT_VIF_ID 0
      0800 0300 c0000209 // IPMRA_CREPORT_SRC_ADDR 192.0.2.9
      0800 0400 ef080808 // IPMRA_CREPORT_DST_ADDR 239.8.8.8
      0800 0600 fd000000 // IPMRA_CREPORT_TABLE 253
      0c00 0500 0100010009000000 // IPMRA_CREPORT_PKT 38654771201`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        msgtype: "nocache",
        src: "192.0.2.9",
        dst: "239.8.8.8",
        vif: 0,
        table: "default",
        pkt: "0100010009000000",
      },
    ],
  },
  {
    title: "IPv6",
    command: "a packet to ff0e::8",
    bytes: `
      78000000 6000 0000 00000000 00000000 // nlmsghdr: 120 bytes, RTM_NEWCACHEREPORT
      81 000000 // rtgenmsg: RTNL_FAMILY_IP6MR
      0500 0100 01 000000 // IP6MRA_CREPORT_MSGTYPE 1
      0800 0200 00000000 // IP6MRA_CREPORT_MIF_ID 0
      1400 0300 20010db8000000000000000000000009 // IP6MRA_CREPORT_SRC_ADDR 2001:db8::9
      1400 0400 ff0e0000000000000000000000000008 // IP6MRA_CREPORT_DST_ADDR ff0e::8
      2c00 0500 ff02000000000000 0000000000000002 85001d7b00000000
        01018aad06b41f78 6f6573206e6f7420 // IP6MRA_CREPORT_PKT`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet6",
        msgtype: "nocache",
        src: "2001:db8::9",
        dst: "ff0e::8",
        vif: 0,
        pkt: "ff02000000000000000000000000000285001d7b0000000001018aad06b41f786f6573206e6f7420",
      },
    ],
  },
];
