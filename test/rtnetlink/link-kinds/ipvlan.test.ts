import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// mode l2 vepa (n-p-r)
test("vepa", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0b00 0100 6970766c 616e00 00                   // IFLA_INFO_KIND "ipvlan"
    1400 0200                                      // IFLA_INFO_DATA
      0600 0100 0000 0000                          // IFLA_IPVLAN_MODE l2
      0600 0200 0200 0000                          // IFLA_IPVLAN_FLAGS 2`),
  ).toEqual({ info_kind: "ipvlan", info_data: { mode: "l2", vepa: true } });
});

// mode l2 bridge (n-p-r)
test("bridge", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0b00 0100 6970766c 616e00 00                   // IFLA_INFO_KIND "ipvlan"
    1400 0200                                      // IFLA_INFO_DATA
      0600 0100 0000 0000                          // IFLA_IPVLAN_MODE l2
      0600 0200 0000 0000                          // IFLA_IPVLAN_FLAGS 0`),
  ).toEqual({ info_kind: "ipvlan", info_data: { mode: "l2", bridge: true } });
});

// By hand: ip link add link eth0 type ipvlan mode l3s private
test("private, layer 3", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0b00 0100 6970766c 616e00 00                   // IFLA_INFO_KIND "ipvlan"
    1400 0200                                      // IFLA_INFO_DATA
      0600 0100 0200 0000                          // IFLA_IPVLAN_MODE l3s
      0600 0200 0100 0000                          // IFLA_IPVLAN_FLAGS 1`),
  ).toEqual({ info_kind: "ipvlan", info_data: { mode: "l3s", private: true } });
});

// mode l2 vepa (n-p-r)
test("ipvtap", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0b00 0100 69707674 617000 00                   // IFLA_INFO_KIND "ipvtap"
    1400 0200                                      // IFLA_INFO_DATA
      0600 0100 0000 0000                          // IFLA_IPVLAN_MODE l2
      0600 0200 0200 0000                          // IFLA_IPVLAN_FLAGS 2`),
  ).toEqual({ info_kind: "ipvtap", info_data: { mode: "l2", vepa: true } });
});
