import { describe, expect, test } from "bun:test";
import { decode, type ObjectName } from "../../src/rtnetlink/objects.ts";
import { everything, messageOf, shown, wire } from "./corpus.ts";
import { RECORDED } from "./recorded/index.ts";

for (const [object, list] of Object.entries(RECORDED))
  describe(object, () => {
    for (const { title, bytes, ifindex, bodies, problems = [], unknown = [] } of list)
      test(title, () => {
        const cx = everything();
        const decoded = decode(messageOf(wire(bytes)), cx);
        expect(decoded?.object).toBe(object as ObjectName);
        expect(decoded?.readings.map(({ body }) => shown(body))).toEqual([...bodies]);
        // In ip's order as well.
        expect(JSON.stringify(decoded?.readings.map(({ body }) => body))).toBe(JSON.stringify(bodies));
        for (const { dev } of decoded?.readings ?? []) expect(dev?.ifindex).toBe(ifindex);
        expect(cx.problems).toEqual([...problems]);
        expect(cx.unknown).toEqual([...unknown]);
      });
  });

test("what one message says is not what the next one shows", () => {
  const cx = everything();
  for (const list of Object.values(RECORDED))
    for (const { bytes, bodies } of list)
      expect(decode(messageOf(wire(bytes)), cx)?.readings.map(({ body }) => shown(body))).toEqual([
        ...bodies,
      ]);
});

test("without what is no state there are neither ages nor timers nor counters", () => {
  const cx = everything();
  cx.all = false;
  const keys = new Set<string>();
  for (const [object, list] of Object.entries(RECORDED))
    for (const { bytes } of list)
      for (const { body } of decode(messageOf(wire(bytes)), cx)?.readings ?? [])
        if (!("group" in body) && !OWN_TYPE.has(object)) for (const key of Object.keys(body)) keys.add(key);
  for (const key of [
    "used",
    "updated",
    "probes",
    "refcnt",
    "type",
    "timer",
    "packets",
    "rx_bytes",
    "pkt",
    "stats",
  ])
    expect([key, keys.has(key)]).toEqual([key, false]);
});

/** `type` is no age there. */
const OWN_TYPE: ReadonlySet<string> = new Set(["route", "qdisc", "class", "chain", "filter", "action"]);

const TRAFFIC_CONTROL: ReadonlySet<string> = new Set(["qdisc", "class", "chain", "filter", "action"]);

test("without what is no state traffic control has no counters", () => {
  const keys = new Set<string>();
  for (const all of [true, false]) {
    keys.clear();
    const cx = everything();
    cx.all = all;
    for (const object of TRAFFIC_CONTROL)
      for (const { bytes } of RECORDED[object as ObjectName] ?? [])
        JSON.stringify(
          decode(messageOf(wire(bytes)), cx)?.readings.map(({ body }) => body),
          (key, value) => {
            keys.add(key);
            return value;
          },
        );
    for (const key of ["requeues", "drops", "overlimits", "backlog", "qlen", "stats", "tins", "lended"])
      expect([key, keys.has(key)]).toEqual([key, all]);
  }
});
