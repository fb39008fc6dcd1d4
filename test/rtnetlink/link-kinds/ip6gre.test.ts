import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add name foo type ip6gre ikey 42 okey 42 local fc00::1 remote fc00::2 ttl 64 encaplimit 2
//   flowlabel 42 fwmark 0x1234 encap-sport 4242 encap-dport 4242 (n-p-r)
test("ip6gre with keys", () => {
  expect(
    linkinfo(`
  ac00 1200                                        // IFLA_LINKINFO
    0b00 0100 69703667 726500 00                   // IFLA_INFO_KIND "ip6gre"
    9c00 0200                                      // IFLA_INFO_DATA
      0800 0400 0000002a                           // IFLA_GRE_IKEY 0.0.0.42
      0800 0500 0000002a                           // IFLA_GRE_OKEY 0.0.0.42
      0600 0200 2000 0000                          // IFLA_GRE_IFLAGS 8192
      0600 0300 2000 0000                          // IFLA_GRE_OFLAGS 8192
      1400 0600 fc000000 00000000 00000000 00000001 // IFLA_GRE_LOCAL fc00::1
      1400 0700 fc000000 00000000 00000000 00000002 // IFLA_GRE_REMOTE fc00::2
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0500 0b00 02 000000                          // IFLA_GRE_ENCAP_LIMIT 2
      0800 0c00 00000042                           // IFLA_GRE_FLOWINFO 66
      0800 0d00 00000000                           // IFLA_GRE_FLAGS 0
      0800 1400 34120000                           // IFLA_GRE_FWMARK 0x1234
      0500 1600 01 000000                          // IFLA_GRE_ERSPAN_VER 1
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0200 0000                          // IFLA_GRE_ENCAP_FLAGS 2
      0600 1000 1092 0000                          // IFLA_GRE_ENCAP_SPORT 4242
      0600 1100 1092 0000                          // IFLA_GRE_ENCAP_DPORT 4242`),
  ).toEqual({
    info_kind: "ip6gre",
    info_data: {
      remote: "fc00::2",
      local: "fc00::1",
      ttl: 64,
      ikey: "0.0.0.42",
      okey: "0.0.0.42",
      erspan_ver: 1,
      encap_limit: 2,
      tclass: "0x00",
      flowlabel: "0x00042",
      fwmark: "0x1234",
    },
  });
});

// ip link add name foo type ip6gre local fc00::1 remote fc00::2 dev lo (n-p-r)
test("ip6gre over a device", () => {
  expect(
    linkinfo(
      `
  b400 1200                                        // IFLA_LINKINFO
    0b00 0100 69703667 726500 00                   // IFLA_INFO_KIND "ip6gre"
    a400 0200                                      // IFLA_INFO_DATA
      0800 0400 00000000                           // IFLA_GRE_IKEY 0.0.0.0
      0800 0500 00000000                           // IFLA_GRE_OKEY 0.0.0.0
      0600 0200 0000 0000                          // IFLA_GRE_IFLAGS 0
      0600 0300 0000 0000                          // IFLA_GRE_OFLAGS 0
      1400 0600 fc000000 00000000 00000000 00000001 // IFLA_GRE_LOCAL fc00::1
      1400 0700 fc000000 00000000 00000000 00000002 // IFLA_GRE_REMOTE fc00::2
      0800 0100 01000000                           // IFLA_GRE_LINK 1
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0500 0b00 04 000000                          // IFLA_GRE_ENCAP_LIMIT 4
      0800 0c00 00000000                           // IFLA_GRE_FLOWINFO 0
      0800 0d00 00000000                           // IFLA_GRE_FLAGS 0
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0500 1600 01 000000                          // IFLA_GRE_ERSPAN_VER 1
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0200 0000                          // IFLA_GRE_ENCAP_FLAGS 2
      0600 1000 0000 0000                          // IFLA_GRE_ENCAP_SPORT 0
      0600 1100 0000 0000                          // IFLA_GRE_ENCAP_DPORT 0`,
      { 1: "lo" },
    ),
  ).toEqual({
    info_kind: "ip6gre",
    info_data: {
      remote: "fc00::2",
      local: "fc00::1",
      link: "lo",
      ttl: 64,
      erspan_ver: 1,
      encap_limit: 4,
      tclass: "0x00",
      flowlabel: "0x00000",
    },
  });
});

