import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add nktest0 type netkit peer name nktest1 (n-p-r)
test("a pair", () => {
  expect(
    linkinfo(`
  2c00 1200                                        // IFLA_LINKINFO
    0b00 0100 6e65746b 697400 00                   // IFLA_INFO_KIND "netkit"
    1c00 0200                                      // IFLA_INFO_DATA
      0500 0200 01 000000                          // IFLA_NETKIT_PRIMARY primary
      0800 0300 00000000                           // IFLA_NETKIT_POLICY forward
      0800 0500 01000000                           // IFLA_NETKIT_MODE l3`),
  ).toEqual({ info_kind: "netkit", info_data: { type: "primary", policy: "forward", mode: "l3" } });
});

// By hand: ip link add nk0 type netkit mode l2 blackhole scrub none peer forward name nk1: nk1
test("the peer, with all that is newer", () => {
  expect(
    linkinfo(`
  5c00 1200                                        // IFLA_LINKINFO
    0b00 0100 6e65746b 697400 00                   // IFLA_INFO_KIND "netkit"
    4c00 0200                                      // IFLA_INFO_DATA
      0500 0200 00 000000                          // IFLA_NETKIT_PRIMARY peer
      0800 0300 00000000                           // IFLA_NETKIT_POLICY forward
      0800 0400 02000000                           // IFLA_NETKIT_PEER_POLICY blackhole
      0800 0500 00000000                           // IFLA_NETKIT_MODE l2
      0800 0600 01000000                           // IFLA_NETKIT_SCRUB default
      0800 0700 00000000                           // IFLA_NETKIT_PEER_SCRUB none
      0600 0800 0000 0000                          // IFLA_NETKIT_HEADROOM 0
      0600 0900 0000 0000                          // IFLA_NETKIT_TAILROOM 0
      0800 0a00 00000000                           // IFLA_NETKIT_PAIRING pair`),
  ).toEqual({
    info_kind: "netkit",
    info_data: {
      type: "peer",
      policy: "forward",
      peer_policy: "blackhole",
      mode: "l2",
      scrub: "default",
      peer_scrub: "none",
    },
  });
});
