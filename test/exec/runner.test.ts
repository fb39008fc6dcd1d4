import { expect, test } from "bun:test";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "../../src/events/event.ts";
import { DEFAULTS, labelOf, type Rule } from "../../src/exec/rule.ts";
import { type Level, Runner } from "../../src/exec/runner.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import { addressEvent, addressesEvent, linkEvent } from "./fixtures/events.ts";
import { TestWaiter } from "./fixtures/waiter.ts";

const RULE = {
  ...DEFAULTS,
  objects: new Set(["link", "address"] as const),
  on: [],
  all: false,
  interfaces: [],
  families: undefined,
  scopes: undefined,
  snapshot: false,
};

interface Report extends Record<string, unknown> {
  level: Level;
  message: string;
}

class Fixture implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "nlmon-"));
  readonly reports: Report[] = [];
  readonly runner: Runner;
  readonly #waiter = new TestWaiter();
  #wake: () => void = () => {};

  constructor(command: Rule["command"], rule: Partial<Rule> = {}) {
    this.runner = new Runner(
      { ...RULE, label: labelOf(command), command, ...rule },
      {
        waiter: this.#waiter,
        env: { PATH: process.env.PATH, DIR: this.folder },
        backOff: 20,
        grace: 200,
        report: (level, message, fields) => {
          this.reports.push({ level, message, ...fields });
          this.#wake();
        },
        onIdle: () => this.#wake(),
      },
    );
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  idle(): Promise<void> {
    return this.until(() => this.runner.idle);
  }

  /** What the runs have written to this file, a line each. */
  lines(file = "log"): string[] {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  }

  touch(file: string): void {
    writeFileSync(join(this.folder, file), "");
  }

  /** Reports about the end of runs. */
  get ends(): Report[] {
    return this.reports.filter((report) => "exit" in report);
  }

  [Symbol.dispose](): void {
    this.#waiter[Symbol.dispose]();
    rmSync(this.folder, { recursive: true });
  }
}

/** Runs until the file `go` is there, or the tests have ended without it. */
const HELD =
  'echo "$NLMON_SEQ $NLMON_COALESCED" >> $DIR/log; while [ ! -e $DIR/go ] && kill -0 $PPID; do sleep 0.01; done';
const LOG = 'echo "$NLMON_EVENT $1 $2" >> $DIR/log';

const several = (count: number): Event[] => Array.from({ length: count }, () => linkEvent("changed"));

test("$1 and $2, and a report with exit status and duration", async () => {
  using fixture = new Fixture(LOG);
  fixture.runner.take(linkEvent("up"));
  await fixture.idle();
  expect(fixture.lines()).toEqual(["link.up eth0 link.up"]);
  expect(fixture.ends).toHaveLength(1);
  expect(fixture.ends[0]).toMatchObject({
    level: "info",
    hook: "echo",
    exit: 0,
    signal: null,
    timeout: false,
  });
  expect(fixture.ends[0]!.message).toMatch(/^exit 0 after 0\.\d{3} s, for link\.up eth0$/);
});

test("events of one batch are one run", async () => {
  using fixture = new Fixture(LOG);
  for (const event of several(10)) fixture.runner.take(event);
  await fixture.idle();
  expect(fixture.lines()).toHaveLength(1);
});

test("what comes during a run is one more run, with the newest event", async () => {
  using fixture = new Fixture(HELD);
  fixture.runner.take(linkEvent("up"));
  await fixture.until(() => fixture.reports.length > 0);
  const events = several(100);
  for (const event of events) fixture.runner.take(event);
  fixture.touch("go");
  await fixture.idle();
  expect(fixture.lines()).toHaveLength(2);
  expect(fixture.lines()[1]).toBe(`${events.at(-1)!.seq} 100`);
});

test("each: every event its own run, in order, one at a time", async () => {
  using fixture = new Fixture(HELD, { each: true });
  const events = several(20);
  for (const event of events) fixture.runner.take(event);
  fixture.touch("go");
  await fixture.idle();
  expect(fixture.lines()).toEqual(events.map(({ seq }) => `${seq} 1`));
});

test("each: a device has the name that it had when the event came; else the one of now", async () => {
  const told = `echo "$1 $NLMON_IFNAME $(sed 's/.*"event":"\\([^"]*\\)".*"link":"\\([^"]*\\)".*/\\1 \\2/' | head -c 99)" >> $DIR/log`;
  for (const each of [true, false]) {
    using fixture = new Fixture(told, { each });
    const dev = new Dev(5, "v0");
    fixture.runner.take(linkEvent("added", { link: dev }, undefined, dev));
    dev.ifname = "wan0";
    fixture.runner.take(linkEvent("removed", { link: dev }, undefined, dev));
    dev.ifname = "wan1";
    await fixture.idle();
    expect(fixture.lines()).toEqual(
      each ? ["v0 v0 link.added v0", "wan0 wan0 link.removed wan0"] : ["wan1 wan1 link.removed wan1"],
    );
  }
});

