/** The right events and no others, where the kernel says more, less or something else than what has changed. */
import { expect, test } from "bun:test";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const PAIR = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none",
  "link set v1 addrgenmode none",
  "link set v0 up",
  "link set v1 up",
];

/** `link.up v0`, with the address where it is about one; from the line after the last `marker` on. */
function told(nlmon: Monitor, from = 0): string[] {
  return nlmon.events.slice(from).map(({ event, ifname, address, added, removed }) => {
    const { local, prefixlen } = (address ?? {}) as Json;
    const set = [
      ...((added as string[]) ?? []).map((one) => `+${one}`),
      ...((removed as string[]) ?? []).map((one) => `-${one}`),
    ];
    return [event, ifname, ...(local === undefined ? [] : [`${local}/${prefixlen}`]), ...set].join(" ");
  });
}

/** Everything told since `from`, once what happened before has all been told: an alias given to v1 comes after it. */
async function since(ns: Namespace, nlmon: Monitor, from: number, marker = "done"): Promise<string[]> {
  await ns.run("ip", "link", "set", "v1", "alias", marker);
  await nlmon.until(
    ({ events }) => events.slice(from).some(({ link }) => (link as Json | undefined)?.ifalias === marker),
    "the marker",
  );
  return told(nlmon, from).filter((line) => line !== "link.changed v1");
}

async function watched(...options: string[]): Promise<{ ns: Namespace; nlmon: Monitor; at: () => number }> {
  const ns = await Namespace.create();
  await ns.batch(PAIR);
  const nlmon = await ns.nlmon("-f", "json", ...options).ready();
  return { ns, nlmon, at: () => nlmon.lines.length };
}

test("1,000 renewed lifetimes, as router advertisements bring them: no event", async () => {
  const { ns, nlmon, at } = await watched();
  await using _ns = ns;
  await using _nlmon = nlmon;
  await ns.ip("addr add 2001:db8::7/64 dev v0 nodad valid_lft 5000 preferred_lft 4000");
  await nlmon.event("addresses.changed", "v0");
  const from = at();
  await ns.batch(
    Array.from(
      { length: 1000 },
      (_, i) => `addr change 2001:db8::7/64 dev v0 nodad valid_lft ${5001 + i} preferred_lft ${4001 + i}`,
    ),
  );
  expect(await since(ns, nlmon, from)).toEqual([]);
});

test("a secondary address is promoted when the primary one goes", async () => {
  const { ns, nlmon, at } = await watched();
  await using _ns = ns;
  await using _nlmon = nlmon;
  await ns.run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/v0/promote_secondaries");
  await ns.batch(["addr add 192.0.2.1/24 dev v0", "addr add 192.0.2.2/24 dev v0"]);
  await nlmon.until(
    ({ lines }) => lines.some((line) => line.includes('"addresses":["192.0.2.1/24","192.0.2.2/24"]')),
    "both",
  );
  const from = at();
  await ns.ip("addr del 192.0.2.1/24 dev v0");
  await nlmon.until(
    ({ lines }) => lines.some((line) => line.includes('"removed":["192.0.2.1/24"]')),
    "the set",
  );
  expect(await since(ns, nlmon, from)).toEqual([
    "address.removed v0 192.0.2.1/24",
    "address.changed v0 192.0.2.2/24",
    "addresses.changed v0 -192.0.2.1/24",
  ]);
  const promoted = nlmon.events.findLast(({ event }) => event === "address.changed");
  expect(promoted).toMatchObject({ changed: { secondary: [true, null] } });
});

test("a link that flaps is down and up, as often", async () => {
  const { ns, nlmon, at } = await watched("-i", "v0");
  await using _ns = ns;
  await using _nlmon = nlmon;
  const from = at();
  for (let round = 0; round < 5; round++) {
    await ns.ip("link set v1 down");
    await nlmon.until(
      ({ events }) => events.slice(from).filter(({ event }) => event === "link.down").length === round + 1,
      "down",
    );
    await ns.ip("link set v1 up");
    await nlmon.until(
      ({ events }) => events.slice(from).filter(({ event }) => event === "link.up").length === round + 1,
      "up",
    );
  }
  expect(told(nlmon, from).filter((line) => /link\.(up|down)/.test(line))).toEqual(
    Array.from({ length: 5 }, () => ["link.down v0", "link.up v0"]).flat(),
  );
});

test("a rename while addresses are added: each event has the name of now, and the set is whole", async () => {
  const { ns, nlmon, at } = await watched("-o", "link,address");
  await using _ns = ns;
  await using _nlmon = nlmon;
  const from = at();
  await ns.batch([
    "addr add 192.0.2.1/32 dev v0",
    "link set v0 down",
    "link set v0 name wan0",
    "addr add 192.0.2.2/32 dev wan0",
    "link set wan0 up",
    "addr add 192.0.2.3/32 dev wan0",
  ]);
  await since(ns, nlmon, from);
  await nlmon.until(
    ({ events }) =>
      (events.findLast(({ event }) => event === "addresses.changed")?.addresses as string[])?.length === 3,
    "the whole set",
  );
  const addresses = nlmon.events.slice(from).filter(({ event }) => event === "address.added");
  expect(addresses.map(({ ifname, address }) => [ifname, (address as Json).local])).toEqual([
    ["v0", "192.0.2.1"],
    ["wan0", "192.0.2.2"],
    ["wan0", "192.0.2.3"],
  ]);
  expect(nlmon.events.findLast(({ event }) => event === "addresses.changed")).toMatchObject({
    ifname: "wan0",
    addresses: ["192.0.2.1/32", "192.0.2.2/32", "192.0.2.3/32"],
  });
});

test("an interface that comes back under its name is another one", async () => {
  const { ns, nlmon, at } = await watched("-i", "v0");
  await using _ns = ns;
  await using _nlmon = nlmon;
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await nlmon.event("addresses.changed", "v0");
  const from = at();
  await ns.ip("link del v0");
  await ns.batch([...PAIR, "addr add 192.0.2.9/24 dev v0"]);
  await nlmon.until(
    ({ events }) => events.slice(from).some(({ addresses }) => String(addresses) === "192.0.2.9/24"),
    "its address",
  );
  const events = nlmon.events.slice(from);
  const removed = events.find(({ event }) => event === "link.removed")!;
  const added = events.find(({ event }) => event === "link.added")!;
  expect(added.ifindex).not.toBe(removed.ifindex);
  expect(events.indexOf(removed)).toBeLessThan(events.indexOf(added));
  expect(told(nlmon, from).filter((line) => line.includes("/24"))).toEqual([
    "address.removed v0 192.0.2.1/24",
    "addresses.changed v0 -192.0.2.1/24",
    "address.added v0 192.0.2.9/24",
    "addresses.changed v0 +192.0.2.9/24",
  ]);
});
