/** record and replay: what was printed live is printed again, by nlmon and by tshark. */
import { expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { BINARY, type Json, Monitor, Namespace } from "./namespace.ts";

const requireAll = process.env.NLMON_REQUIRE_ALL === "1";
const has = (command: string) => requireAll || Bun.which(command) !== null;

/** A folder of the test's own. */
class Folder implements Disposable {
  readonly path = mkdtempSync(`${tmpdir()}/nlmon-`);
  file(name: string): string {
    return `${this.path}/${name}`;
  }
  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

interface Ran {
  out: string;
  err: string;
  code: number;
}

async function run(command: readonly string[], stdin?: Uint8Array): Promise<Ran> {
  const child = Bun.spawn([...command], {
    stdin: stdin === undefined ? "ignore" : new Blob([stdin as Uint8Array<ArrayBuffer>]),
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { out, err, code };
}

const replay = (...words: string[]): Promise<Ran> => run([BINARY, "replay", ...words]);

/** Interfaces, addresses and routes come, change and go; two of them by a command that lives on. */
async function changes(ns: Namespace): Promise<void> {
  await ns.ip("link add v0 type veth peer name v1");
  await ns.ip("link set v1 up");
  await ns.ip("link set v0 up");
  await ns.batch([
    "addr add 192.0.2.1/24 dev v0",
    "route add 198.51.100.0/24 via 192.0.2.2",
    "neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev v0",
    "link set v0 mtu 1400",
    "addr add 2001:db8::1/64 dev v0 nodad",
  ]);
  await ns.ip("link set v0 down");
  await ns.ip("link set v1 name w1");
  await ns.ip("link del v0");
}

/** The last that `changes` leads to. */
const over = (monitor: Monitor) =>
  monitor.events.filter(({ event }) => event === "link.removed").length === 2;

test("a replay gives what was printed live, to the byte", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using live = ns.nlmon("record", "--print", "-o", "all", "-a", "-s", "-f", "json", file);
  await live.ready();
  await changes(ns);
  await live.until(over, "the end of the changes");
  expect((await live.end()).code).toBe(0);
  const { out, err, code } = await replay("-o", "all", "-a", "-s", "-f", "json", file);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toBe(`${live.lines.join("\n")}\n`);
  expect(live.events.some(({ origin }) => origin === "inferred")).toBe(true);
  // The same for people, and from a pipe.
  const text = await replay(file);
  expect(text.code).toBe(0);
  expect(text.out).toContain("192.0.2.1/24");
  expect((await run([BINARY, "replay", "-"], readFileSync(file))).out).toBe(text.out);
});

test("a part of a recording gives the same events of it as the whole", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using live = ns.nlmon("record", "--print", "-o", "all", "-f", "json", file);
  await live.ready();
  await changes(ns);
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link set v1 up",
    "link set v0 up",
    "addr add 192.0.2.1/24 dev v0",
    "nexthop add id 7 via 192.0.2.2 dev v0",
    "route add 198.51.100.0/24 nhid 7",
    "route add 203.0.113.0/24 dev v0 src 192.0.2.1",
    "link set v0 down",
  ]);
  await ns.ip("addr add 192.0.2.255/32 dev lo");
  await live.until(({ lines }) => lines.some((line) => line.includes("192.0.2.255")), "the last address");
  await live.end();
  const of = (lines: readonly string[], object: string) =>
    lines
      .filter((line) => line.includes(`"event":"${object}.`))
      .map((line) => line.replace(/"seq":\d+,/, ""));
  for (const object of ["link", "address", "route", "nexthop", "neighbour", "qdisc"]) {
    const { out, err } = await replay("-o", object, "-f", "json", file);
    expect(err).toBe("");
    expect(of(out.split("\n"), object)).toEqual(of(live.lines, object));
  }
  expect(of(live.lines, "route").some((line) => line.includes('"origin":"inferred"'))).toBe(true);
});

test("recorded and monitored at once by two processes: the same events, at the same times", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using monitor = ns.nlmon("-f", "json");
  await using recorder = ns.nlmon("record", "-v", file);
  await monitor.ready();
  await recorder.until(({ stderr }) => stderr.includes("recording"), "the recorder");
  await changes(ns);
  await monitor.until(over, "the end of the changes");
  await recorder.end();
  await monitor.end();
  const { out } = await replay("-f", "json", file);
  const replayed = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Json);
  // What is inferred, and derived when a burst is over, depends on when each of the two got its turn.
  const news = (events: readonly Json[]) =>
    events.filter(({ event, origin }) => origin === "kernel" && event !== "addresses.changed");
  const told = (events: readonly Json[]) => news(events).map(({ event, ifname }) => `${event} ${ifname}`);
  expect(told(replayed)).toEqual(told(monitor.events));
  const times = (events: readonly Json[]) => news(events).map(({ time }) => Date.parse(String(time)));
  const live = times(monitor.events);
  expect(live.length).toBeGreaterThan(10);
  for (const [i, time] of times(replayed).entries()) expect(Math.abs(time - live[i]!)).toBeLessThan(1000);
});

