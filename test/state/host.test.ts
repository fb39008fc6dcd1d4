import { describe, expect, test } from "bun:test";
import { readAddress } from "../../src/rtnetlink/address.ts";
import { type LinkMessage, readLink } from "../../src/rtnetlink/link.ts";
import type { ObjectName } from "../../src/rtnetlink/objects.ts";
import { RTM_DELADDR, RTM_DELLINK, RTM_NEWADDR, RTM_NEWLINK } from "../../src/rtnetlink/rtm.ts";
import type { Change } from "../../src/state/change.ts";
import { type Dump, Host, type Part } from "../../src/state/host.ts";
import { messageOf, random, shown, wire } from "../rtnetlink/corpus.ts";

/** Little-endian hex digits. */
function le(value: number, size: number): string {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes.toHex().slice(0, 2 * size);
}

const attribute = (type: number, payload: string): string =>
  le(4 + payload.length / 2, 2) + le(type, 2) + payload + "00".repeat(-(payload.length / 2) & 3);
const cString = (text: string): string => `${new TextEncoder().encode(text).toHex()}00`;

function message(type: number, body: string): Uint8Array {
  return wire(`${le(16 + body.length / 2, 4)} ${le(type, 2)} 0000 00000000 00000000 ${body}`);
}

interface LinkFields {
  ifindex: number;
  ifname: string;
  /** IFF_UP, IFF_LOWER_UP and operstate UP, or none of them. */
  up?: boolean;
  mtu?: number;
  master?: number;
  /** 0: no peer yet. */
  link?: number;
  /** Of the namespace in which `link` is. */
  netnsid?: number;
  /** It goes to another namespace. */
  newIfindex?: number;
  kind?: string;
}

const AF_UNSPEC = "00";
const AF_BRIDGE = "07";

function linkBytes(
  type: number,
  { ifindex, ifname, up = false, mtu = 1500, master, link, netnsid, newIfindex, kind }: LinkFields,
  family = AF_UNSPEC,
): Uint8Array {
  // IFF_UP | IFF_BROADCAST | IFF_RUNNING | IFF_MULTICAST | IFF_LOWER_UP
  const flags = le(up ? 0x11043 : 0x1002, 4);
  return message(
    type,
    `${family}00 0100 ${le(ifindex, 4)} ${flags} 00000000`.replaceAll(" ", "") +
      attribute(3, cString(ifname)) +
      attribute(16, up ? "06" : "02") +
      attribute(4, le(mtu, 4)) +
      (master === undefined ? "" : attribute(10, le(master, 4))) +
      (link === undefined ? "" : attribute(5, le(link, 4))) +
      (netnsid === undefined ? "" : attribute(37, le(netnsid, 4))) +
      (newIfindex === undefined ? "" : attribute(49, le(newIfindex, 4))) +
      (kind === undefined ? "" : attribute(18, attribute(1, cString(kind)))),
  );
}

interface AddressFields {
  ifindex: number;
  /** Last byte of 192.0.2.x or of 2001:db8::x. */
  host: number;
  family?: "inet" | "inet6";
  prefixlen?: number;
  /** IFA_F_*; PERMANENT when not given. */
  flags?: number;
  valid?: number;
}

const TENTATIVE = 0xc0;

function addressBytes(
  type: number,
  { ifindex, host, family = "inet", prefixlen = 24, flags = 0x80, valid = 0xffffffff }: AddressFields,
): Uint8Array {
  const inet6 = family === "inet6";
  const address = (inet6 ? `20010db8${"00".repeat(11)}` : "c00002") + le(host, 1);
  return message(
    type,
    `${inet6 ? "0a" : "02"}${le(prefixlen, 1)}${le(flags, 1)}00${le(ifindex, 4)}${attribute(1, address)}` +
      attribute(8, le(flags, 4)) +
      attribute(6, le(valid, 4).repeat(2) + "00".repeat(8)),
  );
}

interface State {
  links: LinkFields[];
  addresses: AddressFields[];
}

class Fixture {
  readonly changes: Change[] = [];
  readonly host: Host;

