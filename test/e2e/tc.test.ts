/** Traffic control as events: what is told, and that the events add up to what tc shows. */
import { expect, test } from "bun:test";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const OBJECTS = ["qdisc", "class", "chain", "filter", "action"] as const;
const BINARY = `${import.meta.dir}/../../dist/nlmon`;

async function prepared(): Promise<Namespace> {
  const ns = await Namespace.create();
  await ns.batch(["link add v0 type veth peer name v1", "link set v0 up", "link set v1 up"]);
  return ns;
}

async function tc(ns: Namespace, ...commands: string[]): Promise<void> {
  for (const command of commands) await ns.run("tc", ...command.split(" "));
}

/** Object events in short: `filter.added kernel`, `class.removed inferred qdisc.removed`. */
const told = (monitor: Monitor, from = 0): string[] =>
  monitor.events
    .slice(from)
    .map(({ event, origin, cause }) => [event, origin, cause].filter(Boolean).join(" "));

/** By the keys that tell one object from others. */
function fold(events: readonly Json[]): Map<string, Json> {
  const state = new Map<string, Json>();
  for (const event of events) {
    const object = OBJECTS.find((name) => event[name] !== undefined);
    if (object === undefined) continue;
    const body = event[object] as Json;
    const key = `${object} ${keyOf(object, body)}`;
    if (String(event.event).endsWith(".removed")) state.delete(key);
    else state.set(key, body);
  }
  return state;
}

function keyOf(object: (typeof OBJECTS)[number], body: Json): string {
  const place = `${body.dev ?? body.block} ${body.root ?? body.ingress ?? body.egress} ${body.parent}`;
  switch (object) {
    case "qdisc":
      return place;
    case "class":
      return `${body.dev} ${body.class} ${body.handle}`;
    case "chain":
      return `${place} ${body.chain}`;
    case "filter": {
      const { fh, handle } = (body.options ?? {}) as Json;
      return `${place} ${body.chain} ${body.pref} ${body.protocol} ${fh ?? handle}`;
    }
    case "action":
      return `${body.kind} ${body.index}`;
  }
}

/** What ticks, or is counted by others. */
const STEADY = /^(refcnt|ref|bind|used_hw_stats|not_in_hw|direct_packets_stat)$/;
const steady = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (STEADY.test(key) ? undefined : inner)));

/** What `nlmon show` (which live.test.ts compares with tc) has now. */
async function now(ns: Namespace): Promise<Map<string, Json>> {
  const shown = JSON.parse(await ns.run(BINARY, "show", ...OBJECTS, "-f", "json")) as Record<string, Json[]>;
  const state = new Map<string, Json>();
  for (const object of OBJECTS) {
    const bodies =
      object === "action"
        ? shown[object]!.flatMap(({ actions }) => (actions as Json[]) ?? [])
        : shown[object]!;
    for (const { order: _, ...body } of bodies) {
      const { ht_divisor } = (body.options ?? {}) as Json;
      // That there are filters of a preference, and the table where u32 begins, is in a dump only.
      if (object === "filter" && (body.options === undefined || ht_divisor === 1)) continue;
      state.set(`${object} ${keyOf(object, body)}`, body);
    }
  }
  return state;
}

async function settled(ns: Namespace, monitor: Monitor): Promise<void> {
  const expected = steady(Object.fromEntries([...(await now(ns))].sort()));
  const state = () => steady(Object.fromEntries([...fold(monitor.events)].sort()));
  await monitor
    .until(() => Bun.deepEquals(state(), expected), "the state that nlmon show has")
    .catch(() => expect(state()).toEqual(expected));
}

