import { expect, test } from "bun:test";
import type { Type } from "../../src/netlink/attr.ts";
import { Context } from "../../src/netlink/context.ts";
import {
  be16,
  be32,
  bitNames,
  bool,
  bytes,
  flag,
  hex0x,
  indexed,
  mapped,
  named,
  s32,
  str,
  struct,
  u8,
  u16,
  u32,
  u64,
  uint,
} from "../../src/netlink/types.ts";
import * as wire from "./fixtures/wire.ts";

/** Reads `data` as the payload of an attribute, with other bytes around it. */
function read<T>(type: Type<T>, data: Uint8Array | readonly number[]): T | undefined {
  const view = wire.viewOf(wire.join(wire.u8(0xee, 0xee), Uint8Array.from(data), wire.u8(0xee, 0xee)));
  return type.read(view, 2, data.length, new Context());
}

test.each([
  ["u8", u8, 1, [0xff], 255],
  ["u16", u16, 2, [0x34, 0xff], 0xff34],
  ["u32", u32, 4, [0x78, 0x56, 0x34, 0xff], 0xff345678],
  ["s32", s32, 4, [0xfe, 0xff, 0xff, 0xff], -2],
  ["be16", be16, 2, [0xff, 0x34], 0xff34],
  ["be32", be32, 4, [0xff, 0x34, 0x56, 0x78], 0xff345678],
  ["u64", u64, 8, [8, 7, 6, 5, 4, 3, 2, 0], 0x02030405060708],
] as const)("%s", (_, type, min, data, value) => {
  expect(type.min).toBe(min);
  expect(read(type, data)).toBe(value);
});

test.each([
  0n,
  1n,
  0xffff_ffffn,
  0x1_0000_0000n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  12345678901234567890n,
  2n ** 63n,
  2n ** 64n - 1n,
])("u64 %d is written with all its digits", (value) => {
  const read64 = read(u64, wire.u64(value));
  expect(JSON.stringify({ value: read64 })).toBe(`{"value":${value}}`);
  if (value < 2n ** 53n) expect(read64).toBe(Number(value));
});

test("uint has 4 bytes, or 8 where the number needs them", () => {
  expect(uint.min).toBe(4);
  expect(read(uint, wire.u32(0xfffffffe))).toBe(0xfffffffe);
  expect(read(uint, wire.u64(0x1_0000_0001n))).toBe(0x1_0000_0001);
  expect(JSON.stringify(read(uint, wire.u64(2n ** 64n - 1n)))).toBe("18446744073709551615");
});

test("bool and flag", () => {
  expect([bool.min, read(bool, [0]), read(bool, [1]), read(bool, [0x80])]).toEqual([1, false, true, true]);
  expect([flag.min, read(flag, []), read(flag, [0])]).toEqual([0, true, true]);
});

test("bytes", () => {
  expect(bytes.min).toBe(0);
  expect(read(bytes, [0, 0x0a, 0xff])).toBe("000aff");
  expect(read(bytes, [])).toBe("");
});

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

test.each([
  ["nothing", [], ""],
  ["a NUL alone", [0], ""],
  ["with its NUL", [...utf8("eth0"), 0], "eth0"],
  ["without a NUL", utf8("eth0"), "eth0"],
  ["up to the first NUL", [...utf8("a"), 0, ...utf8("b"), 0], "a"],
  ["up to the first NUL, not ASCII", [...utf8("ü"), 0, ...utf8("ß"), 0xff], "ü"],
  ["not ASCII after the NUL", [...utf8("a"), 0, 0xff], "a"],
  ["two, three and four bytes", utf8("aü€🦀z"), "aü€🦀z"],
  [
    "the first and last of each length",
    utf8("\x7f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}"),
    "\x7f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}",
  ],
  ["control characters stay", [0x1b, 0x5b, 0x07, 0x7f, ...utf8("\u009b\u202e")], "\x1b[\x07\x7f\u009b\u202e"],
  ["a byte order mark stays", utf8("\ufeffeth0"), "\ufeffeth0"],
  ["a byte order mark inside stays", utf8("a\ufeffb"), "a\ufeffb"],
  ["a lone continuation", [0x61, 0x80, 0x62], "a\\x80b"],
  ["no lead at all", [0xff, 0xfe, 0xc0, 0xc1, 0xf5], "\\xff\\xfe\\xc0\\xc1\\xf5"],
  ["overlong", [0xc0, 0xaf, 0xe0, 0x80, 0xaf], "\\xc0\\xaf\\xe0\\x80\\xaf"],
  ["a surrogate", [0xed, 0xa0, 0x80], "\\xed\\xa0\\x80"],
  ["above U+10FFFF", [0xf4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"],
  ["cut off", [...utf8("a"), 0xe2, 0x82], "a\\xe2\\x82"],
  ["cut off by a NUL", [0xf0, 0x9f, 0, 0xa6, 0x80], "\\xf0\\x9f"],
  ["cut off by the next", [0xe2, 0x82, 0x61, 0xc3, 0xbc], "\\xe2\\x82aü"],
] as const)("str: %s", (_, data, text) => {
  expect(read(str, data)).toBe(text);
});

test("str: any bytes, whatever they are, become text that says them", () => {
  const next = wire.random(4);
  for (let round = 0; round < 2000; round++) {
    const data = Array.from({ length: next(20) }, () => 1 + next(255));
    const text = read(str, data)!;
    expect(text.isWellFormed()).toBe(true);
    const said = text.replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => `<${digits}>`);
    const want = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(data));
    expect(said.replace(/(<[0-9a-f]{2}>)+/g, "?")).toBe(want.replace(/\ufffd+/g, "?"));
  }
});