// ip link add name foo type ip6gre external (n-p-r)
test("ip6gre external", () => {
  expect(
    linkinfo(`
  1800 1200                                        // IFLA_LINKINFO
    0b00 0100 69703667 726500 00                   // IFLA_INFO_KIND "ip6gre"
    0800 0200                                      // IFLA_INFO_DATA
      0400 1200                                    // IFLA_GRE_COLLECT_METADATA`),
  ).toEqual({ info_kind: "ip6gre", info_data: { external: true, remote: "any", local: "any", ttl: 0 } });
});

// ip link add name foo type ip6gretap ikey 42 okey 42 local fc00::1 remote fc00::2 ttl 64 encaplimit 2
//   flowlabel 42 encap-sport 4242 encap-dport 4242 (n-p-r)
test("ip6gretap", () => {
  expect(
    linkinfo(`
  b000 1200                                        // IFLA_LINKINFO
    0e00 0100 69703667 72657461 7000 0000          // IFLA_INFO_KIND "ip6gretap"
    9c00 0200                                      // IFLA_INFO_DATA
      0800 0400 0000002a                           // IFLA_GRE_IKEY 0.0.0.42
      0800 0500 0000002a                           // IFLA_GRE_OKEY 0.0.0.42
      0600 0200 2000 0000                          // IFLA_GRE_IFLAGS 8192
      0600 0300 2000 0000                          // IFLA_GRE_OFLAGS 8192
      1400 0600 fc000000 00000000 00000000 00000001 // IFLA_GRE_LOCAL fc00::1
      1400 0700 fc000000 00000000 00000000 00000002 // IFLA_GRE_REMOTE fc00::2
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0500 0b00 02 000000                          // IFLA_GRE_ENCAP_LIMIT 2
      0800 0c00 00000042                           // IFLA_GRE_FLOWINFO 66
      0800 0d00 00000000                           // IFLA_GRE_FLAGS 0
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0500 1600 01 000000                          // IFLA_GRE_ERSPAN_VER 1
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0200 0000                          // IFLA_GRE_ENCAP_FLAGS 2
      0600 1000 1092 0000                          // IFLA_GRE_ENCAP_SPORT 4242
      0600 1100 1092 0000                          // IFLA_GRE_ENCAP_DPORT 4242`),
  ).toEqual({
    info_kind: "ip6gretap",
    info_data: {
      remote: "fc00::2",
      local: "fc00::1",
      ttl: 64,
      ikey: "0.0.0.42",
      okey: "0.0.0.42",
      erspan_ver: 1,
      encap_limit: 2,
      tclass: "0x00",
      flowlabel: "0x00042",
    },
  });
});

// ip link add name foo type ip6gretap external (n-p-r)
test("ip6gretap external", () => {
  expect(
    linkinfo(`
  1c00 1200                                        // IFLA_LINKINFO
    0e00 0100 69703667 72657461 7000 0000          // IFLA_INFO_KIND "ip6gretap"
    0800 0200                                      // IFLA_INFO_DATA
      0400 1200                                    // IFLA_GRE_COLLECT_METADATA`),
  ).toEqual({ info_kind: "ip6gretap", info_data: { external: true, remote: "any", local: "any", ttl: 0 } });
});

// ip link add foo type ip6erspan local fc00::1 remote fc00::2 key 123 seq erspan_ver 1 erspan 123 (n-p-r)
test("ip6erspan version 1", () => {
  expect(
    linkinfo(`
  b800 1200                                        // IFLA_LINKINFO
    0e00 0100 69703665 72737061 6e00 0000          // IFLA_INFO_KIND "ip6erspan"
    a400 0200                                      // IFLA_INFO_DATA
      0800 0400 0000007b                           // IFLA_GRE_IKEY 0.0.0.123
      0800 0500 0000007b                           // IFLA_GRE_OKEY 0.0.0.123
      0600 0200 3000 0000                          // IFLA_GRE_IFLAGS 12288
      0600 0300 3000 0000                          // IFLA_GRE_OFLAGS 12288
      1400 0600 fc000000 00000000 00000000 00000001 // IFLA_GRE_LOCAL fc00::1
      1400 0700 fc000000 00000000 00000000 00000002 // IFLA_GRE_REMOTE fc00::2
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0500 0b00 04 000000                          // IFLA_GRE_ENCAP_LIMIT 4
      0800 0c00 00000000                           // IFLA_GRE_FLOWINFO 0
      0800 0d00 00000000                           // IFLA_GRE_FLAGS 0
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0500 1600 01 000000                          // IFLA_GRE_ERSPAN_VER 1
      0800 1500 7b000000                           // IFLA_GRE_ERSPAN_INDEX 123
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0200 0000                          // IFLA_GRE_ENCAP_FLAGS 2
      0600 1000 0000 0000                          // IFLA_GRE_ENCAP_SPORT 0
      0600 1100 0000 0000                          // IFLA_GRE_ENCAP_DPORT 0`),
  ).toEqual({
    info_kind: "ip6erspan",
    info_data: {
      remote: "fc00::2",
      local: "fc00::1",
      ttl: 64,
      ikey: "0.0.0.123",
      okey: "0.0.0.123",
      iseq: true,
      oseq: true,
      erspan_index: 123,
      erspan_ver: 1,
      encap_limit: 4,
      tclass: "0x00",
      flowlabel: "0x00000",
    },
  });
});

