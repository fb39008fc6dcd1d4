/** Actions. Recorded on Linux 6.1 and 7.2, without the counters where these add nothing; tc has the same keys and values. */
import type { Recorded } from "./recorded.ts";

export const action: readonly Recorded[] = [
  {
    title: "pass random determ drop 4",
    command: "tc actions add action pass random determ drop 4",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 00000000 01000000 00000000 // TCA_GACT_PARMS
            0c00 0300 02000400 02000000 // TCA_GACT_PROB`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gact",
        control_action: { type: "pass" },
        prob: { random_type: "determ", control_action: { type: "drop" }, val: 4 },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "reclassify random netrand continue 7 cookie 0a0b",
    command: "tc actions add action reclassify random netrand continue 7 cookie 0a0b",
    bytes: `
      6c000000 3000 0000 00000000 00000000 // nlmsghdr: 108 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5000 0100 // TCA_ROOT_TAB
        4c00 0000 // action 0
          0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
          0400 0500 // TCA_ACT_PAD
          0600 0600 0a0b 0000 // TCA_ACT_COOKIE 2826
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 01000000 01000000 00000000 // TCA_GACT_PARMS
            0c00 0300 01000700 ffffffff // TCA_GACT_PROB`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gact",
        control_action: { type: "reclassify" },
        prob: { random_type: "netrand", control_action: { type: "continue" }, val: 7 },
        index: 1,
        ref: 1,
        bind: 0,
        cookie: "0a0b",
        not_in_hw: true,
      },
    ],
  },
  {
    title: "gact goto chain 3",
    command: "as tc asks for it: tc actions add action gact goto chain 3",
    bytes: `
      44000000 3000 0000 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWACTION
      00000000 // tcamsg
      3000 0100 // TCA_ROOT_TAB
        2c00 0100 // action 1
          0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
          1c00 0280 // TCA_ACT_OPTIONS
            1800 0200 00000000 00000000 03000020 00000000 00000000 // TCA_GACT_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gact",
        control_action: { type: "goto", chain: 3 },
        prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
        index: 0,
        ref: 0,
        bind: 0,
      },
    ],
  },
  {
    title: "jump 2",
    command: "tc actions add action jump 2",
    bytes: `
      5c000000 3000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4000 0100 // TCA_ROOT_TAB
        3c00 0000 // action 0
          0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2000 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 02000010 01000000 00000000 // TCA_GACT_PARMS
            0400 0400 // TCA_GACT_PAD`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gact",
        control_action: { type: "jump", jump: 2 },
        prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "pipe index 77 no_percpu",
    command: "tc actions add action pipe index 77 no_percpu",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
          0400 0500 // TCA_ACT_PAD
          0c00 0700 01000000 01000000 // TCA_ACT_FLAGS
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          1c00 0200 // TCA_ACT_OPTIONS
            1800 0200 4d000000 00000000 03000000 01000000 00000000 // TCA_GACT_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gact",
        control_action: { type: "pipe" },
        prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
        index: 77,
        ref: 1,
        bind: 0,
        no_percpu: true,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "drop hw_stats immediate",
    command: "tc actions add action drop hw_stats immediate",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
          0400 0500 // TCA_ACT_PAD
          0c00 0800 01000000 03000000 // TCA_ACT_HW_STATS
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          1c00 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 02000000 01000000 00000000 // TCA_GACT_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gact",
        control_action: { type: "drop" },
        prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
        hw_stats: ["immediate"],
      },
    ],
  },
  {
    title: "pass skip_hw",
    command: "tc actions add action pass skip_hw",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
          0400 0500 // TCA_ACT_PAD
          0c00 0700 02000000 02000000 // TCA_ACT_FLAGS
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          1c00 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 00000000 01000000 00000000 // TCA_GACT_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gact",
        control_action: { type: "pass" },
        prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
        index: 1,
        ref: 1,
        bind: 0,
        skip_hw: true,
      },
    ],
  },
  {
    title: "mirred ingress mirror dev v0 pipe index 9",
    command: "tc actions add action mirred ingress mirror dev v0 pipe index 9",
    bytes: `
      68000000 3000 0000 00000000 00000000 // nlmsghdr: 104 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4c00 0100 // TCA_ROOT_TAB
        4800 0000 // action 0
          0b00 0100 6d697272 656400 00 // TCA_ACT_KIND "mirred"
          0c00 0900 00000000 03000000 // TCA_ACT_USED_HW_STATS
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2400 0200 // TCA_ACT_OPTIONS
            2000 0200 09000000 00000000 03000000 01000000 00000000 04000000 61000000 // TCA_MIRRED_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "mirred",
        mirred_action: "mirror",
        direction: "ingress",
        to_dev: "if97",
        control_action: { type: "pipe" },
        index: 9,
        ref: 1,
        bind: 0,
        not_in_hw: true,
        used_hw_stats: ["disabled"],
      },
    ],
  },
  {
    title: "mirred egress redirect blockid 21",
    command: "tc actions add action mirred egress redirect blockid 21",
    bytes: `
      70000000 3000 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5400 0100 // TCA_ROOT_TAB
        5000 0000 // action 0
          0b00 0100 6d697272 656400 00 // TCA_ACT_KIND "mirred"
          0c00 0900 00000000 03000000 // TCA_ACT_USED_HW_STATS
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2c00 0200 // TCA_ACT_OPTIONS
            2000 0200 01000000 00000000 04000000 01000000 00000000 01000000 00000000 // TCA_MIRRED_PARMS
            0800 0400 15000000 // TCA_MIRRED_BLOCKID 21`,
    ifindex: undefined,
    bodies: [
      {
        kind: "mirred",
        mirred_action: "redirect",
        direction: "egress",
        to_blockid: 21,
        control_action: { type: "stolen" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
        used_hw_stats: ["disabled"],
      },
    ],
  },
  {
    title: "police rate 1mbit burst 20k conform-exceed drop/pipe",
    command: "tc actions add action police rate 1mbit burst 20k conform-exceed drop/pipe",
    bytes: `
      84000000 3000 0000 00000000 00000000 // nlmsghdr: 132 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      6800 0100 // TCA_ROOT_TAB
        6400 0000 // action 0
          0b00 0100 706f6c69 636500 00 // TCA_ACT_KIND "police"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          4800 0200 // TCA_ACT_OPTIONS
            3c00 0100 01000000 02000000 00000000 00102700 f8070000 00010000 00000000 // TCA_POLICE_TBF
              48e80100 00*12 01000000 00000000 00000000
            0800 0500 03000000 // TCA_POLICE_RESULT 3`,
    ifindex: undefined,
    bodies: [
      {
        kind: "police",
        index: 1,
        rate: 125000,
        burst: 20480,
        mtu: 2040,
        control_action: { type: "pipe" },
        exceed_action: { type: "drop" },
        overhead: 0,
        linklayer: "ethernet",
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "police rate 80gbit burst 1m mtu 9000 peakrate 90gbit overhead 10 linklayer atm drop",
    command:
      "tc actions add action police rate 80gbit burst 1m mtu 9000 peakrate 90gbit overhead 10 linklayer atm drop",
    bytes: `
      9c000000 3000 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      8000 0100 // TCA_ROOT_TAB
        7c00 0000 // action 0
          0b00 0100 706f6c69 636500 00 // TCA_ACT_KIND "police"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          6000 0200 // TCA_ACT_OPTIONS
            0400 0700 // TCA_POLICE_PAD
            0c00 0800 00e40b54 02000000 // TCA_POLICE_RATE64
            0400 0700 // TCA_POLICE_PAD
            0c00 0900 80608d9e 02000000 // TCA_POLICE_PEAKRATE64
            3c00 0100 01000000 02000000 00000000 67060000 28230000 00020a00 00000000 // TCA_POLICE_TBF
              ffffffff 00020a00 00000000 ffffffff 01000000 00000000 00000000`,
    ifindex: undefined,
    bodies: [
      {
        kind: "police",
        index: 1,
        rate: 10000000000,
        burst: 1048960,
        mtu: 9000,
        peakrate: 11250000000,
        control_action: { type: "drop" },
        overhead: 10,
        linklayer: "atm",
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "police pkts_rate 1000 pkts_burst 200 conform-exceed drop/pass",
    command: "tc actions add action police pkts_rate 1000 pkts_burst 200 conform-exceed drop/pass",
    bytes: `
      9c000000 3000 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      8000 0100 // TCA_ROOT_TAB
        7c00 0000 // action 0
          0b00 0100 706f6c69 636500 00 // TCA_ACT_KIND "police"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          6000 0200 // TCA_ACT_OPTIONS
            0400 0700 // TCA_POLICE_PAD
            0c00 0a00 e8030000 00000000 // TCA_POLICE_PKTRATE64
            0400 0700 // TCA_POLICE_PAD
            0c00 0b00 08af2f00 00000000 // TCA_POLICE_PKTBURST64
            3c00 0100 01000000 02000000 00000000 00000000 ffffffff 00*24 01000000 00000000 // TCA_POLICE_TBF
              00000000`,
    ifindex: undefined,
    bodies: [
      {
        kind: "police",
        index: 1,
        rate: 0,
        burst: 0,
        mtu: 4294967295,
        pkts_rate: 1000,
        pkts_burst: 200,
        control_action: { type: "drop" },
        overhead: 0,
        linklayer: "unspec",
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "skbedit priority 1:10 mark 7/0xff queue_mapping 3 ptype multicast",
    command: "tc actions add action skbedit priority 1:10 mark 7/0xff queue_mapping 3 ptype multicast",
    bytes: `
      84000000 3000 0000 00000000 00000000 // nlmsghdr: 132 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      6800 0100 // TCA_ROOT_TAB
        6400 0000 // action 0
          0c00 0100 736b6265 64697400 // TCA_ACT_KIND "skbedit"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          4800 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 03000000 01000000 00000000 // TCA_SKBEDIT_PARMS
            0800 0300 10000100 // TCA_SKBEDIT_PRIORITY 65552
            0600 0400 0300 0000 // TCA_SKBEDIT_QUEUE_MAPPING 3
            0800 0500 07000000 // TCA_SKBEDIT_MARK 7
            0600 0700 0200 0000 // TCA_SKBEDIT_PTYPE 2
            0800 0800 ff000000 // TCA_SKBEDIT_MASK 255
            0400 0600 // TCA_SKBEDIT_PAD`,
    ifindex: undefined,
    bodies: [
      {
        kind: "skbedit",
        queue_mapping: 3,
        priority: "1:10",
        mark: 7,
        mask: "ff",
        ptype: "multicast",
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "skbedit inheritdsfield pipe",
    command: "tc actions add action skbedit inheritdsfield pipe",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0c00 0100 736b6265 64697400 // TCA_ACT_KIND "skbedit"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 03000000 01000000 00000000 // TCA_SKBEDIT_PARMS
            0c00 0900 20000000 00000000 // TCA_SKBEDIT_FLAGS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "skbedit",
        inheritdsfield: true,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "vlan pop",
    command: "tc actions add action vlan pop",
    bytes: `
      5c000000 3000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4000 0100 // TCA_ROOT_TAB
        3c00 0000 // action 0
          0900 0100 766c616e 00 000000 // TCA_ACT_KIND "vlan"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2000 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 01000000 // TCA_VLAN_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "vlan",
        vlan_action: "pop",
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "vlan push id 100 protocol 802.1ad priority 3",
    command: "tc actions add action vlan push id 100 protocol 802.1ad priority 3",
    bytes: `
      74000000 3000 0000 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5800 0100 // TCA_ROOT_TAB
        5400 0000 // action 0
          0900 0100 766c616e 00 000000 // TCA_ACT_KIND "vlan"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3800 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 02000000 // TCA_VLAN_PARMS
            0600 0300 6400 0000 // TCA_VLAN_PUSH_VLAN_ID 100
            0600 0400 88a8 0000 // TCA_VLAN_PUSH_VLAN_PROTOCOL 43144
            0500 0600 03 000000 // TCA_VLAN_PUSH_VLAN_PRIORITY 3`,
    ifindex: undefined,
    bodies: [
      {
        kind: "vlan",
        vlan_action: "push",
        id: 100,
        protocol: "802.1ad",
        priority: 3,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "vlan push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 pipe",
    command: "tc actions add action vlan push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 pipe",
    bytes: `
      74000000 3000 0000 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5800 0100 // TCA_ROOT_TAB
        5400 0000 // action 0
          0900 0100 766c616e 00 000000 // TCA_ACT_KIND "vlan"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3800 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 05000000 // TCA_VLAN_PARMS
            0a00 0700 02000000 0001 0000 // TCA_VLAN_PUSH_ETH_DST
            0a00 0800 02000000 0002 0000 // TCA_VLAN_PUSH_ETH_SRC`,
    ifindex: undefined,
    bodies: [
      {
        kind: "vlan",
        vlan_action: "push_eth",
        dst_mac: "02:00:00:00:00:01",
        src_mac: "02:00:00:00:00:02",
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 7 dst_port 4789 csum tos 0x10 ttl 64",
    command:
      "tc actions add action tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 7 dst_port 4789 csum tos 0x10 ttl 64",
    bytes: `
      94000000 3000 0000 00000000 00000000 // nlmsghdr: 148 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      7800 0100 // TCA_ROOT_TAB
        7400 0000 // action 0
          0f00 0100 74756e6e 656c5f6b 657900 00 // TCA_ACT_KIND "tunnel_key"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          5800 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 01000000 // TCA_TUNNEL_KEY_PARMS
            0800 0700 00000007 // TCA_TUNNEL_KEY_ENC_KEY_ID 117440512
            0800 0300 c0000201 // TCA_TUNNEL_KEY_ENC_IPV4_SRC 16908480
            0800 0400 c0000202 // TCA_TUNNEL_KEY_ENC_IPV4_DST 33685696
            0600 0900 12b5 0000 // TCA_TUNNEL_KEY_ENC_DST_PORT 46354
            0500 0a00 00 000000 // TCA_TUNNEL_KEY_NO_CSUM 0
            0500 0c00 10 000000 // TCA_TUNNEL_KEY_ENC_TOS 16
            0500 0d00 40 000000 // TCA_TUNNEL_KEY_ENC_TTL 64`,
    ifindex: undefined,
    bodies: [
      {
        kind: "tunnel_key",
        mode: "set",
        src_ip: "192.0.2.1",
        dst_ip: "192.0.2.2",
        key_id: 7,
        dst_port: 4789,
        flag: "csum",
        nofrag: false,
        tos: 16,
        ttl: 64,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "tunnel_key unset",
    command: "tc actions add action tunnel_key unset",
    bytes: `
      5c000000 3000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4000 0100 // TCA_ROOT_TAB
        3c00 0000 // action 0
          0f00 0100 74756e6e 656c5f6b 657900 00 // TCA_ACT_KIND "tunnel_key"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2000 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 02000000 // TCA_TUNNEL_KEY_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "tunnel_key",
        mode: "unset",
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title:
      "tunnel_key set src_ip 2001:db8::1 dst_ip 2001:db8::2 id 9 nocsum geneve_opts 0102:80:11223344,0103:81:55667788",
    command:
      "tc actions add action tunnel_key set src_ip 2001:db8::1 dst_ip 2001:db8::2 id 9 nocsum geneve_opts 0102:80:11223344,0103:81:55667788",
    bytes: `
      cc000000 3000 0000 00000000 00000000 // nlmsghdr: 204 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      b000 0100 // TCA_ROOT_TAB
        ac00 0000 // action 0
          0f00 0100 74756e6e 656c5f6b 657900 00 // TCA_ACT_KIND "tunnel_key"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          9000 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 01000000 // TCA_TUNNEL_KEY_PARMS
            0800 0700 00000009 // TCA_TUNNEL_KEY_ENC_KEY_ID 150994944
            1400 0500 20010db8 00000000 00000000 00000001 // TCA_TUNNEL_KEY_ENC_IPV6_SRC
            1400 0600 20010db8 00000000 00000000 00000002 // TCA_TUNNEL_KEY_ENC_IPV6_DST
            0500 0a00 01 000000 // TCA_TUNNEL_KEY_NO_CSUM 1
            3800 0b00 // TCA_TUNNEL_KEY_ENC_OPTS
              3400 0100 // TCA_TUNNEL_KEY_ENC_OPTS_GENEVE
                0600 0100 0102 0000 // TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS 513
                0500 0200 80 000000 // TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE 128
                0800 0300 11223344 // TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA 1144201745
                0600 0100 0103 0000 // TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS 769
                0500 0200 81 000000 // TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE 129
                0800 0300 55667788 // TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA 2289526357`,
    ifindex: undefined,
    bodies: [
      {
        kind: "tunnel_key",
        mode: "set",
        src_ip: "2001:db8::1",
        dst_ip: "2001:db8::2",
        key_id: 9,
        geneve_opts: [
          { class: 258, type: 128, data: [17, 34, 51, 68] },
          { class: 259, type: 129, data: [85, 102, 119, 136] },
        ],
        flag: "nocsum",
        nofrag: false,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 7 vxlan_opts 5 nofrag",
    command:
      "tc actions add action tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 7 vxlan_opts 5 nofrag",
    bytes: `
      8c000000 3000 0000 00000000 00000000 // nlmsghdr: 140 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      7000 0100 // TCA_ROOT_TAB
        6c00 0000 // action 0
          0f00 0100 74756e6e 656c5f6b 657900 00 // TCA_ACT_KIND "tunnel_key"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          5000 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 01000000 // TCA_TUNNEL_KEY_PARMS
            0800 0700 00000007 // TCA_TUNNEL_KEY_ENC_KEY_ID 117440512
            0800 0300 c0000201 // TCA_TUNNEL_KEY_ENC_IPV4_SRC 16908480
            0800 0400 c0000202 // TCA_TUNNEL_KEY_ENC_IPV4_DST 33685696
            0500 0a00 00 000000 // TCA_TUNNEL_KEY_NO_CSUM 0
            1000 0b00 // TCA_TUNNEL_KEY_ENC_OPTS
              0c00 0200 // TCA_TUNNEL_KEY_ENC_OPTS_VXLAN
                0800 0100 05000000 // TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP 5`,
    ifindex: undefined,
    bodies: [
      {
        kind: "tunnel_key",
        mode: "set",
        src_ip: "192.0.2.1",
        dst_ip: "192.0.2.2",
        key_id: 7,
        vxlan_opts: [{ gbp: 5 }],
        flag: "csum",
        nofrag: false,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 7 erspan_opts 2:0:1:9",
    command:
      "tc actions add action tunnel_key set src_ip 192.0.2.1 dst_ip 192.0.2.2 id 7 erspan_opts 2:0:1:9",
    bytes: `
      9c000000 3000 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      8000 0100 // TCA_ROOT_TAB
        7c00 0000 // action 0
          0f00 0100 74756e6e 656c5f6b 657900 00 // TCA_ACT_KIND "tunnel_key"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          6000 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 01000000 // TCA_TUNNEL_KEY_PARMS
            0800 0700 00000007 // TCA_TUNNEL_KEY_ENC_KEY_ID 117440512
            0800 0300 c0000201 // TCA_TUNNEL_KEY_ENC_IPV4_SRC 16908480
            0800 0400 c0000202 // TCA_TUNNEL_KEY_ENC_IPV4_DST 33685696
            0500 0a00 00 000000 // TCA_TUNNEL_KEY_NO_CSUM 0
            2000 0b00 // TCA_TUNNEL_KEY_ENC_OPTS
              1c00 0300 // TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN
                0500 0100 02 000000 // TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER 2
                0500 0300 01 000000 // TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR 1
                0500 0400 09 000000 // TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID 9`,
    ifindex: undefined,
    bodies: [
      {
        kind: "tunnel_key",
        mode: "set",
        src_ip: "192.0.2.1",
        dst_ip: "192.0.2.2",
        key_id: 7,
        erspan_opts: [{ ver: 2, index: 0, dir: 1, hwid: 9 }],
        flag: "csum",
        nofrag: false,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "pedit munge offset 0 u8 set 0x10 munge offset 4 u16 set 0x1234 retain 0xff pipe",
    command:
      "tc actions add action pedit munge offset 0 u8 set 0x10 munge offset 4 u16 set 0x1234 retain 0xff pipe",
    bytes: `
      8c000000 3000 0000 00000000 00000000 // nlmsghdr: 140 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      7000 0100 // TCA_ROOT_TAB
        6c00 0000 // action 0
          0a00 0100 70656469 7400 0000 // TCA_ACT_KIND "pedit"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          5000 0200 // TCA_ACT_OPTIONS
            4c00 0200 01000000 00000000 03000000 01000000 00000000 02000000 00ffffff // TCA_PEDIT_PARMS
              10000000 00*16 ff00ffff 00340000 04000000 00*12`,
    ifindex: undefined,
    bodies: [
      {
        kind: "pedit",
        control_action: { type: "pipe" },
        nkeys: 2,
        index: 1,
        ref: 1,
        bind: 0,
        keys: [
          { htype: "network", offset: 0, cmd: "set", val: "10000000", mask: "ffffff" },
          { htype: "network", offset: 4, cmd: "set", val: "340000", mask: "ff00ffff" },
        ],
        not_in_hw: true,
      },
    ],
  },
  {
    title:
      "pedit ex munge ip ttl add 0xff munge eth dst set 02:00:00:00:00:01 munge tcp dport set 80 munge ip6 hoplimit set 5 munge udp sport set 53",
    command:
      "tc actions add action pedit ex munge ip ttl add 0xff munge eth dst set 02:00:00:00:00:01 munge tcp dport set 80 munge ip6 hoplimit set 5 munge udp sport set 53",
    bytes: `
      6c010000 3000 0000 00000000 00000000 // nlmsghdr: 364 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5001 0100 // TCA_ROOT_TAB
        4c01 0000 // action 0
          0a00 0100 70656469 7400 0000 // TCA_ACT_KIND "pedit"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3001 0200 // TCA_ACT_OPTIONS
            7c00 0500 // TCA_PEDIT_KEYS_EX
              1400 0600 // TCA_PEDIT_KEY_EX
                0600 0100 0200 0000 // TCA_PEDIT_KEY_EX_HTYPE 2
                0600 0200 0100 0000 // TCA_PEDIT_KEY_EX_CMD 1
              1400 0600 // TCA_PEDIT_KEY_EX
                0600 0100 0100 0000 // TCA_PEDIT_KEY_EX_HTYPE 1
                0600 0200 0000 0000 // TCA_PEDIT_KEY_EX_CMD 0
              1400 0600 // TCA_PEDIT_KEY_EX
                0600 0100 0100 0000 // TCA_PEDIT_KEY_EX_HTYPE 1
                0600 0200 0000 0000 // TCA_PEDIT_KEY_EX_CMD 0
              1400 0600 // TCA_PEDIT_KEY_EX
                0600 0100 0400 0000 // TCA_PEDIT_KEY_EX_HTYPE 4
                0600 0200 0000 0000 // TCA_PEDIT_KEY_EX_CMD 0
              1400 0600 // TCA_PEDIT_KEY_EX
                0600 0100 0300 0000 // TCA_PEDIT_KEY_EX_HTYPE 3
                0600 0200 0000 0000 // TCA_PEDIT_KEY_EX_CMD 0
              1400 0600 // TCA_PEDIT_KEY_EX
                0600 0100 0500 0000 // TCA_PEDIT_KEY_EX_HTYPE 5
                0600 0200 0000 0000 // TCA_PEDIT_KEY_EX_CMD 0
            ac00 0400 01000000 00000000 00000000 01000000 00000000 06000000 00ffffff // TCA_PEDIT_PARMS_EX
              ff000000 08000000 00*16 02000000 00*18 ffff0001 00000400 00*14 ffff0000
              00000050 00*16 ffffff00 00000005 04000000 00*14 ffff0035 00*18
            0400 0300 // TCA_PEDIT_PAD`,
    ifindex: undefined,
    bodies: [
      {
        kind: "pedit",
        control_action: { type: "pass" },
        nkeys: 6,
        index: 1,
        ref: 1,
        bind: 0,
        keys: [
          { htype: "ipv4", offset: 8, cmd: "add", val: "ff000000", mask: "ffffff" },
          { htype: "eth", offset: 0, cmd: "set", val: "2000000", mask: "0" },
          { htype: "eth", offset: 4, cmd: "set", val: "10000", mask: "ffff" },
          { htype: "tcp", offset: 0, cmd: "set", val: "50", mask: "ffff0000" },
          { htype: "ipv6", offset: 4, cmd: "set", val: "5", mask: "ffffff00" },
          { htype: "udp", offset: 0, cmd: "set", val: "350000", mask: "ffff" },
        ],
        not_in_hw: true,
      },
    ],
  },
  {
    title: "csum ip tcp udp",
    command: "tc actions add action csum ip tcp udp",
    bytes: `
      5c000000 3000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4000 0100 // TCA_ROOT_TAB
        3c00 0000 // action 0
          0900 0100 6373756d 00 000000 // TCA_ACT_KIND "csum"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2000 0200 // TCA_ACT_OPTIONS
            1c00 0100 01000000 00000000 00000000 01000000 00000000 19000000 // TCA_CSUM_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "csum",
        csum: "iph, tcp, udp",
        control_action: { type: "pass" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "ct",
    command: "tc actions add action ct",
    bytes: `
      5c000000 3000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4000 0100 // TCA_ROOT_TAB
        3c00 0000 // action 0
          0700 0100 637400 00 // TCA_ACT_KIND "ct"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            0600 0300 0000 0000 // TCA_CT_ACTION 0
            1800 0100 01000000 00000000 03000000 01000000 00000000 // TCA_CT_PARMS
            0400 0f00 // TCA_CT_PAD`,
    ifindex: undefined,
    bodies: [{ kind: "ct", control_action: { type: "pipe" }, index: 1, ref: 1, bind: 0, not_in_hw: true }],
  },
  {
    title: "ct commit zone 5 mark 0x10/0xff label 0102/ffff nat src addr 192.0.2.1-192.0.2.9 port 1024-2048",
    command:
      "as tc asks for it: tc actions add action ct commit zone 5 mark 0x10/0xff label 0102/ffff nat src addr 192.0.2.1-192.0.2.9 port 1024-2048",
    bytes: `
      90000000 3000 0000 00000000 00000000 // nlmsghdr: 144 bytes, RTM_NEWACTION
      00000000 // tcamsg
      7c00 0100 // TCA_ROOT_TAB
        7800 0100 // action 1
          0700 0100 637400 00 // TCA_ACT_KIND "ct"
          6c00 0280 // TCA_ACT_OPTIONS
            0600 0400 0500 0000 // TCA_CT_ZONE 5
            0800 0500 10000000 // TCA_CT_MARK 16
            0800 0600 ff000000 // TCA_CT_MARK_MASK 255
            0600 0700 0102 0000 // TCA_CT_LABELS 513
            0600 0800 ffff 0000 // TCA_CT_LABELS_MASK 65535
            0800 0900 c0000201 // TCA_CT_NAT_IPV4_MIN 16908480
            0800 0a00 c0000209 // TCA_CT_NAT_IPV4_MAX 151126208
            0600 0d00 0400 0000 // TCA_CT_NAT_PORT_MIN 4
            0600 0e00 0800 0000 // TCA_CT_NAT_PORT_MAX 8
            0600 0300 1900 0000 // TCA_CT_ACTION 25
            1800 0100 00000000 00000000 03000000 00000000 00000000 // TCA_CT_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ct",
        action: "commit",
        mark: 16,
        mark_mask: "ff",
        zone: 5,
        label: "0102/ffff",
        nat: "src addr 192.0.2.1-192.0.2.9 port 1024-2048",
        control_action: { type: "pipe" },
        index: 0,
        ref: 0,
        bind: 0,
      },
    ],
  },
  {
    title: "ct commit nat dst addr 2001:db8::1 port 80 helper ipv4-tcp-ftp pipe",
    command:
      "as tc asks for it: tc actions add action ct commit nat dst addr 2001:db8::1 port 80 helper ipv4-tcp-ftp pipe",
    bytes: `
      98000000 3000 0000 00000000 00000000 // nlmsghdr: 152 bytes, RTM_NEWACTION
      00000000 // tcamsg
      8400 0100 // TCA_ROOT_TAB
        8000 0100 // action 1
          0700 0100 637400 00 // TCA_ACT_KIND "ct"
          7400 0280 // TCA_ACT_OPTIONS
            1400 0b00 20010db8 00000000 00000000 00000001 // TCA_CT_NAT_IPV6_MIN
            1400 0c00 20010db8 00000000 00000000 00000001 // TCA_CT_NAT_IPV6_MAX
            0600 0d00 0050 0000 // TCA_CT_NAT_PORT_MIN 20480
            0600 0e00 0050 0000 // TCA_CT_NAT_PORT_MAX 20480
            0500 1100 02 000000 // TCA_CT_HELPER_FAMILY 2
            0500 1200 06 000000 // TCA_CT_HELPER_PROTO 6
            0800 1000 66747000 // TCA_CT_HELPER_NAME "ftp"
            0600 0300 2900 0000 // TCA_CT_ACTION 41
            1800 0100 00000000 00000000 03000000 00000000 00000000 // TCA_CT_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ct",
        action: "commit",
        helper: "ipv4-tcp-ftp",
        nat: "dst addr 2001:db8::1 port 80",
        control_action: { type: "pipe" },
        index: 0,
        ref: 0,
        bind: 0,
      },
    ],
  },
  {
    title: "ct commit force nat dst addr 2001:db8::1 port 80 pipe",
    command: "tc actions add action ct commit force nat dst addr 2001:db8::1 port 80 pipe",
    bytes: `
      94000000 3000 0000 00000000 00000000 // nlmsghdr: 148 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      7800 0100 // TCA_ROOT_TAB
        7400 0000 // action 0
          0700 0100 637400 00 // TCA_ACT_KIND "ct"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          6000 0200 // TCA_ACT_OPTIONS
            0600 0300 2b00 0000 // TCA_CT_ACTION 43
            1400 0b00 20010db8 00000000 00000000 00000001 // TCA_CT_NAT_IPV6_MIN
            1400 0c00 20010db8 00000000 00000000 00000001 // TCA_CT_NAT_IPV6_MAX
            0600 0d00 0050 0000 // TCA_CT_NAT_PORT_MIN 20480
            0600 0e00 0050 0000 // TCA_CT_NAT_PORT_MAX 20480
            1800 0100 01000000 00000000 03000000 01000000 00000000 // TCA_CT_PARMS
            0400 0f00 // TCA_CT_PAD`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ct",
        action: "commit force",
        nat: "dst addr 2001:db8::1 port 80",
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "ct clear",
    command: "tc actions add action ct clear",
    bytes: `
      5c000000 3000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4000 0100 // TCA_ROOT_TAB
        3c00 0000 // action 0
          0700 0100 637400 00 // TCA_ACT_KIND "ct"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            0600 0300 0400 0000 // TCA_CT_ACTION 4
            1800 0100 01000000 00000000 03000000 01000000 00000000 // TCA_CT_PARMS
            0400 0f00 // TCA_CT_PAD`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ct",
        action: "clear",
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "ctinfo dscp 0xfc000000 0x01000000 zone 3",
    command: "tc actions add action ctinfo dscp 0xfc000000 0x01000000 zone 3",
    bytes: `
      a4000000 3000 0000 00000000 00000000 // nlmsghdr: 164 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      8800 0100 // TCA_ROOT_TAB
        8400 0000 // action 0
          0b00 0100 6374696e 666f00 00 // TCA_ACT_KIND "ctinfo"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          6800 0200 // TCA_ACT_OPTIONS
            0400 0100 // TCA_CTINFO_PAD
            1800 0300 01000000 00000000 03000000 01000000 00000000 // TCA_CTINFO_ACT
            0600 0400 0300 0000 // TCA_CTINFO_ZONE 3
            0800 0500 000000fc // TCA_CTINFO_PARMS_DSCP_MASK 4227858432
            0800 0600 00000001 // TCA_CTINFO_PARMS_DSCP_STATEMASK 16777216
            0400 0100 // TCA_CTINFO_PAD
            0c00 0800 00000000 00000000 // TCA_CTINFO_STATS_DSCP_SET
            0400 0100 // TCA_CTINFO_PAD
            0c00 0900 00000000 00000000 // TCA_CTINFO_STATS_DSCP_ERROR
            0400 0100 // TCA_CTINFO_PAD
            0c00 0a00 00000000 00000000 // TCA_CTINFO_STATS_CPMARK_SET`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ctinfo",
        zone: 3,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        dscpmask: "0xfc000000",
        dscpstatemask: "0x1000000",
        dscpset: 0,
        dscperror: 0,
        cpmarkset: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "ctinfo cpmark 0xff",
    command: "tc actions add action ctinfo cpmark 0xff",
    bytes: `
      9c000000 3000 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      8000 0100 // TCA_ROOT_TAB
        7c00 0000 // action 0
          0b00 0100 6374696e 666f00 00 // TCA_ACT_KIND "ctinfo"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          6000 0200 // TCA_ACT_OPTIONS
            0400 0100 // TCA_CTINFO_PAD
            1800 0300 01000000 00000000 03000000 01000000 00000000 // TCA_CTINFO_ACT
            0600 0400 0000 0000 // TCA_CTINFO_ZONE 0
            0800 0700 ff000000 // TCA_CTINFO_PARMS_CPMARK_MASK 255
            0400 0100 // TCA_CTINFO_PAD
            0c00 0800 00000000 00000000 // TCA_CTINFO_STATS_DSCP_SET
            0400 0100 // TCA_CTINFO_PAD
            0c00 0900 00000000 00000000 // TCA_CTINFO_STATS_DSCP_ERROR
            0400 0100 // TCA_CTINFO_PAD
            0c00 0a00 00000000 00000000 // TCA_CTINFO_STATS_CPMARK_SET`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ctinfo",
        zone: 0,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        cpmark: "0xff",
        dscpset: 0,
        dscperror: 0,
        cpmarkset: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "mpls push protocol mpls_uc label 100 tc 3 ttl 64 bos 1",
    command: "tc actions add action mpls push protocol mpls_uc label 100 tc 3 ttl 64 bos 1",
    bytes: `
      84000000 3000 0000 00000000 00000000 // nlmsghdr: 132 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      6800 0100 // TCA_ROOT_TAB
        6400 0000 // action 0
          0900 0100 6d706c73 00 000000 // TCA_ACT_KIND "mpls"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          4800 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 02000000 // TCA_MPLS_PARMS
            0800 0500 64000000 // TCA_MPLS_LABEL 100
            0500 0600 03 000000 // TCA_MPLS_TC 3
            0500 0700 40 000000 // TCA_MPLS_TTL 64
            0500 0800 01 000000 // TCA_MPLS_BOS 1
            0600 0400 8847 0000 // TCA_MPLS_PROTO 18312`,
    ifindex: undefined,
    bodies: [
      {
        kind: "mpls",
        mpls_action: "push",
        protocol: "mpls_uc",
        label: 100,
        tc: 3,
        bos: 1,
        ttl: 64,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "mpls pop protocol ipv4",
    command: "tc actions add action mpls pop protocol ipv4",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0900 0100 6d706c73 00 000000 // TCA_ACT_KIND "mpls"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 01000000 // TCA_MPLS_PARMS
            0600 0400 0800 0000 // TCA_MPLS_PROTO 8`,
    ifindex: undefined,
    bodies: [
      {
        kind: "mpls",
        mpls_action: "pop",
        protocol: "ip",
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "mpls mac_push label 5",
    command: "tc actions add action mpls mac_push label 5",
    bytes: `
      74000000 3000 0000 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5800 0100 // TCA_ROOT_TAB
        5400 0000 // action 0
          0900 0100 6d706c73 00 000000 // TCA_ACT_KIND "mpls"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3800 0200 // TCA_ACT_OPTIONS
            1c00 0200 01000000 00000000 03000000 01000000 00000000 05000000 // TCA_MPLS_PARMS
            0800 0500 05000000 // TCA_MPLS_LABEL 5
            0500 0700 ff 000000 // TCA_MPLS_TTL 255
            0600 0400 8847 0000 // TCA_MPLS_PROTO 18312`,
    ifindex: undefined,
    bodies: [
      {
        kind: "mpls",
        mpls_action: "mac_push",
        protocol: "mpls_uc",
        label: 5,
        ttl: 255,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "nat egress 192.0.2.0/24 198.51.100.1",
    command: "tc actions add action nat egress 192.0.2.0/24 198.51.100.1",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0800 0100 6e617400 // TCA_ACT_KIND "nat"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3000 0200 // TCA_ACT_OPTIONS
            2800 0100 01000000 00000000 00000000 01000000 00000000 c0000200 c6336401 // TCA_NAT_PARMS
              ffffff00 01000000
            0400 0300 // TCA_NAT_PAD`,
    ifindex: undefined,
    bodies: [
      {
        kind: "nat",
        type: "nat",
        direction: "egress",
        old_addr: "192.0.2.0/24",
        new_addr: "198.51.100.1",
        control_action: { type: "pass" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "sample rate 100 group 5 trunc 64",
    command: "tc actions add action sample rate 100 group 5 trunc 64",
    bytes: `
      74000000 3000 0000 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5800 0100 // TCA_ROOT_TAB
        5400 0000 // action 0
          0b00 0100 73616d70 6c6500 00 // TCA_ACT_KIND "sample"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3800 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 03000000 01000000 00000000 // TCA_SAMPLE_PARMS
            0400 0600 // TCA_SAMPLE_PAD
            0800 0300 64000000 // TCA_SAMPLE_RATE 100
            0800 0400 40000000 // TCA_SAMPLE_TRUNC_SIZE 64
            0800 0500 05000000 // TCA_SAMPLE_PSAMPLE_GROUP 5`,
    ifindex: undefined,
    bodies: [
      {
        kind: "sample",
        rate: 100,
        group: 5,
        trunc_size: 64,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title:
      "gate clockid CLOCK_TAI base-time 200000000000ns priority 3 cycle-time 500ms cycle-time-ext 7 flags 0x1 sched-entry open 200000000ns -1 8000000b sched-entry close 100000000ns 5 -1",
    command:
      "as tc asks for it: tc actions add action gate clockid CLOCK_TAI base-time 200000000000ns priority 3 cycle-time 500ms cycle-time-ext 7 flags 0x1 sched-entry open 200000000ns -1 8000000b sched-entry close 100000000ns 5 -1",
    bytes: `
      c0000000 3000 0000 00000000 00000000 // nlmsghdr: 192 bytes, RTM_NEWACTION
      00000000 // tcamsg
      ac00 0100 // TCA_ROOT_TAB
        a800 0100 // action 1
          0900 0100 67617465 00 000000 // TCA_ACT_KIND "gate"
          9800 0280 // TCA_ACT_OPTIONS
            1800 0200 00000000 00000000 03000000 00000000 00000000 // TCA_GATE_PARMS
            0800 0400 03000000 // TCA_GATE_PRIORITY 3
            0800 0900 01000000 // TCA_GATE_FLAGS 1
            0c00 0600 00d0ed90 2e000000 // TCA_GATE_BASE_TIME
            0c00 0700 0065cd1d 00000000 // TCA_GATE_CYCLE_TIME
            0c00 0800 07000000 00000000 // TCA_GATE_CYCLE_TIME_EXT
            0800 0a00 0b000000 // TCA_GATE_CLOCKID 11
            4000 0580 // TCA_GATE_ENTRY_LIST
              2000 0180 // TCA_GATE_ONE_ENTRY
                0400 0200 // TCA_GATE_ENTRY_GATE
                0800 0300 00c2eb0b // TCA_GATE_ENTRY_INTERVAL 200000000
                0800 0400 ffffffff // TCA_GATE_ENTRY_IPV 4294967295
                0800 0500 00127a00 // TCA_GATE_ENTRY_MAX_OCTETS 8000000
              1c00 0180 // TCA_GATE_ONE_ENTRY
                0800 0300 00e1f505 // TCA_GATE_ENTRY_INTERVAL 100000000
                0800 0400 ffffffff // TCA_GATE_ENTRY_IPV 4294967295
                0800 0500 ffffffff // TCA_GATE_ENTRY_MAX_OCTETS 4294967295`,
    ifindex: undefined,
    bodies: [
      {
        kind: "gate",
        priority: 3,
        clockid: "TAI",
        flags: "0x1",
        base_time: 200000000000,
        cycle_time: 500000000,
        cycle_time_ext: 7,
        schedule: [
          { number: 0, gate_state: "open", interval: 200000000, ipv: -1, max_octets: 8000000 },
          { number: 0, gate_state: "close", interval: 100000000, ipv: -1, max_octets: -1 },
        ],
        control_action: { type: "pipe" },
        index: 0,
        ref: 0,
        bind: 0,
      },
    ],
  },
  {
    title: 'bpf bytecode "1,6 0 0 4294967295," pipe',
    command: 'tc actions add action bpf bytecode "1,6 0 0 4294967295," pipe',
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0800 0100 62706600 // TCA_ACT_KIND "bpf"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3000 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 03000000 01000000 00000000 // TCA_ACT_BPF_PARMS
            0600 0300 0100 0000 // TCA_ACT_BPF_OPS_LEN 1
            0c00 0400 06000000 ffffffff // TCA_ACT_BPF_OPS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "bpf",
        bytecode: { length: 1, insns: [{ code: 6, jt: 0, jf: 0, k: 4294967295 }] },
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "connmark zone 3",
    command: "tc actions add action connmark zone 3",
    bytes: `
      5c000000 3000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4000 0100 // TCA_ROOT_TAB
        3c00 0000 // action 0
          0d00 0100 636f6e6e 6d61726b 00 000000 // TCA_ACT_KIND "connmark"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2000 0200 // TCA_ACT_OPTIONS
            1c00 0100 01000000 00000000 03000000 01000000 00000000 03000000 // TCA_CONNMARK_PARMS`,
    ifindex: undefined,
    bodies: [
      {
        kind: "connmark",
        zone: 3,
        control_action: { type: "pipe" },
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "simple sdata hello",
    command: "tc actions add action simple sdata hello",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0b00 0100 73696d70 6c6500 00 // TCA_ACT_KIND "simple"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            1800 0200 01000000 00000000 03000000 01000000 00000000 // TCA_DEF_PARMS
            0a00 0300 68656c6c 6f00 0000 // TCA_DEF_DATA "hello"`,
    ifindex: undefined,
    bodies: [{ kind: "simple", simple: "hello", index: 1, ref: 1, bind: 0, not_in_hw: true }],
  },
  {
    title: "skbmod set smac 02:00:00:00:00:01 set dmac 02:00:00:00:00:02 set etype 0x800",
    command:
      "tc actions add action skbmod set smac 02:00:00:00:00:01 set dmac 02:00:00:00:00:02 set etype 0x800",
    bytes: `
      84000000 3000 0000 00000000 00000000 // nlmsghdr: 132 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      6800 0100 // TCA_ROOT_TAB
        6400 0000 // action 0
          0b00 0100 736b626d 6f6400 00 // TCA_ACT_KIND "skbmod"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          4800 0200 // TCA_ACT_OPTIONS
            2400 0200 01000000 00000000 03000000 01000000 00000000 00000000 07000000 // TCA_SKBMOD_PARMS
              00000000
            0a00 0300 02000000 0002 0000 // TCA_SKBMOD_DMAC
            0a00 0400 02000000 0001 0000 // TCA_SKBMOD_SMAC
            0600 0500 0008 0000 // TCA_SKBMOD_ETYPE 2048`,
    ifindex: undefined,
    bodies: [
      {
        kind: "skbmod",
        control_action: { type: "pipe" },
        etype: "0x800",
        dmac: "02:00:00:00:00:02",
        smac: "02:00:00:00:00:01",
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "skbmod ecn",
    command: "tc actions add action skbmod ecn",
    bytes: `
      64000000 3000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      4800 0100 // TCA_ROOT_TAB
        4400 0000 // action 0
          0b00 0100 736b626d 6f6400 00 // TCA_ACT_KIND "skbmod"
          0400 0500 // TCA_ACT_PAD
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          2800 0200 // TCA_ACT_OPTIONS
            2400 0200 01000000 00000000 03000000 01000000 00000000 00000000 10000000 // TCA_SKBMOD_PARMS
              00000000`,
    ifindex: undefined,
    bodies: [
      {
        kind: "skbmod",
        control_action: { type: "pipe" },
        ecn: true,
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "ife encode type 0xed3e dst 02:00:00:00:00:01 src 02:00:00:00:00:02 allow mark use prio 7",
    command:
      "tc actions add action ife encode type 0xed3e dst 02:00:00:00:00:01 src 02:00:00:00:00:02 allow mark use prio 7",
    bytes: `
      84000000 3000 0000 00000000 00000000 // nlmsghdr: 132 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      6800 0100 // TCA_ROOT_TAB
        6400 0000 // action 0
          0800 0100 69666500 // TCA_ACT_KIND "ife"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          5000 0200 // TCA_ACT_OPTIONS
            1c00 0100 01000000 00000000 03000000 01000000 00000000 01000000 // TCA_IFE_PARMS
            0a00 0300 02000000 0001 0000 // TCA_IFE_DMAC
            0a00 0400 02000000 0002 0000 // TCA_IFE_SMAC
            0600 0500 3eed 0000 // TCA_IFE_TYPE 60734
            1000 0600 // TCA_IFE_METALST
              0400 0100 // IFE_META_SKBMARK
              0800 0300 07000000 // IFE_META_PRIO 7`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ife",
        mode: "encode",
        control_action: { type: "pipe" },
        type: "0xed3e",
        mark: "allow",
        prio: 7,
        dst: "02:00:00:00:00:01",
        src: "02:00:00:00:00:02",
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
  {
    title: "ife encode type 0xed3e use mark 5 use tcindex 7 use prio 9",
    command:
      "as tc asks for it: tc actions add action ife encode type 0xed3e use mark 5 use tcindex 7 use prio 9",
    bytes: `
      68000000 3000 0000 00000000 00000000 // nlmsghdr: 104 bytes, RTM_NEWACTION
      00000000 // tcamsg
      5400 0100 // TCA_ROOT_TAB
        5000 0100 // action 1
          0800 0100 69666500 // TCA_ACT_KIND "ife"
          4400 0280 // TCA_ACT_OPTIONS
            1c00 0100 00000000 00000000 03000000 00000000 00000000 01000000 // TCA_IFE_PARMS
            0600 0500 3eed 0000 // TCA_IFE_TYPE 60734
            1c00 0600 // TCA_IFE_METALST
              0800 0100 05000000 // IFE_META_SKBMARK 5
              0800 0300 09000000 // IFE_META_PRIO 9
              0600 0500 0700 0000 // IFE_META_TCINDEX 7`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ife",
        mode: "encode",
        control_action: { type: "pipe" },
        type: "0xed3e",
        mark: 5,
        tcindex: 7,
        prio: 9,
        index: 0,
        ref: 0,
        bind: 0,
      },
    ],
  },
  {
    title: "ife decode reclassify",
    command: "tc actions add action ife decode reclassify",
    bytes: `
      6c000000 3000 0000 00000000 00000000 // nlmsghdr: 108 bytes, RTM_NEWACTION
      00000000 // tcamsg
      0800 0300 01000000 // TCA_ROOT_COUNT 1
      5000 0100 // TCA_ROOT_TAB
        4c00 0000 // action 0
          0800 0100 69666500 // TCA_ACT_KIND "ife"
          0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
          3800 0200 // TCA_ACT_OPTIONS
            1c00 0100 01000000 00000000 01000000 01000000 00000000 00000000 // TCA_IFE_PARMS
            0600 0500 0000 0000 // TCA_IFE_TYPE 0
            1000 0600 // TCA_IFE_METALST
              0400 0100 // IFE_META_SKBMARK
              0400 0300 // IFE_META_PRIO
              0400 0500 // IFE_META_TCINDEX`,
    ifindex: undefined,
    bodies: [
      {
        kind: "ife",
        mode: "decode",
        control_action: { type: "reclassify" },
        type: "0",
        mark: "allow",
        tcindex: "allow",
        prio: "allow",
        index: 1,
        ref: 1,
        bind: 0,
        not_in_hw: true,
      },
    ],
  },
];