test("who made a change is in the recording, not looked up when it is replayed", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using live = ns.nlmon("record", "--print", "-f", "json", file);
  await live.ready();
  // It holds still, and with it its name, until it is closed.
  const ip = ns.spawn(["ip", "-batch", "-"]);
  ip.stdin.write("addr add 192.0.2.1/24 dev lo\n");
  await ip.stdin.flush();
  const event = await live.event("address.added", "lo");
  ip.stdin.end();
  await ip.exited;
  await live.end();
  expect((event.by as Json).comm).toBe("ip");
  const { out } = await replay("-f", "json", "--on", "address.added", file);
  expect((JSON.parse(out) as Json).by).toEqual(event.by);
});

test("messages that were lost are lost in the replay too, and what was repaired is repaired", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using live = ns.nlmon(
    "record",
    "--print",
    "--rcvbuf",
    "8K",
    "-o",
    "link,address",
    "-f",
    "json",
    file,
  );
  await live.ready();
  const pid = await pidOf(live);
  process.kill(pid, "SIGSTOP");
  await ns.batch(Array.from({ length: 300 }, (_, i) => `addr add 10.0.${i >> 8}.${i & 255}/32 dev lo`));
  process.kill(pid, "SIGCONT");
  await live.event("monitor.resynced");
  await live.end();
  const { out, err } = await replay("-f", "json", file);
  expect(out).toBe(`${live.lines.join("\n")}\n`);
  expect(err).toMatch(/net\.pcap: \d+ messages were lost when this was recorded\n/);
});

/** nsenter becomes the command. */
const pidOf = async (monitor: Monitor): Promise<number> => monitor.pid;

test.skipIf(!has("tshark"))("tshark dissects a recording without a complaint", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using recorder = ns.nlmon("record", "-v", file);
  await recorder.until(({ stderr }) => stderr.includes("recording"), "the recorder");
  await changes(ns);
  await recorder.until(() => statSync(file).size > 10_000, "the changes");
  await recorder.end();
  const expert = await run(["tshark", "-n", "-r", file, "-q", "-z", "expert"]);
  expect(expert.code).toBe(0);
  expect(expert.out.trim()).toBe("");
  const malformed = await run(["tshark", "-n", "-r", file, "-Y", "_ws.malformed || _ws.expert"]);
  expect(malformed.out).toBe("");
  const names = await run([
    "tshark",
    "-n",
    "-r",
    file,
    "-Y",
    "netlink-route",
    "-T",
    "fields",
    "-e",
    "netlink-route.ifla_ifname",
  ]);
  expect(names.out.split("\n")).toContain("w1");
});

test.skipIf(!has("editcap"))("what Wireshark's tools make of a recording gives the same", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await record(ns, file, () => changes(ns));
  const { out } = await replay("-s", "-f", "json", file);
  expect(out).toContain("link.removed");
  for (const format of ["pcapng", "nsecpcap"]) {
    expect((await run(["editcap", "-F", format, file, folder.file(format)])).code).toBe(0);
    expect(await replay("-s", "-f", "json", folder.file(format))).toEqual({ out, err: "", code: 0 });
  }
});

/** Records what happens during `meanwhile`, and a last address. */
async function record(ns: Namespace, file: string, meanwhile: () => Promise<void>): Promise<void> {
  await using recorder = ns.nlmon("record", "--print", "-f", "json", file);
  await recorder.ready();
  await meanwhile();
  await ns.ip("addr add 192.0.2.255/32 dev lo");
  await recorder.until(({ lines }) => lines.some((line) => line.includes("192.0.2.255")), "the last address");
  await recorder.end();
}

