/** The manual: nothing missing, and nothing that its readers complain about. */
import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { COMMANDS, monitor } from "../../src/cli/commands.ts";
import { DDNS_KEYS } from "../../src/cli/config/ddns.ts";
import { RULE_KEYS } from "../../src/cli/config/rule.ts";
import { commandPage } from "../../src/cli/manual/command-page.ts";
import { configPage } from "../../src/cli/manual/config-page.ts";
import { takeApart } from "../../src/cli/manual/notes.ts";
import { Page } from "../../src/cli/manual/roff.ts";

const requireAll = process.env.NLMON_REQUIRE_ALL === "1";
const has = (command: string) => requireAll || Bun.which(command) !== null;

const example = readFileSync(`${import.meta.dir}/../../examples/nlmon.toml`, "utf8");
const PAGES = {
  "nlmon.1": commandPage("2026-11-28"),
  "nlmon.toml.5": configPage("2026-11-28", example),
};

/** As mandoc shows it, without emphasis. */
function shown(page: string): string {
  const run = Bun.spawnSync(["mandoc", "-T", "ascii", "-O", "width=200"], { stdin: Buffer.from(page) });
  return run.stdout.toString().replace(/.\x08/g, "").replace(/\s+/g, " ");
}

for (const [name, page] of Object.entries(PAGES)) {
  test.skipIf(!has("mandoc"))(`${name}: mandoc has nothing to say`, () => {
    const run = Bun.spawnSync(["mandoc", "-T", "lint", "-W", "style"], { stdin: Buffer.from(page) });
    // Such lines of examples stay as they are.
    const said = run.stdout
      .toString()
      .split("\n")
      .filter((line) => !line.includes("input text line longer than 80"));
    expect(said.join("\n")).toBe("");
  });

  test.skipIf(!has("man"))(`${name}: man has nothing to say`, () => {
    const folder = mkdtempSync(`${tmpdir()}/nlmon-`);
    writeFileSync(`${folder}/${name}`, page);
    const run = Bun.spawnSync(["man", "--warnings", "-E", "UTF-8", "-l", `${folder}/${name}`], {
      env: { ...process.env, MANPAGER: "cat", LC_ALL: "C.UTF-8" },
    });
    rmSync(folder, { recursive: true });
    expect(run.stderr.toString()).toBe("");
    expect(run.exitCode).toBe(0);
    expect(run.stdout.length).toBeGreaterThan(2000);
  });
}

test.skipIf(!has("mandoc"))("every command, option and example is in nlmon(1)", () => {
  const text = shown(PAGES["nlmon.1"]);
  for (const { name, options, examples, about } of [monitor, ...COMMANDS]) {
    expect(text).toContain(name);
    expect(text).toContain(about.replace(/\s+/g, " "));
    for (const option of Object.keys(options)) expect(text).toContain(`--${option}`);
    for (const [example] of examples) expect(text).toContain(example);
  }
  expect(text).toContain("addresses .changed");
});

test.skipIf(!has("mandoc"))("every key is in nlmon.toml(5), and the example as it stands", () => {
  const text = shown(PAGES["nlmon.toml.5"]);
  for (const key of [...RULE_KEYS, ...DDNS_KEYS]) expect(text).toContain(` ${key} `);
  expect(text).toContain(example.replace(/\s+/g, " ").trim());
});

test("notes are taken apart", () => {
  expect(
    takeApart(`Events ([...]: only by name; *.exists: with -s):
  link: .added removed
  neighbour, netconf,
    nsid: .added

Exit:   0 fine,
        1 failed

So it is:
  .added   there is one

With words (nlmon x -- WORD...) it prints something.
`),
  ).toEqual([
    {
      heading: "Events",
      text: "([...]: only by name; *.exists: with -s)",
      entries: [
        { term: "link", what: ".added removed" },
        { term: "neighbour, netconf, nsid", what: ".added" },
      ],
    },
    { heading: "Exit", text: "0 fine,\n        1 failed", entries: [] },
    { heading: "So it is", text: "", entries: [{ term: ".added", what: "there is one" }] },
    { heading: "", text: "With words (nlmon x -- WORD...) it prints something.\n", entries: [] },
  ]);
});

test("no text becomes a command", () => {
  const page = new Page("x", "1", "2026-11-28", "x 1", "X");
  page.section("NAME").text(".so /etc/passwd \\fBx 'y -z").entry(".TH", "'x", "A");
  expect(String(page).split("\n").slice(2, -1)).toEqual([
    "\\&.so /etc/passwd \\efBx 'y \\-z",
    ".TP",
    "\\fB\\&.TH\\fR \\fIA\\fR",
    "\\&'x",
  ]);
});
