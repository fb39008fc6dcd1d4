/** Chains of filters. Recorded on Linux 6.1 and 7.2, without the counters where these add nothing; tc has the same keys and values. */
import type { Recorded } from "./recorded.ts";

export const chain: readonly Recorded[] = [
  {
    title: "chain 1",
    command:
      "tc qdisc add dev v0 clsact; tc filter add dev v0 ingress protocol ip pref 5 chain 3 u32 match u32 0 0 action ok; tc chain add dev v0 ingress chain 9; tc chain add dev v0 ingress protocol ip chain 11 flower ip_proto tcp dst_ip 0.0.0.0/24",
    bytes: `
      2c000000 6400 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWCHAIN
      00000000 6f000000 00000000 0000ffff 00000000 // tcmsg: AF_UNSPEC, ifindex 111, handle, parent, info
      0800 0b00 03000000 // TCA_CHAIN 3`,
    ifindex: 111,
    bodies: [{ dev: "if111", parent: "ffff:", chain: 3 }],
  },
  {
    title: "chain 2",
    command:
      "tc qdisc add dev v0 clsact; tc filter add dev v0 ingress protocol ip pref 5 chain 3 u32 match u32 0 0 action ok; tc chain add dev v0 ingress chain 9; tc chain add dev v0 ingress protocol ip chain 11 flower ip_proto tcp dst_ip 0.0.0.0/24",
    bytes: `
      2c000000 6400 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWCHAIN
      00000000 6f000000 00000000 0000ffff 00000000 // tcmsg: AF_UNSPEC, ifindex 111, handle, parent, info
      0800 0b00 09000000 // TCA_CHAIN 9`,
    ifindex: 111,
    bodies: [{ dev: "if111", parent: "ffff:", chain: 9 }],
  },
  {
    title: "flower 3",
    command:
      "tc qdisc add dev v0 clsact; tc filter add dev v0 ingress protocol ip pref 5 chain 3 u32 match u32 0 0 action ok; tc chain add dev v0 ingress chain 9; tc chain add dev v0 ingress protocol ip chain 11 flower ip_proto tcp dst_ip 0.0.0.0/24",
    bytes: `
      5c000000 6400 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWCHAIN
      00000000 6f000000 00000000 0000ffff 00000000 // tcmsg: AF_UNSPEC, ifindex 111, handle, parent, info
      0800 0b00 0b000000 // TCA_CHAIN 11
      0b00 0100 666c6f77 657200 00 // TCA_KIND "flower"
      2400 0200 // TCA_OPTIONS
        0600 0800 0800 0000 // TCA_FLOWER_KEY_ETH_TYPE 8
        0500 0900 06 000000 // TCA_FLOWER_KEY_IP_PROTO 6
        0800 0c00 00000000 // TCA_FLOWER_KEY_IPV4_DST 0
        0800 0d00 ffffff00 // TCA_FLOWER_KEY_IPV4_DST_MASK 16777215`,
    ifindex: 111,
    bodies: [
      {
        dev: "if111",
        parent: "ffff:",
        kind: "flower",
        chain: 11,
        options: { keys: { eth_type: "ipv4", ip_proto: "tcp", dst_ip: "0.0.0.0/24" } },
      },
    ],
  },
  {
    title: "chain 1 again",
    command:
      "tc qdisc add dev v0 ingress_block 21 clsact; tc chain add block 21 chain 4; tc filter add block 21 protocol all pref 3 matchall action drop",
    bytes: `
      2c000000 6400 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWCHAIN
      00000000 ffffffff 00000000 15000000 00000000 // tcmsg: AF_UNSPEC, ifindex -1, handle, parent, info
      0800 0b00 04000000 // TCA_CHAIN 4`,
    ifindex: undefined,
    bodies: [{ block: 21, chain: 4 }],
  },
  {
    title: "chain 2 again",
    command:
      "tc qdisc add dev v0 ingress_block 21 clsact; tc chain add block 21 chain 4; tc filter add block 21 protocol all pref 3 matchall action drop",
    bytes: `
      2c000000 6400 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWCHAIN
      00000000 ffffffff 00000000 15000000 00000000 // tcmsg: AF_UNSPEC, ifindex -1, handle, parent, info
      0800 0b00 00000000 // TCA_CHAIN 0`,
    ifindex: undefined,
    bodies: [{ block: 21, chain: 0 }],
  },
];