test.skipIf(!has("rtmon"))("files of rtmon", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  await ns.ip("link add v0 type veth peer name v1");
  const file = folder.file("rtmon");
  const rtmon = ns.spawn(["rtmon", "file", file]);
  await using watch = ns.nlmon("-f", "json");
  await watch.ready();
  while (!existsSync(file) || statSync(file).size === 0) await Bun.sleep(5);
  await ns.ip("link set v0 up");
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await watch.event("address.added", "v0");
  while (!readFileSync(file).includes(Buffer.from([192, 0, 2, 1]))) await Bun.sleep(5);
  rtmon.kill();
  await rtmon.exited;
  const { out, err, code } = await replay("-s", "-f", "json", file);
  expect(err).toBe("");
  expect(code).toBe(0);
  const events = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Json);
  const names = events.map(({ event, ifname }) => `${event} ${ifname}`);
  expect(names.slice(0, 4)).toEqual([
    "link.exists lo",
    "link.exists v1",
    "link.exists v0",
    "monitor.ready undefined",
  ]);
  expect(names).toContain("link.changed v0");
  const live = watch.events.find(({ event }) => event === "address.added")!;
  const again = events.find(({ event }) => event === "address.added")!;
  expect(again.address).toEqual(live.address);
  expect(Math.abs(Date.parse(String(again.time)) - Date.parse(String(live.time)))).toBeLessThan(1000);
});

test("a recording that is piped on is told as it comes", async () => {
  await using ns = await Namespace.create();
  await using both = new Monitor(
    ns.spawn(["sh", "-c", `"${BINARY}" record - | "${BINARY}" replay -s -f json -`]),
  );
  await both.ready();
  await ns.ip("addr add 192.0.2.1/24 dev lo");
  await both.event("address.added", "lo");
  await ns.ip("addr del 192.0.2.1/24 dev lo");
  await both.event("address.removed", "lo");
});

/** Without what is derived when a burst is over, which the end of the file makes it be. */
const unsettled = (out: string): string[] =>
  out
    .trimEnd()
    .split("\n")
    .filter((line) => !line.includes('"event":"addresses.changed"'))
    .map((line) => line.replace(/"seq":\d+,/, ""));

test("cut anywhere: what is before the cut is told, and one line says where it is cut", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await record(ns, file, () => changes(ns));
  const whole = (await replay("-s", "-f", "json", file)).out;
  const data = readFileSync(file);
  // Within the packet that is in the middle of the file.
  let packet = 24;
  while (packet < data.length >> 1) packet += 16 + data.readUInt32LE(packet + 8);
  for (const cut of [30, packet + 17, data.length - 1]) {
    const { out, err, code } = await run([BINARY, "replay", "-s", "-f", "json", "-"], data.subarray(0, cut));
    expect(code).toBe(1);
    expect(err).toMatch(
      /^nlmon: standard input: offset \d+: the file ends within a packet, \d+ bytes after its start\n$/,
    );
    if (cut === 30) continue;
    expect(out.length).toBeGreaterThan(500);
    const lines = unsettled(out);
    expect(unsettled(whole).slice(0, lines.length)).toEqual(lines);
  }
});

test("what is no capture is told in one line", async () => {
  using folder = new Folder();
  const file = folder.file("x");
  for (const [content, said] of [
    ["", "offset 0: the file is empty"],
    ["root:x:0:0:root:/root:/bin/bash\n", "offset 0: not a capture: neither pcap, pcapng nor rtmon"],
  ] as const) {
    await Bun.write(file, content);
    expect(await replay(file)).toEqual({ out: "", err: `nlmon: ${file}: ${said}\n`, code: 1 });
  }
  expect((await replay(folder.file("none"))).err).toBe(
    `nlmon: ${folder.file("none")}: no such file or directory\n`,
  );
  expect((await replay(folder.path)).code).toBe(2);
});

test("files are rotated by size; each begins with the state there was then", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  const EARLIER = "of an earlier run";
  await Bun.write(file, EARLIER);
  await using live = ns.nlmon(
    ..."record --print -o address -f json --rotate-size 8K --keep 3".split(" "),
    file,
  );
  await live.ready();
  const oldest = folder.file("net.pcap.3");
  const isOver = () => existsSync(oldest) && readFileSync(oldest, "latin1") !== EARLIER;
  for (let i = 0; i % 2 === 1 || !isOver(); i++) {
    const verb = i % 2 === 0 ? "add" : "del";
    await ns.batch(Array.from({ length: 40 }, (_, j) => `addr ${verb} 10.0.0.${j}/32 dev lo`));
    await live.until(
      ({ events }) =>
        events.filter(({ event }) => event === "address.added" || event === "address.removed").length ===
        40 * (i + 1),
      "the last address",
    );
  }
  await live.end();
  expect(readdirSync(folder.path).sort()).toEqual(["net.pcap", "net.pcap.1", "net.pcap.2", "net.pcap.3"]);
  const states: number[] = [];
  for (const name of ["net.pcap.3", "net.pcap.2", "net.pcap.1", "net.pcap"]) {
    expect(statSync(folder.file(name)).size).toBeLessThan(64 << 10);
    const { out, err, code } = await replay("-s", "-o", "address", "-f", "json", folder.file(name));
    expect([err, code]).toEqual(["", 0]);
    const there = new Set<string>();
    for (const line of out.trimEnd().split("\n")) {
      const { event, address } = JSON.parse(line) as { event: string; address: { local: string } };
      if (event === "address.exists") there.add(address.local);
      if (event === "address.added") {
        expect(there.has(address.local)).toBe(false);
        there.add(address.local);
      }
      if (event === "address.removed") expect(there.delete(address.local)).toBe(true);
    }
    states.push(there.size);
  }
  // 127.0.0.1 and ::1.
  expect(states.at(-1)).toBe(2);
});

