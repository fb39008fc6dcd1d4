import { describe, expect, test } from "bun:test";
import type { Problem, UnknownAttribute } from "../../src/netlink/context.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { type LinkMessage, linkRequest, readLink } from "../../src/rtnetlink/link.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";
import { everything, messageOf, shown, wire } from "./corpus.ts";

/** Reads one message as the monitor does; `names` are the devices seen before. */
function read(
  text: string,
  names: Readonly<Record<number, string>> = {},
): LinkMessage & { problems: Problem[]; unknown: UnknownAttribute[] } {
  const devs = new Devs();
  for (const [ifindex, name] of Object.entries(names)) devs.name(Number(ifindex), name);
  const cx = new RtContext(devs);
  cx.keepUnknown = true;
  const link = readLink(messageOf(wire(text)), cx);
  if (link === undefined) throw new Error(JSON.stringify(cx.problems));
  return { ...link, problems: cx.problems, unknown: cx.unknown };
}

// ip link set lo up
const LO = `
  4c040000 1000 0200 00000000 00000000         // nlmsghdr: 1100 bytes, RTM_NEWLINK
  00 00 0403 01000000 49000100 00000000        // ifinfomsg: AF_UNSPEC, ARPHRD_LOOPBACK, index 1, flags 0x10049
  0700 0300 6c6f00 00                          // IFLA_IFNAME "lo"
  0800 0d00 e8030000                           // IFLA_TXQLEN 1000
  0500 1000 00 000000                          // IFLA_OPERSTATE 0
  0500 1100 00 000000                          // IFLA_LINKMODE 0
  0500 4300 01 000000                          // IFLA_NETNS_IMMUTABLE 1
  0800 0400 00000100                           // IFLA_MTU 65536
  0800 3200 00000000                           // IFLA_MIN_MTU 0
  0800 3300 00000000                           // IFLA_MAX_MTU 0
  0800 1b00 00000000                           // IFLA_GROUP 0
  0800 1e00 00000000                           // IFLA_PROMISCUITY 0
  0800 3d00 00000000                           // IFLA_ALLMULTI 0
  0800 1f00 01000000                           // IFLA_NUM_TX_QUEUES 1
  0800 2800 ffff0000                           // IFLA_GSO_MAX_SEGS 65535
  0800 2900 00000100                           // IFLA_GSO_MAX_SIZE 65536
  0800 3a00 00000100                           // IFLA_GRO_MAX_SIZE 65536
  0800 3f00 00000100                           // IFLA_GSO_IPV4_MAX_SIZE 65536
  0800 4000 00000100                           // IFLA_GRO_IPV4_MAX_SIZE 65536
  0800 3b00 f8ff0700                           // IFLA_TSO_MAX_SIZE 524280
  0800 3c00 ffff0000                           // IFLA_TSO_MAX_SEGS 65535
  0800 4200 00000000                           // IFLA_MAX_PACING_OFFLOAD_HORIZON 0
  0800 2000 01000000                           // IFLA_NUM_RX_QUEUES 1
  0500 2100 01 000000                          // IFLA_CARRIER 1
  0800 2300 00000000                           // IFLA_CARRIER_CHANGES 0
  0800 2f00 00000000                           // IFLA_CARRIER_UP_COUNT 0
  0800 3000 00000000                           // IFLA_CARRIER_DOWN_COUNT 0
  0600 4400 0000 0000                          // IFLA_HEADROOM 0
  0600 4500 0000 0000                          // IFLA_TAILROOM 0
  0500 2700 00 000000                          // IFLA_PROTO_DOWN 0
  0a00 0100 00000000 0000 0000                 // IFLA_ADDRESS 00:00:00:00:00:00
  0a00 0200 00000000 0000 0000                 // IFLA_BROADCAST 00:00:00:00:00:00
  cc00 1700 00*200                             // IFLA_STATS64
  6400 0700 00*96                              // IFLA_STATS
  0c00 2b00                                    // IFLA_XDP
    0500 0200 00 000000                        // IFLA_XDP_ATTACHED 0
  0c00 0600 6e6f7175 65756500                  // IFLA_QDISC "noqueue"
  c001 1a00                                    // IFLA_AF_SPEC
    8c00 0200                                  // AF_INET
      8800 0100                                // IFLA_INET_CONF
        00*12 01000000 01000000 01000000 01000000 00000000 01000000 00*20
        01000000 01000000 00*40 10270000 e8030000 00*16 01000000
    3001 0a00                                  // AF_INET6
      0800 0100 00000080                       // IFLA_INET6_FLAGS IF_READY
      1400 0500 ffff0000 56940600 bc6a0000 e8030000 // IFLA_INET6_CACHEINFO
      f400 0200                                // IFLA_INET6_CONF
        00000000 40000000 00000100 01000000 01000000 01000000 01000000 ffffffff
        a00f0000 e8030000 ffffffff 803a0900 80510100 03000000 58020000 10000000
        00000000 01000000 01000000 01000000 60ea0000 00*24 ffffffff 00000000
        00000000 10270000 e8030000 01000000 00000000 00000000 01000000 00000000
        00000000 01000000 00*16 80ee3600 00000000 00000000 01000000 00*20
        00040000 00000000 ffff0000 ffffffff 01000000 00*12
      1400 0700 00*16                          // IFLA_INET6_TOKEN
      0500 0800 00 000000                      // IFLA_INET6_ADDR_GEN_MODE 0
  2400 0e00 00*32                              // IFLA_MAP
  0400 3e80                                    // IFLA_DEVLINK_PORT
  0400 4180                                    // IFLA_DPLL_PIN`;

test("lo: what ip -j -d link shows, and what is newer than ip", () => {
  const { dev, body, family, problems, unknown } = read(LO);
  expect(shown(body)).toEqual({
    ifindex: 1,
    ifname: "lo",
    flags: ["LOOPBACK", "UP", "LOWER_UP"],
    mtu: 65536,
    qdisc: "noqueue",
    operstate: "UNKNOWN",
    linkmode: "DEFAULT",
    group: "default",
    txqlen: 1000,
    link_type: "loopback",
    address: "00:00:00:00:00:00",
    broadcast: "00:00:00:00:00:00",
    promiscuity: 0,
    allmulti: 0,
    min_mtu: 0,
    max_mtu: 0,
    inet6_addr_gen_mode: "eui64",
    num_tx_queues: 1,
    num_rx_queues: 1,
    gso_max_size: 65536,
    gso_max_segs: 65535,
    tso_max_size: 524280,
    tso_max_segs: 65535,
    gro_max_size: 65536,
    gso_ipv4_max_size: 65536,
    gro_ipv4_max_size: 65536,
    "netns-immutable": true,
  });
  expect({ ifindex: dev.ifindex, family, problems, unknown }).toEqual({
    ifindex: 1,
    family: 0,
    problems: [],
    unknown: [],
  });
});

