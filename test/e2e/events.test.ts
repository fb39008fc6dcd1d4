import { expect, test } from "bun:test";
import { accessSync, constants } from "node:fs";
import { additions, compare, fold } from "./fold.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const names = (monitor: Monitor, ifname: string): unknown[] =>
  monitor.events.filter((event) => event.ifname === ifname).map((event) => event.event);

/** Whether this user may make tun devices. */
const TUN = (() => {
  try {
    accessSync("/dev/net/tun", constants.R_OK | constants.W_OK);
    return true;
  } catch {
    if (process.env.NLMON_REQUIRE_ALL === "1") throw new Error("/dev/net/tun cannot be opened");
    console.log("/dev/net/tun cannot be opened: a veth stands in for the tun device");
    return false;
  }
})();

/** Addresses that nobody has to wait for. */
const PAIR = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none",
  "link set v1 addrgenmode none",
  "link set v0 up",
  "link set v1 up",
];

test("links and addresses, key by key as ip -j -d has them", async () => {
  await using ns = await Namespace.create();
  await using nlmon = await ns.nlmon("-f", "json", "-s").ready();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link add br0 type bridge",
    "link set v1 master br0",
    "link set br0 up",
    "link set v1 up",
    "link set v0 up",
    ...(TUN ? ["tuntap add dev tun0 mode tun user root"] : ["link add tun0 type veth peer name tun1"]),
    "link set tun0 up",
    "link property add dev v0 altname an-other-name",
    'link set v0 alias "an alias"',
    "addr add 192.0.2.1/24 brd + dev v0",
    "addr add 192.0.2.2/24 dev v0 label v0:second",
    "addr add 198.51.100.1 peer 198.51.100.2/32 dev tun0",
    "addr add 2001:db8::1 peer 2001:db8::2/64 dev tun0 nodad",
    "addr add 2001:db8:1::1/64 dev v0 nodad valid_lft 3000 preferred_lft 1000",
    "addr add 2001:db8:1::2/64 dev v0 nodad metric 300",
  ]);
  // Duplicate address detection of the link-local addresses ends, and the port forwards.
  const settled = (event: Json) => {
    const { links, addresses } = fold(nlmon.events);
    const local = [...addresses.values()].filter(
      ({ scope, family }) => scope === "link" && family === "inet6",
    );
    return event && local.length >= 3 && local.every(({ usable }) => usable) && links.size === (TUN ? 5 : 6);
  };
  await nlmon.until((monitor) => settled(monitor.events.at(-1) ?? {}), "link-local addresses");
  await nlmon.until(
    () => JSON.stringify([...fold(nlmon.events).links.values()]).includes('"forwarding"'),
    "forwarding",
  );
  expect(await compare(ns, nlmon.events)).toEqual([]);

  const { links } = fold(nlmon.events);
  const extra = new Set<string>();
  for (const link of await ns.json("-d link show"))
    for (const key of additions(link, links.get(link.ifindex as number)!)) extra.add(key);
  // Fields newer than the oldest ip that this is tested with; nothing that ip does not know at all.
  const newer = ["netns-immutable", "gso_ipv4_max_size", "gro_ipv4_max_size", "linkinfo.info_slave_data.mab"];
  for (const key of extra) expect(newer.includes(key) || key.startsWith("linkinfo.info_")).toBe(true);
});

