/** 100,000 routes as fast as the kernel takes them, to a file: CPU an event, and what is lost. */
import { readFileSync, statSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { FLOOR, Monitor, NLMON } from "./monitor.ts";
import { type Row, ratio, say, spread } from "./table.ts";
import { batches, RTM_DELROUTE, RTM_NEWROUTE, route, Sender } from "./wire.ts";

const ROUNDS = 5;
const COUNT = 100_000;

const PROGRAMS = {
  "nlmon -f json": [NLMON, "-f", "json", "-o", "route"],
  "bare loop in Bun": FLOOR.route,
  "ip monitor": ["ip", "monitor", "route"],
};

interface Burst {
  /** us an event. */
  first: number;
  again: number;
  lost: number;
}

/** Until the file has not grown for a while. */
async function settled(file: string): Promise<void> {
  for (let last = -1, same = 0; same < 5; await Bun.sleep(100)) {
    const { size } = statSync(file);
    same = size === last ? same + 1 : 0;
    last = size;
  }
}

async function round(command: readonly string[], add: Uint8Array[], del: Uint8Array[]): Promise<Burst> {
  const file = `${tmpdir()}/nlmon-bench-${process.pid}`;
  const monitor = new Monitor(command, file);
  const sender = new Sender();
  await Bun.sleep(1000);
  const used: number[] = [];
  let lost = 0;
  for (const list of [add, del, add, del]) {
    const from = monitor.cpu();
    const start = statSync(file).size;
    sender.sendAll(list);
    await settled(file);
    const text = readFileSync(file).subarray(start).toString("latin1");
    const told = new Set(text.match(/10\.\d+\.\d+\.\d+/g)).size;
    lost += COUNT - told;
    used.push((monitor.cpu() - from) / told);
  }
  await monitor.end();
  unlinkSync(file);
  return { first: used[0]!, again: used[2]!, lost };
}

export async function burst(ifindex: number): Promise<Row[]> {
  const add = batches((i) => route(RTM_NEWROUTE, ifindex, i), COUNT);
  const del = batches((i) => route(RTM_DELROUTE, ifindex, i), COUNT);
  const rounds: Record<string, Burst[]> = {};
  for (let i = 0; i < ROUNDS; i++)
    for (const [name, command] of Object.entries(PROGRAMS)) {
      const one = await round(command, add, del);
      (rounds[name] ??= []).push(one);
      say(
        `burst ${name}: ${one.first.toFixed(2)} us, again ${one.again.toFixed(2)} us, ${one.lost} of ${4 * COUNT} lost`,
      );
    }
  const row = (name: string, what: string, of: (burst: Burst) => number, digits: number): Row => {
    const nlmon = rounds[name]!.map(of);
    const ip = rounds["ip monitor"]!.map(of);
    return [
      `${name}: ${what}`,
      spread(nlmon, digits),
      spread(ip, digits),
      digits === 0 ? "" : ratio(nlmon, ip),
    ];
  };
  return ["nlmon -f json", "bare loop in Bun"].flatMap((name) => [
    row(name, "burst of 100,000 routes after the start, CPU an event, us", ({ first }) => first, 2),
    row(name, "the same again, us", ({ again }) => again, 2),
    row(name, "lost of 400,000", ({ lost }) => lost, 0),
  ]);
}
