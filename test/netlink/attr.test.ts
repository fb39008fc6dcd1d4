import { expect, test } from "bun:test";
import {
  arrayOf,
  attr,
  type Fields,
  ignored,
  many,
  nest,
  spread,
  type Table,
  table,
  union,
} from "../../src/netlink/attr.ts";
import { Context } from "../../src/netlink/context.ts";
import { hex } from "../../src/netlink/hex.ts";
import { volatileKeys } from "../../src/netlink/table.ts";
import { bytes, flag, indexed, mapped, str, struct, u8, u16, u32, u64 } from "../../src/netlink/types.ts";
import * as wire from "./fixtures/wire.ts";

const { attribute, join, text, viewOf } = wire;

function contextOf(options: { keepUnknown?: boolean; all?: boolean } = {}): Context {
  const cx = new Context();
  cx.keepUnknown = options.keepUnknown ?? false;
  cx.all = options.all ?? false;
  return cx;
}

/** What a table reads from attributes, and what it has to say about them. */
function read(of: Table<Context, object>, data: Uint8Array, cx = contextOf({ keepUnknown: true })) {
  const fields = of.read(viewOf(data), 0, data.length, cx) as Fields;
  expect(cx.path).toEqual([]);
  return { fields, problems: cx.problems, unknown: cx.unknown };
}

const fine = { problems: [], unknown: [] };

const inner = table<Context>()("INNER", {
  1: attr("INNER_ONE", "one", u32),
  2: attr("INNER_NAME", "name", str),
});
const deep = table<Context>()("DEEP", { 3: attr("DEEP_INNER", "inner", nest(inner)) });

const vlan = table<Context>()("VLAN", { 1: attr("VLAN_ID", "id", u16) });
const bond = table<Context>()("BOND", { 1: attr("BOND_MODE", "mode", u8) });

const outer = table<Context>()("OUTER", {
  1: attr("OUTER_BYTE", "byte", u8),
  2: attr("OUTER_WORD", "word", u32),
  3: attr("OUTER_NAME", "name", str),
  4: attr("OUTER_INNER", "inner", nest(inner)),
  5: attr("OUTER_DEEP", "deep", nest(deep)),
  6: attr("OUTER_KIND", "kind", str),
  7: union("OUTER_DATA", "data", "kind", { vlan, bond }),
  8: many("OUTER_AGAIN", "again", u8),
  9: attr("OUTER_LIST", "list", arrayOf("LIST_ENTRY", 11, str)),
  10: spread("OUTER_STATE", indexed(u8, "state", { 1: "up" })),
  12: ignored("OUTER_PAD"),
  13: attr("OUTER_COUNTER", "counter", u32, "detail"),
  14: attr("OUTER_AGE", "age", u32, "volatile"),
  15: attr("OUTER_THERE", "there", flag),
  16: attr(
    "OUTER_NONE",
    "none",
    mapped(u8, (value) => (value === 0 ? undefined : value)),
  ),
  17: spread("OUTER_SPREAD", nest(inner)),
});

test("attributes by number, in any order", () => {
  const data = join(
    attribute(3, text("eth0")),
    attribute(2, wire.u32(0xfffffffe)),
    attribute(15),
    attribute(1, wire.u8(255)),
  );
  expect(read(outer, data)).toEqual({
    fields: { name: "eth0", word: 0xfffffffe, there: true, byte: 255 },
    ...fine,
  });
});

test("nothing is nothing", () => {
  expect(read(outer, wire.u8())).toEqual({ fields: {}, ...fine });
});

test("only [start, end) is read", () => {
  const one = attribute(1, wire.u8(1));
  const data = join(one, attribute(2, wire.u32(2)), attribute(3, text("x")));
  const fields = outer.read(viewOf(data), one.length, one.length + 8, contextOf());
  expect(fields).toEqual({ word: 2 });
});

test("padding up to the next multiple of 4, of whatever bytes; the last one need not have it", () => {
  const padded = attribute(3, text("abcd"));
  padded.fill(0xff, 9);
  const last = attribute(1, wire.u8(7)).subarray(0, 5);
  expect(read(outer, join(padded, last))).toEqual({ fields: { name: "abcd", byte: 7 }, ...fine });
});

