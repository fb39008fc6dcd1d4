import { describe, expect, test } from "bun:test";
import type { Problem, UnknownAttribute } from "../../src/netlink/context.ts";
import { type Address, addressRequest, readAddress } from "../../src/rtnetlink/address.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { scopeName } from "../../src/rtnetlink/names.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";
import { messageOf, wire } from "./corpus.ts";

function read(text: string): {
  ifindex: number;
  body: Address;
  problems: Problem[];
  unknown: UnknownAttribute[];
} {
  const cx = new RtContext(new Devs());
  cx.keepUnknown = true;
  const address = readAddress(messageOf(wire(text)), cx);
  if (address === undefined) throw new Error(JSON.stringify(cx.problems));
  return { ifindex: address.dev.ifindex, body: address.body, problems: cx.problems, unknown: cx.unknown };
}

const FOREVER = 4294967295;
const forever = { valid_life_time: FOREVER, preferred_life_time: FOREVER };

/** The command, the bytes it made, and what `ip -j addr` shows (and `usable`). */
interface Recorded {
  title: string;
  command: string;
  bytes: string;
  ifindex: number;
  body: Address;
}

const RECORDED: readonly Recorded[] = [
  {
    title: "IPv4 loopback",
    command: "ip link set lo up",
    bytes: `
      4c000000 1400 0000 00000000 00000000          // nlmsghdr: 76 bytes, RTM_NEWADDR
      02 08 80 fe 01000000                          // ifaddrmsg: AF_INET, /8, PERMANENT, scope host, index 1
      0800 0100 7f000001                            // IFA_ADDRESS 127.0.0.1
      0800 0200 7f000001                            // IFA_LOCAL 127.0.0.1
      0700 0300 6c6f00 00                           // IFA_LABEL "lo", padding
      0800 0800 80000000                            // IFA_FLAGS PERMANENT
      1400 0600 ffffffff ffffffff de650600 de650600 // IFA_CACHEINFO: preferred and valid forever`,
    ifindex: 1,
    body: {
      family: "inet",
      local: "127.0.0.1",
      prefixlen: 8,
      scope: "host",
      label: "lo",
      ...forever,
      usable: true,
    },
  },
  {
    title: "IPv6 loopback: only IFA_ADDRESS, and who made it",
    command: "ip link set lo up",
    bytes: `
      50000000 1400 0000 00000000 00000000          // nlmsghdr: 80 bytes, RTM_NEWADDR
      0a 80 80 fe 01000000                          // ifaddrmsg: AF_INET6, /128, PERMANENT, scope host, index 1
      1400 0100 00*12 00000001                      // IFA_ADDRESS ::1
      1400 0600 ffffffff ffffffff de650600 de650600 // IFA_CACHEINFO: preferred and valid forever
      0800 0800 80000000                            // IFA_FLAGS PERMANENT
      0500 0b00 01 000000                           // IFA_PROTO IFAPROT_KERNEL_LO`,
    ifindex: 1,
    body: {
      family: "inet6",
      local: "::1",
      prefixlen: 128,
      scope: "host",
      protocol: "kernel_lo",
      ...forever,
      usable: true,
    },
  },
  {
    title: "IPv4 with a broadcast address",
    command: "ip addr add 192.0.2.1/24 brd + dev v0",
    bytes: `
      54000000 1400 0000 00000000 00000000          // nlmsghdr: 84 bytes, RTM_NEWADDR
      02 18 80 00 03000000                          // ifaddrmsg: AF_INET, /24, PERMANENT, scope global, index 3
      0800 0100 c0000201                            // IFA_ADDRESS 192.0.2.1
      0800 0200 c0000201                            // IFA_LOCAL 192.0.2.1
      0800 0400 c00002ff                            // IFA_BROADCAST 192.0.2.255
      0700 0300 763000 00                           // IFA_LABEL "v0"
      0800 0800 80000000                            // IFA_FLAGS PERMANENT
      1400 0600 ffffffff ffffffff 505d0700 505d0700 // IFA_CACHEINFO: preferred and valid forever`,
    ifindex: 3,
    body: {
      family: "inet",
      local: "192.0.2.1",
      prefixlen: 24,
      broadcast: "192.0.2.255",
      scope: "global",
      label: "v0",
      ...forever,
      usable: true,
    },
  },
  {
    title: "the second IPv4 address of a subnet is secondary",
    command: "ip addr add 192.0.2.2/24 dev v0",
    bytes: `
      4c000000 1400 0000 00000000 00000000          // nlmsghdr: 76 bytes, RTM_NEWADDR
      02 18 81 00 03000000                          // ifaddrmsg: AF_INET, /24, PERMANENT|SECONDARY, global, index 3
      0800 0100 c0000202                            // IFA_ADDRESS 192.0.2.2
      0800 0200 c0000202                            // IFA_LOCAL 192.0.2.2
      0700 0300 763000 00                           // IFA_LABEL "v0"
      0800 0800 81000000                            // IFA_FLAGS PERMANENT|SECONDARY
      1400 0600 ffffffff ffffffff 515d0700 515d0700 // IFA_CACHEINFO: preferred and valid forever`,
    ifindex: 3,
    body: {
      family: "inet",
      local: "192.0.2.2",
      prefixlen: 24,
      scope: "global",
      secondary: true,
      label: "v0",
      ...forever,
      usable: true,
    },
  },
  {
    title: "IPv4 with lifetimes is dynamic",
    command: "ip addr add 198.51.100.5/24 dev v0 valid_lft 1000 preferred_lft 500",
    bytes: `
      4c000000 1400 0000 00000000 00000000          // nlmsghdr: 76 bytes, RTM_NEWADDR
      02 18 00 00 03000000                          // ifaddrmsg: AF_INET, /24, no flags, scope global, index 3
      0800 0100 c6336405                            // IFA_ADDRESS 198.51.100.5
      0800 0200 c6336405                            // IFA_LOCAL 198.51.100.5
      0700 0300 763000 00                           // IFA_LABEL "v0"
      0800 0800 00000000                            // IFA_FLAGS none
      1400 0600 f4010000 e8030000 515d0700 515d0700 // IFA_CACHEINFO: preferred 500, valid 1000`,
    ifindex: 3,
    body: {
      family: "inet",
      local: "198.51.100.5",
      prefixlen: 24,
      scope: "global",
      dynamic: true,
      label: "v0",
      valid_life_time: 1000,
      preferred_life_time: 500,
      usable: true,
    },
  },
  {
    title: "IPv4 with a peer: IFA_ADDRESS is the peer's",
    command: "ip addr add 10.0.0.1 peer 10.0.0.2/32 dev v0",
    bytes: `
      4c000000 1400 0000 00000000 00000000          // nlmsghdr: 76 bytes, RTM_NEWADDR
      02 20 80 00 04000000                          // ifaddrmsg: AF_INET, /32, PERMANENT, scope global, index 4
      0800 0100 0a000002                            // IFA_ADDRESS 10.0.0.2
      0800 0200 0a000001                            // IFA_LOCAL 10.0.0.1
      0700 0300 763000 00                           // IFA_LABEL "v0"
      0800 0800 80000000                            // IFA_FLAGS PERMANENT
      1400 0600 ffffffff ffffffff de650600 de650600 // IFA_CACHEINFO: preferred and valid forever`,
    ifindex: 4,
    body: {
      family: "inet",
      local: "10.0.0.1",
      address: "10.0.0.2",
      prefixlen: 32,
      scope: "global",
      label: "v0",
      ...forever,
      usable: true,
    },
  },
  {
    title: "IPv6 with a peer, still tentative",
    command: "ip addr add 2001:db8::1 peer 2001:db8::2/64 dev v0",
    bytes: `
      5c000000 1400 0000 00000000 00000000          // nlmsghdr: 92 bytes, RTM_NEWADDR
      0a 40 c0 00 04000000                          // ifaddrmsg: AF_INET6, /64, PERMANENT|TENTATIVE, global, index 4
      1400 0200 20010db8 00000000 00000000 00000001 // IFA_LOCAL 2001:db8::1
      1400 0100 20010db8 00000000 00000000 00000002 // IFA_ADDRESS 2001:db8::2
      1400 0600 ffffffff ffffffff de650600 de650600 // IFA_CACHEINFO: preferred and valid forever
      0800 0800 c0000000                            // IFA_FLAGS PERMANENT|TENTATIVE`,
    ifindex: 4,
    body: {
      family: "inet6",
      local: "2001:db8::1",
      address: "2001:db8::2",
      prefixlen: 64,
      scope: "global",
      tentative: true,
      ...forever,
      usable: false,
    },
  },
  {
    title: "the link-local address of a device that came up, after DAD",
    command: "ip link set v0 up",
    bytes: `
      50000000 1400 0000 00000000 00000000          // nlmsghdr: 80 bytes, RTM_NEWADDR
      0a 40 80 fd 04000000                          // ifaddrmsg: AF_INET6, /64, PERMANENT, scope link, index 4
      1400 0100 fe800000 00000000 000000ff fe000001 // IFA_ADDRESS fe80::ff:fe00:1
      1400 0600 ffffffff ffffffff 77650600 77650600 // IFA_CACHEINFO: preferred and valid forever
      0800 0800 80000000                            // IFA_FLAGS PERMANENT
      0500 0b00 03 000000                           // IFA_PROTO IFAPROT_KERNEL_LL`,
    ifindex: 4,
    body: {
      family: "inet6",
      local: "fe80::ff:fe00:1",
      prefixlen: 64,
      scope: "link",
      protocol: "kernel_ll",
      ...forever,
      usable: true,
    },
  },
  {
    title: "optimistic: tentative, and usable all the same",
    command: "sysctl net.ipv6.conf.v0.optimistic_dad=1; ip addr add 2001:db8::e/64 dev v0 optimistic",
    bytes: `
      48000000 1400 0000 00000000 00000000          // nlmsghdr: 72 bytes, RTM_NEWADDR
      0a 40 c4 00 03000000                          // ifaddrmsg: AF_INET6, /64, index 3
      1400 0100 20010db8 00000000 00000000 0000000e // IFA_ADDRESS 2001:db8::e
      1400 0600 ffffffff ffffffff 72710600 72710600 // IFA_CACHEINFO: preferred and valid forever
      0800 0800 c4000000                            // IFA_FLAGS PERMANENT|TENTATIVE|OPTIMISTIC`,
    ifindex: 3,
    body: {
      family: "inet6",
      local: "2001:db8::e",
      prefixlen: 64,
      scope: "global",
      optimistic: true,
      tentative: true,
      ...forever,
      usable: true,
    },
  },
  {
    title: "dadfailed: another host has the address",
    command: "ip addr add 2001:db8::d/64 dev v0, with the same on the peer",
    bytes: `
      48000000 1400 0000 00000000 00000000          // nlmsghdr: 72 bytes, RTM_NEWADDR
      0a 40 c8 00 03000000                          // ifaddrmsg: AF_INET6, /64, index 3
      1400 0100 20010db8 00000000 00000000 0000000d // IFA_ADDRESS 2001:db8::d
      1400 0600 ffffffff ffffffff 71710600 71710600 // IFA_CACHEINFO: preferred and valid forever
      0800 0800 c8000000                            // IFA_FLAGS PERMANENT|TENTATIVE|DADFAILED`,
    ifindex: 3,
    body: {
      family: "inet6",
      local: "2001:db8::d",
      prefixlen: 64,
      scope: "global",
      dadfailed: true,
      tentative: true,
      ...forever,
      usable: false,
    },
  },
  {
    title: "deprecated: its preferred lifetime is over",
    command: "ip addr change 2001:db8:6::6/64 dev v0 nodad valid_lft 100 preferred_lft 0",
    bytes: `
      48000000 1400 0000 00000000 00000000          // nlmsghdr: 72 bytes, RTM_NEWADDR
      0a 40 22 00 04000000                          // ifaddrmsg: AF_INET6, /64, NODAD|DEPRECATED, global, index 4
      1400 0100 20010db8 00060000 00000000 00000006 // IFA_ADDRESS 2001:db8:6::6
      1400 0600 00000000 64000000 e0650600 e0650600 // IFA_CACHEINFO: preferred 0, valid 100
      0800 0800 22000000                            // IFA_FLAGS NODAD|DEPRECATED`,
    ifindex: 4,
    body: {
      family: "inet6",
      local: "2001:db8:6::6",
      prefixlen: 64,
      scope: "global",
      dynamic: true,
      nodad: true,
      deprecated: true,
      valid_life_time: 100,
      preferred_life_time: 0,
      usable: false,
    },
  },
  {
    title: "flags beyond the eighth bit are in IFA_FLAGS alone; a metric",
    command: "ip addr add 2001:db8:5::6/64 dev v0 nodad noprefixroute metric 50",
    bytes: `
      50000000 1400 0000 00000000 00000000          // nlmsghdr: 80 bytes, RTM_NEWADDR
      0a 40 82 00 04000000                          // ifaddrmsg: AF_INET6, /64, PERMANENT|NODAD, global, index 4
      1400 0100 20010db8 00050000 00000000 00000006 // IFA_ADDRESS 2001:db8:5::6
      0800 0900 32000000                            // IFA_RT_PRIORITY 50
      1400 0600 ffffffff ffffffff de650600 de650600 // IFA_CACHEINFO: preferred and valid forever
      0800 0800 82020000                            // IFA_FLAGS PERMANENT|NODAD|NOPREFIXROUTE`,
    ifindex: 4,
    body: {
      family: "inet6",
      local: "2001:db8:5::6",
      prefixlen: 64,
      metric: 50,
      scope: "global",
      nodad: true,
      noprefixroute: true,
      ...forever,
      usable: true,
    },
  },
  {
    title: "an address that temporary ones are made from",
    command: "ip addr add 2001:db8:7::7/64 dev v0 nodad mngtmpaddr valid_lft 1000000 preferred_lft 1000000",
    bytes: `
      48000000 1400 0000 00000000 00000000          // nlmsghdr: 72 bytes, RTM_NEWADDR
      0a 40 02 00 04000000                          // ifaddrmsg: AF_INET6, /64, NODAD, scope global, index 4
      1400 0100 20010db8 00070000 00000000 00000007 // IFA_ADDRESS 2001:db8:7::7
      1400 0600 40420f00 40420f00 e1650600 e1650600 // IFA_CACHEINFO: preferred and valid 1000000
      0800 0800 02010000                            // IFA_FLAGS NODAD|MANAGETEMPADDR`,
    ifindex: 4,
    body: {
      family: "inet6",
      local: "2001:db8:7::7",
      prefixlen: 64,
      scope: "global",
      dynamic: true,
      nodad: true,
      mngtmpaddr: true,
      valid_life_time: 1000000,
      preferred_life_time: 1000000,
      usable: true,
    },
  },
  {
    title: "the temporary one: IFA_F_SECONDARY has another name for IPv6",
    command: "sysctl net.ipv6.conf.v0.use_tempaddr=2, and the command above",
    bytes: `
      48000000 1400 0000 00000000 00000000          // nlmsghdr: 72 bytes, RTM_NEWADDR
      0a 40 01 00 04000000                          // ifaddrmsg: AF_INET6, /64, TEMPORARY, scope global, index 4
      1400 0100 20010db8 00070000 91566c81 a9200a4b // IFA_ADDRESS 2001:db8:7:0:9156:6c81:a920:a4b
      1400 0600 a54f0100 7f3a0900 e1650600 e1650600 // IFA_CACHEINFO: preferred 85925, valid 604799
      0800 0800 01000000                            // IFA_FLAGS TEMPORARY`,
    ifindex: 4,
    body: {
      family: "inet6",
      local: "2001:db8:7:0:9156:6c81:a920:a4b",
      prefixlen: 64,
      scope: "global",
      temporary: true,
      dynamic: true,
      valid_life_time: 604799,
      preferred_life_time: 85925,
      usable: true,
    },
  },
  {
    title: "a label of its own, a scope without a name",
    command: "ip addr add 192.0.2.9/24 brd + dev v0 label v0:x metric 70 scope 17 noprefixroute",
    bytes: `
      60000000 1400 0000 00000000 00000000          // nlmsghdr: 96 bytes, RTM_NEWADDR
      02 18 80 11 03000000                          // ifaddrmsg: AF_INET, /24, PERMANENT, scope 17, index 3
      0800 0100 c0000209                            // IFA_ADDRESS 192.0.2.9
      0800 0200 c0000209                            // IFA_LOCAL 192.0.2.9
      0800 0400 c00002ff                            // IFA_BROADCAST 192.0.2.255
      0900 0300 76303a78 00 000000                  // IFA_LABEL "v0:x", padding
      0800 0800 80020000                            // IFA_FLAGS PERMANENT|NOPREFIXROUTE
      0800 0900 46000000                            // IFA_RT_PRIORITY 70
      1400 0600 ffffffff ffffffff a0720600 a0720600 // IFA_CACHEINFO: preferred and valid forever`,
    ifindex: 3,
    body: {
      family: "inet",
      local: "192.0.2.9",
      prefixlen: 24,
      metric: 70,
      broadcast: "192.0.2.255",
      scope: "17",
      noprefixroute: true,
      label: "v0:x",
      ...forever,
      usable: true,
    },
  },
  {
    title: "a multicast address that its group is joined for",
    command: "ip addr add 224.0.0.251/32 dev v0 autojoin",
    bytes: `
      4c000000 1400 0000 00000000 00000000          // nlmsghdr: 76 bytes, RTM_NEWADDR
      02 20 80 00 03000000                          // ifaddrmsg: AF_INET, /32, PERMANENT, scope global, index 3
      0800 0100 e00000fb                            // IFA_ADDRESS 224.0.0.251
      0800 0200 e00000fb                            // IFA_LOCAL 224.0.0.251
      0700 0300 763000 00                           // IFA_LABEL "v0"
      0800 0800 80040000                            // IFA_FLAGS PERMANENT|MCAUTOJOIN
      1400 0600 ffffffff ffffffff a2720600 a2720600 // IFA_CACHEINFO: preferred and valid forever`,
    ifindex: 3,
    body: {
      family: "inet",
      local: "224.0.0.251",
      prefixlen: 32,
      scope: "global",
      autojoin: true,
      label: "v0",
      ...forever,
      usable: true,
    },
  },
];

