/** Routes. */
import type { Recorded } from "./recorded.ts";

export const route: readonly Recorded[] = [
  {
    title: "through a gateway",
    command: "ip route add 10.1.2.0/24 via 10.0.0.2",
    bytes: `
      3c000000 1800 0006 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWROUTE, flags 0x600
      02 18 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        gateway: "10.0.0.2",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "gone",
    command: "ip route del 10.1.2.0/24",
    bytes: `
      3c000000 1900 0000 00000000 00000000 // nlmsghdr: 60 bytes, RTM_DELROUTE, flags 0x0
      02 18 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        gateway: "10.0.0.2",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "a default, with everything that the kernel looks it up by",
    command:
      "ip route add default via 10.0.0.2 dev v0 tos 0x10 metric 50 table 1000 proto static src 10.0.0.1 onlink",
    bytes: `
      44000000 1800 0006 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWROUTE, flags 0x600
      02 00 00 10 fc 04 00 01 04000000 // rtmsg: AF_INET, /0, from /0, TOS 0x10, table 252, protocol 4, scope 0, type 1, flags 0x4
      0800 0f00 e8030000 // RTA_TABLE 1000
      0800 0600 32000000 // RTA_PRIORITY 50
      0800 0700 0a000001 // RTA_PREFSRC 10.0.0.1
      0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "default",
        tos: "0x10",
        gateway: "10.0.0.2",
        dev: "if3",
        table: "1000",
        protocol: "static",
        scope: "global",
        prefsrc: "10.0.0.1",
        metric: 50,
        flags: ["onlink"],
      },
    ],
  },
  {
    title: "a host through a device",
    command: "ip route add 10.1.2.3 dev v0 scope link",
    bytes: `
      34000000 1800 0006 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWROUTE, flags 0x600
      02 20 00 00 fe 03 fd 01 00000000 // rtmsg: AF_INET, /32, from /0, TOS 0x0, table 254, protocol 3, scope 253, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a010203 // RTA_DST 10.1.2.3
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.3",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "link",
        flags: [],
      },
    ],
  },
  {
    title: "to nowhere",
    command: "ip route add unreachable 10.4.0.0/16 metric 4294967295",
    bytes: `
      34000000 1800 0006 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 00 fe 03 00 07 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 7, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a040000 // RTA_DST 10.4.0.0
      0800 0600 ffffffff // RTA_PRIORITY 4294967295`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        type: "unreachable",
        dst: "10.4.0.0/16",
        table: "main",
        protocol: "boot",
        scope: "global",
        metric: 4294967295,
        flags: [],
      },
    ],
  },
  {
    title: "realms, and a class of service",
    command: "ip route add 10.5.0.0/16 via 10.0.0.2 realms 3/5 tos 0x1c",
    bytes: `
      44000000 1800 0006 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 1c fe 03 00 01 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x1c, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a050000 // RTA_DST 10.5.0.0
      0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
      0800 0400 03000000 // RTA_OIF 3
      0800 0b00 05000300 // RTA_FLOW realms 3/5`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.5.0.0/16",
        tos: "0x1c",
        gateway: "10.0.0.2",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
        flow: { from: "3", to: "5" },
      },
    ],
  },
  {
    title: "metrics and locks",
    command:
      "ip route add 10.6.0.0/16 via 10.0.0.2 mtu lock 1400 rtt 100ms rttvar 40ms cwnd lock 10 features ecn congctl cubic",
    bytes: `
      7c000000 1800 0006 00000000 00000000 // nlmsghdr: 124 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a060000 // RTA_DST 10.6.0.0
      4000 0800 // RTA_METRICS
        0800 0100 84000000 // RTAX_LOCK 0x84
        0800 0200 78050000 // RTAX_MTU 1400
        0800 0400 20030000 // RTAX_RTT 800
        0800 0500 a0000000 // RTAX_RTTVAR 160
        0800 0700 0a000000 // RTAX_CWND 10
        0800 0c00 01000000 // RTAX_FEATURES 1
        0a00 1000 637562696300 0000 // RTAX_CC_ALGO "cubic"
      0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.6.0.0/16",
        gateway: "10.0.0.2",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
        metrics: [
          {
            mtu: 1400,
            rtt: 100,
            rttvar: 40,
            cwnd: 10,
            ecn: true,
            congestion: "cubic",
            lock: ["mtu", "cwnd"],
          },
        ],
      },
    ],
  },
  {
    title: "several nexthops",
    command:
      "ip route add 10.7.0.0/16 nexthop via 10.0.0.2 weight 5 realms 7 nexthop via 10.0.0.3 dev v0 onlink nexthop dev v0",
    bytes: `
      60000000 1800 0006 00000000 00000000 // nlmsghdr: 96 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a070000 // RTA_DST 10.7.0.0
      3400 0900 // RTA_MULTIPATH
        1800 00 04 03000000 // rtnexthop: flags 0x0, hops 4, index 3
          0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
          0800 0b00 07000000 // RTA_FLOW realms 0/7
        1000 04 00 03000000 // rtnexthop: flags 0x4, hops 0, index 3
          0800 0500 0a000003 // RTA_GATEWAY 10.0.0.3
        0800 00 00 03000000 // rtnexthop: flags 0x0, hops 0, index 3`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.7.0.0/16",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
        nexthops: [
          { gateway: "10.0.0.2", flow: { to: "7" }, dev: "if3", weight: 5, flags: [] },
          { gateway: "10.0.0.3", dev: "if3", weight: 1, flags: ["onlink"] },
          { dev: "if3", weight: 1, flags: [] },
        ],
      },
    ],
  },
  {
    title: "through a gateway of IPv6",
    command: "ip route add 10.8.0.0/16 via inet6 2001:db8::5 dev v0",
    bytes: `
      4c000000 1800 0006 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a080000 // RTA_DST 10.8.0.0
      1600 1200 0a0020010db8000000000000000000000005 0000 // RTA_VIA AF_INET6 2001:db8::5
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.8.0.0/16",
        via: { family: "inet6", host: "2001:db8::5" },
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "through a nexthop object",
    command: "ip route add 10.9.0.0/16 nhid 1",
    bytes: `
      44000000 1800 0006 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a090000 // RTA_DST 10.9.0.0
      0800 1e00 01000000 // RTA_NH_ID 1
      0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.9.0.0/16",
        nhid: 1,
        gateway: "10.0.0.2",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "through a group of nexthop objects",
    command: "ip route add 10.10.0.0/16 nhid 3",
    bytes: `
      58000000 1800 0006 00000000 00000000 // nlmsghdr: 88 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a0a0000 // RTA_DST 10.10.0.0
      0800 1e00 03000000 // RTA_NH_ID 3
      2400 0900 // RTA_MULTIPATH
        1000 00 00 03000000 // rtnexthop: flags 0x0, hops 0, index 3
          0800 0500 0a000002 // RTA_GATEWAY 10.0.0.2
        1000 00 04 03000000 // rtnexthop: flags 0x0, hops 4, index 3
          0800 0500 0a000003 // RTA_GATEWAY 10.0.0.3`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.10.0.0/16",
        nhid: 3,
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
        nexthops: [
          { gateway: "10.0.0.2", dev: "if3", weight: 1, flags: [] },
          { gateway: "10.0.0.3", dev: "if3", weight: 5, flags: [] },
        ],
      },
    ],
  },
  {
    title: "IPv6 through a gateway",
    command: "ip -6 route add 2001:db8:1::/48 via 2001:db8::2 pref high metric 5",
    bytes: `
      88000000 1800 0006 00000000 00000000 // nlmsghdr: 136 bytes, RTM_NEWROUTE, flags 0x600
      0a 30 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000100000000000000000000 // RTA_DST 2001:db8:1::
      0800 0600 05000000 // RTA_PRIORITY 5
      1400 0500 20010db8000000000000000000000002 // RTA_GATEWAY 2001:db8::2
      0800 0400 03000000 // RTA_OIF 3
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 01 000000 // RTA_PREF 1`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:1::/48",
        gateway: "2001:db8::2",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        metric: 5,
        flags: [],
        pref: "high",
      },
    ],
  },
  {
    title: "IPv6, for a time",
    command: "ip -6 route add 2001:db8:2::/48 dev v0 expires 1000",
    bytes: `
      74000000 1800 0006 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWROUTE, flags 0x600
      0a 30 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000200000000000000000000 // RTA_DST 2001:db8:2::
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 03000000 // RTA_OIF 3
      2400 0c00 00000000 00000000 a0860100 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO: expires 100000
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:2::/48",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        metric: 1024,
        flags: [],
        expires: 1000,
        pref: "medium",
      },
    ],
  },
  {
    title: "IPv6, to nowhere",
    command: "ip -6 route add blackhole 2001:db8:4::/48",
    bytes: `
      74000000 1800 0006 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWROUTE, flags 0x600
      0a 30 00 00 fe 03 00 06 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 6, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000400000000000000000000 // RTA_DST 2001:db8:4::
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 01000000 // RTA_OIF 1
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 1,
    bodies: [
      {
        family: "inet6",
        type: "blackhole",
        dst: "2001:db8:4::/48",
        dev: "if1",
        table: "main",
        protocol: "boot",
        scope: "global",
        metric: 1024,
        flags: [],
        pref: "medium",
      },
    ],
  },
  {
    title: "IPv6, several nexthops",
    command:
      "ip -6 route add 2001:db8:5::/48 nexthop via fe80::1 dev v0 weight 2 nexthop via 2001:db8::2 dev v0",
    bytes: `
      a8000000 1800 0004 00000000 00000000 // nlmsghdr: 168 bytes, RTM_NEWROUTE, flags 0x400
      0a 30 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000500000000000000000000 // RTA_DST 2001:db8:5::
      0800 0600 00040000 // RTA_PRIORITY 1024
      3c00 0900 // RTA_MULTIPATH
        1c00 00 01 03000000 // rtnexthop: flags 0x0, hops 1, index 3
          1400 0500 fe800000000000000000000000000001 // RTA_GATEWAY fe80::1
        1c00 00 00 03000000 // rtnexthop: flags 0x0, hops 0, index 3
          1400 0500 20010db8000000000000000000000002 // RTA_GATEWAY 2001:db8::2
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:5::/48",
        table: "main",
        protocol: "boot",
        scope: "global",
        metric: 1024,
        flags: [],
        pref: "medium",
        nexthops: [
          { gateway: "fe80::1", dev: "if3", weight: 2, flags: [] },
          { gateway: "2001:db8::2", dev: "if3", weight: 1, flags: [] },
        ],
      },
    ],
  },
  {
    title: "IPv6, one of them gone",
    command: "ip -6 route del 2001:db8:5::/48 via fe80::1 dev v0",
    bytes: `
      88000000 1900 0000 00000000 00000000 // nlmsghdr: 136 bytes, RTM_DELROUTE, flags 0x0
      0a 30 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000500000000000000000000 // RTA_DST 2001:db8:5::
      0800 0600 00040000 // RTA_PRIORITY 1024
      1400 0500 fe800000000000000000000000000001 // RTA_GATEWAY fe80::1
      0800 0400 03000000 // RTA_OIF 3
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:5::/48",
        gateway: "fe80::1",
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        metric: 1024,
        flags: [],
        pref: "medium",
      },
    ],
  },
  {
    title: "labels are exchanged",
    command: "written by hand",
    bytes: `
      58000000 1800 0000 00000000 00000000 // nlmsghdr: 88 bytes, RTM_NEWROUTE
      1c 14 00 00 fe 03 00 01 00000000 // rtmsg: AF_MPLS, /20, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0100 00064100 // RTA_DST 100, bottom
      0500 1a00 01 000000 // RTA_TTL_PROPAGATE 1
      0c00 1300 000c80000012c100 // RTA_NEWDST 200, 300, bottom
      1600 1200 0a0020010db8000100000000000000000002 0000 // RTA_VIA AF_INET6 2001:db8:1::2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "mpls",
        type: "unicast",
        dst: "100",
        to: "200/300",
        via: { family: "inet6", host: "2001:db8:1::2" },
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
        "ttl-propogate": true,
      },
    ],
  },
  {
    title: "labels, several nexthops",
    command: "written by hand",
    bytes: `
      58000000 1800 0000 00000000 00000000 // nlmsghdr: 88 bytes, RTM_NEWROUTE
      1c 14 00 00 fe 03 00 01 00000000 // rtmsg: AF_MPLS, /20, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0100 00065100 // RTA_DST 101, bottom
      3400 0900 // RTA_MULTIPATH
        1c00 00 00 03000000 // rtnexthop: flags 0x0, hops 0, index 3
          0800 1300 000c8100 // RTA_NEWDST 200, bottom
          0a00 1200 0200c0000201 0000 // RTA_VIA AF_INET 192.0.2.1
        1800 01 00 04000000 // rtnexthop: flags 0x1 (dead), hops 0, index 4
          0c00 1200 1100020000000001 // RTA_VIA AF_PACKET 02:00:00:00:00:01`,
    ifindex: undefined,
    bodies: [
      {
        family: "mpls",
        type: "unicast",
        dst: "101",
        table: "main",
        protocol: "boot",
        scope: "global",
        flags: [],
        nexthops: [{ to: "200", via: { family: "inet", host: "192.0.2.1" }, dev: "if3", flags: [] }],
      },
    ],
    problems: [{ path: "RTA_MULTIPATH", problem: "20 bytes are no rtnexthop" }],
    unknown: [{ path: "RTA_MULTIPATH", hex: "18000100040000000c0012001100020000000001" }],
  },
  {
    title: "the answer to a question",
    command: "written by hand",
    bytes: `
      70000000 1800 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWROUTE
      02 20 00 00 fe 00 00 02 00020180 // rtmsg: AF_INET, /32, from /0, TOS 0x0, table 254, protocol 0, scope 0, type 2, flags 0x80010200
      0800 0100 c0000201 // RTA_DST 192.0.2.1
      0800 0400 01000000 // RTA_OIF 1
      0800 0f00 ff000000 // RTA_TABLE 255
      0800 1000 07000000 // RTA_MARK 7
      0800 1900 e8030000 // RTA_UID 1000
      0800 0300 03000000 // RTA_IIF 3
      2400 0c00 0100000064000000020800008fffffff040000001f0000002000000005000000 // RTA_CACHEINFO expires 2050, error -113, id 0x1f, ts 0x20, tsage 5`,
    ifindex: 1,
    bodies: [
      {
        family: "inet",
        type: "local",
        dst: "192.0.2.1",
        dev: "if1",
        table: "local",
        protocol: "unspec",
        scope: "global",
        flags: [],
        mark: 7,
        uid: 1000,
        cloned: true,
        cache: ["local", "notify"],
        expires: 20,
        error: 4294967183,
        ipid: "0x1f",
        ts: "0x20",
        tsage: 5,
        iif: "if3",
      },
    ],
  },
  {
    title: "what hardware does with it, and a flag without a name",
    command: "written by hand",
    bytes: `
      2c000000 1800 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 08440000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x4408
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: ["offload", "rt_offload", "400"],
      },
    ],
  },
  {
    title: "numbers without a name",
    command: "written by hand",
    bytes: `
      68000000 1800 0000 00000000 00000000 // nlmsghdr: 104 bytes, RTM_NEWROUTE
      0a 20 30 00 fe c9 07 0c 00000000 // rtmsg: AF_INET6, /32, from /48, TOS 0x0, table 254, protocol 201, scope 7, type 12, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      0500 1400 02 000000 // RTA_PREF 2
      0800 0f00 00286bee // RTA_TABLE 4000000000
      1400 0800 // RTA_METRICS
        0800 0a00 ffffffff // RTAX_HOPLIMIT -1
        0800 0c00 13000000 // RTAX_FEATURES 0x13
      1400 0200 20010db8000100000000000000000000 // RTA_SRC 2001:db8:1::`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet6",
        type: "12",
        dst: "2001:db8::/32",
        from: "2001:db8:1::/48",
        table: "4000000000",
        protocol: "201",
        scope: "7",
        flags: [],
        metrics: [{ ecn: true, tcp_usec_ts: true, features: "0x13" }],
        pref: 2,
      },
    ],
  },
  {
    title: "lengths without a prefix",
    command: "written by hand",
    bytes: `
      24000000 1800 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWROUTE
      02 08 10 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /8, from /16, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "0/8",
        src: "0/16",
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "a nexthop that says it is longer than the rest",
    command: "written by hand",
    bytes: `
      38000000 1800 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      1400 0900 08000000030000002000000004000000 // RTA_MULTIPATH rtnexthop: 8 bytes, index 3; rtnexthop: 32 bytes, index 4`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
        nexthops: [{ dev: "if3", weight: 1, flags: [] }],
      },
    ],
    problems: [{ path: "RTA_MULTIPATH", problem: "8 bytes are no rtnexthop" }],
    unknown: [{ path: "RTA_MULTIPATH", hex: "2000000004000000" }],
  },
  {
    title: "a nexthop with nexthops in it",
    command: "written by hand",
    bytes: `
      3c000000 1800 0000 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      1800 0900 14000000030000000c0009000800000004000000 // RTA_MULTIPATH rtnexthop: 20 bytes, index 3; RTA_MULTIPATH: rtnexthop: 8 bytes, index 4`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
        nexthops: [{ dev: "if3", weight: 1, flags: [] }],
      },
    ],
    unknown: [{ path: "RTA_MULTIPATH/9", hex: "0800000004000000" }],
  },
];
