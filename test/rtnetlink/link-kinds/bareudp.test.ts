import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add bareudp0 type bareudp dstport 6635 ethertype mpls_uc (n-p-r)
test("MPLS", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0c00 0100 62617265 75647000                    // IFLA_INFO_KIND "bareudp"
    1400 0200                                      // IFLA_INFO_DATA
      0600 0100 19eb 0000                          // IFLA_BAREUDP_PORT 6635
      0600 0200 8847 0000                          // IFLA_BAREUDP_ETHERTYPE mpls_uc`),
  ).toEqual({ info_kind: "bareudp", info_data: { dstport: 6635, ethertype: "mpls_uc", multiproto: false } });
});

// By hand: ip link add bareudp0 type bareudp dstport 6635 ethertype ip srcportmin 49152 multiproto
test("several protocols", () => {
  expect(
    linkinfo(`
  3000 1200                                        // IFLA_LINKINFO
    0c00 0100 62617265 75647000                    // IFLA_INFO_KIND "bareudp"
    2000 0200                                      // IFLA_INFO_DATA
      0600 0100 19eb 0000                          // IFLA_BAREUDP_PORT 6635
      0600 0200 0800 0000                          // IFLA_BAREUDP_ETHERTYPE ip
      0600 0300 00c0 0000                          // IFLA_BAREUDP_SRCPORT_MIN 49152
      0400 0400                                    // IFLA_BAREUDP_MULTIPROTO_MODE`),
  ).toEqual({
    info_kind: "bareudp",
    info_data: { dstport: 6635, ethertype: "ip", srcportmin: 49152, multiproto: true },
  });
});

// By hand: ethertype 0x88b5
test("a protocol without a name", () => {
  expect(
    linkinfo(`
  2400 1200                                        // IFLA_LINKINFO
    0c00 0100 62617265 75647000                    // IFLA_INFO_KIND "bareudp"
    1400 0200                                      // IFLA_INFO_DATA
      0600 0100 19eb 0000                          // IFLA_BAREUDP_PORT 6635
      0600 0200 88b5 0000                          // IFLA_BAREUDP_ETHERTYPE [34997]`),
  ).toEqual({ info_kind: "bareudp", info_data: { dstport: 6635, ethertype: "[34997]", multiproto: false } });
});
