import { expect, test } from "bun:test";
import { MessageWalk, nlmsgFlagNames } from "../../src/netlink/nlmsg.ts";
import { join, message, random, u8, u16, u32, viewOf } from "./fixtures/wire.ts";

interface Seen {
  type: number;
  flags: number;
  seq: number;
  pid: number;
  body: number[];
}

function walk(bytes: Uint8Array, start = 0, end = bytes.length): { seen: Seen[]; problem?: string } {
  const view = viewOf(bytes);
  const messages = new MessageWalk(view, start, end);
  const seen: Seen[] = [];
  while (messages.next()) {
    const { type, flags, seq, pid, at, end } = messages.message;
    seen.push({ type, flags, seq, pid, body: [...bytes.subarray(at, end)] });
  }
  // The walk is over for good.
  expect(messages.next()).toBe(false);
  return messages.problem === undefined ? { seen } : { seen, problem: messages.problem };
}

const header = { seq: 7, pid: 4242 };

test("one message", () => {
  expect(walk(message(16, 2, u8(1, 2, 3, 4)))).toEqual({
    seen: [{ ...header, type: 16, flags: 2, body: [1, 2, 3, 4] }],
  });
});

test("several, padded to 4 bytes each; the padding is no part of the body", () => {
  const datagram = join(
    message(16, 0, u8(1)),
    message(20, 2, u8(1, 2)),
    message(3, 2),
    message(24, 0, u8(9, 9, 9)),
  );
  expect(walk(datagram)).toEqual({
    seen: [
      { ...header, type: 16, flags: 0, body: [1] },
      { ...header, type: 20, flags: 2, body: [1, 2] },
      { ...header, type: 3, flags: 2, body: [] },
      { ...header, type: 24, flags: 0, body: [9, 9, 9] },
    ],
  });
});

test("every field of the header, at its place and unsigned", () => {
  const bytes = join(u32(16), u16(0xfffe, 0xfffd), u32(0xfffffffc, 0xfffffffb));
  expect(walk(bytes).seen).toEqual([
    { type: 0xfffe, flags: 0xfffd, seq: 0xfffffffc, pid: 0xfffffffb, body: [] },
  ]);
});

test("only what lies in [start, end) is walked", () => {
  const one = message(16, 0, u8(1, 2, 3, 4));
  const three = join(one, message(17, 0), one);
  expect(walk(three, one.length, one.length + 16).seen.map(({ type }) => type)).toEqual([17]);
  expect(walk(three, one.length, one.length)).toEqual({ seen: [] });
});

test("the last message need not be padded", () => {
  const bytes = message(16, 0, u8(1, 2, 3, 4, 5));
  expect(walk(bytes, 0, bytes.length - 3)).toEqual({
    seen: [{ ...header, type: 16, flags: 0, body: [1, 2, 3, 4, 5] }],
  });
});

test("an empty datagram is no problem", () => {
  expect(walk(u8())).toEqual({ seen: [] });
});

const good = message(16, 0, u8(1, 2, 3, 4));
const seen = [{ ...header, type: 16, flags: 0, body: [1, 2, 3, 4] }];

test.each([0, 1, 15, 21, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff])(
  "nlmsg_len %d is a problem, and what came before is kept",
  (length) => {
    const bytes = join(good, u32(length), u16(17, 0), u32(0, 0), u8(1, 2, 3, 4));
    expect(walk(bytes)).toEqual({ seen, problem: `nlmsg_len ${length}, 20 bytes left` });
  },
);

test.each([1, 3, 4, 15])("%d bytes are no header", (count) => {
  expect(walk(join(good, new Uint8Array(count)))).toEqual({
    seen,
    problem: `${count} bytes left, a message header has 16`,
  });
});

test("cut at every byte: whole messages stay, the rest is a problem", () => {
  const sizes = [0, 5, 12, 3];
  const parts = sizes.map((size, i) => message(16 + i, 0, new Uint8Array(size).fill(i)));
  const bytes = join(...parts);
  const whole = walk(bytes).seen;
  let start = 0;
  const borders = parts.map((part, i) => {
    const unpadded = start + 16 + sizes[i]!;
    start += part.length;
    return { unpadded, padded: start };
  });
  for (let cut = 0; cut <= bytes.length; cut++) {
    const { seen, problem } = walk(bytes, 0, cut);
    const complete = borders.filter(({ unpadded }) => unpadded <= cut).length;
    expect(seen).toEqual(whole.slice(0, complete));
    const last = borders[complete - 1];
    expect(problem === undefined).toBe(cut <= (last?.padded ?? 0));
  }
});

test("lengths that lie: never a throw, never a hang, nothing outside the datagram", () => {
  const next = random(1);
  for (let round = 0; round < 2000; round++) {
    const count = 1 + next(5);
    const parts = Array.from({ length: count }, (_, i) =>
      message(16 + i, 0, new Uint8Array(next(20)).fill(i)),
    );
    const victim = next(count);
    const lie = next(2) === 0 ? next(200) : next(0x7fffffff) * 2;
    new DataView(parts[victim]!.buffer).setUint32(0, lie, true);
    const bytes = join(...parts);
    const view = viewOf(bytes);
    const messages = new MessageWalk(view, 0, bytes.length);
    let steps = 0;
    while (messages.next()) {
      const { at, end, type } = messages.message;
      if (steps < victim) expect(type).toBe(16 + steps);
      expect(at >= 16 && at <= end && end <= bytes.length).toBe(true);
      expect(++steps).toBeLessThanOrEqual(bytes.length / 16);
    }
    expect(steps).toBeGreaterThanOrEqual(victim);
  }
});

test.each([
  [16, 0, []],
  [16, 0x1, ["REQUEST"]],
  [20, 0x2, ["MULTI"]],
  [20, 0x3f, ["REQUEST", "MULTI", "ACK", "ECHO", "DUMP_INTR", "DUMP_FILTERED"]],
  [16, 0x100, ["REPLACE"]],
  [24, 0x100, ["REPLACE"]],
  [24, 0xf00, ["REPLACE", "EXCL", "CREATE", "APPEND"]],
  [24, 0x602, ["MULTI", "EXCL", "CREATE"]],
  [24, 0xf040, ["0xf040"]],
  [24, 0x8001, ["REQUEST", "0x8000"]],
  [2, 0x300, ["CAPPED", "ACK_TLVS"]],
  [3, 0x202, ["MULTI", "ACK_TLVS"]],
  [2, 0xc00, ["0xc00"]],
  [15, 0x100, ["CAPPED"]],
] as const)("flags of type %d, %d", (type, flags, names) => {
  expect(nlmsgFlagNames(type, flags)).toEqual([...names]);
});
