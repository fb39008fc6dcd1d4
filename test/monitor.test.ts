import { expect, test } from "bun:test";
import { Monitor } from "../src/monitor.ts";
import type { Source } from "../src/source.ts";
import { wanting } from "./events/wanting.ts";
import { attribute, message, text, u8, u16, u32, viewOf } from "./netlink/fixtures/wire.ts";

const RTM_NEWLINK = 16;
const RTM_NEWROUTE = 24;
const IFF_UP = 1;

const link = (flags: number): Uint8Array =>
  message(RTM_NEWLINK, 0, u8(0, 0), u16(1), u32(3, flags, 0), attribute(3, text("eth0")));
const route = message(
  RTM_NEWROUTE,
  0,
  u8(2, 32, 0, 0, 254, 4, 0, 1),
  u32(0),
  attribute(1, u8(192, 0, 2, 1)),
  attribute(4, u32(3)),
);

/** Routes that are asked for are never there; `waits`: what the source says, each time it is asked. */
function monitor(waits: boolean[]) {
  const told: string[] = [];
  const source: Source = {
    dumps: { dump: () => ({ objects: [], interrupted: false }), get: () => undefined },
    now: () => 0,
    by: () => undefined,
    ifname: () => undefined,
    waits: () => waits.shift() === true,
  };
  const objects = new Set(["link", "route"] as const);
  const monitor = new Monitor(source, {
    objects,
    filter: wanting(objects),
    snapshot: false,
    keepUnknown: false,
    onEvent: ({ event, origin }) => told.push(`${event} ${origin}`),
    onBatch() {},
    onWarning(warning) {
      throw new Error(warning);
    },
  });
  monitor.start();
  const tell = (...messages: Uint8Array[]) => {
    told.length = 0;
    for (const bytes of messages) monitor.datagram(0, viewOf(bytes), 0, bytes.length);
    monitor.drained(true);
    return [...told];
  };
  tell(link(IFF_UP), route);
  return tell;
}

test("what the kernel has done in silence is read, and told", () => {
  expect(monitor([])(link(0))).toEqual(["link.changed kernel", "route.removed inferred"]);
});

test("an answer is not taken while older messages wait, and asked for again after them", () => {
  const tell = monitor([true, false]);
  expect(tell(link(0))).toEqual(["link.changed kernel"]);
  expect(tell(route)).toEqual(["route.removed inferred"]);
});

test("messages that never end do not keep it from being told for ever", () => {
  const tell = monitor(new Array(1000).fill(true));
  let rounds = 1;
  for (let told = tell(link(0)); !told.includes("route.removed inferred"); told = tell())
    expect(++rounds).toBeLessThan(100);
  expect(rounds).toBeGreaterThan(1);
});
