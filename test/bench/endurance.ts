/**
 * Months in minutes: `bun test/bench/endurance.ts [MINUTES]`, as root; needs dist/nlmon. Routes, addresses and links
 * come and go all the time; one nlmon runs hooks, one has a buffer that overflows and a reader that sleeps, one is asked
 * how long it takes to tell a change. Once a minute: memory, descriptors, threads, CPU, latency. At the end what the
 * events add up to has to be what `ip` shows.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { ifNameToIndex } from "../../ffi/ifname.ts";
import { type Json, Namespace } from "../e2e/namespace.ts";
import { NLMON } from "./monitor.ts";
import { median } from "./table.ts";
import {
  address,
  batches,
  RTM_DELADDR,
  RTM_DELROUTE,
  RTM_NEWADDR,
  RTM_NEWROUTE,
  route,
  Sender,
} from "./wire.ts";

const INSIDE = "--inside";
const MINUTES = Number(process.argv.at(-1)) || 20;
/** ms between two rounds of changes. */
const ROUND = 500;
/** Of routes and of addresses, in each round. */
const ROUTES = 1000;
const ADDRESSES = 100;
/** Once in so many pairs of rounds, so many routes at once. */
const BURST_EVERY = 30;
const BURST = 30_000;
const PROBES = 15;

/** A running nlmon: what its events add up to. */
class Follower {
  readonly name: string;
  readonly objects = new Map<string, Json>();
  readonly counts = new Map<string, number>();
  readonly #child;
  readonly #done: Promise<void>;
  /** Resolves to let it be read; a slow reader waits between two reads. */
  pause = 0;
  onLine: (line: string) => void = () => {};

  constructor(name: string, ...options: string[]) {
    this.name = name;
    this.#child = Bun.spawn([NLMON, "-f", "json", ...options], {
      stdin: "ignore",
      stdout: "pipe",
      stderr: "ignore",
    });
    this.#done = this.#read();
  }

  get pid(): number {
    return this.#child.pid;
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const part of this.#child.stdout) {
      const lines = (rest + decoder.decode(part, { stream: true })).split("\n");
      rest = lines.pop()!;
      for (const line of lines) this.#take(line);
      if (this.pause > 0) await Bun.sleep(this.pause);
    }
  }

  #take(line: string): void {
    this.onLine(line);
    const event = JSON.parse(line) as Json;
    const name = String(event.event);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    const [object] = name.split(".") as [string];
    const body = event[object] as Json | undefined;
    if (body === undefined || !FOLDED.has(object)) return;
    const key = keyOf(object, String(event.ifname ?? ""), body);
    if (name.endsWith(".removed")) this.objects.delete(key);
    else this.objects.set(key, body);
    if (name === "link.renamed")
      this.objects.delete(`link ${(event.changed as Record<string, string[]>).ifname![0]}`);
  }

  async end(): Promise<number | null> {
    this.#child.kill("SIGTERM");
    await this.#done;
    return this.#child.exited;
  }
}

const FOLDED = new Set(["link", "address", "route"]);

const keyOf = (object: string, ifname: string, body: Json): string =>
  object === "route"
    ? `route ${body.family} ${body.dst} ${body.table} ${body.metric ?? ""} ${body.dev ?? ifname}`
    : object === "address"
      ? `address ${ifname} ${body.local}/${body.prefixlen}`
      : `${object} ${ifname}`;

/** The same of what `ip` says. */
function truth(): Set<string> {
  const ip = (words: string): Json[] =>
    JSON.parse(Bun.spawnSync(["ip", "-j", ...words.split(" ")]).stdout.toString() || "[]") as Json[];
  const keys = new Set<string>();
  for (const link of ip("addr")) {
    const ifname = String(link.ifname);
    keys.add(keyOf("link", ifname, link));
    for (const one of link.addr_info as Json[])
      if (one.local !== undefined) keys.add(keyOf("address", ifname, one));
  }
  for (const family of ["inet", "inet6"])
    for (const one of ip(`${family === "inet" ? "-4" : "-6"} -d route show table all`))
      keys.add(keyOf("route", "", { ...one, family, table: one.table ?? "main" }));
  return keys;
}

/** Of threads and all. */
function vitals(pid: number): string {
  const memory = /^Anonymous:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
  const [utime, stime] = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ")
    .slice(11, 13);
  const count = (what: string) => readdirSync(`/proc/${pid}/${what}`).length;
  return `${(Number(memory) / 1000).toFixed(1)} MB, ${count("fd")} fds, ${count("task")} threads, ${(Number(utime) + Number(stime)) / 100} s`;
}

