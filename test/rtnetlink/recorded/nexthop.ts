/** Nexthop objects and buckets of resilient groups. */
import type { Recorded } from "./recorded.ts";

export const nexthop: readonly Recorded[] = [
  {
    title: "a gateway",
    command: "ip nexthop add id 11 via 10.0.0.2 dev v0 proto static",
    bytes: `
      30000000 6800 0506 00000000 00000000 // nlmsghdr: 48 bytes, RTM_NEWNEXTHOP, flags 0x605
      02 fd 04 00 00000000 // nhmsg: AF_INET, scope 253, protocol 4, flags 0x0
      0800 0100 0b000000 // NHA_ID 11
      0800 0500 03000000 // NHA_OIF 3
      0800 0600 0a000002 // NHA_GATEWAY 10.0.0.2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        id: 11,
        gateway: "10.0.0.2",
        dev: "if3",
        scope: "link",
        protocol: "static",
        flags: [],
      },
    ],
  },
  {
    title: "gone",
    command: "ip nexthop del id 11",
    bytes: `
      30000000 6900 0500 00000000 00000000 // nlmsghdr: 48 bytes, RTM_DELNEXTHOP, flags 0x5
      02 fd 04 00 00000000 // nhmsg: AF_INET, scope 253, protocol 4, flags 0x0
      0800 0100 0b000000 // NHA_ID 11
      0800 0500 03000000 // NHA_OIF 3
      0800 0600 0a000002 // NHA_GATEWAY 10.0.0.2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        id: 11,
        gateway: "10.0.0.2",
        dev: "if3",
        scope: "link",
        protocol: "static",
        flags: [],
      },
    ],
  },
  {
    title: "IPv6, onlink",
    command: "ip nexthop add id 12 via 2001:db8::7 dev v0 onlink",
    bytes: `
      3c000000 6800 0506 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWNEXTHOP, flags 0x605
      0a fd 00 00 04000000 // nhmsg: AF_INET6, scope 253, protocol 0, flags 0x4
      0800 0100 0c000000 // NHA_ID 12
      0800 0500 03000000 // NHA_OIF 3
      1400 0600 20010db8000000000000000000000007 // NHA_GATEWAY 2001:db8::7`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        id: 12,
        gateway: "2001:db8::7",
        dev: "if3",
        scope: "link",
        protocol: "unspec",
        flags: ["onlink"],
      },
    ],
  },
  {
    title: "to nowhere",
    command: "ip nexthop add id 13 blackhole",
    bytes: `
      24000000 6800 0506 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWNEXTHOP, flags 0x605
      02 00 00 00 00000000 // nhmsg: AF_INET, scope 0, protocol 0, flags 0x0
      0800 0100 0d000000 // NHA_ID 13
      0400 0400 // NHA_BLACKHOLE`,
    ifindex: undefined,
    bodies: [{ family: "inet", id: 13, scope: "global", blackhole: true, protocol: "unspec", flags: [] }],
  },
  {
    title: "of a forwarding database",
    command: "ip nexthop add id 14 via 192.0.2.1 fdb",
    bytes: `
      2c000000 6800 0506 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWNEXTHOP, flags 0x605
      02 fd 00 00 00000000 // nhmsg: AF_INET, scope 253, protocol 0, flags 0x0
      0800 0100 0e000000 // NHA_ID 14
      0400 0b00 // NHA_FDB
      0800 0600 c0000201 // NHA_GATEWAY 192.0.2.1`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        id: 14,
        gateway: "192.0.2.1",
        scope: "link",
        protocol: "unspec",
        flags: [],
        fdb: true,
      },
    ],
  },
  {
    title: "a group",
    command: "ip nexthop add id 15 group 1/2,5",
    bytes: `
      44000000 6800 0506 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWNEXTHOP, flags 0x605
      00 00 00 00 00000000 // nhmsg: AF_UNSPEC, scope 0, protocol 0, flags 0x0
      0800 0100 0f000000 // NHA_ID 15
      0600 0300 0000 0000 // NHA_GROUP_TYPE 0
      1400 0200 01000000000000000200000004000000 // NHA_GROUP id 1 weight 1, id 2 weight 5
      0800 0e00 00000080 // NHA_OP_FLAGS 2147483648`,
    ifindex: undefined,
    bodies: [
      { id: 15, group: [{ id: 1 }, { id: 2, weight: 5 }], scope: "global", protocol: "unspec", flags: [] },
    ],
  },
  {
    title: "a resilient group",
    command: "ip nexthop add id 16 group 1/2,3 type resilient buckets 4 idle_timer 60 unbalanced_timer 300",
    bytes: `
      6c000000 6800 0506 00000000 00000000 // nlmsghdr: 108 bytes, RTM_NEWNEXTHOP, flags 0x605
      00 00 00 00 00000000 // nhmsg: AF_UNSPEC, scope 0, protocol 0, flags 0x0
      0800 0100 10000000 // NHA_ID 16
      0600 0300 0100 0000 // NHA_GROUP_TYPE 1
      1400 0200 01000000000000000200000002000000 // NHA_GROUP id 1 weight 1, id 2 weight 3
      2800 0c80 // NHA_RES_GROUP
        0600 0100 0400 0000 // NHA_RES_GROUP_BUCKETS 4
        0800 0200 70170000 // NHA_RES_GROUP_IDLE_TIMER 6000
        0800 0300 30750000 // NHA_RES_GROUP_UNBALANCED_TIMER 30000
        0c00 0400 0000000000000000 // NHA_RES_GROUP_UNBALANCED_TIME 0
      0800 0e00 00000080 // NHA_OP_FLAGS 2147483648`,
    ifindex: undefined,
    bodies: [
      {
        id: 16,
        group: [{ id: 1 }, { id: 2, weight: 3 }],
        type: "resilient",
        resilient_args: { buckets: 4, idle_timer: 60, unbalanced_timer: 300, unbalanced_time: 0 },
        scope: "global",
        protocol: "unspec",
        flags: [],
      },
    ],
  },
  {
    title: "in a tunnel",
    command: "ip nexthop add id 17 via 10.0.0.2 dev v0 encap ip id 5 dst 192.0.2.1",
    bytes: `
      70000000 6800 0506 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWNEXTHOP, flags 0x605
      02 fd 00 00 00000000 // nhmsg: AF_INET, scope 253, protocol 0, flags 0x0
      0800 0100 11000000 // NHA_ID 17
      0800 0500 03000000 // NHA_OIF 3
      0800 0600 0a000002 // NHA_GATEWAY 10.0.0.2
      3800 0800 // NHA_ENCAP
        0c00 0100 0000000000000005 // LWTUNNEL_IP_ID 5
        0800 0200 c0000201 // LWTUNNEL_IP_DST 192.0.2.1
        0800 0300 00000000 // LWTUNNEL_IP_SRC 0.0.0.0
        0500 0500 00 000000 // LWTUNNEL_IP_TOS 0
        0500 0400 00 000000 // LWTUNNEL_IP_TTL 0
        0600 0600 0000 0000 // LWTUNNEL_IP_FLAGS 0x0
      0600 0700 0200 0000 // NHA_ENCAP_TYPE 2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        id: 17,
        encap: { encap_type: "ip", id: 5, src: "0.0.0.0", dst: "192.0.2.1", ttl: 0, tos: 0 },
        gateway: "10.0.0.2",
        dev: "if3",
        scope: "link",
        protocol: "unspec",
        flags: [],
      },
    ],
  },
  {
    title: "a group with statistics",
    command: "written by hand",
    bytes: `
      70000000 6800 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWNEXTHOP
      00 00 00 00 00000000 // nhmsg: AF_UNSPEC, scope 0, protocol 0, flags 0x0
      0800 0100 14000000 // NHA_ID 20
      0600 0300 0000 0000 // NHA_GROUP_TYPE 0
      0c00 0200 01000000ff010000 // NHA_GROUP id 1 weight 512
      0800 0e00 00000080 // NHA_OP_FLAGS weights have 16 bits
      0800 1000 01000000 // NHA_HW_STATS_ENABLE 1
      0800 1100 00000000 // NHA_HW_STATS_USED 0
      2400 0f80 // NHA_GROUP_STATS
        2000 0180 // NHA_GROUP_STATS_ENTRY
          0800 0100 01000000 // NHA_GROUP_STATS_ENTRY_ID 1
          0800 0200 05000000 // NHA_GROUP_STATS_ENTRY_PACKETS 5
          0c00 0300 0600000000000000 // NHA_GROUP_STATS_ENTRY_PACKETS_HW 6`,
    ifindex: undefined,
    bodies: [
      {
        id: 20,
        group: [{ id: 1, weight: 512 }],
        scope: "global",
        protocol: "unspec",
        flags: [],
        hw_stats: { enabled: true, used: false },
        group_stats: [{ id: 1, packets: 5, packets_hw: 6 }],
      },
    ],
  },
  {
    title: "a group, from a kernel whose weights have 8 bits",
    command: "written by hand",
    bytes: `
      34000000 6800 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWNEXTHOP
      00 00 00 00 00000000 // nhmsg: AF_UNSPEC, scope 0, protocol 0, flags 0x0
      0800 0100 14000000 // NHA_ID 20
      0600 0300 0200 0000 // NHA_GROUP_TYPE 2
      0c00 0200 01000000ff010000 // NHA_GROUP id 1 weight 256`,
    ifindex: undefined,
    bodies: [
      {
        id: 20,
        group: [{ id: 1, weight: 256 }],
        type: "<unknown type>",
        scope: "global",
        protocol: "unspec",
        flags: [],
      },
    ],
  },
];

export const nexthop_bucket: readonly Recorded[] = [
  {
    title: "it has moved to another nexthop",
    command: "written by hand",
    bytes: `
      40000000 7400 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWNEXTHOPBUCKET
      00 00 00 00 08000000 // nhmsg: AF_UNSPEC, scope 0, protocol 0, flags 0x8
      0800 0100 10000000 // NHA_ID 16
      2000 0d80 // NHA_RES_BUCKET
        0600 0100 0300 0000 // NHA_RES_BUCKET_INDEX 3
        0800 0300 02000000 // NHA_RES_BUCKET_NH_ID 2
        0c00 0200 40e2010000000000 // NHA_RES_BUCKET_IDLE_TIME 123456`,
    ifindex: undefined,
    bodies: [{ id: 16, bucket: { index: 3, idle_time: 1234.56, nhid: 2 }, flags: ["offload"] }],
  },
];