test("a veth comes up, gets an address, is renamed, and goes", async () => {
  await using ns = await Namespace.create();
  await using nlmon = await ns.nlmon("-f", "json").ready();
  await ns.batch(PAIR);
  await nlmon.event("link.up", "v0");
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await nlmon.event("addresses.changed", "v0");
  await ns.ip("link set v0 name wan0");
  await nlmon.event("address.changed", "wan0");
  await ns.ip("link set wan0 mtu 1400");
  await ns.ip("link set wan0 down");
  await nlmon.event("link.down", "wan0");
  await ns.ip("link del wan0");
  const removed = await nlmon.event("link.removed", "wan0");

  expect(removed.link).toMatchObject({ ifname: "wan0", mtu: 1400, linkinfo: { info_kind: "veth" } });
  expect(await nlmon.event("link.renamed", "wan0")).toMatchObject({ changed: { ifname: ["v0", "wan0"] } });
  expect(await nlmon.event("address.changed", "wan0")).toMatchObject({ changed: { label: ["v0", "wan0"] } });
  expect(await nlmon.event("addresses.changed", "v0")).toMatchObject({
    family: "inet",
    addresses: ["192.0.2.1/24"],
    added: ["192.0.2.1/24"],
    removed: [],
  });
  // The peer shows the other end under its new name; the kernel said nothing of it.
  const peer = nlmon.events.find((event) => event.cause === "link.renamed");
  expect(peer).toMatchObject({ ifname: "v1", origin: "inferred", changed: { link: ["v0", "wan0"] } });
  expect(nlmon.events.find((e) => (e.changed as Json | undefined)?.mtu)).toMatchObject({
    event: "link.changed",
    changed: { mtu: [1500, 1400] },
  });
  expect(names(nlmon, "wan0").filter((name) => String(name).startsWith("address"))).toEqual([
    "address.changed",
    "address.removed",
    "addresses.changed",
  ]);
  expect(nlmon.events.map((event) => event.seq)).toEqual(nlmon.events.map((_, i) => i + 1));
  expect(await nlmon.end()).toMatchObject({ code: 0 });
});

test("the end that veth tells too early is put right", async () => {
  await using ns = await Namespace.create();
  await using nlmon = await ns.nlmon("-f", "json", "-s").ready();
  await ns.ip("link add v0 type veth peer name v1");
  await nlmon.until(({ events }) => fold(events).links.size === 3 && events.length > 4, "both ends");
  await nlmon.until(({ events }) => (fold(events).links.get(2)?.link ?? null) !== null, "the peer's name");
  expect(await compare(ns, nlmon.events)).toEqual([]);
});

test("an IPv6 address is tentative, then usable; a duplicate fails", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  await using nlmon = await ns.nlmon("-f", "json", "-i", "v0", "-6").ready();
  await ns.ip("addr add 2001:db8::1/64 dev v0");
  const added = await nlmon.event("address.added", "v0");
  expect(added.address).toMatchObject({ local: "2001:db8::1", tentative: true, usable: false });
  expect(await nlmon.event("address.usable", "v0")).toMatchObject({
    changed: { tentative: [true, null], usable: [false, true] },
  });
  await nlmon.event("addresses.changed", "v0");
  expect(names(nlmon, "v0")).toEqual(["address.added", "address.usable", "addresses.changed"]);
  // The other end already has it.
  await ns.ip("addr add 2001:db8::2/64 dev v1 nodad");
  await ns.ip("addr add 2001:db8::2/64 dev v0");
  const failed = await nlmon.event("address.failed", "v0");
  expect(failed.address).toMatchObject({ local: "2001:db8::2", dadfailed: true, usable: false });
});

test("deprecation, refreshed lifetimes and secondary addresses", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  await using nlmon = await ns.nlmon("-f", "json", "-a", "-o", "address").ready();
  const settled = (count: number) =>
    nlmon.until(
      ({ events }) => events.filter(({ event }) => event === "addresses.changed").length === count,
      `${count} changes of the usable set`,
    );
  await ns.ip("addr add 2001:db8::1/64 dev v0 nodad valid_lft 3000 preferred_lft 2000");
  await settled(1);
  await ns.ip("addr change 2001:db8::1/64 dev v0 nodad valid_lft 4000 preferred_lft 3000");
  await nlmon.event("address.refreshed");
  await ns.ip("addr change 2001:db8::1/64 dev v0 nodad valid_lft 4000 preferred_lft 0");
  expect(await nlmon.event("address.deprecated")).toMatchObject({
    address: { deprecated: true, usable: false },
    changed: { deprecated: [null, true], usable: [true, false] },
  });
  await settled(2);
  await ns.ip("addr change 2001:db8::1/64 dev v0 nodad valid_lft 4000 preferred_lft 3000");
  await settled(3);
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await settled(4);
  await ns.ip("addr add 192.0.2.2/24 dev v0");
  await settled(5);
  expect(nlmon.events.some(({ address }) => (address as Json | undefined)?.secondary)).toBe(true);
  expect(names(nlmon, "v0")).toEqual([
    "address.added",
    "addresses.changed",
    "address.refreshed",
    "address.deprecated",
    "addresses.changed",
    "address.usable",
    "addresses.changed",
    "address.added",
    "addresses.changed",
    "address.added",
    "addresses.changed",
  ]);
});

