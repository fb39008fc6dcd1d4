import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add link ib0 name ib0.8001 type ipoib pkey 0x8001 mode connected, the request (n-p-r)
test("a child with a key", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0a00 0100 69706f69 6200 0000                   // IFLA_INFO_KIND "ipoib"
    1400 0200                                      // IFLA_INFO_DATA
      0600 0100 0180 0000                          // IFLA_IPOIB_PKEY 0x8001
      0600 0200 0100 0000                          // IFLA_IPOIB_MODE connected`),
  ).toEqual({ info_kind: "ipoib", info_data: { key: "0x8001", mode: "connected" } });
});

// By hand: ip link add link ib0 name ib0.8002 type ipoib pkey 0x8002 mode datagram umcast 1
test("datagram mode", () => {
  expect(
    linkinfo(`
  2c00 1200                                        // IFLA_LINKINFO
    0a00 0100 69706f69 6200 0000                   // IFLA_INFO_KIND "ipoib"
    1c00 0200                                      // IFLA_INFO_DATA
      0600 0100 0280 0000                          // IFLA_IPOIB_PKEY 0x8002
      0600 0200 0000 0000                          // IFLA_IPOIB_MODE datagram
      0600 0300 0100 0000                          // IFLA_IPOIB_UMCAST 0001`),
  ).toEqual({ info_kind: "ipoib", info_data: { key: "0x8002", mode: "datagram", umcast: "0001" } });
});
