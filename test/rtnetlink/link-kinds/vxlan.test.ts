import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add vx0 type vxlan id 42 group 239.1.1.1 dev v0 local 192.0.2.1 dstport 4789 srcport 10000 20000
//   ttl inherit tos 0x10 ageing 30 maxaddress 100 nolearning gbp
test("a multicast group", () => {
  expect(
    linkinfo(
      `
  f400 1200                                        // IFLA_LINKINFO
    0a00 0100 76786c61 6e00 0000                   // IFLA_INFO_KIND "vxlan"
    e400 0200                                      // IFLA_INFO_DATA
      0800 0100 2a000000                           // IFLA_VXLAN_ID 42
      0800 0200 ef010101                           // IFLA_VXLAN_GROUP 239.1.1.1
      0800 0300 03000000                           // IFLA_VXLAN_LINK 3
      0800 0400 c0000201                           // IFLA_VXLAN_LOCAL 192.0.2.1
      0500 0500 00 000000                          // IFLA_VXLAN_TTL 0
      0500 1c00 01 000000                          // IFLA_VXLAN_TTL_INHERIT true
      0500 0600 10 000000                          // IFLA_VXLAN_TOS 0x10
      0500 1d00 00 000000                          // IFLA_VXLAN_DF unset
      0800 1a00 00000000                           // IFLA_VXLAN_LABEL 0
      0800 2000 00000000                           // IFLA_VXLAN_LABEL_POLICY 0
      0500 0700 00 000000                          // IFLA_VXLAN_LEARNING false
      0500 0b00 00 000000                          // IFLA_VXLAN_PROXY false
      0500 0c00 00 000000                          // IFLA_VXLAN_RSC false
      0500 0d00 00 000000                          // IFLA_VXLAN_L2MISS false
      0500 0e00 00 000000                          // IFLA_VXLAN_L3MISS false
      0500 1900 00 000000                          // IFLA_VXLAN_COLLECT_METADATA false
      0800 0800 1e000000                           // IFLA_VXLAN_AGEING 30
      0800 0900 64000000                           // IFLA_VXLAN_LIMIT 100
      0600 0f00 12b5 0000                          // IFLA_VXLAN_PORT 4789
      0500 1200 01 000000                          // IFLA_VXLAN_UDP_CSUM true
      0500 1300 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_TX false
      0500 1400 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_RX false
      0500 1500 00 000000                          // IFLA_VXLAN_REMCSUM_TX false
      0500 1600 00 000000                          // IFLA_VXLAN_REMCSUM_RX false
      0500 1f00 01 000000                          // IFLA_VXLAN_LOCALBYPASS true
      0800 0a00 27104e20                           // IFLA_VXLAN_PORT_RANGE
      0400 1700                                    // IFLA_VXLAN_GBP
      0c00 2100 77000000 000000ff                  // IFLA_VXLAN_RESERVED_BITS 0x77000000000000ff`,
      { 3: "v0" },
    ),
  ).toEqual({
    info_kind: "vxlan",
    info_data: {
      id: 42,
      group: "239.1.1.1",
      link: "v0",
      local: "192.0.2.1",
      tos: "0x10",
      df: "unset",
      learning: false,
      proxy: false,
      rsc: false,
      l2miss: false,
      l3miss: false,
      external: false,
      ageing: 30,
      limit: 100,
      port: 4789,
      udp_csum: true,
      udp_zero_csum6_tx: false,
      udp_zero_csum6_rx: false,
      remcsum_tx: false,
      remcsum_rx: false,
      localbypass: true,
      port_range: { low: 10000, high: 20000 },
      gbp: true,
      reserved_bits: "0x77000000000000ff",
    },
  });
});

