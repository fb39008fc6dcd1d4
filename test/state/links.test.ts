import { describe, expect, test } from "bun:test";
import { Dev, Devs } from "../../src/rtnetlink/dev.ts";
import { AF_BRIDGE, AF_INET6, AF_UNSPEC } from "../../src/rtnetlink/inet.ts";
import type { Link, LinkMessage } from "../../src/rtnetlink/link.ts";
import type { LinkChange } from "../../src/state/change.ts";
import { isUp, Links } from "../../src/state/links.ts";
import { shown } from "../rtnetlink/corpus.ts";

const DOWN = { flags: ["BROADCAST", "MULTICAST"], operstate: "DOWN" };
const UP = { flags: ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"], operstate: "UP" };

const link = (fields: Partial<Link> = {}): Link => ({
  ifindex: 3,
  ifname: "eth0",
  link_type: "ether",
  mtu: 1500,
  ...DOWN,
  ...fields,
});

/** What is read may be given again: to change it throws here. */
function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value))
    if (typeof inner === "object" && inner !== null && !(inner instanceof Dev)) frozen(inner);
  return Object.freeze(value);
}

class Fixture {
  readonly devs = new Devs();
  readonly links = new Links(this.devs);

  message(body: Link, family = AF_UNSPEC): LinkMessage {
    return { dev: this.devs.get(body.ifindex), body: frozen(body), family };
  }

  set(fields: Partial<Link> = {}, family = AF_UNSPEC): LinkChange | undefined {
    return this.links.set(this.message(link(fields), family), "kernel");
  }

  delete(fields: Partial<Link> = {}, family = AF_UNSPEC): LinkChange | undefined {
    return this.links.delete(this.message(link(fields), family), "kernel");
  }

  /** What is known of eth0. */
  get body(): Link {
    return this.links.get(3)!;
  }
}

const told = (change: LinkChange | undefined): unknown =>
  change && { verb: change.verb, changed: change.changed && shown(change.changed) };

describe("isUp", () => {
  const cases: [flags: string[], operstate: string | undefined, up: boolean][] = [
    [["UP", "LOWER_UP"], "UP", true],
    // lo and tun: nobody keeps their operstate.
    [["UP", "LOWER_UP"], "UNKNOWN", true],
    [["UP"], "UNKNOWN", false],
    [["NO-CARRIER", "UP"], "DOWN", false],
    [["UP", "LOWER_UP"], "DORMANT", false],
    [["UP", "LOWER_UP"], "LOWERLAYERDOWN", false],
    [["LOWER_UP"], "UP", false],
    [["UP", "LOWER_UP"], undefined, false],
  ];
  for (const [flags, operstate, up] of cases)
    test(`${flags.join(" ")}, ${operstate}: ${up}`, () => {
      expect(isUp(link({ flags, ...(operstate ? { operstate } : { operstate: undefined as never }) }))).toBe(
        up,
      );
    });
});

