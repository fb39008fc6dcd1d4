import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add gtp0 type gtp role sgsn hsize 1024, the request (n-p-r)
test("an SGSN", () => {
  expect(
    linkinfo(`
  2800 1200                                        // IFLA_LINKINFO
    0800 0100 67747000                             // IFLA_INFO_KIND "gtp"
    1c00 0200                                      // IFLA_INFO_DATA
      0500 0500 01 000000                          // IFLA_GTP_CREATE_SOCKETS 1
      0800 0400 01000000                           // IFLA_GTP_ROLE sgsn
      0800 0300 00040000                           // IFLA_GTP_PDP_HASHSIZE 1024`),
  ).toEqual({ info_kind: "gtp", info_data: { role: "sgsn", hsize: 1024 } });
});

// By hand: ip link add gtp0 type gtp role ggsn restart_count 7, as the kernel tells it
test("a GGSN", () => {
  expect(
    linkinfo(`
  2800 1200                                        // IFLA_LINKINFO
    0800 0100 67747000                             // IFLA_INFO_KIND "gtp"
    1c00 0200                                      // IFLA_INFO_DATA
      0800 0300 00040000                           // IFLA_GTP_PDP_HASHSIZE 1024
      0800 0400 00000000                           // IFLA_GTP_ROLE ggsn
      0500 0600 07 000000                          // IFLA_GTP_RESTART_COUNT 7`),
  ).toEqual({ info_kind: "gtp", info_data: { hsize: 1024, role: "ggsn", restart_count: 7 } });
});
