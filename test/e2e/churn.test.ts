/** 100,000 routes and 20,000 addresses change, faster than anybody reads: the events add up to what ip shows. */
import { expect, test } from "bun:test";
import { kernelDrops } from "./drops.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const SETUP = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none",
  "link set v1 addrgenmode none",
  "link set v0 up",
  "link set v1 up",
];

const dotted = (first: number, i: number): string => `${first + (i >> 16)}.${(i >> 8) & 255}.${i & 255}.1`;
const range = <T>(from: number, to: number, line: (i: number) => T): T[] =>
  Array.from({ length: to - from }, (_, i) => line(from + i));

/** 100,000 changes of routes and 20,000 of addresses; at the end 40,001 routes and 6,000 addresses are left. */
const CHANGES = [
  ...range(0, 60_000, (i) => `route add ${dotted(10, i)} dev v0`),
  ...range(0, 12_000, (i) => `addr add ${dotted(100, i)}/32 dev v0`),
  ...range(0, 10_000, (i) => `route replace ${dotted(10, i)} dev v1`),
  ...range(30_000, 60_000, (i) => `route del ${dotted(10, i)} dev v0`),
  ...range(0, 6_000, (i) => `addr del ${dotted(100, i)}/32 dev v0`),
  ...range(30_000, 30_001, (i) => `route add ${dotted(10, i)} dev v0`),
  ...range(12_000, 14_000, (i) => `addr add ${dotted(100, i)}/32 dev v1`),
];

/** What the events add up to: `dst dev` of routes, `address/prefix dev` of addresses. */
function folded(events: readonly Json[]): Set<string> {
  const routes = new Map<string, string>();
  const addresses = new Set<string>();
  for (const { event, route, address, ifname } of events) {
    if (route !== undefined) {
      const { dst, dev, family } = route as Json;
      if (family !== "inet") continue;
      if (event === "route.removed") routes.delete(dst as string);
      else routes.set(dst as string, dev as string);
    } else if (address !== undefined) {
      const { local, prefixlen } = address as Json;
      const key = `${local}/${prefixlen} ${ifname}`;
      if (event === "address.removed") addresses.delete(key);
      else addresses.add(key);
    }
  }
  return new Set([...[...routes].map(([dst, dev]) => `${dst} ${dev}`), ...addresses]);
}

async function shown(ns: Namespace): Promise<Set<string>> {
  const routes = await ns.json("route show");
  const links = await ns.json("addr show");
  return new Set([
    ...routes.map(({ dst, dev }) => `${dst} ${dev}`),
    ...links.flatMap(({ ifname, addr_info }) =>
      (addr_info as Json[]).map(({ local, prefixlen }) => `${local}/${prefixlen} ${ifname}`),
    ),
  ]);
}

const sum = (events: readonly Json[]): number =>
  events.reduce(
    (lost, { event, lost: more }) => lost + (event === "monitor.overflow" ? (more as number) : 0),
    0,
  );

/** Everything that happened so far has been told, and what was lost repaired: waits for it, then says what is wrong. */
async function wrong(ns: Namespace, nlmon: Monitor): Promise<string[]> {
  const theirs = await shown(ns);
  let left: string[] = [];
  const right = () => {
    left = [...folded(nlmon.events).symmetricDifference(theirs)];
    return left.length === 0 && sum(nlmon.events) === kernelDrops(nlmon);
  };
  // Folding is slow: not for each line.
  for (let tries = 0; tries < 60 && !right(); tries++) await Bun.sleep(500);
  return left.slice(0, 10);
}

test("stopped for a part of it: what was lost is counted as the kernel counts, and repaired", async () => {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  await using nlmon = await ns
    .nlmon("-f", "json", "-s", "-o", "address,route", "--on", "!addresses.changed", "--rcvbuf", "1M")
    .ready();
  const half = CHANGES.length / 2;
  await ns.batch(CHANGES.slice(0, half / 2));
  nlmon.signal("SIGSTOP");
  await ns.batch(CHANGES.slice(half / 2, half));
  nlmon.signal("SIGCONT");
  await ns.batch(CHANGES.slice(half));
  expect(await wrong(ns, nlmon)).toEqual([]);
  expect(sum(nlmon.events)).toBeGreaterThan(10_000);
  expect(sum(nlmon.events)).toBe(kernelDrops(nlmon));
}, 120_000);

test("a reader that stops reading: every change is told all the same", async () => {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  await using nlmon = await ns
    .nlmon("-f", "json", "-s", "-o", "address,route", "--on", "!addresses.changed", "--rcvbuf", "256M")
    .ready();
  nlmon.hold();
  await ns.batch(CHANGES);
  nlmon.resume();
  expect(await wrong(ns, nlmon)).toEqual([]);
  expect(sum(nlmon.events)).toBe(kernelDrops(nlmon));
}, 120_000);
