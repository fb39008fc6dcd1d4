import { describe, expect, test } from "bun:test";
import { EVENTS as ALL, isHidden } from "../../src/events/event.ts";
import { type Filter, type FilterOptions, unmatched } from "../../src/events/filter.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import type { AddressChange, AddressesChange, LinkChange } from "../../src/state/change.ts";
import { wanting } from "./wanting.ts";

/** Of the objects that these tests watch. */
const EVENTS = ALL.filter((name) => /^(link|address|addresses|monitor)\./.test(name));

const filter = (options: Partial<FilterOptions> = {}): Filter =>
  wanting(new Set(["link", "address"]), options);

const wanted = (options: Partial<FilterOptions> = {}): string[] => {
  const one = filter(options);
  return EVENTS.filter((name) => one.wantsName(name));
};

const without = (...names: string[]): string[] => EVENTS.filter((name) => !names.includes(name));

describe("names", () => {
  test("all but the hidden ones", () => {
    expect(wanted()).toEqual(without("link.unchanged", "address.refreshed", "address.unchanged"));
  });

  test("--all: all", () => {
    expect(wanted({ all: true })).toEqual([...EVENTS]);
  });

  test("objects that are not watched have no events; the monitor always has", () => {
    expect(wanted({ objects: new Set(["link"]), all: true })).toEqual(
      EVENTS.filter((name) => name.startsWith("link.") || name.startsWith("monitor.")),
    );
    const addresses = wanted({ objects: new Set(["address"]) });
    expect(addresses).toContain("address.added");
    expect(addresses).toContain("addresses.changed");
    expect(addresses).not.toContain("link.up");
  });

  test.each([
    [["link.up"], ["link.up"]],
    [
      ["link.up", "link.down"],
      ["link.up", "link.down"],
    ],
    [["monitor.*"], ["monitor.ready", "monitor.overflow", "monitor.resynced"]],
    [["*.removed"], ["link.removed", "address.removed"]],
    [["addresses.changed"], ["addresses.changed"]],
    [["address??.*"], ["addresses.changed"]],
    [["link.*", "!link.[a-u]*"], []],
    [
      ["link.*", "!*.exists", "!link.re*"],
      ["link.added", "link.up", "link.down", "link.changed"],
    ],
  ])("--on %j", (on, names) => {
    expect(wanted({ on })).toEqual(names);
  });

  test("hidden ones need --all or their own name, not a pattern", () => {
    expect(wanted({ on: ["address.*"] })).not.toContain("address.refreshed");
    expect(wanted({ on: ["address.*"], all: true })).toContain("address.refreshed");
    expect(wanted({ on: ["address.refreshed"] })).toEqual(["address.refreshed"]);
    expect(wanted({ on: ["link.up", "link.unchanged"] })).toEqual(["link.up", "link.unchanged"]);
    for (const name of EVENTS.filter(isHidden)) expect(wanted({ on: [name] })).toHaveLength(1);
  });

  test("exclusions alone take away from what is shown anyway", () => {
    expect(wanted({ on: ["!monitor.*", "!link.*"] })).toEqual(
      wanted().filter((name) => name.startsWith("address")),
    );
  });

  test("what the format hides is shown when --on matches it, not by --all", () => {
    const hide = ["addresses.changed", "monitor.ready"];
    expect(wanted({ hide })).toEqual(wanted().filter((name) => !hide.includes(name)));
    expect(wanted({ hide, all: true })).toEqual(without(...hide));
    expect(wanted({ hide, on: ["addresses.changed"] })).toEqual(["addresses.changed"]);
    expect(wanted({ hide, on: ["*.ready"] })).toEqual(["monitor.ready"]);
    expect(wanted({ hide, on: ["link.up"] })).toEqual(["link.up"]);
  });
});

const link = (ifname: string, more: Partial<LinkChange> = {}): LinkChange => ({
  object: "link",
  verb: "changed",
  dev: new Dev(3, ifname),
  origin: "kernel",
  body: { ifindex: 3, ifname, flags: [], link_type: "ether" },
  ...more,
});

const address = (ifname: string, family: string | undefined, scope: string): AddressChange => ({
  object: "address",
  verb: "added",
  dev: new Dev(3, ifname),
  origin: "kernel",
  body: { ...(family === undefined ? {} : { family }), prefixlen: 24, scope, usable: true },
});

const addresses = (ifname: string, family: string): AddressesChange => ({
  object: "addresses",
  verb: "changed",
  scopes: new Map(),
  dev: new Dev(3, ifname),
  origin: "kernel",
  body: { family, addresses: [], before: [], added: [], removed: [] },
});

