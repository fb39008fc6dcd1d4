/** What routers advertise. */
import type { Recorded } from "./recorded.ts";

export const prefix: readonly Recorded[] = [
  {
    title: "on the link, for addresses",
    command: "a router advertisement",
    bytes: `
      3c000000 3400 0000 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWPREFIX
      0a 00 0000 03000000 03 40 c0 00 // prefixmsg: AF_INET6, index 3, ND_OPT_PREFIX_INFORMATION, /64, flags 0xc0
      1400 0100 20010db8000100000000000000000000 // PREFIX_ADDRESS 2001:db8:1::
      0c00 0200 4038000080510100 // PREFIX_CACHEINFO preferred 14400, valid 86400`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        prefix: "2001:db8:1::/64",
        dev: "if3",
        onlink: true,
        autoconf: true,
        valid: 86400,
        preferred: 14400,
      },
    ],
  },
  {
    title: "for the router itself, and a flag that has no name",
    command: "written by hand",
    bytes: `
      3c000000 3400 0000 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWPREFIX
      0a 00 0000 02000000 03 40 34 00 // prefixmsg: AF_INET6, index 2, ND_OPT_PREFIX_INFORMATION, /64, flags 0x34
      1400 0100 20010db80480ee080000000000000000 // PREFIX_ADDRESS 2001:db8:480:ee08::
      0c00 0200 008d2700803a0900 // PREFIX_CACHEINFO preferred 2592000, valid 604800`,
    ifindex: 2,
    bodies: [
      {
        family: "inet6",
        prefix: "2001:db8:480:ee08::/64",
        dev: "if2",
        router_address: true,
        prefer_pd: true,
        prefix_flags: "0x4",
        valid: 604800,
        preferred: 2592000,
      },
    ],
  },
];

export const nduseropt: readonly Recorded[] = [
  {
    title: "prefix information",
    command: "a router advertisement",
    bytes: `
      54000000 4400 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWNDUSEROPT
      0a 00 2000 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 32 bytes of options, index 3, ICMPv6 type 134 code 0
      030440c000015180000038400000000020010db8000100000000000000000000 // options
      1400 0100 fe80000000000000000000fffe000002 // NDUSEROPT_SRCADDR fe80::ff:fe00:2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "prefix-information",
        prefix: "2001:db8:1::/64",
        onlink: true,
        autoconf: true,
        lifetime: 86400,
        preferred: 14400,
        srcaddr: "fe80::ff:fe00:2",
      },
    ],
  },
  {
    title: "name servers",
    command: "a router advertisement",
    bytes: `
      5c000000 4400 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWNDUSEROPT
      0a 00 2800 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 40 bytes of options, index 3, ICMPv6 type 134 code 0
      1905000000000258 20010db800000000 0000000000000053 20010db800000000
        0000000000000054 // options
      1400 0100 fe80000000000000000000fffe000002 // NDUSEROPT_SRCADDR fe80::ff:fe00:2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "rdnss",
        lifetime: 600,
        servers: ["2001:db8::53", "2001:db8::54"],
        srcaddr: "fe80::ff:fe00:2",
      },
    ],
  },
  {
    title: "search domains",
    command: "a router advertisement",
    bytes: `
      54000000 4400 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWNDUSEROPT
      0a 00 2000 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 32 bytes of options, index 3, ICMPv6 type 134 code 0
      1f04000000000258076578616d706c6503636f6d00036c616e00000000000000 // options
      1400 0100 fe80000000000000000000fffe000002 // NDUSEROPT_SRCADDR fe80::ff:fe00:2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "dnssl",
        lifetime: 600,
        domains: ["example.com", "lan"],
        srcaddr: "fe80::ff:fe00:2",
      },
    ],
  },
  {
    title: "a captive portal",
    command: "a router advertisement",
    bytes: `
      54000000 4400 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWNDUSEROPT
      0a 00 2000 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 32 bytes of options, index 3, ICMPv6 type 134 code 0
      250468747470733a2f2f6578616d706c652e636f6d2f706f7274616c00000000 // options
      1400 0100 fe80000000000000000000fffe000002 // NDUSEROPT_SRCADDR fe80::ff:fe00:2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "captive-portal",
        uri: "https://example.com/portal",
        srcaddr: "fe80::ff:fe00:2",
      },
    ],
  },
  {
    title: "a prefix for NAT64",
    command: "a router advertisement",
    bytes: `
      44000000 4400 0000 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWNDUSEROPT
      0a 00 1000 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 16 bytes of options, index 3, ICMPv6 type 134 code 0
      260207080064ff9b0000000000000000 // options
      1400 0100 fe80000000000000000000fffe000002 // NDUSEROPT_SRCADDR fe80::ff:fe00:2`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "pref64",
        lifetime: 1800,
        prefix: "64:ff9b::/96",
        srcaddr: "fe80::ff:fe00:2",
      },
    ],
  },
  {
    title: "two options: a route, a context of 6LoWPAN",
    command: "written by hand",
    bytes: `
      54000000 4400 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWNDUSEROPT
      0a 00 2000 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 32 bytes of options, index 3, ICMPv6 type 134 code 0
      180230080000070820010db80002000022024013000003e820010db800010000 // options
      1400 0100 fe800000000000000000000000000001 // NDUSEROPT_SRCADDR fe80::1`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "route-information",
        prefix: "2001:db8:2::/48",
        preference: "high",
        lifetime: 1800,
        srcaddr: "fe80::1",
      },
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "6co",
        lifetime: 60000,
        prefix: "2001:db8:1::/64",
        context: 3,
        compress: true,
        srcaddr: "fe80::1",
      },
    ],
  },
  {
    title: "an option without a reader",
    command: "written by hand",
    bytes: `
      3c000000 4400 0000 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWNDUSEROPT
      0a 00 0800 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 8 bytes of options, index 3, ICMPv6 type 134 code 0
      f901010203040506 // options
      1400 0100 fe800000000000000000000000000001 // NDUSEROPT_SRCADDR fe80::1`,
    ifindex: 3,
    bodies: [
      {
        family: "inet6",
        icmp_type: 134,
        icmp_code: 0,
        option: "249",
        data: "010203040506",
        srcaddr: "fe80::1",
      },
    ],
  },
  {
    title: "no option",
    command: "written by hand",
    bytes: `
      34000000 4400 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWNDUSEROPT
      0a 00 0000 03000000 86 00 0000 00000000 // nduseroptmsg: AF_INET6, 0 bytes of options, index 3, ICMPv6 type 134 code 0
       // options
      1400 0100 fe800000000000000000000000000001 // NDUSEROPT_SRCADDR fe80::1`,
    ifindex: 3,
    bodies: [{ family: "inet6", icmp_type: 134, icmp_code: 0, srcaddr: "fe80::1" }],
  },
];
