/**
 * The memory that libc reads and writes: one ArrayBuffer for the life of the program, its pointer taken once
 * (the pointer of a small or late typed array goes stale when the JIT moves it). Structs are written through
 * `view`; a place in it is an offset, `pointer(offset)` its address. Pages that nobody touches cost nothing.
 */
import { type Pointer, ptr } from "bun:ffi";
import { decodeText } from "./text.ts";

const SIZE = 6 << 20;

const buffer = new ArrayBuffer(SIZE);
export const bytes = new Uint8Array(buffer);
export const view = new DataView(buffer);
const base = ptr(bytes);

let used = 0;

/** `size` bytes, zeroed, for the life of the program; the offset of the first. */
export function allocate(size: number): number {
  const offset = (used + 15) & ~15;
  if (offset + size > SIZE) throw new RangeError(`arena: ${size} bytes wanted, ${SIZE - offset} left`);
  used = offset + size;
  return offset;
}

export const pointer = (offset: number): Pointer => (base + offset) as Pointer;

export function setPointer(offset: number, target: number): void {
  view.setBigUint64(offset, BigInt(base + target), true);
}

/** Writes `text` and a NUL at `offset`, in UTF-8; false when it does not fit in `size`. */
export function setCString(offset: number, size: number, text: string): boolean {
  const { read, written } = new TextEncoder().encodeInto(text, bytes.subarray(offset, offset + size - 1));
  bytes[offset + written] = 0;
  return read === text.length;
}

/** The bytes from `offset` to the first NUL, as text. */
export const getCString = (offset: number, size: number): string =>
  decodeText(bytes.subarray(offset, offset + size));
