/** The schema that nlmon prints, against what it prints. */
import { expect, test } from "bun:test";
import { Ajv, type ValidateFunction } from "ajv";
import { generateSchema } from "../../src/cli/schema/generate.ts";
import { OBJECT_NAMES } from "../../src/rtnetlink/objects.ts";
import { BINARY, Namespace } from "./namespace.ts";

interface Schema {
  $schema: string;
  definitions: Record<string, { properties?: Record<string, { description?: string }> }>;
}

/** What is wrong with these lines, each fault once. */
function faults(validate: ValidateFunction<unknown>, lines: readonly string[]): string[] {
  const found = new Set<string>();
  for (const line of lines) {
    const value: unknown = JSON.parse(line);
    if (validate(value)) continue;
    const { event } = value as { event: string };
    const [object] = event.split(".");
    for (const { instancePath, message, params } of validate.errors ?? [])
      if (instancePath.startsWith(`/${object}`) || instancePath.startsWith("/changed"))
        found.add(`${event}: ${instancePath} ${message} ${JSON.stringify(params)}`);
    if (found.size === 0) found.add(`${event}: ${JSON.stringify(validate.errors).slice(0, 500)}`);
  }
  return [...found];
}

/** Not every kernel has everything. */
const tolerant = (ns: Namespace, ...command: string[]): Promise<unknown> =>
  ns.run(...command).catch(() => {});

/** Something of most objects, made, changed and removed. */
const CHANGES = [
  "ip link add v0 type veth peer name v1",
  "ip link add br0 type bridge",
  "ip link add vx0 type vxlan id 7 dstport 4789 local 192.0.2.1",
  "ip link set v1 master br0",
  "ip link set v1 up",
  "ip link set v0 up",
  "ip link set br0 up",
  "ip addr add 192.0.2.1/24 dev v0",
  "ip addr add 2001:db8::1/64 dev v0",
  "ip neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev v0",
  "ip nexthop add id 1 via 192.0.2.2 dev v0",
  "ip nexthop add id 2 group 1",
  "ip route add 198.51.100.0/24 via 192.0.2.2 metric 7 mtu 1400",
  "ip route add 203.0.113.0/24 nexthop via 192.0.2.2 weight 2 nexthop via 192.0.2.3",
  "ip route add 2001:db8:1::/48 via 2001:db8::2 dev v0",
  "ip route add 10.9.0.0/16 nhid 2",
  "ip rule add from 192.0.2.0/24 iif v0 fwmark 1/3 table 100",
  "ip link set v0 alias x mtu 1400",
  "ip maddr add 33:33:00:00:00:07 dev v0",
  "tc qdisc add dev v0 root handle 1: htb default 1",
  "tc qdisc add dev v0 root handle 1: prio",
  "tc class add dev v0 parent 1: classid 1:1 htb rate 1mbit",
  "tc filter add dev v0 parent 1: protocol ip u32 match ip dst 192.0.2.7/32 flowid 1:1",
  "bridge fdb add 02:00:00:00:00:77 dev v1 master static",
  "bridge vlan add dev v1 vid 7",
];

test("every line of -f json fits the schema, and has no key that the schema does not have", async () => {
  await using ns = await Namespace.create();
  await using nlmon = await ns.nlmon("-s", "-a", "-v", "-o", "all", "-f", "json").ready();
  for (const command of CHANGES) await tolerant(ns, ...command.split(" "));
  await ns.ip("link del v0");
  await ns.ip("addr add 192.0.2.255/32 dev lo");
  await nlmon.until(({ lines }) => lines.some((line) => line.includes("192.0.2.255")), "the last address");
  await nlmon.end();
  const objects = new Set(nlmon.events.map(({ event }) => String(event).split(".")[0]));
  for (const object of [
    "link",
    "address",
    "neighbour",
    "netconf",
    "route",
    "rule",
    "nexthop",
    "qdisc",
    "class",
    "filter",
  ])
    expect([...objects]).toContain(object);

  const printed = JSON.parse(await ns.run(BINARY, "schema")) as Schema;
  const ajv = new Ajv({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false });
  expect(faults(ajv.compile(printed), nlmon.lines)).toEqual([]);
  const exact = new Ajv({ strict: false }).compile(generateSchema(true));
  // What is of a kind of class, filter or action stands beside its other keys, and is not in their types.
  const known = faults(exact, nlmon.lines).filter(
    (fault) => !/ \/(class|filter|action) must NOT/.test(fault),
  );
  expect(known).toEqual([]);

  // And what is wrong does not fit.
  const validate = ajv.compile(printed);
  const good = JSON.parse(nlmon.lines.find((line) => line.includes('"link.up"'))!) as Record<string, unknown>;
  expect(validate(good)).toBe(true);
  for (const wrong of [
    { time: "now" },
    { seq: 0 },
    { event: "link.nosuch" },
    { origin: "nowhere" },
    { link: undefined },
  ])
    expect(validate(JSON.parse(JSON.stringify({ ...good, ...wrong })))).toBe(false);
}, 60_000);

test("the schema has every object, with what its keys mean", async () => {
  await using ns = await Namespace.create();
  const { $schema, definitions } = JSON.parse(await ns.run(BINARY, "schema")) as Schema;
  expect($schema).toBe("http://json-schema.org/draft-07/schema#");
  expect(Object.keys(definitions).sort()).toEqual([...OBJECT_NAMES].sort());
  expect(definitions.address?.properties?.address?.description).toContain("peer");
});