test("by: the process that asked for the change, while it lives", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  await using nlmon = await ns.nlmon("-f", "json", "-o", "address").ready();
  await using text = ns.nlmon("-v", "-o", "address");
  await text.until(({ stderr }) => stderr.includes("watching"), "the start");
  // ip reads on: it is there when nlmon looks.
  const ip = ns.spawn(["ip", "-batch", "-"]);
  ip.stdin.write("addr add 192.0.2.1/24 dev v0\n");
  await ip.stdin.flush();
  const added = await nlmon.event("address.added");
  expect(added.by).toEqual({ pid: ip.pid, comm: "ip" });
  await text.until(({ lines }) => lines.some((line) => line.endsWith(`  by ip[${ip.pid}]`)), "by in text");
  expect((await nlmon.event("addresses.changed")).by).toBeUndefined();
  ip.stdin.end();
  await ip.exited;
});

test("--snapshot: what is there, once, as ip has it; then monitor.ready", async () => {
  await using ns = await Namespace.create();
  await ns.batch([...PAIR, "addr add 192.0.2.1/24 dev v0"]);
  await using nlmon = await ns.nlmon("-f", "json", "--snapshot").ready();
  expect(nlmon.events.map((event) => event.event)).toEqual([
    "link.exists",
    "link.exists",
    "link.exists",
    "address.exists",
    "address.exists",
    "address.exists",
    "monitor.ready",
  ]);
  expect(nlmon.events.every((event) => event.origin === "snapshot")).toBe(true);
  expect(await compare(ns, nlmon.events)).toEqual([]);
});

test("--snapshot under churn: no gap, no duplicate", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  const add: string[] = [];
  for (let i = 0; i < 1500; i++) {
    add.push(`addr add 10.0.${i >> 8}.${i & 255}/32 dev v0`);
    if (i % 3 === 0) add.push(`addr del 10.0.${i >> 8}.${i & 255}/32 dev v0`);
  }
  const churn = ns.batch(add);
  await using nlmon = await ns.nlmon("-f", "json", "-s").ready();
  await churn;
  await ns.ip("link set v0 alias done");
  await nlmon.until(
    ({ lines }) => lines.some((line) => line.includes('"alias"') || line.includes('"ifalias":[')),
    "done",
  );
  expect(await compare(ns, nlmon.events)).toEqual([]);
  // An address is added (or found) once unless it was removed in between.
  const there = new Set<string>();
  for (const { event, address } of nlmon.events) {
    const { local } = (address ?? {}) as Json;
    if (event === "address.added" || event === "address.exists") {
      expect(there.has(String(local))).toBe(false);
      there.add(String(local));
    } else if (event === "address.removed") expect(there.delete(String(local))).toBe(true);
  }
});

test("--on, --interface, --family and --scope choose", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  await using on = await ns
    .nlmon("-f", "json", "--on", "monitor.ready,link.down", "--on", "address.added")
    .ready();
  await using not1 = await ns.nlmon("-f", "json", "-i", "v*", "-i", "!v1").ready();
  await using v4 = await ns.nlmon("-f", "json", "-4", "-o", "address").ready();
  await using host = await ns.nlmon("-f", "json", "--scope", "link,host", "-o", "address").ready();
  await ns.batch([
    "addr add 192.0.2.1/24 dev v0",
    "addr add 2001:db8::1/64 dev v1 nodad",
    "addr add 169.254.1.1/16 scope link dev v1",
    "link set v0 down",
  ]);
  for (const monitor of [on, not1]) await monitor.event("link.down", "v0");
  await v4.event("address.added", "v1");
  await host.event("address.added", "v1");
  expect(new Set(on.events.map((event) => event.event))).toEqual(
    new Set(["monitor.ready", "link.down", "address.added"]),
  );
  expect(new Set(not1.events.slice(1).map((event) => event.ifname))).toEqual(new Set(["v0"]));
  expect(
    v4.events.slice(1).every(({ address, family }) => ((address as Json)?.family ?? family) === "inet"),
  ).toBe(true);
  expect(host.events.filter((e) => e.address).map((e) => (e.address as Json).local)).toEqual(["169.254.1.1"]);
});