test("each: too many are dropped, the oldest, and that is said", async () => {
  using fixture = new Fixture(HELD, { each: true });
  fixture.runner.take(linkEvent("up"));
  await fixture.until(() => fixture.reports.length > 0);
  for (const event of several(10_050)) fixture.runner.take(event);
  fixture.touch("go");
  await fixture.until(() => fixture.lines().length > 1);
  fixture.runner.end(true);
  await fixture.idle();
  const said = fixture.reports.filter(({ level }) => level === "warn").map(({ message }) => message);
  expect(said).toContain("50 events were dropped");
});

test("debounce: after a quiet time", async () => {
  using fixture = new Fixture(HELD, { debounce: 60, maxWait: 10_000 });
  fixture.touch("go");
  const from = performance.now();
  for (let i = 0; i < 5; i++) {
    fixture.runner.take(linkEvent("changed"));
    await Bun.sleep(15);
  }
  const last = performance.now() - 15;
  await fixture.idle();
  expect(fixture.lines()).toHaveLength(1);
  expect(performance.now() - last).toBeGreaterThanOrEqual(55);
  expect(performance.now() - from).toBeLessThan(5000);
});

test("debounce: not later than the cap, however long events go on", async () => {
  using fixture = new Fixture(HELD, { debounce: 100, maxWait: 200 });
  fixture.touch("go");
  const from = performance.now();
  while (fixture.lines().length === 0) {
    fixture.runner.take(linkEvent("changed"));
    await Bun.sleep(5);
    expect(performance.now() - from).toBeLessThan(5000);
  }
  expect(performance.now() - from).toBeGreaterThanOrEqual(195);
});

test("retry: with growing pauses, then it is given up, and the next event is a new start", async () => {
  using fixture = new Fixture("date +%s%N >> $DIR/log; echo oops >&2; exit 7", { retry: 3 });
  fixture.runner.take(linkEvent("up"));
  await fixture.idle();
  const times = fixture.lines().map((line) => Number(line) / 1e6);
  expect(times).toHaveLength(4);
  const pauses = times.slice(1).map((at, i) => at - times[i]!);
  for (const [i, pause] of pauses.entries()) expect(pause).toBeGreaterThanOrEqual(20 * 2 ** i);
  expect(fixture.reports.at(-1)).toMatchObject({ level: "error", message: "given up after 4 runs" });
  expect(fixture.ends.every(({ level, exit }) => level === "warn" && exit === 7)).toBe(true);
  expect(fixture.reports.filter(({ output }) => output).map(({ message }) => message)).toEqual(
    Array(4).fill("oops"),
  );
  fixture.runner.take(linkEvent("up"));
  await fixture.idle();
  expect(fixture.lines()).toHaveLength(8);
});

test("retry: what comes in the pause is part of the next run, which does not wait for its end", async () => {
  using fixture = new Fixture("cat >> $DIR/log; [ -e $DIR/ok ]", { retry: 20 });
  fixture.runner.take(addressesEvent(["a/24"], ["a/24"]));
  await fixture.until(() => fixture.reports.some(({ message }) => message.startsWith("again in 0.32")));
  fixture.touch("ok");
  const from = performance.now();
  fixture.runner.take(addressesEvent(["a/24", "b/24"], ["b/24"]));
  await fixture.idle();
  expect(performance.now() - from).toBeLessThan(300);
  const told = fixture.lines().map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told.at(-1)).toMatchObject({ added: ["a/24", "b/24"], coalesced: 2 });
});

test("each with retry: the next event waits for the one that fails", async () => {
  using fixture = new Fixture("echo $NLMON_EVENT >> $DIR/log; [ $NLMON_EVENT = link.up ]", {
    retry: 1,
    each: true,
  });
  fixture.runner.take(linkEvent("down"));
  fixture.runner.take(linkEvent("up"));
  await fixture.idle();
  expect(fixture.lines()).toEqual(["link.down", "link.down", "link.up"]);
});

test("a run that takes too long has failed", async () => {
  using fixture = new Fixture("sleep 100", { timeout: 50 });
  fixture.runner.take(linkEvent("up"));
  await fixture.idle();
  expect(fixture.ends[0]).toMatchObject({ level: "warn", timeout: true, signal: "SIGTERM" });
  expect(fixture.ends[0]!.message).toContain("took longer than 0.05 s");
});