describe("interface", () => {
  test.each([
    [[], "eth0", true],
    [["eth0"], "eth0", true],
    [["eth0"], "eth1", false],
    [["eth*", "!eth1"], "eth0", true],
    [["eth*", "!eth1"], "eth1", false],
    [["!lo"], "eth0", true],
    [["!lo"], "lo", false],
  ])("-i %j, %s", (interfaces, ifname, wants) => {
    const one = filter({ interfaces });
    expect(one.wants(link(ifname))).toBe(wants);
    expect(one.wants(address(ifname, "inet", "global"))).toBe(wants);
    expect(one.wants(addresses(ifname, "inet6"))).toBe(wants);
  });

  test("a rename is told by the new name and by the old one", () => {
    const renamed = link("wan0", { verb: "renamed", changed: { ifname: ["eth0", "wan0"] } });
    expect(filter({ interfaces: ["wan0"] }).wants(renamed)).toBe(true);
    expect(filter({ interfaces: ["eth0"] }).wants(renamed)).toBe(true);
    expect(filter({ interfaces: ["eth*"] }).wants(renamed)).toBe(true);
    expect(filter({ interfaces: ["lo"] }).wants(renamed)).toBe(false);
    expect(filter({ interfaces: ["!eth0", "!wan0"] }).wants(renamed)).toBe(false);
  });

  test("after the rename, by the new name alone", () => {
    const after = link("wan0", { changed: { mtu: [1500, 9000] } });
    expect(filter({ interfaces: ["eth0"] }).wants(after)).toBe(false);
    expect(filter({ interfaces: ["wan0"] }).wants(after)).toBe(true);
  });
});

describe("family and scope", () => {
  const inet = filter({ families: new Set(["inet"]) });
  const global = filter({ scopes: new Set(["global"]) });

  test("family holds for addresses and their sets, not for links", () => {
    expect(inet.wants(address("eth0", "inet", "link"))).toBe(true);
    expect(inet.wants(address("eth0", "inet6", "global"))).toBe(false);
    expect(inet.wants(address("eth0", undefined, "global"))).toBe(false);
    expect(inet.wants(addresses("eth0", "inet"))).toBe(true);
    expect(inet.wants(addresses("eth0", "inet6"))).toBe(false);
    expect(inet.wants(link("eth0"))).toBe(true);
  });

  test("both families", () => {
    const both = filter({ families: new Set(["inet", "inet6"]) });
    expect(both.wants(address("eth0", "inet", "global"))).toBe(true);
    expect(both.wants(address("eth0", "inet6", "global"))).toBe(true);
  });

  test("scope holds for single addresses", () => {
    expect(global.wants(address("eth0", "inet", "global"))).toBe(true);
    expect(global.wants(address("eth0", "inet", "host"))).toBe(false);
    expect(global.wants(address("eth0", undefined, "global"))).toBe(true);
    expect(global.wants(addresses("eth0", "inet"))).toBe(true);
    expect(global.wants(link("eth0"))).toBe(true);
  });

  test("all have to agree", () => {
    const all = filter({ families: new Set(["inet"]), scopes: new Set(["host"]), interfaces: ["lo"] });
    expect(all.wants(address("lo", "inet", "host"))).toBe(true);
    expect(all.wants(address("lo", "inet6", "host"))).toBe(false);
    expect(all.wants(address("lo", "inet", "global"))).toBe(false);
    expect(all.wants(address("eth0", "inet", "host"))).toBe(false);
  });
});

test.each([
  [[], []],
  [["link.up", "address.*", "*"], []],
  [
    ["link.upp", "link.up", "addr.*"],
    ["link.upp", "addr.*"],
  ],
  [["LINK.UP"], ["LINK.UP"]],
  [["address.refreshed"], []],
])("unmatched(%j)", (on, globs) => {
  expect(unmatched(on)).toEqual(globs);
});

describe("the sets of usable addresses, of some scopes", () => {
  const change: AddressesChange = {
    object: "addresses",
    verb: "changed",
    dev: new Dev(3, "eth0"),
    origin: "kernel",
    body: {
      family: "inet6",
      addresses: ["2001:db8::1/64", "fe80::1/64"],
      before: ["2001:db8::9/64"],
      added: ["2001:db8::1/64", "fe80::1/64"],
      removed: ["2001:db8::9/64"],
      temporary: ["2001:db8::1/64"],
      optimistic: ["fe80::1/64"],
    },
    scopes: new Map([
      ["2001:db8::1/64", "global"],
      ["2001:db8::9/64", "global"],
      ["fe80::1/64", "link"],
    ]),
  };

  test("all: as it is", () => {
    expect(filter().select(change)).toBe(change);
  });

  test("what is not of them is not in the sets, nor in the marks", () => {
    expect(filter({ scopes: new Set(["global"]) }).select(change)!.body as unknown).toEqual({
      family: "inet6",
      addresses: ["2001:db8::1/64"],
      before: ["2001:db8::9/64"],
      added: ["2001:db8::1/64"],
      removed: ["2001:db8::9/64"],
      temporary: ["2001:db8::1/64"],
    });
    const link = filter({ scopes: new Set(["link"]) }).select(change)!.body as unknown;
    expect(link).toMatchObject({ addresses: ["fe80::1/64"], before: [], removed: [] });
  });

  test("nothing has changed of them", () => {
    expect(filter({ scopes: new Set(["host"]) }).select(change)).toBeUndefined();
  });
});
