import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../../package.json";
import { Namespace } from "./namespace.ts";

const BINARY = `${import.meta.dir}/../../dist/nlmon`;

function run(
  options: readonly string[],
  env: Record<string, string> = {},
  command: readonly string[] = [BINARY],
) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([...command, ...options], {
    env: { ...process.env, ...env },
  });
  return { code: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

const PAIR = ["link add v0 type veth peer name v1", "link set v0 up", "link set v1 up"];

test("--help and --version", () => {
  const help = run(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  for (const word of ["--format", "--snapshot", "-t, --timeout DUR", "addresses: .changed", "Exit:"])
    expect(help.stdout).toContain(word);
  for (const line of help.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  expect(run(["-h"]).stdout).toBe(help.stdout);
  expect(run(["--version"])).toEqual({ code: 0, stdout: `nlmon ${version}\n`, stderr: "" });
});

test.each([
  [["--fromat", "json"], "unknown option --fromat; did you mean --format?"],
  [["--format", "yaml"], '--format: unknown value "yaml"'],
  [["--format"], "--format needs a value"],
  [["-x"], "unknown option -x"],
  [["eth0"], "nlmon -i eth0"],
  [["--on", "link.upp"], '--on: no event is called "link.upp"'],
  [["-o", "lnk"], "did you mean link?"],
  [["-t", "soon"], "--timeout"],
  [["-c", "0"], "--count"],
  [["--rcvbuf", "lots"], "--rcvbuf"],
  [["--raw", "--on", "link.up"], "--raw shows messages, not events"],
  [["-q", "-v"], "contradict"],
  [["--raw=yes"], "--raw takes no value"],
  [["-f", "json", "-f", "text"], "given twice"],
])("wrong usage %p: one line, and where to look; exit 2", (options, said) => {
  const { code, stdout, stderr } = run(options as string[]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(said as string);
  expect(stderr.trim().split("\n").length).toBe(2);
  expect(stderr).toEndWith("nlmon: try: nlmon --help\n");
});

test("SIGINT ends with 0, SIGTERM with 143, at once", async () => {
  await using ns = await Namespace.create();
  for (const [signal, code] of [
    ["SIGINT", 0],
    ["SIGTERM", 143],
  ] as const) {
    await using nlmon = await ns.nlmon("-f", "json").ready();
    const end = await nlmon.end(signal);
    expect(end.code).toBe(code);
    expect(end.ms).toBeLessThan(1000);
    expect(nlmon.stderr).toBe("");
  }
});

test("what happened before the signal is written before the end", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  await using nlmon = await ns.nlmon("-f", "json", "-o", "address").ready();
  nlmon.signal("SIGSTOP");
  await ns.batch(Array.from({ length: 500 }, (_, i) => `addr add 10.0.${i >> 8}.${i & 255}/32 dev v0`));
  nlmon.signal("SIGINT");
  nlmon.signal("SIGCONT");
  expect(await nlmon.exit()).toBe(0);
  expect(nlmon.events.filter(({ event }) => event === "address.added").length).toBe(500);
});

test("a reader that is stuck does not hold up the end", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  await using nlmon = await ns.nlmon("-f", "json").ready();
  nlmon.hold();
  await ns.batch(Array.from({ length: 3000 }, (_, i) => `addr add 10.0.${i >> 8}.${i & 255}/32 dev v0`));
  const from = performance.now();
  nlmon.signal("SIGTERM");
  await nlmon.until(
    ({ stderr }) => stderr.includes("bytes not written"),
    "the word about what was not written",
  );
  expect(performance.now() - from).toBeLessThan(2000);
  nlmon.resume();
  expect(await nlmon.exit()).toBe(143);
});

test("a reader that goes away ends it quietly, also while nothing happens", async () => {
  await using ns = await Namespace.create();
  const shell = ns.spawn(["sh", "-c", `${BINARY} -s -f json | head -n 1`]);
  const [line, code] = await Promise.all([new Response(shell.stdout).text(), shell.exited]);
  expect(JSON.parse(line)).toMatchObject({ seq: 1, event: "link.exists", ifname: "lo" });
  expect(code).toBe(0);
  expect(await new Response(shell.stderr).text()).toBe("");
});

test("--count and --timeout", async () => {
  await using ns = await Namespace.create();
  await using three = ns.nlmon("-f", "json", "-s", "-c", "3");
  expect(await three.exit()).toBe(0);
  expect(three.events.map((event) => event.event)).toEqual([
    "link.exists",
    "address.exists",
    "address.exists",
  ]);
  await using late = ns.nlmon("-f", "json", "--on", "link.up", "-c", "1", "-t", "50ms");
  expect(await late.exit()).toBe(124);
  await using over = ns.nlmon("-t", "50ms");
  expect(await over.exit()).toBe(0);
  await using once = ns.nlmon("-f", "json", "--on", "monitor.ready", "-c", "1", "-t", "20s");
  expect(await once.exit()).toBe(0);
  await using enough = ns.nlmon("-f", "json", "--on", "link.up,monitor.ready", "-c", "2", "-t", "20s");
  await enough.ready();
  await ns.batch(PAIR);
  expect(await enough.exit()).toBe(0);
  expect(enough.events.map((event) => event.event)).toEqual(["monitor.ready", "link.up"]);
});

test("a reader that is slow, but reads, does not hold up the end for long", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  const slow = ns.spawn([BINARY, "-f", "json"]);
  const said = new Response(slow.stderr).text();
  const reader = slow.stdout.getReader();
  await reader.read();
  await ns.batch(Array.from({ length: 10_000 }, (_, i) => `addr add 10.0.${i >> 8}.${i & 255}/32 dev v0`));
  const from = performance.now();
  slow.kill("SIGTERM");
  let ended = false;
  void slow.exited.then(() => (ended = true));
  while (!ended) {
    await reader.read();
    await Bun.sleep(60);
  }
  expect(performance.now() - from).toBeLessThan(4000);
  expect(await slow.exited).toBe(143);
  await reader.cancel();
  expect(await said).toContain("bytes not written");
});

test("an unwritable standard error stops nothing", async () => {
  await using ns = await Namespace.create();
  const lines = await ns.run("sh", "-c", `${BINARY} -s -i nope -i lo -t 100ms 2>/dev/full`);
  expect(lines).toContain("127.0.0.1/8");
  expect(run(["-c", `${BINARY} --bogus 2>/dev/full`], {}, ["sh"]).code).toBe(2);
});

test("colours are for terminals, and for those who want them", () => {
  const onTerminal = (env: { TERM?: string; NO_COLOR?: string }) =>
    run(["-qec", `${BINARY} -s -t 50ms`, "/dev/null"], { TERM: "xterm", NO_COLOR: "", ...env }, ["script"])
      .stdout;
  expect(onTerminal({})).toContain("\x1b[1mlo");
  expect(onTerminal({})).toContain("Ctrl-C ends");
  for (const env of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
    expect(onTerminal(env)).toContain("127.0.0.1/8");
    expect(onTerminal(env)).not.toContain("\x1b");
  }
  expect(run(["-s", "-t", "50ms"], { TERM: "xterm", NO_COLOR: "" }).stdout).not.toContain("\x1b");
});

test("writes to a file, to /dev/null, and says when the disk is full", async () => {
  await using ns = await Namespace.create();
  const folder = mkdtempSync(join(tmpdir(), "nlmon-test-"));
  try {
    const file = join(folder, "out");
    await ns.run("sh", "-c", `${BINARY} -f json -s -t 100ms > ${file}`);
    await ns.run("sh", "-c", `${BINARY} -f json -s -t 100ms >> ${file}`);
    const lines = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { seq: number });
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
    await ns.run("sh", "-c", `${BINARY} -s -t 100ms > /dev/null`);
    const full = ns.spawn(["sh", "-c", `${BINARY} -s -t 100ms > /dev/full`]);
    expect(await full.exited).toBe(1);
    expect(await new Response(full.stderr).text()).toMatch(
      /^nlmon: write: No space left on device \(ENOSPC\); .*\n$/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what stands in the folder changes nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nlmon-test-"));
  try {
    await Bun.write(join(folder, ".env"), "NO_COLOR=1\n");
    await Bun.write(join(folder, "bunfig.toml"), 'preload = ["./evil.ts"]\n');
    await Bun.write(join(folder, "evil.ts"), "process.exit(77);\n");
    await Bun.write(join(folder, "libc.so.6"), "not a library");
    const { exitCode } = Bun.spawnSync([BINARY, "-t", "10ms"], { cwd: folder });
    expect(exitCode).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("without a JIT, and with little address space: a sentence, exit 1", () => {
  for (const { code, stderr } of [
    run([], { BUN_JSC_useJIT: "0" }),
    run(["-c", `ulimit -v 2000000; exec ${BINARY}`], {}, ["sh"]),
  ]) {
    expect(code).toBe(1);
    expect(stderr).toMatch(/^nlmon: cannot call libc: .*MemoryDenyWriteExecute=no.*ulimit -v unlimited\)\n$/);
  }
});

test("as an ordinary user", async () => {
  const ordinary =
    process.getuid?.() === 0
      ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", BINARY]
      : [BINARY];
  const { code, stderr } = run(["-v", "-s", "-t", "50ms"], {}, ordinary);
  expect(code).toBe(0);
  expect(stderr).toContain("raise net.core.rmem_max");
});