test("files are rotated by time, when something has happened", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using live = ns.nlmon("record", "--print", "-f", "json", "--rotate-time", "50ms", file);
  await live.ready();
  await ns.ip("addr add 192.0.2.1/24 dev lo");
  await live.event("address.added", "lo");
  await eventually(() => existsSync(`${file}.1`));
  // Nothing more has happened: there is nothing to begin another file for.
  await Bun.sleep(120);
  expect(existsSync(`${file}.2`)).toBe(false);
  await live.end();
  expect((await replay("--on", "address.added", `${file}.1`)).out).toContain("192.0.2.1/24");
  expect((await replay("-s", "--on", "address.exists", file)).out).toContain("192.0.2.1/24");
});

async function eventually(condition: () => boolean): Promise<void> {
  const late = AbortSignal.timeout(10_000);
  while (!condition()) {
    late.throwIfAborted();
    await Bun.sleep(5);
  }
}

test("a disk that is full ends the recording with one line", async () => {
  await using ns = await Namespace.create();
  await using recorder = ns.nlmon("record", "/dev/full");
  expect(await recorder.exit()).toBe(1);
  expect(recorder.stderr).toBe("nlmon: /dev/full: no space left on device\n");
});

test("--speed 1 takes as long as it took", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await record(ns, file, () => Bun.sleep(400));
  const from = performance.now();
  const { out } = await replay("--speed", "1", file);
  const took = performance.now() - from;
  expect(out).toContain("192.0.2.255");
  expect(took).toBeGreaterThan(400);
  const fast = performance.now();
  await replay(file);
  expect(performance.now() - fast).toBeLessThan(took);
});

test("a replay opens no netlink socket", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await record(ns, file, async () => {});
  const data = readFileSync(file);
  const child = ns.spawn([BINARY, "replay", "-s", "-o", "all", "-"]);
  // All but the end: it waits for that.
  child.stdin.write(data.subarray(0, data.length - 1));
  await child.stdin.flush();
  const { value } = await child.stdout.getReader().read();
  expect(new TextDecoder().decode(value)).toContain("lo");
  const sockets = readFileSync(`/proc/${child.pid}/net/netlink`, "utf8");
  const pids = sockets
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/)[2]);
  expect(pids).not.toContain(String(child.pid));
  child.stdin.end();
  expect(await child.exited).toBe(1);
});

test("--raw replays the messages, the state before them with --snapshot", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await using live = ns.nlmon("--raw", "-f", "json");
  // Nothing is said when it has begun: the first message that comes is from after that.
  for (let i = 1; live.lines.length === 0; i++) {
    await ns.ip(`addr add 192.0.2.${i}/32 dev lo`);
    await Bun.sleep(20);
  }
  const before = live.lines.length;
  await record(ns, file, async () => {
    await ns.ip("link add v0 type veth peer name v1");
    await ns.ip("link set v0 up");
  });
  await live.until(({ lines }) => lines.some((line) => line.includes("192.0.2.255")), "the last address");
  await live.end();
  const untimed = (lines: readonly string[]) => lines.map((line) => line.slice(line.indexOf('"type"')));
  const raw = await replay("--raw", "-f", "json", file);
  expect(untimed(raw.out.trimEnd().split("\n"))).toEqual(untimed(live.lines.slice(before)));
  const all = await replay("--raw", "-s", "-f", "json", file);
  expect(all.out).toContain('"flags":["MULTI"]');
  expect(all.out.endsWith(raw.out)).toBe(true);
});

test("hooks run for what is replayed", async () => {
  using folder = new Folder();
  await using ns = await Namespace.create();
  const file = folder.file("net.pcap");
  await record(ns, file, () => changes(ns));
  const log = folder.file("hooks");
  const hook = `echo "$2 $NLMON_TIME" >> ${log}`;
  const { out, code } = await replay("-f", "json", "--on", "link.*", "--exec", hook, "--exec-each", file);
  expect(code).toBe(0);
  const events = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Json);
  expect(events.length).toBeGreaterThan(5);
  expect(readFileSync(log, "utf8").trimEnd().split("\n")).toEqual(
    events.map(({ event, time }) => `${event} ${time}`),
  );
});
