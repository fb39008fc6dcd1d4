import { expect, test } from "bun:test";
import type { Neighbour } from "../../src/rtnetlink/neighbour.ts";
import { diff } from "../../src/state/diff.ts";
import { neighbourVerb } from "../../src/state/neighbours.ts";

const verb = (before: Neighbour, after: Neighbour): string =>
  neighbourVerb(before, after, diff(before, after)!);

const ip = (state: string, more: object = {}): Neighbour => ({
  family: "inet",
  dst: "192.0.2.5",
  lladdr: "02:00:00:00:00:05",
  state: [state],
  ...more,
});

test("one that answers goes through its states unseen", () => {
  const alive = ["REACHABLE", "STALE", "DELAY", "PROBE"];
  for (const from of alive)
    for (const to of alive)
      if (from !== to) expect([from, to, verb(ip(from), ip(to))]).toEqual([from, to, "refreshed"]);
});

test("all else is a change", () => {
  for (const other of ["FAILED", "INCOMPLETE", "PERMANENT", "NOARP"]) {
    expect([other, verb(ip("REACHABLE"), ip(other))]).toEqual([other, "changed"]);
    expect([other, verb(ip(other), ip("STALE"))]).toEqual([other, "changed"]);
  }
  expect(verb(ip("REACHABLE"), ip("STALE", { router: true }))).toBe("changed");
  expect(verb(ip("STALE"), ip("STALE", { lladdr: "02:00:00:00:00:06" }))).toBe("changed");
});

test("a bridge's entry that is idle for long", () => {
  const entry = (state: string): Neighbour => ({
    family: "bridge",
    mac: "02:00:00:00:00:05",
    flags: [],
    state,
  });
  expect(verb(entry(""), entry("stale"))).toBe("refreshed");
  expect(verb(entry("stale"), entry(""))).toBe("refreshed");
  expect(verb(entry(""), entry("static"))).toBe("changed");
});