test("lo, with what is no state: counters, carrier, settings of the address families", () => {
  const cx = everything();
  const { body } = readLink(messageOf(wire(LO)), cx)!;
  expect(body.carrier).toBe(true);
  expect(body.carrier_changes).toBe(0);
  expect(body.map).toEqual({ mem_start: 0, mem_end: 0, base_addr: 0, irq: 0, dma: 0, port: 0 });
  expect(body.stats64).toEqual({
    rx: {
      packets: 0,
      bytes: 0,
      errors: 0,
      dropped: 0,
      multicast: 0,
      length_errors: 0,
      over_errors: 0,
      crc_errors: 0,
      frame_errors: 0,
      fifo_errors: 0,
      missed_errors: 0,
      compressed: 0,
      nohandler: 0,
      otherhost: 0,
    },
    tx: {
      packets: 0,
      bytes: 0,
      errors: 0,
      dropped: 0,
      collisions: 0,
      aborted_errors: 0,
      carrier_errors: 0,
      fifo_errors: 0,
      heartbeat_errors: 0,
      window_errors: 0,
      compressed: 0,
    },
  });
  const { inet, inet6 } = body.af_spec as {
    inet: { conf: number[] };
    inet6: { conf: number[]; token: string; cacheinfo: object };
  };
  // IPV4_DEVCONF_*, 33 of them; DEVCONF_*, 60, of which the hop limit is the second and the mtu the third.
  expect(inet.conf).toHaveLength(33);
  expect(inet6.conf).toHaveLength(60);
  expect(inet6.conf.slice(0, 3)).toEqual([0, 64, 65536]);
  // DEVCONF_RTR_SOLICITS: they are signed, and -1 is without an end.
  expect(inet6.conf[7]).toBe(-1);
  expect(inet6.token).toBe("::");
  expect(inet6.cacheinfo).toEqual({
    max_reasm_len: 65535,
    tstamp: 431190,
    reachable_time: 27324,
    retrans_time: 1000,
  });
});

// The messages below are cut to the attributes that differ from lo's.

describe("veth", () => {
  // ip link add w0 type veth peer name w1 && ip link set w1 netns other
  const W0 = `
  8c000000 1000 0200 00000000 00000000         // nlmsghdr: 140 bytes, RTM_NEWLINK
  00 00 0100 07000000 02100000 00000000        // ifinfomsg: AF_UNSPEC, ARPHRD_ETHER, index 7, flags 0x1002
  0700 0300 773000 00                          // IFLA_IFNAME "w0"
  0800 0d00 e8030000                           // IFLA_TXQLEN 1000
  0500 1000 02 000000                          // IFLA_OPERSTATE 2
  0800 0400 dc050000                           // IFLA_MTU 1500
  0800 1b00 00000000                           // IFLA_GROUP 0
  0a00 0100 02000000 0003 0000                 // IFLA_ADDRESS 02:00:00:00:00:03
  0a00 0200 ffffffff ffff 0000                 // IFLA_BROADCAST ff:ff:ff:ff:ff:ff
  1000 1200                                    // IFLA_LINKINFO
    0900 0100 76657468 00 000000               // IFLA_INFO_KIND "veth"
  0800 2500 00000000                           // IFLA_LINK_NETNSID 0
  0800 0500 06000000                           // IFLA_LINK 6
  0900 0600 6e6f6f70 00 000000                 // IFLA_QDISC "noop"`;

  test("the peer in another namespace is an index beside link_netnsid", () => {
    // An own device with the same index must not give its name.
    const { body } = read(W0, { 6: "unrelated" });
    expect(shown(body)).toEqual({
      ifindex: 7,
      link_index: 6,
      ifname: "w0",
      flags: ["BROADCAST", "MULTICAST"],
      mtu: 1500,
      qdisc: "noop",
      operstate: "DOWN",
      group: "default",
      txqlen: 1000,
      link_type: "ether",
      address: "02:00:00:00:00:03",
      broadcast: "ff:ff:ff:ff:ff:ff",
      link_netnsid: 0,
      linkinfo: { info_kind: "veth" },
    });
  });

  // ip link set v1 netns other: what the namespace hears that it leaves
  const MOVED = `
  94000000 1100 0000 00000000 00000000         // nlmsghdr: 148 bytes, RTM_DELLINK
  00 00 0100 02000000 02100000 ffffffff        // ifinfomsg: AF_UNSPEC, ARPHRD_ETHER, index 2, flags 0x1002
  0700 0300 763100 00                          // IFLA_IFNAME "v1"
  0800 0d00 e8030000                           // IFLA_TXQLEN 1000
  0500 1000 02 000000                          // IFLA_OPERSTATE 2
  0800 0400 dc050000                           // IFLA_MTU 1500
  0800 1b00 00000000                           // IFLA_GROUP 0
  0a00 0100 02000000 0002 0000                 // IFLA_ADDRESS 02:00:00:00:00:02
  0a00 0200 ffffffff ffff 0000                 // IFLA_BROADCAST ff:ff:ff:ff:ff:ff
  1000 1200                                    // IFLA_LINKINFO
    0900 0100 76657468 00 000000               // IFLA_INFO_KIND "veth"
  0800 2d00 00000000                           // IFLA_NEW_NETNSID 0
  0800 3100 02000000                           // IFLA_NEW_IFINDEX 2
  0800 0500 03000000                           // IFLA_LINK 3
  0900 0600 6e6f6f70 00 000000                 // IFLA_QDISC "noop"`;

  test("a device that moves away tells where to", () => {
    const { body, dev } = read(MOVED, { 3: "v0" });
    expect(shown(body)).toMatchObject({
      ifindex: 2,
      ifname: "v1",
      link: "v0",
      new_netnsid: 0,
      new_ifindex: 2,
    });
    expect(dev.ifindex).toBe(2);
  });
});

