import { expect, test } from "bun:test";
import { COMMANDS, monitor } from "../../src/cli/commands.ts";
import { complete } from "../../src/cli/completion/complete.ts";
import type { Names } from "../../src/cli/options.ts";

const NAMES: Readonly<Record<Names, readonly string[]>> = {
  objects: ["link", "address", "all"],
  interfaces: ["lo", "eth0", "eth1"],
  events: ["link.up", "link.down", "address.added"],
  families: ["inet", "inet6"],
  scopes: ["global", "link"],
  tables: ["main", "all"],
  namespaces: ["blue"],
};

const words = (line: string): string[] | "files" => {
  const found = complete(line.split(" "), { monitor, commands: COMMANDS, names: (kind) => NAMES[kind] });
  return found === "files" ? found : found.map(({ word }) => word);
};

test.each([
  ["re", ["record", "replay"]],
  ["--sn", ["--snapshot"]],
  ["--nosuch", []],
  ["record --rotate-", ["--rotate-size", "--rotate-time"]],
  ["record --speed", []],
  ["-f ", ["text", "json"]],
  ["--format ", ["text", "json"]],
  ["--format=", ["--format=text", "--format=json"]],
  ["--format=j", ["--format=json"]],
  ["--snapshot=", []],
  ["-o l", ["link"]],
  ["-o link,", ["link,address", "link,all"]],
  ["-o link,a", ["link,address", "link,all"]],
  ["--object=link,ad", ["--object=link,address"]],
  ["-i !e", ["!eth0", "!eth1"]],
  ["-i lo,!e", ["lo,!eth0", "lo,!eth1"]],
  ["-46i eth", ["eth0", "eth1"]],
  ["-i4 eth", []],
  ["--on link.", ["link.up", "link.down"]],
  ["--family inet", ["inet", "inet6"]],
  ["--netns ", ["blue"]],
  ["--count ", []],
  ["--exec ", "files"],
  ["--config ", "files"],
  ["replay ", "files"],
  ["replay -o link ", "files"],
  ["replay -- -", "files"],
  ["show l", ["link"]],
  ["show link ad", ["address"]],
  ["completion z", ["zsh"]],
  ["wait --address ", ["usable"]],
  ["wait --route d", ["default"]],
  ["show x y ", ["link", "address", "all"]],
  ["nosuch ", []],
] as const)("%p", (line, expected) => {
  expect(words(line)).toEqual(expected as never);
});

test("an option is not offered twice, unless it may be repeated", () => {
  expect(words("--format json --f")).toEqual(["--family"]);
  expect(words("--on link.up --on")).toEqual(["--on"]);
});

test("a single - offers the short ones too", () => {
  expect(words("-")).toContain("-f");
  expect(words("-")).toContain("--format");
});

test("every option that has a value says what it names, or its hint says that nothing can be offered", () => {
  for (const command of [monitor, ...COMMANDS])
    for (const [name, { type, valueHint = "", names }] of Object.entries(command.options))
      if (type === "string" && names === undefined)
        expect([name, valueHint]).not.toEqual([name, expect.stringMatching(/^(LIST|GLOB)?$/)]);
});
