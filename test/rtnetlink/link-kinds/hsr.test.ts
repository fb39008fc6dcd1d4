import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// supervision 0x90 (n-p-r)
test("HSR", () => {
  expect(
    linkinfo(
      `
  3c00 1200                                        // IFLA_LINKINFO
    0800 0100 68737200                             // IFLA_INFO_KIND "hsr"
    3000 0200                                      // IFLA_INFO_DATA
      0800 0100 2c000000                           // IFLA_HSR_SLAVE1 44
      0800 0200 2a000000                           // IFLA_HSR_SLAVE2 42
      0a00 0400 01154e00 0190 0000                 // IFLA_HSR_SUPERVISION_ADDR 01:15:4e:00:01:90
      0600 0500 09fc 0000                          // IFLA_HSR_SEQ_NR 64521
      0500 0700 00 000000                          // IFLA_HSR_PROTOCOL 0`,
      { 42: "eth2", 44: "eth1" },
    ),
  ).toEqual({
    info_kind: "hsr",
    info_data: {
      slave1: "eth1",
      slave2: "eth2",
      supervision_addr: "01:15:4e:00:01:90",
      seq_nr: 64521,
      proto: 0,
    },
  });
});

// version 1 (n-p-r)
test("with an interlink", () => {
  expect(
    linkinfo(
      `
  4c00 1200                                        // IFLA_LINKINFO
    0800 0100 68737200                             // IFLA_INFO_KIND "hsr"
    4000 0200                                      // IFLA_INFO_DATA
      0800 0100 04000000                           // IFLA_HSR_SLAVE1 4
      0800 0200 06000000                           // IFLA_HSR_SLAVE2 6
      0800 0800 09000000                           // IFLA_HSR_INTERLINK 9
      0a00 0400 01154e00 0100 0000                 // IFLA_HSR_SUPERVISION_ADDR 01:15:4e:00:01:00
      0600 0500 fffb 0000                          // IFLA_HSR_SEQ_NR 64511
      0500 0600 01 000000                          // IFLA_HSR_VERSION 1
      0500 0700 00 000000                          // IFLA_HSR_PROTOCOL 0`,
      { 4: "eth1", 6: "eth2", 9: "eth3" },
    ),
  ).toEqual({
    info_kind: "hsr",
    info_data: {
      slave1: "eth1",
      slave2: "eth2",
      interlink: "eth3",
      supervision_addr: "01:15:4e:00:01:00",
      seq_nr: 64511,
      version: 1,
      proto: 0,
    },
  });
});

// By hand: ip link add prp0 type hsr slave1 eth1 slave2 eth2 proto 1; ip link del eth1
test("PRP whose first port is gone", () => {
  expect(
    linkinfo(
      `
  3c00 1200                                        // IFLA_LINKINFO
    0800 0100 68737200                             // IFLA_INFO_KIND "hsr"
    3000 0200                                      // IFLA_INFO_DATA
      0800 0200 03000000                           // IFLA_HSR_SLAVE2 3
      0a00 0400 01154e00 0100 0000                 // IFLA_HSR_SUPERVISION_ADDR 01:15:4e:00:01:00
      0600 0500 4100 0000                          // IFLA_HSR_SEQ_NR 65
      0500 0700 01 000000                          // IFLA_HSR_PROTOCOL 1
      0500 0600 00 000000                          // IFLA_HSR_VERSION 0`,
      { 3: "eth2" },
    ),
  ).toEqual({
    info_kind: "hsr",
    info_data: {
      slave1: null,
      slave2: "eth2",
      supervision_addr: "01:15:4e:00:01:00",
      seq_nr: 65,
      proto: 1,
      version: 0,
    },
  });
});
