import { describe, expect, test } from "bun:test";
import { familyName, formatInet, formatInet6 } from "../../src/rtnetlink/inet.ts";
import { colons, formatAddress, formatLladdr } from "../../src/rtnetlink/types.ts";
import { exactView, random } from "./corpus.ts";

const view = (hex: string): DataView => exactView(Uint8Array.fromHex(hex));

describe("formatInet", () => {
  for (const [hex, text] of [
    ["00000000", "0.0.0.0"],
    ["7f000001", "127.0.0.1"],
    ["c0000201", "192.0.2.1"],
    ["ffffffff", "255.255.255.255"],
  ] as const)
    test(text, () => expect(formatInet(view(hex), 0)).toBe(text));
});

/** As inet_ntop(3) of glibc writes them. */
const INET6 = [
  // Only zeros, and all but the ends.
  ["00000000000000000000000000000000", "::"],
  ["00000000000000000000000000000001", "::1"],
  ["00010000000000000000000000000000", "1::"],
  ["00010000000000000000000000000001", "1::1"],
  // Nothing to leave out.
  ["20010db8000100020003000400050006", "2001:db8:1:2:3:4:5:6"],
  ["ffffffffffffffffffffffffffffffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  // A run at the start, in the middle, at the end.
  ["00000000000300040005000600070008", "::3:4:5:6:7:8"],
  ["20010db8000000000000000000000001", "2001:db8::1"],
  ["20010db8000100000000000000050006", "2001:db8:1::5:6"],
  ["20010db8000100020003000400000000", "2001:db8:1:2:3:4::"],
  ["fe800000000000000000000000000000", "fe80::"],
  // A single zero group is written, wherever it is.
  ["00000db8000100020003000400050006", "0:db8:1:2:3:4:5:6"],
  ["20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1"],
  ["20010db8000100020003000400050000", "2001:db8:1:2:3:4:5:0"],
  ["00000001000000020000000300000004", "0:1:0:2:0:3:0:4"],
  // The longest run; of equals the first.
  ["20010000000000010000000000000001", "2001:0:0:1::1"],
  ["20010000000000000001000000000001", "2001::1:0:0:1"],
  ["20010db8000000000001000000000001", "2001:db8::1:0:0:1"],
  ["00000000000100000000000100000000", "::1:0:0:1:0:0"],
  ["00010000000000020000000000000003", "1:0:0:2::3"],
  ["00010002000000000003000400000000", "1:2::3:4:0:0"],
  ["00000000000100020003000400000000", "::1:2:3:4:0:0"],
  ["00000000000100020003000000000000", "0:0:1:2:3::"],
  // Leading zeros of a group go.
  ["00010012012312340001001201231234", "1:12:123:1234:1:12:123:1234"],
  // IPv4-mapped and IPv4-compatible ones end dotted.
  ["00000000000000000000ffff01020304", "::ffff:1.2.3.4"],
  ["00000000000000000000ffff00000000", "::ffff:0.0.0.0"],
  ["00000000000000000000000001020304", "::1.2.3.4"],
  ["00000000000000000000000000010000", "::0.1.0.0"],
  // Near misses of these do not.
  ["00000000000000000000000000000102", "::102"],
  ["0000000000000000ffff000001020304", "::ffff:0:102:304"],
  ["00000000000000000000fffe01020304", "::fffe:102:304"],
  ["00010000000000000000ffff01020304", "1::ffff:102:304"],
  ["0064ff9b000000000000000001020304", "64:ff9b::102:304"],
  // The usual ones.
  ["fe80000000000000000000fffe000001", "fe80::ff:fe00:1"],
  ["ff020000000000000000000000000001", "ff02::1"],
  ["ff0200000000000000000001ff000001", "ff02::1:ff00:1"],
  ["20010db80007000091566c81a9200a4b", "2001:db8:7:0:9156:6c81:a920:a4b"],
] as const;

describe("formatInet6", () => {
  for (const [hex, text] of INET6) test(text, () => expect(formatInet6(view(hex), 0)).toBe(text));

  test("any address reads back as the one that it was, and is as short as it can be", () => {
    const next = random(6);
    for (let times = 0; times < 5000; times++) {
      // Zero groups are as frequent as others, so that runs of all lengths come up everywhere.
      const groups = Array.from({ length: 8 }, () => (next() % 2 === 0 ? 0 : next() & 0xffff));
      const hex = groups.map((group) => group.toString(16).padStart(4, "0")).join("");
      const text = formatInet6(view(hex), 0);
      // The URL parser of the runtime writes RFC 5952 without the dotted forms.
      const canonical = new URL(`http://[${groups.map((group) => group.toString(16)).join(":")}]`).hostname;
      expect(new URL(`http://[${text}]`).hostname).toBe(canonical);
      if (!text.includes(".")) expect(`[${text}]`).toBe(canonical);
    }
  });

  test("at any place of the view", () => {
    expect(formatInet6(view("ffff20010db8000000000000000000000001ffff"), 2)).toBe("2001:db8::1");
  });
});

describe("formatAddress", () => {
  test("takes the family's notation where the bytes suffice, else hex", () => {
    const sixteen = view("20010db8000000000000000000000001");
    expect(formatAddress(2, view("c0000201"), 0, 4)).toBe("192.0.2.1");
    expect(formatAddress(10, sixteen, 0, 16)).toBe("2001:db8::1");
    expect(formatAddress(10, view("c0000201"), 0, 4)).toBe("c0:00:02:01");
    expect(formatAddress(2, view("c00002"), 0, 3)).toBe("c0:00:02");
    expect(formatAddress(0, view("c0000201"), 0, 4)).toBe("c0:00:02:01");
    expect(formatAddress(2, view(""), 0, 0)).toBe("");
  });
});

describe("hardware addresses", () => {
  test("colons", () => {
    expect(colons(view("86537a920735"), 0, 6)).toBe("86:53:7a:92:07:35");
    expect(colons(view("0a"), 0, 1)).toBe("0a");
    expect(colons(view(""), 0, 0)).toBe("");
  });

  test("of infiniband, twenty bytes", () => {
    const hex = "000000840123456789abcdef0123456789abcdef";
    expect(formatLladdr(32, view(hex), 0, 20)).toBe(
      "00:00:00:84:01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef",
    );
  });
});

test("familyName is ip's", () => {
  expect([2, 7, 10, 17, 28].map(familyName)).toEqual(["inet", "bridge", "inet6", "link", "mpls"]);
  expect([0, 1, 255].map(familyName)).toEqual([undefined, undefined, undefined]);
});