async function inside(): Promise<void> {
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const sender = new Sender();
  const v0 = ifNameToIndex("v0")!;
  const v1 = ifNameToIndex("v1")!;
  const all = ["-s", "-o", "link,address,route", "--table", "all"];
  const hooks = new Follower("hooks", ...all, "--exec", "cat > /dev/null", "--exec-debounce", "200ms");
  const losses = new Follower("losses", ...all, "--rcvbuf", "128K");
  losses.pause = 100;
  const probe = new Follower("probe", "-i", "v1", "-o", "address");
  const followers = [hooks, losses, probe];
  await Bun.sleep(1500);

  const latency = async (): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < PROBES; i++) {
      const told = new Promise<void>((resolve) => {
        probe.onLine = (line) => line.includes("address.added") && resolve();
      });
      const from = performance.now();
      sender.send(address(RTM_NEWADDR, v1, 0xf0_0000 + i));
      await Promise.race([told, Bun.sleep(2000)]);
      times.push((performance.now() - from) * 1000);
      sender.send(address(RTM_DELADDR, v1, 0xf0_0000 + i));
      await Bun.sleep(5);
    }
    return median(times);
  };

  const until = performance.now() + MINUTES * 60_000;
  let minute = performance.now();
  let changes = 0;
  for (let round = 0; performance.now() < until; round++) {
    // what one round adds, the next takes away.
    const pair = round >> 1;
    const base = (pair % 50) * 1000;
    const size = pair % BURST_EVERY === 0 ? BURST : ROUTES;
    sender.sendAll(batches((i) => route(round % 2 === 0 ? RTM_NEWROUTE : RTM_DELROUTE, v0, base + i), size));
    sender.sendAll(
      batches((i) => address(round % 2 === 0 ? RTM_NEWADDR : RTM_DELADDR, v0, 0xe0_0000 + i), ADDRESSES),
    );
    changes += size + ADDRESSES;
    if (round % 20 === 0) {
      Bun.spawnSync(["ip", "link", "add", "w0", "type", "veth", "peer", "name", "w1"]);
      Bun.spawnSync(["ip", "link", "set", "w0", "up"]);
      Bun.spawnSync(["ip", "link", "set", "w0", "down"]);
      Bun.spawnSync(["ip", "link", "set", "w0", "name", "x0"]);
      Bun.spawnSync(["ip", "link", "del", "x0"]);
    }
    if (round % 90 === 45) {
      Bun.spawnSync(["ip", "link", "set", "v1", "down"]);
      Bun.spawnSync(["ip", "link", "set", "v1", "up"]);
    }
    await Bun.sleep(ROUND);
    if (performance.now() - minute < 60_000) continue;
    minute = performance.now();
    say(
      `${new Date().toISOString().slice(11, 19)}  ${changes} changes, latency ${(await latency()).toFixed(0)} us`,
    );
    for (const { name, pid } of followers) say(`    ${name.padEnd(7)} ${vitals(pid)}`);
  }

  losses.pause = 0;
  await Bun.sleep(10_000);
  const is = truth();
  for (const follower of [hooks, losses]) {
    const keys = new Set(follower.objects.keys());
    const wrong = [...is.symmetricDifference(keys)];
    const { counts } = follower;
    say(
      `${follower.name}: ${[...counts.values()].reduce((a, b) => a + b, 0)} events, ${counts.get("monitor.overflow") ?? 0} overflows, ` +
        `${counts.get("monitor.resynced") ?? 0} resyncs; ${is.size} objects, ${wrong.length} wrong ${wrong.slice(0, 5).join("; ")}`,
    );
  }
  const pids = followers.map(({ pid }) => pid);
  for (const follower of followers) say(`${follower.name}: exit ${await follower.end()}`);
  say(`processes left: ${pids.filter((pid) => existsSync(`/proc/${pid}`)).length}`);
}

if (process.argv.includes(INSIDE)) await inside();
else {
  await using ns = await Namespace.create();
  await ns.batch(["link add v0 type veth peer name v1", "link set v0 up", "link set v1 up"]);
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await Bun.sleep(2500);
  const child = ns.spawn([process.execPath, import.meta.path, INSIDE, String(MINUTES)]);
  for await (const part of child.stdout) process.stdout.write(part);
  process.stderr.write(await new Response(child.stderr).text());
}
