/**
 * Damaged messages: whatever comes, no throw and no hang, and what stands before the damage is read as before. The
 * tests walk the attributes with a few lines of their own, so that they do not lean on the walker they are about.
 */
import { describe, expect, test } from "bun:test";
import { corpus, decodeBytes, everything, random, wire } from "./corpus.ts";

const HEADER = 16;
const BODY: Readonly<Record<number, number>> = {
  16: 16,
  17: 16,
  20: 8,
  21: 8,
  24: 12,
  25: 12,
  32: 12,
  33: 12,
};
const NAMES = new Set(
  ["LINK", "ADDR", "ROUTE", "RULE"].flatMap((name) => [`RTM_NEW${name}`, `RTM_DEL${name}`]),
);

/** For a checkout without the corpus; recorded in a network namespace. */
const RECORDED = [
  // ip link set v1 nomaster: the bridge's word on it
  `54000000 1100 0000 00000000 00000000  07 00 0100 03000000 43100100 00000000
   0700 0300 763100 00  0800 0a00 02000000  0800 0400 dc050000  0500 1000 06 000000
   0a00 0100 020000000002 0000  0800 0500 04000000`,
  // ip addr add 2001:db8::1 peer 2001:db8::2/64 dev v0
  `5c000000 1400 0000 00000000 00000000  0a 40 c0 00 04000000
   1400 0200 20010db8000000000000000000000001  1400 0100 20010db8000000000000000000000002
   1400 0600 ffffffff ffffffff 5e5b0600 5e5b0600  0800 0800 c0000000`,
  // ip tuntap add dev tap0 mode tap, a part of it
  `88000000 1000 0000 00000000 00000000  00 00 0100 05000000 02100000 00000000
   0900 0300 7461703000 000000  0500 1000 02 000000  0800 0400 dc050000
   0a00 0100 0ec6c1c87bd1 0000  0800 2500 00000000  0800 0500 06000000
   3000 1200 0800 0100 74756e00 2400 0200 0500 0300 02 000000 0800 0100 00093d00 0500 0400 01 000000
   0800 0200 01093d00`,
].map(wire);

const MESSAGES =
  corpus?.filter(({ type, wellformed }) => wellformed && NAMES.has(type ?? "")).map(({ bytes }) => bytes) ??
  RECORDED;

interface Attribute {
  at: number;
  /** Without the padding after it. */
  end: number;
  type: number;
}

/** Offset of the first attribute. */
const first = (bytes: Uint8Array): number => HEADER + BODY[bytes[4]!]!;

/** The attributes from `from` on, as far as their lengths make sense. */
function attributes(bytes: Uint8Array, from = first(bytes)): Attribute[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Attribute[] = [];
  for (let at = from; at + 4 <= bytes.length; ) {
    const length = view.getUint16(at, true);
    if (length < 4 || at + length > bytes.length) break;
    found.push({ at, end: at + length, type: view.getUint16(at + 2, true) & 0x3fff });
    at += (length + 3) & ~3;
  }
  return found;
}

/** Where the last attribute ends. */
const end = (bytes: Uint8Array): number => attributes(bytes).at(-1)?.end ?? first(bytes);

/** A message of these bytes: nlmsg_len says how many they are. */
function message(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  new DataView(bytes.buffer).setUint32(0, bytes.length, true);
  return bytes;
}

const cut = (bytes: Uint8Array, length: number): Uint8Array => message(bytes.subarray(0, length));

const devices = everything().devs;
const cx = everything(devices);

/** What is read of the bytes, each value as JSON, by key; undefined when not even the header is whole. */
function keys(bytes: Uint8Array): Map<string, string> | undefined {
  const decoded = decodeBytes(bytes, cx);
  return (
    decoded &&
    new Map(
      Object.entries(decoded.readings[0]!.body).map(([key, value]) => [key, JSON.stringify(value) ?? ""]),
    )
  );
}

const text = (bytes: Uint8Array): string => JSON.stringify(decodeBytes(bytes, cx)?.readings[0]?.body) ?? "";

