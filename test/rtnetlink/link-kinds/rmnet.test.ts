import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link show rm0 (n-p-r)
test("flags", () => {
  expect(
    linkinfo(`
  2800 1200                                        // IFLA_LINKINFO
    0a00 0100 726d6e65 7400 0000                   // IFLA_INFO_KIND "rmnet"
    1800 0200                                      // IFLA_INFO_DATA
      0600 0100 0a00 0000                          // IFLA_RMNET_MUX_ID 10
      0c00 0200 01000000 ffffffff                  // IFLA_RMNET_FLAGS`),
  ).toEqual({ info_kind: "rmnet", info_data: { mux_id: 10, flags: ["INGRESS_DEAGGREGATION"] } });
});

// By hand: ingress-deaggregation on ... egress-mapv5-checksum on
test("all flags, and one without a name", () => {
  expect(
    linkinfo(`
  2800 1200                                        // IFLA_LINKINFO
    0a00 0100 726d6e65 7400 0000                   // IFLA_INFO_KIND "rmnet"
    1800 0200                                      // IFLA_INFO_DATA
      0600 0100 fe00 0000                          // IFLA_RMNET_MUX_ID 254
      0c00 0200 7f000000 7f000000                  // IFLA_RMNET_FLAGS`),
  ).toEqual({
    info_kind: "rmnet",
    info_data: {
      mux_id: 254,
      flags: [
        "INGRESS_DEAGGREGATION",
        "INGRESS_MAP_COMMANDS",
        "INGRESS_MAP_CKSUMV4",
        "EGRESS_MAP_CKSUMV4",
        "INGRESS_MAP_CKSUMV5",
        "EGRESS_MAP_CKSUMV5",
        "40",
      ],
    },
  });
});
