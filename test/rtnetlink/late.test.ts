import { expect, test } from "bun:test";
import type { ObjectType } from "../../src/rtnetlink/object.ts";
import { OBJECTS } from "../../src/rtnetlink/objects.ts";
import { action } from "../../src/rtnetlink/tc/action.ts";
import { chain } from "../../src/rtnetlink/tc/chain.ts";
import { tclass } from "../../src/rtnetlink/tc/class.ts";
import { filter } from "../../src/rtnetlink/tc/filter.ts";
import { qdisc } from "../../src/rtnetlink/tc/qdisc.ts";

/** What an object says of itself, but what it does. */
const said = (type: ObjectType): unknown =>
  Object.fromEntries(
    Object.entries(type).filter(([, value]) => typeof value !== "function" && value !== undefined),
  );

test.each(Object.entries({ action, chain, class: tclass, filter, qdisc }))(
  "%s: what is known before its file is loaded is what stands in the file",
  (name, type) => {
    const row: ObjectType = OBJECTS[name as "qdisc"];
    expect(said(row)).toEqual(said(type));
    expect(typeof row.dumpsOf).toBe(typeof type.dumpsOf);
  },
);
