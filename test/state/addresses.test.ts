import { describe, expect, test } from "bun:test";
import type { Address, AddressMessage } from "../../src/rtnetlink/address.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import { Addresses } from "../../src/state/addresses.ts";
import type { AddressChange, AddressesChange } from "../../src/state/change.ts";

const FOREVER = 4294967295;

const inet = (fields: Partial<Address> = {}): Address => ({
  family: "inet",
  local: "192.0.2.1",
  prefixlen: 24,
  scope: "global",
  label: "eth0",
  valid_life_time: FOREVER,
  preferred_life_time: FOREVER,
  usable: true,
  ...fields,
});

const inet6 = (fields: Partial<Address> = {}): Address => ({
  family: "inet6",
  local: "2001:db8::1",
  prefixlen: 64,
  scope: "global",
  valid_life_time: FOREVER,
  preferred_life_time: FOREVER,
  usable: true,
  ...fields,
});

const TENTATIVE = { tentative: true, usable: false } as const;
const FAILED = { tentative: true, dadfailed: true, usable: false } as const;
const DEPRECATED = { dynamic: true, deprecated: true, usable: false } as const;

class Fixture {
  readonly devs = new Devs();
  readonly addresses = new Addresses();

  message(body: Address, ifindex = 3): AddressMessage {
    return { dev: this.devs.name(ifindex, `eth${ifindex}`), body };
  }

  set(body: Address, ifindex?: number): AddressChange {
    return this.addresses.set(this.message(body, ifindex), "kernel");
  }

  delete(body: Address, ifindex?: number): AddressChange | undefined {
    return this.addresses.delete(this.message(body, ifindex), "kernel");
  }

  sets(): AddressesChange[] {
    return [...this.addresses.usableChanges("kernel")];
  }

  /** What is told when a batch is done: what there is, came and went. */
  settle(): unknown[] {
    return this.sets().map(({ dev, body: { before: _before, deprecated: _deprecated, ...body } }) => ({
      ifname: dev.ifname,
      ...body,
    }));
  }

  get all(): Address[] {
    return [...this.addresses.values()].map(({ body }) => body);
  }
}

const told = ({ verb, changed }: AddressChange): unknown => ({ verb, changed });

describe("set", () => {
  test("an address that was not there is added", () => {
    const fixture = new Fixture();
    expect(fixture.set(inet())).toEqual({
      object: "address",
      verb: "added",
      dev: fixture.devs.get(3),
      body: inet(),
      origin: "kernel",
    });
    expect(fixture.all).toEqual([inet()]);
  });

  test("tentative, then usable", () => {
    const fixture = new Fixture();
    expect(told(fixture.set(inet6(TENTATIVE)))).toEqual({ verb: "added", changed: undefined });
    expect(told(fixture.set(inet6()))).toEqual({
      verb: "usable",
      changed: { tentative: [true, null], usable: [false, true] },
    });
  });

  test("tentative, then failed; tried again, it can be usable", () => {
    const fixture = new Fixture();
    fixture.set(inet6(TENTATIVE));
    expect(told(fixture.set(inet6(FAILED)))).toEqual({
      verb: "failed",
      changed: { dadfailed: [null, true] },
    });
    expect(fixture.set(inet6(FAILED)).verb).toBe("unchanged");
    expect(fixture.set(inet6(TENTATIVE)).verb).toBe("changed");
    expect(fixture.set(inet6()).verb).toBe("usable");
  });

  test("optimistic: usable from the start, and then merely changed", () => {
    const fixture = new Fixture();
    fixture.set(inet6({ tentative: true, optimistic: true }));
    expect(told(fixture.set(inet6()))).toEqual({
      verb: "changed",
      changed: { tentative: [true, null], optimistic: [true, null] },
    });
  });

  test("deprecated, and preferred again", () => {
    const fixture = new Fixture();
    fixture.set(inet6({ dynamic: true, valid_life_time: 100, preferred_life_time: 50 }));
    expect(told(fixture.set(inet6({ ...DEPRECATED, valid_life_time: 50, preferred_life_time: 0 })))).toEqual({
      verb: "deprecated",
      changed: { deprecated: [null, true], usable: [true, false] },
    });
    expect(
      told(fixture.set(inet6({ dynamic: true, valid_life_time: 100, preferred_life_time: 50 }))),
    ).toEqual({
      verb: "usable",
      changed: { deprecated: [true, null], usable: [false, true] },
    });
  });

  test("deprecated before it was usable is deprecated as well", () => {
    const fixture = new Fixture();
    fixture.set(inet6({ ...TENTATIVE, dynamic: true }));
    expect(fixture.set(inet6({ ...TENTATIVE, ...DEPRECATED })).verb).toBe("deprecated");
  });

  test("lifetimes alone: refreshed; nothing at all: unchanged; something else: changed", () => {
    const fixture = new Fixture();
    const leased = { dynamic: true, valid_life_time: 100, preferred_life_time: 50 } as const;
    fixture.set(inet(leased));
    expect(told(fixture.set(inet({ ...leased, valid_life_time: 200 })))).toEqual({
      verb: "refreshed",
      changed: undefined,
    });
    expect(fixture.all).toEqual([inet({ ...leased, valid_life_time: 200 })]);
    expect(fixture.set(inet({ ...leased, valid_life_time: 200 })).verb).toBe("unchanged");
    expect(told(fixture.set(inet({ ...leased, metric: 100 })))).toEqual({
      verb: "changed",
      changed: { metric: [null, 100] },
    });
  });

  test("a lease that becomes permanent is changed: it is no longer dynamic", () => {
    const fixture = new Fixture();
    fixture.set(inet({ dynamic: true, valid_life_time: 100, preferred_life_time: 50 }));
    expect(told(fixture.set(inet()))).toEqual({ verb: "changed", changed: { dynamic: [true, null] } });
  });

  test("a secondary address becomes the first of its subnet", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    fixture.set(inet({ local: "192.0.2.2", secondary: true }));
    fixture.delete(inet());
    expect(told(fixture.set(inet({ local: "192.0.2.2" })))).toEqual({
      verb: "changed",
      changed: { secondary: [true, null] },
    });
    expect(fixture.all).toEqual([inet({ local: "192.0.2.2" })]);
  });
});