  constructor(listener?: (change: Change) => void) {
    this.host = new Host(
      (change) => {
        this.changes.push(change);
        listener?.(change);
      },
      { objects: new Set(["link", "address"]) },
    );
  }

  newLink(fields: LinkFields, family?: string): Change[] {
    return this.apply(linkBytes(RTM_NEWLINK, fields, family));
  }

  delLink(fields: LinkFields, family?: string): Change[] {
    return this.apply(linkBytes(RTM_DELLINK, fields, family));
  }

  newAddress(fields: AddressFields): Change[] {
    return this.apply(addressBytes(RTM_NEWADDR, fields));
  }

  delAddress(fields: AddressFields): Change[] {
    return this.apply(addressBytes(RTM_DELADDR, fields));
  }

  /** What one message makes happen. */
  apply(bytes: Uint8Array): Change[] {
    return this.during(() => this.host.apply(messageOf(bytes)));
  }

  during(run: () => void): Change[] {
    const from = this.changes.length;
    run();
    return this.changes.slice(from);
  }

  /** The state as a dump of the kernel's, read as the monitor reads it. */
  dump({ links, addresses }: State): Dump {
    const { cx } = this.host;
    return new Map<ObjectName, Part>([
      [
        "link",
        {
          readings: links.map((link) => readLink(messageOf(linkBytes(RTM_NEWLINK, link)), cx)!),
          whole: true,
        },
      ],
      [
        "address",
        {
          readings: addresses.map(
            (address) => readAddress(messageOf(addressBytes(RTM_NEWADDR, address)), cx)!,
          ),
          whole: true,
        },
      ],
    ]);
  }

  load(state: State): void {
    this.host.load(this.dump(state));
  }

  resync(state: State): Change[] {
    const dump = this.dump(state);
    return this.during(() => this.host.resync(dump));
  }

  settle(): Change[] {
    return this.during(() => this.host.settle("kernel"));
  }
}

/** `link.changed v1 inferred link.renamed`, with the fields that differ. */
const told = (changes: readonly Change[]): unknown[] =>
  changes.map(({ object, verb, dev, origin, cause, changed }) => [
    `${object}.${verb} ${dev?.ifname} ${origin}${cause === undefined ? "" : ` ${cause}`}`,
    ...(changed === undefined ? [] : [shown(changed)]),
  ]);

const LO: LinkFields = { ifindex: 1, ifname: "lo" };
const BR0: LinkFields = { ifindex: 2, ifname: "br0", up: true };
const V1: LinkFields = { ifindex: 3, ifname: "v1", up: true, master: 2, kind: "veth" };
const V2: LinkFields = { ifindex: 4, ifname: "v2", up: true, master: 2, kind: "veth" };

