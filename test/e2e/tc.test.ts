/** Traffic control as events: what is told, and that the events add up to what tc shows. */
import { expect, test } from "bun:test";
import { random } from "../rtnetlink/corpus.ts";
import type { Json, Monitor, Namespace } from "./namespace.ts";
import { able, tc, veths } from "./traffic-control.ts";

const OBJECTS = ["qdisc", "class", "chain", "filter", "action"] as const;
const BINARY = `${import.meta.dir}/../../dist/nlmon`;

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
  const side = ["root", "ingress", "egress"].find((name) => body[name] === true) ?? body.parent;
  const place = `${body.dev ?? body.block} ${side}`;
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

/** Waits until the events add up to that: some of it the kernel does in its own time. */
async function settled(ns: Namespace, monitor: Monitor): Promise<void> {
  const late = AbortSignal.timeout(10_000);
  for (;;) {
    const expected = steady(Object.fromEntries([...(await now(ns))].sort()));
    const state = steady(Object.fromEntries([...fold(monitor.events)].sort()));
    if (Bun.deepEquals(state, expected)) return;
    if (late.aborted) expect(state).toEqual(expected);
    await Bun.sleep(50);
  }
}

test.skipIf(!able)(
  "a qdisc in the place of another, a class changed, all of a preference deleted",
  async () => {
    await using ns = await veths();
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
  },
);

test.skipIf(!able)("what goes with a qdisc, and what comes back, is inferred", async () => {
  await using ns = await veths();
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
  const gone = "action.removed inferred filter.removed";
  await monitor.until(() => told(monitor, from).includes(gone), gone);
  await settled(ns, monitor);
  const lines = told(monitor, from);
  expect(lines).toContain("filter.removed inferred qdisc.removed");
  expect(lines).toContain("class.removed inferred qdisc.removed");
  expect(lines).toContain("qdisc.removed inferred qdisc.removed");
  expect(lines).toContain("qdisc.added inferred qdisc.removed");
});

test.skipIf(!able)("what the kernel tells of a u32 filter that is changed is the old one", async () => {
  await using ns = await veths();
  const filter = "protocol ip pref 5 handle 800::800 u32 match u32 0 0 action mirred egress redirect dev";
  await tc(ns, "qdisc add dev v1 clsact", `filter add dev v1 ingress ${filter} v0`);
  await using monitor = await ns.nlmon("-f", "json", "-s", "-o", "tc").ready();
  await tc(ns, `filter change dev v1 ingress ${filter} v1`);
  await settled(ns, monitor);
  expect(told(monitor)).toContain("filter.changed inferred filter.unchanged");
});

test.skipIf(!able)("an action that stands by itself, replaced and flushed", async () => {
  await using ns = await veths();
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

/** Numbers below `limit`, the same every time. */
function dice(seed: number): (limit: number) => number {
  const next = random(seed);
  return (limit) => next() % limit;
}

/** One command that may or may not be possible now. */
function operation(roll: (limit: number) => number): string {
  const dev = `v${roll(2)}`;
  const minor = 1 + roll(3);
  const chain = roll(2);
  // A preference for each place: at others of the same qdisc, and in other chains, the kernel shows u32 filters of the
  // same one as well.
  const filter = (first: number) => `protocol ip pref ${first + roll(2)} u32 match u32 0 0`;
  return [
    `qdisc replace dev ${dev} root handle 1: htb default ${minor}`,
    `class replace dev ${dev} parent 1: classid 1:${minor} htb rate ${1 + roll(9)}mbit`,
    `class replace dev ${dev} parent 1: classid 1:${minor} htb rate ${1 + roll(9)}mbit`,
    `class del dev ${dev} classid 1:${minor}`,
    `qdisc replace dev ${dev} parent 1:${minor} handle ${minor}0: pfifo limit ${1 + roll(9)}`,
    `qdisc replace dev ${dev} parent 1:${minor} handle ${minor}1: tbf rate 1mbit burst 32kbit limit 9000`,
    `qdisc del dev ${dev} parent 1:${minor}`,
    `filter add dev ${dev} parent 1: ${filter(1)} flowid 1:${minor}`,
    `filter add dev ${dev} parent 1:${minor} ${filter(1 + 2 * minor)}`,
    `filter del dev ${dev} parent 1: pref ${1 + roll(2)}`,
    `qdisc add dev ${dev} clsact`,
    `qdisc del dev ${dev} clsact`,
    `filter add dev ${dev} ingress ${filter(1)} action mirred egress redirect dev v0`,
    `filter add dev ${dev} egress chain ${chain} ${filter(3 + 2 * chain)} action mirred egress mirror dev v1`,
    `filter del dev ${dev} ingress pref ${1 + roll(2)}`,
    `filter del dev ${dev} ingress`,
    `actions add action mirred egress mirror dev ${dev}`,
    "actions flush action mirred",
    roll(4) === 0 ? `qdisc del dev ${dev} root` : "qdisc show",
  ][roll(19)]!;
}

for (const seed of [1, 2, 3])
  test.skipIf(!able)(`whatever is done, the events add up to what there is: seed ${seed}`, async () => {
    await using ns = await veths();
    await using monitor = await ns.nlmon("-f", "json", "-s", "-o", "tc").ready();
    const roll = dice(seed);
    let done = 0;
    for (let round = 0; round < 6; round++) {
      for (let count = 0; count < 25; count++)
        await tc(ns, operation(roll)).then(
          () => done++,
          () => undefined,
        );
      await settled(ns, monitor);
    }
    expect(done).toBeGreaterThan(60);
  });

test.skipIf(!able)("filters in a block that two devices share", async () => {
  await using ns = await veths();
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
