import { expect, test } from "bun:test";
import type { Row } from "../../src/netlink/row.ts";
import { volatileKeys } from "../../src/netlink/table.ts";
import { ifa } from "../../src/rtnetlink/address.ts";
import { ifla } from "../../src/rtnetlink/link.ts";
import { kinds, portKinds } from "../../src/rtnetlink/link-kinds/index.ts";

const tables = [ifla, ifa, ...Object.values(kinds), ...Object.values(portKinds)];

// The diff passes over these keys wherever they stand.
test("a key that ticks in one table is no state in another", () => {
  const state = new Set<string>();
  for (const { rows } of tables)
    for (const row of Object.values<Row>(rows)) if (row.note === undefined) state.add(row.key);
  expect(state.size).toBeGreaterThan(200);
  expect(volatileKeys.size).toBeGreaterThan(8);
  expect([...volatileKeys].filter((key) => state.has(key))).toEqual([]);
});
