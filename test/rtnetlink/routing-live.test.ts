/** Routes, rules and nexthops of every sort that this kernel can make: nlmon shows what ip shows, key by key. */
import { expect, test } from "bun:test";
import { differences, flatten } from "../e2e/fold.ts";
import { type Json, Namespace } from "../e2e/namespace.ts";

const BINARY = `${import.meta.dir}/../../dist/nlmon`;

const SETUP = [
  "link add v0 type veth peer name v1",
  "link set v0 addrgenmode none up",
  "link set v1 addrgenmode none up",
  "addr add 10.0.0.1/24 dev v0",
  "addr add 2001:db8::1/64 dev v0 nodad",
];

const NEXTHOPS = [
  "id 1 via 10.0.0.2 dev v0",
  "id 2 via 10.0.0.3 dev v0 proto static",
  "id 3 dev v0",
  "id 4 blackhole",
  "id 5 via 2001:db8::7 dev v0 onlink",
  "id 6 via 10.0.0.4 fdb",
  "id 7 group 1/2,5",
  "id 8 group 1/2,3 type resilient buckets 8 idle_timer 60 unbalanced_timer 300",
  "id 9 group 6 fdb",
  "id 10 via 10.0.0.2 dev v0 encap ip id 5 dst 192.0.2.1 src 192.0.2.2 tos 4 ttl 9",
  "id 11 via 10.0.0.2 dev v0 encap mpls 100/200",
  "id 12 blackhole proto 99",
];

const INET = [
  "10.1.0.0/16 via 10.0.0.2",
  "10.2.0.0/16 via 10.0.0.2 metric 7 tos 0x10 src 10.0.0.1 proto static realms 3/5",
  "10.2.1.0/24 via 10.0.0.2 realms 4 tos 0xb8",
  "blackhole 10.3.0.0/16",
  "unreachable 10.4.0.0/16 metric 4294967295",
  "prohibit 10.5.0.0/16",
  "throw 10.6.0.0/16 table 100",
  "nat 10.7.0.0/16 via 10.0.0.9",
  "broadcast 10.8.0.255 dev v0 table 100 scope link",
  "multicast 239.1.0.0/16 dev v0",
  "local 10.9.0.1 dev lo table 1000 scope host proto 250",
  "anycast 10.9.0.2 dev v0",
  "10.10.0.0/16 nexthop via 10.0.0.2 dev v0 weight 5 nexthop via 10.0.0.3 dev v0 onlink nexthop dev v0",
  "10.10.1.0/24 nexthop via 10.0.0.2 realms 7 nexthop encap ip id 3 dst 192.0.2.1 via 10.0.0.3 dev v0",
  "10.11.0.0/16 via inet6 2001:db8::5 dev v0",
  "10.12.0.0/16 via 10.0.0.2 mtu lock 1400 advmss 1300 rtt 100ms rttvar 40ms ssthresh 5 cwnd lock 10 window 1000" +
    " reordering 4 hoplimit 60 initcwnd 20 features ecn rto_min 200ms initrwnd 10 quickack 1 fastopen_no_cookie 1",
  "10.12.1.0/24 via 10.0.0.2 congctl cubic mtu 1300",
  "10.13.0.0/16 nhid 1",
  "10.14.0.0/16 nhid 7",
  "10.15.0.0/16 nhid 8",
  "10.16.0.0/16 nhid 4",
  "10.17.0.0/16 nhid 5",
  "10.18.0.0/16 encap ip id 7 dst 192.0.2.1 src 192.0.2.2 tos 4 ttl 9 dev v0",
  "10.18.1.0/24 encap ip id 18446744073709551615 dst 192.0.2.1 key csum seq dev v0",
  "10.19.0.0/16 encap ip6 id 7 dst 2001:db8::9 src 2001:db8::1 hoplimit 4 tc 3 key dev v0",
  "10.20.0.0/16 encap mpls 100/200 ttl 5 via 10.0.0.2",
  "10.21.0.0/16 encap xfrm if_id 5 link_dev v0 dev v0",
  "default via 10.0.0.2 metric 5",
];

