import { expect, test } from "bun:test";
import type { AlikeLines } from "../src/events/outlet.ts";
import { Monitor } from "../src/monitor.ts";
import { Bytes } from "../src/output/bytes.ts";
import { json, patternOf } from "../src/output/json.ts";
import type { JsonPattern } from "../src/output/json-pattern.ts";
import type { Source } from "../src/source.ts";
import { wanting } from "./events/wanting.ts";
import { attribute, join, message, random, text, u8, u16, u32, viewOf } from "./netlink/fixtures/wire.ts";

const RTM_NEWLINK = 16;
const RTM_NEWROUTE = 24;
const RTM_DELROUTE = 25;
const NLM_F_REPLACE = 0x100;
const NLM_F_CREATE = 0x400;
const NLM_F_APPEND = 0x800;

const source: Source = {
  dumps: { dump: () => ({ objects: [], interrupted: false }), get: () => undefined },
  now: () => 0,
  by: (portId) => (portId === 0 ? undefined : { pid: portId, comm: "test" }),
  ifname: () => undefined,
};
// The same object each time, as it is of a process that goes on.
const processes = new Map<number, ReturnType<Source["by"]>>();
const by: Source["by"] = (portId) => {
  if (!processes.has(portId)) processes.set(portId, source.by(portId));
  return processes.get(portId);
};

/** A monitor of routes, and what it writes; `alike`: how many lines were made of those of others. */
function monitor(fast: boolean, tables?: ReadonlySet<string>) {
  const out = new Bytes();
  const counts = { alike: 0 };
  const lines: AlikeLines = {
    pattern: patternOf,
    onEvent(pattern, time, seq, value) {
      counts.alike++;
      (pattern as JsonPattern).write(time, seq, value, out);
    },
  };
  const objects = new Set(["link", "route"] as const);
  const monitor = new Monitor(
    { ...source, by },
    {
      objects,
      filter: wanting(objects, { all: true, tables }),
      snapshot: false,
      keepUnknown: false,
      ...(fast && { alike: lines }),
      onEvent: (event) => json.write(event, out),
      onBatch() {},
      onWarning(warning) {
        throw new Error(warning);
      },
    },
  );
  monitor.start();
  monitor.alsoTell([]);
  return { monitor, counts, text: () => out.textFrom(0) };
}

interface RouteFields {
  dst: Uint8Array;
  length?: number;
  table?: number;
  gateway?: Uint8Array;
  prefsrc?: Uint8Array;
  dev?: number;
  metric?: number;
  protocol?: number;
}

function route(type: number, flags: number, fields: RouteFields): Uint8Array {
  const {
    dst,
    length = 8 * dst.length,
    table = 254,
    gateway,
    prefsrc,
    dev = 3,
    metric,
    protocol = 4,
  } = fields;
  return message(
    type,
    flags,
    u8(dst.length === 4 ? 2 : 10, length, 0, 0, table, protocol, 0, 1),
    u32(0),
    attribute(15, u32(table)),
    attribute(1, dst),
    ...(metric === undefined ? [] : [attribute(6, u32(metric))]),
    ...(prefsrc === undefined ? [] : [attribute(7, prefsrc)]),
    ...(gateway === undefined ? [] : [attribute(5, gateway)]),
    attribute(4, u32(dev)),
  );
}

const link = (ifindex: number, ifname: string): Uint8Array =>
  message(
    RTM_NEWLINK,
    0,
    u8(0, 0),
    u16(1),
    u32(ifindex, 0x1002, 0),
    attribute(3, text(ifname)),
    attribute(16, u8(2)),
  );

/** Both get the same messages and have to write the same. */
function compare(messages: readonly Uint8Array[], tables?: ReadonlySet<string>): number {
  const slow = monitor(false, tables);
  const fast = monitor(true, tables);
  for (const [i, bytes] of messages.entries())
    for (const each of [slow, fast]) {
      const view = viewOf(bytes);
      each.monitor.datagram(1_764_288_000_000_000 + i * 700_001, view, 0, bytes.length);
      if (i % 50 === 0) each.monitor.drained(true);
    }
  expect(fast.text().split("\n")).toEqual(slow.text().split("\n"));
  const existing = ({ monitor }: typeof fast) =>
    JSON.stringify([...monitor.host.existing("route")].map(({ dev, body }) => [dev, body]));
  expect(existing(fast)).toBe(existing(slow));
  expect(slow.counts.alike).toBe(0);
  return fast.counts.alike;
}

const inet = (n: number): Uint8Array => u8(10, 0, n >> 8, n & 255);
const inet6 = (n: number): Uint8Array =>
  join(u8(0x20, 1, 0xd, 0xb8), new Uint8Array(10), u8(n >> 8, n & 255));

test("many routes come and go: nearly all lines are made of those of others", () => {
  const messages = [link(3, "v0")];
  for (const address of [inet, inet6]) {
    for (let i = 0; i < 500; i++)
      messages.push(route(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE, { dst: address(i) }));
    for (let i = 0; i < 500; i++) messages.push(route(RTM_DELROUTE, 0, { dst: address(i) }));
  }
  expect(compare(messages)).toBeGreaterThan(1950);
});

test.each([1, 2, 3, 4, 5, 6])(
  "whatever comes, in whatever order: the same lines, the same state (%d)",
  (seed) => {
    const below = random(seed);
    const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
    const messages = [link(3, "v0"), link(4, "v1")];
    for (let i = 0; i < 6000; i++) {
      if (below(800) === 0) messages.push(link(3 + below(2), pick(["v0", "v1", "lan", "wan"])));
      const six = below(2) === 1;
      const address = six ? inet6 : inet;
      const bytes = route(
        pick([RTM_NEWROUTE, RTM_NEWROUTE, RTM_DELROUTE]),
        pick([0, NLM_F_CREATE, NLM_F_CREATE | NLM_F_REPLACE, NLM_F_CREATE | NLM_F_APPEND]),
        {
          dst: address(below(60)),
          length: pick(six ? [128, 128, 64] : [32, 32, 24]),
          table: pick([254, 254, 254, 100]),
          dev: pick([3, 3, 4]),
          ...(below(3) === 0 && { gateway: address(1000 + below(3)) }),
          ...(below(8) === 0 && { prefsrc: address(below(2)) }),
          ...(below(4) === 0 && { metric: 100 }),
        },
      );
      // The port id of who asked for it.
      if (below(2) === 0) new DataView(bytes.buffer).setUint32(12, pick([0, 77]), true);
      messages.push(bytes);
    }
    expect(compare(messages, pick([undefined, new Set(["main"])]))).toBeGreaterThan(20);
  },
);

test("damaged messages are not taken for what they are like", () => {
  const below = random(7);
  const messages = [link(3, "v0")];
  for (let i = 0; i < 2000; i++) {
    const bytes = route(below(3) === 0 ? RTM_DELROUTE : RTM_NEWROUTE, NLM_F_CREATE, { dst: inet(below(40)) });
    // Beyond the header of the message: its length has to be right for the walk.
    if (below(4) === 0) bytes[16 + below(bytes.length - 16)] = below(256);
    messages.push(bytes);
  }
  expect(compare(messages)).toBeGreaterThan(50);
});
