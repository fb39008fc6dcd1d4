import { expect, test } from "bun:test";
import { attr, table } from "../../src/netlink/attr.ts";
import { Context } from "../../src/netlink/context.ts";
import { shapeOf } from "../../src/netlink/kept.ts";
import { u32 } from "../../src/netlink/types.ts";
import { attribute, u32 as bytes, join, viewOf } from "./fixtures/wire.ts";

const ERA = 1;
/** The largest number of an attribute. */
const MOST = 0x3fff;
const two = (first: number, second: number, value: number): DataView =>
  viewOf(join(attribute(first, bytes(value)), attribute(second, bytes(value + 1))));

test("attributes of other numbers that happen to have the same shape are read for themselves", () => {
  const view = two(1, 2, 0);
  const wanted = shapeOf(view, 0, view.byteLength, ERA);
  let first = 2;
  let second = MOST;
  do {
    if (second++ === MOST) {
      first++;
      second = 3;
    }
    view.setUint16(2, first, true);
    view.setUint16(10, second, true);
  } while (shapeOf(view, 0, view.byteLength, ERA) !== wanted);
  const of = table<Context>()("OF", {
    1: attr("ONE", "one", u32),
    2: attr("TWO", "two", u32),
    [first]: attr("THREE", "three", u32),
    [second]: attr("OTHER", "other", u32),
  });
  const cx = new Context();
  cx.era = ERA;
  const read = (view: DataView): object => of.read(view, 0, view.byteLength, cx);
  for (const value of [10, 20, 30]) expect(read(two(1, 2, value))).toEqual({ one: value, two: value + 1 });
  expect(read(two(first, second, 40))).toEqual({ three: 40, other: 41 });
  expect(read(two(1, 2, 50))).toEqual({ one: 50, two: 51 });
});
