import { expect, test } from "bun:test";
import { Globs } from "../../src/events/glob.ts";

test.each([
  ["eth0", ["eth0"], ["eth00", "xeth0", "eth", "ETH0", ""]],
  ["", [""], ["a"]],
  ["*", ["", "a", "eth0", "a\nb"], []],
  ["eth*", ["eth", "eth0", "eth0.100"], ["et", "xeth0"]],
  ["*0", ["0", "eth0"], ["eth01", ""]],
  ["e*h*0", ["eh0", "eth0", "exxhyy0"], ["eth1", "th0"]],
  ["**", ["", "x"], []],
  ["eth?", ["eth0", "ethX"], ["eth", "eth10"]],
  ["??", ["ab"], ["a", "abc"]],
  ["eth[0-2]", ["eth0", "eth1", "eth2"], ["eth3", "eth", "eth-", "eth00"]],
  ["[a-c]x", ["ax", "bx", "cx"], ["dx", "-x", "Ax"]],
  ["[!a-c]x", ["dx", "-x", "!x", "Ax"], ["ax", "bx", "cx", "x"]],
  ["[abc]", ["a", "b", "c"], ["d", "abc", "[abc]"]],
  ["[a-]", ["a", "-"], ["b"]],
  ["[-a]", ["a", "-"], ["b"]],
  ["[]]", ["]"], ["[", "[]]", ""]],
  ["[]a]x", ["]x", "ax"], ["x", "bx"]],
  ["[!]]", ["a", "["], ["]", ""]],
  ["[!]a]", ["b", "["], ["]", "a", "xa]"]],
  ["[^a]", ["b"], ["a"]],
  ["{eth,wlan}0", ["eth0", "wlan0"], ["eth", "{eth,wlan}0"]],
  ["\\[a\\*", ["[a*"], ["[ab"]],
  ["[a", ["[a"], ["a"]],
  ["a]", ["a]"], ["a"]],
  ["[]", ["[]"], ["", "]"]],
  ["[!]", ["[!]"], ["x", "!"]],
  ["a.b", ["a.b"], ["axb"]],
  ["link.*", ["link.up", "link."], ["linkxup", "link"]],
  ["$(b|c)", ["$(b|c)"], ["$b", "b"]],
  ["^a$", ["^a$"], ["a"]],
  ["a|b", ["a|b"], ["a", "b"]],
  ["größe?", ["größe1"], ["große1"]],
] as const)("%s", (glob, matching, others) => {
  const globs = new Globs([glob]);
  expect(matching.filter((name) => !globs.match(name))).toEqual([]);
  expect(others.filter((name) => globs.match(name))).toEqual([]);
});

test("a range the wrong way round matches nothing, as in the shell", () => {
  const globs = new Globs(["[c-a]"]);
  expect(["a", "b", "c", "-", "[c-a]"].filter((name) => globs.match(name))).toEqual([]);
});

test("one of several is enough", () => {
  const globs = new Globs(["eth*", "wlan0"]);
  expect(["eth0", "wlan0", "wlan1", "lo"].map((name) => globs.match(name))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("exclusions take away, wherever they stand", () => {
  for (const order of [
    ["eth*", "!eth1"],
    ["!eth1", "eth*"],
  ]) {
    const globs = new Globs(order);
    expect(["eth0", "eth1", "eth10", "lo"].map((name) => globs.match(name))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  }
});

test("only exclusions: everything else", () => {
  const globs = new Globs(["!veth*", "!docker[0-9]"]);
  expect(["eth0", "veth1", "docker0", "dockerx", ""].map((name) => globs.match(name))).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
});

test("no globs match everything", () => {
  const globs = new Globs([]);
  expect([globs.match("eth0"), globs.match(""), globs.matchesAll]).toEqual([true, true, true]);
});

test("matchesAll only where nothing is asked for", () => {
  expect(new Globs(["eth0"]).matchesAll).toBe(false);
  expect(new Globs(["!eth0"]).matchesAll).toBe(false);
});

test("the same name again gives the same answer", () => {
  const globs = new Globs(["e*"]);
  for (let i = 0; i < 4; i++) expect([globs.match("eth0"), globs.match("lo")]).toEqual([true, false]);
});