test("the later of two wins", () => {
  expect(read(outer, join(attribute(1, wire.u8(1)), attribute(1, wire.u8(2)))).fields).toEqual({ byte: 2 });
});

test("a longer payload than its type needs is fine", () => {
  expect(read(outer, attribute(1, wire.u32(3)))).toEqual({ fields: { byte: 3 }, ...fine });
});

test("nests", () => {
  const data = join(
    attribute(4, attribute(1, wire.u32(1)), attribute(2, text("in"))),
    attribute(5, attribute(3, attribute(2, text("deep")))),
    attribute(1, wire.u8(1)),
  );
  expect(read(outer, data)).toEqual({
    fields: { inner: { one: 1, name: "in" }, deep: { inner: { name: "deep" } }, byte: 1 },
    ...fine,
  });
  expect(read(outer, attribute(4))).toEqual({ fields: { inner: {} }, ...fine });
});

test.each([0x8000, 0x4000, 0xc000])("the flag bits %d are no part of the number", (bits) => {
  const data = join(
    attribute(4 | bits, attribute(1 | bits, wire.u32(5))),
    attribute(6 | bits, text("vlan")),
    attribute(7 | bits, attribute(1, wire.u16(100))),
    attribute(99 | bits, wire.u8(1)),
  );
  expect(read(outer, data)).toEqual({
    fields: { inner: { one: 5 }, kind: "vlan", data: { id: 100 } },
    problems: [],
    unknown: [{ path: "99", hex: "01" }],
  });
});

const kind = attribute(6, text("vlan"));
const data = attribute(7, attribute(1, wire.u16(100)));

test.each([
  ["after its sibling", join(kind, data)],
  ["before its sibling", join(data, kind)],
  ["with others between", join(data, attribute(1, wire.u8(9)), kind)],
])("a union, %s", (_, bytes) => {
  const { fields, ...rest } = read(outer, bytes);
  expect(fields).toMatchObject({ kind: "vlan", data: { id: 100 } });
  expect(rest).toEqual(fine);
});

test("a union takes the shape that its sibling names", () => {
  const bytes = join(attribute(6, text("bond")), attribute(7, attribute(1, wire.u8(4))));
  expect(read(outer, bytes).fields).toEqual({ kind: "bond", data: { mode: 4 } });
});

test.each(["nosuch", "", "constructor", "__proto__"])("a union of the unknown kind %j is kept", (name) => {
  expect(read(outer, join(data, attribute(6, text(name))))).toEqual({
    fields: { kind: name },
    problems: [],
    unknown: [{ path: "OUTER_DATA", hex: "0600010064000000" }],
  });
});

test("a union without its sibling is a problem", () => {
  expect(read(outer, join(data, attribute(1, wire.u8(9))))).toEqual({
    fields: { byte: 9 },
    problems: [{ path: "OUTER_DATA", problem: "no kind beside it" }],
    unknown: [{ path: "OUTER_DATA", hex: "0600010064000000" }],
  });
});

test("an attribute that comes again and again, also with others between", () => {
  const again = (value: number) => attribute(8, wire.u8(value));
  expect(read(outer, again(1)).fields).toEqual({ again: [1] });
  expect(read(outer, join(again(1), attribute(1, wire.u8(9)), again(2), again(1))).fields).toEqual({
    again: [1, 2, 1],
    byte: 9,
  });
});

test("arrays of attributes", () => {
  const entry = (name: string) => attribute(11, text(name));
  expect(read(outer, attribute(9, entry("a"), entry("bcd"), entry("")))).toEqual({
    fields: { list: ["a", "bcd", ""] },
    ...fine,
  });
  expect(read(outer, attribute(9))).toEqual({ fields: { list: [] }, ...fine });
  expect(read(outer, attribute(9, entry("a"), attribute(12, wire.u8(1))))).toEqual({
    fields: { list: ["a"] },
    problems: [],
    unknown: [{ path: "OUTER_LIST/12", hex: "01" }],
  });
});

