/**
 * Messages that public projects recorded, decoded one after the other: nlmon, npm's `netlink` and pyroute2, where these
 * two can be had. The recordings lie beside the checkout; without them there is nothing to measure.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { MessageWalk } from "../../src/netlink/nlmsg.ts";
import { claim, decode } from "../../src/rtnetlink/objects.ts";
import { corpus, everything, messageOf } from "../rtnetlink/corpus.ts";
import { median, type Row, say, spread } from "./table.ts";

const ROUNDS = 5;
/** How long one round decodes, in ms. */
const LONG = 1000;

/** Rates of the others are printed by these, one line a round: `done failed seconds`. */
const NETLINK = `
const { parseMessages } = require(process.argv[2] + "/dist/structs.js");
const rt = require(process.argv[2] + "/dist/rt/structs.js");
const messages = JSON.parse(require("fs").readFileSync(process.argv[3], "utf8")).map((hex) => Buffer.from(hex, "hex"));
for (let round = 0; round < ${ROUNDS}; round++) {
  let done = 0, failed = 0;
  const from = performance.now();
  while (performance.now() - from < ${LONG})
    for (const bytes of messages) {
      try { for (const { type, data } of parseMessages(bytes)) rt.parseMessage(type, data); done++; } catch { failed++; }
    }
  console.log(done + " " + failed + " " + (performance.now() - from) / 1000);
}`;

const PYROUTE2 = `
import json, sys, time
from pyroute2.netlink.rtnl.marshal import MarshalRtnl
marshal = MarshalRtnl()
messages = [bytes.fromhex(hex) for hex in json.load(open(sys.argv[1]))]
for _ in range(${ROUNDS}):
    done = failed = 0
    start = time.perf_counter()
    while time.perf_counter() - start < ${LONG / 1000}:
        for data in messages:
            try:
                for message in marshal.parse(data): str(message.get("attrs"))
                done += 1
            except Exception: failed += 1
    print(done, failed, time.perf_counter() - start)
`;

interface Rate {
  /** Messages a second. */
  rates: number[];
  /** Of a thousand. */
  failed: number;
}

function rateOf(command: readonly string[]): Rate | undefined {
  const run = Bun.spawnSync([...command], { stderr: "ignore" });
  const lines = run.stdout
    .toString()
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  if (run.exitCode !== 0) return undefined;
  return {
    rates: lines.map(([done, , seconds]) => done! / seconds!),
    failed: median(lines.map(([done, failed]) => (failed! / (done! + failed!)) * 1000)),
  };
}

function nlmon(messages: readonly Uint8Array[]): Rate {
  const cx = everything();
  const views = messages.map((bytes) => new DataView(bytes.slice().buffer));
  const walk = new MessageWalk();
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let done = 0;
    const from = performance.now();
    while (performance.now() - from < LONG)
      for (const view of views) {
        walk.enter(view, 0, view.byteLength);
        while (walk.next()) decode(walk.message, cx);
        done++;
      }
    rates.push((done / (performance.now() - from)) * 1000);
  }
  return { rates, failed: 0 };
}

export async function decoding(): Promise<Row[]> {
  if (corpus === undefined) return [];
  const whole = corpus.filter(({ wellformed, bytes }) => wellformed && claim(messageOf(bytes)) !== undefined);
  const messages = whole.map(({ bytes }) => bytes);
  const own = nlmon(messages);
  const folder = mkdtempSync(`${tmpdir()}/nlmon-bench-`);
  const hex = `${folder}/messages.json`;
  writeFileSync(hex, JSON.stringify(messages.map((bytes) => bytes.toHex())));
  writeFileSync(`${folder}/netlink.cjs`, NETLINK);
  writeFileSync(`${folder}/pyroute2.py`, PYROUTE2);
  const module = process.env.NLMON_BENCH_NETLINK ?? "";
  const others: readonly [name: string, rate: Rate | undefined][] = [
    ["netlink 0.3 on Bun", rateOf([process.execPath, `${folder}/netlink.cjs`, module, hex])],
    ["netlink 0.3 on Node.js", rateOf(["node", `${folder}/netlink.cjs`, module, hex])],
    ["pyroute2", rateOf(["/usr/bin/python3", `${folder}/pyroute2.py`, hex])],
  ];
  rmSync(folder, { recursive: true });
  const rows: Row[] = [];
  for (const [name, rate] of others) {
    if (rate === undefined) {
      say(`decode: ${name} is not to be had here`);
      continue;
    }
    const { rates, failed } = rate;
    const fails = failed > 0 ? `; fails on ${failed.toFixed(0)} of 1000` : "";
    rows.push([
      `messages decoded a second, next to ${name}`,
      spread(own.rates),
      `${spread(rates)}${fails}`,
      `${(median(own.rates) / median(rates)).toFixed(1)} x`,
    ]);
  }
  say(`decode: ${messages.length} messages, ${spread(own.rates)} a second`);
  return rows;
}