describe("recorded", () => {
  for (const { title, command, bytes, ifindex, body } of RECORDED)
    test(`${title} (${command})`, () => {
      expect(read(bytes)).toEqual({ ifindex, body, problems: [], unknown: [] });
    });

  test("the keys come in ip's order, then usable", () => {
    const { body } = read(RECORDED.find(({ title }) => title.startsWith("a label"))!.bytes);
    expect(Object.keys(body)).toEqual([
      "family",
      "local",
      "prefixlen",
      "metric",
      "broadcast",
      "scope",
      "noprefixroute",
      "label",
      "valid_life_time",
      "preferred_life_time",
      "usable",
    ]);
  });
});

/** A message of one's own: family, prefix length, flags and scope as eight digits, for index 3, and attributes. */
const own = (header: string, attributes: string): string => {
  const size = wire(attributes).length + 24;
  return `${size.toString(16).padStart(2, "0")}000000 1400 0000 00000000 00000000 ${header} 03000000 ${attributes}`;
};

describe("usable", () => {
  // TENTATIVE 40, DEPRECATED 20, DADFAILED 08, OPTIMISTIC 04
  const cases: [flags: string, usable: boolean, what: string][] = [
    ["80", true, "permanent"],
    ["00", true, "dynamic"],
    ["40", false, "tentative"],
    ["44", true, "tentative and optimistic"],
    ["04", true, "optimistic"],
    ["20", false, "deprecated"],
    ["24", false, "deprecated and optimistic"],
    ["08", false, "dadfailed"],
    ["4c", false, "dadfailed, tentative and optimistic"],
  ];
  for (const [flags, usable, what] of cases)
    test(`${what}: ${usable}`, () => {
      expect(read(own(`0a 40 ${flags} 00`, "")).body.usable).toBe(usable);
      // IFA_FLAGS has the last word.
      expect(read(own("0a 40 ff 00", `0800 0800 ${flags}000000`)).body.usable).toBe(usable);
    });
});