// ip link add foo type ip6erspan local fd00::1 remote fd00::2 key 456 seq erspan_ver 2 erspan_dir ingress
//   erspan_hwid 17 (n-p-r)
test("ip6erspan version 2", () => {
  expect(
    linkinfo(`
  c000 1200                                        // IFLA_LINKINFO
    0e00 0100 69703665 72737061 6e00 0000          // IFLA_INFO_KIND "ip6erspan"
    ac00 0200                                      // IFLA_INFO_DATA
      0800 0400 000001c8                           // IFLA_GRE_IKEY 0.0.1.200
      0800 0500 000001c8                           // IFLA_GRE_OKEY 0.0.1.200
      0600 0200 3000 0000                          // IFLA_GRE_IFLAGS 12288
      0600 0300 3000 0000                          // IFLA_GRE_OFLAGS 12288
      1400 0600 fd000000 00000000 00000000 00000001 // IFLA_GRE_LOCAL fd00::1
      1400 0700 fd000000 00000000 00000000 00000002 // IFLA_GRE_REMOTE fd00::2
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0500 0b00 04 000000                          // IFLA_GRE_ENCAP_LIMIT 4
      0800 0c00 00000000                           // IFLA_GRE_FLOWINFO 0
      0800 0d00 00000000                           // IFLA_GRE_FLAGS 0
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0500 1600 02 000000                          // IFLA_GRE_ERSPAN_VER 2
      0500 1700 00 000000                          // IFLA_GRE_ERSPAN_DIR ingress
      0600 1800 1100 0000                          // IFLA_GRE_ERSPAN_HWID 0x11
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0200 0000                          // IFLA_GRE_ENCAP_FLAGS 2
      0600 1000 0000 0000                          // IFLA_GRE_ENCAP_SPORT 0
      0600 1100 0000 0000                          // IFLA_GRE_ENCAP_DPORT 0`),
  ).toEqual({
    info_kind: "ip6erspan",
    info_data: {
      remote: "fd00::2",
      local: "fd00::1",
      ttl: 64,
      ikey: "0.0.1.200",
      okey: "0.0.1.200",
      iseq: true,
      oseq: true,
      erspan_ver: 2,
      erspan_dir: "ingress",
      erspan_hwid: "0x11",
      encap_limit: 4,
      tclass: "0x00",
      flowlabel: "0x00000",
    },
  });
});

// By hand: ip link add g6 type ip6gre remote 2001:db8::1 encaplimit none tclass inherit flowlabel inherit
//   fwmark inherit dscp inherit allow-localremote
test("what is inherited replaces the value", () => {
  expect(
    linkinfo(`
  6400 1200                                        // IFLA_LINKINFO
    0b00 0100 69703667 726500 00                   // IFLA_INFO_KIND "ip6gre"
    5400 0200                                      // IFLA_INFO_DATA
      1400 0600 00000000 00000000 00000000 00000000 // IFLA_GRE_LOCAL any
      1400 0700 20010db8 00000000 00000000 00000001 // IFLA_GRE_REMOTE 2001:db8::1
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0500 0b00 04 000000                          // IFLA_GRE_ENCAP_LIMIT 4
      0800 0c00 0ab12345                           // IFLA_GRE_FLOWINFO 179381061
      0800 0d00 77000000                           // IFLA_GRE_FLAGS 119
      0800 1400 09000000                           // IFLA_GRE_FWMARK 0x9`),
  ).toEqual({
    info_kind: "ip6gre",
    info_data: {
      remote: "2001:db8::1",
      local: "any",
      ttl: 64,
      ip6_tnl_f_ign_encap_limit: true,
      ip6_tnl_f_use_orig_tclass: true,
      ip6_tnl_f_use_orig_flowlabel: true,
      ip6_tnl_f_rcv_dscp_copy: true,
      ip6_tnl_f_allow_local_remote: true,
      ip6_tnl_f_use_orig_fwmark: true,
    },
  });
});
