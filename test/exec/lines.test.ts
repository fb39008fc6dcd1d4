import { expect, test } from "bun:test";
import { Lines } from "../../src/exec/lines.ts";

function lines(...parts: (string | Uint8Array)[]): { lines: string[]; dropped: number } {
  const seen: string[] = [];
  const lines = new Lines((line) => seen.push(line));
  for (const part of parts) lines.add(typeof part === "string" ? Buffer.from(part) : part);
  lines.end();
  return { lines: seen, dropped: lines.dropped };
}

test("lines, whatever the parts they come in", () => {
  expect(lines("a\nb", "c\n", "\nd").lines).toEqual(["a", "bc", "", "d"]);
  expect(lines("a\n").lines).toEqual(["a"]);
  expect(lines().lines).toEqual([]);
});

test("a character that comes in two parts, and bytes that are none", () => {
  expect(lines(new Uint8Array([0xc3]), new Uint8Array([0xa9, 0x0a])).lines).toEqual(["\u00e9"]);
  expect(lines(new Uint8Array([0x61, 0xff, 0x0a])).lines).toEqual(["a\ufffd"]);
});

test("a line without end is cut, and costs no memory", () => {
  const seen = lines(...Array.from({ length: 60 }, () => "x".repeat(4000)), "\nnext\n").lines;
  expect(seen).toHaveLength(2);
  expect(seen[0]).toBe(`${"x".repeat(2000)}...`);
  expect(seen[1]).toBe("next");
});

test("after 256 KiB there is a count only", () => {
  const part = "0123456789abcde\n".repeat(1024);
  const { lines: seen, dropped } = lines(...Array.from({ length: 20 }, () => part));
  expect(seen).toHaveLength(16 * 1024);
  expect(dropped).toBe(4 * part.length);
});
