/** ARP, NDP, proxies; forwarding entries of a bridge and of VXLANs. */
import { describe, expect, test } from "bun:test";
import { expectEqual } from "./equal.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

async function prepared(): Promise<Namespace> {
  const ns = await Namespace.create();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link add w0 type veth peer name w1",
    "link set v0 up",
    "link set v1 up",
    "addr add 192.0.2.1/24 dev v0",
    "addr add 2001:db8::1/64 dev v0 nodad",
    "link add br0 type bridge",
    "link set w0 master br0",
    "link set br0 up",
    "link set w0 up",
    "link add vx0 type vxlan id 5 dstport 4789",
    "link set vx0 up",
  ]);
  return ns;
}

const NEIGHBOURS = [
  "neigh add 192.0.2.5 lladdr 02:00:00:00:00:05 dev v0 nud permanent",
  "neigh add 192.0.2.6 lladdr 02:00:00:00:00:06 dev v0 nud stale protocol static",
  "neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0 nud stale extern_learn",
  "neigh add 192.0.2.8 lladdr 02:00:00:00:00:08 dev v0 nud noarp",
  "neigh add 2001:db8::5 lladdr 02:00:00:00:00:05 dev v0 router nud stale",
  "neigh add 192.0.2.9 dev v0 managed",
  "neigh add proxy 192.0.2.10 dev v0",
  "neigh add proxy 2001:db8::10 dev v0 router",
];

const ENTRIES = [
  "fdb add 02:00:00:00:01:01 dev w0 master static",
  "fdb add 02:00:00:00:01:02 dev w0 master dynamic extern_learn",
  "fdb add 02:00:00:00:01:03 dev w0 master sticky static",
  "fdb add 02:00:00:00:01:04 dev w0 self",
  "fdb append 00:00:00:00:00:00 dev vx0 dst 198.51.100.1",
  "fdb append 00:00:00:00:00:00 dev vx0 dst 198.51.100.2 port 1234 vni 77 via v0",
  "fdb add 02:00:00:00:02:01 dev vx0 dst 198.51.100.3",
];

const bridge = (ns: Namespace, words: string): Promise<string> => ns.run("bridge", ...words.split(" "));

const of = ({ events }: Monitor, address: string): Json[] =>
  events.filter(({ neighbour }) => {
    const { dst, mac } = (neighbour ?? {}) as Json;
    return dst === address || mac === address;
  });

/** The verbs of a neighbour's events: `added`. */
const verbs = (nlmon: Monitor, address: string): string[] =>
  of(nlmon, address).map(({ event }) => String(event).slice("neighbour.".length));

test("shown as ip and bridge show them", async () => {
  await using ns = await prepared();
  await ns.batch(NEIGHBOURS);
  for (const words of ENTRIES) await bridge(ns, words);
  await expectEqual(ns, "ip -j -d neigh show", "neighbour");
  await expectEqual(ns, "ip -j -d -4 neigh show", "neighbour -4");
  await expectEqual(ns, "bridge -j -d fdb show", "neighbour --family bridge");
});

test("the snapshot has proxies as well", async () => {
  await using ns = await prepared();
  await ns.batch(NEIGHBOURS);
  await using nlmon = await ns.nlmon("-f", "json", "-s", "-o", "neighbour").ready();
  expect(of(nlmon, "192.0.2.10").map(({ neighbour }) => neighbour)).toEqual([
    { family: "inet", dst: "192.0.2.10", dev: "v0", proxy: true },
  ]);
  expect(of(nlmon, "2001:db8::10").map(({ neighbour }) => neighbour)).toEqual([
    { family: "inet6", dst: "2001:db8::10", dev: "v0", router: true, proxy: true },
  ]);
  expect(of(nlmon, "192.0.2.5").map(({ event, ifname, neighbour }) => [event, ifname, neighbour])).toEqual([
    [
      "neighbour.exists",
      "v0",
      { family: "inet", dst: "192.0.2.5", dev: "v0", lladdr: "02:00:00:00:00:05", state: ["PERMANENT"] },
    ],
  ]);
});