// ip link add vx0 type vxlan id 43 remote 2001:db8::1 local 2001:db8::2 dstport 4789 ttl 7 flowlabel
//   0x12345 df set udp6zerocsumrx
test("over IPv6", () => {
  expect(
    linkinfo(`
  0001 1200                                        // IFLA_LINKINFO
    0a00 0100 76786c61 6e00 0000                   // IFLA_INFO_KIND "vxlan"
    f000 0200                                      // IFLA_INFO_DATA
      0800 0100 2b000000                           // IFLA_VXLAN_ID 43
      1400 1000 20010db8 00000000 00000000 00000001 // IFLA_VXLAN_GROUP6
      1400 1100 20010db8 00000000 00000000 00000002 // IFLA_VXLAN_LOCAL6 2001:db8::2
      0500 0500 07 000000                          // IFLA_VXLAN_TTL 7
      0500 1c00 00 000000                          // IFLA_VXLAN_TTL_INHERIT false
      0500 0600 00 000000                          // IFLA_VXLAN_TOS 0
      0500 1d00 01 000000                          // IFLA_VXLAN_DF set
      0800 1a00 00012345                           // IFLA_VXLAN_LABEL 0x12345
      0800 2000 00000000                           // IFLA_VXLAN_LABEL_POLICY 0
      0500 0700 01 000000                          // IFLA_VXLAN_LEARNING true
      0500 0b00 00 000000                          // IFLA_VXLAN_PROXY false
      0500 0c00 00 000000                          // IFLA_VXLAN_RSC false
      0500 0d00 00 000000                          // IFLA_VXLAN_L2MISS false
      0500 0e00 00 000000                          // IFLA_VXLAN_L3MISS false
      0500 1900 00 000000                          // IFLA_VXLAN_COLLECT_METADATA false
      0800 0800 2c010000                           // IFLA_VXLAN_AGEING 300
      0800 0900 00000000                           // IFLA_VXLAN_LIMIT 0
      0600 0f00 12b5 0000                          // IFLA_VXLAN_PORT 4789
      0500 1200 01 000000                          // IFLA_VXLAN_UDP_CSUM true
      0500 1300 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_TX false
      0500 1400 01 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_RX true
      0500 1500 00 000000                          // IFLA_VXLAN_REMCSUM_TX false
      0500 1600 00 000000                          // IFLA_VXLAN_REMCSUM_RX false
      0500 1f00 01 000000                          // IFLA_VXLAN_LOCALBYPASS true
      0800 0a00 00000000                           // IFLA_VXLAN_PORT_RANGE
      0c00 2100 f7ffffff 000000ff                  // IFLA_VXLAN_RESERVED_BITS 0xf7ffffff000000ff`),
  ).toEqual({
    info_kind: "vxlan",
    info_data: {
      id: 43,
      remote6: "2001:db8::1",
      local6: "2001:db8::2",
      df: "set",
      label: "0x12345",
      learning: true,
      proxy: false,
      rsc: false,
      l2miss: false,
      l3miss: false,
      external: false,
      ageing: 300,
      port: 4789,
      udp_csum: true,
      udp_zero_csum6_tx: false,
      udp_zero_csum6_rx: true,
      remcsum_tx: false,
      remcsum_rx: false,
      localbypass: true,
      port_range: { low: 0, high: 0 },
      reserved_bits: "0xf7ffffff000000ff",
      ttl: 7,
    },
  });
});

// ip link add vx0 type vxlan id 44 group ff02::1:3 dev v0 dstport 8472 df inherit proxy rsc l2miss l3miss
test("a multicast group of IPv6", () => {
  expect(
    linkinfo(
      `
  f400 1200                                        // IFLA_LINKINFO
    0a00 0100 76786c61 6e00 0000                   // IFLA_INFO_KIND "vxlan"
    e400 0200                                      // IFLA_INFO_DATA
      0800 0100 2c000000                           // IFLA_VXLAN_ID 44
      1400 1000 ff020000 00000000 00000000 00010003 // IFLA_VXLAN_GROUP6
      0800 0300 03000000                           // IFLA_VXLAN_LINK 3
      0500 0500 00 000000                          // IFLA_VXLAN_TTL 0
      0500 1c00 00 000000                          // IFLA_VXLAN_TTL_INHERIT false
      0500 0600 00 000000                          // IFLA_VXLAN_TOS 0
      0500 1d00 02 000000                          // IFLA_VXLAN_DF inherit
      0800 1a00 00000000                           // IFLA_VXLAN_LABEL 0
      0800 2000 00000000                           // IFLA_VXLAN_LABEL_POLICY 0
      0500 0700 01 000000                          // IFLA_VXLAN_LEARNING true
      0500 0b00 01 000000                          // IFLA_VXLAN_PROXY true
      0500 0c00 01 000000                          // IFLA_VXLAN_RSC true
      0500 0d00 01 000000                          // IFLA_VXLAN_L2MISS true
      0500 0e00 01 000000                          // IFLA_VXLAN_L3MISS true
      0500 1900 00 000000                          // IFLA_VXLAN_COLLECT_METADATA false
      0800 0800 2c010000                           // IFLA_VXLAN_AGEING 300
      0800 0900 00000000                           // IFLA_VXLAN_LIMIT 0
      0600 0f00 2118 0000                          // IFLA_VXLAN_PORT 8472
      0500 1200 01 000000                          // IFLA_VXLAN_UDP_CSUM true
      0500 1300 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_TX false
      0500 1400 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_RX false
      0500 1500 00 000000                          // IFLA_VXLAN_REMCSUM_TX false
      0500 1600 00 000000                          // IFLA_VXLAN_REMCSUM_RX false
      0500 1f00 01 000000                          // IFLA_VXLAN_LOCALBYPASS true
      0800 0a00 00000000                           // IFLA_VXLAN_PORT_RANGE
      0c00 2100 f7ffffff 000000ff                  // IFLA_VXLAN_RESERVED_BITS 0xf7ffffff000000ff`,
      { 3: "v0" },
    ),
  ).toEqual({
    info_kind: "vxlan",
    info_data: {
      id: 44,
      group6: "ff02::1:3",
      link: "v0",
      df: "inherit",
      learning: true,
      proxy: true,
      rsc: true,
      l2miss: true,
      l3miss: true,
      external: false,
      ageing: 300,
      port: 8472,
      udp_csum: true,
      udp_zero_csum6_tx: false,
      udp_zero_csum6_rx: false,
      remcsum_tx: false,
      remcsum_rx: false,
      localbypass: true,
      port_range: { low: 0, high: 0 },
      reserved_bits: "0xf7ffffff000000ff",
      ttl: 0,
    },
  });
});

