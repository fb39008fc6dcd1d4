import { expect, test } from "bun:test";
import { ifIndexToName, ifNameToIndex } from "../../ffi/ifname.ts";

test("lo is 1, in every network namespace", () => {
  expect(ifNameToIndex("lo")).toBe(1);
  expect(ifIndexToName(1)).toBe("lo");
});

test.each(["", "nosuch0", "123456789012345", "lo ", "L"])("no interface is called %j", (name) => {
  expect(ifNameToIndex(name)).toBeUndefined();
});

test("a name that is too long is no name, not a cut one", () => {
  expect(ifNameToIndex("lo".padEnd(16, "x"))).toBeUndefined();
  expect(ifNameToIndex("ü".repeat(8))).toBeUndefined();
  expect(ifNameToIndex("lo")).toBe(1);
});

test.each([0, -1, 0x7fff_ffff])("no interface has the index %d", (index) => {
  expect(ifIndexToName(index)).toBeUndefined();
});

test("the answer before does not show through", () => {
  expect(ifIndexToName(1)).toBe("lo");
  expect(ifIndexToName(0x7fff_ffff)).toBeUndefined();
  expect(ifNameToIndex("nosuch0")).toBeUndefined();
  expect(ifIndexToName(1)).toBe("lo");
});
