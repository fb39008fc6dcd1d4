import { describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, loadConfig } from "../../../src/cli/config/load.ts";
import { ConfigError } from "../../../src/cli/usage-error.ts";

function load(text: string | Uint8Array): Config {
  const folder = mkdtempSync(join(tmpdir(), "nlmon-"));
  const path = join(folder, "f.toml");
  try {
    writeFileSync(path, text);
    return loadConfig(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong, without the folder. */
function wrong(text: string | Uint8Array): string[] {
  try {
    load(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split("\n").map((line) => line.replace(/^.*\/f\.toml:/, ""));
  }
  throw new Error("nothing is wrong with it");
}

describe("rules", () => {
  test("a rule that says what it can", () => {
    const { rules, warnings } = load(`
      [[rule]]
      name = "dns"
      on = ["addresses.changed", "link.*"]
      interface = ["eth*", "!eth9"]
      family = "inet"
      scope = ["global", "200"]
      table = "all"
      exec = ["/bin/sh", "-c", "true"]
      debounce = "2s"
      max_wait = "1m"
      timeout = 1.5
      retry = 3
      on_start = true
      [rule.env]
      DNS_TTL = "60"
      HOME = ""
    `);
    expect(warnings).toEqual([]);
    expect(rules as unknown[]).toEqual([
      {
        label: "dns",
        command: ["/bin/sh", "-c", "true"],
        objects: new Set(["link", "address"]),
        on: ["addresses.changed", "link.*"],
        all: false,
        snapshot: false,
        interfaces: ["eth*", "!eth9"],
        families: new Set(["inet"]),
        scopes: new Set(["global", "200"]),
        tables: undefined,
        env: { DNS_TTL: "60", HOME: "" },
        debounce: 2000,
        maxWait: 60_000,
        timeout: 1500,
        retry: 3,
        onStart: true,
        each: false,
      },
    ]);
  });

  test("one that says what it has to", () => {
    const [rule] = load('[[rule]]\nexec = "true"\n').rules;
    expect(rule as unknown).toEqual({
      label: "true",
      command: "true",
      objects: new Set(["link", "address"]),
      on: [],
      all: false,
      snapshot: false,
      interfaces: [],
      families: undefined,
      scopes: undefined,
      tables: new Set(["main"]),
      env: {},
      debounce: 0,
      maxWait: 0,
      timeout: 30_000,
      retry: 0,
      onStart: false,
      each: false,
    });
  });

  test("any number of them, in every way that TOML has to write them", () => {
    expect(load("# nothing\n").rules).toEqual([]);
    const { rules } = load(
      `
      rule = [{ exec = "a", env = { A.B = "x" } }]
    `.replace("A.B", "A"),
    );
    expect(rules.map(({ env }) => env)).toEqual([{ A: "x" }]);
    const two = load(
      '[[rule]]\nexec = "a"\nenv.A = "1"\nenv.B = "2"\n[[rule]]\nexec = "b"\n"on" = "link.up"\n',
    ).rules;
    expect(two.map(({ label, env, on }) => [label, env, on])).toEqual([
      ["a", { A: "1", B: "2" }, []],
      ["b", {}, ["link.up"]],
    ]);
  });

  test("what has to be watched for it", () => {
    const objects = (on: string) => [...load(`[[rule]]\non = ${on}\nexec = "x"\n`).rules[0]!.objects];
    expect(objects('"route.added"')).toEqual(["route"]);
    expect(objects('["route.*", "*.removed"]')).toEqual(["link", "address", "route"]);
    expect(objects('"monitor.overflow"')).toEqual(["link", "address"]);
    expect(objects('["addresses.changed", "!link.*"]')).toEqual(["address"]);
  });

  test("a program that is not there is a warning: it may be there later", () => {
    const { rules, warnings } = load(
      '[[rule]]\nexec = ["/nonexistent/x"]\n\n[[rule]]\nexec = "/etc/passwd --x"\n',
    );
    expect(rules).toHaveLength(2);
    expect(warnings.map((warning) => warning.replace(/^.*f\.toml:/, ""))).toEqual([
      "1:3: /nonexistent/x: no such file",
      "4:3: /etc/passwd: not executable",
    ]);
  });
});

describe("what is wrong is said with line and column", () => {
  test.each([
    ["[[rule]]\nexec = \n", "3:1: unspecified values are invalid"],
    ['[[rule]]\nexec = "a"\nexec = "b"\n', "3:1: defining a key multiple times is invalid"],
    ['[[rules]]\nexec = "a"\n', "1:3: unknown table rules; did you mean rule?"],
    ['[rule]\nexec = "a"\n', "1:2: write [[rule]]: there can be several"],
    ["rule = 1\n", "1:8: rule is no table; write [[rule]]"],
    ["rule = [1]\n", "1:9: rule holds tables; this is an integer"],
    ['exec = "a"\n', "1:1: unknown table exec; known: rule, ddns"],
    ["[[rule]]\n", "1:3: this rule has no exec"],
    ['[[rule]]\nexec = "a"\n  debonce = "2s"\n', "3:3: unknown key debonce; did you mean debounce?"],
    [
      '[[rule]]\nexec = "a"\ndebounce = "2x"\n',
      '3:12: debounce: "2x" is no duration; write 500ms, 10s, 2m or 1h',
    ],
    ['[[rule]]\nexec = "a"\ndebounce = true\n', '3:12: debounce has to be a time like "2s", not a boolean'],
    ['[[rule]]\nexec = "a"\nretry = -1\n', '3:9: retry: "-1" is no number; write 0 or more'],
    ['[[rule]]\nexec = "a"\non_start = "yes"\n', "3:12: on_start has to be true or false, not a string"],
    [
      '[[rule]]\nexec = "a"\non = ["link.up",\n "link.upp"]\n',
      '4:2: on: no event is called "link.upp"; did you mean link.up?',
    ],
    [
      '[[rule]]\nexec = "a"\non = [1]\n',
      "3:7: on has to be a string, or an array of strings, not an integer",
    ],
    ['[[rule]]\nexec = "a"\nfamily = "inet4"\n', '3:10: family: unknown value "inet4"; did you mean inet?'],
    ['[[rule]]\nexec = "a"\ntable = ["mian"]\n', '3:10: table: unknown value "mian"; did you mean main?'],
    ["[[rule]]\nexec = []\n", "2:8: exec names no program"],
    ['[[rule]]\nexec = " "\n', "2:8: exec is empty"],
    ['[[rule]]\nexec = "a\\u0000b"\n', "2:8: exec: a NUL character cannot be passed on"],
    [
      "[[rule]]\nexec = 1979-05-27\n",
      "2:8: exec has to be a command, or an array of a program and its arguments, not a date",
    ],
    ['[[rule]]\nexec = "a"\nenv = { "A=B" = "x" }\n', '3:9: env: "A=B" cannot be the name of a variable'],
    ['[[rule]]\nexec = "a"\nenv.A = 1\n', "3:9: A has to be a string, not an integer"],
    [
      '[[rule]]\nexec = "a"\neach = true\ndebounce = 2\n',
      "3:1: each and debounce contradict each other: what waits becomes one run",
    ],
    [
      '[[rule]]\nexec = "a"\nmax_wait = 2\n',
      "3:1: max_wait says how long debounce may take, and there is none",
    ],
    ['[[rule]]\nexec = "a"\ndebounce = 2\nmax_wait = 1\n', "4:1: max_wait is shorter than debounce"],
  ])("%j", (text, message) => {
    expect(wrong(text)).toEqual([message]);
  });

  test("all of it, in the order of the file", () => {
    expect(
      wrong('[[rule]]\nretry = "x"\nfoo = 1\n[[rule]]\nexec = 1\n[other]\n').map((line) => line.slice(0, 4)),
    ).toEqual(["1:3:", "2:9:", "3:1:", "5:8:", "6:2:"]);
  });

  test("no text at all, no file at all", () => {
    expect(wrong(new Uint8Array([0xff, 0xfe]))).toEqual([" not UTF-8"]);
    expect(() => loadConfig("/nonexistent/f.toml")).toThrow("/nonexistent/f.toml");
    expect(() => loadConfig("/")).toThrow(new ConfigError("/: not a regular file"));
    expect(wrong(`[[rule]]\nexec = ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`)).toEqual([
      "1:1: nested too deeply",
    ]);
  });
});
