import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add name foo type gre ikey 42 okey 42 local 192.0.2.1 remote 192.0.2.2 ttl 64 encap-sport 4242
//   encap-dport 4242 (the bytes have 192.0.2.1 twice) (n-p-r)
test("gre with keys", () => {
  expect(
    linkinfo(`
  8000 1200                                        // IFLA_LINKINFO
    0800 0100 67726500                             // IFLA_INFO_KIND "gre"
    7400 0200                                      // IFLA_INFO_DATA
      0800 0400 0000002a                           // IFLA_GRE_IKEY 0.0.0.42
      0800 0500 0000002a                           // IFLA_GRE_OKEY 0.0.0.42
      0600 0200 2000 0000                          // IFLA_GRE_IFLAGS 8192
      0600 0300 2000 0000                          // IFLA_GRE_OFLAGS 8192
      0800 0600 c0000201                           // IFLA_GRE_LOCAL 192.0.2.1
      0800 0700 c0000201                           // IFLA_GRE_REMOTE 192.0.2.1
      0500 0a00 01 000000                          // IFLA_GRE_PMTUDISC true
      0500 0900 00 000000                          // IFLA_GRE_TOS 0
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0000 0000                          // IFLA_GRE_ENCAP_FLAGS 0
      0600 1000 1092 0000                          // IFLA_GRE_ENCAP_SPORT 4242
      0600 1100 1092 0000                          // IFLA_GRE_ENCAP_DPORT 4242`),
  ).toEqual({
    info_kind: "gre",
    info_data: {
      remote: "192.0.2.1",
      local: "192.0.2.1",
      ttl: 64,
      ikey: "0.0.0.42",
      okey: "0.0.0.42",
      pmtudisc: true,
    },
  });
});

// ip link add name bar type gre local 192.0.2.1 remote 192.0.2.2 dev lo (n-p-r)
test("gre over a device", () => {
  expect(
    linkinfo(
      `
  8800 1200                                        // IFLA_LINKINFO
    0800 0100 67726500                             // IFLA_INFO_KIND "gre"
    7c00 0200                                      // IFLA_INFO_DATA
      0800 0400 00000000                           // IFLA_GRE_IKEY 0.0.0.0
      0800 0500 00000000                           // IFLA_GRE_OKEY 0.0.0.0
      0600 0200 0000 0000                          // IFLA_GRE_IFLAGS 0
      0600 0300 0000 0000                          // IFLA_GRE_OFLAGS 0
      0800 0600 c0000201                           // IFLA_GRE_LOCAL 192.0.2.1
      0800 0700 c0000202                           // IFLA_GRE_REMOTE 192.0.2.2
      0500 0a00 01 000000                          // IFLA_GRE_PMTUDISC true
      0500 0900 00 000000                          // IFLA_GRE_TOS 0
      0800 0100 01000000                           // IFLA_GRE_LINK 1
      0500 0800 00 000000                          // IFLA_GRE_TTL 0
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0000 0000                          // IFLA_GRE_ENCAP_FLAGS 0
      0600 1000 0000 0000                          // IFLA_GRE_ENCAP_SPORT 0
      0600 1100 0000 0000                          // IFLA_GRE_ENCAP_DPORT 0`,
      { 1: "lo" },
    ),
  ).toEqual({
    info_kind: "gre",
    info_data: { remote: "192.0.2.2", local: "192.0.2.1", link: "lo", ttl: 0, pmtudisc: true },
  });
});

// ip link add name foo type gre external (n-p-r)
test("gre external: both ends are any", () => {
  expect(
    linkinfo(`
  1400 1200                                        // IFLA_LINKINFO
    0800 0100 67726500                             // IFLA_INFO_KIND "gre"
    0800 0200                                      // IFLA_INFO_DATA
      0400 1200                                    // IFLA_GRE_COLLECT_METADATA`),
  ).toEqual({ info_kind: "gre", info_data: { external: true, remote: "any", local: "any", ttl: 0 } });
});

