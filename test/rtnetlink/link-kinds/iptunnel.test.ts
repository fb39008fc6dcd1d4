import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// A tunnel for IPv4 (n-p-r)
test("ipip", () => {
  expect(
    linkinfo(`
  7400 1200                                        // IFLA_LINKINFO
    0900 0100 69706970 00 000000                   // IFLA_INFO_KIND "ipip"
    6400 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_IPTUN_LINK 0
      0800 0200 c0a87ab7                           // IFLA_IPTUN_LOCAL 192.168.122.183
      0800 0300 0afffe02                           // IFLA_IPTUN_REMOTE 10.255.254.2
      0500 0400 00 000000                          // IFLA_IPTUN_TTL 0
      0500 0500 00 000000                          // IFLA_IPTUN_TOS 0
      0500 0900 04 000000                          // IFLA_IPTUN_PROTO 4
      0500 0a00 01 000000                          // IFLA_IPTUN_PMTUDISC true
      0800 1400 00000000                           // IFLA_IPTUN_FWMARK 0
      0600 0f00 0000 0000                          // IFLA_IPTUN_ENCAP_TYPE 0
      0600 1100 000a 0000                          // IFLA_IPTUN_ENCAP_SPORT 10
      0600 1200 000c 0000                          // IFLA_IPTUN_ENCAP_DPORT 12
      0600 1000 0000 0000                          // IFLA_IPTUN_ENCAP_FLAGS 0`),
  ).toEqual({
    info_kind: "ipip",
    info_data: { proto: "ipip", remote: "10.255.254.2", local: "192.168.122.183", ttl: 0, pmtudisc: true },
  });
});

// A tunnel for IPv6 (n-p-r)
test("sit", () => {
  expect(
    linkinfo(`
  7800 1200                                        // IFLA_LINKINFO
    0800 0100 73697400                             // IFLA_INFO_KIND "sit"
    6c00 0200                                      // IFLA_INFO_DATA
      0800 0100 00000000                           // IFLA_IPTUN_LINK 0
      0800 0200 c0a87ab7                           // IFLA_IPTUN_LOCAL 192.168.122.183
      0800 0300 0afffe02                           // IFLA_IPTUN_REMOTE 10.255.254.2
      0500 0400 40 000000                          // IFLA_IPTUN_TTL 64
      0500 0500 00 000000                          // IFLA_IPTUN_TOS 0
      0500 0a00 01 000000                          // IFLA_IPTUN_PMTUDISC true
      0500 0900 29 000000                          // IFLA_IPTUN_PROTO 41
      0600 0800 0000 0000                          // IFLA_IPTUN_FLAGS 0
      0800 1400 00000000                           // IFLA_IPTUN_FWMARK 0
      0600 0f00 0000 0000                          // IFLA_IPTUN_ENCAP_TYPE 0
      0600 1100 000a 0000                          // IFLA_IPTUN_ENCAP_SPORT 10
      0600 1200 000c 0000                          // IFLA_IPTUN_ENCAP_DPORT 12
      0600 1000 0000 0000                          // IFLA_IPTUN_ENCAP_FLAGS 0`),
  ).toEqual({
    info_kind: "sit",
    info_data: { proto: "ip6ip", remote: "10.255.254.2", local: "192.168.122.183", ttl: 64, pmtudisc: true },
  });
});

// By hand: ip tunnel 6rd dev sit1 6rd-prefix 2001:db8::/32 6rd-relay_prefix 10.0.0.0/8; the tunnel is for
//   ISATAP
test("sit with 6rd", () => {
  expect(
    linkinfo(
      `
  a400 1200                                        // IFLA_LINKINFO
    0800 0100 73697400                             // IFLA_INFO_KIND "sit"
    9800 0200                                      // IFLA_INFO_DATA
      0800 0100 02000000                           // IFLA_IPTUN_LINK 2
      0800 0200 c0000201                           // IFLA_IPTUN_LOCAL 192.0.2.1
      0800 0300 00000000                           // IFLA_IPTUN_REMOTE any
      0500 0400 40 000000                          // IFLA_IPTUN_TTL 64
      0500 0500 10 000000                          // IFLA_IPTUN_TOS 0x10
      0500 0a00 01 000000                          // IFLA_IPTUN_PMTUDISC true
      0600 0800 0100 0000                          // IFLA_IPTUN_FLAGS 1
      0500 0900 29 000000                          // IFLA_IPTUN_PROTO 41
      1400 0b00 20010db8 00000000 00000000 00000000 // IFLA_IPTUN_6RD_PREFIX 2001:db8::
      0800 0c00 0a000000                           // IFLA_IPTUN_6RD_RELAY_PREFIX 10.0.0.0
      0600 0d00 2000 0000                          // IFLA_IPTUN_6RD_PREFIXLEN 32
      0600 0e00 0800 0000                          // IFLA_IPTUN_6RD_RELAY_PREFIXLEN 8
      0800 1400 00000000                           // IFLA_IPTUN_FWMARK 0
      0600 0f00 0000 0000                          // IFLA_IPTUN_ENCAP_TYPE 0
      0600 1000 0000 0000                          // IFLA_IPTUN_ENCAP_FLAGS 0
      0600 1100 0000 0000                          // IFLA_IPTUN_ENCAP_SPORT 0
      0600 1200 0000 0000                          // IFLA_IPTUN_ENCAP_DPORT 0`,
      { 2: "eth0" },
    ),
  ).toEqual({
    info_kind: "sit",
    info_data: {
      proto: "ip6ip",
      remote: "any",
      local: "192.0.2.1",
      link: "eth0",
      ttl: 64,
      tos: "0x10",
      pmtudisc: true,
      isatap: true,
      prefix: "2001:db8::",
      prefixlen: 32,
      relay_prefix: "10.0.0.0",
      relay_prefixlen: 8,
    },
  });
});