describe("set", () => {
  test("a link that was not there is added, and its Dev has its name", () => {
    const { devs, links } = new Fixture();
    const change = links.set({ dev: devs.get(3), body: link(), family: AF_UNSPEC }, "kernel");
    expect(change).toEqual({
      object: "link",
      verb: "added",
      dev: devs.get(3),
      body: link(),
      origin: "kernel",
    });
    expect(devs.get(3).ifname).toBe("eth0");
    expect(links.get(3)).toEqual(link());
  });

  test("the same again is unchanged", () => {
    const fixture = new Fixture();
    fixture.set();
    expect(told(fixture.set())).toEqual({ verb: "unchanged", changed: undefined });
  });

  test("a field that the new message lacks is gone", () => {
    const fixture = new Fixture();
    fixture.set({ ifalias: "uplink" });
    expect(told(fixture.set())).toEqual({ verb: "changed", changed: { ifalias: ["uplink", null] } });
    expect(fixture.body.ifalias).toBeUndefined();
  });

  test("up, and down again, with what it comes of", () => {
    const fixture = new Fixture();
    fixture.set();
    expect(told(fixture.set(UP))).toEqual({
      verb: "up",
      changed: { flags: [DOWN.flags, UP.flags], operstate: ["DOWN", "UP"] },
    });
    const carrier = { flags: ["NO-CARRIER", "BROADCAST", "MULTICAST", "UP"], operstate: "DOWN" };
    expect(told(fixture.set(carrier))).toEqual({
      verb: "down",
      changed: { flags: [UP.flags, carrier.flags], operstate: ["UP", "DOWN"] },
    });
  });

  test("set up without a carrier is a change, not up", () => {
    const fixture = new Fixture();
    fixture.set();
    expect(fixture.set({ flags: ["NO-CARRIER", "BROADCAST", "MULTICAST", "UP"] })?.verb).toBe("changed");
  });

  test("renamed, and every holder of the Dev knows", () => {
    const fixture = new Fixture();
    const held = fixture.set()!.dev;
    expect(told(fixture.set({ ifname: "wan0" }))).toEqual({
      verb: "renamed",
      changed: { ifname: ["eth0", "wan0"] },
    });
    expect(held.ifname).toBe("wan0");
  });

  test("up and down come before renamed, renamed before changed; changed lists all of it", () => {
    const fixture = new Fixture();
    fixture.set();
    expect(told(fixture.set({ ...UP, ifname: "wan0", mtu: 9000 }))).toEqual({
      verb: "up",
      changed: {
        flags: [DOWN.flags, UP.flags],
        operstate: ["DOWN", "UP"],
        ifname: ["eth0", "wan0"],
        mtu: [1500, 9000],
      },
    });
    expect(told(fixture.set({ ...UP, ifname: "lan0", mtu: 1400 }))).toEqual({
      verb: "renamed",
      changed: { ifname: ["wan0", "lan0"], mtu: [9000, 1400] },
    });
    expect(fixture.set({ ifname: "dmz0" })?.verb).toBe("down");
    expect(told(fixture.set({ ifname: "dmz0", mtu: 9000 }))).toEqual({
      verb: "changed",
      changed: { mtu: [1500, 9000] },
    });
  });

  test("virtual functions are only in dumps: a notification without them takes none away", () => {
    const fixture = new Fixture();
    const vfinfo_list = [{ vf: 0, link_type: "ether", address: "02:00:00:00:00:10" }];
    fixture.set({ vfinfo_list });
    expect(told(fixture.set({ mtu: 9000 }))).toEqual({ verb: "changed", changed: { mtu: [1500, 9000] } });
    expect(fixture.body.vfinfo_list).toEqual(vfinfo_list);
  });

  test("added comes before everything", () => {
    expect(told(new Fixture().set(UP))).toEqual({ verb: "added", changed: undefined });
  });
});

/** What a whole message has that the messages of AF_BRIDGE and AF_INET6 lack. */
const WHOLE: Partial<Link> = {
  ...UP,
  qdisc: "noqueue",
  group: "default",
  txqlen: 1000,
  address: "02:00:00:00:00:01",
  broadcast: "ff:ff:ff:ff:ff:ff",
  ifalias: "uplink",
  inet6_addr_gen_mode: "eui64",
  min_mtu: 68,
  max_mtu: 65535,
};

describe("messages of a family", () => {
  const parts = [
    ["AF_BRIDGE", AF_BRIDGE],
    ["AF_INET6", AF_INET6],
  ] as const;
  for (const [name, family] of parts) {
    test(`${name}: of a link that is not known, nothing`, () => {
      const fixture = new Fixture();
      expect(fixture.set(UP, family)).toBeUndefined();
      expect([...fixture.links.values()]).toEqual([]);
    });

    test(`${name}: what it lacks stays, also when nothing differs`, () => {
      const fixture = new Fixture();
      const master = fixture.devs.name(2, "br0");
      const whole: Partial<Link> = {
        ...WHOLE,
        master,
        linkinfo: {
          info_kind: "veth",
          info_slave_kind: "bridge",
          info_slave_data: { cost: 2, state: "forwarding" },
        },
      };
      fixture.set(whole);
      expect(fixture.set(UP, family)?.verb).toBe("unchanged");
      expect(fixture.body).toEqual(link(whole));
    });

    test(`${name}: mtu, address, name and flags are the link's`, () => {
      const fixture = new Fixture();
      fixture.set(WHOLE);
      const part = { ...DOWN, ifname: "wan0", mtu: 1400, address: "02:00:00:00:00:99" };
      expect(told(fixture.set(part, family))).toEqual({
        verb: "down",
        changed: {
          ifname: ["eth0", "wan0"],
          flags: [UP.flags, DOWN.flags],
          mtu: [1500, 1400],
          operstate: ["UP", "DOWN"],
          address: ["02:00:00:00:00:01", "02:00:00:00:00:99"],
        },
      });
      expect(fixture.body).toEqual(link({ ...WHOLE, ...part }));
    });
  }

  test("AF_BRIDGE: a port's data is replaced, its kind and that of the link stay", () => {
    const fixture = new Fixture();
    const master = fixture.devs.name(2, "br0");
    fixture.set({
      ...WHOLE,
      master,
      linkinfo: {
        info_kind: "veth",
        info_slave_kind: "bridge",
        info_slave_data: { cost: 2, state: "listening" },
      },
    });
    const part = {
      ...UP,
      master,
      linkinfo: { info_slave_kind: "bridge", info_slave_data: { cost: 7, state: "learning" } },
    };
    expect(told(fixture.set(part, AF_BRIDGE))).toEqual({
      verb: "changed",
      changed: {
        "linkinfo.info_slave_data.cost": [2, 7],
        "linkinfo.info_slave_data.state": ["listening", "learning"],
      },
    });
    expect(fixture.body.linkinfo).toEqual({
      info_kind: "veth",
      info_slave_kind: "bridge",
      info_slave_data: { cost: 7, state: "learning" },
    });
  });

  test("AF_BRIDGE: a link joins", () => {
    const fixture = new Fixture();
    const master = fixture.devs.name(2, "br0");
    fixture.set({ ...WHOLE, linkinfo: { info_kind: "veth" } });
    const part = { ...UP, master, linkinfo: { info_slave_kind: "bridge", info_slave_data: { cost: 2 } } };
    expect(told(fixture.set(part, AF_BRIDGE))).toEqual({
      verb: "changed",
      changed: {
        master: [null, "br0"],
        "linkinfo.info_slave_kind": [null, "bridge"],
        "linkinfo.info_slave_data": [null, { cost: 2 }],
      },
    });
  });

  test("AF_BRIDGE: a bridge that names itself is not its own port", () => {
    const fixture = new Fixture();
    fixture.set(WHOLE);
    expect(fixture.set({ ...UP, master: fixture.devs.get(3) }, AF_BRIDGE)?.verb).toBe("unchanged");
    expect(fixture.body.master).toBeUndefined();
  });

  test("AF_INET6: the address generation mode is the link's, a master in it is not asked", () => {
    const fixture = new Fixture();
    fixture.set(WHOLE);
    expect(
      told(fixture.set({ ...UP, inet6_addr_gen_mode: "none", master: fixture.devs.get(9) }, AF_INET6)),
    ).toEqual({
      verb: "changed",
      changed: { inet6_addr_gen_mode: ["eui64", "none"] },
    });
    expect(fixture.body).toEqual(link({ ...WHOLE, inet6_addr_gen_mode: "none" }));
  });

  test("a partial message can set a link up and down", () => {
    const fixture = new Fixture();
    fixture.set({ ...WHOLE, ...DOWN });
    expect(fixture.set(UP, AF_INET6)?.verb).toBe("up");
    expect(fixture.set(DOWN, AF_BRIDGE)?.verb).toBe("down");
  });
});

