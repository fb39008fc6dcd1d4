import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link show wwan1 (n-p-r)
test("a data channel", () => {
  expect(
    linkinfo(`
  1c00 1200                                        // IFLA_LINKINFO
    0900 0100 7777616e 00 000000                   // IFLA_INFO_KIND "wwan"
    0c00 0200                                      // IFLA_INFO_DATA
      0800 0100 01000000                           // IFLA_WWAN_LINK_ID 1`),
  ).toEqual({ info_kind: "wwan", info_data: { linkid: 1 } });
});

// ip link add wwan0p parentdev wwan0 type wwan linkid 15, the request (n-p-r)
test("the request", () => {
  expect(
    linkinfo(`
  1c00 1200                                        // IFLA_LINKINFO
    0900 0100 7777616e 00 000000                   // IFLA_INFO_KIND "wwan"
    0c00 0200                                      // IFLA_INFO_DATA
      0800 0100 0f000000                           // IFLA_WWAN_LINK_ID 15`),
  ).toEqual({ info_kind: "wwan", info_data: { linkid: 15 } });
});
