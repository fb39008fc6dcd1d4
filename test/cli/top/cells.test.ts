import { expect, test } from "bun:test";
import { addressTexts, ago, agoLasts, fitted } from "../../../src/cli/top/cells.ts";
import type { Address } from "../../../src/rtnetlink/address.ts";

test.each([
  [0, "0s", 1000],
  [1200, "1s", 800],
  [59_999, "59s", 1],
  [60_000, "1m", 60_000],
  [3_599_000, "59m", 1000],
  [3_600_000, "1h", 3_600_000],
  [90_000_000, "1d", 3_600_000],
])("%d ms ago: %s, for another %d ms", (ms, text, lasts) => {
  expect(ago(ms)).toBe(text);
  expect(agoLasts(ms)).toBe(lasts);
});

const address = (family: string, local: string, scope = "global", usable = true) =>
  ({ family, local, prefixlen: 64, scope, usable }) as unknown as Address;

test("what others use comes first; what may not be used is in parentheses", () => {
  expect(
    addressTexts([
      address("inet6", "fe80::1", "link"),
      address("inet6", "2001:db8::2", "global", false),
      address("inet6", "2001:db8::1"),
      address("inet", "192.0.2.1"),
    ]),
  ).toEqual(["192.0.2.1/64", "2001:db8::1/64", "(2001:db8::2/64)", "fe80::1/64"]);
});

test.each([
  [30, "192.0.2.1/24 fe80::1/64"],
  [22, "192.0.2.1/24 +1"],
  [15, "192.0.2.1/24 +1"],
  [10, "192.0.2.1…"],
  [0, ""],
])("in %d cells: %j", (width, text) => {
  expect(fitted(["192.0.2.1/24", "fe80::1/64"], width, "…")).toBe(text);
});

test("no address is nothing", () => {
  expect(fitted([], 10, "…")).toBe("");
});