describe("apply", () => {
  test("links and addresses, in the order of their messages", () => {
    const fixture = new Fixture();
    fixture.newLink(LO);
    fixture.newAddress({ ifindex: 1, host: 1 });
    fixture.newLink({ ...LO, up: true });
    fixture.newAddress({ ifindex: 1, host: 1 });
    fixture.delAddress({ ifindex: 1, host: 1 });
    fixture.delLink(LO);
    expect(told(fixture.changes)).toEqual([
      ["link.added lo kernel"],
      ["address.added lo kernel"],
      [
        "link.up lo kernel",
        {
          flags: [
            ["BROADCAST", "MULTICAST"],
            ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"],
          ],
          operstate: ["DOWN", "UP"],
        },
      ],
      ["address.unchanged lo kernel"],
      ["address.removed lo kernel"],
      ["link.removed lo kernel"],
    ]);
  });

  test("messages of other types, and headers that are not whole, change nothing", () => {
    const fixture = new Fixture();
    fixture.load({ links: [LO], addresses: [] });
    // RTM_NEWROUTE; RTM_NEWLINK and RTM_NEWADDR with half a header; NLMSG_DONE
    for (const text of [
      "1c000000 1800 0000 00000000 00000000 02000000 00000000 00000000",
      "18000000 1000 0000 00000000 00000000 00000100 01000000",
      "14000000 1400 0000 00000000 00000000 02180000",
      "14000000 0300 0200 00000000 00000000 00000000",
    ])
      expect(fixture.apply(wire(text))).toEqual([]);
    expect([...fixture.host.links.values()]).toHaveLength(1);
  });

  test("problems and unknown attributes are of the message last applied", () => {
    const fixture = new Fixture();
    fixture.host.cx.keepUnknown = true;
    const odd =
      "28000000 1000 0000 00000000 00000000 00000100 01000000 00000000 00000000 0600 0400 dc05 0000";
    fixture.apply(wire(odd));
    expect(fixture.host.cx.problems).toHaveLength(1);
    expect(fixture.host.cx.unknown).toEqual([{ path: "IFLA_MTU", hex: "dc05" }]);
    fixture.newLink(LO);
    expect([fixture.host.cx.problems, fixture.host.cx.unknown]).toEqual([[], []]);
  });

  test("a bridge is renamed: so its ports' master, which the kernel does not say", () => {
    const fixture = new Fixture();
    fixture.load({ links: [LO, BR0, V1, V2], addresses: [] });
    expect(told(fixture.newLink({ ...BR0, ifname: "lan" }))).toEqual([
      ["link.renamed lan kernel", { ifname: ["br0", "lan"] }],
      ["link.changed v1 inferred link.renamed", { master: ["br0", "lan"] }],
      ["link.changed v2 inferred link.renamed", { master: ["br0", "lan"] }],
    ]);
    expect(fixture.newLink(V1).map(({ verb }) => verb)).toEqual(["unchanged"]);
  });

  test("the peer of a device is renamed: so its link", () => {
    const fixture = new Fixture();
    const [v0, v1] = [
      { ifindex: 5, ifname: "v0", link: 6 },
      { ifindex: 6, ifname: "v1", link: 5 },
    ] as const;
    fixture.load({ links: [v0, v1], addresses: [] });
    expect(told(fixture.newLink({ ...v1, ifname: "far" }))).toEqual([
      ["link.renamed far kernel", { ifname: ["v1", "far"] }],
      ["link.changed v0 inferred link.renamed", { link: ["v1", "far"] }],
    ]);
  });

  test("a device that nothing refers to is renamed alone", () => {
    const fixture = new Fixture();
    fixture.load({ links: [LO, BR0, V1], addresses: [{ ifindex: 3, host: 1 }] });
    expect(told(fixture.newLink({ ...V1, ifname: "far" }))).toEqual([
      ["link.renamed far kernel", { ifname: ["v1", "far"] }],
    ]);
  });

  test("a port of a bridge that has not been seen gets its master's name when that comes", () => {
    const fixture = new Fixture();
    fixture.newLink(V1);
    expect(shown(fixture.host.links.get(3)!)).toMatchObject({ master: "if2" });
    expect(told(fixture.newLink(BR0))).toEqual([
      ["link.added br0 kernel"],
      ["link.changed v1 inferred link.renamed", { master: ["if2", "br0"] }],
    ]);
  });

  test("a pair of devices: the first knows its peer only when asked again", () => {
    const fixture = new Fixture();
    fixture.newLink({ ifindex: 5, ifname: "v1", link: 0 });
    fixture.newLink({ ifindex: 6, ifname: "v0", link: 5 });
    expect(fixture.host.takeStale()).toEqual([5]);
    const again = fixture.dump({ links: [{ ifindex: 5, ifname: "v1", link: 6, mtu: 9000 }], addresses: [] });
    expect(
      told(fixture.during(() => fixture.host.correct(again.get("link")!.readings[0] as LinkMessage))),
    ).toEqual([["link.changed v1 inferred link.added", { link: [null, "v0"] }]]);
    // Of the answer only the peer is taken: the rest may be newer than messages that are still to come.
    expect(fixture.host.links.get(5)?.mtu).toBe(1500);
    expect(fixture.during(() => fixture.host.correct(again.get("link")!.readings[0] as LinkMessage))).toEqual(
      [],
    );
    // Once it is known, messages say what becomes of it: an answer may be older than they are.
    const late = fixture.dump({ links: [{ ifindex: 5, ifname: "v1", link: 7 }], addresses: [] });
    expect(fixture.during(() => fixture.host.correct(late.get("link")!.readings[0] as LinkMessage))).toEqual(
      [],
    );
  });

  test("a pair of devices: one leaves for another namespace, and comes back", () => {
    const fixture = new Fixture();
    fixture.load({
      links: [
        { ifindex: 5, ifname: "v1", link: 6 },
        { ifindex: 6, ifname: "v0", link: 5 },
      ],
      addresses: [],
    });
    const asked = (answer: Parameters<Fixture["dump"]>[0]["links"][number]) => {
      const dump = fixture.dump({ links: [answer], addresses: [] });
      return told(fixture.during(() => fixture.host.correct(dump.get("link")!.readings[0] as LinkMessage)));
    };
    fixture.delLink({ ifindex: 6, ifname: "v0", link: 5, newIfindex: 9 });
    expect(fixture.host.takeStale()).toEqual([5]);
    expect(asked({ ifindex: 5, ifname: "v1", link: 9, netnsid: 0 })).toEqual([
      [
        "link.changed v1 inferred link.removed",
        { link: ["v0", null], link_index: [null, 9], link_netnsid: [null, 0] },
      ],
    ]);
    fixture.newLink({ ifindex: 6, ifname: "v0", link: 5 });
    expect(fixture.host.takeStale()).toEqual([5]);
    expect(asked({ ifindex: 5, ifname: "v1", link: 6 })).toEqual([
      [
        "link.changed v1 inferred link.added",
        { link_index: [9, null], link_netnsid: [0, null], link: [null, "v0"] },
      ],
    ]);
  });

  test("a port leaves its bridge: the bridge's message, then the whole one", () => {
    const fixture = new Fixture();
    fixture.load({ links: [BR0, V1], addresses: [] });
    expect(told(fixture.delLink(V1, AF_BRIDGE))).toEqual([
      ["link.changed v1 kernel", { master: ["br0", null] }],
    ]);
    const { master: _, ...alone } = V1;
    expect(fixture.newLink(alone).map(({ verb }) => verb)).toEqual(["unchanged"]);
  });

  // ip link set v1 nomaster, recorded: the bridge's message
  test("the same, with the kernel's bytes", () => {
    const fixture = new Fixture();
    fixture.load({ links: [BR0, { ...V1, link: 4 }, { ifindex: 4, ifname: "v0", up: true }], addresses: [] });
    const left = wire(`
      54000000 1100 0000 00000000 00000000  // nlmsghdr: 84 bytes, RTM_DELLINK
      07 00 0100 03000000 43100100 00000000 // ifinfomsg: AF_BRIDGE, ARPHRD_ETHER, index 3, up and running
      0700 0300 763100 00                   // IFLA_IFNAME "v1"
      0800 0a00 02000000                    // IFLA_MASTER 2
      0800 0400 dc050000                    // IFLA_MTU 1500
      0500 1000 06 000000                   // IFLA_OPERSTATE UP
      0a00 0100 020000000002 0000           // IFLA_ADDRESS 02:00:00:00:00:02
      0800 0500 04000000                    // IFLA_LINK 4`);
    expect(told(fixture.apply(left))).toEqual([["link.changed v1 kernel", { master: ["br0", null] }]]);
    expect(shown(fixture.host.links.get(3)!)).toMatchObject({ link: "v0", linkinfo: { info_kind: "veth" } });
  });

  test("addresses that the kernel did not take off go with their link, before it", () => {
    const fixture = new Fixture();
    fixture.load({
      links: [LO, V1],
      addresses: [
        { ifindex: 3, host: 1 },
        { ifindex: 3, host: 2, family: "inet6" },
      ],
    });
    fixture.delAddress({ ifindex: 3, host: 1 });
    expect(told(fixture.delLink(V1))).toEqual([
      ["address.removed v1 inferred link.removed"],
      ["link.removed v1 kernel"],
    ]);
    expect(told(fixture.settle())).toEqual([
      ["addresses.changed v1 kernel"],
      ["addresses.changed v1 kernel"],
    ]);
    expect(fixture.settle()).toEqual([]);
  });

  test("usable sets are told when the batch is done, after what they follow from", () => {
    const fixture = new Fixture();
    fixture.load({ links: [V1], addresses: [] });
    fixture.newAddress({ ifindex: 3, host: 1, family: "inet6", flags: TENTATIVE });
    fixture.newAddress({ ifindex: 3, host: 2 });
    fixture.newAddress({ ifindex: 3, host: 1, family: "inet6" });
    fixture.settle();
    expect(told(fixture.changes)).toEqual([
      ["address.added v1 kernel"],
      ["address.added v1 kernel"],
      ["address.usable v1 kernel", { tentative: [true, null], usable: [false, true] }],
      ["addresses.changed v1 kernel"],
      ["addresses.changed v1 kernel"],
    ]);
  });
});