// By hand: ip tunnel 6rd dev sit1 6rd-prefix 2001:db8::/32
test("sit with 6rd and no relay prefix", () => {
  expect(
    linkinfo(`
  6c00 1200                                        // IFLA_LINKINFO
    0800 0100 73697400                             // IFLA_INFO_KIND "sit"
    6000 0200                                      // IFLA_INFO_DATA
      0800 0200 c0000201                           // IFLA_IPTUN_LOCAL 192.0.2.1
      0800 0300 00000000                           // IFLA_IPTUN_REMOTE any
      0500 0400 40 000000                          // IFLA_IPTUN_TTL 64
      0500 0a00 01 000000                          // IFLA_IPTUN_PMTUDISC true
      0600 0800 0000 0000                          // IFLA_IPTUN_FLAGS 0
      0500 0900 00 000000                          // IFLA_IPTUN_PROTO 0
      1400 0b00 20010db8 00000000 00000000 00000000 // IFLA_IPTUN_6RD_PREFIX 2001:db8::
      0800 0c00 00000000                           // IFLA_IPTUN_6RD_RELAY_PREFIX 0
      0600 0d00 2000 0000                          // IFLA_IPTUN_6RD_PREFIXLEN 32
      0600 0e00 0000 0000                          // IFLA_IPTUN_6RD_RELAY_PREFIXLEN 0`),
  ).toEqual({
    info_kind: "sit",
    info_data: {
      proto: "any",
      remote: "any",
      local: "192.0.2.1",
      ttl: 64,
      pmtudisc: true,
      prefix: "2001:db8::",
      prefixlen: 32,
    },
  });
});

// By hand: ip link add tun0 type ipip external encap fou encap-sport 7777 encap-dport 5555 encap-csum; MPLS
//   inside
test("ipip in UDP, external", () => {
  expect(
    linkinfo(`
  6800 1200                                        // IFLA_LINKINFO
    0900 0100 69706970 00 000000                   // IFLA_INFO_KIND "ipip"
    5800 0200                                      // IFLA_INFO_DATA
      0800 0200 00000000                           // IFLA_IPTUN_LOCAL any
      0800 0300 00000000                           // IFLA_IPTUN_REMOTE any
      0500 0400 00 000000                          // IFLA_IPTUN_TTL 0
      0500 0900 89 000000                          // IFLA_IPTUN_PROTO 137
      0500 0a00 00 000000                          // IFLA_IPTUN_PMTUDISC false
      0600 0f00 0100 0000                          // IFLA_IPTUN_ENCAP_TYPE 1
      0600 1000 0100 0000                          // IFLA_IPTUN_ENCAP_FLAGS 1
      0600 1100 1e61 0000                          // IFLA_IPTUN_ENCAP_SPORT 7777
      0600 1200 15b3 0000                          // IFLA_IPTUN_ENCAP_DPORT 5555
      0400 1300                                    // IFLA_IPTUN_COLLECT_METADATA
      0800 1400 ff000000                           // IFLA_IPTUN_FWMARK 0xff`),
  ).toEqual({
    info_kind: "ipip",
    info_data: {
      external: true,
      proto: "mplsip",
      remote: "any",
      local: "any",
      ttl: 0,
      pmtudisc: false,
      fwmark: "0xff",
      encap: { type: "fou", sport: 7777, dport: 5555, csum: true, csum6: false, remcsum: false },
    },
  });
});

// By hand: TUNNEL_ENCAP_MPLS
test("an encapsulation without a name", () => {
  expect(
    linkinfo(`
  3c00 1200                                        // IFLA_LINKINFO
    0900 0100 69706970 00 000000                   // IFLA_INFO_KIND "ipip"
    2c00 0200                                      // IFLA_INFO_DATA
      0500 0900 04 000000                          // IFLA_IPTUN_PROTO 4
      0600 0f00 0300 0000                          // IFLA_IPTUN_ENCAP_TYPE 3
      0600 1000 0400 0000                          // IFLA_IPTUN_ENCAP_FLAGS 4
      0600 1100 0000 0000                          // IFLA_IPTUN_ENCAP_SPORT 0
      0600 1200 0000 0000                          // IFLA_IPTUN_ENCAP_DPORT 0`),
  ).toEqual({
    info_kind: "ipip",
    info_data: {
      proto: "ipip",
      remote: "any",
      local: "any",
      ttl: 0,
      pmtudisc: false,
      encap: { type: null, sport: 0, dport: 0, csum: false, csum6: false, remcsum: true },
    },
  });
});
