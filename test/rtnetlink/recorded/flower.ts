/** Filters of kind flower: what they match. Recorded on Linux 6.1 and 7.2, without the counters where these add nothing; tc has the same keys and values. */
import type { Recorded } from "./recorded.ts";

export const flower: readonly Recorded[] = [
  {
    title:
      "protocol ip pref 8 flower dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02/ff:ff:ff:00:00:00 ip_proto tcp dst_ip 192.0.2.0/24 src_ip 198.51.100.7 dst_port 80 src_port 1024-2048 action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02/ff:ff:ff:00:00:00 ip_proto tcp dst_ip 192.0.2.0/24 src_ip 198.51.100.7 dst_port 80 src_port 1024-2048 action drop",
    bytes: `
      0c010000 2c00 0000 00000000 00000000 // nlmsghdr: 268 bytes, RTM_NEWTFILTER
      00000000 d5000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 213, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      d400 0200 // TCA_OPTIONS
        0a00 0400 02000000 0001 0000 // TCA_FLOWER_KEY_ETH_DST
        0a00 0500 ffffffff ffff 0000 // TCA_FLOWER_KEY_ETH_DST_MASK
        0a00 0600 02000000 0002 0000 // TCA_FLOWER_KEY_ETH_SRC
        0a00 0700 ffffff00 0000 0000 // TCA_FLOWER_KEY_ETH_SRC_MASK
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 06 000000 // TCA_FLOWER_KEY_IP_PROTO 6
        0800 0a00 c6336407 // TCA_FLOWER_KEY_IPV4_SRC 124007366
        0800 0b00 ffffffff // TCA_FLOWER_KEY_IPV4_SRC_MASK 4294967295
        0800 0c00 c0000200 // TCA_FLOWER_KEY_IPV4_DST 131264
        0800 0d00 ffffff00 // TCA_FLOWER_KEY_IPV4_DST_MASK 16777215
        0600 1300 0050 0000 // TCA_FLOWER_KEY_TCP_DST 20480
        0600 2400 ffff 0000 // TCA_FLOWER_KEY_TCP_DST_MASK 65535
        0600 5700 0400 0000 // TCA_FLOWER_KEY_PORT_SRC_MIN 4
        0600 5800 0800 0000 // TCA_FLOWER_KEY_PORT_SRC_MAX 8
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 213,
    bodies: [
      {
        dev: "if213",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            dst_mac: "02:00:00:00:00:01",
            src_mac: "02:00:00:00:00:02/24",
            eth_type: "ipv4",
            ip_proto: "tcp",
            dst_ip: "192.0.2.0/24",
            src_ip: "198.51.100.7",
            dst_port: 80,
            src_port: { start: 1024, end: 2048 },
          },
          not_in_hw: true,
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
      "protocol ip pref 8 flower ip_proto tcp dst_port 443/0xfff0 tcp_flags 0x2/0x12 ip_tos 0x10/0xfc ip_ttl 64 action pass",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower ip_proto tcp dst_port 443/0xfff0 tcp_flags 0x2/0x12 ip_tos 0x10/0xfc ip_ttl 64 action pass",
    bytes: `
      dc000000 2c00 0000 00000000 00000000 // nlmsghdr: 220 bytes, RTM_NEWTFILTER
      00000000 d7000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 215, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      a400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 06 000000 // TCA_FLOWER_KEY_IP_PROTO 6
        0500 4900 10 000000 // TCA_FLOWER_KEY_IP_TOS 16
        0500 4a00 fc 000000 // TCA_FLOWER_KEY_IP_TOS_MASK 252
        0500 4b00 40 000000 // TCA_FLOWER_KEY_IP_TTL 64
        0500 4c00 ff 000000 // TCA_FLOWER_KEY_IP_TTL_MASK 255
        0600 1300 01bb 0000 // TCA_FLOWER_KEY_TCP_DST 47873
        0600 2400 fff0 0000 // TCA_FLOWER_KEY_TCP_DST_MASK 61695
        0600 4700 0002 0000 // TCA_FLOWER_KEY_TCP_FLAGS 512
        0600 4800 0012 0000 // TCA_FLOWER_KEY_TCP_FLAGS_MASK 4608
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 215,
    bodies: [
      {
        dev: "if215",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "ipv4",
            ip_proto: "tcp",
            ip_tos: 16,
            ip_tos_mask: "fc",
            ip_ttl: 64,
            dst_port: 443,
            dst_port_mask: "fff0",
            tcp_flags: "0x2/12",
          },
          not_in_hw: true,
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
    title:
      "protocol ipv6 pref 8 flower ip_proto icmpv6 type 128 code 0/1 dst_ip 2001:db8::/32 src_ip 2001:db8::1 skip_hw action drop",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol ipv6 pref 8 flower ip_proto icmpv6 type 128 code 0/1 dst_ip 2001:db8::/32 src_ip 2001:db8::1 skip_hw action drop",
    bytes: `
      ec000000 2c00 0000 00000000 00000000 // nlmsghdr: 236 bytes, RTM_NEWTFILTER
      00000000 03000000 00000000 f2ffffff 86dd0800 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      bc00 0200 // TCA_OPTIONS
        0500 0900 3a 000000 // TCA_FLOWER_KEY_IP_PROTO 58
        0500 3700 80 000000 // TCA_FLOWER_KEY_ICMPV6_TYPE 128
        0500 3800 ff 000000 // TCA_FLOWER_KEY_ICMPV6_TYPE_MASK 255
        0500 3500 00 000000 // TCA_FLOWER_KEY_ICMPV6_CODE 0
        0500 3600 01 000000 // TCA_FLOWER_KEY_ICMPV6_CODE_MASK 1
        1400 1000 20010db8 00*12 // TCA_FLOWER_KEY_IPV6_DST
        1400 1100 ffffffff 00*12 // TCA_FLOWER_KEY_IPV6_DST_MASK
        1400 0e00 20010db8 00000000 00000000 00000001 // TCA_FLOWER_KEY_IPV6_SRC
        1400 0f00 ffffffff ffffffff ffffffff ffffffff // TCA_FLOWER_KEY_IPV6_SRC_MASK
        3000 0300 // TCA_FLOWER_ACT
          2c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            1c00 0280 // TCA_ACT_OPTIONS
              1800 0200 00000000 00000000 02000000 00000000 00000000 // TCA_GACT_PARMS
        0800 1600 01000000 // TCA_FLOWER_FLAGS 1
        0600 0800 86dd 0000 // TCA_FLOWER_KEY_ETH_TYPE 56710`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "ipv6",
        pref: 8,
        kind: "flower",
        options: {
          keys: {
            eth_type: "ipv6",
            ip_proto: "icmpv6",
            dst_ip: "2001:db8::/32",
            src_ip: "2001:db8::1",
            icmp_type: "128",
            icmp_code: "0/1",
          },
          skip_hw: true,
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
    title: "protocol ip pref 8 flower ip_proto icmp type 8/7 code 0 action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower ip_proto icmp type 8/7 code 0 action drop",
    bytes: `
      bc000000 2c00 0000 00000000 00000000 // nlmsghdr: 188 bytes, RTM_NEWTFILTER
      00000000 db000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 219, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      8400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 01 000000 // TCA_FLOWER_KEY_IP_PROTO 1
        0500 3300 08 000000 // TCA_FLOWER_KEY_ICMPV4_TYPE 8
        0500 3400 07 000000 // TCA_FLOWER_KEY_ICMPV4_TYPE_MASK 7
        0500 3100 00 000000 // TCA_FLOWER_KEY_ICMPV4_CODE 0
        0500 3200 ff 000000 // TCA_FLOWER_KEY_ICMPV4_CODE_MASK 255
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 219,
    bodies: [
      {
        dev: "if219",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "ipv4", ip_proto: "icmp", icmp_type: "8/7", icmp_code: "0" },
          not_in_hw: true,
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
    title: "protocol ip pref 8 flower ip_proto sctp src_port 9 dst_port 10-20 classid 1:4",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower ip_proto sctp src_port 9 dst_port 10-20 classid 1:4",
    bytes: `
      84000000 2c00 0000 00000000 00000000 // nlmsghdr: 132 bytes, RTM_NEWTFILTER
      00000000 dd000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 221, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      4c00 0200 // TCA_OPTIONS
        0800 0100 04000100 // TCA_FLOWER_CLASSID 65540
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 84 000000 // TCA_FLOWER_KEY_IP_PROTO 132
        0600 2900 0009 0000 // TCA_FLOWER_KEY_SCTP_SRC 2304
        0600 2700 ffff 0000 // TCA_FLOWER_KEY_SCTP_SRC_MASK 65535
        0600 5900 000a 0000 // TCA_FLOWER_KEY_PORT_DST_MIN 2560
        0600 5a00 0014 0000 // TCA_FLOWER_KEY_PORT_DST_MAX 5120
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0`,
    ifindex: 221,
    bodies: [
      {
        dev: "if221",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          classid: "1:4",
          keys: { eth_type: "ipv4", ip_proto: "sctp", src_port: 9, dst_port: { start: 10, end: 20 } },
          not_in_hw: true,
        },
      },
    ],
  },
  {
    title: "protocol ip pref 8 flower ip_proto 47 ip_flags frag/nofirstfrag action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower ip_proto 47 ip_flags frag/nofirstfrag action drop",
    bytes: `
      ac000000 2c00 0000 00000000 00000000 // nlmsghdr: 172 bytes, RTM_NEWTFILTER
      00000000 df000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 223, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      7400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 47 000000 // TCA_FLOWER_KEY_IP_PROTO 71
        0800 2f00 00000001 // TCA_FLOWER_KEY_FLAGS 16777216
        0800 3000 00000003 // TCA_FLOWER_KEY_FLAGS_MASK 50331648
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 223,
    bodies: [
      {
        dev: "if223",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "ipv4", ip_proto: "0x47", ip_flags: { frag: true, firstfrag: false } },
          not_in_hw: true,
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
    title: "protocol ip pref 8 flower ip_proto udp src_port 53 hw_tc 2",
    command: "tc filter add dev v0 ingress protocol ip pref 8 flower ip_proto udp src_port 53 hw_tc 2",
    bytes: `
      74000000 2c00 0000 00000000 00000000 // nlmsghdr: 116 bytes, RTM_NEWTFILTER
      00000000 e1000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 225, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      3c00 0200 // TCA_OPTIONS
        0800 0100 e2ffffff // TCA_FLOWER_CLASSID 4294967266
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 11 000000 // TCA_FLOWER_KEY_IP_PROTO 17
        0600 1400 0035 0000 // TCA_FLOWER_KEY_UDP_SRC 13568
        0600 2500 ffff 0000 // TCA_FLOWER_KEY_UDP_SRC_MASK 65535
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0`,
    ifindex: 225,
    bodies: [
      {
        dev: "if225",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          hw_tc: 2,
          keys: { eth_type: "ipv4", ip_proto: "udp", src_port: 53 },
          not_in_hw: true,
        },
      },
    ],
  },
  {
    title:
      "protocol 802.1Q pref 8 flower vlan_id 100 vlan_prio 3 vlan_ethtype ip dst_ip 10.0.0.0/8 action pass",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol 802.1Q pref 8 flower vlan_id 100 vlan_prio 3 vlan_ethtype ip dst_ip 10.0.0.0/8 action pass",
    bytes: `
      9c000000 2c00 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWTFILTER
      00000000 03000000 00000000 f2ffffff 81000800 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      6c00 0200 // TCA_OPTIONS
        0600 1700 6400 0000 // TCA_FLOWER_KEY_VLAN_ID 100
        0500 1800 03 000000 // TCA_FLOWER_KEY_VLAN_PRIO 3
        0600 1900 0800 0000 // TCA_FLOWER_KEY_VLAN_ETH_TYPE 8
        0800 0c00 0a000000 // TCA_FLOWER_KEY_IPV4_DST 10
        0800 0d00 ff000000 // TCA_FLOWER_KEY_IPV4_DST_MASK 255
        3000 0300 // TCA_FLOWER_ACT
          2c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            1c00 0280 // TCA_ACT_OPTIONS
              1800 0200 00*20 // TCA_GACT_PARMS
        0800 1600 00000000 // TCA_FLOWER_FLAGS 0
        0600 0800 8100 0000 // TCA_FLOWER_KEY_ETH_TYPE 129`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "802.1Q",
        pref: 8,
        kind: "flower",
        options: {
          keys: { vlan_id: 100, vlan_prio: 3, vlan_ethtype: "ip", eth_type: "8100" },
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "pass" },
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
      "protocol 802.1ad pref 8 flower vlan_id 10 vlan_ethtype 802.1q cvlan_id 20 cvlan_prio 1 cvlan_ethtype ipv6 action pass",
    command:
      "tc filter add dev v0 ingress protocol 802.1ad pref 8 flower vlan_id 10 vlan_ethtype 802.1q cvlan_id 20 cvlan_prio 1 cvlan_ethtype ipv6 action pass",
    bytes: `
      bc000000 2c00 0000 00000000 00000000 // nlmsghdr: 188 bytes, RTM_NEWTFILTER
      00000000 e5000000 01000000 f2ffffff 88a80800 // tcmsg: AF_UNSPEC, ifindex 229, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      8400 0200 // TCA_OPTIONS
        0600 0800 86dd 0000 // TCA_FLOWER_KEY_ETH_TYPE 56710
        0600 1700 0a00 0000 // TCA_FLOWER_KEY_VLAN_ID 10
        0600 4d00 1400 0000 // TCA_FLOWER_KEY_CVLAN_ID 20
        0500 4e00 01 000000 // TCA_FLOWER_KEY_CVLAN_PRIO 1
        0600 1900 8100 0000 // TCA_FLOWER_KEY_VLAN_ETH_TYPE 129
        0600 4f00 86dd 0000 // TCA_FLOWER_KEY_CVLAN_ETH_TYPE 56710
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 229,
    bodies: [
      {
        dev: "if229",
        ingress: true,
        protocol: "802.1ad",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            vlan_id: 10,
            vlan_ethtype: "802.1Q",
            cvlan_id: 20,
            cvlan_prio: 1,
            cvlan_ethtype: "ipv6",
            eth_type: "ipv6",
          },
          not_in_hw: true,
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
    title: "protocol all pref 8 flower num_of_vlans 2 action pass",
    command: "tc filter add dev v0 ingress protocol all pref 8 flower num_of_vlans 2 action pass",
    bytes: `
      8c000000 2c00 0000 00000000 00000000 // nlmsghdr: 140 bytes, RTM_NEWTFILTER
      00000000 51000000 01000000 f2ffffff 00030800 // tcmsg: AF_UNSPEC, ifindex 81, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      5400 0200 // TCA_OPTIONS
        0500 6600 02 000000 // TCA_FLOWER_KEY_NUM_OF_VLANS 2
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        3800 0300 // TCA_FLOWER_ACT
          3400 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            1c00 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS`,
    ifindex: 81,
    bodies: [
      {
        dev: "if81",
        ingress: true,
        protocol: "all",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { num_of_vlans: 2 },
          not_in_hw: true,
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
    title:
      "protocol arp pref 8 flower arp_op request arp_sip 10.0.0.1/8 arp_tip 10.0.0.2 arp_sha 02:00:00:00:00:01 arp_tha 02:00:00:00:00:00/24 action pass",
    command:
      "tc filter add dev v0 ingress protocol arp pref 8 flower arp_op request arp_sip 10.0.0.1/8 arp_tip 10.0.0.2 arp_sha 02:00:00:00:00:01 arp_tha 02:00:00:00:00:00/24 action pass",
    bytes: `
      f4000000 2c00 0000 00000000 00000000 // nlmsghdr: 244 bytes, RTM_NEWTFILTER
      00000000 e9000000 01000000 f2ffffff 08060800 // tcmsg: AF_UNSPEC, ifindex 233, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      bc00 0200 // TCA_OPTIONS
        0600 0800 0806 0000 // TCA_FLOWER_KEY_ETH_TYPE 1544
        0800 3900 0a000001 // TCA_FLOWER_KEY_ARP_SIP 16777226
        0800 3a00 ff000000 // TCA_FLOWER_KEY_ARP_SIP_MASK 255
        0800 3b00 0a000002 // TCA_FLOWER_KEY_ARP_TIP 33554442
        0800 3c00 ffffffff // TCA_FLOWER_KEY_ARP_TIP_MASK 4294967295
        0500 3d00 01 000000 // TCA_FLOWER_KEY_ARP_OP 1
        0500 3e00 ff 000000 // TCA_FLOWER_KEY_ARP_OP_MASK 255
        0a00 3f00 02000000 0001 0000 // TCA_FLOWER_KEY_ARP_SHA
        0a00 4000 ffffffff ffff 0000 // TCA_FLOWER_KEY_ARP_SHA_MASK
        0a00 4100 02000000 0000 0000 // TCA_FLOWER_KEY_ARP_THA
        0a00 4200 ffffff00 0000 0000 // TCA_FLOWER_KEY_ARP_THA_MASK
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 233,
    bodies: [
      {
        dev: "if233",
        ingress: true,
        protocol: "arp",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "arp",
            arp_sip: "10.0.0.1/8",
            arp_tip: "10.0.0.2",
            arp_op: "request",
            arp_sha: "02:00:00:00:00:01",
            arp_tha: "02:00:00:00:00:00/24",
          },
          not_in_hw: true,
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
    title: "protocol mpls_uc pref 8 flower mpls_label 100 mpls_tc 3 mpls_bos 1 mpls_ttl 64 action pass",
    command:
      "tc filter add dev v0 ingress protocol mpls_uc pref 8 flower mpls_label 100 mpls_tc 3 mpls_bos 1 mpls_ttl 64 action pass",
    bytes: `
      b4000000 2c00 0000 00000000 00000000 // nlmsghdr: 180 bytes, RTM_NEWTFILTER
      00000000 ed000000 01000000 f2ffffff 88470800 // tcmsg: AF_UNSPEC, ifindex 237, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      7c00 0200 // TCA_OPTIONS
        0600 0800 8847 0000 // TCA_FLOWER_KEY_ETH_TYPE 18312
        0500 4300 40 000000 // TCA_FLOWER_KEY_MPLS_TTL 64
        0500 4500 03 000000 // TCA_FLOWER_KEY_MPLS_TC 3
        0800 4600 64000000 // TCA_FLOWER_KEY_MPLS_LABEL 100
        0500 4400 01 000000 // TCA_FLOWER_KEY_MPLS_BOS 1
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 237,
    bodies: [
      {
        dev: "if237",
        ingress: true,
        protocol: "mpls_uc",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "8847", mpls_label: 100, mpls_tc: "3", mpls_bos: "1", mpls_ttl: "64" },
          not_in_hw: true,
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
    title:
      "protocol mpls_uc pref 8 flower mpls lse depth 1 label 10 tc 1 lse depth 2 label 20 bos 1 ttl 5 action pass",
    command:
      "tc filter add dev v0 ingress protocol mpls_uc pref 8 flower mpls lse depth 1 label 10 tc 1 lse depth 2 label 20 bos 1 ttl 5 action pass",
    bytes: `
      d4000000 2c00 0000 00000000 00000000 // nlmsghdr: 212 bytes, RTM_NEWTFILTER
      00000000 ef000000 01000000 f2ffffff 88470800 // tcmsg: AF_UNSPEC, ifindex 239, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      9c00 0200 // TCA_OPTIONS
        0600 0800 8847 0000 // TCA_FLOWER_KEY_ETH_TYPE 18312
        4400 6380 // TCA_FLOWER_KEY_MPLS_OPTS
          1c00 0180 // TCA_FLOWER_KEY_MPLS_OPTS_LSE
            0500 0100 01 000000 // TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH 1
            0500 0400 01 000000 // TCA_FLOWER_KEY_MPLS_OPT_LSE_TC 1
            0800 0500 0a000000 // TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL 10
          2400 0180 // TCA_FLOWER_KEY_MPLS_OPTS_LSE
            0500 0100 02 000000 // TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH 2
            0500 0200 05 000000 // TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL 5
            0500 0300 01 000000 // TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS 1
            0800 0500 14000000 // TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL 20
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        3c00 0300 // TCA_FLOWER_ACT
          3800 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 00000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 239,
    bodies: [
      {
        dev: "if239",
        ingress: true,
        protocol: "mpls_uc",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "8847",
            mpls: [
              { depth: 1, label: 10, tc: 1 },
              { depth: 2, label: 20, bos: 1, ttl: 5 },
            ],
          },
          not_in_hw: true,
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
    title:
      "protocol ip pref 8 flower enc_src_ip 192.0.2.1 enc_dst_ip 192.0.2.2 enc_key_id 7 enc_dst_port 4789 enc_tos 0x10/0xf0 enc_ttl 64 action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower enc_src_ip 192.0.2.1 enc_dst_ip 192.0.2.2 enc_key_id 7 enc_dst_port 4789 enc_tos 0x10/0xf0 enc_ttl 64 action drop",
    bytes: `
      ec000000 2c00 0000 00000000 00000000 // nlmsghdr: 236 bytes, RTM_NEWTFILTER
      00000000 f1000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 241, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      b400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0800 1b00 c0000201 // TCA_FLOWER_KEY_ENC_IPV4_SRC 16908480
        0800 1c00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_SRC_MASK 4294967295
        0800 1d00 c0000202 // TCA_FLOWER_KEY_ENC_IPV4_DST 33685696
        0800 1e00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_DST_MASK 4294967295
        0800 1a00 00000007 // TCA_FLOWER_KEY_ENC_KEY_ID 117440512
        0600 2d00 12b5 0000 // TCA_FLOWER_KEY_ENC_UDP_DST_PORT 46354
        0600 2e00 ffff 0000 // TCA_FLOWER_KEY_ENC_UDP_DST_PORT_MASK 65535
        0500 5000 10 000000 // TCA_FLOWER_KEY_ENC_IP_TOS 16
        0500 5100 f0 000000 // TCA_FLOWER_KEY_ENC_IP_TOS_MASK 240
        0500 5200 40 000000 // TCA_FLOWER_KEY_ENC_IP_TTL 64
        0500 5300 ff 000000 // TCA_FLOWER_KEY_ENC_IP_TTL_MASK 255
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 241,
    bodies: [
      {
        dev: "if241",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "192.0.2.2",
            enc_src_ip: "192.0.2.1",
            enc_key_id: 7,
            enc_dst_port: 4789,
            enc_tos: 16,
            enc_tos_mask: "f0",
            enc_ttl: 64,
          },
          not_in_hw: true,
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
      "protocol ip pref 8 flower enc_dst_ip 2001:db8::2 enc_key_id 8 geneve_opts 0102:80:11223344/ffff:ff:ffffffff,0103:81:55667788 action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower enc_dst_ip 2001:db8::2 enc_key_id 8 geneve_opts 0102:80:11223344/ffff:ff:ffffffff,0103:81:55667788 action drop",
    bytes: `
      34010000 2c00 0000 00000000 00000000 // nlmsghdr: 308 bytes, RTM_NEWTFILTER
      00000000 f3000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 243, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      fc00 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        1400 2100 20010db8 00000000 00000000 00000002 // TCA_FLOWER_KEY_ENC_IPV6_DST
        1400 2200 ffffffff ffffffff ffffffff ffffffff // TCA_FLOWER_KEY_ENC_IPV6_DST_MASK
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        3800 5400 // TCA_FLOWER_KEY_ENC_OPTS
          3400 0100 // TCA_FLOWER_KEY_ENC_OPTS_GENEVE
            0600 0100 0102 0000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS 513
            0500 0200 80 000000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE 128
            0800 0300 11223344 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA 1144201745
            0600 0100 0103 0000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS 769
            0500 0200 81 000000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE 129
            0800 0300 55667788 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA 2289526357
        3800 5500 // TCA_FLOWER_KEY_ENC_OPTS_MASK
          3400 0100 // TCA_FLOWER_KEY_ENC_OPTS_GENEVE
            0600 0100 ffff 0000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS 65535
            0500 0200 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE 255
            0800 0300 ffffffff // TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA 4294967295
            0600 0100 ffff 0000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS 65535
            0500 0200 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE 255
            0800 0300 ffffffff // TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA 4294967295
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 243,
    bodies: [
      {
        dev: "if243",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "2001:db8::2",
            enc_key_id: 8,
            geneve_opt_key: [
              { class: 258, type: 128, data: [17, 34, 51, 68] },
              { class: 259, type: 129, data: [85, 102, 119, 136] },
            ],
            geneve_opt_mask: [
              { class: 65535, type: 255, data: [255, 255, 255, 255] },
              { class: 65535, type: 255, data: [255, 255, 255, 255] },
            ],
          },
          not_in_hw: true,
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
    title: "protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 vxlan_opts 5/255 action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 vxlan_opts 5/255 action drop",
    bytes: `
      cc000000 2c00 0000 00000000 00000000 // nlmsghdr: 204 bytes, RTM_NEWTFILTER
      00000000 f5000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 245, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      9400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0800 1d00 c0000202 // TCA_FLOWER_KEY_ENC_IPV4_DST 33685696
        0800 1e00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_DST_MASK 4294967295
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        1000 5400 // TCA_FLOWER_KEY_ENC_OPTS
          0c00 0200 // TCA_FLOWER_KEY_ENC_OPTS_VXLAN
            0800 0100 05000000 // TCA_FLOWER_KEY_ENC_OPT_VXLAN_GBP 5
        1000 5500 // TCA_FLOWER_KEY_ENC_OPTS_MASK
          0c00 0200 // TCA_FLOWER_KEY_ENC_OPTS_VXLAN
            0800 0100 ff000000 // TCA_FLOWER_KEY_ENC_OPT_VXLAN_GBP 255
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 245,
    bodies: [
      {
        dev: "if245",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "192.0.2.2",
            enc_key_id: 8,
            vxlan_opt_key: [{ gbp: 5 }],
            vxlan_opt_mask: [{ gbp: 255 }],
          },
          not_in_hw: true,
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
      "protocol ip pref 8 handle 5 flower enc_dst_ip 192.0.2.2 enc_key_id 8 erspan_opts 2:0:1:9/255:0:255:255 action drop",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol ip pref 8 handle 5 flower enc_dst_ip 192.0.2.2 enc_key_id 8 erspan_opts 2:0:1:9/255:0:255:255 action drop",
    bytes: `
      dc000000 2c00 0000 00000000 00000000 // nlmsghdr: 220 bytes, RTM_NEWTFILTER
      00000000 03000000 05000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      ac00 0200 // TCA_OPTIONS
        0800 1d00 c0000202 // TCA_FLOWER_KEY_ENC_IPV4_DST 33685696
        0800 1e00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_DST_MASK 4294967295
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        2800 5480 // TCA_FLOWER_KEY_ENC_OPTS
          2400 0380 // TCA_FLOWER_KEY_ENC_OPTS_ERSPAN
            0500 0100 02 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER 2
            0800 0200 00000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX 0
            0500 0300 01 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR 1
            0500 0400 09 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID 9
        2800 5580 // TCA_FLOWER_KEY_ENC_OPTS_MASK
          2400 0380 // TCA_FLOWER_KEY_ENC_OPTS_ERSPAN
            0500 0100 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER 255
            0800 0200 00000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX 0
            0500 0300 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR 255
            0500 0400 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID 255
        3000 0300 // TCA_FLOWER_ACT
          2c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            1c00 0280 // TCA_ACT_OPTIONS
              1800 0200 00000000 00000000 02000000 00000000 00000000 // TCA_GACT_PARMS
        0800 1600 00000000 // TCA_FLOWER_FLAGS 0
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        options: {
          handle: 5,
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "192.0.2.2",
            enc_key_id: 8,
            erspan_opt_key: [{ ver: 2, index: 0, dir: 1, hwid: 9 }],
            erspan_opt_mask: [{ ver: 255, index: 0, dir: 255, hwid: 255 }],
          },
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
      "protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 erspan_opts 1:7:0:0/255:4294967295:0:0 action drop",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 erspan_opts 1:7:0:0/255:4294967295:0:0 action drop",
    bytes: `
      dc000000 2c00 0000 00000000 00000000 // nlmsghdr: 220 bytes, RTM_NEWTFILTER
      00000000 03000000 00000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      ac00 0200 // TCA_OPTIONS
        0800 1d00 c0000202 // TCA_FLOWER_KEY_ENC_IPV4_DST 33685696
        0800 1e00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_DST_MASK 4294967295
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        2800 5480 // TCA_FLOWER_KEY_ENC_OPTS
          2400 0380 // TCA_FLOWER_KEY_ENC_OPTS_ERSPAN
            0500 0100 01 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER 1
            0800 0200 00000007 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX 117440512
            0500 0300 00 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR 0
            0500 0400 00 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID 0
        2800 5580 // TCA_FLOWER_KEY_ENC_OPTS_MASK
          2400 0380 // TCA_FLOWER_KEY_ENC_OPTS_ERSPAN
            0500 0100 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER 255
            0800 0200 ffffffff // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX 4294967295
            0500 0300 00 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR 0
            0500 0400 00 000000 // TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID 0
        3000 0300 // TCA_FLOWER_ACT
          2c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            1c00 0280 // TCA_ACT_OPTIONS
              1800 0200 00000000 00000000 02000000 00000000 00000000 // TCA_GACT_PARMS
        0800 1600 00000000 // TCA_FLOWER_FLAGS 0
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        options: {
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "192.0.2.2",
            enc_key_id: 8,
            erspan_opt_key: [{ ver: 1, index: 7, dir: 0, hwid: 0 }],
            erspan_opt_mask: [{ ver: 255, index: 0, dir: 0, hwid: 0 }],
          },
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
    title: "protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 gtp_opts 01:02/ff:ff action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 gtp_opts 01:02/ff:ff action drop",
    bytes: `
      dc000000 2c00 0000 00000000 00000000 // nlmsghdr: 220 bytes, RTM_NEWTFILTER
      00000000 fb000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 251, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      a400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0800 1d00 c0000202 // TCA_FLOWER_KEY_ENC_IPV4_DST 33685696
        0800 1e00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_DST_MASK 4294967295
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        1800 5400 // TCA_FLOWER_KEY_ENC_OPTS
          1400 0400 // TCA_FLOWER_KEY_ENC_OPTS_GTP
            0500 0100 01 000000 // TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE 1
            0500 0200 02 000000 // TCA_FLOWER_KEY_ENC_OPT_GTP_QFI 2
        1800 5500 // TCA_FLOWER_KEY_ENC_OPTS_MASK
          1400 0400 // TCA_FLOWER_KEY_ENC_OPTS_GTP
            0500 0100 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE 255
            0500 0200 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_GTP_QFI 255
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 251,
    bodies: [
      {
        dev: "if251",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "192.0.2.2",
            enc_key_id: 8,
            gtp_opt_key: [{ pdu_type: 1, qfi: 2 }],
            gtp_opt_mask: [{ pdu_type: 255, qfi: 255 }],
          },
          not_in_hw: true,
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
      "protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 pfcp_opts 01:0000000000060708/ff:0000000000ffffff action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 pfcp_opts 01:0000000000060708/ff:0000000000ffffff action drop",
    bytes: `
      dc000000 2c00 0000 00000000 00000000 // nlmsghdr: 220 bytes, RTM_NEWTFILTER
      00000000 59000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 89, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      a400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0800 1d00 c0000202 // TCA_FLOWER_KEY_ENC_IPV4_DST 33685696
        0800 1e00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_DST_MASK 4294967295
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        1c00 5400 // TCA_FLOWER_KEY_ENC_OPTS
          1800 0500 // TCA_FLOWER_KEY_ENC_OPTS_PFCP
            0500 0100 01 000000 // TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE 1
            0c00 0200 00000000 00060708 // TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID
        1c00 5500 // TCA_FLOWER_KEY_ENC_OPTS_MASK
          1800 0500 // TCA_FLOWER_KEY_ENC_OPTS_PFCP
            0500 0100 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE 255
            0c00 0200 00000000 00ffffff // TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        3800 0300 // TCA_FLOWER_ACT
          3400 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            1c00 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS`,
    ifindex: 89,
    bodies: [
      {
        dev: "if89",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "192.0.2.2",
            enc_key_id: 8,
            pfcp_opt_key: [{ type: 1, seid: 395016 }],
            pfcp_opt_mask: [{ type: 255, seid: 16777215 }],
          },
          not_in_hw: true,
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
    title: "protocol ip pref 8 flower enc_key_id 8 enc_flags tundf/notunoam/tuncsum/tuncrit action drop",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower enc_key_id 8 enc_flags tundf/notunoam/tuncsum/tuncrit action drop",
    bytes: `
      9c000000 2c00 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWTFILTER
      00000000 ff000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 255, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      6400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 255,
    bodies: [
      {
        dev: "if255",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "ipv4", enc_key_id: 8 },
          not_in_hw: true,
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
      "protocol ip pref 8 flower ct_state +trk+est-new ct_zone 5/0xff ct_mark 0x10/0xf0 ct_label 0102030405060708090a0b0c0d0e0f10/ffffffffffffffff0000000000000000 action drop",
    command:
      "as tc asks for it: tc filter add dev v0 ingress protocol ip pref 8 flower ct_state +trk+est-new ct_zone 5/0xff ct_mark 0x10/0xf0 ct_label 0102030405060708090a0b0c0d0e0f10/ffffffffffffffff0000000000000000 action drop",
    bytes: `
      cc000000 2c00 0000 00000000 00000000 // nlmsghdr: 204 bytes, RTM_NEWTFILTER
      00000000 03000000 00000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      9c00 0200 // TCA_OPTIONS
        0600 5b00 0a00 0000 // TCA_FLOWER_KEY_CT_STATE 10
        0600 5c00 0b00 0000 // TCA_FLOWER_KEY_CT_STATE_MASK 11
        0600 5d00 0500 0000 // TCA_FLOWER_KEY_CT_ZONE 5
        0600 5e00 ff00 0000 // TCA_FLOWER_KEY_CT_ZONE_MASK 255
        0800 5f00 10000000 // TCA_FLOWER_KEY_CT_MARK 16
        0800 6000 f0000000 // TCA_FLOWER_KEY_CT_MARK_MASK 240
        1400 6100 01020304 05060708 090a0b0c 0d0e0f10 // TCA_FLOWER_KEY_CT_LABELS
        1400 6200 ffffffff ffffffff 00000000 00000000 // TCA_FLOWER_KEY_CT_LABELS_MASK
        3000 0300 // TCA_FLOWER_ACT
          2c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            1c00 0280 // TCA_ACT_OPTIONS
              1800 0200 00000000 00000000 02000000 00000000 00000000 // TCA_GACT_PARMS
        0800 1600 00000000 // TCA_FLOWER_FLAGS 0
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8`,
    ifindex: 3,
    bodies: [
      {
        dev: "if3",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        options: {
          keys: {
            eth_type: "ipv4",
            ct_state: "+trk-new+est",
            ct_zone: 5,
            ct_zone_mask: "ff",
            ct_mark: 16,
            ct_mark_mask: "f0",
            ct_label: "0102030405060708090a0b0c0d0e0f10/ffffffffffffffff0000000000000000",
          },
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
    title: "protocol ip pref 8 flower ip_proto l2tp l2tpv3_sid 77 action drop",
    command: "tc filter add dev v0 ingress protocol ip pref 8 flower ip_proto l2tp l2tpv3_sid 77 action drop",
    bytes: `
      a4000000 2c00 0000 00000000 00000000 // nlmsghdr: 164 bytes, RTM_NEWTFILTER
      00000000 05010000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 261, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      6c00 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 73 000000 // TCA_FLOWER_KEY_IP_PROTO 115
        0800 6900 0000004d // TCA_FLOWER_KEY_L2TPV3_SID 1291845632
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 261,
    bodies: [
      {
        dev: "if261",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "ipv4", ip_proto: "l2tp", l2tpv3_sid: 77 },
          not_in_hw: true,
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
    title: "protocol ip pref 8 flower ip_proto esp spi 0x100 action drop",
    command: "tc filter add dev v0 ingress protocol ip pref 8 flower ip_proto esp spi 0x100 action drop",
    bytes: `
      9c000000 2c00 0000 00000000 00000000 // nlmsghdr: 156 bytes, RTM_NEWTFILTER
      00000000 07010000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 263, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      6400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 32 000000 // TCA_FLOWER_KEY_IP_PROTO 50
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 263,
    bodies: [
      {
        dev: "if263",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "ipv4", ip_proto: "esp" },
          not_in_hw: true,
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
    title: "protocol ppp_ses pref 8 flower pppoe_sid 1234 ppp_proto ip action drop",
    command:
      "tc filter add dev v0 ingress protocol ppp_ses pref 8 flower pppoe_sid 1234 ppp_proto ip action drop",
    bytes: `
      a4000000 2c00 0000 00000000 00000000 // nlmsghdr: 164 bytes, RTM_NEWTFILTER
      00000000 09010000 01000000 f2ffffff 88640800 // tcmsg: AF_UNSPEC, ifindex 265, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      6c00 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0600 6700 04d2 0000 // TCA_FLOWER_KEY_PPPOE_SID 53764
        0600 6800 0021 0000 // TCA_FLOWER_KEY_PPP_PROTO 8448
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 265,
    bodies: [
      {
        dev: "if265",
        ingress: true,
        protocol: "ppp_ses",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "ipv4", pppoe_sid: 1234, ppp_proto: "ip" },
          not_in_hw: true,
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
    title: "protocol cfm pref 8 flower cfm mdl 5 op 46 action drop",
    command: "tc filter add dev v0 ingress protocol cfm pref 8 flower cfm mdl 5 op 46 action drop",
    bytes: `
      94000000 2c00 0000 00000000 00000000 // nlmsghdr: 148 bytes, RTM_NEWTFILTER
      00000000 0d010000 01000000 f2ffffff 89020800 // tcmsg: AF_UNSPEC, ifindex 269, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      5c00 0200 // TCA_OPTIONS
        0600 0800 8902 0000 // TCA_FLOWER_KEY_ETH_TYPE 649
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 269,
    bodies: [
      {
        dev: "if269",
        ingress: true,
        protocol: "cfm",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: { eth_type: "8902" },
          not_in_hw: true,
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
    title: "protocol all pref 8 flower l2_miss 1 action drop",
    command: "tc filter add dev v0 ingress protocol all pref 8 flower l2_miss 1 action drop",
    bytes: `
      8c000000 2c00 0000 00000000 00000000 // nlmsghdr: 140 bytes, RTM_NEWTFILTER
      00000000 0f010000 01000000 f2ffffff 00030800 // tcmsg: AF_UNSPEC, ifindex 271, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      5400 0200 // TCA_OPTIONS
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 271,
    bodies: [
      {
        dev: "if271",
        ingress: true,
        protocol: "all",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {},
          not_in_hw: true,
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
    title: "protocol 0x88f7 pref 8 flower indev v0 dst_mac 01:00:00:00:00:00/01:00:00:00:00:00 action drop",
    command:
      "tc filter add dev v0 ingress protocol 0x88f7 pref 8 flower indev v0 dst_mac 01:00:00:00:00:00/01:00:00:00:00:00 action drop",
    bytes: `
      b4000000 2c00 0000 00000000 00000000 // nlmsghdr: 180 bytes, RTM_NEWTFILTER
      00000000 11010000 01000000 f2ffffff 88f70800 // tcmsg: AF_UNSPEC, ifindex 273, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      7c00 0200 // TCA_OPTIONS
        0700 0200 763000 00 // TCA_FLOWER_INDEV "v0"
        0a00 0400 01000000 0000 0000 // TCA_FLOWER_KEY_ETH_DST
        0a00 0500 01000000 0000 0000 // TCA_FLOWER_KEY_ETH_DST_MASK
        0600 0800 88f7 0000 // TCA_FLOWER_KEY_ETH_TYPE 63368
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        4000 0300 // TCA_FLOWER_ACT
          3c00 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            0400 0500 // TCA_ACT_PAD
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            2000 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS
              0400 0400 // TCA_GACT_PAD`,
    ifindex: 273,
    bodies: [
      {
        dev: "if273",
        ingress: true,
        protocol: "[35063]",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          indev: "v0",
          keys: { dst_mac: "01:00:00:00:00:00/01:00:00:00:00:00", eth_type: "88f7" },
          not_in_hw: true,
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
      "protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 pfcp_opts 01:0000000000060708/ff:0000000000ffffff action drop again",
    command:
      "tc filter add dev v0 ingress protocol ip pref 8 flower enc_dst_ip 192.0.2.2 enc_key_id 8 pfcp_opts 01:0000000000060708/ff:0000000000ffffff action drop",
    bytes: `
      20010000 2c00 0000 00000000 00000000 // nlmsghdr: 288 bytes, RTM_NEWTFILTER
      00000000 59000000 01000000 f2ffffff 08000800 // tcmsg: AF_UNSPEC, ifindex 89, handle, parent, info
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      0800 0b00 00000000 // TCA_CHAIN 0
      e800 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0800 1d00 c0000202 // TCA_FLOWER_KEY_ENC_IPV4_DST 33685696
        0800 1e00 ffffffff // TCA_FLOWER_KEY_ENC_IPV4_DST_MASK 4294967295
        0800 1a00 00000008 // TCA_FLOWER_KEY_ENC_KEY_ID 134217728
        1c00 5400 // TCA_FLOWER_KEY_ENC_OPTS
          1800 0500 // TCA_FLOWER_KEY_ENC_OPTS_PFCP
            0500 0100 01 000000 // TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE 1
            0c00 0200 00000000 00060708 // TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID
        1c00 5500 // TCA_FLOWER_KEY_ENC_OPTS_MASK
          1800 0500 // TCA_FLOWER_KEY_ENC_OPTS_PFCP
            0500 0100 ff 000000 // TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE 255
            0c00 0200 00000000 00ffffff // TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID
        0800 1600 08000000 // TCA_FLOWER_FLAGS 8
        0800 5600 00000000 // TCA_FLOWER_IN_HW_COUNT 0
        7c00 0300 // TCA_FLOWER_ACT
          7800 0100 // action 1
            0900 0100 67616374 00 000000 // TCA_ACT_KIND "gact"
            4400 0400 // TCA_ACT_STATS
              1400 0100 00*16 // TCA_STATS_BASIC
              1400 0700 00*16 // TCA_STATS_BASIC_HW
              1800 0300 00*20 // TCA_STATS_QUEUE
            0800 0a00 00000000 // TCA_ACT_IN_HW_COUNT 0
            1c00 0200 // TCA_ACT_OPTIONS
              1800 0200 01000000 00000000 02000000 01000000 01000000 // TCA_GACT_PARMS`,
    ifindex: 89,
    bodies: [
      {
        dev: "if89",
        ingress: true,
        protocol: "ip",
        pref: 8,
        kind: "flower",
        chain: 0,
        options: {
          handle: 1,
          keys: {
            eth_type: "ipv4",
            enc_dst_ip: "192.0.2.2",
            enc_key_id: 8,
            pfcp_opt_key: [{ type: 1, seid: 395016 }],
            pfcp_opt_mask: [{ type: 255, seid: 16777215 }],
          },
          not_in_hw: true,
          actions: [
            {
              order: 1,
              kind: "gact",
              control_action: { type: "drop" },
              prob: { random_type: "none", control_action: { type: "pass" }, val: 0 },
              index: 1,
              ref: 1,
              bind: 1,
              stats: {
                bytes: 0,
                packets: 0,
                drops: 0,
                overlimits: 0,
                requeues: 0,
                hw_bytes: 0,
                hw_packets: 0,
                backlog: 0,
                qlen: 0,
              },
            },
          ],
        },
      },
    ],
  },
];
