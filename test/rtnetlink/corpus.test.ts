import { expect, test } from "bun:test";
import { NLMSG_HDRLEN } from "../../src/netlink/nlmsg.ts";
import type { Address } from "../../src/rtnetlink/address.ts";
import { decode } from "../../src/rtnetlink/decode.ts";
import type { Dev } from "../../src/rtnetlink/dev.ts";
import type { Link } from "../../src/rtnetlink/link.ts";
import { messageTypeName } from "../../src/rtnetlink/rtm.ts";
import type { RtContext } from "../../src/rtnetlink/types.ts";
import { type CorpusMessage, corpus, decodeBytes, everything, requireAll, walked } from "./corpus.ts";

/** What decode says, in the terms of the fact (kernel's name, number); undefined: it says nothing of it. */
type Recover<Body> = (body: Body, dev: Dev, cx: RtContext, fact: unknown) => unknown;

/** The value that a list has for a name. */
const number = (names: Readonly<Record<string, number>>, name: string | undefined): number | undefined =>
  name === undefined ? undefined : names[name];

const IFF_UP = 0x1;
const IFF_RUNNING = 0x40;
/** linux/if.h */
const IFF: Readonly<Record<string, number>> = {
  UP: IFF_UP,
  BROADCAST: 0x2,
  DEBUG: 0x4,
  LOOPBACK: 0x8,
  POINTOPOINT: 0x10,
  NOTRAILERS: 0x20,
  NOARP: 0x80,
  PROMISC: 0x100,
  ALLMULTI: 0x200,
  MASTER: 0x400,
  SLAVE: 0x800,
  MULTICAST: 0x1000,
  PORTSEL: 0x2000,
  AUTOMEDIA: 0x4000,
  DYNAMIC: 0x8000,
  LOWER_UP: 0x10000,
  DORMANT: 0x20000,
  ECHO: 0x40000,
};

/** linux/if.h, IF_OPER_* */
const OPERSTATE: Readonly<Record<string, number>> = {
  UNKNOWN: 0,
  NOTPRESENT: 1,
  DOWN: 2,
  LOWERLAYERDOWN: 3,
  TESTING: 4,
  DORMANT: 5,
  UP: 6,
};

/** Flags without a name come as one word of hex digits. */
function ifiFlags({ flags }: Link, _dev: Dev, _cx: RtContext, fact: unknown): number {
  let bits = 0;
  for (const name of flags)
    if (name !== "NO-CARRIER") bits |= Object.hasOwn(IFF, name) ? IFF[name]! : Number.parseInt(name, 16);
  // IFF_RUNNING is shown by its absence (NO-CARRIER), and only of a device that is up: of one that is down, decode
  // does not say it, so the fact's own bit stands.
  if ((bits & IFF_UP) !== 0) bits |= flags.includes("NO-CARRIER") ? 0 : IFF_RUNNING;
  else bits |= (fact as number) & IFF_RUNNING;
  return bits;
}

/** The end points of a tunnel are written as network addresses; the fact has hex bytes with colons. */
const colons = (address: string | undefined): string | undefined =>
  address?.includes(".")
    ? address
        .split(".")
        .map((byte) => Number(byte).toString(16).padStart(2, "0"))
        .join(":")
    : address;

/** Of a peer in another namespace decode gives the index alone; 0 is null. */
function iflaLink({ link, link_index }: Link): number | undefined {
  if (link === null) return 0;
  return link?.ifindex ?? link_index;
}

