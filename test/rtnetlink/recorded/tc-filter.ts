/** Filters, but those of kind flower. Recorded on Linux 6.1 and 7.2, without the counters where these add nothing; tc has the same keys and values. */
import type { Recorded } from "./recorded.ts";

export const filter: readonly Recorded[] = [
  {
    title: "protocol ip pref 5 u32 match ip dst 192.0.2.0/24 flowid 1:1",
    command: "tc filter add dev v0 ingress protocol ip pref 5 u32 match ip dst 192.0.2.0/24 flowid 1:1",
    bytes: `
      94000000 2c00 0000 00000000 00000000 // nlmsghdr: 148 bytes, RTM_NEWTFILTER
      00000000 11000000 00080080 f2ffffff 08000500 // tcmsg: AF_UNSPEC, ifindex 17, handle, parent, info
      0800 0100 75333200 // TCA_KIND "u32"
      0800 0b00 00000000 // TCA_CHAIN 0
      6000 0200 // TCA_OPTIONS
        2400 0500 01000100 00*12 ffffff00 c0000200 10000000 00000000 // TCA_U32_SEL
        0800 0200 00000080 // TCA_U32_HASH 2147483648
        0800 0100 01000100 // TCA_U32_CLASSID 65537
        0800 0b00 08000000 // TCA_U32_FLAGS 8
        0400 0c00 // TCA_U32_PAD
        1c00 0900 00*24 // TCA_U32_PCNT`,
    ifindex: 17,
    bodies: [
      {
        dev: "if17",
        ingress: true,
        protocol: "ip",
        pref: 5,
        kind: "u32",
        chain: 0,
        options: {
          fh: "800::800",
          order: 2048,
          key_ht: "800",
          bkt: "0",
          flowid: "1:1",
          not_in_hw: true,
          rule_hit: 0,
          success: 0,
          match: { value: "c0000200", mask: "ffffff00", offmask: "", off: 16 },
        },
      },
    ],
  },
  {
    title:
      "protocol ip pref 5 u32 match ip src 10.0.0.0/8 match ip sport 80 0xffff at nexthdr+0 action mirred egress redirect dev v1",
    command:
      "tc filter add dev v0 ingress protocol ip pref 5 u32 match ip src 10.0.0.0/8 match ip sport 80 0xffff at nexthdr+0 action mirred egress redirect dev v1",
    bytes: `
      e0000000 2c00 0000 00000000 00000000 // nlmsghdr: 224 bytes, RTM_NEWTFILTER
      00000000 3f000000 00080080 f2ffffff 08000500 // tcmsg: AF_UNSPEC, ifindex 63, handle, parent, info
      0800 0100 75333200 // TCA_KIND "u32"
      0800 0b00 00000000 // TCA_CHAIN 0
      ac00 0200 // TCA_OPTIONS
        3400 0500 01000200 00*12 ff000000 0a000000 0c000000 00000000 ffff0000 00500000 // TCA_U32_SEL
          00000000 ffffffff
        0800 0200 00000080 // TCA_U32_HASH 2147483648
        0800 0b00 08000000 // TCA_U32_FLAGS 8
        4000 0700 // TCA_U32_ACT
          3c00 0100 // action 1
            0b00 0100 6d697272 656400 00 // TCA_ACT_KIND "mirred"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2400 0200 // TCA_ACT_OPTIONS
              2000 0200 01000000 00000000 04000000 01000000 01000000 01000000 3e000000 // TCA_MIRRED_PARMS
        2400 0900 00*32 // TCA_U32_PCNT`,
    ifindex: 63,
    bodies: [
      {
        dev: "if63",
        ingress: true,
        protocol: "ip",
        pref: 5,
        kind: "u32",
        chain: 0,
        options: {
          fh: "800::800",
          order: 2048,
          key_ht: "800",
          bkt: "0",
          not_in_hw: true,
          rule_hit: 0,
          success: 0,
          match: { value: "500000", mask: "ffff0000", offmask: "nexthdr+", off: 0 },
          matches: [
            { value: "a000000", mask: "ff000000", offmask: "", off: 12 },
            { value: "500000", mask: "ffff0000", offmask: "nexthdr+", off: 0 },
          ],
          actions: [
            {
              order: 1,
              kind: "mirred",
              mirred_action: "redirect",
              direction: "egress",
              to_dev: "if62",
              control_action: { type: "stolen" },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: "protocol ip pref 5 handle 2: u32 divisor 16",
    command: "tc filter add dev v0 ingress protocol ip pref 5 handle 2: u32 divisor 16",
    bytes: `
      40000000 2c00 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWTFILTER
      00000000 a5000000 00000080 f2ffffff 08000500 // tcmsg: AF_UNSPEC, ifindex 165, handle, parent, info
      0800 0100 75333200 // TCA_KIND "u32"
      0800 0b00 00000000 // TCA_CHAIN 0
      0c00 0200 // TCA_OPTIONS
        0800 0400 01000000 // TCA_U32_DIVISOR 1`,
    ifindex: 165,
    bodies: [
      {
        dev: "if165",
        ingress: true,
        protocol: "ip",
        pref: 5,
        kind: "u32",
        chain: 0,
        options: { fh: "800:", ht_divisor: 1 },
      },
    ],
  },
  {
    title:
      "protocol ip pref 5 handle 800::5 u32 ht 800: match ip dst 1.2.3.4 offset at 0 mask 0x0f00 shift 6 eat link 1: ",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol ip pref 5 handle 800::5 u32 ht 800: match ip dst 1.2.3.4 offset at 0 mask 0x0f00 shift 6 eat link 1: ",
    bytes: `
      64000000 2c00 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWTFILTER
      00000000 03000000 05000080 f2ffffff 08000500 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0800 0100 75333200 // TCA_KIND "u32"
      3800 0200 // TCA_OPTIONS
        0800 0300 00001000 // TCA_U32_LINK 1048576
        0800 0200 00000080 // TCA_U32_HASH 2147483648
        2400 0500 0c060100 0f000000 00000000 00000000 ffffffff 01020304 10000000 00000000 // TCA_U32_SEL`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "ip",
        pref: 5,
        kind: "u32",
        options: {
          fh: "800::5",
          order: 5,
          key_ht: "800",
          bkt: "0",
          link: "1:",
          match: { value: "1020304", mask: "ffffffff", offmask: "", off: 16 },
          offset_mask: "f00",
          offset_shift: 6,
          offset_off: 0,
          eat: true,
        },
      },
    ],
  },
  {
    title:
      "protocol all pref 5 u32 match u32 0 0 indev v0 police rate 1mbit burst 20k conform-exceed drop/pass",
    command:
      "tc filter add dev v0 ingress protocol all pref 5 u32 match u32 0 0 indev v0 police rate 1mbit burst 20k conform-exceed drop/pass",
    bytes: `
      d8000000 2c00 0000 00000000 00000000 // nlmsghdr: 216 bytes, RTM_NEWTFILTER
      00000000 a9000000 00080080 f2ffffff 00030500 // tcmsg: AF_UNSPEC, ifindex 169, handle, parent, info
      0800 0100 75333200 // TCA_KIND "u32"
      0800 0b00 00000000 // TCA_CHAIN 0
      a400 0200 // TCA_OPTIONS
        2400 0500 01000100 00*28 // TCA_U32_SEL
        0800 0200 00000080 // TCA_U32_HASH 2147483648
        0800 0b00 08000000 // TCA_U32_FLAGS 8
        4400 0600 // TCA_U32_POLICE
          3c00 0100 01000000 02000000 00000000 00102700 f8070000 00010000 00000000 48e80100 // TCA_POLICE_TBF
            00*12 01000000 01000000 00000000
          0400 0700 // TCA_POLICE_PAD
        0700 0800 763000 00 // TCA_U32_INDEV "v0"
        0400 0c00 // TCA_U32_PAD
        1c00 0900 00*24 // TCA_U32_PCNT`,
    ifindex: 169,
    bodies: [
      {
        dev: "if169",
        ingress: true,
        protocol: "all",
        pref: 5,
        kind: "u32",
        chain: 0,
        options: {
          fh: "800::800",
          order: 2048,
          key_ht: "800",
          bkt: "0",
          not_in_hw: true,
          rule_hit: 0,
          success: 0,
          match: { value: "0", mask: "0", offmask: "", off: 0 },
          kind: "police",
          index: 1,
          rate: 125000,
          burst: 20480,
          mtu: 2040,
          control_action: { type: "drop" },
          overhead: 0,
          linklayer: "ethernet",
          ref: 1,
          bind: 1,
          input_dev: "v0",
        },
      },
    ],
  },
  {
    title:
      "protocol ip pref 5 u32 match mark 0x12 0xff match ip6 dst ::1 hashkey mask 0x000000ff at 12 offset plus 4 flowid 1:1",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol ip pref 5 u32 match mark 0x12 0xff match ip6 dst ::1 hashkey mask 0x000000ff at 12 offset plus 4 flowid 1:1",
    bytes: `
      9c000000 2c00 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWTFILTER
      00000000 03000000 00000000 f2ffffff 08000500 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0800 0100 75333200 // TCA_KIND "u32"
      7000 0200 // TCA_OPTIONS
        1000 0a00 12000000 ff000000 00000000 // TCA_U32_MARK
        0800 0100 01000100 // TCA_U32_CLASSID 65537
        5400 0500 03000400 00000400 00000c00 000000ff ffffffff 00000000 18000000 00000000 // TCA_U32_SEL
          ffffffff 00000000 1c000000 00000000 ffffffff 00000000 20000000 00000000 ffffffff
          00000001 24000000 00000000`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "ip",
        pref: 5,
        kind: "u32",
        options: {
          flowid: "1:1",
          fwmark_value: "0x12",
          fwmark_mask: "0xff",
          fwmark_success: 0,
          match: { value: "1", mask: "ffffffff", offmask: "", off: 36 },
          matches: [
            { value: "0", mask: "ffffffff", offmask: "", off: 24 },
            { value: "0", mask: "ffffffff", offmask: "", off: 28 },
            { value: "0", mask: "ffffffff", offmask: "", off: 32 },
            { value: "1", mask: "ffffffff", offmask: "", off: 36 },
          ],
          plus: 4,
          hash_mask: "ff",
          hash_off: 12,
        },
      },
    ],
  },
  {
    title: "protocol ip pref 1 handle 6 fw classid 1:1",
    command: "tc filter add dev v0 ingress protocol ip pref 1 handle 6 fw classid 1:1",
    bytes: `
      40000000 2c00 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWTFILTER
      00000000 ad000000 06000000 f2ffffff 08000100 // tcmsg: AF_UNSPEC, ifindex 173, handle, parent, info
      0700 0100 667700 00 // TCA_KIND "fw"
      0800 0b00 00000000 // TCA_CHAIN 0
      0c00 0200 // TCA_OPTIONS
        0800 0100 01000100 // TCA_FW_CLASSID 65537`,
    ifindex: 173,
    bodies: [
      {
        dev: "if173",
        ingress: true,
        protocol: "ip",
        pref: 1,
        kind: "fw",
        chain: 0,
        options: { fw: { mark: "0x6", mask: "0xffffffff" }, classid: "1:1" },
      },
    ],
  },
  {
    title: "protocol ip pref 1 handle 0x10/0xf0 fw classid 1:2 indev v0 action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 1 handle 0x10/0xf0 fw classid 1:2 indev v0 action drop",
    bytes: `
      90000000 2c00 0000 00000000 00000000 // nlmsghdr: 144 bytes, RTM_NEWTFILTER
      00000000 af000000 10000000 f2ffffff 08000100 // tcmsg: AF_UNSPEC, ifindex 175, handle, parent, info
      0700 0100 667700 00 // TCA_KIND "fw"
      0800 0b00 00000000 // TCA_CHAIN 0
      5c00 0200 // TCA_OPTIONS
        0800 0100 02000100 // TCA_FW_CLASSID 65538
        0700 0300 763000 00 // TCA_FW_INDEV "v0"
        0800 0500 f0000000 // TCA_FW_MASK 240
        4000 0400 // TCA_FW_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 175,
    bodies: [
      {
        dev: "if175",
        ingress: true,
        protocol: "ip",
        pref: 1,
        kind: "fw",
        chain: 0,
        options: {
          fw: { mark: "0x10", mask: "0xf0" },
          classid: "1:2",
          indev: "v0",
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "drop" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: "protocol ip pref 1 route from 10 to 20 classid 1:3",
    command: "tc filter add dev v0 ingress protocol ip pref 1 route from 10 to 20 classid 1:3",
    bytes: `
      54000000 2c00 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWTFILTER
      00000000 b1000000 14000a00 f2ffffff 08000100 // tcmsg: AF_UNSPEC, ifindex 177, handle, parent, info
      0a00 0100 726f7574 6500 0000 // TCA_KIND "route"
      0800 0b00 00000000 // TCA_CHAIN 0
      1c00 0200 // TCA_OPTIONS
        0800 0200 14000000 // TCA_ROUTE4_TO 20
        0800 0300 0a000000 // TCA_ROUTE4_FROM 10
        0800 0100 03000100 // TCA_ROUTE4_CLASSID 65539`,
    ifindex: 177,
    bodies: [
      {
        dev: "if177",
        ingress: true,
        protocol: "ip",
        pref: 1,
        kind: "route",
        chain: 0,
        options: { fh: "0xa0014", flowid: "1:3", name: "10", to: "20", from: "10" },
      },
    ],
  },
  {
    title: "protocol ip pref 1 route fromif v1 to 7 flowid 1:4 action pass",
    command: "tc filter add dev v0 ingress protocol ip pref 1 route fromif v1 to 7 flowid 1:4 action pass",
    bytes: `
      94000000 2c00 0000 00000000 00000000 // nlmsghdr: 148 bytes, RTM_NEWTFILTER
      00000000 b3000000 0700b280 f2ffffff 08000100 // tcmsg: AF_UNSPEC, ifindex 179, handle, parent, info
      0a00 0100 726f7574 6500 0000 // TCA_KIND "route"
      0800 0b00 00000000 // TCA_CHAIN 0
      5c00 0200 // TCA_OPTIONS
        0800 0200 07000000 // TCA_ROUTE4_TO 7
        0800 0400 b2000000 // TCA_ROUTE4_IIF 178
        0800 0100 04000100 // TCA_ROUTE4_CLASSID 65540
        4000 0600 // TCA_ROUTE4_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 179,
    bodies: [
      {
        dev: "if179",
        ingress: true,
        protocol: "ip",
        pref: 1,
        kind: "route",
        chain: 0,
        options: {
          fh: "0x80b20007",
          flowid: "1:4",
          name: "7",
          to: "7",
          fromif: "if178",
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "pass" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: "protocol all pref 3 matchall action mirred ingress mirror dev v1",
    command: "tc filter add dev v0 ingress protocol all pref 3 matchall action mirred ingress mirror dev v1",
    bytes: `
      94000000 2c00 0000 00000000 00000000 // nlmsghdr: 148 bytes, RTM_NEWTFILTER
      00000000 43000000 01000000 f2ffffff 00030300 // tcmsg: AF_UNSPEC, ifindex 67, handle, parent, info
      0d00 0100 6d617463 68616c6c 00 000000 // TCA_KIND "matchall"
      0800 0b00 00000000 // TCA_CHAIN 0
      5800 0200 // TCA_OPTIONS
        0800 0300 08000000 // TCA_MATCHALL_FLAGS 8
        0c00 0400 00000000 00000000 // TCA_MATCHALL_PCNT
        4000 0200 // TCA_MATCHALL_ACT
          3c00 0100 // action 1
            0b00 0100 6d697272 656400 00 // TCA_ACT_KIND "mirred"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2400 0200 // TCA_ACT_OPTIONS
              2000 0200 01000000 00000000 03000000 01000000 01000000 04000000 42000000 // TCA_MIRRED_PARMS`,
    ifindex: 67,
    bodies: [
      {
        dev: "if67",
        ingress: true,
        protocol: "all",
        pref: 3,
        kind: "matchall",
        chain: 0,
        options: {
          handle: 1,
          not_in_hw: true,
          rule_hit: 0,
          actions: [
            {
              order: 1,
              kind: "mirred",
              mirred_action: "mirror",
              direction: "ingress",
              to_dev: "if66",
              control_action: { type: "pipe" },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: "protocol all pref 3 handle 5 matchall classid 1:7 skip_hw action goto chain 4",
    command:
      "tc filter add dev v0 ingress protocol all pref 3 handle 5 matchall classid 1:7 skip_hw action goto chain 4",
    bytes: `
      a0000000 2c00 0000 00000000 00000000 // nlmsghdr: 160 bytes, RTM_NEWTFILTER
      00000000 45000000 05000000 f2ffffff 00030300 // tcmsg: AF_UNSPEC, ifindex 69, handle, parent, info
      0d00 0100 6d617463 68616c6c 00 000000 // TCA_KIND "matchall"
      0800 0b00 00000000 // TCA_CHAIN 0
      6400 0200 // TCA_OPTIONS
        0800 0100 07000100 // TCA_MATCHALL_CLASSID 65543
        0800 0300 09000000 // TCA_MATCHALL_FLAGS 9
        0c00 0400 00000000 00000000 // TCA_MATCHALL_PCNT
        4400 0200 // TCA_MATCHALL_ACT
          4000 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0c00 0700 02000000 02000000 // TCA_ACT_FLAGS
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            1c00 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 04000020 01000000 01000000 // TCA_GACT_PARMS`,
    ifindex: 69,
    bodies: [
      {
        dev: "if69",
        ingress: true,
        protocol: "all",
        pref: 3,
        kind: "matchall",
        chain: 0,
        options: {
          handle: 5,
          flowid: "1:7",
          skip_hw: true,
          not_in_hw: true,
          rule_hit: 0,
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "goto", chain: 4 },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: "protocol ip pref 2 handle 1 flow map key dst and 0xff or 0x10 baseclass 1:3",
    command:
      "tc filter add dev v0 ingress protocol ip pref 2 handle 1 flow map key dst and 0xff or 0x10 baseclass 1:3",
    bytes: `
      64000000 2c00 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWTFILTER
      00000000 bd000000 01000000 f2ffffff 08000200 // tcmsg: AF_UNSPEC, ifindex 189, handle, parent, info
      0900 0100 666c6f77 00 000000 // TCA_KIND "flow"
      0800 0b00 00000000 // TCA_CHAIN 0
      2c00 0200 // TCA_OPTIONS
        0800 0100 02000000 // TCA_FLOW_KEYS 2
        0800 0200 00000000 // TCA_FLOW_MODE 0
        0800 0600 ef000000 // TCA_FLOW_MASK 239
        0800 0700 10000000 // TCA_FLOW_XOR 16
        0800 0300 03000100 // TCA_FLOW_BASECLASS 65539`,
    ifindex: 189,
    bodies: [
      {
        dev: "if189",
        ingress: true,
        protocol: "ip",
        pref: 2,
        kind: "flow",
        chain: 0,
        options: { handle: "0x1", mode: "map", keys: ["dst"], and: "0xef", or: "0x10", baseclass: "1:3" },
      },
    ],
  },
  {
    title:
      "protocol ip pref 2 handle 2 flow hash keys src,dst,proto,proto-src,proto-dst,iif,priority,mark,vlan-tag divisor 1024 perturb 60",
    command:
      "tc filter add dev v0 ingress protocol ip pref 2 handle 2 flow hash keys src,dst,proto,proto-src,proto-dst,iif,priority,mark,vlan-tag divisor 1024 perturb 60",
    bytes: `
      64000000 2c00 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWTFILTER
      00000000 bf000000 02000000 f2ffffff 08000200 // tcmsg: AF_UNSPEC, ifindex 191, handle, parent, info
      0900 0100 666c6f77 00 000000 // TCA_KIND "flow"
      0800 0b00 00000000 // TCA_CHAIN 0
      2c00 0200 // TCA_OPTIONS
        0800 0100 ff000100 // TCA_FLOW_KEYS 65791
        0800 0200 01000000 // TCA_FLOW_MODE 1
        0800 0800 00040000 // TCA_FLOW_DIVISOR 1024
        0800 0300 0100ffff // TCA_FLOW_BASECLASS 4294901761
        0800 0c00 3c000000 // TCA_FLOW_PERTURB 60`,
    ifindex: 191,
    bodies: [
      {
        dev: "if191",
        ingress: true,
        protocol: "ip",
        pref: 2,
        kind: "flow",
        chain: 0,
        options: {
          handle: "0x2",
          mode: "hash",
          keys: ["src", "dst", "proto", "proto-src", "proto-dst", "iif", "priority", "mark", "vlan-tag"],
          divisor: 1024,
          baseclass: "ffff:1",
          perturb: 60,
        },
      },
    ],
  },
  {
    title: "protocol ip pref 2 handle 3 flow map key src rshift 8 addend 5 xor 0xff and 0xff00 action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 2 handle 3 flow map key src rshift 8 addend 5 xor 0xff and 0xff00 action drop",
    bytes: `
      b4000000 2c00 0000 00000000 00000000 // nlmsghdr: 180 bytes, RTM_NEWTFILTER
      00000000 c1000000 03000000 f2ffffff 08000200 // tcmsg: AF_UNSPEC, ifindex 193, handle, parent, info
      0900 0100 666c6f77 00 000000 // TCA_KIND "flow"
      0800 0b00 00000000 // TCA_CHAIN 0
      7c00 0200 // TCA_OPTIONS
        0800 0100 01000000 // TCA_FLOW_KEYS 1
        0800 0200 00000000 // TCA_FLOW_MODE 0
        0800 0600 00ff0000 // TCA_FLOW_MASK 65280
        0800 0700 00000000 // TCA_FLOW_XOR 0
        0800 0400 08000000 // TCA_FLOW_RSHIFT 8
        0800 0500 05000000 // TCA_FLOW_ADDEND 5
        0800 0300 0100ffff // TCA_FLOW_BASECLASS 4294901761
        4000 0900 // TCA_FLOW_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 193,
    bodies: [
      {
        dev: "if193",
        ingress: true,
        protocol: "ip",
        pref: 2,
        kind: "flow",
        chain: 0,
        options: {
          handle: "0x3",
          mode: "map",
          keys: ["src"],
          and: "0xff00",
          rshift: 8,
          addend: "0x5",
          baseclass: "ffff:1",
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "drop" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: "protocol ip pref 4 handle 1 cgroup match meta(nf_mark eq 5) action drop",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol ip pref 4 handle 1 cgroup match meta(nf_mark eq 5) action drop",
    bytes: `
      9c000000 2c00 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWTFILTER
      00000000 03000000 01000000 f2ffffff 08000400 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 6367726f 757000 00 // TCA_KIND "cgroup"
      6c00 0200 // TCA_OPTIONS
        3800 0300 08000100 01000000 2c000200 28000100 00000400 00000000 0c000100 0c100000 // TCA_CGROUP_EMATCHES
          00100000 08000200 00000000 08000300 05000000
        3000 0100 // TCA_CGROUP_ACT
          2c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            1c00 0280 // TCA_ACT_OPTIONS
              1800 0200 00000000 00000000 02000000 00000000 00000000 // TCA_GACT_PARMS`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "ip",
        pref: 4,
        kind: "cgroup",
        options: {
          handle: "0x1",
          ematch: "meta(nf_mark eq 5)",
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "drop" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 0,
              ref: 0,
              bind: 0,
            },
          ],
        },
      },
    ],
  },
  {
    title:
      "protocol ip pref 6 basic match cmp(u16 at 3 layer 2 mask 0xff00 gt 20) and not meta(nf_mark gt 24) classid 1:5",
    command:
      "tc filter add dev v0 ingress protocol ip pref 6 basic match cmp(u16 at 3 layer 2 mask 0xff00 gt 20) and not meta(nf_mark gt 24) classid 1:5",
    bytes: `
      a8000000 2c00 0000 00000000 00000000 // nlmsghdr: 168 bytes, RTM_NEWTFILTER
      00000000 c9000000 01000000 f2ffffff 08000600 // tcmsg: AF_UNSPEC, ifindex 201, handle, parent, info
      0a00 0100 62617369 6300 0000 // TCA_KIND "basic"
      0800 0b00 00000000 // TCA_CHAIN 0
      7000 0200 // TCA_OPTIONS
        0800 0100 05000100 // TCA_BASIC_CLASSID 65541
        1400 0500 00*16 // TCA_BASIC_PCNT
        5000 0200 08000100 02000000 44000200 18000100 00000100 01000000 14000000 00ff0000 // TCA_BASIC_EMATCHES
          03000212 28000200 00000400 04000000 0c000100 0c100001 00100000 08000200 00000000
          08000300 18000000`,
    ifindex: 201,
    bodies: [
      {
        dev: "if201",
        ingress: true,
        protocol: "ip",
        pref: 6,
        kind: "basic",
        chain: 0,
        options: {
          handle: "1",
          flowid: "1:5",
          ematch: "cmp(u16 at 3 layer 2 mask 0xff00 gt 20) AND NOT meta(nf_mark gt 24)",
          rule_hit: 0,
          success: 0,
        },
      },
    ],
  },
  {
    title:
      'protocol ip pref 6 basic match u32(u32 0x0a000000 0xff000000 at 12) or (nbyte("ababa" at 12 layer 1) and meta(pkt_len lt 500)) flowid 1:6',
    command:
      'tc filter add dev v0 ingress protocol ip pref 6 basic match u32(u32 0x0a000000 0xff000000 at 12) or (nbyte("ababa" at 12 layer 1) and meta(pkt_len lt 500)) flowid 1:6',
    bytes: `
      d4000000 2c00 0000 00000000 00000000 // nlmsghdr: 212 bytes, RTM_NEWTFILTER
      00000000 cb000000 01000000 f2ffffff 08000600 // tcmsg: AF_UNSPEC, ifindex 203, handle, parent, info
      0a00 0100 62617369 6300 0000 // TCA_KIND "basic"
      0800 0b00 00000000 // TCA_CHAIN 0
      9c00 0200 // TCA_OPTIONS
        0800 0100 06000100 // TCA_BASIC_CLASSID 65542
        1400 0500 00*16 // TCA_BASIC_PCNT
        7c00 0200 08000100 04000000 70000200 1c000100 00000300 02000000 ff000000 0a000000 // TCA_BASIC_EMATCHES
          0c000000 00000000 10000200 00000000 00000000 02000000 18000300 00000200 01000000
          0c000510 61626162 61000000 28000400 00000400 00000000 0c000100 09100002 00100000
          08000200 00000000 08000300 f4010000`,
    ifindex: 203,
    bodies: [
      {
        dev: "if203",
        ingress: true,
        protocol: "ip",
        pref: 6,
        kind: "basic",
        chain: 0,
        options: {
          handle: "1",
          flowid: "1:6",
          ematch:
            'u32(0a000000/ff000000 at 12) OR (nbyte(61 62 61 62 61 "ababa" at 12 layer 1) AND meta(pkt_len lt 500))',
          rule_hit: 0,
          success: 0,
        },
      },
    ],
  },
  {
    title:
      "protocol ip pref 6 basic match meta(random mask 0x10 eq 5) and meta(dev shift 2 gt 1) and cmp(u8 at 0 layer link trans lt 3) action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 6 basic match meta(random mask 0x10 eq 5) and meta(dev shift 2 gt 1) and cmp(u8 at 0 layer link trans lt 3) action drop",
    bytes: `
      04010000 2c00 0000 00000000 00000000 // nlmsghdr: 260 bytes, RTM_NEWTFILTER
      00000000 cd000000 01000000 f2ffffff 08000600 // tcmsg: AF_UNSPEC, ifindex 205, handle, parent, info
      0a00 0100 62617369 6300 0000 // TCA_KIND "basic"
      0800 0b00 00000000 // TCA_CHAIN 0
      cc00 0200 // TCA_OPTIONS
        1400 0500 00*16 // TCA_BASIC_PCNT
        3c00 0300 // TCA_BASIC_ACT
          3800 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD
        7800 0200 08000100 03000000 6c000200 28000100 00000400 01000000 0c000100 01100000 // TCA_BASIC_EMATCHES
          00100000 08000200 10000000 08000300 05000000 28000200 00000400 01000000 0c000100
          05100201 00100000 08000200 00000000 08000300 01000000 18000300 00000100 00000000
          03000000 00000000 00001120`,
    ifindex: 205,
    bodies: [
      {
        dev: "if205",
        ingress: true,
        protocol: "ip",
        pref: 6,
        kind: "basic",
        chain: 0,
        options: {
          handle: "1",
          ematch:
            "meta(random mask 0x00000010 eq 5) AND meta(dev shift 2 gt 1) AND cmp(u8 at 0 layer 0 trans lt 3)",
          rule_hit: 0,
          success: 0,
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "drop" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: "protocol all pref 6 basic match canid(sff 0x123:0x7ff eff 0x12345) action pass",
    command:
      "tc filter add dev v0 ingress protocol all pref 6 basic match canid(sff 0x123:0x7ff eff 0x12345) action pass",
    bytes: `
      b8000000 2c00 0000 00000000 00000000 // nlmsghdr: 184 bytes, RTM_NEWTFILTER
      00000000 cf000000 01000000 f2ffffff 00030600 // tcmsg: AF_UNSPEC, ifindex 207, handle, parent, info
      0a00 0100 62617369 6300 0000 // TCA_KIND "basic"
      0800 0b00 00000000 // TCA_CHAIN 0
      8000 0200 // TCA_OPTIONS
        1400 0500 00*16 // TCA_BASIC_PCNT
        3c00 0300 // TCA_BASIC_ACT
          3800 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD
        2c00 0200 08000100 01000000 20000200 1c000100 00000700 00000000 45230180 ffffff9f // TCA_BASIC_EMATCHES
          23010000 ff070080`,
    ifindex: 207,
    bodies: [
      {
        dev: "if207",
        ingress: true,
        protocol: "all",
        pref: 6,
        kind: "basic",
        chain: 0,
        options: {
          handle: "1",
          ematch: "canid(eff 0x12345 sff 0x123)",
          rule_hit: 0,
          success: 0,
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "pass" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title: 'protocol all pref 7 bpf bytecode "1,6 0 0 4294967295," flowid 1:1',
    command: 'tc filter add dev v0 ingress protocol all pref 7 bpf bytecode "1,6 0 0 4294967295," flowid 1:1',
    bytes: `
      5c000000 2c00 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWTFILTER
      00000000 d1000000 01000000 f2ffffff 00030700 // tcmsg: AF_UNSPEC, ifindex 209, handle, parent, info
      0800 0100 62706600 // TCA_KIND "bpf"
      0800 0b00 00000000 // TCA_CHAIN 0
      2800 0200 // TCA_OPTIONS
        0800 0300 01000100 // TCA_BPF_CLASSID 65537
        0600 0400 0100 0000 // TCA_BPF_OPS_LEN 1
        0c00 0500 06000000 ffffffff // TCA_BPF_OPS
        0800 0900 08000000 // TCA_BPF_FLAGS_GEN 8`,
    ifindex: 209,
    bodies: [
      {
        dev: "if209",
        ingress: true,
        protocol: "all",
        pref: 7,
        kind: "bpf",
        chain: 0,
        options: {
          handle: "0x1",
          flowid: "1:1",
          not_in_hw: true,
          bytecode: { length: 1, insns: [{ code: 6, jt: 0, jf: 0, k: 4294967295 }] },
        },
      },
    ],
  },
  {
    title:
      'protocol all pref 7 bpf bytecode "4,40 0 0 12,21 0 1 2048,6 0 0 262144,6 0 0 0," skip_hw action drop',
    command:
      'tc filter add dev v0 ingress protocol all pref 7 bpf bytecode "4,40 0 0 12,21 0 1 2048,6 0 0 262144,6 0 0 0," skip_hw action drop',
    bytes: `
      a8000000 2c00 0000 00000000 00000000 // nlmsghdr: 168 bytes, RTM_NEWTFILTER
      00000000 d3000000 01000000 f2ffffff 00030700 // tcmsg: AF_UNSPEC, ifindex 211, handle, parent, info
      0800 0100 62706600 // TCA_KIND "bpf"
      0800 0b00 00000000 // TCA_CHAIN 0
      7400 0200 // TCA_OPTIONS
        0600 0400 0400 0000 // TCA_BPF_OPS_LEN 4
        2400 0500 28000000 0c000000 15000001 00080000 06000000 00000400 06000000 00000000 // TCA_BPF_OPS
        3c00 0100 // TCA_BPF_ACT
          3800 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD
        0800 0900 09000000 // TCA_BPF_FLAGS_GEN 9`,
    ifindex: 211,
    bodies: [
      {
        dev: "if211",
        ingress: true,
        protocol: "all",
        pref: 7,
        kind: "bpf",
        chain: 0,
        options: {
          handle: "0x1",
          skip_hw: true,
          not_in_hw: true,
          bytecode: {
            length: 4,
            insns: [
              { code: 40, jt: 0, jf: 0, k: 12 },
              { code: 21, jt: 0, jf: 1, k: 2048 },
              { code: 6, jt: 0, jf: 0, k: 262144 },
              { code: 6, jt: 0, jf: 0, k: 0 },
            ],
          },
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "drop" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
  {
    title:
      "protocol ip pref 5 u32 match ip src 10.0.0.0/8 match ip sport 80 0xffff at nexthdr+0 action mirred egress redirect dev v1 again",
    command:
      "tc filter add dev v0 ingress protocol ip pref 5 u32 match ip src 10.0.0.0/8 match ip sport 80 0xffff at nexthdr+0 action mirred egress redirect dev v1",
    bytes: `
      e0000000 2c00 0000 00000000 00000000 // nlmsghdr: 224 bytes, RTM_NEWTFILTER
      00000000 3f000000 00080080 f2ffffff 08000500 // tcmsg: AF_UNSPEC, ifindex 63, handle, parent, info
      0800 0100 75333200 // TCA_KIND "u32"
      0800 0b00 00000000 // TCA_CHAIN 0
      ac00 0200 // TCA_OPTIONS
        3400 0500 01000200 00*12 ff000000 0a000000 0c000000 00000000 ffff0000 00500000 // TCA_U32_SEL
          00000000 ffffffff
        0800 0200 00000080 // TCA_U32_HASH 2147483648
        0800 0b00 08000000 // TCA_U32_FLAGS 8
        4000 0700 // TCA_U32_ACT
          3c00 0100 // action 1
            0b00 0100 6d697272 656400 00 // TCA_ACT_KIND "mirred"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2400 0200 // TCA_ACT_OPTIONS
              2000 0200 01000000 00000000 04000000 01000000 01000000 01000000 3e000000 // TCA_MIRRED_PARMS
        2400 0900 00*32 // TCA_U32_PCNT`,
    ifindex: 63,
    bodies: [
      {
        dev: "if63",
        ingress: true,
        protocol: "ip",
        pref: 5,
        kind: "u32",
        chain: 0,
        options: {
          fh: "800::800",
          order: 2048,
          key_ht: "800",
          bkt: "0",
          not_in_hw: true,
          rule_hit: 0,
          success: 0,
          match: { value: "500000", mask: "ffff0000", offmask: "nexthdr+", off: 0 },
          matches: [
            { value: "a000000", mask: "ff000000", offmask: "", off: 12 },
            { value: "500000", mask: "ffff0000", offmask: "nexthdr+", off: 0 },
          ],
          actions: [
            {
              order: 1,
              kind: "mirred",
              mirred_action: "redirect",
              direction: "egress",
              to_dev: "if62",
              control_action: { type: "stolen" },
              index: 1,
              ref: 1,
              bind: 1,
            },
          ],
        },
      },
    ],
  },
];