test("spread rows give keys of their own", () => {
  expect(read(outer, attribute(10, wire.u8(1))).fields).toEqual({ state: "up" });
  expect(read(outer, attribute(10, wire.u8(2))).fields).toEqual({ state_index: 2 });
  const data = join(
    attribute(1, wire.u8(1)),
    attribute(17, attribute(2, text("x")), attribute(1, wire.u32(3))),
  );
  expect(read(outer, data).fields).toEqual({ byte: 1, name: "x", one: 3 });
});

test("a type that says nothing leaves its key away", () => {
  const { fields } = read(outer, join(attribute(16, wire.u8(0)), attribute(1, wire.u8(1))));
  expect(Object.keys(fields)).toEqual(["byte"]);
  expect(read(outer, attribute(16, wire.u8(5))).fields).toEqual({ none: 5 });
});

test("ignored attributes are known: neither shown nor kept", () => {
  for (const all of [false, true])
    expect(read(outer, attribute(12, wire.u32(1)), contextOf({ keepUnknown: true, all }))).toEqual({
      fields: {},
      ...fine,
    });
});

test("details are read only when all is asked for", () => {
  const counter = attribute(13, wire.u32(5));
  expect(read(outer, counter)).toEqual({ fields: {}, ...fine });
  expect(read(outer, counter, contextOf({ all: true }))).toEqual({ fields: { counter: 5 }, ...fine });
});

test("volatile attributes are read, and their keys noted for the diff", () => {
  expect(read(outer, attribute(14, wire.u32(5))).fields).toEqual({ age: 5 });
  expect(volatileKeys.has("age")).toBe(true);
  expect(volatileKeys.has("counter")).toBe(false);
  expect(volatileKeys.has("byte")).toBe(false);
});

test("unknown attributes are kept with their path, where asked for", () => {
  const data = join(
    attribute(200, wire.u8(0xde, 0xad)),
    attribute(4, attribute(77, wire.u8(1)), attribute(1, wire.u32(1))),
    attribute(5, attribute(3, attribute(78))),
    attribute(0x3fff, wire.u8(2)),
  );
  const fields = { inner: { one: 1 }, deep: { inner: {} } };
  expect(read(outer, data)).toEqual({
    fields,
    problems: [],
    unknown: [
      { path: "200", hex: "dead" },
      { path: "OUTER_INNER/77", hex: "01" },
      { path: "OUTER_DEEP/DEEP_INNER/78", hex: "" },
      { path: "16383", hex: "02" },
    ],
  });
  expect(read(outer, data, contextOf())).toEqual({ fields, ...fine });
});

test("a payload that is too short is a problem, is kept, and the rest is read", () => {
  const short = join(
    attribute(1, wire.u8(1)),
    attribute(2, wire.u8(1, 2, 3)),
    attribute(4, attribute(1, wire.u16(9)), attribute(2, text("in"))),
    attribute(3, text("x")),
  );
  const problems = [
    { path: "OUTER_WORD", problem: "3 bytes, at least 4 expected" },
    { path: "OUTER_INNER/INNER_ONE", problem: "2 bytes, at least 4 expected" },
  ];
  const fields = { byte: 1, inner: { name: "in" }, name: "x" };
  expect(read(outer, short)).toEqual({
    fields,
    problems,
    unknown: [
      { path: "OUTER_WORD", hex: "010203" },
      { path: "OUTER_INNER/INNER_ONE", hex: "0900" },
    ],
  });
  expect(read(outer, short, contextOf())).toEqual({ fields, problems, unknown: [] });
});

test.each([0, 1, 3, 9, 0xffff])("nla_len %d is a problem, and what came before is kept", (length) => {
  const lie = join(wire.u16(length, 2), wire.u32(1));
  expect(read(outer, join(attribute(1, wire.u8(7)), lie))).toEqual({
    fields: { byte: 7 },
    problems: [{ path: "OUTER", problem: `attribute length ${length}, 8 bytes left` }],
    unknown: [{ path: "OUTER", hex: hex(viewOf(lie), 0, 8) }],
  });
});

