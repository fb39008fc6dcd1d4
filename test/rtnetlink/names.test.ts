import { expect, test } from "bun:test";
import { groupName, parseNames, scopeName } from "../../src/rtnetlink/names.ts";

test("lines of a number and a name; comments and other lines are passed over", () => {
  expect(
    parseNames("# reserved\n0\tunspec\n 0x10  sixteen # a comment\n255 local\nno number\n\n7\n#9 nine\n"),
  ).toEqual([
    [0, "unspec"],
    [16, "sixteen"],
    [255, "local"],
  ]);
});

test("numbers that are always known, and those that nobody named", () => {
  expect([0, 200, 253, 254, 255].map(scopeName)).toEqual(["global", "site", "link", "host", "nowhere"]);
  expect(scopeName(123)).toBe("123");
  expect(groupName(0)).toBe("default");
  expect(groupName(4_000_000_000)).toBe("4000000000");
});
