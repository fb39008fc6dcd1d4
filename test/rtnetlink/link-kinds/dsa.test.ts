import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// By hand: ip link set lan1 type dsa conduit eth0
test("a port of a switch", () => {
  expect(
    linkinfo(
      `
  1800 1200                                        // IFLA_LINKINFO
    0800 0100 64736100                             // IFLA_INFO_KIND "dsa"
    0c00 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_DSA_CONDUIT 2`,
      { 2: "eth0" },
    ),
  ).toEqual({ info_kind: "dsa", info_data: { conduit: "eth0" } });
});
