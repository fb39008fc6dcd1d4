import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// A tunnel with keys (n-p-r)
test("vti", () => {
  expect(
    linkinfo(`
  4000 1200                                        // IFLA_LINKINFO
    0800 0100 76746900                             // IFLA_INFO_KIND "vti"
    3400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_VTI_LINK 0
      0800 0200 00000064                           // IFLA_VTI_IKEY 0.0.0.100
      0800 0300 00000064                           // IFLA_VTI_OKEY 0.0.0.100
      0800 0400 c0a80101                           // IFLA_VTI_LOCAL 192.168.1.1
      0800 0500 0a000001                           // IFLA_VTI_REMOTE 10.0.0.1
      0800 0600 00000000                           // IFLA_VTI_FWMARK 0`),
  ).toEqual({
    info_kind: "vti",
    info_data: { ikey: "0.0.0.100", okey: "0.0.0.100", local: "192.168.1.1", remote: "10.0.0.1" },
  });
});

// A tunnel with keys (n-p-r)
test("vti6", () => {
  expect(
    linkinfo(`
  5c00 1200                                        // IFLA_LINKINFO
    0900 0100 76746936 00 000000                   // IFLA_INFO_KIND "vti6"
    4c00 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_VTI_LINK 0
      1400 0400 20010db8 00000000 00000000 00000002 // IFLA_VTI_LOCAL 2001:db8::2
      1400 0500 20010db8 00000000 00000000 00000001 // IFLA_VTI_REMOTE 2001:db8::1
      0800 0200 00000064                           // IFLA_VTI_IKEY 0.0.0.100
      0800 0300 00000064                           // IFLA_VTI_OKEY 0.0.0.100
      0800 0600 00000000                           // IFLA_VTI_FWMARK 0`),
  ).toEqual({
    info_kind: "vti6",
    info_data: { local: "2001:db8::2", remote: "2001:db8::1", ikey: "0.0.0.100", okey: "0.0.0.100" },
  });
});

// By hand: ip link add vti1 type vti remote 192.0.2.1 dev eth0 fwmark 0x20
test("no keys, over a device, marked", () => {
  expect(
    linkinfo(
      `
  4000 1200                                        // IFLA_LINKINFO
    0800 0100 76746900                             // IFLA_INFO_KIND "vti"
    3400 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_VTI_LINK 2
      0800 0200 00000000                           // IFLA_VTI_IKEY 0
      0800 0300 00000000                           // IFLA_VTI_OKEY 0
      0800 0400 00000000                           // IFLA_VTI_LOCAL any
      0800 0500 c0000201                           // IFLA_VTI_REMOTE 192.0.2.1
      0800 0600 20000000                           // IFLA_VTI_FWMARK 0x20`,
      { 2: "eth0" },
    ),
  ).toEqual({
    info_kind: "vti",
    info_data: { link: "eth0", local: "any", remote: "192.0.2.1", fwmark: "0x20" },
  });
});
