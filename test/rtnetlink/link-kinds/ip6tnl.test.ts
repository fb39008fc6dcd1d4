import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// mode ipip6 (n-p-r)
test("IPv4 inside", () => {
  expect(
    linkinfo(`
  9400 1200                                        // IFLA_LINKINFO
    0b00 0100 69703674 6e6c00 00                   // IFLA_INFO_KIND "ip6tnl"
    8400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_IPTUN_LINK 0
      1400 0200 20010db8 00010000 00000000 00000001 // IFLA_IPTUN_LOCAL 2001:db8:1::1
      1400 0300 20010db8 00010000 00000000 00000002 // IFLA_IPTUN_REMOTE 2001:db8:1::2
      0500 0400 40 000000                          // IFLA_IPTUN_TTL 64
      0500 0600 04 000000                          // IFLA_IPTUN_ENCAP_LIMIT 4
      0800 0700 00000000                           // IFLA_IPTUN_FLOWINFO 0
      0800 0800 00000300                           // IFLA_IPTUN_FLAGS 196608
      0500 0900 04 000000                          // IFLA_IPTUN_PROTO 4
      0800 1400 00000000                           // IFLA_IPTUN_FWMARK 0
      0600 0f00 0000 0000                          // IFLA_IPTUN_ENCAP_TYPE 0
      0600 1100 000a 0000                          // IFLA_IPTUN_ENCAP_SPORT 10
      0600 1200 000c 0000                          // IFLA_IPTUN_ENCAP_DPORT 12
      0600 1000 0000 0000                          // IFLA_IPTUN_ENCAP_FLAGS 0`),
  ).toEqual({
    info_kind: "ip6tnl",
    info_data: {
      proto: "ipip6",
      remote: "2001:db8:1::2",
      local: "2001:db8:1::1",
      ttl: 64,
      encap_limit: 4,
      tclass: "0x00",
      flowlabel: "0x00000",
    },
  });
});

// mode ip6ip6 (n-p-r)
test("IPv6 inside", () => {
  expect(
    linkinfo(`
  9400 1200                                        // IFLA_LINKINFO
    0b00 0100 69703674 6e6c00 00                   // IFLA_INFO_KIND "ip6tnl"
    8400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_IPTUN_LINK 0
      1400 0200 20010db8 00010000 00000000 00000001 // IFLA_IPTUN_LOCAL 2001:db8:1::1
      1400 0300 20010db8 00010000 00000000 00000002 // IFLA_IPTUN_REMOTE 2001:db8:1::2
      0500 0400 40 000000                          // IFLA_IPTUN_TTL 64
      0500 0600 04 000000                          // IFLA_IPTUN_ENCAP_LIMIT 4
      0800 0700 00000000                           // IFLA_IPTUN_FLOWINFO 0
      0800 0800 00000300                           // IFLA_IPTUN_FLAGS 196608
      0500 0900 29 000000                          // IFLA_IPTUN_PROTO 41
      0800 1400 00000000                           // IFLA_IPTUN_FWMARK 0
      0600 0f00 0000 0000                          // IFLA_IPTUN_ENCAP_TYPE 0
      0600 1100 000a 0000                          // IFLA_IPTUN_ENCAP_SPORT 10
      0600 1200 000c 0000                          // IFLA_IPTUN_ENCAP_DPORT 12
      0600 1000 0000 0000                          // IFLA_IPTUN_ENCAP_FLAGS 0`),
  ).toEqual({
    info_kind: "ip6tnl",
    info_data: {
      proto: "ip6ip6",
      remote: "2001:db8:1::2",
      local: "2001:db8:1::1",
      ttl: 64,
      encap_limit: 4,
      tclass: "0x00",
      flowlabel: "0x00000",
    },
  });
});

