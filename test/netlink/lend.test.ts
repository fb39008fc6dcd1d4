/** What a table lends is what it gives to keep. */
import { expect, test } from "bun:test";
import { attr, type Fields, ignored, many, nest, spread, table, union } from "../../src/netlink/attr.ts";
import { Context } from "../../src/netlink/context.ts";
import { indexed, str, u8, u16, u32, unlessZero } from "../../src/netlink/types.ts";
import { random } from "../rtnetlink/corpus.ts";
import { attribute, join, text, viewOf } from "./fixtures/wire.ts";

const inner = table<Context>()("INNER", { 1: attr("INNER_ONE", "one", u32) });
const kinds = { a: inner, b: table<Context>()("B", { 1: attr("B_ONE", "one", u8) }) };
const outer = table<Context>()("OUTER", {
  1: attr("OUTER_WORD", "word", u32),
  2: attr("OUTER_MARK", "mark", unlessZero(u32)),
  3: attr("OUTER_NAME", "name", str),
  4: attr("OUTER_INNER", "inner", nest(inner)),
  5: attr("OUTER_KIND", "kind", str),
  6: union("OUTER_DATA", "data", "kind", kinds),
  7: ignored("OUTER_PAD"),
  8: attr("OUTER_COUNTER", "counter", u16, "detail"),
});

/** All keys there are, those that it has no value for left out. */
const there = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

test("any attributes, also twice, too short, unknown, or damaged", () => {
  const next = random(1);
  const payload = (): Uint8Array => Uint8Array.from({ length: next() % 9 }, () => next() % 3);
  for (let i = 0; i < 5000; i++) {
    const list = Array.from({ length: next() % 7 }, () => {
      const number = 1 + (next() % 10);
      return attribute(number, number === 5 ? text(["a", "b", "c"][next() % 3]!) : payload());
    });
    const bytes = join(...list);
    const data = next() % 8 === 0 ? bytes.slice(0, next() % (bytes.length + 1)) : bytes;
    const [kept, lent] = [new Context(), new Context()];
    for (const cx of [kept, lent]) cx.keepUnknown = cx.all = i % 2 === 0;
    expect(there(outer.lend(viewOf(data), 0, data.length, lent))).toEqual(
      outer.read(viewOf(data), 0, data.length, kept),
    );
    expect([lent.problems, lent.unknown]).toEqual([kept.problems, kept.unknown]);
  }
});

test.each([
  ["several keys", spread("SEVERAL", indexed(u8, "state", { 1: "up" }))],
  ["a key again and again", many("AGAIN", "again", u8)],
])("a table with a row that gives %s lends nothing", (_, row) => {
  const of = table<Context>()("OF", { 1: row });
  expect(() => of.lend(viewOf(new Uint8Array(0)), 0, 0, new Context())).toThrow("more than one key once");
});