describe("bridge", () => {
  // ip link add br0 address 02:00:00:00:00:09 type bridge
  const BR0 = `
  08020000 1000 0200 00000000 00000000         // nlmsghdr: 520 bytes, RTM_NEWLINK
  00 00 0100 04000000 02100000 00000000        // ifinfomsg: AF_UNSPEC, ARPHRD_ETHER, index 4, flags 0x1002
  0800 0300 62723000                           // IFLA_IFNAME "br0"
  0800 0d00 e8030000                           // IFLA_TXQLEN 1000
  0500 1000 02 000000                          // IFLA_OPERSTATE 2
  0800 0400 dc050000                           // IFLA_MTU 1500
  0800 1b00 00000000                           // IFLA_GROUP 0
  0a00 0100 02000000 0009 0000                 // IFLA_ADDRESS 02:00:00:00:00:09
  0a00 0200 ffffffff ffff 0000                 // IFLA_BROADCAST ff:ff:ff:ff:ff:ff
  9c01 1200                                    // IFLA_LINKINFO
    0b00 0100 62726964 676500 00               // IFLA_INFO_KIND "bridge"
    8c01 0200                                  // IFLA_INFO_DATA
      0c00 1000 00000000 00000000              // IFLA_BR_HELLO_TIMER
      0c00 1100 00000000 00000000              // IFLA_BR_TCN_TIMER
      0c00 1200 00000000 00000000              // IFLA_BR_TOPOLOGY_CHANGE_TIMER
      0c00 1300 00000000 00000000              // IFLA_BR_GC_TIMER
      0800 0100 dc050000                       // IFLA_BR_FORWARD_DELAY 1500
      0800 0200 c8000000                       // IFLA_BR_HELLO_TIME 200
      0800 0300 d0070000                       // IFLA_BR_MAX_AGE 2000
      0800 0400 30750000                       // IFLA_BR_AGEING_TIME 30000
      0800 0500 00000000                       // IFLA_BR_STP_STATE 0
      0600 0600 0080 0000                      // IFLA_BR_PRIORITY 32768
      0500 0700 00 000000                      // IFLA_BR_VLAN_FILTERING 0
      0600 0900 0000 0000                      // IFLA_BR_GROUP_FWD_MASK 0
      0c00 0b00 80000200 00000009              // IFLA_BR_BRIDGE_ID
      0c00 0a00 80000200 00000009              // IFLA_BR_ROOT_ID
      0600 0c00 0000 0000                      // IFLA_BR_ROOT_PORT 0
      0800 0d00 00000000                       // IFLA_BR_ROOT_PATH_COST 0
      0500 0e00 00 000000                      // IFLA_BR_TOPOLOGY_CHANGE 0
      0500 0f00 00 000000                      // IFLA_BR_TOPOLOGY_CHANGE_DETECTED 0
      0a00 1400 0180c200 0000 0000             // IFLA_BR_GROUP_ADDR 01:80:c2:00:00:00
      0c00 2e00 00000000 1f000000              // IFLA_BR_MULTI_BOOLOPT
      0800 3000 00000000                       // IFLA_BR_FDB_N_LEARNED 0
      0800 3100 00000000                       // IFLA_BR_FDB_MAX_LEARNED 0
      0500 1600 01 000000                      // IFLA_BR_MCAST_ROUTER 1
      0500 1700 01 000000                      // IFLA_BR_MCAST_SNOOPING 1
      0500 1800 00 000000                      // IFLA_BR_MCAST_QUERY_USE_IFADDR 0
      0500 1900 00 000000                      // IFLA_BR_MCAST_QUERIER 0
      0500 2a00 00 000000                      // IFLA_BR_MCAST_STATS_ENABLED 0
      0800 1a00 10000000                       // IFLA_BR_MCAST_HASH_ELASTICITY 16
      0800 1b00 00100000                       // IFLA_BR_MCAST_HASH_MAX 4096
      0800 1c00 02000000                       // IFLA_BR_MCAST_LAST_MEMBER_CNT 2
      0800 1d00 02000000                       // IFLA_BR_MCAST_STARTUP_QUERY_CNT 2
      0500 2b00 02 000000                      // IFLA_BR_MCAST_IGMP_VERSION 2
      0500 2c00 01 000000                      // IFLA_BR_MCAST_MLD_VERSION 1
      0c00 1e00 64000000 00000000              // IFLA_BR_MCAST_LAST_MEMBER_INTVL
      0c00 1f00 90650000 00000000              // IFLA_BR_MCAST_MEMBERSHIP_INTVL
      0c00 2000 9c630000 00000000              // IFLA_BR_MCAST_QUERIER_INTVL
      0c00 2100 d4300000 00000000              // IFLA_BR_MCAST_QUERY_INTVL
      0c00 2200 e8030000 00000000              // IFLA_BR_MCAST_QUERY_RESPONSE_INTVL
      0c00 2300 340c0000 00000000              // IFLA_BR_MCAST_STARTUP_QUERY_INTVL
      0500 2400 00 000000                      // IFLA_BR_NF_CALL_IPTABLES 0
      0500 2500 00 000000                      // IFLA_BR_NF_CALL_IP6TABLES 0
      0500 2600 00 000000                      // IFLA_BR_NF_CALL_ARPTABLES 0
  0900 0600 6e6f6f70 00 000000                 // IFLA_QDISC "noop"`;

  test("info_data is what the kind says", () => {
    const { body, problems, unknown } = read(BR0);
    expect(shown(body)).toEqual({
      ifindex: 4,
      ifname: "br0",
      flags: ["BROADCAST", "MULTICAST"],
      mtu: 1500,
      qdisc: "noop",
      operstate: "DOWN",
      group: "default",
      txqlen: 1000,
      link_type: "ether",
      address: "02:00:00:00:00:09",
      broadcast: "ff:ff:ff:ff:ff:ff",
      linkinfo: {
        info_kind: "bridge",
        info_data: {
          forward_delay: 1500,
          hello_time: 200,
          max_age: 2000,
          ageing_time: 30000,
          stp_state: 0,
          priority: 32768,
          vlan_filtering: 0,
          bridge_id: "8000.2:0:0:0:0:9",
          root_id: "8000.2:0:0:0:0:9",
          root_port: 0,
          root_path_cost: 0,
          topology_change: 0,
          topology_change_detected: 0,
          hello_timer: 0,
          tcn_timer: 0,
          topology_change_timer: 0,
          gc_timer: 0,
          group_fwd_mask: "0",
          group_addr: "01:80:c2:00:00:00",
          mcast_snooping: 1,
          // IFLA_BR_MULTI_BOOLOPT: the mask 1f says which options this kernel has.
          no_linklocal_learn: 0,
          mcast_vlan_snooping: 0,
          mst_enabled: 0,
          mdb_offload_fail_notification: 0,
          fdb_local_vlan_0: 0,
          fdb_n_learned: 0,
          fdb_max_learned: 0,
          mcast_router: 1,
          mcast_query_use_ifaddr: 0,
          mcast_querier: 0,
          mcast_hash_elasticity: 16,
          mcast_hash_max: 4096,
          mcast_last_member_cnt: 2,
          mcast_startup_query_cnt: 2,
          mcast_last_member_intvl: 100,
          mcast_membership_intvl: 26000,
          mcast_querier_intvl: 25500,
          mcast_query_intvl: 12500,
          mcast_query_response_intvl: 1000,
          mcast_startup_query_intvl: 3124,
          mcast_stats_enabled: 0,
          mcast_igmp_version: 2,
          mcast_mld_version: 1,
          nf_call_iptables: 0,
          nf_call_ip6tables: 0,
          nf_call_arptables: 0,
        },
      },
    });
    expect([problems, unknown]).toEqual([[], []]);
  });

  // ip link set v1 master br0 group 7 alias uplink txqueuelen 0; ip link set v1 up (its peer is down)
  // ip link property add dev v1 altname some-name altname other-name
  const PORT = `
  18020000 1000 0200 00000000 00000000         // nlmsghdr: 536 bytes, RTM_NEWLINK
  00 00 0100 02000000 03100000 00000000        // ifinfomsg: AF_UNSPEC, ARPHRD_ETHER, index 2, flags 0x1003
  0700 0300 763100 00                          // IFLA_IFNAME "v1"
  0800 0d00 00000000                           // IFLA_TXQLEN 0
  0500 1000 03 000000                          // IFLA_OPERSTATE 3
  0800 0400 dc050000                           // IFLA_MTU 1500
  0800 1b00 07000000                           // IFLA_GROUP 7
  0800 0a00 04000000                           // IFLA_MASTER 4
  0b00 1400 75706c69 6e6b00 00                 // IFLA_IFALIAS "uplink"
  0a00 0100 02000000 0002 0000                 // IFLA_ADDRESS 02:00:00:00:00:02
  0a00 0200 ffffffff ffff 0000                 // IFLA_BROADCAST ff:ff:ff:ff:ff:ff
  6c01 1200                                    // IFLA_LINKINFO
    0900 0100 76657468 00 000000               // IFLA_INFO_KIND "veth"
    0b00 0400 62726964 676500 00               // IFLA_INFO_SLAVE_KIND "bridge"
    5001 0500                                  // IFLA_INFO_SLAVE_DATA
      0500 0100 00 000000                      // IFLA_BRPORT_STATE 0
      0600 0200 2000 0000                      // IFLA_BRPORT_PRIORITY 32
      0800 0300 02000000                       // IFLA_BRPORT_COST 2
      0500 0400 00 000000                      // IFLA_BRPORT_MODE 0
      0500 0500 00 000000                      // IFLA_BRPORT_GUARD 0
      0500 0600 00 000000                      // IFLA_BRPORT_PROTECT 0
      0500 0700 00 000000                      // IFLA_BRPORT_FAST_LEAVE 0
      0500 1c00 00 000000                      // IFLA_BRPORT_MCAST_TO_UCAST 0
      0500 0800 01 000000                      // IFLA_BRPORT_LEARNING 1
      0500 0900 01 000000                      // IFLA_BRPORT_UNICAST_FLOOD 1
      0500 1b00 01 000000                      // IFLA_BRPORT_MCAST_FLOOD 1
      0500 1e00 01 000000                      // IFLA_BRPORT_BCAST_FLOOD 1
      0500 0a00 00 000000                      // IFLA_BRPORT_PROXYARP 0
      0500 0c00 00 000000                      // IFLA_BRPORT_PROXYARP_WIFI 0
      0c00 0d00 80000200 00000009              // IFLA_BRPORT_ROOT_ID
      0c00 0e00 80000200 00000009              // IFLA_BRPORT_BRIDGE_ID
      0600 0f00 0180 0000                      // IFLA_BRPORT_DESIGNATED_PORT 32769
      0600 1000 0000 0000                      // IFLA_BRPORT_DESIGNATED_COST 0
      0600 1100 0180 0000                      // IFLA_BRPORT_ID 32769
      0600 1200 0100 0000                      // IFLA_BRPORT_NO 1
      0500 1300 00 000000                      // IFLA_BRPORT_TOPOLOGY_CHANGE_ACK 0
      0500 1400 00 000000                      // IFLA_BRPORT_CONFIG_PENDING 0
      0500 1d00 00 000000                      // IFLA_BRPORT_VLAN_TUNNEL 0
      0600 1f00 0000 0000                      // IFLA_BRPORT_GROUP_FWD_MASK 0
      0500 2000 00 000000                      // IFLA_BRPORT_NEIGH_SUPPRESS 0
      0500 2300 00 000000                      // IFLA_BRPORT_MRP_RING_OPEN 0
      0500 2400 00 000000                      // IFLA_BRPORT_MRP_IN_OPEN 0
      0500 2100 00 000000                      // IFLA_BRPORT_ISOLATED 0
      0500 2700 00 000000                      // IFLA_BRPORT_LOCKED 0
      0500 2800 00 000000                      // IFLA_BRPORT_MAB 0
      0500 2b00 00 000000                      // IFLA_BRPORT_NEIGH_VLAN_SUPPRESS 0
      0c00 1500 00000000 00000000              // IFLA_BRPORT_MESSAGE_AGE_TIMER
      0c00 1600 00000000 00000000              // IFLA_BRPORT_FORWARD_DELAY_TIMER
      0c00 1700 00000000 00000000              // IFLA_BRPORT_HOLD_TIMER
      0500 1900 01 000000                      // IFLA_BRPORT_MULTICAST_ROUTER 1
      0800 2500 00020000                       // IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT 512
      0800 2600 00000000                       // IFLA_BRPORT_MCAST_EHT_HOSTS_CNT 0
      0800 2900 00000000                       // IFLA_BRPORT_MCAST_N_GROUPS 0
      0800 2a00 00000000                       // IFLA_BRPORT_MCAST_MAX_GROUPS 0
  0800 0500 03000000                           // IFLA_LINK 3
  0c00 0600 6e6f7175 65756500                  // IFLA_QDISC "noqueue"
  2400 3480                                    // IFLA_PROP_LIST
    0e00 3500 736f6d65 2d6e616d 6500 0000      // IFLA_ALT_IFNAME "some-name"
    0f00 3500 6f746865 722d6e61 6d6500 00      // IFLA_ALT_IFNAME "other-name"`;

  const PORT_DATA = {
    state: "disabled",
    priority: 32,
    cost: 2,
    hairpin: false,
    guard: false,
    root_block: false,
    fastleave: false,
    learning: true,
    flood: true,
    id: "0x8001",
    no: "0x1",
    designated_port: 32769,
    designated_cost: 0,
    bridge_id: "8000.2:0:0:0:0:9",
    root_id: "8000.2:0:0:0:0:9",
    hold_timer: 0,
    message_age_timer: 0,
    forward_delay_timer: 0,
    topology_change_ack: 0,
    config_pending: 0,
    proxy_arp: false,
    proxy_arp_wifi: false,
    multicast_router: 1,
    mcast_flood: true,
    bcast_flood: true,
    mcast_to_unicast: false,
    neigh_suppress: false,
    neigh_vlan_suppress: false,
    group_fwd_mask: "0",
    group_fwd_mask_str: "0x0",
    vlan_tunnel: false,
    isolated: false,
    locked: false,
    mab: false,
  };

  test("a port: master, peer and group by name, a queue length of 0 not at all, NO-CARRIER", () => {
    const { body, problems, unknown } = read(PORT, { 3: "v0", 4: "br0" });
    expect(shown(body)).toEqual({
      ifindex: 2,
      link: "v0",
      ifname: "v1",
      flags: ["NO-CARRIER", "BROADCAST", "MULTICAST", "UP"],
      mtu: 1500,
      qdisc: "noqueue",
      master: "br0",
      operstate: "LOWERLAYERDOWN",
      group: "7",
      link_type: "ether",
      address: "02:00:00:00:00:02",
      broadcast: "ff:ff:ff:ff:ff:ff",
      linkinfo: { info_kind: "veth", info_slave_kind: "bridge", info_slave_data: PORT_DATA },
      ifalias: "uplink",
      altnames: ["some-name", "other-name"],
    });
    expect([problems, unknown]).toEqual([[], []]);
  });

  test("a device that has not been seen is called by its index, until it has a name", () => {
    const { body } = read(PORT);
    expect(shown(body)).toMatchObject({ master: "if4", link: "if3" });
    body.master!.ifname = "br0";
    expect(shown(body)).toMatchObject({ master: "br0", link: "if3" });
  });

  // bridge link set dev v1 cost 7: the bridge's own message, a part of the link
  const COST = `
  a4010000 1000 0000 00000000 00000000         // nlmsghdr: 420 bytes, RTM_NEWLINK
  07 00 0100 03000000 43100100 00000000        // ifinfomsg: AF_BRIDGE, ARPHRD_ETHER, index 3, flags 0x11043
  0700 0300 763100 00                          // IFLA_IFNAME "v1"
  0800 0a00 02000000                           // IFLA_MASTER 2
  0800 0400 dc050000                           // IFLA_MTU 1500
  0500 1000 06 000000                          // IFLA_OPERSTATE 6
  0a00 0100 02000000 0002 0000                 // IFLA_ADDRESS 02:00:00:00:00:02
  0800 0500 04000000                           // IFLA_LINK 4
  5001 0c80                                    // IFLA_PROTINFO
    0500 0100 00 000000                        // IFLA_BRPORT_STATE 0
    0600 0200 2000 0000                        // IFLA_BRPORT_PRIORITY 32
    0800 0300 07000000                         // IFLA_BRPORT_COST 7
    0500 0400 00 000000                        // IFLA_BRPORT_MODE 0
    0500 0500 00 000000                        // IFLA_BRPORT_GUARD 0
    0500 0600 00 000000                        // IFLA_BRPORT_PROTECT 0
    0500 0700 00 000000                        // IFLA_BRPORT_FAST_LEAVE 0
    0500 1c00 00 000000                        // IFLA_BRPORT_MCAST_TO_UCAST 0
    0500 0800 01 000000                        // IFLA_BRPORT_LEARNING 1
    0500 0900 01 000000                        // IFLA_BRPORT_UNICAST_FLOOD 1
    0500 1b00 01 000000                        // IFLA_BRPORT_MCAST_FLOOD 1
    0500 1e00 01 000000                        // IFLA_BRPORT_BCAST_FLOOD 1
    0500 0a00 00 000000                        // IFLA_BRPORT_PROXYARP 0
    0500 0c00 00 000000                        // IFLA_BRPORT_PROXYARP_WIFI 0
    0c00 0d00 80000200 00000009                // IFLA_BRPORT_ROOT_ID
    0c00 0e00 80000200 00000009                // IFLA_BRPORT_BRIDGE_ID
    0600 0f00 0180 0000                        // IFLA_BRPORT_DESIGNATED_PORT 32769
    0600 1000 0000 0000                        // IFLA_BRPORT_DESIGNATED_COST 0
    0600 1100 0180 0000                        // IFLA_BRPORT_ID 32769
    0600 1200 0100 0000                        // IFLA_BRPORT_NO 1
    0500 1300 00 000000                        // IFLA_BRPORT_TOPOLOGY_CHANGE_ACK 0
    0500 1400 00 000000                        // IFLA_BRPORT_CONFIG_PENDING 0
    0500 1d00 00 000000                        // IFLA_BRPORT_VLAN_TUNNEL 0
    0600 1f00 0000 0000                        // IFLA_BRPORT_GROUP_FWD_MASK 0
    0500 2000 00 000000                        // IFLA_BRPORT_NEIGH_SUPPRESS 0
    0500 2300 00 000000                        // IFLA_BRPORT_MRP_RING_OPEN 0
    0500 2400 00 000000                        // IFLA_BRPORT_MRP_IN_OPEN 0
    0500 2100 00 000000                        // IFLA_BRPORT_ISOLATED 0
    0500 2700 00 000000                        // IFLA_BRPORT_LOCKED 0
    0500 2800 00 000000                        // IFLA_BRPORT_MAB 0
    0500 2b00 00 000000                        // IFLA_BRPORT_NEIGH_VLAN_SUPPRESS 0
    0c00 1500 00000000 00000000                // IFLA_BRPORT_MESSAGE_AGE_TIMER
    0c00 1600 00000000 00000000                // IFLA_BRPORT_FORWARD_DELAY_TIMER
    0c00 1700 00000000 00000000                // IFLA_BRPORT_HOLD_TIMER
    0500 1900 01 000000                        // IFLA_BRPORT_MULTICAST_ROUTER 1
    0800 2500 00020000                         // IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT 512
    0800 2600 00000000                         // IFLA_BRPORT_MCAST_EHT_HOSTS_CNT 0
    0800 2900 00000000                         // IFLA_BRPORT_MCAST_N_GROUPS 0
    0800 2a00 00000000                         // IFLA_BRPORT_MCAST_MAX_GROUPS 0`;

  test("AF_BRIDGE: IFLA_PROTINFO is the port's data", () => {
    const { body, family, problems, unknown } = read(COST, { 2: "br0", 4: "v0" });
    expect(family).toBe(7);
    expect(shown(body)).toEqual({
      ifindex: 3,
      ifname: "v1",
      flags: ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"],
      link_type: "ether",
      master: "br0",
      mtu: 1500,
      operstate: "UP",
      address: "02:00:00:00:00:02",
      link: "v0",
      linkinfo: { info_slave_kind: "bridge", info_slave_data: { ...PORT_DATA, cost: 7 } },
    });
    expect([problems, unknown]).toEqual([[], []]);
  });

  // ip link set v1 nomaster
  const LEFT = `
  54000000 1100 0000 00000000 00000000         // nlmsghdr: 84 bytes, RTM_DELLINK
  07 00 0100 03000000 43100100 00000000        // ifinfomsg: AF_BRIDGE, ARPHRD_ETHER, index 3, flags 0x11043
  0700 0300 763100 00                          // IFLA_IFNAME "v1"
  0800 0a00 02000000                           // IFLA_MASTER 2
  0800 0400 dc050000                           // IFLA_MTU 1500
  0500 1000 06 000000                          // IFLA_OPERSTATE 6
  0a00 0100 02000000 0002 0000                 // IFLA_ADDRESS 02:00:00:00:00:02
  0800 0500 04000000                           // IFLA_LINK 4`;

  test("AF_BRIDGE: a port that leaves names the master that it leaves", () => {
    const { body, family } = read(LEFT, { 2: "br0" });
    expect(family).toBe(7);
    expect(shown(body)).toEqual({
      ifindex: 3,
      ifname: "v1",
      flags: ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"],
      link_type: "ether",
      master: "br0",
      mtu: 1500,
      operstate: "UP",
      address: "02:00:00:00:00:02",
      link: "if4",
    });
  });
});