describe("what makes an address another one", () => {
  test("IPv4: its prefix length and its peer", () => {
    const fixture = new Fixture();
    const bodies = [
      inet(),
      inet({ prefixlen: 32 }),
      inet({ prefixlen: 32, address: "198.51.100.1" }),
      inet({ prefixlen: 32, address: "198.51.100.2" }),
    ];
    for (const body of bodies) expect(fixture.set(body).verb).toBe("added");
    expect(fixture.all).toEqual(bodies);
    expect(fixture.delete(bodies[2]!)?.body).toEqual(bodies[2]!);
    expect(fixture.all).toEqual([bodies[0]!, bodies[1]!, bodies[3]!]);
  });

  test("IPv6: the address alone; a peer may change", () => {
    const fixture = new Fixture();
    fixture.set(inet6());
    expect(told(fixture.set(inet6({ address: "2001:db8::2" })))).toEqual({
      verb: "changed",
      changed: { address: [null, "2001:db8::2"] },
    });
    expect(fixture.all).toEqual([inet6({ address: "2001:db8::2" })]);
  });

  test("the device", () => {
    const fixture = new Fixture();
    fixture.set(inet6(), 3);
    expect(fixture.set(inet6(), 4).verb).toBe("added");
    expect(fixture.delete(inet6(), 3)?.dev.ifindex).toBe(3);
    expect(fixture.all).toHaveLength(1);
  });
});

describe("delete", () => {
  test("a removal carries the address as last known", () => {
    const fixture = new Fixture();
    fixture.set(inet({ metric: 100 }));
    expect(fixture.delete(inet({ valid_life_time: 1 }))).toEqual({
      object: "address",
      verb: "removed",
      dev: fixture.devs.get(3),
      body: inet({ metric: 100 }),
      origin: "kernel",
    });
    expect(fixture.all).toEqual([]);
  });

  test("an address that was not known is not removed", () => {
    const fixture = new Fixture();
    expect(fixture.delete(inet())).toBeUndefined();
    fixture.set(inet());
    expect(fixture.delete(inet({ local: "192.0.2.7" }))).toBeUndefined();
    expect(fixture.delete(inet(), 4)).toBeUndefined();
    expect(fixture.all).toEqual([inet()]);
  });
});