// ip link add vx0 type vxlan dstport 4789 external vnifilter gpe
test("external, with a VNI filter", () => {
  expect(
    linkinfo(`
  e400 1200                                        // IFLA_LINKINFO
    0a00 0100 76786c61 6e00 0000                   // IFLA_INFO_KIND "vxlan"
    d400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_VXLAN_ID 0
      0500 0500 00 000000                          // IFLA_VXLAN_TTL 0
      0500 1c00 00 000000                          // IFLA_VXLAN_TTL_INHERIT false
      0500 0600 00 000000                          // IFLA_VXLAN_TOS 0
      0500 1d00 00 000000                          // IFLA_VXLAN_DF unset
      0800 1a00 00000000                           // IFLA_VXLAN_LABEL 0
      0800 2000 00000000                           // IFLA_VXLAN_LABEL_POLICY 0
      0500 0700 00 000000                          // IFLA_VXLAN_LEARNING false
      0500 0b00 00 000000                          // IFLA_VXLAN_PROXY false
      0500 0c00 00 000000                          // IFLA_VXLAN_RSC false
      0500 0d00 00 000000                          // IFLA_VXLAN_L2MISS false
      0500 0e00 00 000000                          // IFLA_VXLAN_L3MISS false
      0500 1900 01 000000                          // IFLA_VXLAN_COLLECT_METADATA true
      0800 0800 2c010000                           // IFLA_VXLAN_AGEING 300
      0800 0900 00000000                           // IFLA_VXLAN_LIMIT 0
      0600 0f00 12b5 0000                          // IFLA_VXLAN_PORT 4789
      0500 1200 01 000000                          // IFLA_VXLAN_UDP_CSUM true
      0500 1300 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_TX false
      0500 1400 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_RX false
      0500 1500 00 000000                          // IFLA_VXLAN_REMCSUM_TX false
      0500 1600 00 000000                          // IFLA_VXLAN_REMCSUM_RX false
      0500 1f00 01 000000                          // IFLA_VXLAN_LOCALBYPASS true
      0800 0a00 00000000                           // IFLA_VXLAN_PORT_RANGE
      0400 1b00                                    // IFLA_VXLAN_GPE
      0500 1e00 01 000000                          // IFLA_VXLAN_VNIFILTER true
      0c00 2100 c2ffff00 000000ff                  // IFLA_VXLAN_RESERVED_BITS 0xc2ffff00000000ff`),
  ).toEqual({
    info_kind: "vxlan",
    info_data: {
      id: 0,
      df: "unset",
      learning: false,
      proxy: false,
      rsc: false,
      l2miss: false,
      l3miss: false,
      external: true,
      ageing: 300,
      port: 4789,
      udp_csum: true,
      udp_zero_csum6_tx: false,
      udp_zero_csum6_rx: false,
      remcsum_tx: false,
      remcsum_rx: false,
      localbypass: true,
      port_range: { low: 0, high: 0 },
      gpe: true,
      vnifilter: true,
      reserved_bits: "0xc2ffff00000000ff",
      ttl: 0,
    },
  });
});