const LINK: Readonly<Record<string, Recover<Link>>> = {
  // A body has the family only as the shape of what is in it; the context knows it.
  ifi_family: (_link, _dev, cx) => cx.family,
  ifi_index: (link, dev) => (link.ifindex === dev.ifindex ? link.ifindex : undefined),
  ifi_flags: ifiFlags,
  IFLA_ADDRESS: (link) => colons(link.address),
  IFLA_ALT_IFNAME: (link) => link.altnames,
  IFLA_BROADCAST: (link) => colons(link.broadcast),
  // Only with `all`: ip does not show it.
  IFLA_CARRIER: ({ carrier }) => (carrier === undefined ? undefined : Number(carrier)),
  IFLA_GROUP: ({ group }) => (group === "default" ? 0 : group === undefined ? undefined : Number(group)),
  IFLA_IFALIAS: (link) => link.ifalias,
  IFLA_IFNAME: (link) => link.ifname,
  IFLA_INFO_KIND: (link) => link.linkinfo?.info_kind,
  IFLA_INFO_SLAVE_KIND: (link) => link.linkinfo?.info_slave_kind,
  IFLA_LINK: iflaLink,
  IFLA_LINK_NETNSID: (link) => link.link_netnsid,
  IFLA_MASTER: (link) => link.master?.ifindex,
  IFLA_MAX_MTU: (link) => link.max_mtu,
  IFLA_MIN_MTU: (link) => link.min_mtu,
  IFLA_MTU: (link) => link.mtu,
  IFLA_NUM_RX_QUEUES: (link) => link.num_rx_queues,
  IFLA_NUM_TX_QUEUES: (link) => link.num_tx_queues,
  IFLA_OPERSTATE: (link) => number(OPERSTATE, link.operstate as string) ?? link.operstate_index,
  IFLA_PROMISCUITY: (link) => link.promiscuity,
  IFLA_QDISC: (link) => link.qdisc,
  // ip shows a queue length when there is one: 0 is absence.
  IFLA_TXQLEN: (link) => link.txqlen ?? 0,
};

const FAMILY: Readonly<Record<string, number>> = { inet: 2, inet6: 10 };
const SCOPE: Readonly<Record<string, number>> = { global: 0, site: 200, link: 253, host: 254, nowhere: 255 };
const PROTO: Readonly<Record<string, number>> = { unspec: 0, kernel_lo: 1, kernel_ra: 2, kernel_ll: 3 };

/** linux/if_addr.h, IFA_F_*; the first has another name in each family. */
const IFA_F: readonly (readonly [keyof Address, number])[] = [
  ["secondary", 0x01],
  ["temporary", 0x01],
  ["nodad", 0x02],
  ["optimistic", 0x04],
  ["dadfailed", 0x08],
  ["home", 0x10],
  ["deprecated", 0x20],
  ["tentative", 0x40],
  ["mngtmpaddr", 0x100],
  ["noprefixroute", 0x200],
  ["autojoin", 0x400],
  ["stable-privacy", 0x800],
];
const IFA_F_PERMANENT = 0x80;

function ifaFlags(address: Address): number {
  let bits = address.dynamic ? 0 : IFA_F_PERMANENT;
  for (const [key, bit] of IFA_F) if (address[key] === true) bits |= bit;
  return address.ifa_flags === undefined ? bits : bits | Number.parseInt(address.ifa_flags, 16);
}

/** Some messages have family 0. Without a family there is no notation: decode gives the bytes, the fact is text. */
function inet(address: string | undefined, { family }: Address): string | undefined {
  if (family !== undefined || address === undefined) return address;
  const bytes = address.split(":").map((byte) => Number.parseInt(byte, 16));
  if (bytes.length === 4) return bytes.join(".");
  const groups = address.replaceAll(/(..):(..)(:|$)/g, "$1$2$3");
  return new URL(`http://[${groups}]`).hostname.slice(1, -1);
}

const ADDRESS: Readonly<Record<string, Recover<Address>>> = {
  ifa_family: (address) => number(FAMILY, address.family) ?? address.family_index,
  ifa_flags: ifaFlags,
  ifa_index: (_address, dev) => dev.ifindex,
  ifa_prefixlen: (address) => address.prefixlen,
  ifa_scope: ({ scope }) => number(SCOPE, scope) ?? Number(scope),
  // As in ip: `local` is IFA_LOCAL, or IFA_ADDRESS without one; `address` is IFA_ADDRESS where it is another.
  IFA_ADDRESS: (address) => inet(address.address ?? address.local, address),
  IFA_LOCAL: (address) => inet(address.local, address),
  IFA_BROADCAST: (address) => inet(address.broadcast, address),
  "IFA_CACHEINFO.ifa_prefered": (address) => address.preferred_life_time,
  "IFA_CACHEINFO.ifa_valid": (address) => address.valid_life_time,
  IFA_LABEL: (address) => address.label,
  IFA_PROTO: ({ protocol }) => number(PROTO, protocol) ?? Number(protocol),
};