describe("load and snapshot", () => {
  const state: State = { links: [LO, BR0, V1], addresses: [{ ifindex: 3, host: 1 }] };

  test("load says nothing, also not of usable sets", () => {
    const fixture = new Fixture();
    fixture.load(state);
    expect(fixture.settle()).toEqual([]);
    expect(fixture.changes).toEqual([]);
  });

  test("everything there is, links first", () => {
    const fixture = new Fixture();
    fixture.load(state);
    expect(told([...fixture.host.existing()])).toEqual([
      ["link.exists lo snapshot"],
      ["link.exists br0 snapshot"],
      ["link.exists v1 snapshot"],
      ["address.exists v1 snapshot"],
    ]);
  });
});

describe("resync", () => {
  const state: State = {
    links: [LO, BR0, V1, V2],
    addresses: [
      { ifindex: 3, host: 1 },
      { ifindex: 3, host: 2, family: "inet6", flags: TENTATIVE },
      { ifindex: 4, host: 3, valid: 100, flags: 0 },
    ],
  };

  test("to the same state, nothing", () => {
    const fixture = new Fixture();
    fixture.load(state);
    expect(fixture.resync(state)).toEqual([]);
  });

  test("a lifetime that went on is no difference", () => {
    const fixture = new Fixture();
    fixture.load(state);
    const later = state.addresses.map((address) =>
      address.valid === 100 ? { ...address, valid: 90 } : address,
    );
    expect(fixture.resync({ ...state, addresses: later })).toEqual([]);
  });

  test("removals first, addresses before links; then only the differences; then the usable sets", () => {
    const fixture = new Fixture();
    fixture.load(state);
    const { master: _, ...alone } = V1;
    const changes = fixture.resync({
      links: [LO, BR0, { ...alone, mtu: 9000 }, { ifindex: 9, ifname: "v2" }],
      addresses: [
        { ifindex: 3, host: 2, family: "inet6" },
        { ifindex: 9, host: 3 },
      ],
    });
    expect(told(changes)).toEqual([
      ["address.removed v1 resync"],
      ["address.removed v2 resync"],
      ["link.removed v2 resync"],
      ["link.changed v1 resync", { mtu: [1500, 9000], master: ["br0", null] }],
      ["link.added v2 resync"],
      ["address.usable v1 resync", { tentative: [true, null], usable: [false, true] }],
      ["address.added v2 resync"],
      ["addresses.changed v1 resync"],
      ["addresses.changed v1 resync"],
      ["addresses.changed v2 resync"],
      ["addresses.changed v2 resync"],
    ]);
    expect(changes.filter(({ verb }) => verb === "removed").map(({ dev }) => dev?.ifindex)).toEqual([
      3, 4, 4,
    ]);
  });

  test("to almost nothing: all of it is the resync's, also what follows from a removed link", () => {
    const fixture = new Fixture();
    fixture.load(state);
    const changes = fixture.resync({ links: [LO], addresses: [] });
    expect(changes.every(({ origin }) => origin === "resync")).toBe(true);
    expect([...fixture.host.links.values()].map(({ body }) => body.ifname)).toEqual(["lo"]);
    expect([...fixture.host.addresses.values()]).toEqual([]);
  });

  test("peers that were unknown are in the dump: nobody has to be asked again", () => {
    const fixture = new Fixture();
    const [v1, v0] = [
      { ifindex: 5, ifname: "v1", link: 0 },
      { ifindex: 6, ifname: "v0", link: 5 },
    ];
    fixture.newLink(v1);
    fixture.newLink(v0);
    expect(told(fixture.resync({ links: [{ ...v1, link: 6 }, v0], addresses: [] }))).toEqual([
      ["link.changed v1 resync", { link: [null, "v0"] }],
    ]);
    expect(fixture.host.takeStale()).toEqual([]);
  });

  test("a name that moved to another link", () => {
    const fixture = new Fixture();
    fixture.load({
      links: [LO, { ifindex: 5, ifname: "eth0" }, { ifindex: 6, ifname: "eth1" }],
      addresses: [],
    });
    const changes = fixture.resync({
      links: [LO, { ifindex: 5, ifname: "eth1" }, { ifindex: 6, ifname: "eth0" }],
      addresses: [],
    });
    expect(changes.map(({ object, verb, dev }) => [object, verb, dev?.ifindex])).toEqual([
      ["link", "renamed", 5],
      ["link", "renamed", 6],
    ]);
  });
});