test("a lie inside a nest harms only what follows in that nest", () => {
  const data = join(
    attribute(4, attribute(2, text("in")), wire.u16(60, 1), wire.u32(1)),
    attribute(1, wire.u8(7)),
  );
  const { fields, problems } = read(outer, data);
  expect(fields).toEqual({ inner: { name: "in" }, byte: 7 });
  expect(problems).toHaveLength(1);
  expect(problems[0]!.path).toStartWith("OUTER_INNER");
  expect(problems[0]!.problem).toBe("attribute length 60, 8 bytes left");
});

test.each([1, 2, 3])("%d bytes after the last attribute are a problem", (count) => {
  expect(read(outer, join(attribute(1, wire.u8(7)), new Uint8Array(count)))).toEqual({
    fields: { byte: 7 },
    problems: [{ path: "OUTER", problem: `${count} bytes after the last attribute` }],
    unknown: [{ path: "OUTER", hex: "00".repeat(count) }],
  });
});

test("reset forgets the message before, but not what was handed out", () => {
  const cx = contextOf({ keepUnknown: true });
  const before = read(outer, join(attribute(99, wire.u8(1)), attribute(2, wire.u8(1))), cx);
  cx.reset();
  expect(read(outer, attribute(1, wire.u8(1)), cx)).toEqual({ fields: { byte: 1 }, ...fine });
  expect(before.problems).toHaveLength(1);
  expect(before.unknown).toHaveLength(2);
});

test("hex", () => {
  expect(hex(viewOf(wire.u8(0, 0x0a, 0xff, 0x7f, 0x80)), 1, 3)).toBe("0aff7f");
  expect(hex(viewOf(wire.u8(1)), 0, 0)).toBe("");
});

/**
 * A message with everything in it. The numbers are such that no payload looks like one of the attributes before
 * it: whatever damage does to the walk, it can not come upon an earlier attribute again.
 */
const everything = table<Context>()("ALL", {
  8449: attr("ALL_BYTE", "byte", u8),
  8450: attr("ALL_NAME", "name", str),
  8451: attr(
    "ALL_NEST",
    "nest",
    nest(
      table<Context>()("NEST", {
        8705: attr("NEST_ONE", "one", u32),
        8706: attr("NEST_NAME", "name", str),
        8707: attr(
          "NEST_DEEP",
          "deep",
          nest(table<Context>()("NEST_DEEP", { 8961: attr("DEEP_BIG", "big", u64) })),
        ),
      }),
    ),
  ),
  8452: attr("ALL_KIND", "kind", str),
  8453: union("ALL_DATA", "data", "kind", {
    vlan: table<Context>()("VLAN", {
      9217: attr("VLAN_ID", "id", u16),
      9218: attr(
        "VLAN_FLAGS",
        "flags",
        struct(8, [
          ["flags", u32],
          ["mask", u32],
        ]),
      ),
    }),
  }),
  8454: many("ALL_AGAIN", "again", u16),
  8455: attr("ALL_LIST", "list", arrayOf("LIST_ENTRY", 0x2501, str)),
  8456: attr("ALL_HEX", "hex", bytes),
  8457: spread("ALL_STATE", indexed(u8, "state", { 1: "up" })),
});

/** Each attribute, and what it adds to the fields. Unions are read last. */
const parts: readonly { bytes: Uint8Array; gives: Fields }[] = [
  { bytes: attribute(0x2101, wire.u8(200)), gives: { byte: 200 } },
  { bytes: attribute(0x2102, text("ünïcode")), gives: { name: "ünïcode" } },
  {
    bytes: attribute(
      0xa103,
      attribute(0x2201, wire.u32(0x01020304)),
      attribute(0x2202, text("inside")),
      attribute(0x2203, attribute(0x2301, wire.u64(5n))),
    ),
    gives: { nest: { one: 0x01020304, name: "inside", deep: { big: 5 } } },
  },
  { bytes: attribute(0x2104, text("vlan")), gives: { kind: "vlan" } },
  {
    bytes: attribute(0x2105, attribute(0x2401, wire.u16(100)), attribute(0x2402, wire.u32(1, 0xffffffff))),
    gives: { data: { id: 100, flags: { flags: 1, mask: 0xffffffff } } },
  },
  { bytes: attribute(0x2106, wire.u16(1)), gives: { again: [1] } },
  { bytes: attribute(0x2106, wire.u16(2)), gives: { again: [1, 2] } },
  {
    bytes: attribute(0x2107, attribute(0x2501, text("alt0")), attribute(0x2501, text("alternative1"))),
    gives: { list: ["alt0", "alternative1"] },
  },
  { bytes: attribute(0x3fff, wire.u8(1, 2, 3)), gives: {} },
  { bytes: attribute(0x2108, wire.u8(1, 2, 3, 4, 5, 6, 7)), gives: { hex: "01020304050607" } },
  { bytes: attribute(0x2109, wire.u8(1)), gives: { state: "up" } },
];
const whole = join(...parts.map(({ bytes }) => bytes));