test("mapped keeps the least length, and can say nothing", () => {
  const halved = mapped(u32, (value) => (value === 0 ? undefined : value / 2));
  expect(halved.min).toBe(4);
  expect(read(halved, wire.u32(10))).toBe(5);
  expect(read(halved, wire.u32(0))).toBeUndefined();
  expect(read(mapped(halved, String), wire.u32(0))).toBeUndefined();
});

test("named", () => {
  const type = named(u16, { 0: "off", 513: "on" });
  expect(type.min).toBe(2);
  expect([0, 513, 7].map((value) => read(type, wire.u16(value)))).toEqual(["off", "on", "7"]);
});

test("indexed", () => {
  const type = indexed(u8, "operstate", ["UNKNOWN", "", "DOWN"]);
  expect(type.min).toBe(1);
  expect(read(type, [0])).toEqual({ operstate: "UNKNOWN" });
  expect(read(type, [2])).toEqual({ operstate: "DOWN" });
  expect(read(type, [1])).toEqual({ operstate: "" });
  expect(read(type, [3])).toEqual({ operstate_index: 3 });
});

const NAMES = [
  [0x4, "FOUR"],
  [0x1, "ONE"],
  [0x80000000, "TOP"],
] as const;

test.each([
  [0, []],
  [1, ["ONE"]],
  [5, ["FOUR", "ONE"]],
  [0x80000005, ["FOUR", "ONE", "TOP"]],
  [0x18, ["18"]],
  [0x40000002, ["40000002"]],
  [0xffffffff, ["FOUR", "ONE", "TOP", "7ffffffa"]],
] as const)("bitNames(%d)", (value, names) => {
  expect(bitNames(value, NAMES)).toEqual([...names]);
  // A number that went through bit operations has a sign.
  expect(bitNames(value | 0, NAMES)).toEqual([...names]);
});

test("bitNames: the highest bit without a name", () => {
  expect(bitNames(0x80000001, [[1, "ONE"]])).toEqual(["ONE", "80000000"]);
});

test.each([
  [0, "0"],
  [1, "0x1"],
  [0x1f, "0x1f"],
  [0xffffffff, "0xffffffff"],
] as const)("hex0x(%d)", (value, text) => {
  expect(hex0x(value)).toBe(text);
});

const grown = struct(6, [
  ["flags", u32],
  ["id", be16],
  ["pad", u16],
  ["big", u64],
]);

test.each([
  ["as the oldest kernel sends it", 6, { flags: 1, id: 0x0203 }],
  ["a field cut off", 7, { flags: 1, id: 0x0203 }],
  ["one more", 8, { flags: 1, id: 0x0203, pad: 0x0504 }],
  ["another one cut off", 15, { flags: 1, id: 0x0203, pad: 0x0504 }],
  ["all known", 16, { flags: 1, id: 0x0203, pad: 0x0504, big: 9 }],
  ["of a newer kernel", 20, { flags: 1, id: 0x0203, pad: 0x0504, big: 9 }],
] as const)("struct, %s", (_, length, fields) => {
  const data = wire.join(wire.u32(1), wire.u8(2, 3, 4, 5), wire.u64(9n), wire.u32(0xffffffff));
  expect(grown.min).toBe(6);
  expect(read(grown, data.subarray(0, length))).toEqual({ ...fields });
});