test("a program that is missing, or is none, is named with its path; the rule goes on", async () => {
  for (const command of [["/nonexistent/hook"], "/nonexistent/hook --x"]) {
    using fixture = new Fixture(command);
    fixture.runner.take(linkEvent("up"));
    await fixture.idle();
    expect(fixture.reports.filter(({ level }) => level !== "info" && level !== "debug")).toEqual([
      expect.objectContaining({ message: expect.stringContaining("/nonexistent/hook"), hook: "hook" }),
    ]);
    fixture.runner.take(linkEvent("up"));
    await fixture.idle();
  }
  using fixture = new Fixture(LOG);
  const script = join(fixture.folder, "plain");
  writeFileSync(script, "#!/bin/sh\n");
  chmodSync(script, 0o644);
  for (const command of [[script], script]) {
    using other = new Fixture(command);
    other.runner.take(linkEvent("up"));
    await other.idle();
    // Root may read everything, but execute only what somebody may.
    expect(other.reports.some(({ level, message }) => level !== "info" && message.includes(script))).toBe(
      true,
    );
  }
});

test("text from the kernel executes nothing", async () => {
  const dev = new Dev(9, "$(>x)");
  const alias = "\"; touch x; '\n`touch x`\n$(touch x)";
  for (const command of [
    'cd $DIR; echo "$1" >> log; : $NLMON_NEW_IFALIAS',
    ["sh", "-c", 'cd $DIR; echo "$NLMON_IFNAME" >> log'],
  ]) {
    using fixture = new Fixture(command);
    fixture.runner.take(linkEvent("changed", { ifalias: alias }, { ifalias: [null, alias] }, dev));
    await fixture.idle();
    expect(fixture.lines()).toEqual(["$(>x)"]);
    expect(existsSync(join(fixture.folder, "x"))).toBe(false);
  }
});

test("the state found is one run, also with each", async () => {
  using fixture = new Fixture('echo "$NLMON_EVENT $NLMON_COALESCED" >> $DIR/log', { each: true });
  fixture.runner.takeAll([linkEvent("exists"), addressEvent("exists"), addressesEvent(["a/24"], ["a/24"])]);
  await fixture.idle();
  expect(fixture.lines()).toEqual(["addresses.changed 3"]);
});

test("the end: what waits is run at once, without its quiet time", async () => {
  using fixture = new Fixture(LOG, { debounce: 60_000, maxWait: 60_000 });
  fixture.runner.take(linkEvent("up"));
  fixture.runner.end(false);
  await fixture.idle();
  expect(fixture.lines()).toHaveLength(1);
  fixture.runner.take(linkEvent("up"));
  expect(fixture.runner.idle).toBe(true);
});

test("the end by a signal: what runs goes on, what waits is dropped and counted", async () => {
  using fixture = new Fixture(HELD);
  fixture.runner.take(linkEvent("up"));
  await fixture.until(() => fixture.reports.length > 0);
  for (const event of several(3)) fixture.runner.take(event);
  fixture.runner.end(true);
  expect(fixture.runner.idle).toBe(false);
  expect(fixture.reports.at(-1)!.message).toBe("3 events not acted upon");
  fixture.touch("go");
  await fixture.idle();
  expect(fixture.lines()).toHaveLength(1);
});

test("the end of one that fails: no retry is waited for", async () => {
  using fixture = new Fixture("false", { retry: 10 });
  fixture.runner.take(linkEvent("up"));
  await fixture.until(() => fixture.ends.length > 0);
  fixture.runner.end(false);
  await fixture.idle();
  expect(fixture.ends.length).toBeLessThanOrEqual(3);
});

test("kill: at once", async () => {
  using fixture = new Fixture("trap '' TERM; while :; do sleep 1; done");
  fixture.runner.take(linkEvent("up"));
  await fixture.until(() => fixture.reports.length > 0);
  fixture.runner.kill();
  await fixture.idle();
  expect(fixture.ends[0]).toMatchObject({ signal: "SIGKILL" });
});

test.each([
  ["./update-dns.sh --quiet", "update-dns.sh"],
  [["/usr/bin/x", "y"], "x"],
  ["A=1 B=2 x/y --z", "y"],
  ["$HOME/x", "hook"],
  ["(a; b)", "hook"],
  ["", "hook"],
])("the label of %j", (command, label) => {
  expect(labelOf(command)).toBe(label);
});