test("--scope holds for the usable sets, and an alternative name is a name", async () => {
  await using ns = await Namespace.create();
  await ns.batch([...PAIR, "link property add dev v0 altname the-other-name"]);
  await using scoped = await ns.nlmon("-f", "json", "--scope", "global", "-o", "address").ready();
  await using named = await ns.nlmon("-f", "json", "-i", "the-other-*").ready();
  await ns.ip("addr add fe80::1/64 dev v0 nodad");
  // The kernel says nothing of an IPv6 address that is gone before duplicate address detection would have begun.
  await named.event("address.added", "v0");
  await ns.batch([
    "addr add 2001:db8::1/64 dev v0 nodad",
    "addr del fe80::1/64 dev v0",
    "addr add 192.0.2.1/24 dev v1",
  ]);
  for (const ifname of ["v0", "v1"]) await scoped.event("addresses.changed", ifname);
  const sets = scoped.events.filter(({ event }) => event === "addresses.changed");
  expect(sets.map(({ addresses }) => String(addresses)).sort()).toEqual(["192.0.2.1/24", "2001:db8::1/64"]);
  await named.until(({ events }) => events.some(({ event }) => event === "address.removed"), "the removal");
  expect(new Set(named.events.slice(1).map(({ ifname }) => ifname))).toEqual(new Set(["v0"]));
});

test("an interface filter follows a rename", async () => {
  await using ns = await Namespace.create();
  await ns.batch(PAIR);
  await using nlmon = await ns.nlmon("-f", "json", "-i", "v0").ready();
  await ns.ip("link set v0 down");
  await ns.ip("link set v0 name wan0");
  await nlmon.event("link.renamed", "wan0");
  await ns.ip("link set wan0 mtu 1400");
  await ns.ip("link set wan0 name v0");
  await nlmon.event("link.renamed", "v0");
  expect(nlmon.events.some((event) => (event.changed as Json | undefined)?.mtu)).toBe(false);
});

test("hostile names and aliases harm neither text nor JSON", async () => {
  await using ns = await Namespace.create();
  await using json = await ns.nlmon("-f", "json").ready();
  await using text = ns.nlmon("-s");
  await text.until(({ lines }) => lines.some((line) => line.includes("state found")), "snapshot");
  // As printf(1) writes them: $(x), quotes, ESC, a C1 control in UTF-8, bytes that are no UTF-8, right-to-left.
  const hostile = [
    "$(x)",
    "\"'\\\\q",
    "a\\033[31mred",
    "b\\302\\2332Jc",
    "d\\377\\376e",
    "f\\342\\200\\256g",
  ];
  for (const [i, name] of hostile.entries())
    await ns.run("sh", "-c", `ip link add name "$(printf '%b' "$1")" type veth peer name p${i}`, "sh", name);
  await ns.run("sh", "-c", `ip link set p0 up; ip link set p0 alias "$(printf 'x\\033]0;t\\007\\n\\042{')"`);
  for (const monitor of [json, text])
    await monitor.until(({ lines }) => lines.some((line) => line.includes("alias")), "the alias");

  const shown = json.events
    .filter(({ event }) => event === "link.added")
    .map(({ ifindex, ifname }) => [ifindex, ifname]);
  expect(shown.length).toBe(2 * hostile.length);
  expect(shown.map(([, ifname]) => ifname)).toEqual(
    expect.arrayContaining(["$(x)", "\"'\\q", "a\x1b[31mred", "b\u009b2Jc", "d\\xff\\xfee", "f\u202eg"]),
  );
  // Nothing that a terminal obeys, in either format.
  for (const line of [...json.lines, ...text.lines]) expect(line).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e]/);
  expect(text.lines.join("\n")).toContain("a\\x1b[31mred");
  expect(text.lines.join("\n")).toContain("f\\u202eg");
});
