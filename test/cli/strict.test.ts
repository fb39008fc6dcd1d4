import { expect, test } from "bun:test";
import type { Option } from "../../src/cli/options.ts";
import { strict } from "../../src/cli/strict.ts";
import { UsageError } from "../../src/cli/usage-error.ts";

const common = { description: "", section: "Other" } as const;
const OPTIONS: Readonly<Record<string, Option>> = {
  format: { type: "string", alias: "f", ...common },
  interface: { type: "string", alias: ["i", "I"], list: true, ...common },
  on: { type: "string", list: true, ...common },
  count: { type: "string", alias: "c", ...common },
  inet: { type: "boolean", alias: "4", ...common },
  snapshot: { type: "boolean", alias: "s", ...common },
  verbose: { type: "boolean", alias: "v", ...common },
  raw: { type: "boolean", ...common },
};

const sorted = (argv: readonly string[]): string[] =>
  strict(argv, { name: "", options: OPTIONS }).options.sort();

test.each([
  [[], []],
  [["--format=json"], ["--format=json"]],
  [["--format", "json"], ["--format=json"]],
  [["-f", "json"], ["--format=json"]],
  [["-fjson"], ["--format=json"]],
  [["-f=json"], ["--format=json"]],
  [["-I", "eth0"], ["--interface=eth0"]],
  [["--raw"], ["--raw"]],
  [["-s"], ["--snapshot"]],
  [["-sv4"], ["--inet", "--snapshot", "--verbose"]],
  [
    ["-svf", "json"],
    ["--format=json", "--snapshot", "--verbose"],
  ],
  [["-svfjson"], ["--format=json", "--snapshot", "--verbose"]],
  [["-4fs"], ["--format=s", "--inet"]],
  [
    ["-s", "--raw", "-f", "text", "-c5"],
    ["--count=5", "--format=text", "--raw", "--snapshot"],
  ],
  // A value may hold anything.
  [["--on=a=b"], ["--on=a=b"]],
  [["-ia=b"], ["--interface=a=b"]],
  [["--on="], ["--on="]],
  [["--on", ""], ["--on="]],
  [["-i", "!eth0"], ["--interface=!eth0"]],
  [["-i", "-"], ["--interface=-"]],
  [["-c", "-5"], ["--count=-5"]],
  [["--format=-f"], ["--format=-f"]],
  [["-i", "--weird"], ["--interface=--weird"]],
  [["-i", "x y\nz"], ["--interface=x y\nz"]],
] as const)("%j", (argv, canonical) => {
  expect(sorted(argv)).toEqual([...canonical]);
});

test.each([
  ["lists", ["--on", "a", "--on=b"], ["--on=a,b"]],
  ["lists, in every form", ["-i", "a", "-Ib", "--interface", "c,d"], ["--interface=a,b,c,d"]],
  ["the same in a list", ["-i", "a", "-i", "a"], ["--interface=a"]],
  ["a boolean", ["-v", "--verbose", "-vv"], ["--verbose"]],
  ["the same value", ["-f", "json", "--format=json"], ["--format=json"]],
] as const)("repeated: %s", (_, argv, canonical) => {
  expect(sorted(argv)).toEqual([...canonical]);
});

/** What a wrong command line is told. */
function wrong(argv: readonly string[]): string {
  try {
    strict(argv, { name: "", options: OPTIONS });
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`${JSON.stringify(argv)} is taken`);
}

