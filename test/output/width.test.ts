import { expect, test } from "bun:test";
import { cut, pad, widthOf } from "../../src/output/width.ts";

test.each([
  ["", 0],
  ["eth0", 4],
  ["网络", 4],
  ["é", 1],
  ["e\u0301", 1],
  ["\x1b[1mv0\x1b[0m", 2],
])("%j has %d cells", (text, width) => {
  expect(widthOf(text)).toBe(width);
  expect(widthOf(pad(text, 10))).toBe(10);
});

test.each([
  ["enp0s31f6", 9, "enp0s31f6"],
  ["enp0s31f6", 8, "enp0s31…"],
  ["网络日本", 8, "网络日本"],
  ["网络日本", 7, "网络日…"],
  // A wide character that would stand across the edge is left out.
  ["网络日本", 6, "网络…"],
  ["e\u0301e\u0301e\u0301", 2, "e\u0301…"],
  ["eth0", 1, "…"],
  ["eth0", 0, ""],
])("%j in %d cells: %j", (text, width, expected) => {
  expect(cut(text, width, "…")).toBe(expected);
});

test("what is painted stays painted, and is not painted after the end", () => {
  const text = "\x1b[2m03:52\x1b[0m  \x1b[1meth0\x1b[0m up";
  expect(cut(text, 9, "…")).toBe("\x1b[2m03:52\x1b[0m  \x1b[1me…\x1b[0m");
  expect(cut(text, 6)).toBe("\x1b[2m03:52\x1b[0m ");
  expect(cut(text, 14)).toBe(text);
});
