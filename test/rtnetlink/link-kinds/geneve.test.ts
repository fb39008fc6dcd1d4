import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// An interface with most options (n-p-r)
test("over IPv6", () => {
  expect(
    linkinfo(`
  7400 1200                                        // IFLA_LINKINFO
    0b00 0100 67656e65 766500 00                   // IFLA_INFO_KIND "geneve"
    6400 0200                                      // IFLA_INFO_DATA
      0800 0100 2a000000                           // IFLA_GENEVE_ID 42
      1400 0700 20010db8 00000000 00000000 00000001 // IFLA_GENEVE_REMOTE6 2001:db8::1
      0500 0900 00 000000                          // IFLA_GENEVE_UDP_ZERO_CSUM6_TX false
      0500 0300 0a 000000                          // IFLA_GENEVE_TTL 10
      0500 0400 12 000000                          // IFLA_GENEVE_TOS 0x12
      0800 0b00 0001e240                           // IFLA_GENEVE_LABEL 0x1e240
      0500 0d00 01 000000                          // IFLA_GENEVE_DF set
      0600 0500 115c 0000                          // IFLA_GENEVE_PORT 4444
      0500 0a00 00 000000                          // IFLA_GENEVE_UDP_ZERO_CSUM6_RX false
      0500 0c00 00 000000                          // IFLA_GENEVE_TTL_INHERIT false
      0400 0e00                                    // IFLA_GENEVE_INNER_PROTO_INHERIT`),
  ).toEqual({
    info_kind: "geneve",
    info_data: {
      id: 42,
      remote6: "2001:db8::1",
      udp_zero_csum6_tx: false,
      tos: "0x12",
      label: "0x1e240",
      df: "set",
      port: 4444,
      udp_zero_csum6_rx: false,
      inner_proto_inherit: true,
      ttl: 10,
    },
  });
});

// ip link add geneve4 type geneve id 1 remote 192.168.1.1 local 10.0.0.1, the request (n-p-r)
test("a local address", () => {
  expect(
    linkinfo(`
  4400 1200                                        // IFLA_LINKINFO
    0b00 0100 67656e65 766500 00                   // IFLA_INFO_KIND "geneve"
    3400 0200                                      // IFLA_INFO_DATA
      0800 0100 01000000                           // IFLA_GENEVE_ID 1
      0800 0200 c0a80101                           // IFLA_GENEVE_REMOTE 192.168.1.1
      0800 1100 0a000001                           // IFLA_GENEVE_LOCAL 10.0.0.1
      0800 0b00 00000000                           // IFLA_GENEVE_LABEL 0
      0500 0300 00 000000                          // IFLA_GENEVE_TTL 0
      0500 0400 00 000000                          // IFLA_GENEVE_TOS 0`),
  ).toEqual({ info_kind: "geneve", info_data: { id: 1, remote: "192.168.1.1", local: "10.0.0.1", ttl: 0 } });
});

// ip link add geneve6 type geneve id 2 remote 2001:db8::1 local 2001:db8::2, the request (n-p-r)
test("a local address of IPv6", () => {
  expect(
    linkinfo(`
  5c00 1200                                        // IFLA_LINKINFO
    0b00 0100 67656e65 766500 00                   // IFLA_INFO_KIND "geneve"
    4c00 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_GENEVE_ID 2
      1400 0700 20010db8 00000000 00000000 00000001 // IFLA_GENEVE_REMOTE6 2001:db8::1
      1400 1200 20010db8 00000000 00000000 00000002 // IFLA_GENEVE_LOCAL6 2001:db8::2
      0800 0b00 00000000                           // IFLA_GENEVE_LABEL 0
      0500 0300 00 000000                          // IFLA_GENEVE_TTL 0
      0500 0400 00 000000                          // IFLA_GENEVE_TOS 0`),
  ).toEqual({
    info_kind: "geneve",
    info_data: { id: 2, remote6: "2001:db8::1", local6: "2001:db8::2", ttl: 0 },
  });
});

// By hand: ip link add gnv0 type geneve external ttl inherit
test("external; the ttl is inherited", () => {
  expect(
    linkinfo(`
  7800 1200                                        // IFLA_LINKINFO
    0b00 0100 67656e65 766500 00                   // IFLA_INFO_KIND "geneve"
    6800 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_GENEVE_ID 0
      0800 0200 00000000                           // IFLA_GENEVE_REMOTE 0
      0500 0300 00 000000                          // IFLA_GENEVE_TTL 0
      0500 0400 00 000000                          // IFLA_GENEVE_TOS 0
      0600 0500 17c1 0000                          // IFLA_GENEVE_PORT 6081
      0400 0600                                    // IFLA_GENEVE_COLLECT_METADATA
      0500 0800 01 000000                          // IFLA_GENEVE_UDP_CSUM true
      0500 0900 00 000000                          // IFLA_GENEVE_UDP_ZERO_CSUM6_TX false
      0500 0a00 00 000000                          // IFLA_GENEVE_UDP_ZERO_CSUM6_RX false
      0800 0b00 00000000                           // IFLA_GENEVE_LABEL 0
      0500 0c00 01 000000                          // IFLA_GENEVE_TTL_INHERIT true
      0500 0d00 02 000000                          // IFLA_GENEVE_DF inherit
      0800 0f00 0001ffff                           // IFLA_GENEVE_PORT_RANGE`),
  ).toEqual({
    info_kind: "geneve",
    info_data: {
      id: 0,
      port: 6081,
      external: true,
      udp_csum: true,
      udp_zero_csum6_tx: false,
      udp_zero_csum6_rx: false,
      df: "inherit",
    },
  });
});