test.each([
  ["unknown, something near", ["--fromat", "json"], "unknown option --fromat; did you mean --format?"],
  ["unknown, with a value", ["--fromat=json"], "unknown option --fromat; did you mean --format?"],
  ["the beginning of one", ["--snap"], "unknown option --snap; did you mean --snapshot?"],
  ["unknown, nothing near", ["--quuxyzzy"], "unknown option --quuxyzzy"],
  ["unknown short one", ["-x"], "unknown option -x"],
  ["unknown in a cluster", ["-sxv"], "unknown option -x"],
  ["a long one with one dash", ["-raw"], "unknown option -r"],
  ["an alias with two dashes", ["--f=json"], "unknown option --f"],
  ["what every object has", ["--constructor"], "unknown option --constructor"],
  ["what every object has", ["--__proto__"], "unknown option --__proto__"],
  ["negated", ["--no-raw"], "unknown option --no-raw"],
  ["no value", ["--format"], "--format needs a value"],
  ["no value, short", ["-f"], "-f needs a value"],
  ["no value in a cluster", ["-sf"], "-f needs a value"],
  ["no value, short, with =", ["-f="], "-f needs a value"],
  ["an option for a value", ["--format", "--raw"], "--format needs a value"],
  ["an option with value for a value", ["--format", "--on=x"], "--format needs a value"],
  ["a short option for a value", ["-f", "-s"], "-f needs a value"],
  ["a cluster for a value", ["-i", "-sv"], "-i needs a value"],
  ["a value for a boolean", ["--raw=yes"], "--raw takes no value"],
  ["an empty value for a boolean", ["--raw="], "--raw takes no value"],
  ["a value for a short boolean", ["-s=1"], "unknown option -="],
  ["given twice", ["-f", "json", "--format=text"], "--format is given twice: json and text"],
  ["given twice, short", ["--count=1", "-c2"], "-c is given twice: 1 and 2"],
  ["stray", ["eth0"], 'unexpected argument "eth0"; to watch one interface: nlmon -i eth0'],
  ["stray, after options", ["-s", "eth0", "-v"], 'unexpected argument "eth0"'],
  ["stray, after a boolean", ["--raw", "yes"], 'unexpected argument "yes"'],
  ["stray, an option's name", ["raw"], 'unexpected argument "raw"; did you mean --raw?'],
  ["stray, after --", ["--", "eth0"], 'unexpected argument "eth0"'],
  ["stray, a dash", ["-"], 'unexpected argument "-"'],
  ["stray, empty", [""], 'unexpected argument ""'],
] as const)("wrong: %s: %j", (_, argv, message) => {
  const told = wrong(argv);
  expect(told).toStartWith(message);
  expect(told).not.toContain("\n");
  if (!message.includes("did you mean"))
    expect(told.includes("--format") === message.includes("--format")).toBe(true);
});

test("a command that takes no operand has no interface to offer", () => {
  expect(() => strict(["eth0"], { name: "doctor", options: OPTIONS })).toThrow(
    new UsageError('unexpected argument "eth0"'),
  );
});

test("the first mistake is told", () => {
  expect(wrong(["--bad1x2y3z", "--raw=1", "stray"])).toContain("--bad1x2y3z");
  expect(wrong(["stray", "--bad1x2y3z"])).toContain("stray");
});

test("the arguments given are left as they are", () => {
  const argv = ["-s", "-f", "json"];
  strict(argv, { name: "", options: OPTIONS });
  expect(argv).toEqual(["-s", "-f", "json"]);
});

test("an operand that is there and empty", () => {
  const file = { name: "", options: OPTIONS, operands: { name: "FILE", least: 1, most: 1 } };
  expect(strict(["a"], file).operands).toEqual(["a"]);
  expect(() => strict([""], file)).toThrow(new UsageError("FILE is empty"));
  const words = { name: "", options: OPTIONS, operands: { name: "SHELL", least: 1, most: 9 } };
  expect(strict(["bash", "--", "nlmon", ""], words).operands).toEqual(["bash", "nlmon", ""]);
});

test("a stray word of a command is no interface; which words there are is said", () => {
  const none = { name: "schema", options: OPTIONS };
  expect(() => strict(["eth0"], none)).toThrow(/^unexpected argument "eth0"$/);
  const shells = { name: "SHELL", words: ["bash", "zsh"], least: 1, most: 1 };
  expect(() => strict([], { ...none, operands: shells })).toThrow("SHELL is missing: bash, zsh");
});
