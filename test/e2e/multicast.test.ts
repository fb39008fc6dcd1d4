/** Multicast routes and groups, anycast addresses, and what routers advertise. */
import { describe, expect, test } from "bun:test";
import { expectEqual } from "./equal.ts";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const FIXTURES = `${import.meta.dir}/fixtures`;

const of = ({ events }: Monitor, object: string): Json[] =>
  events.filter(({ event }) => String(event).startsWith(`${object}.`));

async function prepared(): Promise<Namespace> {
  const ns = await Namespace.create();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link add w0 type veth peer name w1",
    ...["v0", "v1", "w0", "w1"].map((name) => `link set ${name} up`),
    "addr add 192.0.2.1/24 dev v0",
    "addr add 2001:db8::1/64 dev v0 nodad",
  ]);
  await ns.run("sh", "-c", "for each in all v0; do echo 0 > /proc/sys/net/ipv4/conf/$each/rp_filter; done");
  return ns;
}

/** A multicast router, ready. */
async function router(ns: Namespace) {
  const child = ns.spawn(["python3", `${FIXTURES}/route_multicast.py`, "v0", "w0", "v1"]);
  const { value } = await child.stdout.getReader().read();
  if (!new TextDecoder().decode(value).startsWith("ready"))
    throw new Error(`no multicast router: ${await new Response(child.stderr).text()}`);
  return {
    /** Sends a packet to a group that has no route. */
    send() {
      child.stdin.write("\n");
      child.stdin.flush();
    },
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await child.exited;
    },
  };
}

describe("multicast routes", () => {
  test("as ip shows them", async () => {
    await using ns = await prepared();
    await using _ = await router(ns);
    // Of IPv4, ip shows the default table unless asked for another; ours always has the table.
    const withoutTable = (array: unknown[]) => (array as Json[]).map(({ table: _table, ...route }) => route);
    await expectEqual(ns, "ip -j -d -4 mroute show", "mroute -4", withoutTable);
    await expectEqual(ns, "ip -j -d -6 mroute show", "mroute -6");
  });

  test("made, asked for, gone", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "mroute,cachereport").ready();
    const routes = () => of(nlmon, "mroute").map(({ event, mroute }) => `${event} ${(mroute as Json).dst}`);
    {
      await using mrouted = await router(ns);
      await nlmon.until(() => routes().includes("mroute.added ff0e::9"), "ff0e::9");
      expect(of(nlmon, "mroute").map(({ ifname, mroute }) => [ifname, mroute])).toEqual([
        [
          "v0",
          {
            family: "inet",
            src: "192.0.2.9",
            dst: "239.9.9.9",
            iif: "v0",
            multipath: [{ oif: "w0", ttl: 5 }],
            state: "resolved",
            table: "default",
          },
        ],
        [
          "v0",
          {
            family: "inet6",
            src: "2001:db8::9",
            dst: "ff0e::9",
            iif: "v0",
            multipath: [{ oif: "w0" }],
            state: "resolved",
            table: "main",
          },
        ],
      ]);
      mrouted.send();
      await nlmon.until(() => routes().includes("mroute.added 239.8.8.8"), "239.8.8.8");
      expect(of(nlmon, "cachereport").map(({ event, cachereport }) => [event, cachereport])).toEqual([
        [
          "cachereport.received",
          {
            family: "inet",
            msgtype: "nocache",
            src: "192.0.2.9",
            dst: "239.8.8.8",
            vif: 0,
            table: "default",
          },
        ],
      ]);
    }
    for (const group of ["239.9.9.9", "239.8.8.8", "ff0e::9"])
      await nlmon.until(() => routes().includes(`mroute.removed ${group}`), `removed ${group}`);
  });
});

