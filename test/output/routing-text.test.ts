import { describe, expect, test } from "bun:test";
import { describeObject } from "../../src/output/object-text.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import type { NexthopObject } from "../../src/rtnetlink/nexthop.ts";
import type { Route } from "../../src/rtnetlink/route.ts";
import type { Rule } from "../../src/rtnetlink/rule.ts";
import type { ObjectChange } from "../../src/state/change.ts";
import { diff } from "../../src/state/diff.ts";

const devs = new Devs();
const v0 = devs.name(2, "v0");
const v1 = devs.name(3, "v1");

const say = (object: string, verb: string, body: object, changed?: object): string =>
  describeObject({ object, verb, body, changed, dev: undefined, origin: "kernel", key: "" } as ObjectChange);

/** What is told when one takes the place of the other. */
const replaced = (object: string, before: object, after: object): string =>
  say(object, "replaced", after, diff(before, after));

const PLAIN: Route = {
  family: "inet",
  type: "unicast",
  dst: "10.1.0.0/16",
  gateway: "10.0.0.2",
  dev: v0,
  table: "main",
  protocol: "static",
  scope: "global",
  flags: [],
};

describe("routes", () => {
  test("added", () => {
    expect(say("route", "added", PLAIN)).toBe("10.1.0.0/16 via 10.0.0.2 proto static");
    expect(
      say("route", "added", {
        ...PLAIN,
        type: "unreachable",
        gateway: undefined,
        table: "100",
        metric: 5,
        tos: "0x10",
      }),
    ).toBe("unreachable 10.1.0.0/16 tos 0x10 table 100 metric 5 proto static");
    expect(
      say("route", "exists", {
        ...PLAIN,
        family: "inet6",
        dst: "default",
        from: "2001:db8::/48",
        gateway: "fe80::1",
        pref: "high",
        expires: 1800,
        prefsrc: "2001:db8::1",
        scope: "link",
        flags: ["linkdown"],
      }),
    ).toBe(
      "default from 2001:db8::/48 via fe80::1 proto static scope link src 2001:db8::1 linkdown pref high expires 1800s",
    );
  });

  test("through several nexthops, of any kind", () => {
    const nexthops = [
      { gateway: "10.0.0.2", dev: v0, weight: 1, flags: [] },
      { via: { family: "inet6", host: "fe80::1" }, dev: v1, weight: 3, flags: ["onlink"] },
      { encap: { encap_type: "mpls", dst: "100" }, dev: v1, weight: 1, flags: [] },
    ];
    expect(say("route", "removed", { ...PLAIN, gateway: undefined, nhid: 7, nexthops })).toBe(
      "10.1.0.0/16 nhid 7 via 10.0.0.2 dev v0, via inet6 fe80::1 dev v1 weight 3 onlink, encap mpls dev v1 proto static",
    );
  });

  test("leading elsewhere", () => {
    expect(replaced("route", PLAIN, { ...PLAIN, gateway: "10.0.0.3" })).toBe(
      "10.1.0.0/16 via 10.0.0.2 dev v0 -> via 10.0.0.3 dev v0",
    );
    const { gateway: _gateway, dev: _dev, ...nowhere } = { ...PLAIN, type: "blackhole" };
    expect(replaced("route", PLAIN, nowhere)).toBe(
      "blackhole 10.1.0.0/16 via 10.0.0.2 dev v0 -> nowhere, type unicast -> blackhole",
    );
  });

  test("changed otherwise", () => {
    expect(replaced("route", PLAIN, { ...PLAIN, prefsrc: "10.0.0.1", flags: ["linkdown"] })).toBe(
      "10.1.0.0/16 flags +linkdown, prefsrc none -> 10.0.0.1",
    );
    const encap = (ttl: number) => ({ ...PLAIN, encap: { encap_type: "mpls", dst: "100", ttl } });
    expect(replaced("route", encap(1), encap(2))).toBe("10.1.0.0/16 ttl 1 -> 2");
  });
});

const RULE: Rule = {
  family: "inet",
  priority: 5,
  src: "10.0.0.0",
  srclen: 8,
  table: "100",
  protocol: "unspec",
};

describe("rules", () => {
  test("what they choose by and what they do", () => {
    expect(say("rule", "added", RULE)).toBe("5: from 10.0.0.0/8 lookup 100");
    expect(say("rule", "added", { ...RULE, family: "inet6", src: "fd00::" })).toBe(
      "inet6 5: from fd00::/8 lookup 100",
    );
    expect(
      say("rule", "added", {
        ...RULE,
        not: true,
        fwmark: "0x5",
        fwmask: "0xff",
        iif: "eth9",
        iif_detached: true,
        sport: 5,
        sport_mask: "0xffff",
        dport_start: 6,
        dport_end: 9,
        protocol: "static",
      }),
    ).toBe(
      "5: not from 10.0.0.0/8 fwmark 0x5/0xff iif eth9 [detached] sport 5 dport 6-9 lookup 100 proto static",
    );
    expect(say("rule", "removed", { priority: 7, src: "all", goto: 9, unresolved: true })).toBe(
      "7: from all goto 9 [unresolved]",
    );
  });

  test("their device has come", () => {
    const detached: Rule = { ...RULE, iif: "eth9", iif_detached: true };
    expect(replaced("rule", detached, { ...RULE, iif: "eth9" })).toBe(
      "5: from 10.0.0.0/8 iif eth9 no longer iif_detached",
    );
  });
});

describe("nexthops", () => {
  const GROUP: NexthopObject = {
    id: 3,
    group: [{ id: 1 }, { id: 2, weight: 5 }],
    scope: "global",
    protocol: "unspec",
    flags: [],
  };

  test("of their own, and groups", () => {
    expect(
      say("nexthop", "added", {
        id: 1,
        gateway: "10.0.0.2",
        dev: v0,
        scope: "link",
        protocol: "bgp",
        flags: ["onlink"],
      }),
    ).toBe("id 1 via 10.0.0.2 scope link proto bgp onlink");
    expect(
      say("nexthop", "added", { ...GROUP, type: "resilient", resilient_args: { buckets: 8 }, fdb: true }),
    ).toBe("id 3 group 1/2,5 type resilient buckets 8 fdb");
  });

  test("a group of others", () => {
    expect(replaced("nexthop", GROUP, { ...GROUP, group: [{ id: 2 }] })).toBe("id 3 group 1/2,5 -> 2");
    expect(replaced("nexthop", GROUP, { ...GROUP, protocol: "bgp" })).toBe("id 3 protocol unspec -> bgp");
  });

  test("buckets", () => {
    const bucket = (nhid: number) => ({ id: 3, bucket: { index: 0, nhid }, flags: [] });
    expect(say("nexthop_bucket", "added", bucket(1))).toBe("id 3 index 0 nhid 1");
    expect(replaced("nexthop_bucket", bucket(1), bucket(2))).toBe("id 3 index 0 nhid 1 -> 2");
  });
});