const INET6 = [
  "2001:db8:1::/48 via 2001:db8::2 pref high",
  "2001:db8:2::/48 via 2001:db8::2 pref low expires 100000 metric 5",
  "2001:db8:3::/48 nexthop via 2001:db8::2 dev v0 weight 2 nexthop via fe80::1 dev v0",
  "blackhole 2001:db8:4::/48",
  "unreachable 2001:db8:5::/48",
  "prohibit 2001:db8:6::/48 metric 9",
  "throw 2001:db8:7::/48 table 300",
  "2001:db8:7:1::/64 dev v0 mtu lock 1400 hoplimit 9 congctl cubic",
  "2001:db8:8::/48 from 2001:db8:80::/48 dev v0",
  "2001:db8:9::/48 encap seg6 mode encap segs 2001:db8::a,2001:db8::b dev v0",
  "2001:db8:9:1::/64 encap seg6 mode inline segs 2001:db8::a,2001:db8::b hmac 0x12 dev v0",
  "2001:db8:a::/64 encap seg6local action End.X nh6 2001:db8::5 dev v0",
  "2001:db8:a:1::/64 encap seg6local action End.DT6 table 100 count dev v0",
  "2001:db8:a:2::/64 encap seg6local action End.DX4 nh4 10.0.0.4 dev v0",
  "2001:db8:a:3::/64 encap seg6local action End.DX2 oif v1 dev v0",
  "2001:db8:a:4::/64 encap seg6local action End.B6.Encaps srh segs 2001:db8::a,2001:db8::b dev v0",
  "2001:db8:a:5::/64 encap seg6local action End flavors psp,next-csid lblen 48 nflen 16 dev v0",
  "2001:db8:b::/48 encap rpl segs 2001:db8::a,2001:db8::b dev v0",
  "2001:db8:c::/48 encap ioam6 trace prealloc type 0x800000 ns 1 size 12 dev v0",
  "2001:db8:c:1::/64 encap ioam6 freq 2/5 mode encap tundst 2001:db8::9 trace prealloc type 0x900000 ns 1 size 8 dev v0",
  "2001:db8:d::/48 encap ila 2001:0:1:2 csum-mode adj-transport ident-type luid dev v0",
  "2001:db8:e::/48 encap ip6 id 7 dst 2001:db8::9 src 2001:db8::1 dev v0",
  "2001:db8:f::/48 nhid 5",
  "default via fe80::1 dev v0",
];

const RULES = [
  "from 10.1.0.0/16 to 10.2.0.1 iif v0 oif v1 fwmark 0x5/0xff tos 0x10 table 100 pref 100",
  "not from 10.1.0.1 lookup main suppress_prefixlength 8 suppress_ifgroup 5 pref 101",
  "uidrange 100-200 ipproto tcp sport 5 dport 6-9 pref 102 goto 32766",
  "fwmark 7 pref 103 blackhole",
  "to 10.0.0.0/8 pref 104 unreachable",
  "pref 105 prohibit",
  "pref 106 nop",
  "pref 107 goto 9999",
  "iif nosuch oif nosuch2 pref 108 lookup 200 realms 3/4 protocol static",
  "tun_id 77 pref 109 lookup local",
  "pref 110 realms 9 lookup default",
  "ipproto 133 pref 111 lookup 5",
  "pref 1000 l3mdev",
];

const RULES6 = [
  "from 2001:db8::/32 to 2001:db8:1::1 fwmark 9 table 55 pref 12 sport 1-5",
  "pref 13 l3mdev",
  "not to 2001:db8:1::1 pref 14 prohibit",
];

/** Those that this kernel, or this ip, does not make. */
async function add(ns: Namespace, what: string, lines: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (const line of lines)
    try {
      await ns.ip(`${what} ${line}`);
    } catch {
      refused.push(line);
    }
  return refused;
}

