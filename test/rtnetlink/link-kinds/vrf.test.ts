import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// A VRF with table 10 (n-p-r)
test("vrf", () => {
  expect(
    linkinfo(`
  1800 1200                                        // IFLA_LINKINFO
    0800 0100 76726600                             // IFLA_INFO_KIND "vrf"
    0c00 0200                                      // IFLA_INFO_DATA
      0800 0100 0a000000                           // IFLA_VRF_TABLE 10`),
  ).toEqual({ info_kind: "vrf", info_data: { table: 10 } });
});

// ip link set veth20 master vrf-blue (n-p-r)
test("a port", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0900 0100 76657468 00 000000                   // IFLA_INFO_KIND "veth"
    0800 0400 76726600                             // IFLA_INFO_SLAVE_KIND "vrf"
    0c00 0500                                      // IFLA_INFO_SLAVE_DATA
      0800 0100 0a000000                           // IFLA_VRF_PORT_TABLE 10`),
  ).toEqual({ info_kind: "veth", info_slave_kind: "vrf", info_slave_data: { table: 10 } });
});
