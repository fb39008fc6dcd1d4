import { expect, test } from "bun:test";
import { allocate, bytes, getCString, pointer, setCString, setPointer, view } from "../../ffi/arena.ts";
import { libc } from "../../ffi/libc.ts";

test("allocations are zeroed, aligned to 16 bytes and apart", () => {
  const sizes = [1, 3, 16, 17, 64, 8];
  const places = sizes.map((size) => ({ at: allocate(size), size }));
  for (const [i, { at, size }] of places.entries()) {
    expect(at % 16).toBe(0);
    expect([...bytes.subarray(at, at + size)]).toEqual(new Array(size).fill(0));
    const next = places[i + 1];
    if (next !== undefined) expect(next.at).toBeGreaterThanOrEqual(at + size);
  }
  for (const [i, { at, size }] of places.entries()) bytes.fill(i + 1, at, at + size);
  for (const [i, { at, size }] of places.entries())
    expect([...bytes.subarray(at, at + size)]).toEqual(new Array(size).fill(i + 1));
});

test("a wish that does not fit throws and takes nothing", () => {
  const before = allocate(16);
  expect(() => allocate(1 << 25)).toThrow(RangeError);
  expect(allocate(16)).toBe(before + 16);
});

test("pointers are addresses of the bytes that view reads, also after a collection", () => {
  const timespec = allocate(16);
  Bun.gc(true);
  expect(libc.clock_gettime(0, pointer(timespec))).toBe(0);
  expect(Math.abs(Number(view.getBigInt64(timespec, true)) - Date.now() / 1000)).toBeLessThan(5);
  expect(pointer(timespec + 8) - pointer(timespec)).toBe(8);
});

test("setPointer writes the address of a place", () => {
  const at = allocate(8);
  const target = allocate(8);
  setPointer(at, target);
  expect(view.getBigUint64(at, true)).toBe(BigInt(pointer(target)));
});

test.each([
  ["", 16, true, ""],
  ["lo", 16, true, "lo"],
  ["123456789012345", 16, true, "123456789012345"],
  ["1234567890123456", 16, false, "123456789012345"],
  ["größe", 16, true, "größe"],
  // 7 × 2 bytes fit in 15, the eighth does not, and is not cut in half.
  ["üüüüüüüü", 16, false, "üüüüüüü"],
  ["🦀🦀🦀🦀", 16, false, "🦀🦀🦀"],
] as const)("setCString(%j) in %d bytes", (text, size, fits, stored) => {
  const at = allocate(size + 1);
  bytes.fill(0x78, at, at + size + 1);
  expect(setCString(at, size, text)).toBe(fits);
  expect(getCString(at, size)).toBe(stored);
  expect(bytes[at + new TextEncoder().encode(stored).length]).toBe(0);
  expect(bytes[at + size]).toBe(0x78);
});

test("getCString ends at the NUL, or with its place", () => {
  const at = allocate(8);
  bytes.set(new TextEncoder().encode("abcdefgh"), at);
  expect(getCString(at, 4)).toBe("abcd");
  bytes[at + 2] = 0;
  expect(getCString(at, 4)).toBe("ab");
  expect(getCString(at + 2, 4)).toBe("");
});