/** What a reader of the events knows: objects as they were written when they were told. */
class Reader {
  readonly links = new Map<number, unknown>();
  readonly addresses = new Map<string, unknown>();
  readonly usable = new Map<string, string[]>();
  readonly oddities: string[] = [];

  readonly take = (change: Change): void => {
    const { object, verb, dev, body } = change;
    const written = shown(body);
    if (object !== "link" && object !== "address" && object !== "addresses") return;
    if (object === "addresses") {
      const key = `${dev.ifindex} ${body.family}`;
      const after = new Set(this.usable.get(key));
      for (const address of body.removed)
        if (!after.delete(address)) this.oddities.push(`${key}: ${address} was not there`);
      for (const address of body.added) {
        if (after.has(address)) this.oddities.push(`${key}: ${address} was there`);
        after.add(address);
      }
      if ([...after].sort().join() !== body.addresses.toSorted().join())
        this.oddities.push(`${key}: ${[...after]} is not ${body.addresses}`);
      if (after.size === 0) this.usable.delete(key);
      else this.usable.set(key, body.addresses.toSorted());
      return;
    }
    const [known, key] =
      object === "link"
        ? [this.links as Map<unknown, unknown>, dev.ifindex]
        : [this.addresses as Map<unknown, unknown>, `${dev.ifindex} ${body.local}/${body.prefixlen}`];
    if ((verb === "added") === known.has(key)) this.oddities.push(`${object}.${verb} ${key}`);
    if (verb === "removed") known.delete(key);
    else known.set(key, written);
  };