/**
 * Attributes that speak together: what one says depends on the other's presence. IFLA_LINK and IFLA_LINK_NETNSID;
 * IFLA_ADDRESS and IFLA_PERM_ADDRESS; IFLA_PROTINFO, IFLA_LINKINFO and IFLA_AF_SPEC; IFA_ADDRESS and IFA_LOCAL;
 * RTA_ENCAP and its type; FRA_FWMARK and its mask, FRA_TABLE and what it suppresses. By message type, each with four.
 */
const TOGETHER: Readonly<Record<number, readonly (readonly number[])[]>> = {
  16: [
    [5, 37],
    [1, 54],
    [12, 18, 26],
  ],
  20: [[1, 2]],
  24: [[21, 22]],
  32: [
    [10, 16],
    [13, 14, 15],
  ],
};

function together(bytes: Uint8Array, types: Iterable<number>): Set<number> {
  const set = new Set(types);
  for (const group of TOGETHER[bytes[4]! & ~3]!)
    if (group.some((type) => set.has(type))) for (const type of group) set.add(type);
  return set;
}

/**
 * What must still be read when the bytes from `damage` on are something else: the keys that come of the attributes
 * before it, but of those that the attributes found behind the damage replace or complete.
 */
function standing(
  bytes: Uint8Array,
  before: readonly Attribute[],
  behind: Iterable<number>,
): [string, string][] {
  const header = bytes.subarray(0, first(bytes));
  const bare = keys(message(header))!;
  const replaced = together(bytes, behind);
  const parts = before.filter(({ type }) => replaced.has(type));
  const spoken =
    parts.length === 0
      ? bare
      : keys(message(header, ...parts.map(({ at, end }) => bytes.subarray(at, (end + 3) & ~3))))!;
  const whole = keys(cut(bytes, before.at(-1)?.end ?? header.length))!;
  return [...whole].filter(([key, value]) => bare.get(key) !== value && spoken.get(key) === bare.get(key));
}

test("there are messages to damage", () => {
  expect(MESSAGES.length).toBeGreaterThanOrEqual(corpus === undefined ? 3 : 500);
  for (const bytes of MESSAGES) expect(bytes.length - end(bytes)).toBeLessThan(4);
});

describe("cut off", () => {
  test("a message cut anywhere is read as far as its last whole attribute", () => {
    for (const bytes of MESSAGES) {
      const whole = attributes(bytes);
      const step = bytes.length < 200 ? 1 : 4;
      const start = first(bytes);
      let expected = "";
      let read = -1;
      for (let length = HEADER; length < bytes.length; length += step) {
        const damaged = cut(bytes, length);
        const given = text(damaged);
        const problems = cx.problems.length;
        if (length < start) {
          expect({ length, given, problems }).toEqual({ length, given: "", problems: 1 });
          continue;
        }
        const count = whole.findLastIndex(({ end }) => end <= length) + 1;
        const end = count === 0 ? start : whole[count - 1]!.end;
        if (count !== read) expected = text(cut(bytes, end));
        read = count;
        if (given !== expected) expect({ length, given }).toEqual({ length, given: expected });
        // A cut in the padding after an attribute takes nothing away; any other one is told.
        if (length > ((end + 3) & ~3) && problems === 0) throw new Error(`cut at ${length}: no problem told`);
      }
    }
  }, 30_000);

  test("a message that is shorter than its nlmsg_len is none", () => {
    for (const bytes of MESSAGES)
      for (let length = 0; length < bytes.length; length += 16)
        if (decodeBytes(bytes.slice(0, length), cx) !== undefined) throw new Error(`decoded ${length} bytes`);
  });
});

