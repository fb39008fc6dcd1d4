/** Hooks and rules, with the built nlmon in a network namespace. */
import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const BINARY = `${import.meta.dir}/../../dist/nlmon`;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "nlmon-exec-"));
  folders.push(folder);
  return folder;
}

/** What is in a file, of lines that are whole. */
const lines = (path: string): string[] =>
  existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];

const objects = (path: string): Json[] => lines(path).map((line) => JSON.parse(line) as Json);

/** Runs of hooks that have ended, by what is said of them. */
const runs = ({ stderr }: Monitor): number => stderr.match(/ after \d+\.\d{3} s, for /g)?.length ?? 0;

/** Waits until something holds that nlmon itself does not say. */
async function until(nlmon: Monitor, condition: () => boolean, what: string): Promise<void> {
  const late = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > late) throw new Error(`waited for ${what}; stderr:\n${nlmon.stderr}`);
    await Bun.sleep(5);
  }
}

async function veth(ns: Namespace): Promise<void> {
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link set v0 addrgenmode none",
    "link set v1 addrgenmode none",
    "link set v1 up",
    "link set v0 up",
  ]);
}

/** A process that is there and no zombie. */
function alive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}

test("names from the kernel execute nothing, and arrive as they are", async () => {
  await using ns = await Namespace.create();
  const folder = temporary();
  const name = ["$(touch$", "{IFS}x)"].join("");
  const alias = "\"; touch x; '\n`touch x` $(touch x)\u001b[31m";
  await ns.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
  const command = `cd ${folder}; echo "$1|$2|$NLMON_IFNAME|$NLMON_NEW_IFALIAS" >> log; cat >> json`;
  await using nlmon = await ns.nlmon("-f", "json", "--exec-each", "--exec", command).ready();
  await ns.run("ip", "link", "set", "v0", "name", name);
  await ns.run("ip", "link", "set", "dev", name, "up");
  await ns.run("ip", "link", "set", "dev", name, "alias", alias);
  await ns.run("ip", "link", "set", "dev", name, "mtu", "1400");
  const named = () =>
    objects(join(folder, "json")).find(({ changed }) => (changed as Json | undefined)?.ifalias);
  await until(nlmon, () => named() !== undefined, "the alias");
  expect(named()).toMatchObject({ ifname: name, changed: { ifalias: [null, alias] } });
  const shown = "\"; touch x; '\\x0a`touch x` $(touch x)\\x1b[31m";
  expect(lines(join(folder, "log"))).toContain(`${name}|link.changed|${name}|${shown}`);
  expect(existsSync(join(folder, "x"))).toBe(false);
  expect(existsSync("x")).toBe(false);
});

test("1,000 changes in a burst and a hook that takes 300 ms: a handful of runs, the last with the final set", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const json = join(temporary(), "json");
  const command = `cat >> ${json}; sleep 0.3`;
  const on = ["-i", "v0", "-4", "--on", "addresses.changed"];
  await using nlmon = await ns
    .nlmon(
      "-f",
      "json",
      ...on,
      "--on",
      "monitor.ready",
      "--exec",
      `[ $2 = monitor.ready ] || { ${command}; }`,
    )
    .ready();
  const addresses = Array.from({ length: 500 }, (_, i) => `10.0.${i >> 8}.${i & 255}/32`);
  await ns.batch([
    ...addresses.map((address) => `addr add ${address} dev v0`),
    ...addresses.slice(0, 499).map((address) => `addr del ${address} dev v0`),
    "addr add 192.0.2.1/24 dev v0",
  ]);
  const final = [addresses.at(-1), "192.0.2.1/24"];
  const last = () => objects(json).at(-1)?.addresses;
  await until(nlmon, () => JSON.stringify(last()) === JSON.stringify(final), "the final set");
  const told = objects(json);
  expect(told.length).toBeLessThanOrEqual(6);
  // What was added and removed from run to run adds up.
  let set: unknown[] = [];
  for (const { added, removed, addresses: now } of told as Record<string, unknown[]>[]) {
    set = [...set.filter((one) => !removed!.includes(one)), ...added!];
    expect(new Set(set)).toEqual(new Set(now));
  }
});

