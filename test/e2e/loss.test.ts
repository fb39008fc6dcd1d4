import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { kernelDrops } from "./drops.ts";
import { compare, fold } from "./fold.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const SETUP = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none",
  "link set v1 addrgenmode none",
  "link set v0 up",
  "link set v1 up",
];

const addresses = (from: number, count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${10 + ((from + i) >> 16)}.${((from + i) >> 8) & 255}.${(from + i) & 255}.1`,
  );

const all = (monitor: Monitor, name: string): Json[] =>
  monitor.events.filter((event) => event.event === name);

/** Stopped while `change` happens, then continued; everything told and repaired. */
async function stopped(monitor: Monitor, change: () => Promise<unknown>): Promise<void> {
  monitor.signal("SIGSTOP");
  await change();
  monitor.signal("SIGCONT");
}

test("12,000 changes against a stopped nlmon: one overflow with the kernel's count, and the state is right", async () => {
  await using ns = await Namespace.create();
  await ns.batch([...SETUP, ...addresses(20_000, 300).map((address) => `addr add ${address}/32 dev v0`)]);
  await using nlmon = await ns.nlmon("-f", "json", "-s", "--rcvbuf", "256K").ready();
  await stopped(nlmon, async () => {
    await ns.batch([
      ...addresses(0, 6000).map((address) => `addr add ${address}/32 dev v0`),
      ...addresses(0, 5500).map((address) => `addr del ${address}/32 dev v0`),
      ...addresses(20_000, 200).map((address) => `addr del ${address}/32 dev v0`),
      "link set v0 mtu 1400",
      "link set v1 name v9",
      "link add br0 type bridge",
      "link set v9 master br0",
      ...addresses(30_000, 294).map((address) => `addr add ${address}/32 dev br0`),
    ]);
  });
  await nlmon.event("monitor.resynced");
  expect(await compare(ns, nlmon.events)).toEqual([]);

  const overflows = all(nlmon, "monitor.overflow");
  expect(overflows.length).toBe(1);
  expect(all(nlmon, "monitor.resynced").length).toBe(1);
  expect(overflows[0]!.lost as number).toBeGreaterThan(1000);
  expect(overflows[0]!.lost).toBe(kernelDrops(nlmon));
  expect(nlmon.stderr).toContain(`${overflows[0]!.lost} messages lost`);
  const resync = nlmon.events.filter(
    (event) => event.origin === "resync" && !String(event.event).startsWith("monitor"),
  );
  expect(all(nlmon, "monitor.resynced")[0]!.events).toBe(resync.length);
  expect(resync.some(({ event }) => event === "link.renamed")).toBe(true);
  // It goes on as if nothing had been.
  await ns.ip("addr add 192.0.2.77/24 dev v0");
  await nlmon.until(({ lines }) => lines.some((line) => line.includes("192.0.2.77")), "life after it");
});

test("overflow upon overflow: told each time, right at the end", async () => {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  await using nlmon = await ns.nlmon("-f", "json", "-s", "--rcvbuf", "64K").ready();
  for (let round = 0; round < 3; round++)
    await stopped(nlmon, () =>
      ns.batch([
        ...addresses(round * 1000, 1000).map((address) => `addr add ${address}/32 dev v0`),
        ...addresses(round * 1000, 900).map((address) => `addr del ${address}/32 dev v0`),
      ]),
    );
  const told = () => all(nlmon, "monitor.overflow").reduce((sum, event) => sum + (event.lost as number), 0);
  await nlmon.until(
    () => told() === kernelDrops(nlmon) && nlmon.events.at(-1)?.event === "monitor.resynced",
    "the last resync",
  );
  await nlmon.until(() => fold(nlmon.events).addresses.size === 302, "all addresses");
  expect(await compare(ns, nlmon.events)).toEqual([]);
});

test("text says what was lost", async () => {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  await using nlmon = ns.nlmon("-s", "--rcvbuf", "32K");
  await nlmon.until(({ lines }) => lines.some((line) => line.includes("state found")), "the snapshot");
  await stopped(nlmon, () => ns.batch(addresses(0, 500).map((address) => `addr add ${address}/32 dev v0`)));
  await nlmon.until(({ lines }) => lines.some((line) => line.includes("in step again")), "the resync");
  expect(
    nlmon.lines.some((line) => / ! nlmon {2}\d+ messages lost, reading the state again$/.test(line)),
  ).toBe(true);
  expect(nlmon.lines.filter((line) => line.includes(" + addr ")).length).toBe(500);
});

test("a reader that stops reading: nothing of the kernel's is lost, every line arrives", async () => {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  await using nlmon = await ns.nlmon("-f", "json", "-s").ready();
  nlmon.hold();
  const count = 4000;
  await ns.batch(addresses(0, count).map((address) => `addr add ${address}/32 dev v0`));
  await ns.batch(addresses(0, count).map((address) => `addr del ${address}/32 dev v0`));
  // Far more than a pipe holds was written meanwhile; the kernel's queue is empty all the same.
  const received = () =>
    readFileSync(`/proc/${nlmon.pid}/net/netlink`, "utf8")
      .split("\n")
      .some((row) => {
        const columns = row.trim().split(/\s+/);
        return columns[3] !== "00000000" && Number(columns[4]) > 0;
      });
  while (received()) await Bun.sleep(1);
  expect(kernelDrops(nlmon)).toBe(0);
  nlmon.resume();
  await nlmon.until(() => all(nlmon, "address.removed").length === count, "every removal");
  expect(all(nlmon, "address.added").length).toBe(count);
  expect(nlmon.events.map((event) => event.seq)).toEqual(nlmon.events.map((_, i) => i + 1));
  expect(await compare(ns, nlmon.events)).toEqual([]);
});

test("what was lost just before the end is told and repaired before the end", async () => {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  await using nlmon = await ns.nlmon("-f", "json", "-s", "--rcvbuf", "32K").ready();
  const lost = () => all(nlmon, "monitor.overflow").length;
  await stopped(nlmon, () => ns.batch(addresses(0, 400).map((address) => `addr add ${address}/32 dev v0`)));
  await nlmon.until(() => lost() === 1, "the first loss");
  nlmon.signal("SIGSTOP");
  await ns.batch(addresses(1000, 400).map((address) => `addr add ${address}/32 dev v0`));
  nlmon.signal("SIGTERM");
  nlmon.signal("SIGCONT");
  expect(await nlmon.exit()).toBe(143);
  expect(lost()).toBe(2);
  expect(nlmon.events.at(-1)?.event).not.toBe("monitor.overflow");
  expect(await compare(ns, nlmon.events)).toEqual([]);
});

test("a state that changes while it is read is read until it is whole", async () => {
  await using ns = await Namespace.create();
  const still = addresses(40_000, 1000);
  const moving = addresses(0, 3000);
  await ns.batch([...SETUP, ...[...still, ...moving].map((address) => `addr add ${address}/32 dev v0`)]);
  const churn = Array.from({ length: 6 }, () =>
    moving.flatMap((one) => [`addr del ${one}/32 dev v0`, `addr add ${one}/32 dev v0`]),
  );
  const done = ns.batch(churn.flat());
  await using nlmon = await ns.nlmon("-f", "json", "-s").ready();
  await done;
  await nlmon.until(() => fold(nlmon.events).addresses.size === 4002, "every address");
  expect(await compare(ns, nlmon.events)).toEqual([]);
}, 60_000);
