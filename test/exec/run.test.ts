import { expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Run, type RunEnd, type RunOptions } from "../../src/exec/run.ts";
import { TestWaiter } from "./fixtures/waiter.ts";

interface Result extends RunEnd {
  lines: string[];
  /** Until onEnd. */
  took: number;
}

async function run(command: string | string[], options: Partial<RunOptions> = {}): Promise<Result> {
  using waiter = new TestWaiter();
  const lines: string[] = [];
  const from = performance.now();
  const end = await new Promise<RunEnd>((resolve) => {
    new Run(waiter, {
      argv: typeof command === "string" ? ["/bin/sh", "-c", command] : command,
      env: { PATH: process.env.PATH ?? "" },
      stdin: "",
      timeout: 10_000,
      grace: 5000,
      onLine: (line) => lines.push(line),
      onEnd: resolve,
      ...options,
    });
  });
  expect(waiter.watched).toBe(0);
  return { ...end, lines, took: performance.now() - from };
}

const fds = (): number => readdirSync("/proc/self/fd").length;

/** A process that is there and no zombie. */
function alive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}

test("output of both streams in order, exit status, standard input", async () => {
  const { lines, code, signal, timedOut, leftBehind } = await run("cat; echo err >&2; printf out; exit 3", {
    stdin: "line 1\nline 2\n",
  });
  expect(lines).toEqual(["line 1", "line 2", "err", "out"]);
  expect([code, signal, timedOut, leftBehind]).toEqual([3, null, false, false]);
});

test("/dev/stdin, /dev/stdout and /dev/stderr can be opened", async () => {
  const { lines } = await run("cat /dev/stdin > /dev/stdout; echo err > /dev/stderr", { stdin: "in\n" });
  expect(lines).toEqual(["in", "err"]);
});

test("standard input that is large, and nobody reads", async () => {
  expect((await run("true", { stdin: "x".repeat(3_000_000) })).code).toBe(0);
  expect((await run("wc -c", { stdin: "x".repeat(3_000_000) })).lines).toEqual(["3000000"]);
});

test("inherits no descriptor, no ignored signal, and has a process group of its own", async () => {
  const { lines } = await run(
    "ls /proc/self/fd | tr '\\n' ' '; grep SigIgn /proc/self/status | tr -d '\\n'; echo; ps -o pgid= -p $$ | tr -d ' '; echo $$",
  );
  expect(lines[0]).toMatch(/^0 1 2 3 SigIgn:\s+0+$/);
  expect(lines[1]).toBe(lines[2]!);
});

test("a program that hangs is ended, and all that it started, when its time is up", async () => {
  const { lines, timedOut, signal, took } = await run("sleep 100 & echo $!; sleep 100", { timeout: 100 });
  expect(timedOut).toBe(true);
  expect(signal).toBe("SIGTERM");
  expect(took).toBeLessThan(5000);
  expect(alive(Number(lines[0]))).toBe(false);
});

test("one that ignores SIGTERM is killed after the grace, and its grandchild that holds the pipe", async () => {
  const { lines, signal, timedOut, took } = await run(
    "trap '' TERM; (trap '' TERM; while :; do sleep 0.05; done) & echo $!; while :; do sleep 0.05; done",
    { timeout: 100, grace: 200 },
  );
  expect([signal, timedOut]).toEqual(["SIGKILL", true]);
  expect(took).toBeGreaterThanOrEqual(300);
  expect(took).toBeLessThan(3000);
  expect(alive(Number(lines[0]))).toBe(false);
});

test("one that ends and leaves something behind in its group: that is ended too", async () => {
  const { lines, code, leftBehind, ms } = await run("sleep 100 & echo $!");
  expect([code, leftBehind]).toEqual([0, true]);
  expect(ms).toBeLessThan(900);
  expect(alive(Number(lines[0]))).toBe(false);
});

test("what is left behind may finish in a moment", async () => {
  const { lines, leftBehind } = await run("(sleep 0.2; echo late) &");
  expect([lines, leftBehind]).toEqual([["late"], false]);
});

test("what has left the group is not waited for long, though it holds the pipe", async () => {
  const { lines, took, leftBehind } = await run("setsid sh -c 'echo $$; exec sleep 100' &");
  expect(took).toBeLessThan(4000);
  expect(leftBehind).toBe(false);
  expect(alive(Number(lines[0]))).toBe(true);
  process.kill(Number(lines[0]), "SIGKILL");
});

test("output without end is bounded and does not stop the program from being ended", async () => {
  const { lines, dropped, timedOut } = await run("exec yes", { timeout: 300 });
  expect(timedOut).toBe(true);
  expect(lines).toHaveLength((1 << 18) / 2);
  expect(dropped).toBeGreaterThan(0);
});

test("a program that cannot be started throws, and nothing stays open", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nlmon-"));
  const script = join(folder, "script");
  writeFileSync(script, "#!/bin/sh\n", { mode: 0o644 });
  const before = fds();
  expect(run(["/nonexistent/x"])).rejects.toThrow("/nonexistent/x");
  expect(run([script])).rejects.toThrow(script);
  expect(fds()).toBe(before);
  expect(existsSync(script)).toBe(true);
  rmSync(folder, { recursive: true });
});

test("no descriptor is left after many runs", async () => {
  await run("true");
  const before = fds();
  for (let i = 0; i < 10; i++)
    await Promise.all(Array.from({ length: 5 }, () => run("cat", { stdin: "x\n" })));
  expect(fds()).toBe(before);
});
