import { expect, test } from "bun:test";
import { printable, safeJson } from "../../src/output/escape.ts";

/** Every character that may not leave raw, as code points. */
const UNSAFE: number[] = [];
const range = (from: number, to: number) => {
  for (let code = from; code <= to; code++) UNSAFE.push(code);
};
range(0, 0x1f);
range(0x7f, 0x9f);
range(0x2028, 0x202e);
range(0x2066, 0x2069);
UNSAFE.push(0x61c, 0x200e, 0x200f, 0xfeff);
const LONE = [0xd800, 0xdbff, 0xdc00, 0xdfff];

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

test("printable: what could drive a terminal is shown as its number", () => {
  for (const code of [...UNSAFE, ...LONE]) {
    const shown = code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
    expect(printable(String.fromCharCode(code))).toBe(shown);
    expect(printable(`a${String.fromCharCode(code)}b`)).toBe(`a${shown}b`);
  }
});

test("printable: the neighbours of what is unsafe, and all else, stay as they are", () => {
  const unsafe = new Set([...UNSAFE]);
  for (let code = 0; code < 0x3000; code++) {
    if (unsafe.has(code)) continue;
    const char = String.fromCharCode(code);
    expect(printable(char) === char).toBe(true);
  }
});

test.each(["", "eth0", "größe", "日本語", "🦀", "👩‍👩‍👧", "a\\x1b", "e\u0301", '"quoted"'])(
  "printable(%j) is the same",
  (text) => {
    expect(printable(text)).toBe(text);
  },
);

test.each([
  ["\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"],
  ["\u009b31m", "\\x9b31m"],
  ["a\nb\r\n", "a\\x0ab\\x0d\\x0a"],
  ["user\u202etxt.exe", "user\\u202etxt.exe"],
  ["\ud83e", "\\ud83e"],
  ["\udd80\ud83e", "\\udd80\\ud83e"],
  ["\ud83e🦀\udd80", "\\ud83e🦀\\udd80"],
] as const)("printable(%j)", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("a call does not depend on the one before", () => {
  for (let i = 0; i < 4; i++) {
    expect(printable("ab\x1b")).toBe("ab\\x1b");
    expect(printable("\x1b")).toBe("\\x1b");
    expect(safeJson('"ab\x7f"')).toBe('"ab\\u007f"');
    expect(safeJson('"\x7f"')).toBe('"\\u007f"');
  }
});

test("safeJson: the same value, without one unsafe character", () => {
  const values: unknown[] = [
    ...[...UNSAFE, ...LONE].map((code) => `a${String.fromCharCode(code)}b`),
    { "key\u202e\x9b": ["\x1b", { deep: "\u2028\\\u2029" }] },
    'back\\slash\\u009b "\u009b"',
    String.fromCharCode(...UNSAFE),
    [1, null, true, 1.5],
  ];
  for (const value of values) {
    const json = safeJson(JSON.stringify(value));
    expect(JSON.parse(json)).toEqual(value);
    const raw = [...json].map((char) => char.codePointAt(0)!);
    expect(raw.filter((code) => UNSAFE.includes(code) || (code >= 0xd800 && code <= 0xdfff))).toEqual([]);
  }
});

test("safeJson leaves the rest as it is", () => {
  const json = JSON.stringify({ ifname: "größe 日本語 🦀", alias: "e\u0301" });
  expect(safeJson(json)).toBe(json);
  expect(safeJson('"\u009b"')).toBe('"\\u009b"');
  expect(safeJson('"🦀\u202e🦀"')).toBe('"🦀\\u202e🦀"');
});