// ip tuntap add dev tap0 mode tap pi user 4000000 group 4000001
test("tun: its type by name, ids without an account as numbers", () => {
  const { body, problems, unknown } = read(`
  b8000000 1000 0200 00000000 00000000         // nlmsghdr: 184 bytes, RTM_NEWLINK
  00 00 0100 05000000 02100000 00000000        // ifinfomsg: AF_UNSPEC, ARPHRD_ETHER, index 5, flags 0x1002
  0900 0300 74617030 00 000000                 // IFLA_IFNAME "tap0"
  0800 0d00 e8030000                           // IFLA_TXQLEN 1000
  0500 1000 02 000000                          // IFLA_OPERSTATE 2
  0800 0400 dc050000                           // IFLA_MTU 1500
  0800 1b00 00000000                           // IFLA_GROUP 0
  0a00 0100 0ec6c1c8 7bd1 0000                 // IFLA_ADDRESS 0e:c6:c1:c8:7b:d1
  0a00 0200 ffffffff ffff 0000                 // IFLA_BROADCAST ff:ff:ff:ff:ff:ff
  4800 1200                                    // IFLA_LINKINFO
    0800 0100 74756e00                         // IFLA_INFO_KIND "tun"
    3c00 0200                                  // IFLA_INFO_DATA
      0500 0300 02 000000                      // IFLA_TUN_TYPE 2
      0800 0100 00093d00                       // IFLA_TUN_OWNER 4000000
      0800 0200 01093d00                       // IFLA_TUN_GROUP 4000001
      0500 0400 01 000000                      // IFLA_TUN_PI 1
      0500 0500 00 000000                      // IFLA_TUN_VNET_HDR 0
      0500 0600 01 000000                      // IFLA_TUN_PERSIST 1
      0500 0700 00 000000                      // IFLA_TUN_MULTI_QUEUE 0
  0900 0600 6e6f6f70 00 000000                 // IFLA_QDISC "noop"`);
  expect(shown(body)).toEqual({
    ifindex: 5,
    ifname: "tap0",
    flags: ["BROADCAST", "MULTICAST"],
    mtu: 1500,
    qdisc: "noop",
    operstate: "DOWN",
    group: "default",
    txqlen: 1000,
    link_type: "ether",
    address: "0e:c6:c1:c8:7b:d1",
    broadcast: "ff:ff:ff:ff:ff:ff",
    linkinfo: {
      info_kind: "tun",
      info_data: {
        type: "tap",
        pi: true,
        vnet_hdr: false,
        multi_queue: false,
        persist: true,
        user: 4000000,
        group: 4000001,
      },
    },
  });
  expect([problems, unknown]).toEqual([[], []]);
});

