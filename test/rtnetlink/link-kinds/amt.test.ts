import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add amt0 type amt mode gateway dev eth0 local 10.0.0.1 discovery 10.0.0.2 (n-p-r)
test("a gateway", () => {
  expect(
    linkinfo(
      `
  4800 1200                                        // IFLA_LINKINFO
    0800 0100 616d7400                             // IFLA_INFO_KIND "amt"
    3c00 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_AMT_MODE gateway
      0600 0200 08dc 0000                          // IFLA_AMT_RELAY_PORT 2268
      0600 0300 08dc 0000                          // IFLA_AMT_GATEWAY_PORT 2268
      0800 0400 03000000                           // IFLA_AMT_LINK 3
      0800 0500 0a000001                           // IFLA_AMT_LOCAL_IP 10.0.0.1
      0800 0700 0a000002                           // IFLA_AMT_DISCOVERY_IP 10.0.0.2
      0800 0800 80000000                           // IFLA_AMT_MAX_TUNNELS 128`,
      { 3: "eth0" },
    ),
  ).toEqual({
    info_kind: "amt",
    info_data: {
      mode: "gateway",
      relay_port: 2268,
      gateway_port: 2268,
      link: "eth0",
      local: "10.0.0.1",
      discovery: "10.0.0.2",
      max_tunnels: 128,
    },
  });
});

// A relay (n-p-r)
test("a relay", () => {
  expect(
    linkinfo(
      `
  3000 1200                                        // IFLA_LINKINFO
    0800 0100 616d7400                             // IFLA_INFO_KIND "amt"
    2400 0200                                      // IFLA_INFO_DATA
      0800 0100 01000000                           // IFLA_AMT_MODE relay
      0600 0200 08dc 0000                          // IFLA_AMT_RELAY_PORT 2268
      0800 0400 05000000                           // IFLA_AMT_LINK 5
      0800 0500 0a000002                           // IFLA_AMT_LOCAL_IP 10.0.0.2`,
      { 5: "eth1" },
    ),
  ).toEqual({
    info_kind: "amt",
    info_data: { mode: "relay", relay_port: 2268, link: "eth1", local: "10.0.0.2" },
  });
});

// By hand: the gateway after discovery
test("the relay that a gateway found", () => {
  expect(
    linkinfo(
      `
  5000 1200                                        // IFLA_LINKINFO
    0800 0100 616d7400                             // IFLA_INFO_KIND "amt"
    4400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_AMT_MODE gateway
      0600 0200 08dc 0000                          // IFLA_AMT_RELAY_PORT 2268
      0600 0300 08dc 0000                          // IFLA_AMT_GATEWAY_PORT 2268
      0800 0400 03000000                           // IFLA_AMT_LINK 3
      0800 0500 0a000001                           // IFLA_AMT_LOCAL_IP 10.0.0.1
      0800 0600 0a000009                           // IFLA_AMT_REMOTE_IP 10.0.0.9
      0800 0700 0a000002                           // IFLA_AMT_DISCOVERY_IP 10.0.0.2
      0800 0800 80000000                           // IFLA_AMT_MAX_TUNNELS 128`,
      { 3: "eth0" },
    ),
  ).toEqual({
    info_kind: "amt",
    info_data: {
      mode: "gateway",
      relay_port: 2268,
      gateway_port: 2268,
      link: "eth0",
      local: "10.0.0.1",
      remote: "10.0.0.9",
      discovery: "10.0.0.2",
      max_tunnels: 128,
    },
  });
});