// ip link add name foo type gretap ikey 42 okey 42 local 192.0.2.1 remote 192.0.2.2 ttl 64 encap-sport 4242
//   encap-dport 4242 (n-p-r)
test("gretap", () => {
  expect(
    linkinfo(`
  8400 1200                                        // IFLA_LINKINFO
    0b00 0100 67726574 617000 00                   // IFLA_INFO_KIND "gretap"
    7400 0200                                      // IFLA_INFO_DATA
      0800 0400 0000002a                           // IFLA_GRE_IKEY 0.0.0.42
      0800 0500 0000002a                           // IFLA_GRE_OKEY 0.0.0.42
      0600 0200 2000 0000                          // IFLA_GRE_IFLAGS 8192
      0600 0300 2000 0000                          // IFLA_GRE_OFLAGS 8192
      0800 0600 c0000201                           // IFLA_GRE_LOCAL 192.0.2.1
      0800 0700 c0000201                           // IFLA_GRE_REMOTE 192.0.2.1
      0500 0a00 01 000000                          // IFLA_GRE_PMTUDISC true
      0500 0900 00 000000                          // IFLA_GRE_TOS 0
      0500 0800 40 000000                          // IFLA_GRE_TTL 64
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0000 0000                          // IFLA_GRE_ENCAP_FLAGS 0
      0600 1000 1092 0000                          // IFLA_GRE_ENCAP_SPORT 4242
      0600 1100 1092 0000                          // IFLA_GRE_ENCAP_DPORT 4242`),
  ).toEqual({
    info_kind: "gretap",
    info_data: {
      remote: "192.0.2.1",
      local: "192.0.2.1",
      ttl: 64,
      ikey: "0.0.0.42",
      okey: "0.0.0.42",
      pmtudisc: true,
    },
  });
});

// ip link add name foo type gretap external (n-p-r)
test("gretap external", () => {
  expect(
    linkinfo(`
  1800 1200                                        // IFLA_LINKINFO
    0b00 0100 67726574 617000 00                   // IFLA_INFO_KIND "gretap"
    0800 0200                                      // IFLA_INFO_DATA
      0400 1200                                    // IFLA_GRE_COLLECT_METADATA`),
  ).toEqual({ info_kind: "gretap", info_data: { external: true, remote: "any", local: "any", ttl: 0 } });
});

// ip link add foo type erspan local 192.168.1.1 remote 192.168.1.2 key 123 seq erspan_ver 1 erspan 123
//   (n-p-r)
test("erspan version 1", () => {
  expect(
    linkinfo(`
  9400 1200                                        // IFLA_LINKINFO
    0b00 0100 65727370 616e00 00                   // IFLA_INFO_KIND "erspan"
    8400 0200                                      // IFLA_INFO_DATA
      0800 0400 0000007b                           // IFLA_GRE_IKEY 0.0.0.123
      0800 0500 0000007b                           // IFLA_GRE_OKEY 0.0.0.123
      0600 0200 3000 0000                          // IFLA_GRE_IFLAGS 12288
      0600 0300 3000 0000                          // IFLA_GRE_OFLAGS 12288
      0800 0600 c0a80101                           // IFLA_GRE_LOCAL 192.168.1.1
      0800 0700 c0a80102                           // IFLA_GRE_REMOTE 192.168.1.2
      0500 0a00 01 000000                          // IFLA_GRE_PMTUDISC true
      0500 0900 00 000000                          // IFLA_GRE_TOS 0
      0500 0800 00 000000                          // IFLA_GRE_TTL 0
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0500 1600 01 000000                          // IFLA_GRE_ERSPAN_VER 1
      0800 1500 7b000000                           // IFLA_GRE_ERSPAN_INDEX 123
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0000 0000                          // IFLA_GRE_ENCAP_FLAGS 0
      0600 1000 0000 0000                          // IFLA_GRE_ENCAP_SPORT 0
      0600 1100 0000 0000                          // IFLA_GRE_ENCAP_DPORT 0`),
  ).toEqual({
    info_kind: "erspan",
    info_data: {
      remote: "192.168.1.2",
      local: "192.168.1.1",
      ttl: 0,
      ikey: "0.0.0.123",
      okey: "0.0.0.123",
      iseq: true,
      oseq: true,
      erspan_index: 123,
      erspan_ver: 1,
      pmtudisc: true,
    },
  });
});