describe("usable sets", () => {
  const set = (family: string, addresses: string[], added: string[], removed: string[], ifname = "eth3") => ({
    ifname,
    family,
    addresses,
    added,
    removed,
  });

  test("an address that comes and goes", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    expect(fixture.settle()).toEqual([set("inet", ["192.0.2.1/24"], ["192.0.2.1/24"], [])]);
    expect(fixture.settle()).toEqual([]);
    fixture.delete(inet());
    expect(fixture.settle()).toEqual([set("inet", [], [], ["192.0.2.1/24"])]);
    expect(fixture.settle()).toEqual([]);
  });

  test("once a settle and family, with all that happened since the last", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    fixture.settle();
    fixture.set(inet({ local: "192.0.2.2", secondary: true }));
    fixture.set(inet({ local: "192.0.2.3", secondary: true }));
    fixture.set(inet6());
    fixture.delete(inet());
    expect(fixture.settle()).toEqual([
      set("inet", ["192.0.2.2/24", "192.0.2.3/24"], ["192.0.2.2/24", "192.0.2.3/24"], ["192.0.2.1/24"]),
      set("inet6", ["2001:db8::1/64"], ["2001:db8::1/64"], []),
    ]);
  });

  test("one that is added and removed in a batch is not told", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    fixture.delete(inet());
    expect(fixture.settle()).toEqual([]);
  });

  test("one that is removed and added again in a batch is not told", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    fixture.settle();
    fixture.delete(inet());
    fixture.set(inet());
    expect(fixture.settle()).toEqual([]);
  });

  test("one with another prefix length is another", () => {
    const fixture = new Fixture();
    fixture.set(inet6());
    fixture.settle();
    fixture.delete(inet6());
    fixture.set(inet6({ prefixlen: 128 }));
    expect(fixture.settle()).toEqual([
      set("inet6", ["2001:db8::1/128"], ["2001:db8::1/128"], ["2001:db8::1/64"]),
    ]);
  });

  test("tentative ones are not in it, until they are usable", () => {
    const fixture = new Fixture();
    fixture.set(inet6(TENTATIVE));
    expect(fixture.settle()).toEqual([]);
    fixture.set(inet6());
    expect(fixture.settle()).toEqual([set("inet6", ["2001:db8::1/64"], ["2001:db8::1/64"], [])]);
  });

  test("deprecated ones leave it, and come back", () => {
    const fixture = new Fixture();
    fixture.set(inet6());
    fixture.settle();
    fixture.set(inet6(DEPRECATED));
    expect(fixture.settle()).toEqual([set("inet6", [], [], ["2001:db8::1/64"])]);
    fixture.set(inet6());
    expect(fixture.settle()).toEqual([set("inet6", ["2001:db8::1/64"], ["2001:db8::1/64"], [])]);
  });

  test("failed ones were never in it", () => {
    const fixture = new Fixture();
    fixture.set(inet6(TENTATIVE));
    fixture.set(inet6(FAILED));
    fixture.delete(inet6(FAILED));
    expect(fixture.settle()).toEqual([]);
  });

  test("a refresh or a change of something else is not told", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    fixture.settle();
    fixture.set(inet({ valid_life_time: 100 }));
    fixture.set(inet({ metric: 7 }));
    expect(fixture.settle()).toEqual([]);
  });

  test("each interface has its own", () => {
    const fixture = new Fixture();
    fixture.set(inet(), 3);
    fixture.set(inet({ local: "198.51.100.1" }), 4);
    expect(fixture.settle()).toEqual([
      set("inet", ["192.0.2.1/24"], ["192.0.2.1/24"], [], "eth3"),
      set("inet", ["198.51.100.1/24"], ["198.51.100.1/24"], [], "eth4"),
    ]);
  });

  test("the event says that it is of the batch's origin", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    const [change] = [...fixture.addresses.usableChanges("resync")] as [AddressesChange];
    expect([change.object, change.verb, change.origin]).toEqual(["addresses", "changed", "resync"]);
  });
});

describe("deleteAll", () => {
  test("what a link that is gone had is removed, with the cause, and its usable sets with it", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    fixture.set(inet6(TENTATIVE));
    fixture.set(inet6(), 4);
    fixture.settle();
    const changes = [...fixture.addresses.deleteAll(3, "link.removed", "inferred")];
    expect(changes.map(({ verb, body, origin, cause }) => [verb, body.local, origin, cause])).toEqual([
      ["removed", "192.0.2.1", "inferred", "link.removed"],
      ["removed", "2001:db8::1", "inferred", "link.removed"],
    ]);
    expect(fixture.all).toEqual([inet6()]);
    expect(fixture.settle()).toEqual([
      { ifname: "eth3", family: "inet", addresses: [], added: [], removed: ["192.0.2.1/24"] },
    ]);
  });

  test("of a link without addresses, nothing", () => {
    expect([...new Fixture().addresses.deleteAll(3, "link.removed", "inferred")]).toEqual([]);
  });
});

