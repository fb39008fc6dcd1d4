import { expect, test } from "bun:test";
import { u64 } from "../../../src/netlink/types.ts";
import {
  approximate,
  formatSize,
  microseconds,
  share,
  sixDigits,
  transmitted,
} from "../../../src/rtnetlink/tc/psched.ts";
import { everything } from "../corpus.ts";

test("ticks are 64 ns", () => {
  expect(microseconds(15_625)).toBe(1000);
  // tc class add ... htb rate 1mbit burst 1600: what the kernel says is 200000 ticks.
  expect(transmitted(125_000, 200_000)).toBe(1600);
  expect(transmitted(0, 200_000)).toBe(0);
});

test("sizes as tc writes them: in the largest unit that nearly fits", () => {
  for (const [bytes, text] of [
    [0, "0b"],
    [1600, "1600b"],
    [1024, "1Kb"],
    [15_360, "15Kb"],
    [15_375, "15Kb"],
    [15_376, "15376b"],
    [2 * 1024 ** 2 + 1023, "2Mb"],
    [2 * 1024 ** 2 + 1024, "2049Kb"],
    [3 * 1024 ** 3, "3Gb"],
  ] as const)
    expect([bytes, formatSize(bytes)]).toEqual([bytes, text]);
});

test("numbers as printf's %g shows them", () => {
  expect(sixDigits(0.123456789)).toBe(0.123457);
  expect(sixDigits(1234567)).toBe(1234570);
  expect(share(42949673)).toBe(0.01);
  expect(share(0xffff, 0xffff)).toBe(1);
});

test("numbers that are exact as text can be reckoned with", () => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, 0xffff_ffff_ffff_ffffn, true);
  expect(approximate(u64.read(view, 0, 8, everything())!)).toBe(2 ** 64);
  expect(approximate(7)).toBe(7);
});
