/**
 * Messages that public projects recorded, decoded over and over: nlmon with all it reads, npm's `netlink` (found where
 * NLMON_BENCH_NETLINK says) and pyroute2, where these can be had. Each round starts each program anew. The recordings
 * lie beside the checkout; without them there is nothing to measure.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { MessageWalk } from "../../src/netlink/nlmsg.ts";
import { claim, decode } from "../../src/rtnetlink/objects.ts";
import { corpus, everything, messageOf } from "../rtnetlink/corpus.ts";
import { median, type Row, say, spread } from "./table.ts";

const ROUNDS = 5;
/** How long it decodes before it is measured: until the compilers of Bun and Node.js have come to rest. In ms. */
const WARM = 6000;
/** How long it is measured, in ms. */
const LONG = 1500;

const FOLLOWED = "nlmon, without counters and the like";

const NETLINK = `
const { parseMessages } = require(process.argv[2] + "/dist/structs.js");
const rt = require(process.argv[2] + "/dist/rt/structs.js");
const messages = JSON.parse(require("fs").readFileSync(process.argv[3], "utf8")).map((hex) => Buffer.from(hex, "hex"));
function run(ms) {
  let done = 0, failed = 0;
  const from = performance.now(), used = process.cpuUsage();
  while (performance.now() - from < ms)
    for (const bytes of messages) {
      try { for (const { type, data } of parseMessages(bytes)) rt.parseMessage(type, data); done++; } catch { failed++; }
    }
  const { user, system } = process.cpuUsage(used);
  return [done, failed, (user + system) / 1e6];
}
run(${WARM});
console.log(run(${LONG}).join(" "));`;

const PYROUTE2 = `
import json, sys, time
from pyroute2.netlink.rtnl.marshal import MarshalRtnl
marshal = MarshalRtnl()
messages = [bytes.fromhex(hex) for hex in json.load(open(sys.argv[1]))]
done = failed = 0
start, used = time.perf_counter(), time.process_time()
while time.perf_counter() - start < ${LONG / 1000}:
    for data in messages:
        try:
            for message in marshal.parse(data): str(message)
            done += 1
        except Exception: failed += 1
print(done, failed, time.process_time() - used)
`;

/** nlmon's own, run by itself: `bun decode.ts FILE all`, or `state`: what a monitor reads that shows no details. */
function own(file: string, what: string): void {
  const messages = (JSON.parse(readFileSync(file, "utf8")) as string[]).map(
    (hex) => new DataView(Uint8Array.fromHex(hex).buffer),
  );
  const cx = everything();
  cx.all = cx.keepUnknown = what === "all";
  const walk = new MessageWalk();
  const run = (ms: number): [done: number, seconds: number] => {
    let done = 0;
    const from = performance.now();
    const used = process.cpuUsage();
    while (performance.now() - from < ms)
      for (const view of messages) {
        walk.enter(view, 0, view.byteLength);
        while (walk.next()) decode(walk.message, cx);
        done++;
      }
    const { user, system } = process.cpuUsage(used);
    return [done, (user + system) / 1e6];
  };
  run(WARM);
  const [done, seconds] = run(LONG);
  process.stdout.write(`${done} 0 ${seconds}\n`);
}

interface Rate {
  /** Messages a second of CPU. */
  rate: number;
  /** Of a thousand. */
  failed: number;
}

function rateOf(command: readonly string[]): Rate | undefined {
  const run = Bun.spawnSync([...command], { stderr: "ignore" });
  if (run.exitCode !== 0) return undefined;
  const [done, failed, seconds] = run.stdout.toString().trim().split(" ").map(Number) as [
    number,
    number,
    number,
  ];
  return { rate: done / seconds, failed: (failed / (done + failed)) * 1000 };
}

export async function decoding(): Promise<Row[]> {
  if (corpus === undefined) return [];
  const whole = corpus.filter(({ wellformed, bytes }) => wellformed && claim(messageOf(bytes)) !== undefined);
  const folder = mkdtempSync(`${tmpdir()}/nlmon-bench-`);
  const hex = `${folder}/messages.json`;
  writeFileSync(hex, JSON.stringify(whole.map(({ bytes }) => bytes.toHex())));
  writeFileSync(`${folder}/netlink.cjs`, NETLINK);
  writeFileSync(`${folder}/decode.py`, PYROUTE2);
  const netlink = [`${folder}/netlink.cjs`, process.env.NLMON_BENCH_NETLINK ?? "", hex];
  const programs = {
    nlmon: [process.execPath, import.meta.path, hex, "all"],
    [FOLLOWED]: [process.execPath, import.meta.path, hex, "state"],
    "netlink 0.3 on Bun": [process.execPath, ...netlink],
    "netlink 0.3 on Node.js": ["node", ...netlink],
    pyroute2: ["/usr/bin/python3", `${folder}/decode.py`, hex],
  };
  const rounds: Record<string, Rate[]> = {};
  for (let i = 0; i < ROUNDS; i++)
    for (const [name, command] of Object.entries(programs)) {
      const rate = rateOf(command);
      if (rate === undefined) continue;
      (rounds[name] ??= []).push(rate);
      say(`decode ${name}: ${rate.rate.toFixed(0)} a second, ${rate.failed.toFixed(0)} of 1000 fail`);
    }
  rmSync(folder, { recursive: true });
  const { nlmon = [], [FOLLOWED]: followed = [], ...others } = rounds;
  const rates = (of: readonly Rate[]) => of.map(({ rate }) => rate);
  return Object.entries(others).flatMap(([name, of]) => {
    const failed = median(of.map(({ failed }) => failed));
    const row = (what: string, own: readonly Rate[]): Row => [
      `recorded messages decoded in a second of CPU${what}; ${name}`,
      spread(rates(own)),
      `${spread(rates(of))}${failed >= 0.5 ? `; fails on ${failed.toFixed(0)} of 1000` : ""}`,
      `${median(own.map(({ rate }, round) => rate / of[round]!.rate)).toFixed(1)} x`,
    ];
    return [row("", nlmon), row(" without counters and the like", followed)];
  });
}

if (import.meta.main) own(process.argv[2]!, process.argv[3]!);