// ip link add link eth1 name eth1.101 type vlan id 101 ingress-qos-map 6:7 egress-qos-map 4:5, from the corpus (message 1236)
test("vlan: its protocol and flags by name, and both maps", () => {
  const { body, problems, unknown } = read(`
  70000000 1000 0000 00000000 00000000         // nlmsghdr: 112 bytes, RTM_NEWLINK
  00 00 0100 22000000 43100100 00000000        // ifinfomsg: AF_UNSPEC, ARPHRD_ETHER, index 34, flags 0x11043
  5000 1200                                    // IFLA_LINKINFO
    0900 0100 766c616e 00 000000               // IFLA_INFO_KIND "vlan"
    4000 0200                                  // IFLA_INFO_DATA
      0600 0500 8100 0000                      // IFLA_VLAN_PROTOCOL 0x8100
      0600 0100 6500 0000                      // IFLA_VLAN_ID 101
      0c00 0200 01000000 ffffffff              // IFLA_VLAN_FLAGS
      1000 0400 0c000100 06000000 07000000     // IFLA_VLAN_INGRESS_QOS
      1000 0300 0c000100 04000000 05000000     // IFLA_VLAN_EGRESS_QOS`);
  expect(shown(body)).toEqual({
    ifindex: 34,
    ifname: "if34",
    flags: ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"],
    link_type: "ether",
    linkinfo: {
      info_kind: "vlan",
      info_data: {
        protocol: "802.1Q",
        id: 101,
        flags: ["REORDER_HDR"],
        ingress_qos: [{ from: 6, to: 7 }],
        egress_qos: [{ from: 4, to: 5 }],
      },
    },
  });
  expect([problems, unknown]).toEqual([[], []]);
});