test("a hook that hangs, with a grandchild that holds its output, is gone after its time", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const command = "sleep 1000 & echo grandchild $!; echo hook $$; sleep 1000";
  await using nlmon = await ns
    .nlmon("-f", "json", "-i", "v0", "--exec-timeout", "300ms", "--exec", command)
    .ready();
  await ns.ip("link set v0 mtu 1400");
  await until(nlmon, () => runs(nlmon) === 1, "the end of the hook");
  expect(nlmon.stderr).toContain("took longer than 0.3 s");
  for (const [, pid] of nlmon.stderr.matchAll(/(?:grandchild|hook) (\d+)/g))
    expect(alive(Number(pid))).toBe(false);
  expect(nlmon.stderr.match(/(grandchild|hook) \d+/g)).toHaveLength(2);
  // It goes on.
  await ns.ip("link set v0 mtu 1500");
  await until(nlmon, () => runs(nlmon) === 2, "the next one");
});

test("one that fails is tried again; one that is missing is named; nlmon goes on", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const script = join(temporary(), "script");
  writeFileSync(script, "#!/bin/sh\n", { mode: 0o644 });
  for (const command of ["/nonexistent/hook", script]) {
    await using nlmon = await ns
      .nlmon("-f", "json", "-i", "v0", "--exec-retry", "1", "--exec", command)
      .ready();
    await ns.ip("link set v0 mtu 1400");
    await until(nlmon, () => nlmon.stderr.includes("given up after 2 runs"), "the second attempt");
    expect(nlmon.stderr).toContain(command);
    expect(nlmon.stderr).toContain("again in 1 s (1 of 1)");
    await ns.ip("link set v0 mtu 1500");
    await until(nlmon, () => nlmon.lines.some((line) => line.includes('"mtu":[1400,1500]')), "life after it");
    expect((await nlmon.end()).code).toBe(0);
  }
});

test("--exec-on-start: once, for the state found; then for events", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  const json = join(temporary(), "json");
  const on = ["-i", "v0", "--on", "addresses.changed,monitor.resynced"];
  await using nlmon = ns.nlmon(...on, "--exec-on-start", "--exec", `cat >> ${json}`);
  await until(nlmon, () => runs(nlmon) === 1, "the run at the start");
  expect(objects(json)).toEqual([
    expect.objectContaining({ event: "addresses.changed", origin: "snapshot", addresses: ["192.0.2.1/24"] }),
  ]);
  await ns.ip("addr add 192.0.2.2/24 dev v0");
  await until(nlmon, () => runs(nlmon) === 2, "the run for the change");
  expect(objects(json)[1]).toMatchObject({ origin: "kernel", added: ["192.0.2.2/24"] });
});

test("--count: the hook of the last event runs to its end", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const log = join(temporary(), "log");
  await using nlmon = ns.nlmon("-v", "-i", "v0", "-c", "1", "--exec", `sleep 0.2; echo done >> ${log}`);
  await until(nlmon, () => nlmon.stderr.includes("watching"), "the start");
  await ns.ip("link set v0 mtu 1400");
  expect(await nlmon.exit()).toBe(0);
  expect(lines(log)).toEqual(["done"]);
});

test("a signal waits for what runs and drops what waits; a second one does not wait", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const log = join(temporary(), "log");
  const command = `echo begun >> ${log}; sleep 0.5; echo done >> ${log}`;
  const start = async () => {
    const nlmon = await ns.nlmon("-f", "json", "-i", "v0", "--exec", command).ready();
    const before = lines(log).length;
    await ns.ip("link set v0 mtu 1400");
    await until(nlmon, () => lines(log).length > before, "the run");
    await ns.ip("link set v0 mtu 1500");
    await nlmon.until(({ lines }) => lines.some((line) => line.includes("[1400,1500]")), "the second event");
    return nlmon;
  };
  await using first = await start();
  expect((await first.end("SIGTERM")).code).toBe(143);
  expect(lines(log)).toEqual(["begun", "done"]);
  expect(first.stderr).toContain("1 events not acted upon");
  await using second = await start();
  second.signal("SIGTERM");
  await until(second, () => second.stderr.includes("not acted upon"), "the first signal");
  expect((await second.end("SIGTERM")).code).toBe(143);
  expect(lines(log)).toEqual(["begun", "done", "begun"]);
});