describe("resync", () => {
  test("what is gone, then what is new or different; a refresh is no difference", () => {
    const fixture = new Fixture();
    fixture.set(inet());
    fixture.set(inet({ local: "192.0.2.2", secondary: true }));
    fixture.set(inet6(TENTATIVE));
    fixture.set(inet({ local: "198.51.100.1", valid_life_time: 100 }), 4);
    const dump = [
      fixture.message(inet({ local: "192.0.2.2" })),
      fixture.message(inet6()),
      fixture.message(inet({ local: "198.51.100.1", valid_life_time: 90 }), 4),
      fixture.message(inet6({ local: "2001:db8::9" }), 4),
    ];
    const changes = [...fixture.addresses.resyncRemoved(dump), ...fixture.addresses.resync(dump)];
    expect(changes.map(({ verb, dev, body, origin }) => [verb, dev.ifindex, body.local, origin])).toEqual([
      ["removed", 3, "192.0.2.1", "resync"],
      ["changed", 3, "192.0.2.2", "resync"],
      ["usable", 3, "2001:db8::1", "resync"],
      ["added", 4, "2001:db8::9", "resync"],
    ]);
    expect(new Set(fixture.all)).toEqual(new Set(dump.map(({ body }) => body)));
  });

  test("the same address on another device is another", () => {
    const fixture = new Fixture();
    fixture.set(inet6(), 3);
    const dump = [fixture.message(inet6(), 4)];
    const changes = [...fixture.addresses.resyncRemoved(dump), ...fixture.addresses.resync(dump)];
    expect(changes.map(({ verb, dev }) => [verb, dev.ifindex])).toEqual([
      ["removed", 3],
      ["added", 4],
    ]);
  });
});

test("an IPv6 address with another prefix length is another member of the usable set", () => {
  const devs = new Devs();
  const dev = devs.name(7, "v0");
  const all = new Addresses();
  const body = { family: "inet6", local: "2001:db8::1", prefixlen: 64, scope: "global", usable: true };
  all.set({ dev, body }, "snapshot");
  expect([...all.usableChanges("snapshot")].length).toBe(1);
  expect([...all.resync([{ dev, body: { ...body, prefixlen: 128 } }])].map(({ verb }) => verb)).toEqual([
    "changed",
  ]);
  expect([...all.usableChanges("resync")].map((change) => change.body)).toEqual([
    {
      family: "inet6",
      addresses: ["2001:db8::1/128"],
      before: ["2001:db8::1/64"],
      added: ["2001:db8::1/128"],
      removed: ["2001:db8::1/64"],
    },
  ]);
});

test("a set has the one before it, and marks what is temporary, optimistic or no longer preferred", () => {
  const fixture = new Fixture();
  fixture.set(inet6({ mngtmpaddr: true }));
  fixture.set(inet6({ local: "2001:db8::2", temporary: true }));
  fixture.set(inet6({ local: "2001:db8::3", optimistic: true, tentative: true }));
  fixture.set(inet6({ local: "2001:db8::4", ...DEPRECATED }));
  expect(fixture.sets().map(({ body }) => body)).toEqual([
    {
      family: "inet6",
      addresses: ["2001:db8::1/64", "2001:db8::2/64", "2001:db8::3/64"],
      before: [],
      added: ["2001:db8::1/64", "2001:db8::2/64", "2001:db8::3/64"],
      removed: [],
      temporary: ["2001:db8::2/64"],
      optimistic: ["2001:db8::3/64"],
      deprecated: ["2001:db8::4/64"],
    },
  ]);
  fixture.set(inet6({ local: "2001:db8::2", temporary: true, ...DEPRECATED }));
  expect(fixture.sets().map(({ body }) => body)).toEqual([
    {
      family: "inet6",
      addresses: ["2001:db8::1/64", "2001:db8::3/64"],
      before: ["2001:db8::1/64", "2001:db8::2/64", "2001:db8::3/64"],
      added: [],
      removed: ["2001:db8::2/64"],
      optimistic: ["2001:db8::3/64"],
      deprecated: ["2001:db8::2/64", "2001:db8::4/64"],
    },
  ]);
});

test("the usable sets there are, as if they had come just now", () => {
  const fixture = new Fixture();
  fixture.set(inet());
  fixture.set(inet6(), 4);
  fixture.set(inet({ local: "198.51.100.1" }), 5);
  fixture.settle();
  fixture.delete(inet({ local: "198.51.100.1" }), 5);
  fixture.settle();
  const sets = [...fixture.addresses.usableSets("snapshot")];
  expect(
    sets.map(({ dev, body: { family, added, before } }) => [dev.ifindex, family, added, before]),
  ).toEqual([
    [3, "inet", ["192.0.2.1/24"], []],
    [4, "inet6", [expect.any(String)], []],
  ]);
});