// ip link set lo up: what IPv6 says of it
test("AF_INET6: of IFLA_PROTINFO the address generation mode is state", () => {
  const text = `
  e4020000 1000 0000 00000000 00000000         // nlmsghdr: 740 bytes, RTM_NEWLINK
  0a 00 0403 01000000 49000100 00000000        // ifinfomsg: AF_INET6, ARPHRD_LOOPBACK, index 1, flags 0x10049
  0700 0300 6c6f00 00                          // IFLA_IFNAME "lo"
  0a00 0100 00000000 0000 0000                 // IFLA_ADDRESS 00:00:00:00:00:00
  0800 0400 00000100                           // IFLA_MTU 65536
  0500 1000 00 000000                          // IFLA_OPERSTATE 0
  a002 0c00                                    // IFLA_PROTINFO
    0800 0100 00000080                         // IFLA_INET6_FLAGS IF_READY
    1400 0500 ffff0000 de650600 f4820000 e8030000 // IFLA_INET6_CACHEINFO
    f400 0200                                  // IFLA_INET6_CONF
      00000000 40000000 00000100 01000000 01000000 01000000 01000000 ffffffff
      a00f0000 e8030000 ffffffff 803a0900 80510100 03000000 58020000 10000000
      00000000 01000000 01000000 01000000 60ea0000 00*24 ffffffff 00000000
      00000000 10270000 e8030000 01000000 00000000 00000000 01000000 00000000
      00000000 01000000 00*16 80ee3600 00000000 00000000 01000000 00*20
      00040000 00000000 ffff0000 ffffffff 01000000 00*12
    3401 0300 26000000 00*300                  // IFLA_INET6_STATS
    3c00 0600 07000000 00*52                   // IFLA_INET6_ICMP6STATS
    1400 0700 00*16                            // IFLA_INET6_TOKEN
    0500 0800 00 000000                        // IFLA_INET6_ADDR_GEN_MODE 0`;
  const { body, family, problems, unknown } = read(text);
  expect(family).toBe(10);
  expect(shown(body)).toEqual({
    ifindex: 1,
    ifname: "lo",
    flags: ["LOOPBACK", "UP", "LOWER_UP"],
    link_type: "loopback",
    address: "00:00:00:00:00:00",
    mtu: 65536,
    operstate: "UNKNOWN",
    inet6_addr_gen_mode: "eui64",
  });
  expect([problems, unknown]).toEqual([[], []]);
  const all = readLink(messageOf(wire(text)), everything())!.body.protinfo as {
    stats: number[];
    icmp6stats: number[];
  };
  // Each begins with how many there are of it, itself among them.
  expect([all.stats.length, all.stats[0]]).toEqual([38, 38]);
  expect([all.icmp6stats.length, all.icmp6stats[0]]).toEqual([7, 7]);
});

// ip link add $(printf 'a\377\033b') type veth, cut to its name
test("a name that is no UTF-8: its stray byte in hex, control characters as they are", () => {
  const { body } = read(`
  2c000000 1000 0000 00000000 00000000         // nlmsghdr: 44 bytes, RTM_NEWLINK
  00 00 0100 06000000 02100000 ffffffff        // ifinfomsg: AF_UNSPEC, ARPHRD_ETHER, index 6, flags 0x1002
  0900 0300 61ff1b62 00 000000                 // IFLA_IFNAME "a\\xff\\x1bb"`);
  expect(body.ifname).toBe("a\\xff\u001bb");
});

