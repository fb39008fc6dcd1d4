/**
 * Traffic control of every kind that this kernel has: `nlmon show` has the elements of `tc -j -d`, and the events
 * add up to them. What few kernels have is in ../recorded/tc-*.ts.
 */
import { expect, test } from "bun:test";
import type { Json, Namespace } from "../../e2e/namespace.ts";
import { able, tc, veths } from "../../e2e/traffic-control.ts";

const BINARY = `${import.meta.dir}/../../../dist/nlmon`;

const SETUP = [
  "qdisc add dev v0 root handle 1: stab overhead 4 linklayer atm mtu 2048 htb default 10 r2q 5",
  "class add dev v0 parent 1: classid 1:1 htb rate 10mbit ceil 20mbit burst 15k",
  "class add dev v0 parent 1:1 classid 1:10 htb rate 1mbit ceil 2mbit prio 3 quantum 3000",
  "qdisc add dev v0 parent 1:10 handle 20: tbf rate 1mbit burst 32kbit latency 400ms",
  "class add dev v0 parent 1:1 classid 1:20 htb rate 8mbit overhead 24 linklayer atm",
  "qdisc add dev v0 parent 1:20 handle 30: pfifo limit 100",
  "class add dev v0 parent 1:1 classid 1:30 htb rate 8mbit",
  "qdisc add dev v0 parent 1:30 handle 40: bfifo limit 10000",
  "filter add dev v0 parent 1: protocol ip prio 1 u32 match u32 0 0 flowid 1:10",
  "filter add dev v0 parent 1:1 protocol ipv6 prio 2 u32 match ip6 dst 2001:db8::/32 flowid 1:20",
  "qdisc add dev v1 clsact",
  "filter add dev v1 ingress protocol ip pref 5 u32 match ip dst 192.0.2.0/24 match ip protocol 6 0xff " +
    "action mirred egress redirect dev v0",
  "filter add dev v1 egress pref 7 bpf bytecode '1,6 0 0 4294967295,' flowid 1:1 action mirred egress mirror dev v0",
  "filter add dev v1 ingress protocol arp pref 6 chain 3 u32 match u32 0 0 at 4 classid 1:7",
];

const show = async (ns: Namespace, object: string): Promise<Json[]> =>
  JSON.parse(await ns.run(BINARY, "show", object, "-f", "json")) as Json[];

const tcJson = async (ns: Namespace, words: string): Promise<Json[]> =>
  JSON.parse((await ns.run("tc", "-j", "-d", ...words.split(" "))) || "[]") as Json[];

/** Without what is ours: what tc leaves out when asked for one place, and what its JSON has no room for. */
function like(theirs: unknown, ours: unknown): unknown {
  if (Array.isArray(theirs) && Array.isArray(ours)) return ours.map((one, i) => like(theirs[i], one));
  if (typeof theirs !== "object" || theirs === null || typeof ours !== "object" || ours === null) return ours;
  return Object.fromEntries(
    Object.keys(theirs)
      .filter((key) => key in ours)
      .map((key) => [key, like((theirs as Json)[key], (ours as Json)[key])]),
  );
}

test.skipIf(!able)("qdiscs, filters, chains and actions are those of tc", async () => {
  await using ns = await veths();
  await tc(ns, ...SETUP);
  const qdiscs = await show(ns, "qdisc");
  expect(qdiscs).toEqual(await tcJson(ns, "qdisc show"));
  const kinds = new Set(qdiscs.map(({ kind }) => kind));
  for (const kind of ["bfifo", "clsact", "htb", "pfifo", "tbf"]) expect(kinds).toContain(kind);
  for (const [object, places] of [
    ["filter", ["dev v1 ingress", "dev v1 egress", "dev v0", "dev v0 parent 1:1"]],
    ["chain", ["dev v1 ingress", "dev v1 egress", "dev v0", "dev v0 parent 1:1"]],
  ] as const) {
    const theirs: Json[] = [];
    for (const place of places) theirs.push(...(await tcJson(ns, `${object} show ${place}`)));
    const ours = await show(ns, object);
    expect(ours.length).toBe(theirs.length);
    for (const one of theirs) expect(ours.map((our) => like(one, our))).toContainEqual(one);
  }
  const actions = await tcJson(ns, "actions list action mirred");
  expect(like(actions, await show(ns, "action"))).toEqual(actions);
});

/** tc (6.1) has classes only as text: `class htb 1:10 parent 1:1 leaf 20: prio 3 ... rate 1Mbit`. */
test.skipIf(!able)("classes are those of tc", async () => {
  await using ns = await veths();
  await tc(ns, ...SETUP);
  const ours = await show(ns, "class");
  const theirs = (await ns.run("tc", "-d", "class", "show", "dev", "v0")).trim().split("\n");
  expect(ours.length).toBe(theirs.length);
  for (const line of theirs) {
    const words = line.trim().split(/\s+/);
    const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
    const our = ours.find(({ handle }) => handle === words[2])!;
    expect(our).toMatchObject({ class: words[1], handle: words[2], dev: "v0" });
    expect(our.root === true ? "root" : our.parent).toBe(words.includes("root") ? "root" : after("parent"));
    if (our.class !== "htb") continue;
    expect(our.leaf).toBe(after("leaf") && `0x${after("leaf")!.slice(0, -1)}`);
    for (const key of ["prio", "quantum", "overhead", "level"] as const)
      expect([key, our[key]?.toString()]).toEqual([key, after(key)]);
    expect(our.linklayer).toBe(after("linklayer"));
    for (const key of ["rate", "ceil"] as const)
      expect(`${((our[key] as number) * 8) / 1_000_000}Mbit`).toBe(after(key)!);
  }
});