describe("delete", () => {
  test("a removal carries the link as last known, not as the message has it", () => {
    const fixture = new Fixture();
    fixture.set(WHOLE);
    const { dev } = fixture.set(WHOLE)!;
    expect(fixture.delete({ mtu: 1, qdisc: "noop" })).toEqual({
      object: "link",
      verb: "removed",
      dev,
      body: link(WHOLE),
      origin: "kernel",
    });
    expect(fixture.links.get(3)).toBeUndefined();
  });

  test("a link that was not known is not removed", () => {
    expect(new Fixture().delete()).toBeUndefined();
  });

  test("one that moved away tells where to", () => {
    const fixture = new Fixture();
    fixture.set(WHOLE);
    expect(fixture.delete({ new_netnsid: 0, new_ifindex: 2 })?.body).toEqual(
      link({ ...WHOLE, new_netnsid: 0, new_ifindex: 2 }),
    );
  });

  test("the index can be another device's afterwards", () => {
    const fixture = new Fixture();
    const before = fixture.set()!.dev;
    fixture.delete();
    const change = fixture.set({ ifname: "eth1" })!;
    expect(change.verb).toBe("added");
    expect(change.dev).not.toBe(before);
    expect([before.ifname, change.dev.ifname]).toEqual(["eth0", "eth1"]);
  });

  test("AF_BRIDGE: the port left its bridge, and is still there", () => {
    const fixture = new Fixture();
    const master = fixture.devs.name(2, "br0");
    fixture.set({
      ...WHOLE,
      master,
      linkinfo: { info_kind: "veth", info_slave_kind: "bridge", info_slave_data: { cost: 2 } },
    });
    // The message names the bridge that it is no longer a port of.
    expect(told(fixture.delete({ ...UP, master }, AF_BRIDGE))).toEqual({
      verb: "changed",
      changed: {
        master: ["br0", null],
        "linkinfo.info_slave_kind": ["bridge", null],
        "linkinfo.info_slave_data": [{ cost: 2 }, null],
      },
    });
    expect(fixture.body).toEqual(link({ ...WHOLE, linkinfo: { info_kind: "veth" } }));
    // The kernel then says the same in a whole message.
    expect(fixture.set({ ...WHOLE, linkinfo: { info_kind: "veth" } })?.verb).toBe("unchanged");
  });

  test("AF_BRIDGE: of a link that is not known, or is no port, nothing goes", () => {
    const fixture = new Fixture();
    expect(fixture.delete({}, AF_BRIDGE)).toBeUndefined();
    fixture.set(WHOLE);
    expect(fixture.delete(UP, AF_BRIDGE)?.verb).toBe("unchanged");
    expect(fixture.body).toEqual(link(WHOLE));
  });

  test("AF_INET6: IPv6 left the link, which is still there", () => {
    const fixture = new Fixture();
    fixture.set(WHOLE);
    expect(fixture.delete(UP, AF_INET6)).toBeUndefined();
    expect(fixture.body).toEqual(link(WHOLE));
  });
});