/** A message of one's own: a header of AF_UNSPEC for index 1, with the flags and the type given, and attributes. */
const own = (arphrd: string, flags: string, attributes: string): string => {
  const size = wire(attributes).length + 32;
  return `${(size & 0xff).toString(16).padStart(2, "0")} ${(size >> 8).toString(16).padStart(2, "0")} 0000
    1000 0000 00000000 00000000  00 00 ${arphrd} 01000000 ${flags} 00000000 ${attributes}`;
};

describe("link_type decides how a hardware address is written", () => {
  // 198.51.100.7 and 198.51.100.9, and 2001:db8::7
  const four = "0800 0100 c6336407  0800 0200 c6336409";
  const sixteen = "1400 0100 20010db8000000000000000000000007";
  const cases: [arphrd: string, link_type: string, attributes: string, address: string][] = [
    ["0003", "ipip", four, "198.51.100.7"],
    ["0803", "sit", four, "198.51.100.7"],
    ["0a03", "gre", four, "198.51.100.7"],
    ["0103", "tunnel6", sixteen, "2001:db8::7"],
    ["3703", "gre6", sixteen, "2001:db8::7"],
    ["0100", "ether", four, "c6:33:64:07"],
    ["0a03", "gre", sixteen, "20:01:0d:b8:00:00:00:00:00:00:00:00:00:00:00:07"],
    ["feff", "none", "0400 0100", ""],
    ["e703", "[999]", four, "c6:33:64:07"],
  ];
  for (const [arphrd, link_type, attributes, address] of cases)
    test(`${link_type}: ${address || "none"}`, () => {
      expect(shown(read(own(arphrd, "00000000", attributes)).body)).toMatchObject({ link_type, address });
    });

  test("of a point-to-point device, broadcast is the peer", () => {
    const IFF_POINTOPOINT = "10000000";
    const { body } = read(own("0803", IFF_POINTOPOINT, four));
    expect([body.broadcast, body.link_pointtopoint]).toEqual(["198.51.100.9", true]);
    expect(read(own("0803", "00000000", four)).body.link_pointtopoint).toBeUndefined();
    expect(read(own("0803", IFF_POINTOPOINT, "0800 0100 c6336407")).body.link_pointtopoint).toBeUndefined();
  });
});

describe("flags", () => {
  const flags = (value: string): string[] => read(own("0100", value, "")).body.flags;

  test("of a device that is up and not running, NO-CARRIER comes first; IFF_RUNNING is not shown", () => {
    expect(flags("01000000")).toEqual(["NO-CARRIER", "UP"]);
    expect(flags("41000000")).toEqual(["UP"]);
    expect(flags("40000000")).toEqual([]);
    expect(flags("00000000")).toEqual([]);
  });

  test("every one in ip's order, and those without a name in hex", () => {
    expect(flags("ffff07ff")).toEqual([
      "LOOPBACK",
      "BROADCAST",
      "POINTOPOINT",
      "MULTICAST",
      "NOARP",
      "ALLMULTI",
      "PROMISC",
      "MASTER",
      "SLAVE",
      "DEBUG",
      "DYNAMIC",
      "AUTOMEDIA",
      "PORTSEL",
      "NOTRAILERS",
      "UP",
      "LOWER_UP",
      "DORMANT",
      "ECHO",
      "ff000000",
    ]);
  });
});

describe("single attributes", () => {
  const body = (attributes: string): unknown => shown(read(own("0100", "00000000", attributes)).body);
  const none = body("");
  const cases: [title: string, attributes: string, keys: object][] = [
    ["no peer: link is null", "0800 0500 00000000", { link: null }],
    ["no peer, another namespace", "0800 0500 00000000 0800 2500 01000000", { link: null, link_netnsid: 1 }],
    ["a namespace without an id is -1", "0800 2500 ffffffff", { link_netnsid: -1 }],
    ["operstate", "0500 1000 06 000000", { operstate: "UP" }],
    ["an operstate without a name", "0500 1000 09 000000", { operstate_index: 9 }],
    ["a link mode without a name", "0500 1100 02 000000", { linkmode_index: 2 }],
    [
      "a permanent address",
      "0a00 0100 020000000001 0000 0a00 3600 020000000002 0000",
      {
        address: "02:00:00:00:00:01",
        permaddr: "02:00:00:00:00:02",
      },
    ],
    [
      "a permanent address that is the address",
      "0a00 0100 020000000001 0000 0a00 3600 020000000001 0000",
      {
        address: "02:00:00:00:00:01",
      },
    ],
    ["proto_down", "0500 2700 01 000000", { proto_down: true }],
    ["no proto_down", "0500 2700 00 000000", {}],
    [
      "reasons of proto_down: bits 0 and 3",
      "0c00 3780 0800 0200 09000000",
      { proto_down_reason: ["0", "3"] },
    ],
    ["no reason", "0c00 3780 0800 0200 00000000", {}],
    ["an event", "0800 2c00 02000000", { event: "FEATURE CHANGE" }],
    [
      "xdp, generic, program 42",
      "1c00 2b80 0500 0200 02 000000 0800 0400 2a000000 0800 0600 2a000000",
      {
        xdp: { mode: 2, prog: { id: 42 }, attached: [{ mode: 2, prog: { id: 42 } }] },
      },
    ],
    ["no xdp", "0c00 2b80 0500 0200 00 000000", {}],
    ["later duplicates win", "0800 0400 dc050000 0800 0400 28230000", { mtu: 9000 }],
    ["the nested flag and byte-order flag are no part of the number", "0800 04c0 28230000", { mtu: 9000 }],
    ["a name ends at the first NUL", "0a00 0300 6574683078 00 0000", { ifname: "eth0x" }],
    ["alias in UTF-8", "0900 1400 7ac3bc7a 00 000000", { ifalias: "z\u00fcz" }],
    [
      "devices of a kind without a table have its name alone",
      "1800 1280 0800 0100 666f6f00 0c00 0280 0800 0100 01000000",
      {
        linkinfo: { info_kind: "foo" },
      },
    ],
  ];
  for (const [title, attributes, keys] of cases)
    test(title, () => {
      expect(body(attributes)).toEqual({ ...(none as object), ...keys });
    });
});

