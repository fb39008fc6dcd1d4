import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add dev bat0 type batadv ra BATMAN_IV, the request (n-p-r)
test("the algorithm is only in requests, and not shown", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0b00 0100 62617461 647600 00                   // IFLA_INFO_KIND "batadv"
    1400 0200                                      // IFLA_INFO_DATA
      0e00 0100 4241544d 414e5f49 5600 0000        // IFLA_BATADV_ALGO_NAME BATMAN_IV`),
  ).toEqual({ info_kind: "batadv", info_data: {} });
});

// ip link add dev bat0 type batadv ra BATMAN_IV, the request (n-p-r)
test("it is there when everything is asked for", () => {
  expect(
    linkinfo(
      `
  2400 1200                                        // IFLA_LINKINFO
    0b00 0100 62617461 647600 00                   // IFLA_INFO_KIND "batadv"
    1400 0200                                      // IFLA_INFO_DATA
      0e00 0100 4241544d 414e5f49 5600 0000        // IFLA_BATADV_ALGO_NAME BATMAN_IV`,
      {},
      { all: true },
    ),
  ).toEqual({ info_kind: "batadv", info_data: { algo_name: "BATMAN_IV" } });
});