test("output of hooks that nobody reads does not hold up events", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  // Standard error is a pipe that is open and not read.
  const fifo = join(temporary(), "fifo");
  await ns.run("mkfifo", fifo);
  const child = ns.spawn([
    "sh",
    "-c",
    `exec ${BINARY} -f json -i v0 --exec 'yes | head -c 3000000' 2<>${fifo}`,
  ]);
  const decoder = new TextDecoder();
  const reader = child.stdout.getReader();
  let text = "";
  const read = async (what: string) => {
    while (!text.includes(what)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the end came before ${what}: ${text}`);
      text += decoder.decode(value);
    }
  };
  await read("monitor.ready");
  for (let mtu = 1300; mtu < 1310; mtu++) {
    await ns.ip(`link set v0 mtu ${mtu}`);
    await read(`"mtu":${mtu}`);
    await Bun.sleep(20);
  }
  child.kill("SIGINT");
  expect(await child.exited).toBe(0);
});

test("--log-format json: every diagnostic a line of JSON, with what is known of the run", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const exec = ["--exec", "echo 'out \"x\"'; exit 3"];
  await using nlmon = await ns.nlmon("-f", "json", "-v", "-i", "v0", "--log-format", "json", ...exec).ready();
  await ns.ip("link set v0 mtu 1400");
  await until(nlmon, () => nlmon.stderr.includes('"exit"'), "the end of the run");
  const told = nlmon.stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Json);
  expect(told.every(({ time, level, message }) => Boolean(time && level && message))).toBe(true);
  expect(told.filter(({ hook }) => hook !== undefined)).toEqual([
    expect.objectContaining({ level: "debug", hook: "echo", event: "link.changed", pid: expect.any(Number) }),
    expect.objectContaining({ level: "info", message: 'out "x"', output: true, pid: expect.any(Number) }),
    expect.objectContaining({
      level: "warning",
      exit: 3,
      signal: null,
      timeout: false,
      seconds: expect.any(Number),
    }),
  ]);
});

test("wrong usage", async () => {
  await using ns = await Namespace.create();
  for (const [options, message] of [
    [["--exec-retry", "1"], "--exec-retry needs --exec"],
    [["--exec-each"], "--exec-each needs --exec"],
    [["--check"], "--check needs --config"],
    [["--exec", ""], "--exec: the command is empty"],
    [["--raw", "--exec", "x"], "--raw shows messages"],
    [["--exec", "x", "--exec-debounce", "2s,1s"], "1s is shorter than 2s"],
    [["--exec", "x", "--exec-debounce", "1s", "--exec-each"], "contradict each other"],
    [["--log-format", "xml"], '--log-format: unknown value "xml"'],
    [["--config", "/nonexistent"], "/nonexistent"],
  ] as const) {
    await using nlmon = ns.nlmon(...options);
    expect(await nlmon.exit()).toBe(2);
    expect(nlmon.stderr).toContain(message);
  }
});

/** Rules in a file of their own. */
function rules(text: string): { path: string; folder: string; write: (text: string) => void } {
  const folder = temporary();
  const path = join(folder, "nlmon.toml");
  const write = (text: string) => writeFileSync(path, text.replaceAll("DIR", folder));
  write(text);
  return { path, folder, write };
}

test("--config: each rule has its filter, its environment, its command", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const { path, folder } = rules(`
    [[rule]]
    name = "mtu"
    on = "link.changed"
    interface = "v0"
    exec = 'echo "$NLMON_NEW_MTU $GREETING $HOME" >> DIR/mtu'
    env = { GREETING = "hello there", HOME = "" }

    [[rule]]
    on = ["addresses.changed"]
    family = ["inet"]
    scope = "global"
    on_start = true
    exec = ["/bin/sh", "-c", 'echo "$NLMON_ORIGIN $NLMON_IFNAME $NLMON_ADDRESSES" >> DIR/sets']

    [[rule]]
    on = ["route.added"]
    interface = "v1"
    exec = 'echo "$NLMON_DST $NLMON_TABLE" >> DIR/routes'
  `);
  await using nlmon = await ns.nlmon("-f", "json", "-i", "none", "--config", path).ready();
  await until(nlmon, () => runs(nlmon) === 1, "the run at the start");
  await ns.ip("link set v0 mtu 1400");
  await ns.ip("link set v1 mtu 1400");
  await ns.ip("addr add 198.18.0.1/24 dev v0 scope link");
  await ns.ip("addr add 192.0.2.2/24 dev v0");
  await ns.ip("addr add 2001:db8::1/64 dev v0 nodad");
  await ns.ip("route add 198.51.100.0/24 dev v1");
  await ns.ip("route add 203.0.113.0/24 dev v0");
  await ns.ip("route add 203.0.113.0/24 dev v1 table 100");
  await until(nlmon, () => runs(nlmon) === 4, "a run of each");
  expect(lines(join(folder, "mtu"))).toEqual(["1400 hello there "]);
  expect(lines(join(folder, "sets"))).toEqual(["snapshot  ", "kernel v0 192.0.2.2/24"]);
  expect(lines(join(folder, "routes"))).toEqual(["198.51.100.0/24 main"]);
  // Rules have filters of their own: nothing of this was for standard output.
  expect(nlmon.events.map(({ event }) => event)).toEqual(["monitor.ready"]);
});

test("SIGHUP: the new rules, of objects too that were not watched; a wrong file changes nothing", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const { path, folder, write } = rules(`
    [[rule]]
    on = "link.changed"
    interface = "v0"
    exec = "echo one $NLMON_NEW_MTU >> DIR/log"
  `);
  await using nlmon = await ns.nlmon("-f", "json", "--config", path).ready();
  const next = async (line: string, what: string) =>
    until(nlmon, () => lines(join(folder, "log")).at(-1) === line, what);
  await ns.ip("link set v0 mtu 1400");
  await next("one 1400", "the first rule");

  write('[[rule]]\non = "link.chnged"\nexec = "true"\n');
  nlmon.signal("SIGHUP");
  await until(nlmon, () => nlmon.stderr.includes("the rules stay as they were"), "the refusal");
  expect(nlmon.stderr).toContain(
    `${path}:2:6: on: no event is called "link.chnged"; did you mean link.changed?`,
  );
  await ns.ip("link set v0 mtu 1300");
  await next("one 1300", "the old rule");

  // A pipe into which nobody writes is not waited for.
  await ns.run("sh", "-c", `rm ${path} && mkfifo ${path}`);
  nlmon.signal("SIGHUP");
  await until(nlmon, () => nlmon.stderr.includes(`${path}: not a regular file\n`), "the other refusal");
  await using other = ns.nlmon("--config", path);
  expect(await other.exit()).toBe(2);
  expect(other.stderr).toBe(`nlmon: ${path}: not a regular file\n`);
  await ns.ip("link set v0 mtu 1250");
  await next("one 1250", "the old rule again");
  await ns.run("rm", path);

  write(`
    [[rule]]
    on = "link.changed"
    interface = "v0"
    exec = "echo two $NLMON_NEW_MTU >> DIR/log"
    [[rule]]
    on = "route.*"
    exec = "echo $NLMON_EVENT $NLMON_DST >> DIR/log"
  `);
  await ns.ip("route add 198.51.100.0/24 dev v1");
  nlmon.signal("SIGHUP");
  await until(nlmon, () => nlmon.stderr.includes("read again"), "the new rules");
  await ns.ip("link set v0 mtu 1200");
  await next("two 1200", "the new rule");
  // It was there when its kind began to be watched: what is told is its end.
  await ns.ip("route del 198.51.100.0/24 dev v1");
  await next("route.removed 198.51.100.0/24", "the rule for routes");
  expect(nlmon.stderr).toContain("2 rules");
});

test("SIGHUP again and again loses no event", async () => {
  await using ns = await Namespace.create();
  await veth(ns);
  const text = (index: number) => `
    # ${index}
    [[rule]]
    on = "address.added"
    family = "inet"
    each = true
    exec = 'echo $NLMON_ADDRESS >> DIR/log'
    ${index % 2 === 0 ? "" : 'timeout = "29s"'}
  `;
  const { path, folder, write } = rules(text(0));
  await using nlmon = await ns.nlmon("-f", "json", "--config", path).ready();
  const expected: string[] = [];
  for (let round = 0; round < 10; round++) {
    const batch = Array.from({ length: 10 }, (_, i) => `10.0.${round}.${i}`);
    expected.push(...batch);
    write(text(round));
    const adding = ns.batch(batch.map((address) => `addr add ${address}/32 dev v0`));
    nlmon.signal("SIGHUP");
    await adding;
  }
  await until(nlmon, () => lines(join(folder, "log")).length === expected.length, "a run of each event");
  // Rules that were replaced finish beside those that replace them: the order between the two is open.
  expect(lines(join(folder, "log")).sort()).toEqual(expected.sort());
});

test("--check says what is wrong, or how many rules there are", async () => {
  await using ns = await Namespace.create();
  const { path, write } = rules('[[rule]]\nexec = "true"\n[[rule]]\nexec = ["/nonexistent/x"]\n');
  await using right = ns.nlmon("--config", path, "--check");
  expect(await right.exit()).toBe(0);
  expect(right.lines).toEqual([`${path}: 2 rules, nothing wrong`]);
  expect(right.stderr).toContain(`${path}:3:3: /nonexistent/x: no such file`);
  write('[[rule]]\nexec = "true"\ntimout = 3\n');
  await using wrong = ns.nlmon("--config", path, "--check");
  expect(await wrong.exit()).toBe(2);
  expect(wrong.stderr).toBe(`nlmon: ${path}:3:1: unknown key timout; did you mean timeout?\n`);
  expect(wrong.lines).toEqual([]);
});
