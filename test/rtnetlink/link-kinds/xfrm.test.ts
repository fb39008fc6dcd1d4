import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// if_id 0xa (n-p-r)
test("an interface id", () => {
  expect(
    linkinfo(
      `
  2400 1200                                        // IFLA_LINKINFO
    0900 0100 7866726d 00 000000                   // IFLA_INFO_KIND "xfrm"
    1400 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_XFRM_LINK 2
      0800 0200 0a000000                           // IFLA_XFRM_IF_ID 0xa`,
      { 2: "eth0" },
    ),
  ).toEqual({ info_kind: "xfrm", info_data: { if_id: "0xa" } });
});

// By hand: ip link add xfrm1 type xfrm external
test("external: the interface id means nothing", () => {
  expect(
    linkinfo(`
  2800 1200                                        // IFLA_LINKINFO
    0900 0100 7866726d 00 000000                   // IFLA_INFO_KIND "xfrm"
    1800 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_XFRM_LINK 0
      0800 0200 00000000                           // IFLA_XFRM_IF_ID 0
      0400 0300                                    // IFLA_XFRM_COLLECT_METADATA`),
  ).toEqual({ info_kind: "xfrm", info_data: { external: true } });
});

// if_id 0xa (n-p-r)
test("the device below, when everything is asked for", () => {
  expect(
    linkinfo(
      `
  2400 1200                                        // IFLA_LINKINFO
    0900 0100 7866726d 00 000000                   // IFLA_INFO_KIND "xfrm"
    1400 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_XFRM_LINK 2
      0800 0200 0a000000                           // IFLA_XFRM_IF_ID 0xa`,
      { 2: "eth0" },
      { all: true },
    ),
  ).toEqual({ info_kind: "xfrm", info_data: { if_id: "0xa", link: "eth0" } });
});