describe("addresses that devices listen to", () => {
  test("as ip shows them, but for those of the link layer and the number of users", async () => {
    await using ns = await prepared();
    const addresses = (array: unknown[]) =>
      (array as { ifname: string; maddr: Json[] }[]).map(({ ifname, maddr }) => [
        ifname,
        maddr.flatMap(({ family, address }) => (family === undefined ? [] : `${family} ${address}`)).sort(),
      ]);
    await expectEqual(ns, "ip -j maddr show", "maddress", addresses);
  });

  test("come and go", async () => {
    await using ns = await prepared();
    await using nlmon = await ns.nlmon("-f", "json", "-o", "maddress,acaddress").ready();
    await ns.run("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/v0/forwarding");
    await ns.run("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/v0/forwarding");
    const has = (verb: string) => of(nlmon, "acaddress").some(({ event }) => event === `acaddress.${verb}`);
    await nlmon.until(() => has("added") && has("removed"), "acaddress");
    const told = of(nlmon, "acaddress").map(({ event, ifname, acaddress }) => [event, ifname, acaddress]);
    const subnet = { family: "inet6", address: "2001:db8::" };
    expect(told).toContainEqual(["acaddress.added", "v0", subnet]);
    expect(told).toContainEqual(["acaddress.removed", "v0", subnet]);
    await ns.ip("addr add 2001:db8::2/64 dev v0 nodad");
    const group = (event: Json) => (event.maddress as Json).address === "ff02::1:ff00:2";
    await nlmon.until((monitor) => of(monitor, "maddress").some(group), "maddress");
    expect(of(nlmon, "maddress").find(group)).toMatchObject({
      event: "maddress.added",
      ifname: "v0",
      maddress: { family: "inet6", address: "ff02::1:ff00:2" },
    });
  });
});

/** RFC 4861 4.6.2; RFC 8106 5.1, 5.2; RFC 8910; RFC 8781. */
const ADVERTISED: readonly (readonly [option: string, hex: string, said: Json])[] = [
  [
    "rdnss",
    "1905 0000 00000258 20010db8000000000000000000000053 20010db8000000000000000000000054",
    { option: "rdnss", lifetime: 600, servers: ["2001:db8::53", "2001:db8::54"] },
  ],
  [
    "dnssl",
    "1f04 0000 00000258 07 6578616d706c65 03 636f6d 00 03 6c616e 00 000000000000",
    { option: "dnssl", lifetime: 600, domains: ["example.com", "lan"] },
  ],
  [
    "captive-portal",
    "2504 68747470733a2f2f6578616d706c652e636f6d2f706f7274616c 00000000",
    { option: "captive-portal", uri: "https://example.com/portal" },
  ],
  [
    "pref64",
    "2602 0708 0064ff9b0000000000000000",
    { option: "pref64", lifetime: 1800, prefix: "64:ff9b::/96" },
  ],
];

describe("router advertisements", () => {
  test("a prefix, and options for programs", async () => {
    await using ns = await Namespace.create({ run: true });
    await ns.ip("netns add router");
    // Its address may be used at once.
    const noDad = "echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad";
    await ns.run("ip", "netns", "exec", "router", "sh", "-c", noDad);
    await ns.batch(["link add v0 type veth peer name v1 netns router", "link set v0 up"]);
    await ns.ip("-n router link set v1 up");
    await using nlmon = await ns.nlmon("-f", "json", "-o", "prefix,nduseropt").ready();
    await ns.run(
      "sh",
      "-c",
      "until ip -n router -6 addr show v1 -tentative | grep -q fe80; do sleep 0.1; done",
    );
    const advertise = (hex: string) =>
      ns.run(
        "ip",
        "netns",
        "exec",
        "router",
        "python3",
        `${FIXTURES}/advertise.py`,
        "v1",
        hex.replaceAll(" ", ""),
      );

    await advertise("0304 40c0 00015180 00003840 00000000 20010db8000100000000000000000000");
    const prefix = await nlmon.event("prefix.received", "v0");
    expect(prefix.prefix).toEqual({
      family: "inet6",
      prefix: "2001:db8:1::/64",
      dev: "v0",
      onlink: true,
      autoconf: true,
      valid: 86400,
      preferred: 14400,
    });
    for (const [option, hex, said] of ADVERTISED) {
      await advertise(hex);
      const found = () =>
        of(nlmon, "nduseropt").find(({ nduseropt }) => (nduseropt as Json).option === option);
      await nlmon.until(() => found() !== undefined, option);
      expect(found()).toMatchObject({
        event: "nduseropt.received",
        ifname: "v0",
        nduseropt: { family: "inet6", icmp_type: 134, icmp_code: 0, ...said },
      });
      expect((found()!.nduseropt as Json).srcaddr).toStartWith("fe80::");
    }
  });
});
