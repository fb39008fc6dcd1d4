/** Start, memory at rest, memory over a million events, 100,000 routes. */
import { readFileSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { Monitor, NLMON, since } from "./monitor.ts";
import { median, type Row, say, spread } from "./table.ts";
import { batches, RTM_DELROUTE, RTM_NEWROUTE, route, Sender } from "./wire.ts";

const STARTS = 20;
/** Threads that had to do with the start end within so many ms. */
const SETTLED = 30_000;
const REST = 60_000;
const MILLION = 1_000_000;
const ROUTES = 100_000;
const PARTS = 20;

/** From the start of the program until the kernel has a subscriber with its process id, in ms. */
async function start(command: readonly string[]): Promise<number> {
  const from = performance.now();
  const monitor = new Monitor(command);
  const subscribed = new RegExp(`^\\S+ 0 +${monitor.pid} +(?!0{8})`, "m");
  while (!subscribed.test(readFileSync("/proc/net/netlink", "utf8")))
    if (performance.now() - from > 5000) break;
  const took = performance.now() - from;
  await monitor.end();
  return took;
}

export async function starts(): Promise<Row[]> {
  const nlmon: number[] = [];
  const ip: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    nlmon.push(await start([NLMON]));
    ip.push(await start(["ip", "monitor"]));
  }
  say(`start: ${spread(nlmon, 1)} ms`);
  return [["start to subscription, ms", spread(nlmon, 1), spread(ip, 1), ""]];
}

interface Rest {
  memory: string;
  cpu: string;
}

export async function rest(): Promise<Row[]> {
  const programs = [[NLMON], ["ip", "monitor"]].map((command) => new Monitor(command));
  // Pages of a file that was just built count as changed until they are on the disk.
  Bun.spawnSync(["sync"]);
  await Bun.sleep(SETTLED);
  const before = programs.map((one) => one.threads());
  await Bun.sleep(REST);
  const [nlmon, ip] = programs.map((one, i) => {
    const { cpu, sleeps } = since(before[i]!, one.threads());
    return {
      memory: `${(one.anonymous() / 1000).toFixed(1)} MB`,
      cpu: `${(cpu / 1000).toFixed(1)} ms, ${sleeps} wake-ups`,
    };
  }) as [Rest, Rest];
  for (const one of programs) await one.end();
  say(`rest: ${nlmon.memory}, ${nlmon.cpu}`);
  return [
    ["at rest: anonymous memory", nlmon.memory, ip.memory, ""],
    ["at rest: CPU in a minute", nlmon.cpu, ip.cpu, ""],
  ];
}

export async function million(ifindex: number): Promise<Row[]> {
  const monitor = new Monitor([NLMON, "-f", "json", "-o", "route"], "/dev/null");
  const sender = new Sender();
  const count = MILLION / PARTS / 2;
  const add = batches((i) => route(RTM_NEWROUTE, ifindex, i), count);
  const del = batches((i) => route(RTM_DELROUTE, ifindex, i), count);
  await Bun.sleep(1000);
  const memory: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    sender.sendAll(add);
    sender.sendAll(del);
    await Bun.sleep(1000);
    memory.push(monitor.anonymous() / 1000);
  }
  await monitor.end();
  say(`million: ${memory.map((mb) => mb.toFixed(0)).join(" ")} MB`);
  const half = memory.slice(PARTS / 4, PARTS / 2);
  const end = memory.slice(-PARTS / 4);
  return [
    ["memory after 250,000 to 500,000 events, MB", spread(half, 1), "", ""],
    ["after 750,000 to 1,000,000, MB", spread(end, 1), "", ""],
  ];
}

interface Line {
  event?: string;
  time: string;
}

/** The state of 100,000 routes: read at the start, followed, and read again after a loss. */
export async function state(ifindex: number): Promise<Row[]> {
  const sender = new Sender();
  const memory = async (objects: string): Promise<{ mb: number; ready: number }> => {
    const from = performance.now();
    const monitor = new Monitor([NLMON, "-f", "json", "-o", objects, "--on", "monitor.*"]);
    monitor.waitFor("monitor.ready");
    const ready = performance.now() - from;
    await Bun.sleep(1000);
    const mb = monitor.anonymous() / 1000;
    await monitor.end();
    return { mb, ready };
  };
  const without = await memory("route");
  sender.sendAll(batches((i) => route(RTM_NEWROUTE, ifindex, i), ROUTES));
  const full = await memory("route");
  const file = `${tmpdir()}/nlmon-bench-${process.pid}`;
  const monitor = new Monitor(
    [NLMON, "-f", "json", "-o", "route", "--on", "monitor.*", "--rcvbuf", "64K"],
    file,
  );
  await Bun.sleep(3000);
  const took: number[] = [];
  for (let i = 0; i < 3; i++) {
    monitor.signal("SIGSTOP");
    sender.sendAll(batches((k) => route(i % 2 === 0 ? RTM_DELROUTE : RTM_NEWROUTE, ifindex, k), 2000));
    monitor.signal("SIGCONT");
    await Bun.sleep(3000);
  }
  const lines = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  for (const [i, { event, time }] of lines.entries()) {
    const before = lines[i - 1];
    if (event === "monitor.resynced" && before?.event === "monitor.overflow")
      took.push(Date.parse(time) - Date.parse(before.time));
  }
  await monitor.end();
  unlinkSync(file);
  say(
    `state: ${full.mb.toFixed(1)} MB, ready after ${full.ready.toFixed(0)} ms, resync ${took.join(" ")} ms`,
  );
  return [
    [
      "100,000 routes, read at the start: memory of each, bytes",
      (((full.mb - without.mb) * 1e6) / ROUTES).toFixed(0),
      "",
      "",
    ],
    ["the same: start to `monitor.ready`, ms", full.ready.toFixed(0), "", ""],
    ["the same: read again and compared after a loss, ms", median(took).toFixed(0), "", ""],
  ];
}