/** What the first `count` attributes give. */
const fieldsOf = (count: number): Fields =>
  Object.assign({}, ...parts.slice(0, count).map(({ gives }) => gives)) as Fields;

/** Where each attribute begins, ends, and ends with its padding. */
const places = parts.map(({ bytes }, i) => {
  const start = parts.slice(0, i).reduce((sum, { bytes }) => sum + bytes.length, 0);
  const length = new DataView(bytes.buffer).getUint16(0, true);
  return { start, end: start + length, padded: start + bytes.length };
});

test("the whole message", () => {
  expect(read(everything, whole)).toEqual({
    fields: fieldsOf(parts.length),
    problems: [],
    unknown: [{ path: "16383", hex: "010203" }],
  });
});

test("cut at every byte: what is whole stays as it was, the rest is a problem", () => {
  for (let cut = 0; cut <= whole.length; cut++) {
    const { fields, problems } = read(everything, whole.subarray(0, cut));
    const complete = places.filter(({ end }) => end <= cut).length;
    expect(fields).toEqual(fieldsOf(complete));
    const clean = cut <= (places[complete - 1]?.padded ?? 0);
    expect(problems.length === 0).toBe(clean);
  }
});

/** Where the headers of the attributes are, those in nests too. */
function headers(at: number, end: number, into: number[] = []): number[] {
  const NESTS = [0x2103, 0x2203, 0x2105, 0x2107];
  const view = new DataView(whole.buffer);
  while (at < end) {
    into.push(at);
    const length = view.getUint16(at, true);
    if (NESTS.includes(view.getUint16(at + 2, true) & 0x3fff)) headers(at + 4, at + length, into);
    at += (length + 3) & ~3;
  }
  return into;
}

test("lengths that lie: never a throw, never a hang, and what came before is unchanged", () => {
  const next = wire.random(2);
  const all = headers(0, whole.length);
  expect(all.length).toBe(parts.length + 3 + 1 + 2 + 2);
  let noticed = 0;
  for (let round = 0; round < 3000; round++) {
    const at = all[next(all.length)]!;
    const lie = next(3) === 0 ? next(0x10000) : next(64);
    const broken = whole.slice();
    new DataView(broken.buffer).setUint16(at, lie, true);
    const { fields, problems } = read(everything, broken);
    if (problems.length > 0) noticed++;
    const before = places.filter(({ padded }) => padded <= at).length;
    const { again, ...sure } = fieldsOf(before);
    expect(fields).toMatchObject(sure);
    if (Array.isArray(again)) expect(fields.again).toEqual(expect.arrayContaining(again));
    // In the nest, too, what comes before the lie is as it was.
    const nestAt = places[2]!;
    if (at >= nestAt.start + 12 && at < nestAt.end) expect(fields.nest).toMatchObject({ one: 0x01020304 });
  }
  expect(noticed).toBeGreaterThan(1000);
});

test("any bytes at all: never a throw, never a hang", () => {
  const next = wire.random(5);
  for (let round = 0; round < 3000; round++) {
    const broken = whole.slice(0, next(whole.length + 1));
    for (let i = next(8); i >= 0 && broken.length > 0; i--) broken[next(broken.length)] = next(256);
    read(everything, broken, contextOf({ keepUnknown: true, all: true }));
  }
  for (let round = 0; round < 1000; round++)
    read(
      everything,
      Uint8Array.from({ length: next(100) }, () => next(256)),
    );
});
