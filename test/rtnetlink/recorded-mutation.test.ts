/** Damage to the recorded messages: no throw, no hang, and what stands before the damage is read as before. */
import { describe, expect, test } from "bun:test";
import { decode } from "../../src/rtnetlink/objects.ts";
import { everything, exactView, messageOf, random, walked, wire } from "./corpus.ts";
import { RECORDED } from "./recorded/index.ts";

const HEADER = 16;

/** Bytes of the family's header, by message type without its last two bits. */
const FAMILY_HEADER: Readonly<Record<number, number>> = {
  24: 12,
  28: 12,
  36: 20,
  40: 20,
  44: 20,
  48: 4,
  32: 12,
  52: 12,
  56: 8,
  60: 8,
  68: 16,
  80: 4,
  84: 8,
  88: 4,
  92: 12,
  96: 4,
  100: 20,
  104: 8,
  112: 8,
  116: 8,
  120: 8,
};

const MESSAGES = Object.values(RECORDED).flatMap((list) => list.map(({ bytes }) => wire(bytes)));

/** Where the attributes begin; options of router advertisements come before them. */
function first(bytes: Uint8Array): number {
  const at = HEADER + FAMILY_HEADER[bytes[4]! & ~3]!;
  const { view } = messageOf(bytes);
  return bytes[4] === 68 ? at + view.getUint16(HEADER + 2, true) : at;
}

/** Where each attribute of the outermost level ends. */
function ends(bytes: Uint8Array): number[] {
  const view = exactView(bytes);
  const found: number[] = [];
  for (let at = first(bytes); at + 4 <= bytes.length; ) {
    const length = view.getUint16(at, true);
    if (length < 4 || at + length > bytes.length) break;
    found.push(at + length);
    at += (length + 3) & ~3;
  }
  return found;
}

/** The first `length` bytes, as a message that says it has so many. */
function cut(bytes: Uint8Array, length: number): Uint8Array {
  const part = bytes.slice(0, length);
  new DataView(part.buffer).setUint32(0, length, true);
  return part;
}

const cx = everything();

/** What is read, as text; undefined when there is nothing to read. */
function text(bytes: Uint8Array): string | undefined {
  const { message } = walked(bytes);
  const decoded = message && decode(message, cx);
  return decoded && JSON.stringify(decoded.readings.map(({ body }) => body));
}

test("there is a message of each type", () => {
  expect(new Set(MESSAGES.map((bytes) => String(bytes[4]! & ~3)))).toEqual(
    new Set(Object.keys(FAMILY_HEADER)),
  );
});

describe("damaged", () => {
  test("a message cut anywhere is read as far as its last whole attribute", () => {
    for (const bytes of MESSAGES) {
      const start = first(bytes);
      const whole = ends(bytes);
      for (let length = HEADER; length < bytes.length; length++) {
        const given = text(cut(bytes, length));
        const problems = cx.problems.length;
        if (length < HEADER + FAMILY_HEADER[bytes[4]! & ~3]!) {
          expect({ length, given, problems }).toEqual({ length, given: undefined, problems: 1 });
          continue;
        }
        // Options that are cut are told as such, and nothing is behind them.
        if (length < start) continue;
        const end = whole.findLast((end) => end <= length) ?? start;
        expect({ length, given }).toEqual({ length, given: text(cut(bytes, end)) });
        if (length > ((end + 3) & ~3) && problems === 0) throw new Error(`cut at ${length}: no problem told`);
      }
    }
  });

  test("whatever the bytes are, there is an end", () => {
    const next = random(1);
    for (const bytes of MESSAGES)
      for (let times = 0; times < 300; times++) {
        const damaged = bytes.slice();
        for (let left = 1 + (next() % 8); left > 0; left--)
          damaged[HEADER + (next() % (bytes.length - HEADER))] = next() & 0xff;
        text(damaged);
      }
  });

  test("lengths at any depth may be anything", () => {
    const next = random(2);
    for (const bytes of MESSAGES)
      for (let at = first(bytes); at + 4 <= bytes.length; at += 4) {
        const damaged = bytes.slice();
        const view = new DataView(damaged.buffer);
        for (const length of [0, 1, 3, 4, 5, 0xffff, bytes.length - at, next() % 64]) {
          view.setUint16(at, length, true);
          text(damaged);
        }
      }
  });

  test("the flag bits of nla_type change nothing", () => {
    for (const bytes of MESSAGES) {
      const damaged = bytes.slice();
      const view = new DataView(damaged.buffer);
      for (const at of [first(bytes), ...ends(bytes).slice(0, -1)].map((end) => (end + 3) & ~3))
        if (at + 4 <= bytes.length) view.setUint16(at + 2, view.getUint16(at + 2, true) ^ 0xc000, true);
      expect(text(damaged)).toBe(text(bytes)!);
    }
  });

  test("attributes that no table has are kept, and change nothing", () => {
    const unknown = wire("0800 e803 01020304");
    for (const bytes of MESSAGES) {
      const padded = new Uint8Array(((bytes.length + 3) & ~3) + unknown.length);
      padded.set(bytes);
      padded.set(unknown, padded.length - unknown.length);
      new DataView(padded.buffer).setUint32(0, padded.length, true);
      expect(text(padded)).toBe(text(bytes)!);
      text(padded);
      expect(cx.unknown).toContainEqual({ path: "1000", hex: "01020304" });
    }
  });
});