// id 101 remote 8.8.8.8 local 1.1.1.1 (n-p-r)
test("one remote end point, of another kernel", () => {
  expect(
    linkinfo(
      `
  f000 1200                                        // IFLA_LINKINFO
    0a00 0100 76786c61 6e00 0000                   // IFLA_INFO_KIND "vxlan"
    e000 0200                                      // IFLA_INFO_DATA
      0800 0100 65000000                           // IFLA_VXLAN_ID 101
      0800 0200 08080808                           // IFLA_VXLAN_GROUP 8.8.8.8
      0800 0300 14000000                           // IFLA_VXLAN_LINK 20
      0800 0400 01010101                           // IFLA_VXLAN_LOCAL 1.1.1.1
      0500 0500 00 000000                          // IFLA_VXLAN_TTL 0
      0500 1c00 00 000000                          // IFLA_VXLAN_TTL_INHERIT false
      0500 0600 00 000000                          // IFLA_VXLAN_TOS 0
      0500 1d00 00 000000                          // IFLA_VXLAN_DF unset
      0800 1a00 00000000                           // IFLA_VXLAN_LABEL 0
      0800 2000 00000000                           // IFLA_VXLAN_LABEL_POLICY 0
      0500 0700 01 000000                          // IFLA_VXLAN_LEARNING true
      0500 0b00 00 000000                          // IFLA_VXLAN_PROXY false
      0500 0c00 00 000000                          // IFLA_VXLAN_RSC false
      0500 0d00 00 000000                          // IFLA_VXLAN_L2MISS false
      0500 0e00 00 000000                          // IFLA_VXLAN_L3MISS false
      0500 1900 00 000000                          // IFLA_VXLAN_COLLECT_METADATA false
      0800 0800 2c010000                           // IFLA_VXLAN_AGEING 300
      0800 0900 00000000                           // IFLA_VXLAN_LIMIT 0
      0600 0f00 12b5 0000                          // IFLA_VXLAN_PORT 4789
      0500 1200 01 000000                          // IFLA_VXLAN_UDP_CSUM true
      0500 1300 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_TX false
      0500 1400 00 000000                          // IFLA_VXLAN_UDP_ZERO_CSUM6_RX false
      0500 1500 00 000000                          // IFLA_VXLAN_REMCSUM_TX false
      0500 1600 00 000000                          // IFLA_VXLAN_REMCSUM_RX false
      0500 1f00 01 000000                          // IFLA_VXLAN_LOCALBYPASS true
      0800 0a00 00000000                           // IFLA_VXLAN_PORT_RANGE
      0c00 2100 f7ffffff 000000ff                  // IFLA_VXLAN_RESERVED_BITS 0xf7ffffff000000ff`,
      { 20: "eth1" },
    ),
  ).toEqual({
    info_kind: "vxlan",
    info_data: {
      id: 101,
      remote: "8.8.8.8",
      link: "eth1",
      local: "1.1.1.1",
      df: "unset",
      learning: true,
      proxy: false,
      rsc: false,
      l2miss: false,
      l3miss: false,
      external: false,
      ageing: 300,
      port: 4789,
      udp_csum: true,
      udp_zero_csum6_tx: false,
      udp_zero_csum6_rx: false,
      remcsum_tx: false,
      remcsum_rx: false,
      localbypass: true,
      port_range: { low: 0, high: 0 },
      reserved_bits: "0xf7ffffff000000ff",
      ttl: 0,
    },
  });
});

// ip link add vxlan0 type vxlan id 100 remote 192.0.2.1 dstport 10240 ttl 16 mcroute, the request (n-p-r)
test("mcroute", () => {
  expect(
    linkinfo(`
  4400 1200                                        // IFLA_LINKINFO
    0a00 0100 76786c61 6e00 0000                   // IFLA_INFO_KIND "vxlan"
    3400 0200                                      // IFLA_INFO_DATA
      0500 0500 10 000000                          // IFLA_VXLAN_TTL 16
      0500 2200 01 000000                          // IFLA_VXLAN_MC_ROUTE true
      0800 0100 64000000                           // IFLA_VXLAN_ID 100
      0800 0200 c0000201                           // IFLA_VXLAN_GROUP 192.0.2.1
      0500 0700 01 000000                          // IFLA_VXLAN_LEARNING true
      0600 0f00 2800 0000                          // IFLA_VXLAN_PORT 10240`),
  ).toEqual({
    info_kind: "vxlan",
    info_data: { mcroute: true, id: 100, remote: "192.0.2.1", learning: true, port: 10240, ttl: 16 },
  });
});
