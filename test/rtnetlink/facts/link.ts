/** Facts of links. */
import type { Dev } from "../../../src/rtnetlink/dev.ts";
import type { Link } from "../../../src/rtnetlink/link.ts";
import type { RtContext } from "../../../src/rtnetlink/types.ts";
import { type Facts, number, type Recover } from "./facts.ts";

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

const recover: Readonly<Record<string, Recover<Link>>> = {
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

export const link: Facts<Link> = {
  types: ["RTM_NEWLINK", "RTM_DELLINK"],
  names: /^(ifi|IFLA)_/,
  recover,
};
