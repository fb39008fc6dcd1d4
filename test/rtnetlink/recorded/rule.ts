/** Rules. */
import type { Recorded } from "./recorded.ts";

export const rule: readonly Recorded[] = [
  {
    title: "by where it comes from",
    command: "ip rule add from 10.1.0.0/16 table 100 pref 100",
    bytes: `
      44000000 2000 0000 00000000 00000000 // nlmsghdr: 68 bytes, RTM_NEWRULE, flags 0x0
      02 00 10 00 64 00 00 01 00000000 // fib_rule_hdr: AF_INET, to /0, from /16, TOS 0x0, table 100, action 1, flags 0x0
      0800 0f00 64000000 // FRA_TABLE 100
      0800 0e00 ffffffff // FRA_SUPPRESS_PREFIXLEN 4294967295
      0500 1500 00 000000 // FRA_PROTOCOL 0
      0800 0600 64000000 // FRA_PRIORITY 100
      0800 0200 0a010000 // FRA_SRC 10.1.0.0`,
    ifindex: undefined,
    bodies: [
      { family: "inet", priority: 100, src: "10.1.0.0", srclen: 16, table: "100", protocol: "unspec" },
    ],
  },
  {
    title: "by all that it can be",
    command:
      "ip rule add not from 10.1.0.0/16 to 10.2.0.1 iif v0 oif nosuch fwmark 0x5/0xff tos 0x10 uidrange 100-200 ipproto tcp sport 5 dport 6-9 table 1000 suppress_prefixlength 8 suppress_ifgroup 5 protocol static realms 3/5 pref 101",
    bytes: `
      ac000000 2000 0000 00000000 00000000 // nlmsghdr: 172 bytes, RTM_NEWRULE, flags 0x0
      02 20 10 10 fc 00 00 01 12000000 // fib_rule_hdr: AF_INET, to /32, from /16, TOS 0x10, table 252, action 1, flags 0x12
      0800 0f00 e8030000 // FRA_TABLE 1000
      0800 0e00 08000000 // FRA_SUPPRESS_PREFIXLEN 8
      0500 1500 04 000000 // FRA_PROTOCOL 4
      0700 0300 763000 00 // FRA_IIFNAME "v0"
      0b00 1100 6e6f7375636800 00 // FRA_OIFNAME "nosuch"
      0800 0600 65000000 // FRA_PRIORITY 101
      0800 0a00 05000000 // FRA_FWMARK 0x5
      0800 1000 ff000000 // FRA_FWMASK 0xff
      0c00 1400 64000000c8000000 // FRA_UID_RANGE 100-200
      0800 1700 05000500 // FRA_SPORT_RANGE 5-5
      0600 1c00 ffff 0000 // FRA_SPORT_MASK 65535
      0800 1800 06000900 // FRA_DPORT_RANGE 6-9
      0500 1600 06 000000 // FRA_IP_PROTO 6
      0800 0d00 05000000 // FRA_SUPPRESS_IFGROUP 5
      0800 0100 0a020001 // FRA_DST 10.2.0.1
      0800 0200 0a010000 // FRA_SRC 10.1.0.0
      0800 0b00 05000300 // FRA_FLOW realms 3/5`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        priority: 101,
        not: true,
        src: "10.1.0.0",
        srclen: 16,
        dst: "10.2.0.1",
        tos: "0x10",
        fwmark: "0x5",
        fwmask: "0xff",
        iif: "v0",
        oif: "nosuch",
        oif_detached: true,
        uid_start: 100,
        uid_end: 200,
        ipproto: "tcp",
        sport: 5,
        sport_mask: "0xffff",
        dport_start: 6,
        dport_end: 9,
        table: "1000",
        suppress_prefixlen: 8,
        suppress_ifgroup: "5",
        flow_from: "3",
        flow_to: "5",
        protocol: "static",
      },
    ],
  },
  {
    title: "it sends elsewhere",
    command: "ip rule add tun_id 77 pref 102 goto 9999",
    bytes: `
      50000000 2000 0000 00000000 00000000 // nlmsghdr: 80 bytes, RTM_NEWRULE, flags 0x0
      02 00 00 00 00 00 00 02 04000000 // fib_rule_hdr: AF_INET, to /0, from /0, TOS 0x0, table 0, action 2, flags 0x4
      0800 0f00 00000000 // FRA_TABLE 0
      0800 0e00 ffffffff // FRA_SUPPRESS_PREFIXLEN 4294967295
      0500 1500 00 000000 // FRA_PROTOCOL 0
      0800 0600 66000000 // FRA_PRIORITY 102
      0800 0400 0f270000 // FRA_GOTO 9999
      0c00 0c00 000000000000004d // FRA_TUN_ID 77`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        priority: 102,
        src: "all",
        tun_id: 77,
        goto: 9999,
        unresolved: true,
        protocol: "unspec",
      },
    ],
  },
  {
    title: "it does nothing",
    command: "ip rule add pref 103 nop",
    bytes: `
      3c000000 2000 0000 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWRULE, flags 0x0
      02 00 00 00 00 00 00 03 00000000 // fib_rule_hdr: AF_INET, to /0, from /0, TOS 0x0, table 0, action 3, flags 0x0
      0800 0f00 00000000 // FRA_TABLE 0
      0800 0e00 ffffffff // FRA_SUPPRESS_PREFIXLEN 4294967295
      0500 1500 00 000000 // FRA_PROTOCOL 0
      0800 0600 67000000 // FRA_PRIORITY 103`,
    ifindex: undefined,
    bodies: [{ family: "inet", priority: 103, src: "all", nop: true, protocol: "unspec" }],
  },
  {
    title: "it forbids",
    command: "ip rule add fwmark 7 pref 104 prohibit",
    bytes: `
      4c000000 2000 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWRULE, flags 0x0
      02 00 00 00 00 00 00 08 00000000 // fib_rule_hdr: AF_INET, to /0, from /0, TOS 0x0, table 0, action 8, flags 0x0
      0800 0f00 00000000 // FRA_TABLE 0
      0800 0e00 ffffffff // FRA_SUPPRESS_PREFIXLEN 4294967295
      0500 1500 00 000000 // FRA_PROTOCOL 0
      0800 0600 68000000 // FRA_PRIORITY 104
      0800 0a00 07000000 // FRA_FWMARK 0x7
      0800 1000 ffffffff // FRA_FWMASK 0xffffffff`,
    ifindex: undefined,
    bodies: [
      { family: "inet", priority: 104, src: "all", fwmark: "0x7", action: "prohibit", protocol: "unspec" },
    ],
  },
  {
    title: "by the master's table, gone",
    command: "ip -6 rule add l3mdev pref 1000; ip -6 rule del pref 1000",
    bytes: `
      44000000 2100 0000 00000000 00000000 // nlmsghdr: 68 bytes, RTM_DELRULE, flags 0x0
      0a 00 00 00 00 00 00 01 00000000 // fib_rule_hdr: AF_INET6, to /0, from /0, TOS 0x0, table 0, action 1, flags 0x0
      0800 0f00 00000000 // FRA_TABLE 0
      0800 0e00 ffffffff // FRA_SUPPRESS_PREFIXLEN 4294967295
      0500 1500 00 000000 // FRA_PROTOCOL 0
      0800 0600 e8030000 // FRA_PRIORITY 1000
      0500 1300 01 000000 // FRA_L3MDEV 1`,
    ifindex: undefined,
    bodies: [{ family: "inet6", priority: 1000, src: "all", l3mdev: true, protocol: "unspec" }],
  },
  {
    title: "IPv6",
    command: "ip -6 rule add from 2001:db8::/32 to 2001:db8:1::1 table main pref 12",
    bytes: `
      64000000 2000 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWRULE, flags 0x0
      0a 80 20 00 fe 00 00 01 00000000 // fib_rule_hdr: AF_INET6, to /128, from /32, TOS 0x0, table 254, action 1, flags 0x0
      0800 0f00 fe000000 // FRA_TABLE 254
      0800 0e00 ffffffff // FRA_SUPPRESS_PREFIXLEN 4294967295
      0500 1500 00 000000 // FRA_PROTOCOL 0
      0800 0600 0c000000 // FRA_PRIORITY 12
      1400 0100 20010db8000100000000000000000001 // FRA_DST 2001:db8:1::1
      1400 0200 20010db8000000000000000000000000 // FRA_SRC 2001:db8::`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet6",
        priority: 12,
        src: "2001:db8::",
        srclen: 32,
        dst: "2001:db8:1::1",
        table: "main",
        protocol: "unspec",
      },
    ],
  },
  {
    title: "by what is new",
    command: "written by hand",
    bytes: `
      5c000000 2000 0000 00000000 00000000 // nlmsghdr: 92 bytes, RTM_NEWRULE
      0a 00 00 00 fe 00 00 01 00000000 // fib_rule_hdr: AF_INET6, to /0, from /0, TOS 0x0, table 254, action 1, flags 0x0
      0500 1900 01 000000 // FRA_DSCP 1
      0500 1e00 3f 000000 // FRA_DSCP_MASK 0x3f
      0800 1a00 00012345 // FRA_FLOWLABEL 0x12345
      0800 1b00 000fffff // FRA_FLOWLABEL_MASK 0xfffff
      0800 1700 05000500 // FRA_SPORT_RANGE 5-5
      0600 1c00 ff00 0000 // FRA_SPORT_MASK 0xff
      0800 1800 06000600 // FRA_DPORT_RANGE 6-6
      0600 1d00 ffff 0000 // FRA_DPORT_MASK 0xffff`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet6",
        priority: 0,
        src: "all",
        sport: 5,
        sport_mask: "0xff",
        dport: 6,
        dport_mask: "0xffff",
        table: "main",
        dscp: "1",
        dscp_mask: "0x3f",
        flowlabel: "0x12345",
        flowlabel_mask: "0xfffff",
      },
    ],
  },
  {
    title: "lengths without a prefix",
    command: "written by hand",
    bytes: `
      2c000000 2000 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWRULE
      02 10 08 00 00 00 00 0a 00000000 // fib_rule_hdr: AF_INET, to /16, from /8, TOS 0x0, table 0, action 10, flags 0x0
      0800 0600 09000000 // FRA_PRIORITY 9
      0800 1000 ff000000 // FRA_FWMASK 0xff`,
    ifindex: undefined,
    bodies: [
      {
        family: "inet",
        priority: 9,
        src: "0",
        srclen: 8,
        dst: "0",
        dstlen: 16,
        fwmark: "0",
        fwmask: "0xff",
        masquerade: true,
      },
    ],
  },
];