describe("damaged", () => {
  test("a length that cannot be ends the attributes there", () => {
    const next = random(1);
    for (const bytes of MESSAGES) {
      const all = attributes(bytes);
      for (let times = 0; times < 8 && all.length > 0; times++) {
        const index = next() % all.length;
        const { at } = all[index]!;
        const impossible = next() % 2 === 0 ? next() % 4 : bytes.length - at + 1 + (next() % 1000);
        const damaged = bytes.slice();
        new DataView(damaged.buffer).setUint16(at, impossible, true);
        const given = text(damaged);
        const problems = cx.problems.length;
        const expected = text(cut(bytes, index === 0 ? first(bytes) : all[index - 1]!.end));
        if (given !== expected || problems === 0)
          expect({ at, impossible, given, problems }).toEqual({
            at,
            impossible,
            given: expected,
            problems: 1,
          });
      }
    }
  });

  test("whatever the bytes from some attribute on are, those before it are read as ever", () => {
    const next = random(2);
    let compared = 0;
    for (const bytes of MESSAGES) {
      const all = attributes(bytes);
      for (let times = 0; times < 6 && all.length > 0; times++) {
        const index = next() % all.length;
        const { at } = all[index]!;
        const damaged = bytes.slice();
        // Its length and type, then some bytes here and there behind.
        new DataView(damaged.buffer).setUint16(at, next() % 64, true);
        if (next() % 2 === 0) new DataView(damaged.buffer).setUint16(at + 2, next(), true);
        for (let left = next() % 8; left > 0; left--)
          damaged[at + 4 + (next() % (damaged.length - at))] = next() & 0xff;
        const given = keys(damaged)!;
        const behind = attributes(damaged, at).map(({ type }) => type);
        for (const [key, value] of standing(bytes, all.slice(0, index), behind)) {
          compared++;
          if (given.get(key) !== value)
            expect({ at, key, value: given.get(key) }).toEqual({ at, key, value });
        }
      }
    }
    expect(compared).toBeGreaterThan(MESSAGES.length);
  });

  test("bytes within a nest do not reach what is beside it", () => {
    const next = random(3);
    let compared = 0;
    for (const bytes of MESSAGES) {
      const all = attributes(bytes);
      // IFLA_PROTINFO, IFLA_LINKINFO, IFLA_AF_SPEC, IFLA_XDP, IFLA_PROP_LIST, IFLA_PROTO_DOWN_REASON
      const nests = all.filter(
        ({ type, at, end }) => [12, 18, 26, 43, 52, 55].includes(type) && end > at + 4,
      );
      if (bytes[4]! >= 20 || nests.length === 0) continue;
      const { at, end, type } = nests[next() % nests.length]!;
      const related = together(bytes, [type]);
      const untouched = all.filter((attribute) => !related.has(attribute.type));
      const beside = keys(
        message(
          bytes.subarray(0, first(bytes)),
          ...untouched.map((part) => bytes.subarray(part.at, (part.end + 3) & ~3)),
        ),
      )!;
      for (let times = 0; times < 6; times++) {
        const damaged = bytes.slice();
        for (let left = 1 + (next() % 6); left > 0; left--)
          damaged[at + 4 + (next() % (end - at - 4))] = next() & 0xff;
        const given = keys(damaged)!;
        for (const [key, value] of beside) {
          compared++;
          if (given.get(key) !== value)
            expect({ at, key, value: given.get(key) }).toEqual({ at, key, value });
        }
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  test("the flag bits of nla_type change nothing", () => {
    for (const bytes of MESSAGES) {
      const damaged = bytes.slice();
      const view = new DataView(damaged.buffer);
      for (const { at } of attributes(bytes))
        view.setUint16(at + 2, view.getUint16(at + 2, true) ^ 0xc000, true);
      const given = text(damaged);
      const expected = text(bytes);
      if (given !== expected) expect(given).toBe(expected);
    }
  });

  test("every byte of a header may be any byte", () => {
    const next = random(4);
    for (const bytes of MESSAGES) {
      const damaged = bytes.slice();
      for (let times = 0; times < 8; times++) {
        damaged[next() % first(bytes)] = next() & 0xff;
        // The type decides who reads it: keep it one of ours.
        damaged[4] = bytes[4]!;
        damaged[5] = 0;
        decodeBytes(damaged, cx);
      }
    }
  });
});

test("attributes that no table has are kept, and change nothing", () => {
  // Number 1000, four bytes; number 0x3fff with both flags, empty; number 999, one byte without padding.
  const unknown = wire("0800 e803 01020304  0400 ffff  0500 e703 aa");
  for (const bytes of MESSAGES) {
    const expected = text(bytes);
    const before = cx.unknown.length;
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    const given = text(message(padded, unknown));
    if (given !== expected) expect(given).toBe(expected);
    const kept = cx.unknown.slice(before);
    expect(kept).toEqual([
      { path: "1000", hex: "01020304" },
      { path: "16383", hex: "" },
      { path: "999", hex: "aa" },
    ]);
  }
});