// By hand: ip link add t6 type ip6tnl mode any remote 2001:db8::1 encaplimit none tclass inherit flowlabel
//   inherit dscp inherit and the flag of Mobile IPv6
test("what is inherited replaces the value", () => {
  expect(
    linkinfo(`
  9400 1200                                        // IFLA_LINKINFO
    0b00 0100 69703674 6e6c00 00                   // IFLA_INFO_KIND "ip6tnl"
    8400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_IPTUN_LINK 0
      1400 0200 00000000 00000000 00000000 00000000 // IFLA_IPTUN_LOCAL any
      1400 0300 20010db8 00000000 00000000 00000001 // IFLA_IPTUN_REMOTE 2001:db8::1
      0500 0400 40 000000                          // IFLA_IPTUN_TTL 64
      0500 0600 00 000000                          // IFLA_IPTUN_ENCAP_LIMIT 0
      0800 0700 0ab12345                           // IFLA_IPTUN_FLOWINFO 179381061
      0800 0800 1f000000                           // IFLA_IPTUN_FLAGS 31
      0500 0900 00 000000                          // IFLA_IPTUN_PROTO 0
      0800 1400 00000000                           // IFLA_IPTUN_FWMARK 0
      0600 0f00 0000 0000                          // IFLA_IPTUN_ENCAP_TYPE 0
      0600 1000 0200 0000                          // IFLA_IPTUN_ENCAP_FLAGS 2
      0600 1100 0000 0000                          // IFLA_IPTUN_ENCAP_SPORT 0
      0600 1200 0000 0000                          // IFLA_IPTUN_ENCAP_DPORT 0`),
  ).toEqual({
    info_kind: "ip6tnl",
    info_data: {
      proto: "any",
      remote: "2001:db8::1",
      local: "any",
      ttl: 64,
      ip6_tnl_f_ign_encap_limit: true,
      ip6_tnl_f_use_orig_tclass: true,
      ip6_tnl_f_use_orig_flowlabel: true,
      ip6_tnl_f_rcv_dscp_copy: true,
      ip6_tnl_f_mip6_dev: true,
    },
  });
});

// By hand: ip link add t6 type ip6tnl remote 2001:db8::1 dev eth0 tclass 0xab flowlabel 0x12345 fwmark 0x9
//   encap fou encap-dport 5555 encap-csum6
test("values, and in UDP", () => {
  expect(
    linkinfo(
      `
  9400 1200                                        // IFLA_LINKINFO
    0b00 0100 69703674 6e6c00 00                   // IFLA_INFO_KIND "ip6tnl"
    8400 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_IPTUN_LINK 2
      1400 0200 00000000 00000000 00000000 00000000 // IFLA_IPTUN_LOCAL any
      1400 0300 20010db8 00000000 00000000 00000001 // IFLA_IPTUN_REMOTE 2001:db8::1
      0500 0400 40 000000                          // IFLA_IPTUN_TTL 64
      0500 0600 04 000000                          // IFLA_IPTUN_ENCAP_LIMIT 4
      0800 0700 0ab12345                           // IFLA_IPTUN_FLOWINFO 179381061
      0800 0800 00000000                           // IFLA_IPTUN_FLAGS 0
      0500 0900 29 000000                          // IFLA_IPTUN_PROTO 41
      0800 1400 09000000                           // IFLA_IPTUN_FWMARK 0x9
      0600 0f00 0100 0000                          // IFLA_IPTUN_ENCAP_TYPE 1
      0600 1000 0200 0000                          // IFLA_IPTUN_ENCAP_FLAGS 2
      0600 1100 0000 0000                          // IFLA_IPTUN_ENCAP_SPORT 0
      0600 1200 15b3 0000                          // IFLA_IPTUN_ENCAP_DPORT 5555`,
      { 2: "eth0" },
    ),
  ).toEqual({
    info_kind: "ip6tnl",
    info_data: {
      proto: "ip6ip6",
      remote: "2001:db8::1",
      local: "any",
      link: "eth0",
      ttl: 64,
      encap_limit: 4,
      tclass: "0xab",
      flowlabel: "0x12345",
      fwmark: "0x9",
      encap: { type: "fou", sport: 0, dport: 5555, csum: false, csum6: true, remcsum: false },
    },
  });
});
