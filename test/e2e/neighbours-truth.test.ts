/**
 * Random changes to neighbours, forwarding entries, multicast databases and VNIs: whoever adds up the events has what
 * a new nlmon finds, also when messages were lost in between.
 */
import { expect, test } from "bun:test";
import { random } from "../rtnetlink/corpus.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const OBJECTS = "neighbour,mdb,tunnel";
const ROUNDS = 4;
const PER_ROUND = 150;

/** What the kernel tells them apart by, from what nlmon says; undefined: not of this test's making. */
function identity(event: Json): string | undefined {
  const { ifindex, neighbour, mdb, tunnel } = event as Record<string, Json | undefined> & { ifindex: number };
  if (mdb !== undefined)
    return String(mdb.grp).startsWith("239.")
      ? `mdb ${ifindex} ${mdb.port} ${mdb.grp} ${mdb.src}`
      : undefined;
  if (tunnel !== undefined) return `tunnel ${ifindex} ${tunnel.vni}`;
  if (neighbour === undefined) return undefined;
  const { family, dst, mac, master, src_vni, port, vni } = neighbour;
  if (family !== "bridge")
    return /^(192\.0\.2\.|2001:db8:)/.test(String(dst)) ? `ip ${ifindex} ${dst}` : undefined;
  if (!/^0[02]:00:00:00:/.test(String(mac))) return undefined;
  if (master !== undefined) return `bridge ${master} ${mac}`;
  return `self ${ifindex} ${mac} ${src_vni}${mac === "00:00:00:00:00:00" ? ` ${dst} ${port} ${vni}` : ""}`;
}

function fold({ events }: Monitor): Map<string, unknown> {
  const objects = new Map<string, unknown>();
  for (const event of events) {
    const key = identity(event);
    if (key === undefined) continue;
    const body = event.neighbour ?? event.mdb ?? event.tunnel;
    if (String(event.event).endsWith(".removed")) objects.delete(key);
    else objects.set(key, body);
  }
  return objects;
}

/** `ip` and `bridge` commands, any of them possibly in vain. */
function* changes(seed: number): Generator<["ip" | "bridge", string], never> {
  const next = random(seed);
  const one = <T>(of: readonly T[]): T => of[next() % of.length]!;
  const digit = () => next() % 8;
  const mac = () => `02:00:00:00:01:0${digit()}`;
  for (;;)
    switch (next() % 12) {
      case 0:
      case 1:
      case 2:
        yield [
          "ip",
          `neigh replace ${one([`192.0.2.1${digit()}`, `2001:db8::1${digit()}`])} lladdr ${mac()} dev ${one(["v0", "v1"])} nud ${one(["permanent", "stale", "reachable", "noarp"])}`,
        ];
        break;
      case 3:
        yield [
          "ip",
          `neigh del ${one([`192.0.2.1${digit()}`, `2001:db8::1${digit()}`])} dev ${one(["v0", "v1"])}`,
        ];
        break;
      case 4:
      case 5:
        yield [
          "bridge",
          `fdb replace ${mac()} dev ${one(["w0", "x0"])} master ${one(["static", "dynamic"])}`,
        ];
        break;
      case 6:
        yield ["bridge", `fdb del ${mac()} dev ${one(["w0", "x0"])} master`];
        break;
      case 7:
        yield ["bridge", `fdb ${one(["append", "del"])} 00:00:00:00:00:00 dev vx0 dst 198.51.100.${digit()}`];
        break;
      case 8:
        yield ["bridge", `fdb replace ${mac()} dev vx0 dst 198.51.100.${digit()}`];
        break;
      case 9:
        yield [
          "bridge",
          `mdb ${one(["add", "del"])} dev br0 port ${one(["w0", "x0"])} grp 239.1.1.${digit()} permanent`,
        ];
        break;
      case 10:
        yield ["bridge", `vni ${one(["add", "delete"])} vni 10${digit()} dev vx1`];
        break;
      case 11:
        if (next() % 4 === 0) {
          yield ["ip", "link del x0"];
          yield ["ip", "link add x0 type veth peer name x1"];
          yield ["ip", "link set x0 master br0 up"];
        } else yield ["ip", `link set v0 ${one(["down", "up"])}`];
    }
}

/** Runs them, each kind in its order. */
async function run(ns: Namespace, commands: readonly ["ip" | "bridge", string][]): Promise<void> {
  const lines = commands.map(([program, words]) => `${program} ${words} 2>/dev/null`);
  const child = ns.spawn(["sh"]);
  child.stdin.write(`${lines.join("\n")}\nexit 0\n`);
  await child.stdin.end();
  await child.exited;
}

async function expectTruth(ns: Namespace, nlmon: Monitor, what: string): Promise<void> {
  const until = performance.now() + 8000;
  for (;;) {
    await using found = await ns.nlmon("-f", "json", "-s", "-o", OBJECTS).ready();
    const theirs = new Map([...fold(found)].sort(([a], [b]) => (a < b ? -1 : 1)));
    const ours = new Map([...fold(nlmon)].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (!Bun.deepEquals(ours, theirs) && performance.now() < until) continue;
    expect([what, ...ours]).toEqual([what, ...theirs]);
    return;
  }
}

test("added up, the events are the state", async () => {
  await using ns = await Namespace.create();
  await ns.batch([
    ...[
      "v0 type veth peer name v1",
      "w0 type veth peer name w1",
      "x0 type veth peer name x1",
      "br0 type bridge",
    ].map((words) => `link add ${words}`),
    "link add vx0 type vxlan id 5 dstport 4789",
    "link add vx1 type vxlan external vnifilter dstport 4790",
    ...["w0", "x0"].map((name) => `link set ${name} master br0`),
    ...["v0", "v1", "w0", "x0", "br0", "vx0", "vx1"].map((name) => `link set ${name} up`),
    "addr add 192.0.2.1/24 dev v0",
    "addr add 2001:db8::1/64 dev v0 nodad",
  ]);
  await using nlmon = await ns.nlmon("-f", "json", "-a", "-s", "-o", OBJECTS).ready();
  await using narrow = await ns.nlmon("-f", "json", "-a", "-s", "-o", OBJECTS, "--rcvbuf", "4K").ready();
  const commands = changes(20261128);
  for (let round = 0; round < ROUNDS; round++) {
    narrow.signal("SIGSTOP");
    await run(
      ns,
      Array.from({ length: PER_ROUND }, () => commands.next().value!),
    );
    narrow.signal("SIGCONT");
    await expectTruth(ns, nlmon, `round ${round}`);
    await expectTruth(ns, narrow, `round ${round}, with losses`);
  }
  expect(fold(nlmon).size).toBeGreaterThan(20);
  expect(nlmon.events.length).toBeGreaterThan(300);
  expect(narrow.events.some(({ event }) => event === "monitor.overflow")).toBe(true);
  expect(nlmon.events.some(({ event }) => event === "monitor.overflow")).toBe(false);
}, 60_000);