describe("resync", () => {
  test("removals first, then what is new or different, and nothing else", () => {
    const fixture = new Fixture();
    for (const ifindex of [1, 2, 3, 4]) fixture.set({ ifindex, ifname: `eth${ifindex}` });
    const dump = [
      fixture.message(link({ ifindex: 1, ifname: "eth1" })),
      fixture.message(link({ ifindex: 3, ifname: "eth2" })),
      fixture.message(link({ ifindex: 9, ifname: "eth9" })),
    ];
    const changes = [...fixture.links.resync(dump, true)];
    expect(changes.map(({ verb, dev, origin }) => [verb, dev.ifindex, origin])).toEqual([
      ["removed", 2, "resync"],
      ["removed", 4, "resync"],
      // Its name was that of a link that is gone.
      ["renamed", 3, "resync"],
      ["added", 9, "resync"],
    ]);
    expect([...fixture.links.values()].map(({ body }) => body.ifindex)).toEqual([1, 3, 9]);
  });
});

describe("found by review", () => {
  const PORT = { info_slave_kind: "bridge", info_slave_data: { state: "forwarding" } };

  test("a port without a kind of its own leaves its bridge once", () => {
    const fixture = new Fixture();
    fixture.set({ master: fixture.devs.name(9, "br0"), linkinfo: PORT });
    expect(fixture.delete({}, AF_BRIDGE)?.verb).toBe("changed");
    expect(fixture.set()?.verb).toBe("unchanged");
  });

  test("virtual functions stay through notifications, and go with the dump that lacks them", () => {
    const fixture = new Fixture();
    const vf = { vf: 0, link_type: "ether", address: "02:00:00:00:00:01" };
    fixture.links.set(fixture.message(link({ vfinfo_list: [vf] })), "snapshot");
    const message = fixture.message(link());
    expect(fixture.links.set(message, "kernel")?.verb).toBe("unchanged");
    expect(message.body.vfinfo_list).toBeUndefined();
    expect([...fixture.links.resync([fixture.message(link())], true)].map(told)).toEqual([
      { verb: "changed", changed: { vfinfo_list: [[vf], null] } },
    ]);
  });

  test("a device that is named deep in a body is followed through its renames", () => {
    const fixture = new Fixture();
    const backup = fixture.devs.name(9, "eth9");
    fixture.set({ linkinfo: { ...PORT, info_slave_data: { backup_port: backup } } });
    fixture.devs.name(9, "spare");
    expect([...fixture.links.renamed(backup, "eth9", "inferred")].map(told)).toEqual([
      { verb: "changed", changed: { "linkinfo.info_slave_data.backup_port": ["eth9", "spare"] } },
    ]);
  });

  test("the names of a device are looked for only where it is named, and everywhere there", () => {
    const { devs, links } = new Fixture();
    let looked = 0;
    const set = (ifindex: number, fields: Partial<Link>) => {
      const body = link({ ifindex, ifname: `p${ifindex}`, ...fields });
      Object.defineProperty(body, "mtu", { enumerable: true, get: () => ++looked && 1500 });
      links.set({ dev: devs.get(ifindex), body, family: AF_UNSPEC }, "kernel");
    };
    const br0 = devs.name(90, "br0");
    const br1 = devs.name(91, "br1");
    const renamed = () =>
      [br0, br1].map((dev) => [...links.renamed(dev, "x", "inferred")].map(({ body }) => body.ifindex));
    for (let ifindex = 100; ifindex < 1100; ifindex++) set(ifindex, {});
    set(3, { master: br0 });
    set(1, { master: br0 });
    expect(renamed()).toEqual([[1, 3], []]);
    // From now on it is known who names whom.
    set(3, { master: br1 });
    set(2, { linkinfo: { ...PORT, info_slave_data: { backup_port: br1 } } });
    set(4, { master: br0, link: br1 });
    looked = 0;
    expect(renamed()).toEqual([
      [1, 4],
      [2, 3, 4],
    ]);
    expect(looked).toBeLessThan(20);
    links.delete({ dev: devs.get(4), body: link({ ifindex: 4 }), family: AF_UNSPEC }, "kernel");
    set(4, {});
    expect(renamed()).toEqual([[1], [2, 3]]);
  });
});
