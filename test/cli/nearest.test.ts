import { expect, test } from "bun:test";
import { nearest } from "../../src/cli/nearest.ts";
import { MONITOR } from "../../src/cli/options.ts";

const NAMES = ["format", "interface", "snapshot", "count", "timeout", "on", "object"];

test.each([
  ["format", "format"],
  ["fromat", "format"],
  ["formt", "format"],
  ["formatt", "format"],
  ["farmat", "format"],
  ["interfcae", "interface"],
  ["intreface", "interface"],
  // The beginning of one is a better guess than a slip of another.
  ["inter", "interface"],
  ["snap", "snapshot"],
  ["obj", "object"],
  ["coutn", "count"],
  ["timout", "timeout"],
  ["no", "on"],
])("%s: %s", (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});

test.each(["xyzzy", "frobnicate", "quuxquux", "snowflakes"])("%s: nothing near", (word) => {
  expect(nearest(word, NAMES)).toBeUndefined();
});

test("no candidates", () => {
  expect(nearest("format", [])).toBeUndefined();
  expect(nearest("", [])).toBeUndefined();
});

test("the nearest one, wherever it stands; the first of equals", () => {
  expect(nearest("abcd", ["abxx", "abcx"])).toBe("abcx");
  expect(nearest("abcd", ["abcx", "abxx"])).toBe("abcx");
  expect(nearest("abcd", ["abcx", "abcy"])).toBe("abcx");
});

test("two slips are forgiven, three only in a long word", () => {
  expect(nearest("fxxmat", ["format"])).toBe("format");
  expect(nearest("fxxxat", ["format"])).toBeUndefined();
  expect(nearest("xxxerface", ["interface"])).toBe("interface");
  expect(nearest("xxxxrface", ["interface"])).toBeUndefined();
});

test("every option is found from every single slip in it", () => {
  const names = Object.keys(MONITOR);
  // inet6 is itself one slip away from inet.
  for (const name of names.filter((name) => name.length >= 5 && name !== "inet6"))
    for (let i = 0; i < name.length; i++) {
      const slips = [
        name.slice(0, i) + name.slice(i + 1),
        `${name.slice(0, i)}q${name.slice(i)}`,
        `${name.slice(0, i)}q${name.slice(i + 1)}`,
        name.slice(0, i) + (name[i + 1] ?? "") + name[i]! + name.slice(i + 2),
      ];
      for (const slip of slips)
        if (!names.includes(slip)) expect([slip, nearest(slip, names)]).toEqual([slip, name]);
    }
});