/** The kinds of fact that are this project's to decode by now. */
const OURS = /^(ifi|ifa|IFLA|IFA)_/;
const DECODED = new Set(["RTM_NEWLINK", "RTM_DELLINK", "RTM_NEWADDR", "RTM_DELADDR"]);

/** As many as there are: fewer would mean that the comparison has become blind. */
const FACTS = 6987;

/** A fact as decode gives it back, or undefined. */
function recover(name: string, fact: unknown, message: CorpusMessage, cx: RtContext): unknown {
  const decoded = decodeBytes(message.bytes, cx);
  if (decoded === undefined) return undefined;
  return decoded.object === "link"
    ? LINK[name]?.(decoded.body, decoded.dev, cx, fact)
    : ADDRESS[name]?.(decoded.body, decoded.dev, cx, fact);
}

function present(messages: readonly CorpusMessage[]): void {
  test("the corpus is whole", () => {
    expect(messages.length).toBe(1240);
  });

  test("every message is walked and decoded without a throw, and has the type that others see", () => {
    for (const { id, type, bytes, wellformed } of messages) {
      const { message, problem } = walked(bytes);
      if (wellformed) expect([id, problem]).toEqual([id, undefined]);
      if (message === undefined) {
        expect({ id, wellformed, stopped: problem !== undefined }).toEqual({
          id,
          wellformed: false,
          stopped: true,
        });
        continue;
      }
      const name = messageTypeName(message.type);
      if (/^[A-Z]/.test(type ?? "")) expect([id, name]).toEqual([id, type ?? ""]);
      else expect([id, message.type]).toEqual([id, Number(type)]);
      const decoded = decode(message, everything());
      if (wellformed) expect([id, decoded !== undefined]).toEqual([id, DECODED.has(name)]);
    }
  });

  test("malformed messages end: no throw, no hang, and one that cannot be decoded says why", () => {
    let count = 0;
    for (const { bytes, wellformed } of messages) {
      if (wellformed) continue;
      count++;
      const { message } = walked(bytes);
      if (message === undefined) continue;
      const cx = everything();
      // Whatever the message says that it is, its body may be taken for a link's or an address's.
      for (const type of [16, 17, 20, 21]) {
        cx.reset();
        message.type = type;
        const decoded = decode(message, cx);
        const size = message.end - message.at;
        if (decoded === undefined) expect(cx.problems).toHaveLength(1);
        else expect(size).toBeGreaterThanOrEqual(type < 20 ? 16 : 8);
      }
      expect(message.at - NLMSG_HDRLEN).toBe(0);
    }
    expect(count).toBe(46);
  });

  test("every fact known of links and addresses is what decode gives", () => {
    let checked = 0;
    const wrong: string[] = [];
    const missing: string[] = [];
    const cx = everything();
    for (const message of messages) {
      if (!message.wellformed || !DECODED.has(message.type ?? "")) continue;
      for (const [name, fact] of Object.entries(message.facts)) {
        if (!OURS.test(name)) continue;
        checked++;
        const given = recover(name, fact, message, cx);
        const told = `${message.id} ${name}: ${JSON.stringify(fact)}, got ${JSON.stringify(given)}`;
        if (given === undefined) missing.push(told);
        else if (!Bun.deepEquals(given, fact)) wrong.push(told);
      }
    }
    console.log(`corpus: ${checked} facts checked, ${wrong.length} wrong, ${missing.length} missing`);
    expect(wrong).toEqual([]);
    expect(missing).toEqual([]);
    expect(checked).toBeGreaterThanOrEqual(FACTS);
  });
}

if (corpus === undefined) {
  console.log("corpus: shared/corpus is not beside this checkout; its messages are not checked");
  test("the corpus is absent, and nothing asked for it", () => {
    expect({ corpus, requireAll }).toEqual({ corpus: undefined, requireAll: false });
  });
} else present(corpus);
