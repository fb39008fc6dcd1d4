/** Settings of address families, ids of network namespaces, statistics. */
import { describe, expect, test } from "bun:test";
import { expectEqual } from "./equal.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

async function prepared(options?: { run: boolean }): Promise<Namespace> {
  const ns = await Namespace.create(options);
  await ns.batch(["link add v0 type veth peer name v1", "link set v0 up", "link set v1 up"]);
  return ns;
}

const write = (ns: Namespace, setting: string, value: number): Promise<string> =>
  ns.run("sh", "-c", `echo ${value} > /proc/sys/net/${setting}`);

const of = ({ events }: Monitor, object: string): Json[] =>
  events.filter(({ event }) => String(event).startsWith(`${object}.`));

describe("netconf", () => {
  test("as ip shows it", async () => {
    await using ns = await prepared();
    await write(ns, "ipv4/conf/v0/rp_filter", 2);
    await write(ns, "ipv6/conf/v0/forwarding", 1);
    await expectEqual(ns, "ip -j netconf", "netconf");
  });

  test("a notification has one setting; the others stay as they were", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "netconf").ready();
    await write(ns, "ipv4/conf/v0/rp_filter", 1);
    await write(ns, "ipv4/conf/v0/rp_filter", 2);
    await nlmon.until((monitor) => of(monitor, "netconf").length === 2, "netconf");
    const [first, second] = of(nlmon, "netconf");
    expect(first!.changed).toEqual({ rp_filter: ["off", "strict"] });
    expect(second).toMatchObject({
      event: "netconf.changed",
      ifname: "v0",
      changed: { rp_filter: ["strict", "loose"] },
      netconf: { family: "inet", interface: "v0", forwarding: false, rp_filter: "loose", proxy_neigh: false },
    });
  });

  test("a default is given to others in silence: they are read again", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "netconf").ready();
    await write(ns, "ipv4/conf/default/proxy_arp", 1);
    await nlmon.until((monitor) => of(monitor, "netconf").length >= 3, "netconf");
    const told = of(nlmon, "netconf").map(({ origin, cause, changed, netconf }) => [
      origin,
      cause,
      (netconf as Json).interface,
      changed,
    ]);
    // lo has settings of its own.
    const proxy = { proxy_neigh: [false, true] };
    expect(told[0]).toEqual(["kernel", undefined, "default", proxy]);
    expect(told.slice(1).sort()).toEqual(
      ["v0", "v1"].map((name) => ["inferred", "netconf.changed", name, proxy]),
    );
  });

  test("comes and goes with a device", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "netconf").ready();
    await ns.ip("link del v0");
    await nlmon.until((monitor) => of(monitor, "netconf").length === 4, "netconf");
    expect(new Set(of(nlmon, "netconf").map(({ event }) => event))).toEqual(new Set(["netconf.removed"]));
  });
});

describe("nsid", () => {
  test("as ip shows it, but for the name; comes and goes", async () => {
    await using ns = await prepared({ run: true });
    await using nlmon = await ns.nlmon("-f", "json", "-o", "nsid").ready();
    await ns.ip("netns add a");
    await ns.ip("netns set a 7");
    await expectEqual(ns, "ip -j netns list-id", "nsid", (array) =>
      (array as Json[]).map(({ name: _name, ...id }) => id),
    );
    await ns.ip("netns del a");
    await nlmon.until((monitor) => of(monitor, "nsid").length === 2, "nsid");
    expect(of(nlmon, "nsid").map(({ event, nsid }) => [event, nsid])).toEqual([
      ["nsid.added", { nsid: 7 }],
      ["nsid.removed", { nsid: 7 }],
    ]);
  });
});

describe("stats", () => {
  /** ip has a row of every group for every device, also of those that are not there. */
  const said = (array: unknown[]): unknown =>
    (array as Json[])
      .filter((row) => Object.keys(row).some((key) => !/^(ifindex|ifname|group|subgroup|suite)$/.test(key)))
      .map((row) => [[row.ifindex, row.group, row.subgroup, row.suite].join(" "), row] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row);

  test("as ip shows them", async () => {
    await using ns = await prepared();
    await ns.batch(["link add br0 type bridge", "link set v0 master br0"]);
    await expectEqual(ns, "ip -j -d stats show", "stats", said);
  });

  test("hardware counters are wanted", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "stats").ready();
    await ns.ip("stats set dev v0 l3_stats on");
    await nlmon.until((monitor) => of(monitor, "stats").length === 2, "stats");
    expect(of(nlmon, "stats").map(({ event, stats }) => [event, (stats as Json).subgroup])).toEqual([
      ["stats.received", "hw_stats_info"],
      ["stats.received", "l3_stats"],
    ]);
  });
});