describe("events", () => {
  test("what is a change, and what only a refresh", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-a", "-o", "neighbour").ready();
    const next = async (words: string, verb: string) => {
      const count = verbs(nlmon, "192.0.2.5").length;
      await ns.ip(`neigh ${words}`);
      await nlmon.until((monitor) => verbs(monitor, "192.0.2.5").length > count, words);
      expect([words, verbs(nlmon, "192.0.2.5")[count]]).toEqual([words, verb]);
      return of(nlmon, "192.0.2.5")[count]!;
    };
    await next("add 192.0.2.5 lladdr 02:00:00:00:00:05 dev v0 nud reachable", "added");
    const stale = await next("replace 192.0.2.5 lladdr 02:00:00:00:00:05 dev v0 nud stale", "refreshed");
    expect(stale.changed).toEqual({ state: [["REACHABLE"], ["STALE"]] });
    await next("replace 192.0.2.5 lladdr 02:00:00:00:00:05 dev v0 nud reachable", "refreshed");
    const other = await next("replace 192.0.2.5 lladdr 02:00:00:00:00:15 dev v0 nud reachable", "changed");
    expect(other.changed).toEqual({ lladdr: ["02:00:00:00:00:05", "02:00:00:00:00:15"] });
    const permanent = await next(
      "replace 192.0.2.5 lladdr 02:00:00:00:00:15 dev v0 nud permanent",
      "changed",
    );
    expect(permanent.changed).toEqual({ state: [["REACHABLE"], ["PERMANENT"]] });
    await next("replace 192.0.2.5 lladdr 02:00:00:00:00:15 dev v0 nud stale", "changed");
    // The kernel says first that it has failed, then that it is gone.
    await ns.ip("neigh del 192.0.2.5 dev v0");
    await nlmon.until((monitor) => verbs(monitor, "192.0.2.5").includes("removed"), "removed");
    expect(verbs(nlmon, "192.0.2.5").slice(-2)).toEqual(["changed", "removed"]);
  });

  test("nobody answers", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "neighbour").ready();
    await ns.run("sh", "-c", "echo 100 > /proc/sys/net/ipv4/neigh/v0/retrans_time_ms");
    await ns.ip("neigh add 192.0.2.77 dev v0 nud incomplete managed");
    await nlmon.until((monitor) => of(monitor, "192.0.2.77").length > 0, "192.0.2.77");
    const [event] = of(nlmon, "192.0.2.77");
    expect(event).toMatchObject({
      event: "neighbour.added",
      neighbour: { state: ["FAILED"], managed: true },
    });
  });

  test("a bridge's entry moves with its host, and changes no more than its port", async () => {
    await using ns = await prepared();
    await ns.batch(["link add x0 type veth peer name x1", "link set x0 master br0", "link set x0 up"]);
    await using nlmon = await ns.nlmon("-f", "json", "-o", "neighbour").ready();
    const mac = "02:00:00:00:01:01";
    await bridge(ns, `fdb replace ${mac} dev w0 master static`);
    await bridge(ns, `fdb replace ${mac} dev x0 master static`);
    await nlmon.until((monitor) => of(monitor, mac).length === 2, mac);
    expect(verbs(nlmon, mac)).toEqual(["added", "changed"]);
    expect(of(nlmon, mac)[1]).toMatchObject({ ifname: "x0", changed: { ifname: ["w0", "x0"] } });
    await ns.ip("link del x0");
    await nlmon.until((monitor) => verbs(monitor, mac).length === 3, mac);
    expect(verbs(nlmon, mac)).toEqual(["added", "changed", "removed"]);
  });

  test("an address for many has several destinations, one for one host has one", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "neighbour").ready();
    for (const words of ENTRIES.slice(4)) await bridge(ns, words);
    await bridge(ns, "fdb replace 02:00:00:00:02:01 dev vx0 dst 198.51.100.4");
    await bridge(ns, "fdb del 00:00:00:00:00:00 dev vx0 dst 198.51.100.1");
    await nlmon.until((monitor) => verbs(monitor, "00:00:00:00:00:00").includes("removed"), "removed");
    expect(verbs(nlmon, "00:00:00:00:00:00")).toEqual(["added", "added", "removed"]);
    expect(verbs(nlmon, "02:00:00:00:02:01")).toEqual(["added", "changed"]);
    expect(of(nlmon, "02:00:00:00:02:01")[1]!.changed).toEqual({ dst: ["198.51.100.3", "198.51.100.4"] });
  });

  test("they go with their device, and bear its name of now", async () => {
    await using ns = await prepared();
    await ns.batch(NEIGHBOURS);
    await using nlmon = await ns.nlmon("-f", "json", "-o", "neighbour").ready();
    await ns.batch(["link set v0 name eth9", "link del eth9"]);
    for (const address of ["192.0.2.5", "2001:db8::5", "192.0.2.10", "2001:db8::10"]) {
      await nlmon.until((monitor) => verbs(monitor, address).includes("removed"), address);
      expect(of(nlmon, address).at(-1)).toMatchObject({ ifname: "eth9", neighbour: { dev: "eth9" } });
    }
  });

  test("a nexthop takes its entries with it in silence", async () => {
    await using ns = await prepared();
    await ns.batch(["nexthop add id 1 via 198.51.100.1 fdb", "nexthop add id 10 group 1 fdb"]);
    await bridge(ns, "fdb add 02:00:00:00:02:03 dev vx0 nhid 10");
    await using nlmon = await ns.nlmon("-f", "json", "-o", "neighbour,nexthop").ready();
    await ns.ip("nexthop del id 10");
    await nlmon.until((monitor) => of(monitor, "02:00:00:00:02:03").length > 0, "02:00:00:00:02:03");
    expect(of(nlmon, "02:00:00:00:02:03")).toEqual([
      expect.objectContaining({ event: "neighbour.removed", origin: "inferred", cause: "nexthop.removed" }),
    ]);
  });

  test("the kernel asks programs where to send to", async () => {
    await using ns = await Namespace.create();
    await ns.batch([
      "link add vx0 type vxlan id 5 dstport 4789 l2miss nolearning",
      "link set vx0 up",
      "addr add 192.0.2.1/24 dev vx0",
      "neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev vx0",
    ]);
    await using nlmon = await ns.nlmon("-f", "json", "-o", "neighbour_miss").ready();
    await ns.run("bash", "-c", "echo > /dev/udp/192.0.2.2/9");
    const missed = ({ events }: Monitor) =>
      events.find((event) => (event.neighbour_miss as Json | undefined)?.lladdr === "02:00:00:00:00:02");
    await nlmon.until((monitor) => missed(monitor) !== undefined, "neighbour_miss");
    expect(missed(nlmon)).toMatchObject({ event: "neighbour_miss.received", ifname: "vx0" });
  });

  test("in words", async () => {
    await using ns = await prepared();
    await using nlmon = ns.nlmon("-o", "neighbour", "-s");
    await nlmon.until((monitor) => monitor.lines.some((line) => line.includes("what follows")), "ready");
    await ns.ip("neigh add 192.0.2.5 lladdr 02:00:00:00:00:05 dev v0 nud permanent");
    await bridge(ns, "fdb add 02:00:00:00:01:01 dev w0 master static");
    const said = (text: string) =>
      nlmon.until((monitor) => monitor.lines.some((line) => line.includes(text)), text);
    await said("+ neigh v0   192.0.2.5 lladdr 02:00:00:00:00:05 PERMANENT");
    await said("+ neigh w0   02:00:00:00:01:01 master br0 static");
  });
});
