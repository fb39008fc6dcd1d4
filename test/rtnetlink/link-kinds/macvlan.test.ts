import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add mv0 link v0 type macvlan mode source macaddr set 02:00:00:00:00:11 02:00:00:00:00:12
test("source mode", () => {
  expect(
    linkinfo(`
  5800 1200                                        // IFLA_LINKINFO
    0c00 0100 6d616376 6c616e00                    // IFLA_INFO_KIND "macvlan"
    4800 0200                                      // IFLA_INFO_DATA
      0800 0100 10000000                           // IFLA_MACVLAN_MODE source
      0600 0200 0000 0000                          // IFLA_MACVLAN_FLAGS 0
      0800 0600 02000000                           // IFLA_MACVLAN_MACADDR_COUNT 2
      1c00 0500                                    // IFLA_MACVLAN_MACADDR_DATA
        0a00 0400 02000000 0012 0000               // IFLA_MACVLAN_MACADDR
        0a00 0400 02000000 0011 0000               // IFLA_MACVLAN_MACADDR
      0800 0700 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN 1000
      0800 0800 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN_USED 1000`),
  ).toEqual({
    info_kind: "macvlan",
    info_data: {
      mode: "source",
      bcqueuelen: 1000,
      usedbcqueuelen: 1000,
      macaddr_count: 2,
      macaddr_data: ["02:00:00:00:00:12", "02:00:00:00:00:11"],
    },
  });
});

// mode source (n-p-r)
test("source mode, of another kernel", () => {
  expect(
    linkinfo(`
  5800 1200                                        // IFLA_LINKINFO
    0c00 0100 6d616376 6c616e00                    // IFLA_INFO_KIND "macvlan"
    4800 0200                                      // IFLA_INFO_DATA
      0800 0100 10000000                           // IFLA_MACVLAN_MODE source
      0600 0200 0000 0000                          // IFLA_MACVLAN_FLAGS 0
      0800 0600 02000000                           // IFLA_MACVLAN_MACADDR_COUNT 2
      1c00 0500                                    // IFLA_MACVLAN_MACADDR_DATA
        0a00 0400 00234567 891d 0000               // IFLA_MACVLAN_MACADDR
        0a00 0400 00234567 891c 0000               // IFLA_MACVLAN_MACADDR
      0800 0700 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN 1000
      0800 0800 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN_USED 1000`),
  ).toEqual({
    info_kind: "macvlan",
    info_data: {
      mode: "source",
      bcqueuelen: 1000,
      usedbcqueuelen: 1000,
      macaddr_count: 2,
      macaddr_data: ["00:23:45:67:89:1d", "00:23:45:67:89:1c"],
    },
  });
});

// ip link add mv0 link v0 type macvlan mode passthru nopromisc
test("passthru, nopromisc", () => {
  expect(
    linkinfo(`
  3c00 1200                                        // IFLA_LINKINFO
    0c00 0100 6d616376 6c616e00                    // IFLA_INFO_KIND "macvlan"
    2c00 0200                                      // IFLA_INFO_DATA
      0800 0100 08000000                           // IFLA_MACVLAN_MODE passthru
      0600 0200 0100 0000                          // IFLA_MACVLAN_FLAGS 1
      0800 0600 00000000                           // IFLA_MACVLAN_MACADDR_COUNT 0
      0800 0700 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN 1000
      0800 0800 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN_USED 1000`),
  ).toEqual({
    info_kind: "macvlan",
    info_data: { mode: "passthru", nopromisc: true, bcqueuelen: 1000, usedbcqueuelen: 1000 },
  });
});

// ip link add mv0 link v0 type macvlan mode vepa bcqueuelen 50 nodst
test("vepa; the number of source addresses means nothing", () => {
  expect(
    linkinfo(`
  3c00 1200                                        // IFLA_LINKINFO
    0c00 0100 6d616376 6c616e00                    // IFLA_INFO_KIND "macvlan"
    2c00 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_MACVLAN_MODE vepa
      0600 0200 0200 0000                          // IFLA_MACVLAN_FLAGS 2
      0800 0600 00000000                           // IFLA_MACVLAN_MACADDR_COUNT 0
      0800 0700 32000000                           // IFLA_MACVLAN_BC_QUEUE_LEN 50
      0800 0800 32000000                           // IFLA_MACVLAN_BC_QUEUE_LEN_USED 50`),
  ).toEqual({
    info_kind: "macvlan",
    info_data: { mode: "vepa", nodst: true, bcqueuelen: 50, usedbcqueuelen: 50 },
  });
});

// ip link add mt0 link v0 type macvtap mode bridge
test("macvtap", () => {
  expect(
    linkinfo(`
  3c00 1200                                        // IFLA_LINKINFO
    0c00 0100 6d616376 74617000                    // IFLA_INFO_KIND "macvtap"
    2c00 0200                                      // IFLA_INFO_DATA
      0800 0100 04000000                           // IFLA_MACVLAN_MODE bridge
      0600 0200 0000 0000                          // IFLA_MACVLAN_FLAGS 0
      0800 0600 00000000                           // IFLA_MACVLAN_MACADDR_COUNT 0
      0800 0700 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN 1000
      0800 0800 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN_USED 1000`),
  ).toEqual({ info_kind: "macvtap", info_data: { mode: "bridge", bcqueuelen: 1000, usedbcqueuelen: 1000 } });
});

// mode private (n-p-r)
test("macvtap of another kernel", () => {
  expect(
    linkinfo(`
  3c00 1200                                        // IFLA_LINKINFO
    0c00 0100 6d616376 74617000                    // IFLA_INFO_KIND "macvtap"
    2c00 0200                                      // IFLA_INFO_DATA
      0800 0100 01000000                           // IFLA_MACVLAN_MODE private
      0600 0200 0000 0000                          // IFLA_MACVLAN_FLAGS 0
      0800 0600 00000000                           // IFLA_MACVLAN_MACADDR_COUNT 0
      0800 0700 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN 1000
      0800 0800 e8030000                           // IFLA_MACVLAN_BC_QUEUE_LEN_USED 1000`),
  ).toEqual({ info_kind: "macvtap", info_data: { mode: "private", bcqueuelen: 1000, usedbcqueuelen: 1000 } });
});

// By hand: ip link set mv0 type macvlan bclim -1
test("a broadcast cutoff", () => {
  expect(
    linkinfo(`
  2c00 1200                                        // IFLA_LINKINFO
    0c00 0100 6d616376 6c616e00                    // IFLA_INFO_KIND "macvlan"
    1c00 0200                                      // IFLA_INFO_DATA
      0800 0100 04000000                           // IFLA_MACVLAN_MODE bridge
      0600 0200 0000 0000                          // IFLA_MACVLAN_FLAGS 0
      0800 0900 ffffffff                           // IFLA_MACVLAN_BC_CUTOFF -1`),
  ).toEqual({ info_kind: "macvlan", info_data: { mode: "bridge", bclim: -1 } });
});
