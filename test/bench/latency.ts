/** From a change to the line that tells it: one address at a time, the programs in turn, on pipes. */
import { FLOOR, Monitor, NLMON } from "./monitor.ts";
import { median, type Row, ratio, say, spread } from "./table.ts";
import { address, inetText, RTM_DELADDR, RTM_NEWADDR, Sender } from "./wire.ts";

const ROUNDS = 7;
const CHANGES = 200;
/** The first ones warm the caches and compile the program. */
const UNCOUNTED = 50;
const PAUSE = 2;

const PROGRAMS = {
  nlmon: [NLMON],
  "nlmon -f json": [NLMON, "-f", "json"],
  "bare loop in Bun": FLOOR.address,
  "ip -ts monitor": ["ip", "-ts", "monitor"],
};

async function round(command: readonly string[], ifindex: number): Promise<{ p50: number; p99: number }> {
  const monitor = new Monitor(command);
  const sender = new Sender();
  await Bun.sleep(500);
  monitor.drain(50);
  const times: number[] = [];
  for (let i = 0; i < UNCOUNTED + CHANGES; i++) {
    const from = performance.now();
    sender.send(address(RTM_NEWADDR, ifindex, i));
    if (!monitor.waitFor(inetText(i))) throw new Error(`${command.join(" ")} did not tell ${inetText(i)}`);
    if (i >= UNCOUNTED) times.push((performance.now() - from) * 1000);
    Bun.sleepSync(PAUSE);
    sender.send(address(RTM_DELADDR, ifindex, i));
    monitor.drain(PAUSE);
  }
  await monitor.end();
  times.sort((a, b) => a - b);
  return { p50: median(times), p99: times[Math.floor(times.length * 0.99)]! };
}

export async function latency(ifindex: number): Promise<Row[]> {
  const p50: Record<string, number[]> = {};
  const p99: Record<string, number[]> = {};
  for (let i = 0; i < ROUNDS; i++)
    for (const [name, command] of Object.entries(PROGRAMS)) {
      const one = await round(command, ifindex);
      (p50[name] ??= []).push(one.p50);
      (p99[name] ??= []).push(one.p99);
      say(`latency ${name}: p50 ${one.p50.toFixed(0)} us, p99 ${one.p99.toFixed(0)} us`);
    }
  const ip = "ip -ts monitor";
  return ["nlmon", "nlmon -f json", "bare loop in Bun"].flatMap((name): Row[] => [
    [`${name}: change to line, p50, us`, spread(p50[name]!), spread(p50[ip]!), ratio(p50[name]!, p50[ip]!)],
    [`${name}: the same, p99, us`, spread(p99[name]!), spread(p99[ip]!), ratio(p99[name]!, p99[ip]!)],
  ]);
}
