/** Routes that put something around a packet. */
import type { Recorded } from "./recorded.ts";

export const encap: readonly Recorded[] = [
  {
    title: "in a tunnel",
    command: "ip route add 10.11.0.0/16 encap ip id 7 src 192.0.2.2 dst 192.0.2.1 ttl 9 tos 4 key dev v0",
    bytes: `
      74000000 1800 0006 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWROUTE, flags 0x600
      02 10 00 00 fe 03 fd 01 00000000 // rtmsg: AF_INET, /16, from /0, TOS 0x0, table 254, protocol 3, scope 253, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      0800 0100 0a0b0000 // RTA_DST 10.11.0.0
      0800 0400 03000000 // RTA_OIF 3
      3800 1600 // RTA_ENCAP
        0c00 0100 0000000000000007 // LWTUNNEL_IP_ID 7
        0800 0200 c0000201 // LWTUNNEL_IP_DST 192.0.2.1
        0800 0300 c0000202 // LWTUNNEL_IP_SRC 192.0.2.2
        0500 0500 04 000000 // LWTUNNEL_IP_TOS 4
        0500 0400 09 000000 // LWTUNNEL_IP_TTL 9
        0600 0600 0004 0000 // LWTUNNEL_IP_FLAGS 0x4
      0600 1500 0200 0000 // RTA_ENCAP_TYPE 2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.11.0.0/16",
        encap: { encap_type: "ip", id: 7, src: "192.0.2.2", dst: "192.0.2.1", ttl: 9, tos: 4, key: true },
        dev: "if3",
        table: "main",
        protocol: "boot",
        scope: "link",
        flags: [],
      },
    ],
  },
  {
    title: "in a tunnel of IPv6",
    command:
      "ip -6 route add 2001:db8:6::/48 encap ip6 id 7 src 2001:db8::1 dst 2001:db8::9 hoplimit 4 tc 3 dev v0",
    bytes: `
      cc000000 1800 0006 00000000 00000000 // nlmsghdr: 204 bytes, RTM_NEWROUTE, flags 0x600
      0a 30 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000600000000000000000000 // RTA_DST 2001:db8:6::
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 03000000 // RTA_OIF 3
      5000 1600 // RTA_ENCAP
        0c00 0100 0000000000000007 // LWTUNNEL_IP6_ID 7
        1400 0200 20010db8000000000000000000000009 // LWTUNNEL_IP6_DST 2001:db8::9
        1400 0300 20010db8000000000000000000000001 // LWTUNNEL_IP6_SRC 2001:db8::1
        0500 0500 03 000000 // LWTUNNEL_IP6_TC 3
        0500 0400 04 000000 // LWTUNNEL_IP6_HOPLIMIT 4
        0600 0600 0000 0000 // LWTUNNEL_IP6_FLAGS 0x0
      0600 1500 0400 0000 // RTA_ENCAP_TYPE 4
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:6::/48",
        encap: { encap_type: "ip6", id: 7, src: "2001:db8::1", dst: "2001:db8::9", hoplimit: 4, tc: 3 },
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
    title: "by segments",
    command: "ip -6 route add 2001:db8:7::/48 encap seg6 mode encap segs 2001:db8::a,2001:db8::b dev v0",
    bytes: `
      b0000000 1800 0006 00000000 00000000 // nlmsghdr: 176 bytes, RTM_NEWROUTE, flags 0x600
      0a 30 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000700000000000000000000 // RTA_DST 2001:db8:7::
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 03000000 // RTA_OIF 3
      3400 1600 // RTA_ENCAP
        3000 0100 01000000000404010100000020010db800000000000000000000000b20010db800000000000000000000000a // SEG6_IPTUNNEL_SRH
      0600 1500 0500 0000 // RTA_ENCAP_TYPE 5
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:7::/48",
        encap: { encap_type: "seg6", mode: "encap", segs: ["2001:db8::a", "2001:db8::b"] },
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
    title: "by segments, with an HMAC",
    command: "ip -6 route add 2001:db8:8::/48 encap seg6 mode inline segs 2001:db8::a hmac 0x12 dev v0",
    bytes: `
      d8000000 1800 0006 00000000 00000000 // nlmsghdr: 216 bytes, RTM_NEWROUTE, flags 0x600
      0a 30 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /48, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000800000000000000000000 // RTA_DST 2001:db8:8::
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 03000000 // RTA_OIF 3
      5c00 1600 // RTA_ENCAP
        5800 0100 0000000000090401010800000000000000000000000000000000000020010db800000000000000000000000a05260000000000120000000000000000000000000000000000000000000000000000000000000000 // SEG6_IPTUNNEL_SRH
      0600 1500 0500 0000 // RTA_ENCAP_TYPE 5
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:8::/48",
        encap: { encap_type: "seg6", mode: "inline", segs: ["2001:db8::a", "::"], hmac: "0x12" },
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
    title: "the end of a segment",
    command: "ip -6 route add 2001:db8:9::1 encap seg6local action End.X nh6 2001:db8::5 count dev v0",
    bytes: `
      c4000000 1800 0006 00000000 00000000 // nlmsghdr: 196 bytes, RTM_NEWROUTE, flags 0x600
      0a 80 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /128, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000900000000000000000001 // RTA_DST 2001:db8:9::1
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 03000000 // RTA_OIF 3
      4800 1600 // RTA_ENCAP
        0800 0100 02000000 // SEG6_LOCAL_ACTION 2
        1400 0500 20010db8000000000000000000000005 // SEG6_LOCAL_NH6 2001:db8::5
        2800 0a80 // SEG6_LOCAL_COUNTERS
          0c00 0200 0000000000000000 // SEG6_LOCAL_CNT_PACKETS 0
          0c00 0300 0000000000000000 // SEG6_LOCAL_CNT_BYTES 0
          0c00 0400 0000000000000000 // SEG6_LOCAL_CNT_ERRORS 0
      0600 1500 0700 0000 // RTA_ENCAP_TYPE 7
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:9::1",
        encap: {
          encap_type: "seg6local",
          action: "End.X",
          nh6: "2001:db8::5",
          stats64: { packets: 0, bytes: 0, errors: 0 },
        },
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
    title: "the end of a segment, with flavors",
    command:
      "ip -6 route add 2001:db8:9::2 encap seg6local action End flavors psp,next-csid lblen 48 nflen 16 dev v0",
    bytes: `
      a4000000 1800 0006 00000000 00000000 // nlmsghdr: 164 bytes, RTM_NEWROUTE, flags 0x600
      0a 80 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /128, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000900000000000000000002 // RTA_DST 2001:db8:9::2
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 03000000 // RTA_OIF 3
      2800 1600 // RTA_ENCAP
        0800 0100 01000000 // SEG6_LOCAL_ACTION 1
        1c00 0b80 // SEG6_LOCAL_FLAVORS
          0800 0100 12000000 // SEG6_LOCAL_FLV_OPERATION 18
          0500 0200 30 000000 // SEG6_LOCAL_FLV_LCBLOCK_BITS 48
          0500 0300 10 000000 // SEG6_LOCAL_FLV_LCNODE_FN_BITS 16
      0600 1500 0700 0000 // RTA_ENCAP_TYPE 7
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:9::2",
        encap: {
          encap_type: "seg6local",
          action: "End",
          flavors: ["psp", "next-csid"],
          lblen: 48,
          nflen: 16,
        },
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
    title: "the end of a segment, bound to others",
    command:
      "ip -6 route add 2001:db8:9::3 encap seg6local action End.B6.Encaps srh segs 2001:db8::a,2001:db8::b dev v0",
    bytes: `
      b4000000 1800 0006 00000000 00000000 // nlmsghdr: 180 bytes, RTM_NEWROUTE, flags 0x600
      0a 80 00 00 fe 03 00 01 00000000 // rtmsg: AF_INET6, /128, from /0, TOS 0x0, table 254, protocol 3, scope 0, type 1, flags 0x0
      0800 0f00 fe000000 // RTA_TABLE 254
      1400 0100 20010db8000900000000000000000003 // RTA_DST 2001:db8:9::3
      0800 0600 00040000 // RTA_PRIORITY 1024
      0800 0400 03000000 // RTA_OIF 3
      3800 1600 // RTA_ENCAP
        0800 0100 0a000000 // SEG6_LOCAL_ACTION 10
        2c00 0200 000404010100000020010db800000000000000000000000b20010db800000000000000000000000a // SEG6_LOCAL_SRH
      0600 1500 0700 0000 // RTA_ENCAP_TYPE 7
      2400 0c00 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // RTA_CACHEINFO
      0500 1400 00 000000 // RTA_PREF 0`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8:9::3",
        encap: {
          encap_type: "seg6local",
          action: "End.B6.Encaps",
          srh: { segs: ["2001:db8::a", "2001:db8::b"] },
        },
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
    title: "with labels",
    command: "written by hand",
    bytes: `
      4c000000 1800 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      1800 1600 // RTA_ENCAP
        0c00 0100 00064000000c8100 // MPLS_IPTUNNEL_DST 100, 200, bottom
        0500 0200 05 000000 // MPLS_IPTUNNEL_TTL 5
      0600 1500 0100 0000 // RTA_ENCAP_TYPE 1
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        encap: { encap_type: "mpls", dst: "100/200", ttl: 5 },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "in a tunnel with options of geneve",
    command: "written by hand",
    bytes: `
      8c000000 1800 0000 00000000 00000000 // nlmsghdr: 140 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      5800 1600 // RTA_ENCAP
        0c00 0100 0000010000000000 // LWTUNNEL_IP_ID 1099511627776
        0800 0200 c0000201 // LWTUNNEL_IP_DST 192.0.2.1
        0600 0600 000d 0000 // LWTUNNEL_IP_FLAGS 0xd
        3800 0880 // LWTUNNEL_IP_OPTS
          3400 0180 // LWTUNNEL_IP_OPTS_GENEVE
            0600 0100 0102 0000 // LWTUNNEL_IP_OPT_GENEVE_CLASS 258
            0500 0200 80 000000 // LWTUNNEL_IP_OPT_GENEVE_TYPE 128
            0800 0300 11223344 // LWTUNNEL_IP_OPT_GENEVE_DATA
            0600 0100 0103 0000 // LWTUNNEL_IP_OPT_GENEVE_CLASS 259
            0500 0200 01 000000 // LWTUNNEL_IP_OPT_GENEVE_TYPE 1
            0800 0300 55667788 // LWTUNNEL_IP_OPT_GENEVE_DATA
      0600 1500 0200 0000 // RTA_ENCAP_TYPE 2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        encap: {
          encap_type: "ip",
          id: 1099511627776,
          dst: "192.0.2.1",
          key: true,
          csum: true,
          seq: true,
          geneve_opts: [
            { class: 258, type: 128, data: "11223344" },
            { class: 259, type: 1, data: "55667788" },
          ],
        },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "in a tunnel with options of vxlan",
    command: "written by hand",
    bytes: `
      64000000 1800 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      3000 1600 // RTA_ENCAP
        0c00 0100 0000010000000000 // LWTUNNEL_IP_ID 1099511627776
        0800 0200 c0000201 // LWTUNNEL_IP_DST 192.0.2.1
        0600 0600 000d 0000 // LWTUNNEL_IP_FLAGS 0xd
        1000 0880 // LWTUNNEL_IP_OPTS
          0c00 0280 // LWTUNNEL_IP_OPTS_VXLAN
            0800 0100 4d000000 // LWTUNNEL_IP_OPT_VXLAN_GBP 77
      0600 1500 0200 0000 // RTA_ENCAP_TYPE 2
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        encap: {
          encap_type: "ip",
          id: 1099511627776,
          dst: "192.0.2.1",
          key: true,
          csum: true,
          seq: true,
          vxlan_opts: [{ gbp: 77 }],
        },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "in a tunnel with options of erspan",
    command: "written by hand",
    bytes: `
      84000000 1800 0000 00000000 00000000 // nlmsghdr: 132 bytes, RTM_NEWROUTE
      0a 20 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET6, /32, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      4400 1600 // RTA_ENCAP
        0c00 0100 0000000000000009 // LWTUNNEL_IP6_ID 9
        1400 0200 20010db8000000000000000000000009 // LWTUNNEL_IP6_DST 2001:db8::9
        2000 0880 // LWTUNNEL_IP6_OPTS
          1c00 0380 // LWTUNNEL_IP_OPTS_ERSPAN
            0500 0100 02 000000 // LWTUNNEL_IP_OPT_ERSPAN_VER 2
            0500 0300 01 000000 // LWTUNNEL_IP_OPT_ERSPAN_DIR 1
            0500 0400 04 000000 // LWTUNNEL_IP_OPT_ERSPAN_HWID 4
      0600 1500 0400 0000 // RTA_ENCAP_TYPE 4
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8::/32",
        encap: {
          encap_type: "ip6",
          id: 9,
          dst: "2001:db8::9",
          erspan_opts: [{ ver: 2, index: 0, dir: 1, hwid: 4 }],
        },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "with an address that stands for another",
    command: "written by hand",
    bytes: `
      68000000 1800 0000 00000000 00000000 // nlmsghdr: 104 bytes, RTM_NEWROUTE
      0a 20 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET6, /32, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      2800 1600 // RTA_ENCAP
        0c00 0100 2001000000010002 // ILA_ATTR_LOCATOR 2001:0:1:2
        0500 0700 01 000000 // ILA_ATTR_CSUM_MODE 1
        0500 0800 20 000000 // ILA_ATTR_IDENT_TYPE 32
        0500 0900 01 000000 // ILA_ATTR_HOOK_TYPE 1
      0600 1500 0300 0000 // RTA_ENCAP_TYPE 3
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8::/32",
        encap: {
          encap_type: "ila",
          locator: "2001:0:1:2",
          csum_mode: "neutral-map",
          ident_type: "use-format",
          hook_type: "input",
        },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "through programs",
    command: "written by hand",
    bytes: `
      58000000 1800 0000 00000000 00000000 // nlmsghdr: 88 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      2400 1600 // RTA_ENCAP
        1400 0100 // LWT_BPF_IN
          0d00 0200 696e2e6f3a5b615d00 000000 // LWT_BPF_PROG_NAME "in.o:[a]"
        0400 0300 // LWT_BPF_XMIT
        0800 0400 40000000 // LWT_BPF_XMIT_HEADROOM 64
      0600 1500 0600 0000 // RTA_ENCAP_TYPE 6
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        encap: { encap_type: "bpf", in: "in.o:[a]", xmit: "<unknown>", headroom: 64 },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "with a source route of RPL",
    command: "written by hand",
    bytes: `
      70000000 1800 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWROUTE
      0a 20 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET6, /32, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      3000 1600 // RTA_ENCAP
        2c00 0100 000403020000000020010db800000000000000000000000b20010db800000000000000000000000a // RPL_IPTUNNEL_SRH 2 segments left
      0600 1500 0800 0000 // RTA_ENCAP_TYPE 8
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8::/32",
        encap: { encap_type: "rpl", segs: ["2001:db8::a", "2001:db8::b"] },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "with what is measured on the way",
    command: "written by hand",
    bytes: `
      90000000 1800 0000 00000000 00000000 // nlmsghdr: 144 bytes, RTM_NEWROUTE
      0a 20 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET6, /32, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      5000 1600 // RTA_ENCAP
        0800 0400 02000000 // IOAM6_IPTUNNEL_FREQ_K 2
        0800 0500 05000000 // IOAM6_IPTUNNEL_FREQ_N 5
        0500 0100 02 000000 // IOAM6_IPTUNNEL_MODE 2
        1400 0200 20010db8000000000000000000000009 // IOAM6_IPTUNNEL_DST 2001:db8::9
        1400 0600 20010db8000000000000000000000001 // IOAM6_IPTUNNEL_SRC 2001:db8::1
        0c00 0300 0001000380000000 // IOAM6_IPTUNNEL_TRACE namespace 1, 3 words, type 0x800000
      0600 1500 0900 0000 // RTA_ENCAP_TYPE 9
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8::/32",
        encap: {
          encap_type: "ioam6",
          freqk: 2,
          freqn: 5,
          mode: "encap",
          tunsrc: "2001:db8::1",
          tundst: "2001:db8::9",
          trace: null,
          prealloc: null,
          type: "800000",
          ns: 1,
          size: 12,
        },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "by segments, from an address",
    command: "written by hand",
    bytes: `
      78000000 1800 0000 00000000 00000000 // nlmsghdr: 120 bytes, RTM_NEWROUTE
      0a 20 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET6, /32, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      3800 1600 // RTA_ENCAP
        2000 0100 03000000000204000000000020010db800000000000000000000000a // SEG6_IPTUNNEL_SRH mode 3
        1400 0200 20010db8000000000000000000000001 // SEG6_IPTUNNEL_SRC 2001:db8::1
      0600 1500 0500 0000 // RTA_ENCAP_TYPE 5
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8::/32",
        encap: { encap_type: "seg6", mode: "encap.red", tunsrc: "2001:db8::1", segs: ["2001:db8::a"] },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "the end of a segment, in tables and programs",
    command: "written by hand",
    bytes: `
      70000000 1800 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWROUTE
      0a 20 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET6, /32, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      3000 1600 // RTA_ENCAP
        0800 0100 10000000 // SEG6_LOCAL_ACTION 16
        0800 0900 fe000000 // SEG6_LOCAL_VRFTABLE 254
        0800 0400 c0000201 // SEG6_LOCAL_NH4 192.0.2.1
        0800 0600 04000000 // SEG6_LOCAL_IIF 4
        0c00 0800 // SEG6_LOCAL_BPF
          0800 0200 656e6400 // SEG6_LOCAL_BPF_PROG_NAME "end"
      0600 1500 0700 0000 // RTA_ENCAP_TYPE 7
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8::/32",
        encap: {
          encap_type: "seg6local",
          action: "End.DT46",
          vrftable: "main",
          nh4: "192.0.2.1",
          iif: "if4",
          endpoint: "end",
        },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "through a transform",
    command: "written by hand",
    bytes: `
      48000000 1800 0000 00000000 00000000 // nlmsghdr: 72 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      1400 1600 // RTA_ENCAP
        0800 0100 05000000 // LWT_XFRM_IF_ID 5
        0800 0200 04000000 // LWT_XFRM_LINK 4
      0600 1500 0a00 0000 // RTA_ENCAP_TYPE 10
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        encap: { encap_type: "xfrm", if_id: 5, link_dev: "if4" },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
  },
  {
    title: "an encapsulation of a type that is not known",
    command: "written by hand",
    bytes: `
      40000000 1800 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      0c00 1600 0800010011223344 // RTA_ENCAP
      0600 1500 6300 0000 // RTA_ENCAP_TYPE 99
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet",
        type: "unicast",
        dst: "10.1.2.0/24",
        encap: { encap_type: "99" },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
    unknown: [{ path: "RTA_ENCAP", hex: "0800010011223344" }],
  },
  {
    title: "an encapsulation without a type",
    command: "written by hand",
    bytes: `
      38000000 1800 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWROUTE
      02 18 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET, /24, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      0800 0100 0a010200 // RTA_DST 10.1.2.0
      0c00 1600 // RTA_ENCAP
        0800 0100 00064100 // MPLS_IPTUNNEL_DST 100, bottom
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
        flags: [],
      },
    ],
    problems: [{ path: "RTA_ENCAP", problem: "no encap_type beside it" }],
    unknown: [{ path: "RTA_ENCAP", hex: "0800010000064100" }],
  },
  {
    title: "segments that are cut off",
    command: "written by hand",
    bytes: `
      64000000 1800 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWROUTE
      0a 20 00 00 fe 04 00 01 00000000 // rtmsg: AF_INET6, /32, from /0, TOS 0x0, table 254, protocol 4, scope 0, type 1, flags 0x0
      1400 0100 20010db8000000000000000000000000 // RTA_DST 2001:db8::
      2400 1600 // RTA_ENCAP
        2000 0100 0100000000ff0409ff08000020010db800000000000000000000000a // SEG6_IPTUNNEL_SRH mode 1
      0600 1500 0500 0000 // RTA_ENCAP_TYPE 5
      0800 0400 03000000 // RTA_OIF 3`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        type: "unicast",
        dst: "2001:db8::/32",
        encap: { encap_type: "seg6", mode: "encap", segs: ["2001:db8::a"] },
        dev: "if3",
        table: "main",
        protocol: "static",
        scope: "global",
        flags: [],
      },
    ],
    problems: [{ path: "RTA_ENCAP/SEG6_IPTUNNEL_SRH", problem: "256 segments, 1 are there" }],
  },
];