async function theirs(ns: Namespace, words: string): Promise<Json[]> {
  // ip put what is in an encapsulation beside it, up to iproute2 6.2, some of it under keys of the route itself.
  const text = (await ns.ip(`-j ${words}`)).replace(
    /"encap":"(\w+)"(.*?),"(gateway|via|dev)":/g,
    '"encap":{"encap_type":"$1"$2},"$3":',
  );
  return JSON.parse(text) as Json[];
}

const ours = async (ns: Namespace, ...words: string[]): Promise<Json[]> =>
  JSON.parse(await ns.run(BINARY, "show", ...words, "-f", "json")) as Json[];

/** What ip asks the kernel for besides, and what ticks. */
const ELSEWHERE = ["nh_info.", "expires", "bucket.idle_time", "resilient_args.unbalanced_time"];
/** Newer than ip 6.1. */
const NEWER = ["sport_mask", "dport_mask", "lock"];

function compare(title: string, theirs: readonly Json[], ours: readonly Json[]): void {
  const found: string[] = [];
  let keys = 0;
  for (const [index, their] of theirs.entries()) {
    const wanted = Object.fromEntries(
      Object.entries(flatten(their)).filter(([key]) => !ELSEWHERE.some((start) => key.startsWith(start))),
    );
    const our = flatten(ours[index] ?? {});
    const about = JSON.stringify(their.dst ?? their.id ?? their.priority);
    keys += Object.keys(wanted).length;
    for (const difference of differences(wanted, our)) found.push(`${about} ${difference}`);
    for (const key of Object.keys(our))
      if (!(key in flatten(their)) && !NEWER.includes(key)) found.push(`${about} has ${key}`);
    const order = Object.keys(wanted).filter((key) => key in our);
    expect(Object.keys(our).filter((key) => key in wanted)).toEqual(order);
  }
  console.log(`${title}: ${keys - found.length} of ${keys} keys equal, ${theirs.length} objects`);
  expect(found).toEqual([]);
  expect(ours).toHaveLength(theirs.length);
}

test("routes, rules and nexthops are shown as ip shows them", async () => {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  const refused = [
    ...(await add(ns, "nexthop add", NEXTHOPS)),
    ...(await add(ns, "route add", INET)),
    ...(await add(ns, "-6 route add", INET6)),
    ...(await add(ns, "rule add", RULES)),
    ...(await add(ns, "-6 rule add", RULES6)),
  ];
  if (refused.length > 0) console.log(`this kernel cannot: ${refused.join("; ")}`);
  for (const [family, table] of [
    ["-4", "100"],
    ["-6", "300"],
  ] as const) {
    compare(
      `ip -d ${family} route show table all`,
      await theirs(ns, `-d ${family} route show table all`),
      await ours(ns, "route", family, "--table", "all"),
    );
    compare(
      `ip -d ${family} route show`,
      await theirs(ns, `-d ${family} route show`),
      await ours(ns, "route", family),
    );
    compare(
      `ip -d ${family} route show table ${table}`,
      await theirs(ns, `-d ${family} route show table ${table}`),
      await ours(ns, "route", family, "--table", table),
    );
    compare(
      `ip -d ${family} rule show`,
      await theirs(ns, `-d ${family} rule show`),
      await ours(ns, "rule", family),
    );
  }
  compare("ip -d nexthop show", await theirs(ns, "-d nexthop show"), await ours(ns, "nexthop"));
  compare(
    "ip nexthop bucket show",
    await theirs(ns, "nexthop bucket show"),
    await ours(ns, "nexthop_bucket"),
  );
  // At least what any kernel of today makes.
  expect(
    refused.filter((line) => !line.includes("encap") && !/^(nat|anycast)|from 2001:db8:80/.test(line)),
  ).toEqual([]);
});