// ip link add foo type erspan local 192.168.2.1 remote 192.168.2.2 key 456 seq erspan_ver 2 erspan_dir
//   egress erspan_hwid 17 (n-p-r)
test("erspan version 2", () => {
  expect(
    linkinfo(`
  9c00 1200                                        // IFLA_LINKINFO
    0b00 0100 65727370 616e00 00                   // IFLA_INFO_KIND "erspan"
    8c00 0200                                      // IFLA_INFO_DATA
      0800 0400 000001c8                           // IFLA_GRE_IKEY 0.0.1.200
      0800 0500 000001c8                           // IFLA_GRE_OKEY 0.0.1.200
      0600 0200 3000 0000                          // IFLA_GRE_IFLAGS 12288
      0600 0300 3000 0000                          // IFLA_GRE_OFLAGS 12288
      0800 0600 c0a80201                           // IFLA_GRE_LOCAL 192.168.2.1
      0800 0700 c0a80202                           // IFLA_GRE_REMOTE 192.168.2.2
      0500 0a00 01 000000                          // IFLA_GRE_PMTUDISC true
      0500 0900 00 000000                          // IFLA_GRE_TOS 0
      0500 0800 00 000000                          // IFLA_GRE_TTL 0
      0800 1400 00000000                           // IFLA_GRE_FWMARK 0
      0500 1600 02 000000                          // IFLA_GRE_ERSPAN_VER 2
      0500 1700 01 000000                          // IFLA_GRE_ERSPAN_DIR egress
      0600 1800 1100 0000                          // IFLA_GRE_ERSPAN_HWID 0x11
      0600 0e00 0000 0000                          // IFLA_GRE_ENCAP_TYPE 0
      0600 0f00 0000 0000                          // IFLA_GRE_ENCAP_FLAGS 0
      0600 1000 0000 0000                          // IFLA_GRE_ENCAP_SPORT 0
      0600 1100 0000 0000                          // IFLA_GRE_ENCAP_DPORT 0`),
  ).toEqual({
    info_kind: "erspan",
    info_data: {
      remote: "192.168.2.2",
      local: "192.168.2.1",
      ttl: 0,
      ikey: "0.0.1.200",
      okey: "0.0.1.200",
      iseq: true,
      oseq: true,
      erspan_ver: 2,
      erspan_dir: "egress",
      erspan_hwid: "0x11",
      pmtudisc: true,
    },
  });
});

// By hand: ip link add gt0 type gretap remote 192.0.2.1 tos inherit nopmtudisc ignore-df csum seq encap gue
//   encap-sport auto encap-dport 5555 encap-csum encap-remcsum fwmark 0x10
test("gretap in UDP, without a key", () => {
  expect(
    linkinfo(`
  9400 1200                                        // IFLA_LINKINFO
    0b00 0100 67726574 617000 00                   // IFLA_INFO_KIND "gretap"
    8400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_GRE_LINK 0
      0600 0200 9000 0000                          // IFLA_GRE_IFLAGS 36864
      0600 0300 9000 0000                          // IFLA_GRE_OFLAGS 36864
      0800 0400 00000007                           // IFLA_GRE_IKEY 0.0.0.7
      0800 0500 00000007                           // IFLA_GRE_OKEY 0.0.0.7
      0800 0600 00000000                           // IFLA_GRE_LOCAL any
      0800 0700 c0000201                           // IFLA_GRE_REMOTE 192.0.2.1
      0500 0800 00 000000                          // IFLA_GRE_TTL 0
      0500 0900 01 000000                          // IFLA_GRE_TOS 0x1
      0500 0a00 00 000000                          // IFLA_GRE_PMTUDISC false
      0800 1400 10000000                           // IFLA_GRE_FWMARK 0x10
      0600 0e00 0200 0000                          // IFLA_GRE_ENCAP_TYPE 2
      0600 1000 0000 0000                          // IFLA_GRE_ENCAP_SPORT 0
      0600 1100 15b3 0000                          // IFLA_GRE_ENCAP_DPORT 5555
      0600 0f00 0500 0000                          // IFLA_GRE_ENCAP_FLAGS 5
      0500 1300 01 000000                          // IFLA_GRE_IGNORE_DF true`),
  ).toEqual({
    info_kind: "gretap",
    info_data: {
      remote: "192.0.2.1",
      local: "any",
      ttl: 0,
      iseq: true,
      oseq: true,
      icsum: true,
      ocsum: true,
      encap: { type: "gue", sport: 0, dport: 5555, csum: true, csum6: false, remcsum: true },
      tos: "0x1",
      pmtudisc: false,
      ignore_df: true,
      fwmark: "0x10",
    },
  });
});