test("a qdisc in the place of another, a class changed, all of a preference deleted", async () => {
  await using ns = await prepared();
  await using monitor = await ns.nlmon("-f", "json", "-s", "-o", "tc").ready();
  await tc(
    ns,
    "qdisc add dev v0 root handle 1: htb default 10",
    "class add dev v0 parent 1: classid 1:10 htb rate 1mbit",
    "filter add dev v0 parent 1: protocol ip pref 5 u32 match u32 0 0 flowid 1:10",
    "filter add dev v0 parent 1: protocol ip pref 5 u32 match u32 1 1 flowid 1:10",
  );
  await settled(ns, monitor);
  let from = monitor.events.length;
  await tc(ns, "class change dev v0 parent 1: classid 1:10 htb rate 2mbit");
  await settled(ns, monitor);
  const changed = monitor.events.slice(from).find(({ event }) => event === "class.changed")!;
  expect((changed.changed as Json).rate).toEqual([125000, 250000]);
  expect(changed.ifname).toBe("v0");

  from = monitor.events.length;
  await tc(ns, "filter del dev v0 parent 1: pref 5");
  await settled(ns, monitor);
  expect(told(monitor, from).filter((line) => line.startsWith("filter"))).toEqual([
    "filter.removed kernel",
    "filter.removed kernel",
  ]);

  from = monitor.events.length;
  await tc(ns, "qdisc replace dev v0 root handle 2: tbf rate 1mbit burst 32kbit latency 400ms");
  await settled(ns, monitor);
  expect(told(monitor, from)).toContain("qdisc.removed kernel");
  expect(told(monitor, from)).toContain("qdisc.added kernel");
  expect(told(monitor, from).find((line) => line.startsWith("class.removed"))).toMatch(/inferred qdisc\./);
});

test("what goes with a qdisc, and what comes back, is inferred", async () => {
  await using ns = await prepared();
  await using monitor = await ns.nlmon("-f", "json", "-s", "-o", "tc").ready();
  await tc(
    ns,
    "qdisc add dev v1 clsact",
    "filter add dev v1 ingress protocol ip pref 5 u32 match u32 0 0 action mirred egress redirect dev v0",
    "qdisc add dev v0 root handle 1: htb",
    "class add dev v0 parent 1: classid 1:10 htb rate 1mbit",
    "qdisc add dev v0 parent 1:10 handle 20: pfifo limit 10",
  );
  await settled(ns, monitor);
  expect(told(monitor)).toContain("action.added inferred filter.added");
  const from = monitor.events.length;
  await tc(ns, "qdisc del dev v1 clsact", "qdisc del dev v0 root");
  await settled(ns, monitor);
  const lines = told(monitor, from);
  expect(lines).toContain("filter.removed inferred qdisc.removed");
  expect(lines).toContain("action.removed inferred filter.removed");
  expect(lines).toContain("class.removed inferred qdisc.removed");
  expect(lines).toContain("qdisc.removed inferred qdisc.removed");
  expect(lines).toContain("qdisc.added inferred qdisc.removed");
});

test("an action that stands by itself, replaced and flushed", async () => {
  await using ns = await prepared();
  await using monitor = await ns.nlmon("-f", "json", "-o", "action").ready();
  await tc(
    ns,
    "actions add action mirred egress mirror dev v0 index 7",
    "actions change action mirred egress redirect dev v1 index 7",
    "actions add action mirred egress mirror dev v0 index 8",
    "actions del action mirred index 8",
    "actions flush action mirred",
  );
  await monitor.until(
    () => monitor.events.filter(({ event }) => event === "action.removed").length === 2,
    "two removals",
  );
  expect(told(monitor, 1)).toEqual([
    "action.added kernel",
    "action.changed kernel",
    "action.added kernel",
    "action.removed kernel",
    "action.removed kernel",
  ]);
});

test("filters in a block that two devices share", async () => {
  await using ns = await prepared();
  await using monitor = await ns.nlmon("-f", "json", "-s", "-o", "tc").ready();
  await tc(
    ns,
    "qdisc add dev v0 ingress_block 21 clsact",
    "qdisc add dev v1 ingress_block 21 clsact",
    "filter add block 21 protocol ip pref 5 u32 match u32 0 0 action mirred egress redirect dev v0",
  );
  await settled(ns, monitor);
  expect((monitor.events.find(({ event }) => event === "filter.added")!.filter as Json).block).toBe(21);
  await tc(ns, "qdisc del dev v0 clsact");
  await settled(ns, monitor);
  await tc(ns, "qdisc del dev v1 clsact");
  await settled(ns, monitor);
});
