/** Neighbours and forwarding entries. */
import type { Recorded } from "./recorded.ts";

export const neighbour: readonly Recorded[] = [
  {
    title: "permanent, with who made it",
    command: "ip neigh add 192.0.2.5 lladdr 02:00:00:00:00:05 dev v0 nud permanent protocol static",
    bytes: `
      54000000 1c00 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWNEIGH
      02 00 0000 03000000 8000 00 01 // ndmsg: AF_INET, index 3, PERMANENT, flags 0, type 1
      0800 0100 c0000205 // NDA_DST 192.0.2.5
      0a00 0200 020000000005 0000 // NDA_LLADDR 02:00:00:00:00:05
      0800 0400 00000000 // NDA_PROBES 0
      1400 0300 00000000000000000000000001000000 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 1
      0500 0c00 04 000000 // NDA_PROTOCOL 4`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.5",
        dev: "if3",
        lladdr: "02:00:00:00:00:05",
        refcnt: 1,
        used: 0,
        confirmed: 0,
        updated: 0,
        probes: 0,
        state: ["PERMANENT"],
        protocol: "static",
        type: "unicast",
      },
    ],
  },
  {
    title: "NDP: a router",
    command: "ip neigh add 2001:db8::5 lladdr 02:00:00:00:00:05 dev v0 router nud stale",
    bytes: `
      58000000 1c00 0000 00000000 00000000 // nlmsghdr: 88 bytes, RTM_NEWNEIGH
      0a 00 0000 03000000 0400 80 01 // ndmsg: AF_INET6, index 3, STALE, flags ROUTER, type 1
      1400 0100 20010db8000000000000000000000005 // NDA_DST 2001:db8::5
      0a00 0200 020000000005 0000 // NDA_LLADDR 02:00:00:00:00:05
      0800 0400 00000000 // NDA_PROBES 0
      1400 0300 70170000000000000000000001000000 // NDA_CACHEINFO confirmed 6000, used 0, updated 0, refcnt 1`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        dst: "2001:db8::5",
        dev: "if3",
        lladdr: "02:00:00:00:00:05",
        router: true,
        refcnt: 1,
        used: 0,
        confirmed: 60,
        updated: 0,
        probes: 0,
        state: ["STALE"],
        type: "unicast",
      },
    ],
  },
  {
    title: "learned by a program outside the kernel",
    command: "ip neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0 nud stale extern_learn",
    bytes: `
      4c000000 1c00 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWNEIGH
      02 00 0000 03000000 0400 10 01 // ndmsg: AF_INET, index 3, STALE, flags EXT_LEARNED, type 1
      0800 0100 c0000207 // NDA_DST 192.0.2.7
      0a00 0200 020000000007 0000 // NDA_LLADDR 02:00:00:00:00:07
      0800 0400 00000000 // NDA_PROBES 0
      1400 0300 70170000000000000000000001000000 // NDA_CACHEINFO confirmed 6000, used 0, updated 0, refcnt 1`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.7",
        dev: "if3",
        lladdr: "02:00:00:00:00:07",
        extern_learn: true,
        refcnt: 1,
        used: 0,
        confirmed: 60,
        updated: 0,
        probes: 0,
        state: ["STALE"],
        type: "unicast",
      },
    ],
  },
  {
    title: "another link-layer address",
    command: "ip neigh replace 192.0.2.5 lladdr 02:00:00:00:00:15 dev v0 nud reachable",
    bytes: `
      54000000 1c00 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWNEIGH
      02 00 0000 03000000 0200 00 01 // ndmsg: AF_INET, index 3, REACHABLE, flags 0, type 1
      0800 0100 c0000205 // NDA_DST 192.0.2.5
      0a00 0200 020000000015 0000 // NDA_LLADDR 02:00:00:00:00:15
      0800 0400 00000000 // NDA_PROBES 0
      1400 0300 00000000000000000000000002000000 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 2
      0500 0c00 04 000000 // NDA_PROTOCOL 4`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.5",
        dev: "if3",
        lladdr: "02:00:00:00:00:15",
        refcnt: 2,
        used: 0,
        confirmed: 0,
        updated: 0,
        probes: 0,
        state: ["REACHABLE"],
        protocol: "static",
        type: "unicast",
      },
    ],
  },
  {
    title: "failed: without an address",
    command: "ip neigh del 192.0.2.7 dev v0",
    bytes: `
      40000000 1c00 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWNEIGH
      02 00 0000 03000000 2000 00 01 // ndmsg: AF_INET, index 3, FAILED, flags 0, type 1
      0800 0100 c0000207 // NDA_DST 192.0.2.7
      0800 0400 00000000 // NDA_PROBES 0
      1400 0300 ac1700003c0000003c00000001000000 // NDA_CACHEINFO confirmed 6060, used 60, updated 60, refcnt 1`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.7",
        dev: "if3",
        refcnt: 1,
        used: 0,
        confirmed: 60,
        updated: 0,
        probes: 0,
        state: ["FAILED"],
        type: "unicast",
      },
    ],
  },
  {
    title: "gone",
    command: "ip neigh del 192.0.2.7 dev v0",
    bytes: `
      40000000 1d00 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_DELNEIGH
      02 00 0000 03000000 2000 00 01 // ndmsg: AF_INET, index 3, FAILED, flags 0, type 1
      0800 0100 c0000207 // NDA_DST 192.0.2.7
      0800 0400 00000000 // NDA_PROBES 0
      1400 0300 ac1700003c0000003c00000000000000 // NDA_CACHEINFO confirmed 6060, used 60, updated 60, refcnt 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.7",
        dev: "if3",
        used: 0,
        confirmed: 60,
        updated: 0,
        probes: 0,
        state: ["FAILED"],
        type: "unicast",
      },
    ],
  },
  {
    title: "kept alive by the kernel",
    command: "ip neigh add 192.0.2.10 dev v0 managed",
    bytes: `
      48000000 1c00 0000 00000000 00000000 // nlmsghdr: 72 bytes, RTM_NEWNEIGH
      02 00 0000 03000000 2000 00 01 // ndmsg: AF_INET, index 3, FAILED, flags 0, type 1
      0800 0100 c000020a // NDA_DST 192.0.2.10
      0800 0400 06000000 // NDA_PROBES 6
      1400 0300 a2180000cc0000000000000001000000 // NDA_CACHEINFO confirmed 6306, used 204, updated 0, refcnt 1
      0800 0f00 01000000 // NDA_FLAGS_EXT 1`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.10",
        dev: "if3",
        managed: true,
        refcnt: 1,
        used: 2,
        confirmed: 63,
        updated: 0,
        probes: 6,
        state: ["FAILED"],
        type: "unicast",
      },
    ],
  },
  {
    title: "a proxy, in a dump",
    command: "ip neigh add proxy 2001:db8::9 dev v0 router",
    bytes: `
      30000000 1c00 0200 00000000 00000000 // nlmsghdr: 48 bytes, RTM_NEWNEIGH flags 0x2
      0a 00 0000 03000000 0000 88 01 // ndmsg: AF_INET6, index 3, 0, flags PROXY|ROUTER, type 1
      1400 0100 20010db8000000000000000000000009 // NDA_DST 2001:db8::9`,
    ifindex: 3,
    bodies: [{ family: "inet6", dst: "2001:db8::9", dev: "if3", router: true, proxy: true, type: "unicast" }],
  },
  {
    title: "validated from outside; flags that no header has",
    command: "written by hand",
    bytes: `
      44000000 1c00 0000 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWNEIGH
      0a 00 0000 03000000 0200 41 01 // ndmsg: AF_INET6, index 3, REACHABLE, flags USE|STICKY, type 1
      1400 0100 20010db8000000000000000000000008 // NDA_DST 2001:db8::8
      0a00 0200 020000000008 0000 // NDA_LLADDR 02:00:00:00:00:08
      0800 0f00 14000000 // NDA_FLAGS_EXT 20`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        dst: "2001:db8::8",
        dev: "if3",
        lladdr: "02:00:00:00:00:08",
        extern_valid: true,
        ndm_flags: "0x41",
        flags_ext: "0x10",
        state: ["REACHABLE"],
        type: "unicast",
      },
    ],
  },
  {
    title: "behind a GRE tunnel: the other end is an IPv4 address",
    command: "written by hand",
    bytes: `
      2c000000 1c00 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWNEIGH
      02 00 0000 07000000 8000 00 01 // ndmsg: AF_INET, index 7, PERMANENT, flags 0, type 1
      0800 0100 c0000214 // NDA_DST 192.0.2.20
      0800 0200 c6336414 // NDA_LLADDR 342111174`,
    ifindex: 7,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.20",
        dev: "if7",
        lladdr: "c6:33:64:14",
        state: ["PERMANENT"],
        type: "unicast",
      },
    ],
  },
  {
    title: "of a bridge",
    command: "bridge fdb add 02:00:00:00:01:01 dev v0 master static",
    bytes: `
      4c000000 1c00 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWNEIGH
      07 00 0000 03000000 4000 00 00 // ndmsg: AF_BRIDGE, index 3, NOARP, flags 0, type 0
      0a00 0200 020000000101 0000 // NDA_LLADDR 02:00:00:00:01:01
      0800 0900 04000000 // NDA_MASTER 4
      0800 0f00 00000000 // NDA_FLAGS_EXT 0
      1400 0300 00*16 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 0`,
    ifindex: 3,
    bodies: [
      {
        family: "bridge",
        mac: "02:00:00:00:01:01",
        ifname: "if3",
        used: 0,
        updated: 0,
        flags: [],
        master: "if4",
        state: "static",
        type: "none",
      },
    ],
  },
  {
    title: "of a bridge, learned by a program outside the kernel",
    command: "bridge fdb add 02:00:00:00:01:03 dev v0 master sticky static extern_learn",
    bytes: `
      4c000000 1c00 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWNEIGH
      07 00 0000 03000000 0200 10 00 // ndmsg: AF_BRIDGE, index 3, REACHABLE, flags EXT_LEARNED, type 0
      0a00 0200 020000000103 0000 // NDA_LLADDR 02:00:00:00:01:03
      0800 0900 04000000 // NDA_MASTER 4
      0800 0f00 00000000 // NDA_FLAGS_EXT 0
      1400 0300 00*16 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 0`,
    ifindex: 3,
    bodies: [
      {
        family: "bridge",
        mac: "02:00:00:00:01:03",
        ifname: "if3",
        used: 0,
        updated: 0,
        flags: ["extern_learn"],
        master: "if4",
        state: "",
        type: "none",
      },
    ],
  },
  {
    title: "of a bridge, gone",
    command: "bridge fdb del 02:00:00:00:01:01 dev v0 master",
    bytes: `
      4c000000 1d00 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_DELNEIGH
      07 00 0000 03000000 4000 00 00 // ndmsg: AF_BRIDGE, index 3, NOARP, flags 0, type 0
      0a00 0200 020000000101 0000 // NDA_LLADDR 02:00:00:00:01:01
      0800 0900 04000000 // NDA_MASTER 4
      0800 0f00 00000000 // NDA_FLAGS_EXT 0
      1400 0300 00000000b2000000b200000000000000 // NDA_CACHEINFO confirmed 0, used 178, updated 178, refcnt 0`,
    ifindex: 3,
    bodies: [
      {
        family: "bridge",
        mac: "02:00:00:00:01:01",
        ifname: "if3",
        used: 1,
        updated: 1,
        flags: [],
        master: "if4",
        state: "static",
        type: "none",
      },
    ],
  },
  {
    title: "of a device",
    command: "bridge fdb add 02:00:00:00:01:04 dev v0 self",
    bytes: `
      28000000 1c00 0000 00000000 00000000 // nlmsghdr: 40 bytes, RTM_NEWNEIGH
      07 00 0000 03000000 c000 02 00 // ndmsg: AF_BRIDGE, index 3, NOARP|PERMANENT, flags SELF, type 0
      0a00 0200 020000000104 0000 // NDA_LLADDR 02:00:00:00:01:04`,
    ifindex: 3,
    bodies: [
      {
        family: "bridge",
        mac: "02:00:00:00:01:04",
        ifname: "if3",
        flags: ["self"],
        state: "permanent",
        type: "none",
      },
    ],
  },
  {
    title: "of a VXLAN: where to send what is for unknown addresses",
    command: "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 198.51.100.2 port 1234 vni 77 via v0",
    bytes: `
      5c000000 1c00 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWNEIGH
      07 00 0000 05000000 c000 02 01 // ndmsg: AF_BRIDGE, index 5, NOARP|PERMANENT, flags SELF, type 1
      0a00 0200 00*6 0000 // NDA_LLADDR 00:00:00:00:00:00
      0800 0100 c6336402 // NDA_DST 198.51.100.2
      0600 0600 04d2 0000 // NDA_PORT 1234
      0800 0700 4d000000 // NDA_VNI 77
      0800 0800 03000000 // NDA_IFINDEX 3
      1400 0300 00*16 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 0`,
    ifindex: 5,
    bodies: [
      {
        family: "bridge",
        mac: "00:00:00:00:00:00",
        ifname: "if5",
        dst: "198.51.100.2",
        port: 1234,
        vni: 77,
        viaIf: "if3",
        used: 0,
        updated: 0,
        flags: ["self"],
        state: "permanent",
        type: "unicast",
      },
    ],
  },
  {
    title: "of a VXLAN, with a nexthop",
    command: "bridge fdb add 02:00:00:00:02:03 dev vx0 nhid 10",
    bytes: `
      44000000 1c00 0000 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWNEIGH
      07 00 0000 05000000 c000 02 01 // ndmsg: AF_BRIDGE, index 5, NOARP|PERMANENT, flags SELF, type 1
      0a00 0200 020000000203 0000 // NDA_LLADDR 02:00:00:00:02:03
      0800 0d00 0a000000 // NDA_NH_ID 10
      1400 0300 00*16 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 0`,
    ifindex: 5,
    bodies: [
      {
        family: "bridge",
        mac: "02:00:00:00:02:03",
        ifname: "if5",
        nhid: 10,
        used: 0,
        updated: 0,
        flags: ["self"],
        state: "permanent",
        type: "unicast",
      },
    ],
  },
  {
    title: "of a VXLAN with many VNIs",
    command: "bridge vni add vni 201 remote 198.51.100.9 dev vx1",
    bytes: `
      54000000 1c00 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWNEIGH
      07 00 0000 06000000 8200 02 01 // ndmsg: AF_BRIDGE, index 6, REACHABLE|PERMANENT, flags SELF, type 1
      0a00 0200 00*6 0000 // NDA_LLADDR 00:00:00:00:00:00
      0800 0100 c6336409 // NDA_DST 198.51.100.9
      0800 0700 c9000000 // NDA_VNI 201
      0800 0b00 c9000000 // NDA_SRC_VNI 201
      1400 0300 00*16 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 0`,
    ifindex: 6,
    bodies: [
      {
        family: "bridge",
        mac: "00:00:00:00:00:00",
        ifname: "if6",
        dst: "198.51.100.9",
        vni: 201,
        src_vni: 201,
        used: 0,
        updated: 0,
        flags: ["self"],
        state: "permanent",
        type: "unicast",
      },
    ],
  },
  {
    title: "of a VXLAN, for one source VNI",
    command: "bridge fdb add 02:00:00:00:02:02 dev vx1 dst 198.51.100.3 src_vni 100",
    bytes: `
      4c000000 1c00 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWNEIGH
      07 00 0000 06000000 c000 02 01 // ndmsg: AF_BRIDGE, index 6, NOARP|PERMANENT, flags SELF, type 1
      0a00 0200 020000000202 0000 // NDA_LLADDR 02:00:00:00:02:02
      0800 0100 c6336403 // NDA_DST 198.51.100.3
      0800 0b00 64000000 // NDA_SRC_VNI 100
      1400 0300 00*16 // NDA_CACHEINFO confirmed 0, used 0, updated 0, refcnt 0`,
    ifindex: 6,
    bodies: [
      {
        family: "bridge",
        mac: "02:00:00:00:02:02",
        ifname: "if6",
        dst: "198.51.100.3",
        src_vni: 100,
        used: 0,
        updated: 0,
        flags: ["self"],
        state: "permanent",
        type: "unicast",
      },
    ],
  },
  {
    title: "of a bridge: locked, offloaded, in a VLAN, reports activity",
    command: "written by hand",
    bytes: `
      60000000 1c00 0000 00000000 00000000 // nlmsghdr: 96 bytes, RTM_NEWNEIGH
      07 00 0000 03000000 0400 20 00 // ndmsg: AF_BRIDGE, index 3, STALE, flags OFFLOADED, type 0
      0a00 0200 020000000109 0000 // NDA_LLADDR 02:00:00:00:01:09
      0600 0500 0a00 0000 // NDA_VLAN 10
      0800 0900 04000000 // NDA_MASTER 4
      0800 0f00 02000000 // NDA_FLAGS_EXT 2
      0c00 0e80 // NDA_FDB_EXT_ATTRS
        0500 0100 03 000000 // NFEA_ACTIVITY_NOTIFY 3
      1400 0300 00000000dc0500002c01000000000000 // NDA_CACHEINFO confirmed 0, used 1500, updated 300, refcnt 0`,
    ifindex: 3,
    bodies: [
      {
        family: "bridge",
        mac: "02:00:00:00:01:09",
        ifname: "if3",
        vlan: 10,
        activity_notify: true,
        inactive: true,
        used: 15,
        updated: 3,
        flags: ["offload", "locked"],
        master: "if4",
        state: "stale",
        type: "none",
      },
    ],
  },
  {
    title: "of a VXLAN whose other end is in another network namespace",
    command: "written by hand",
    bytes: `
      4c000000 1c00 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWNEIGH
      07 00 0000 05000000 c000 02 01 // ndmsg: AF_BRIDGE, index 5, NOARP|PERMANENT, flags SELF, type 1
      0800 0a00 01000000 // NDA_LINK_NETNSID 1
      0a00 0200 00*6 0000 // NDA_LLADDR 00:00:00:00:00:00
      1400 0100 20010db8000000000000000000000077 // NDA_DST 2001:db8::77
      0800 0800 09000000 // NDA_IFINDEX 9`,
    ifindex: 5,
    bodies: [
      {
        family: "bridge",
        mac: "00:00:00:00:00:00",
        ifname: "if5",
        dst: "2001:db8::77",
        viaIfIndex: 9,
        linkNetNsId: 1,
        flags: ["self"],
        state: "permanent",
        type: "unicast",
      },
    ],
  },
];

