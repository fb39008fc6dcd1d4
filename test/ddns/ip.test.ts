import { expect, test } from "bun:test";
import { compareIp, formatIp, isIn, parseIp, parsePrefix, prefix, withSuffix } from "../../src/ddns/ip.ts";

test("addresses there and back", () => {
  for (const text of [
    "0.0.0.0",
    "192.0.2.1",
    "::",
    "::1",
    "2001:db8::1",
    "1:2:3:4:5:6:7:8",
    "fe80::",
    "::ffff:192.0.2.1",
    "1::8",
  ])
    expect(formatIp(parseIp(text)!)).toBe(text);
  for (const text of ["", "192.0.2", "192.0.2.256", "::1::", "fe80::1%eth0", "host"])
    expect(parseIp(text)).toBeUndefined();
});

test("prefixes", () => {
  expect(isIn(parseIp("10.255.0.1")!, prefix("10.0.0.0/8"))).toBe(true);
  expect(isIn(parseIp("11.0.0.1")!, prefix("10.0.0.0/8"))).toBe(false);
  expect(isIn(parseIp("100.127.255.255")!, prefix("100.64.0.0/10"))).toBe(true);
  expect(isIn(parseIp("100.128.0.0")!, prefix("100.64.0.0/10"))).toBe(false);
  expect(isIn(parseIp("2001:db8::1")!, prefix("2000::/3"))).toBe(true);
  expect(isIn(parseIp("4000::1")!, prefix("2000::/3"))).toBe(false);
  expect(isIn(parseIp("192.0.2.1")!, prefix("::/0"))).toBe(false);
  expect(isIn(parseIp("192.0.2.1")!, prefix("0.0.0.0/0"))).toBe(true);
  expect(parsePrefix("192.0.2.1")?.length).toBe(32);
  for (const text of ["192.0.2.0/33", "2001:db8::/129", "192.0.2.0/", "192.0.2.0/-1", "/8", "x/8"])
    expect(parsePrefix(text)).toBeUndefined();
});

test("a suffix behind the first bits of an address", () => {
  const address = parseIp("2001:db8:1:2:a:b:c:d")!;
  expect(formatIp(withSuffix(address, prefix("::1/64")))).toBe("2001:db8:1:2::1");
  expect(formatIp(withSuffix(address, prefix("::3:0:0:0:1/56")))).toBe("2001:db8:1:3::1");
  expect(formatIp(withSuffix(address, prefix("::1/0")))).toBe("::1");
  expect(formatIp(withSuffix(address, prefix("::1/128")))).toBe("2001:db8:1:2:a:b:c:d");
  expect(formatIp(withSuffix(parseIp("2001:db8:1:ff::")!, prefix("::1/60")))).toBe("2001:db8:1:f0::1");
});

test("order", () => {
  const sorted = ["192.0.2.10", "192.0.2.9"].map((text) => parseIp(text)!).sort(compareIp);
  expect(sorted.map(formatIp)).toEqual(["192.0.2.9", "192.0.2.10"]);
});