describe("shorter and longer than today's", () => {
  test("a header that is not whole is no address, and a problem", () => {
    const cx = new RtContext(new Devs());
    const header = wire("14000000 1400 0000 00000000 00000000  0a 40 80 00");
    expect(readAddress(messageOf(header), cx)).toBeUndefined();
    expect(cx.problems).toEqual([{ path: "ifaddrmsg", problem: "4 bytes, 8 expected" }]);
  });

  test("a header alone is an address without one", () => {
    expect(read(own("0a 40 80 fd", "")).body).toEqual({
      family: "inet6",
      prefixlen: 64,
      scope: "link",
      usable: true,
    });
  });

  test("a kernel without IFA_FLAGS: those of the header", () => {
    const { body } = read(own("02 18 01 00", "0800 0200 c0000202"));
    expect(body).toEqual({
      family: "inet",
      local: "192.0.2.2",
      prefixlen: 24,
      scope: "global",
      secondary: true,
      dynamic: true,
      usable: true,
    });
  });

  test("flags that are newer than the table, in hex", () => {
    const { body } = read(own("0a 40 80 00", "0800 0800 80300080"));
    expect(body.ifa_flags).toBe("80003000");
    expect(read(own("0a 40 80 00", "0800 0800 80100000")).body.ifa_flags).toBe("1000");
    expect(body).not.toHaveProperty("dynamic");
  });

  test("lifetimes without the time stamps, and with one field more", () => {
    const lifetimes = { valid_life_time: 1000, preferred_life_time: 500 };
    expect(read(own("02 18 80 00", "0c00 0600 f4010000 e8030000")).body).toMatchObject(lifetimes);
    const longer = read(own("02 18 80 00", "1800 0600 f4010000 e8030000 515d0700 515d0700 01020304"));
    expect(longer.body).toMatchObject(lifetimes);
    expect([longer.problems, longer.unknown]).toEqual([[], []]);
  });

  test("one lifetime alone is a problem, and kept", () => {
    const { body, problems, unknown } = read(own("02 18 80 00", "0800 0600 f4010000"));
    expect(body).not.toHaveProperty("valid_life_time");
    expect(problems).toEqual([{ path: "IFA_CACHEINFO", problem: "4 bytes, at least 8 expected" }]);
    expect(unknown).toEqual([{ path: "IFA_CACHEINFO", hex: "f4010000" }]);
  });

  test("attributes without a row are kept", () => {
    expect(read(own("02 18 80 00", "0800 6300 01020304")).unknown).toEqual([{ path: "99", hex: "01020304" }]);
  });

  test("who made it: a number without a name", () => {
    expect(read(own("02 18 80 00", "0500 0b00 10 000000")).body.protocol).toBe("0x10");
    expect(read(own("02 18 80 00", "0500 0b00 02 000000")).body.protocol).toBe("kernel_ra");
  });

  test("a family without a name: its number, and the bytes in hex", () => {
    expect(read(own("2d 08 80 00", "0500 0100 08 000000")).body).toEqual({
      family_index: 45,
      local: "08",
      prefixlen: 8,
      scope: "global",
      usable: true,
    });
  });

  test("an address that is too short for its family, in hex", () => {
    expect(read(own("0a 40 80 00", "0800 0100 c0000201")).body.local).toBe("c0:00:02:01");
  });

  test("anycast and multicast", () => {
    const attributes = "1400 0500 20010db8 00*12  1400 0700 ff02 00*13 01";
    expect(read(own("0a 80 80 00", attributes)).body).toMatchObject({
      anycast: "2001:db8::",
      multicast: "ff02::1",
    });
  });
});

test("scopeName: names of RT_SCOPE_*, else the number", () => {
  expect([0, 200, 253, 254, 255, 17].map(scopeName)).toEqual([
    "global",
    "site",
    "link",
    "host",
    "nowhere",
    "17",
  ]);
});

test("addressRequest asks for all: ifaddrmsg of zeros", () => {
  expect(addressRequest().toHex()).toBe("0000000000000000");
});
