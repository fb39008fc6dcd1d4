import { expect, test } from "bun:test";
import { prefix } from "../../src/ddns/ip.ts";
import { type Candidate, chosen, type Family, type Rules, select } from "../../src/ddns/select.ts";
import { Globs } from "../../src/events/glob.ts";
import type { Address } from "../../src/rtnetlink/address.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import type { Link } from "../../src/rtnetlink/link.ts";

const FOREVER = 4294967295;
const UP = { flags: ["UP", "LOWER_UP"], operstate: "UP" } as unknown as Link;
const NO_CARRIER = { flags: ["NO-CARRIER", "UP"], operstate: "DOWN" } as unknown as Link;
const eth0 = new Dev(2, "eth0");

function candidate(local: string, over: Partial<Address> = {}, link: Link = UP, dev = eth0): Candidate {
  const family = local.includes(":") ? "inet6" : "inet";
  const body: Address = {
    family,
    local,
    prefixlen: family === "inet" ? 24 : 64,
    scope: "global",
    usable: true,
    valid_life_time: FOREVER,
    preferred_life_time: FOREVER,
    ...over,
  };
  return { dev, body, link };
}

const RULES: Rules = {
  interfaces: new Globs([]),
  address: "all",
  prefixes: [],
  suffix: undefined,
  temporary: false,
  ula: false,
  private: false,
};

function why(one: Candidate, rules: Partial<Rules> = {}): string {
  const [verdict] = select([one], one.body.family as Family, { ...RULES, ...rules }, []);
  return `${verdict!.chosen ? "yes: " : ""}${verdict!.why}`;
}

test("IPv6 addresses that can be published, and why others cannot", () => {
  expect(why(candidate("2001:db8::1"))).toBe("yes: eligible");
  expect(why(candidate("fe80::1", { scope: "link" }))).toBe("scope link, not global");
  expect(why(candidate("2001:db8::1", { tentative: true }))).toBe("not yet known to be free (tentative)");
  // An optimistic address is still tentative: the DNS can wait for a second.
  expect(why(candidate("2001:db8::1", { tentative: true, optimistic: true }))).toMatch("tentative");
  expect(why(candidate("2001:db8::1", { dadfailed: true, tentative: true }))).toBe(
    "another host has it (dadfailed)",
  );
  expect(why(candidate("2001:db8::1", { deprecated: true, preferred_life_time: 0 }))).toBe("deprecated");
  expect(why(candidate("2001:db8::1", { preferred_life_time: 0 }))).toBe("deprecated");
  expect(why(candidate("2001:db8::1", { temporary: true }))).toBe("temporary; --temporary takes it");
  expect(why(candidate("2001:db8::1", { temporary: true }), { temporary: true })).toBe("yes: eligible");
  expect(why(candidate("fd00::1"))).toBe("unique local (fc00::/7); --ula takes it");
  expect(why(candidate("fd00::1"), { ula: true })).toBe("yes: eligible");
  expect(why(candidate("64:ff9b::1"))).toBe("not in 2000::/3, the addresses of the Internet");
  expect(why(candidate("2001:db8::1", {}, NO_CARRIER))).toBe("interface eth0 is down, or has no carrier");
});

test("IPv4 addresses", () => {
  expect(why(candidate("192.0.2.1"))).toBe("yes: eligible");
  expect(why(candidate("192.0.2.1", { secondary: true }))).toBe("secondary");
  expect(why(candidate("169.254.1.1"))).toBe("link-local (169.254.0.0/16)");
  expect(why(candidate("127.0.0.2"))).toBe("loopback");
  for (const local of ["10.0.0.1", "172.31.255.1", "192.168.1.1", "100.64.0.1"]) {
    expect(why(candidate(local))).toMatch(/; --private takes it$/);
    expect(why(candidate(local), { private: true })).toBe("yes: eligible");
  }
  expect(why(candidate("172.32.0.1"))).toBe("yes: eligible");
  expect(why(candidate("192.0.2.1", {}, { flags: [], operstate: "DOWN" } as unknown as Link))).toMatch(
    "down",
  );
  expect(why({ ...candidate("192.0.2.1"), link: undefined })).toMatch("down");
});

test("interfaces and prefixes that are asked for", () => {
  expect(why(candidate("192.0.2.1"), { interfaces: new Globs(["wl*"]) })).toMatch("not asked for");
  expect(why(candidate("192.0.2.1"), { interfaces: new Globs(["eth*", "!eth1"]) })).toBe("yes: eligible");
  const prefixes = [prefix("192.0.2.0/25")];
  expect(why(candidate("192.0.2.1"), { prefixes })).toBe("yes: eligible");
  expect(why(candidate("192.0.2.129"), { prefixes })).toMatch("--prefix");
});

const choose = (all: readonly Candidate[], rules: Partial<Rules> = {}, published: readonly string[] = []) =>
  chosen(select(all, all[0]!.body.family as Family, { ...RULES, address: "one", ...rules }, published));

test("one out of many: the prefix asked for, the published, the permanent, the longest preferred, the lowest", () => {
  const dynamic = (local: string, preferred_life_time: number) =>
    candidate(local, { dynamic: true, preferred_life_time });
  const [low, high, permanent] = [
    dynamic("2001:db8::9", 100),
    dynamic("2001:db8::10", 200),
    candidate("2001:db8::ff"),
  ];
  expect(choose([low, high, permanent])).toEqual(["2001:db8::ff"]);
  expect(choose([low, high])).toEqual(["2001:db8::10"]);
  expect(choose([low, high, permanent], {}, ["2001:db8::9"])).toEqual(["2001:db8::9"]);
  expect(choose([candidate("2001:db8::10"), candidate("2001:db8::9")])).toEqual(["2001:db8::9"]);
  const prefixes = [prefix("2001:db8::9/128"), prefix("2001:db8::/32")];
  expect(choose([permanent, high, low], { prefixes }, ["2001:db8::ff"])).toEqual(["2001:db8::9"]);
  // What is published and cannot be published any more does not count.
  expect(choose([candidate("2001:db8::1", { deprecated: true }), high], {}, ["2001:db8::1"])).toEqual([
    "2001:db8::10",
  ]);
  expect(choose([candidate("2001:db8::1", { deprecated: true })])).toEqual([]);
});

test("each one that is passed over is told the reason", () => {
  const verdicts = select(
    [candidate("192.0.2.2"), candidate("192.0.2.1"), candidate("10.0.0.1")],
    "inet",
    { ...RULES, address: "one" },
    [],
  );
  expect(verdicts.map(({ why }) => why)).toEqual([
    "eligible, but 192.0.2.1 is chosen: it is the lowest",
    "chosen out of 2",
    "private (10.0.0.0/8); --private takes it",
  ]);
});

test("a suffix: another host in each network, once", () => {
  const all = [candidate("2001:db8:1::1"), candidate("2001:db8:1::2"), candidate("2001:db8:2::1")];
  const suffix = prefix("::80/64");
  expect(choose(all, { suffix, address: "all" })).toEqual(["2001:db8:1::80", "2001:db8:2::80"]);
  expect(choose(all, { suffix }, ["2001:db8:2::80"])).toEqual(["2001:db8:2::80"]);
  expect(choose([candidate("192.0.2.1")], { suffix })).toEqual(["192.0.2.1"]);
});