describe("virtual functions", () => {
  // No machine with them to record from: written after struct ifla_vf_* of linux/if_link.h.
  const VFS = `
    b000 1680                       // IFLA_VFINFO_LIST
      ac00 0180                     // IFLA_VF_INFO
        2800 0100 00000000 020000000010 00*26 // IFLA_VF_MAC: vf 0, 02:00:00:00:00:10
        1000 0200 00000000 64000000 03000000  // IFLA_VF_VLAN: vf 0, vlan 100, qos 3
        0c00 0300 00000000 00000000 // IFLA_VF_TX_RATE: none
        0c00 0400 00000000 01000000 // IFLA_VF_SPOOFCHK: on
        0c00 0500 00000000 01000000 // IFLA_VF_LINK_STATE: enable
        1000 0600 00000000 0a000000 e8030000  // IFLA_VF_RATE: from 10 to 1000 Mbit/s
        0c00 0700 00000000 ffffffff // IFLA_VF_RSS_QUERY_EN: the driver does not say
        0c00 0900 00000000 00000000 // IFLA_VF_TRUST: off
        2400 0d00 ffffffffffff 00*26 // IFLA_VF_BROADCAST`;

  test("as ip -j -d link shows them", () => {
    const { body, problems, unknown } = read(own("0100", "00000000", VFS));
    expect(shown(body.vfinfo_list ?? [])).toEqual([
      {
        vf: 0,
        link_type: "ether",
        address: "02:00:00:00:00:10",
        vlan: 100,
        qos: 3,
        spoofchk: true,
        link_state: "enable",
        rate: { max_tx: 1000, min_tx: 10 },
        trust: false,
        broadcast: "ff:ff:ff:ff:ff:ff",
      },
    ]);
    expect([problems, unknown]).toEqual([[], []]);
  });

  test("with structs that are too short, the rest is read", () => {
    const { body, problems } = read(
      own("0100", "00000000", "1c00 1680 1800 0180 0800 0100 00000000 0c00 0400 00000000 01000000"),
    );
    expect(shown(body.vfinfo_list ?? [])).toEqual([{ spoofchk: true }]);
    expect(problems).toEqual([
      { path: "IFLA_VFINFO_LIST/IFLA_VF_INFO/IFLA_VF_MAC", problem: "4 bytes, at least 36 expected" },
    ]);
  });
});

describe("shorter and longer than today's", () => {
  test("a header that is not whole is no link, and a problem", () => {
    const cx = new RtContext(new Devs());
    const header = wire("1c000000 1000 0000 00000000 00000000  00 00 0100 01000000 00000000");
    expect(readLink(messageOf(header), cx)).toBeUndefined();
    expect(cx.problems).toEqual([{ path: "ifinfomsg", problem: "12 bytes, 16 expected" }]);
  });

  test("a header alone is a link", () => {
    expect(shown(read(own("0100", "00000000", "")).body)).toEqual({
      ifindex: 1,
      ifname: "if1",
      flags: [],
      link_type: "ether",
    });
  });

  /** IFLA_STATS64 with so many counters: 1, 2, 3, ... */
  function stats64(count: number) {
    let counters = "";
    for (let n = 1; n <= count; n++) counters += `${n.toString(16).padStart(2, "0")}00000000000000`;
    const size = (4 + 8 * count).toString(16).padStart(2, "0");
    const cx = everything();
    const { body } = readLink(messageOf(wire(own("0100", "00000000", `${size}00 1700 ${counters}`))), cx)!;
    return { stats: body.stats64, problems: cx.problems.length, unknown: cx.unknown.length };
  }

  test("counters as the kernel had them at first, as it has them now, and with one more", () => {
    const { stats } = stats64(23);
    expect([stats?.rx.packets, stats?.tx.packets, stats?.rx.compressed, stats?.tx.compressed]).toEqual([
      1, 2, 22, 23,
    ]);
    expect(stats?.rx).not.toHaveProperty("nohandler");
    expect(stats64(24).stats?.rx.nohandler).toBe(24);
    expect(stats64(24).stats?.rx).not.toHaveProperty("otherhost");
    expect(stats64(25).stats?.rx.otherhost).toBe(25);
    expect(stats64(26)).toEqual(stats64(25));
    expect(stats64(26).problems).toBe(0);
  });

  test("fewer counters than there ever were are kept as they came", () => {
    expect(stats64(22)).toEqual({ stats: undefined, problems: 1, unknown: 1 });
  });

  test("a counter beyond 2^53 keeps its digits", () => {
    const counters = `${"ff".repeat(8)}${"00".repeat(22 * 8)}`;
    const { body } = readLink(
      messageOf(wire(own("0100", "00000000", `bc00 1700 ${counters}`))),
      everything(),
    )!;
    expect(JSON.stringify(body.stats64?.rx.packets)).toBe("18446744073709551615");
  });

  test("a number with too few bytes is a problem, kept as unknown, and the rest is read", () => {
    const { body, problems, unknown } = read(
      own("0100", "00000000", "0600 0400 dc05 0000 0700 0300 763000 00"),
    );
    expect(shown(body)).toEqual({ ifindex: 1, ifname: "v0", flags: [], link_type: "ether" });
    expect(problems).toEqual([{ path: "IFLA_MTU", problem: "2 bytes, at least 4 expected" }]);
    expect(unknown).toEqual([{ path: "IFLA_MTU", hex: "dc05" }]);
  });

  test("also with one byte too few, which the padding after it would fill", () => {
    const { body, problems } = read(own("0100", "00000000", "0700 0400 dc0500 00"));
    expect(body.mtu).toBeUndefined();
    expect(problems).toEqual([{ path: "IFLA_MTU", problem: "3 bytes, at least 4 expected" }]);
  });

  test("a number with more bytes than today is read", () => {
    expect(read(own("0100", "00000000", "0c00 0400 dc050000 ffffffff")).body.mtu).toBe(1500);
  });

  test("attributes without a row are kept with their path", () => {
    const nested = `0800 e803 01020304
      2000 1280 0800 0100 74756e00 1400 0280 0500 6300 aa 000000 0500 0400 01 000000`;
    const { body, problems, unknown } = read(own("0100", "00000000", nested));
    expect(body.linkinfo).toEqual({ info_kind: "tun", info_data: { pi: true } });
    expect(problems).toEqual([]);
    expect(unknown).toEqual([
      { path: "1000", hex: "01020304" },
      { path: "IFLA_LINKINFO/IFLA_INFO_DATA/99", hex: "aa" },
    ]);
  });

  test("data without a kind beside it is a problem", () => {
    const { problems, unknown } = read(own("0100", "00000000", "0c00 1280 0800 0280 aabbccdd"));
    expect(problems).toEqual([{ path: "IFLA_LINKINFO/IFLA_INFO_DATA", problem: "no info_kind beside it" }]);
    expect(unknown).toEqual([{ path: "IFLA_LINKINFO/IFLA_INFO_DATA", hex: "aabbccdd" }]);
  });

  test("data before its kind is read as well", () => {
    const text = "1800 1280 0c00 0280 0500 0400 01 000000 0800 0100 74756e00";
    expect(read(own("0100", "00000000", text)).body.linkinfo).toEqual({
      info_data: { pi: true },
      info_kind: "tun",
    });
  });
});

test("linkRequest: one link, or all; virtual functions too, no counters", () => {
  // ifinfomsg: AF_UNSPEC, index 5; IFLA_EXT_MASK RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS
  expect(linkRequest(5).toHex()).toBe("00000000050000000000000000000000" + "08001d0009000000");
  expect(linkRequest().toHex()).toBe("00000000000000000000000000000000" + "08001d0009000000");
});
