/**
 * Links of every kind that this kernel can make, each with several options: nlmon has the values of
 * `ip -j -d link`. Not here: tunnels whose module puts a device of its own into every network namespace.
 */
import { describe, expect, test } from "bun:test";
import { differences, fold } from "../../e2e/fold.ts";
import { type Json, Namespace } from "../../e2e/namespace.ts";

/** What follows `ip link add k0`; v0 and v1 are two ends of a veth. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  bareudp: [
    "type bareudp dstport 6635 ethertype mpls_uc",
    "type bareudp dstport 6635 ethertype ipv4 srcportmin 49152 multiproto",
  ],
  bridge: ["type bridge", "type bridge stp_state 1 priority 4096 ageing_time 100"],
  geneve: [
    "type geneve id 1 remote 192.0.2.1",
    "type geneve id 2 remote 2001:db8::1 ttl inherit tos 0x10 df set dstport 7000",
    "type geneve external udp6zerocsumrx",
  ],
  ifb: ["type ifb"],
  ipvlan: [
    "link v0 type ipvlan mode l2 bridge",
    "link v0 type ipvlan mode l3 private",
    "link v0 type ipvlan mode l3s vepa",
  ],
  macvlan: [
    "link v0 type macvlan mode private",
    "link v0 type macvlan mode vepa nodst",
    "link v0 type macvlan mode bridge bcqueuelen 50",
    "link v0 type macvlan mode passthru nopromisc",
    "link v0 type macvlan mode source",
    "link v0 type macvlan mode source macaddr set 02:00:00:00:00:11 02:00:00:00:00:12",
  ],
  macvtap: ["link v0 type macvtap mode bridge", "link v0 type macvtap mode passthru"],
  veth: ["type veth peer name k1"],
  vlan: ["link v0 type vlan id 7", "link v0 type vlan proto 802.1ad id 8 gvrp on ingress-qos-map 1:2"],
  vrf: ["type vrf table 10"],
  vxlan: [
    "type vxlan id 1 dstport 4789",
    "type vxlan id 2 group 239.1.1.1 dev v0 dstport 4789",
    "type vxlan id 3 group ff02::1:3 dev v0 dstport 4789 proxy rsc l2miss l3miss",
    "type vxlan id 4 remote 192.0.2.1 local 192.0.2.2 dstport 8472 ttl inherit gbp",
    "type vxlan id 5 remote 2001:db8::1 local 2001:db8::2 dstport 4789 flowlabel 0x12345",
    "type vxlan id 6 remote 192.0.2.1 dstport 4789 ttl 7 tos 0x10 df set ageing 30 maxaddress 100",
    "type vxlan id 7 dstport 4789 nolearning ageing 0 srcport 10000 20000 df inherit tos inherit",
    "type vxlan id 8 remote 2001:db8::1 dstport 4789 noudpcsum udp6zerocsumtx udp6zerocsumrx",
    "type vxlan id 9 dstport 4789 remcsumtx remcsumrx",
    "type vxlan dstport 4789 external",
    "type vxlan dstport 4789 external vnifilter",
    "type vxlan external gpe dstport 4790",
  ],
  xfrm: ["type xfrm dev v0 if_id 0x2a"],
};

/** Where this kernel has no such kind. */
const ABSENT = /Unknown device type|not supported/;

/** Those that newer versions of ip print as null, to say that they are set. */
const isNull = (difference: string): boolean =>
  /^linkinfo\.info_data\.(gbp|gpe): null -> true$/.test(difference);

/** A namespace with v0 and v1, and k0 of this kind; undefined where the kernel has none. */
async function make(words: string): Promise<Namespace | undefined> {
  const ns = await Namespace.create();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "addr add 2001:db8::2/64 dev v0 nodad",
    "link set v0 up",
    "link set v1 up",
  ]);
  try {
    await ns.ip(`link add k0 ${words}`);
    return ns;
  } catch (error) {
    await ns[Symbol.asyncDispose]();
    if (ABSENT.test(String(error))) return undefined;
    throw error;
  }
}

const absent: string[] = [];

describe("as ip shows it", () => {
  for (const [kind, list] of Object.entries(LINKS))
    test(kind, async () => {
      for (const words of list) {
        const made = await make(words);
        if (made === undefined) {
          absent.push(words);
          continue;
        }
        await using ns = made;
        await using monitor = await ns.nlmon("-f", "json", "-s", "-o", "link").ready();
        const [theirs] = await ns.json("-d link show k0");
        const ours = [...fold(monitor.events).links.values()].find(({ ifname }) => ifname === "k0");
        const found = differences(theirs!, ours).filter((difference) => !isNull(difference));
        expect([words, ...found]).toEqual([words]);
        expect((ours?.linkinfo as Json | undefined)?.info_kind).toBe(kind);
      }
    });

  test("what this kernel could not make", () => {
    if (absent.length > 0) console.log(`this kernel cannot: ${absent.join("; ")}`);
    const makeable = Object.values(LINKS).flat().length - absent.length;
    expect(makeable).toBeGreaterThanOrEqual(LINKS.veth!.length + LINKS.bridge!.length);
  });
});

describe("changes", () => {
  const VXLAN = "type vxlan id 2 group 239.1.1.1 dev v0 dstport 4789";

  /** What changes of `info_data` after this command; undefined where the kernel cannot make k0. */
  async function changed(words: string, command: string): Promise<unknown> {
    const made = await make(words);
    if (made === undefined) return undefined;
    await using ns = made;
    // Of a device that is down the kernel does not say that its settings changed.
    await ns.ip("link set k0 up");
    await using monitor = await ns.nlmon("-f", "json", "-o", "link").ready();
    await ns.ip(command);
    const found = () => monitor.events.map((event) => event.changed as Json | undefined).find(hasInfoData);
    await monitor.until(() => found() !== undefined, `a change by ${command}`);
    return found();
  }

  const hasInfoData = (changed: Json | undefined): boolean =>
    Object.keys(changed ?? {}).some((key) => key.startsWith("linkinfo.info_data."));

  test("a setting of a kind is a field of its own", async () => {
    const fields = { "linkinfo.info_data.ageing": [300, 30] };
    expect((await changed(VXLAN, "link set k0 type vxlan ageing 30")) ?? fields).toEqual(fields);
  });

  test("a device below that is renamed", async () => {
    const fields = { "linkinfo.info_data.link": ["v0", "eth0"] };
    expect((await changed(VXLAN, "link set v0 name eth0")) ?? fields).toEqual(fields);
  });
});
