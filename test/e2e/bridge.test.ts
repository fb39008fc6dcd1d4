/** What bridges and VXLANs keep: multicast databases, ports with a router, VLANs, VNIs. */
import { describe, expect, test } from "bun:test";
import { expectEqual } from "./equal.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const bridge = (ns: Namespace, words: string): Promise<string> => ns.run("bridge", ...words.split(" "));

async function prepared(): Promise<Namespace> {
  const ns = await Namespace.create();
  await ns.batch([
    "link add br0 type bridge mcast_snooping 1 mcast_igmp_version 3 mcast_mld_version 2",
    "link add w0 type veth peer name w1",
    "link set w0 master br0",
    "link set br0 up",
    "link set w0 up",
    "link set w1 up",
    "link add vx0 type vxlan external vnifilter dstport 4790",
    "link set vx0 up",
  ]);
  return ns;
}

const GROUPS = [
  "mdb add dev br0 port w0 grp 239.1.1.1 permanent",
  "mdb add dev br0 port w0 grp ff0e::1 temp",
  "mdb add dev br0 port w0 grp 01:02:03:04:05:06 permanent",
  "mdb add dev br0 port w0 grp 239.2.2.2 src 192.0.2.3",
  "mdb add dev br0 port br0 grp 239.3.3.3",
];

/** The events of one object: `added`, and what it is. */
const of = ({ events }: Monitor, object: string): [verb: string, body: Json][] =>
  events
    .filter(({ event }) => String(event).startsWith(`${object}.`))
    .map((event) => [String(event.event).slice(object.length + 1), event[object] as Json]);

describe("multicast database", () => {
  test("as bridge shows it", async () => {
    await using ns = await prepared();
    for (const words of GROUPS) await bridge(ns, words);
    await ns.ip("link set w0 type bridge_slave mcast_router 2");
    await expectEqual(ns, "bridge -j -d mdb show", "mdb");
    await expectEqual(ns, "bridge -j -d mdb show", "mdb_router", ([of]) => (of as Json).router);
  });

  test("entries and router ports come and go", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "mdb").ready();
    const groups = () => of(nlmon, "mdb").map(([verb, { grp }]) => `${verb} ${grp}`);
    for (const words of GROUPS) await bridge(ns, words);
    await bridge(ns, "mdb del dev br0 port w0 grp 239.1.1.1");
    await nlmon.until(() => groups().includes("removed 239.1.1.1"), "removed 239.1.1.1");
    // Besides, the bridge learns what its own devices listen to.
    const made = ["239.1.1.1", "ff0e::1", "01:02:03:04:05:06", "239.2.2.2", "239.3.3.3"];
    expect(groups().filter((group) => made.some((one) => group === `added ${one}`))).toEqual(
      made.map((group) => `added ${group}`),
    );
    expect(of(nlmon, "mdb").find(([, { grp }]) => grp === "239.2.2.2")?.[1]).toEqual({
      index: expect.any(Number),
      dev: "br0",
      port: "w0",
      grp: "239.2.2.2",
      src: "192.0.2.3",
      state: "temp",
      filter_mode: "include",
      protocol: "static",
      flags: [],
    });
    await ns.ip("link set w0 type bridge_slave mcast_router 2");
    await ns.ip("link set w0 type bridge_slave mcast_router 0");
    await nlmon.until((monitor) => of(monitor, "mdb_router").length === 2, "mdb_router");
    expect(of(nlmon, "mdb_router")).toEqual([
      ["added", { dev: "br0", port: "w0" }],
      ["removed", { dev: "br0", port: "w0" }],
    ]);
  });
});

describe("VNIs", () => {
  test("as bridge shows them, ranges and all", async () => {
    await using ns = await prepared();
    for (const vnis of ["100-110", "112", "200-201 remote 198.51.100.9", "202 remote 198.51.100.9"])
      await bridge(ns, `vni add vni ${vnis} dev vx0`);
    await expectEqual(ns, "bridge -j vni show", "tunnel");
  });

  test("one by one", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "tunnel").ready();
    await bridge(ns, "vni add vni 100-102 dev vx0");
    await bridge(ns, "vni add vni 101 remote 198.51.100.9 dev vx0");
    await bridge(ns, "vni delete vni 100 dev vx0");
    await nlmon.until((monitor) => of(monitor, "tunnel").length === 5, "tunnel");
    expect(of(nlmon, "tunnel")).toEqual([
      ["added", { vni: 100 }],
      ["added", { vni: 101 }],
      ["added", { vni: 102 }],
      ["changed", { vni: 101, remote: "198.51.100.9" }],
      ["removed", { vni: 100 }],
    ]);
  });
});

/** A kernel without CONFIG_BRIDGE_VLAN_FILTERING does not make such a bridge. */
async function filtering(ns: Namespace): Promise<boolean> {
  try {
    await ns.batch(["link set br0 type bridge vlan_filtering 1 mcast_vlan_snooping 1"]);
    return true;
  } catch (error) {
    if (!/not supported/.test(String(error))) throw error;
    console.log("bridge: this kernel does not filter VLANs; recorded messages stand for them");
    return false;
  }
}

describe("VLANs", () => {
  const VLANS = [
    "vlan add vid 10-20 dev w0",
    "vlan add vid 30 dev w0 pvid untagged",
    "vlan add vid 10 dev br0 self",
    "vlan global set vid 10 dev br0 mcast_querier 1",
  ];

  test("as bridge shows them", async () => {
    await using ns = await prepared();
    if (!(await filtering(ns))) return;
    for (const words of VLANS) await bridge(ns, words);
    await expectEqual(ns, "bridge -j -d vlan show", "vlan");
    await expectEqual(ns, "bridge -j vlan global show", "vlan_global");
  });

  test("one by one; where there are none, that is no error", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "vlan,vlan_global").ready();
    if (!(await filtering(ns))) return;
    for (const words of VLANS) await bridge(ns, words);
    await bridge(ns, "vlan del vid 12 dev w0");
    await nlmon.until((monitor) => of(monitor, "vlan").some(([verb]) => verb === "removed"), "vlan.removed");
    expect(of(nlmon, "vlan").filter(([verb, { vlan }]) => verb === "removed" && vlan === 12)).toHaveLength(1);
  });
});