export const neighbour_miss: readonly Recorded[] = [
  {
    title: "a VXLAN asks where to send to",
    command: "a packet to 10.9.0.2, whose link-layer address is known",
    bytes: `
      44000000 1e00 0000 00000000 00000000 // nlmsghdr: 68 bytes, RTM_GETNEIGH
      02 00 0000 02000000 0400 00 01 // ndmsg: AF_INET, index 2, STALE, flags 0, type 1
      0a00 0200 020000000099 0000 // NDA_LLADDR 02:00:00:00:00:99
      0800 0700 00000000 // NDA_VNI 0
      1400 0300 00000000 eeb96a66 eeb96a66 00000000 // NDA_CACHEINFO confirmed 0, used and updated long ago, refcnt 0`,
    ifindex: 2,
    bodies: [
      {
        family: "inet",
        dev: "if2",
        lladdr: "02:00:00:00:00:99",
        used: 17182704,
        confirmed: 0,
        updated: 17182704,
        state: ["STALE"],
        type: "unicast",
      },
    ],
  },
  {
    title: "ARP asks programs, with NLM_F_REQUEST",
    command: "echo 1 > /proc/sys/net/ipv4/neigh/v0/app_solicit; a packet to 192.0.2.55",
    bytes: `
      40000000 1e00 0100 00000000 00000000 // nlmsghdr: 64 bytes, RTM_GETNEIGH, NLM_F_REQUEST
      02 00 0000 04000000 0100 00 01 // ndmsg: AF_INET, index 4, INCOMPLETE, flags 0, type 1
      0800 0100 c0000237 // NDA_DST 192.0.2.55
      0800 0400 03000000 // NDA_PROBES 3
      1400 0300 70170000 00000000 00000000 01000000 // NDA_CACHEINFO confirmed 6000, used 0, updated 0, refcnt 1`,
    ifindex: 4,
    bodies: [
      {
        family: "inet",
        dst: "192.0.2.55",
        dev: "if4",
        refcnt: 1,
        used: 0,
        confirmed: 60,
        updated: 0,
        probes: 3,
        state: ["INCOMPLETE"],
        type: "unicast",
      },
    ],
  },
];
