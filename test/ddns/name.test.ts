import { expect, test } from "bun:test";
import { isWithin, labelsOf, parent, parseName, sameName, shownName } from "../../src/ddns/name.ts";

test("names as users write them", () => {
  expect(parseName("host.example.com")).toBe("host.example.com.");
  expect(parseName("Host.Example.COM.")).toBe("Host.Example.COM.");
  expect(parseName(".")).toBe(".");
  expect(parseName("a\\.b.example")).toBe("a\\.b.example.");
  expect(parseName("a\\032b.example")).toBe("a\\032b.example.");
  expect(parseName("bücher.example")).toBe("xn--bcher-kva.example.");
  expect(parseName("*.example")).toBe("*.example.");
});

test("what is no name", () => {
  for (const text of [
    "",
    "..",
    "a..b",
    ".a",
    "a\\",
    "a\\999b",
    `${"a".repeat(64)}.example`,
    "\u{0}ü\u{d800}",
  ])
    expect(parseName(text)).toBeUndefined();
  expect(parseName("a".repeat(63))).toBe(`${"a".repeat(63)}.`);
  // 255 bytes on the wire.
  const long = `${"a".repeat(63)}.`.repeat(3);
  expect(parseName(`${"a".repeat(62)}.${long}`)).toBeUndefined();
  expect(parseName(`${"a".repeat(61)}.${long}`)).toBeDefined();
});

test("labels, parents, zones", () => {
  expect(labelsOf("a\\.b.c.")).toEqual(["a.b", "c"]);
  expect(labelsOf(".")).toEqual([]);
  expect(parent("a.b.")).toBe("b.");
  expect(parent("b.")).toBe(".");
  expect(parent(".")).toBeUndefined();
  expect(isWithin("a.Example.", "example.")).toBe(true);
  expect(isWithin("example.", "example.")).toBe(true);
  expect(isWithin("example.", ".")).toBe(true);
  expect(isWithin("badexample.", "example.")).toBe(false);
  expect(isWithin("example.", "a.example.")).toBe(false);
  expect(sameName("A.b.", "a.B.")).toBe(true);
  expect(shownName("a.b.")).toBe("a.b");
});