  get state(): unknown {
    return {
      links: Object.fromEntries(this.links),
      addresses: Object.fromEntries(this.addresses),
      usable: Object.fromEntries(this.usable),
    };
  }
}

/** What there is to know of a state: read by a host that has seen nothing else. */
function truth(state: State): unknown {
  const fixture = new Fixture();
  fixture.load(state);
  const links: Record<string, unknown> = {};
  const addresses: Record<string, unknown> = {};
  const usable: Record<string, string[]> = {};
  for (const { dev, body } of fixture.host.links.values()) links[dev.ifindex] = shown(body);
  for (const { dev, body } of fixture.host.addresses.values()) {
    addresses[`${dev.ifindex} ${body.local}/${body.prefixlen}`] = shown(body);
    if (body.usable) (usable[`${dev.ifindex} ${body.family}`] ??= []).push(`${body.local}/${body.prefixlen}`);
  }
  for (const set of Object.values(usable)) set.sort();
  return { links, addresses, usable };
}

describe("any state to any other", () => {
  const NAMES = ["eth0", "eth1", "wlan0", "br0", "br1", "v0", "v1", "tun0", "x"];

  function randomState(next: () => number): State {
    const indexes = [1, 2, 3, 4, 5, 6].filter(() => next() % 3 !== 0);
    const names = [...NAMES];
    const pick = <T>(from: readonly T[]): T | undefined => from[next() % from.length];
    const links = indexes.map((ifindex): LinkFields => {
      const others = indexes.filter((other) => other !== ifindex);
      const master = next() % 3 === 0 ? pick(others) : undefined;
      const link = next() % 3 === 0 ? pick(others) : undefined;
      return {
        ifindex,
        ifname: names.splice(next() % names.length, 1)[0]!,
        up: next() % 2 === 0,
        mtu: 1500 + (next() % 3),
        ...(master === undefined ? {} : { master }),
        ...(link === undefined ? {} : { link }),
        ...(next() % 2 === 0 ? { kind: "veth" } : {}),
      };
    });
    const addresses: AddressFields[] = [];
    for (const ifindex of indexes)
      for (let host = 1; host <= 4; host++) {
        if (next() % 2 === 0)
          addresses.push({ ifindex, host, prefixlen: 24 + (next() % 2), flags: pick([0x80, 0x81, 0])! });
        if (next() % 2 === 0)
          addresses.push({
            ifindex,
            host,
            family: "inet6",
            prefixlen: 64,
            // Permanent, tentative, dadfailed, deprecated, optimistic, temporary.
            flags: pick([0x80, TENTATIVE, 0xc8, 0x20, 0xc4, 0x01])!,
            valid: 100 + (next() % 2),
          });
      }
    return { links, addresses };
  }

  /** Removes what the resync may leave as it is: lifetimes that went on are no difference. */
  const lasting = (state: unknown): unknown =>
    JSON.parse(JSON.stringify(state), (key, value: unknown) =>
      key.endsWith("_life_time") ? undefined : value,
    );

  test("the events, folded over the first, give the second", () => {
    const next = random(7);
    let events = 0;
    for (let round = 0; round < 200; round++) {
      const [first, second] = [randomState(next), randomState(next)];
      const reader = new Reader();
      const fixture = new Fixture(reader.take);
      // The first comes message by message.
      for (const link of first.links) fixture.newLink(link);
      for (const address of first.addresses) fixture.newAddress(address);
      fixture.settle();
      expect({ round, oddities: reader.oddities, ...(lasting(reader.state) as object) }).toEqual({
        round,
        oddities: [],
        ...(lasting(truth(first)) as object),
      });
      const changes = fixture.resync(second);
      events += changes.length;
      expect({ round, oddities: reader.oddities, ...(lasting(reader.state) as object) }).toEqual({
        round,
        oddities: [],
        ...(lasting(truth(second)) as object),
      });
      // Everything in it is of the resync, nothing is told that is no difference, and no removal comes late.
      expect(changes.filter(({ origin }) => origin !== "resync")).toEqual([]);
      expect(changes.filter(({ verb }) => verb === "unchanged" || verb === "refreshed")).toEqual([]);
      const verbs = changes.map(({ verb }) => verb);
      const removals = verbs.filter((verb) => verb === "removed").length;
      expect(verbs.slice(0, removals).every((verb) => verb === "removed")).toBe(true);
      // And it has arrived: the same again has nothing to say.
      expect(fixture.resync(second)).toEqual([]);
    }
    expect(events).toBeGreaterThan(2000);
  });
});

test("a dump that was interrupted adds and changes, and takes nothing away", () => {
  const fixture = new Fixture();
  const [v0, v1] = [
    { ifindex: 5, ifname: "v0" },
    { ifindex: 6, ifname: "v1" },
  ];
  fixture.load({ links: [v0, v1], addresses: [] });
  const partial = new Map(
    [...fixture.dump({ links: [{ ...v0, mtu: 9000 }], addresses: [] })].map(([object, part]) => [
      object,
      { ...part, whole: false },
    ]),
  );
  expect(fixture.during(() => fixture.host.resync(partial)).map(({ verb }) => verb)).toEqual(["changed"]);
  const whole = fixture.dump({ links: [{ ...v0, mtu: 9000 }], addresses: [] });
  expect(fixture.during(() => fixture.host.resync(whole)).map(({ verb }) => verb)).toEqual(["removed"]);
});
