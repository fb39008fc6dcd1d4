/**
 * Links: struct ifinfomsg and IFLA_*, include/uapi/linux/if_link.h and rtnetlink(7), with the keys and values of
 * `ip -j -d link`.
 */
import { arrayOf, attr, type FieldsOf, ignored, nest, spread, table, union } from "../netlink/attr.ts";
import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { volatileKeys } from "../netlink/table.ts";
import {
  bitNames,
  bool,
  bytes,
  indexed,
  mapped,
  s32,
  str,
  struct,
  u8,
  u16,
  u32,
  u64,
  uint,
  unlessZero,
  whenSet,
} from "../netlink/types.ts";
import { afSpec, protinfo } from "./af-spec.ts";
import { arphrdName } from "./arphrd.ts";
import type { Dev } from "./dev.ts";
import { AF_UNSPEC } from "./inet.ts";
import { kinds, portKinds } from "./link-kinds/index.ts";
import { stats, stats64 } from "./link-stats.ts";
import { groupName } from "./names.ts";
import { object, type Reading } from "./object.ts";
import { RTM_DELLINK, RTM_GETLINK, RTM_NEWLINK, RTNLGRP_IPV6_IFINFO, RTNLGRP_LINK } from "./rtm.ts";
import { dev, devOrNull, lladdr, type RtContext } from "./types.ts";
import { portSelf, vfinfoList, vfPorts } from "./vf.ts";
import { xdp } from "./xdp.ts";

/** struct ifinfomsg: family u8, pad u8, type u16, index s32, flags u32, change u32. */
const IFINFOMSG_SIZE = 16;

/** IFF_*, include/uapi/linux/if.h. */
const IFF_UP = 0x1;
const IFF_POINTOPOINT = 0x10;
const IFF_RUNNING = 0x40;
/** Shown by ip in this order; IFF_RUNNING is not shown, but as NO-CARRIER when it misses on a device that is up. */
const IFF = [
  [0x8, "LOOPBACK"],
  [0x2, "BROADCAST"],
  [IFF_POINTOPOINT, "POINTOPOINT"],
  [0x1000, "MULTICAST"],
  [0x80, "NOARP"],
  [0x200, "ALLMULTI"],
  [0x100, "PROMISC"],
  [0x400, "MASTER"],
  [0x800, "SLAVE"],
  [0x4, "DEBUG"],
  [0x8000, "DYNAMIC"],
  [0x4000, "AUTOMEDIA"],
  [0x2000, "PORTSEL"],
  [0x20, "NOTRAILERS"],
  [IFF_UP, "UP"],
  [0x10000, "LOWER_UP"],
  [0x20000, "DORMANT"],
  [0x40000, "ECHO"],
] as const;

/** IF_OPER_*, RFC 2863. */
const OPERSTATES = ["UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP"];
/** IF_LINK_MODE_* */
const LINKMODES = ["DEFAULT", "DORMANT"];
/** IFLA_EVENT_* */
const EVENTS = [
  "NONE",
  "REBOOT",
  "FEATURE CHANGE",
  "BONDING FAILOVER",
  "NOTIFY PEERS",
  "RESEND IGMP",
  "BONDING OPTION",
];

const linkinfo = table<RtContext>()("IFLA_LINKINFO", {
  1: attr("IFLA_INFO_KIND", "info_kind", str),
  2: union("IFLA_INFO_DATA", "info_data", "info_kind", kinds),
  3: attr("IFLA_INFO_XSTATS", "info_xstats", bytes, "detail"),
  4: attr("IFLA_INFO_SLAVE_KIND", "info_slave_kind", str),
  5: union("IFLA_INFO_SLAVE_DATA", "info_slave_data", "info_slave_kind", portKinds),
});

const protoDownReason = table<RtContext>()("IFLA_PROTO_DOWN_REASON", {
  1: ignored("IFLA_PROTO_DOWN_REASON_MASK"),
  2: attr("IFLA_PROTO_DOWN_REASON_VALUE", "value", u32),
});

const dpllPin = table<RtContext>()("DPLL_A_PIN", { 1: attr("DPLL_A_PIN_ID", "id", u32) });

/** Numbers of the set bits; iproute2 has names for them only where an administrator wrote them down. */
function bits(value: number): string[] | undefined {
  const set: string[] = [];
  for (let bit = 0; bit < 32; bit++) if ((value >>> bit) & 1) set.push(String(bit));
  return set.length > 0 ? set : undefined;
}

const ifmap = struct(28, [
  ["mem_start", u64],
  ["mem_end", u64],
  ["base_addr", u64],
  ["irq", u16],
  ["dma", u8],
  ["port", u8],
]);

const IFLA = {
  1: attr("IFLA_ADDRESS", "address", lladdr),
  2: attr("IFLA_BROADCAST", "broadcast", lladdr),
  3: attr("IFLA_IFNAME", "ifname", str),
  4: attr("IFLA_MTU", "mtu", u32),
  5: attr("IFLA_LINK", "link", devOrNull),
  6: attr("IFLA_QDISC", "qdisc", str),
  7: attr("IFLA_STATS", "stats", stats, "detail"),
  8: ignored("IFLA_COST"),
  9: ignored("IFLA_PRIORITY"),
  10: attr("IFLA_MASTER", "master", dev),
  11: attr("IFLA_WIRELESS", "wireless", bytes, "detail"),
  12: spread("IFLA_PROTINFO", protinfo),
  13: attr("IFLA_TXQLEN", "txqlen", unlessZero(u32)),
  14: attr("IFLA_MAP", "map", ifmap, "detail"),
  15: ignored("IFLA_WEIGHT"),
  16: spread("IFLA_OPERSTATE", indexed(u8, "operstate", OPERSTATES)),
  17: spread("IFLA_LINKMODE", indexed(u8, "linkmode", LINKMODES)),
  18: attr("IFLA_LINKINFO", "linkinfo", nest(linkinfo)),
  19: ignored("IFLA_NET_NS_PID"),
  20: attr("IFLA_IFALIAS", "ifalias", str),
  21: attr("IFLA_NUM_VF", "num_vf", u32, "detail"),
  22: attr("IFLA_VFINFO_LIST", "vfinfo_list", vfinfoList),
  23: attr("IFLA_STATS64", "stats64", stats64, "detail"),
  24: attr("IFLA_VF_PORTS", "vf_ports", vfPorts, "detail"),
  25: attr("IFLA_PORT_SELF", "port_self", portSelf, "detail"),
  26: spread("IFLA_AF_SPEC", afSpec),
  27: attr("IFLA_GROUP", "group", mapped(u32, groupName)),
  28: ignored("IFLA_NET_NS_FD"),
  29: ignored("IFLA_EXT_MASK"),
  30: attr("IFLA_PROMISCUITY", "promiscuity", u32),
  31: attr("IFLA_NUM_TX_QUEUES", "num_tx_queues", u32),
  32: attr("IFLA_NUM_RX_QUEUES", "num_rx_queues", u32),
  33: attr("IFLA_CARRIER", "carrier", bool, "detail"),
  34: attr("IFLA_PHYS_PORT_ID", "phys_port_id", bytes),
  35: attr("IFLA_CARRIER_CHANGES", "carrier_changes", u32, "detail"),
  36: attr("IFLA_PHYS_SWITCH_ID", "phys_switch_id", bytes),
  37: attr("IFLA_LINK_NETNSID", "link_netnsid", s32),
  38: attr("IFLA_PHYS_PORT_NAME", "phys_port_name", str),
  39: attr("IFLA_PROTO_DOWN", "proto_down", whenSet),
  40: attr("IFLA_GSO_MAX_SEGS", "gso_max_segs", u32),
  41: attr("IFLA_GSO_MAX_SIZE", "gso_max_size", u32),
  42: ignored("IFLA_PAD"),
  43: spread("IFLA_XDP", xdp),
  44: attr(
    "IFLA_EVENT",
    "event",
    mapped(u32, (event) => EVENTS[event] ?? String(event)),
    "volatile",
  ),
  45: attr("IFLA_NEW_NETNSID", "new_netnsid", s32),
  46: ignored("IFLA_TARGET_NETNSID"),
  47: attr("IFLA_CARRIER_UP_COUNT", "carrier_up_count", u32, "detail"),
  48: attr("IFLA_CARRIER_DOWN_COUNT", "carrier_down_count", u32, "detail"),
  49: attr("IFLA_NEW_IFINDEX", "new_ifindex", s32),
  50: attr("IFLA_MIN_MTU", "min_mtu", u32),
  51: attr("IFLA_MAX_MTU", "max_mtu", u32),
  52: attr("IFLA_PROP_LIST", "altnames", arrayOf("IFLA_ALT_IFNAME", 53, str)),
  53: ignored("IFLA_ALT_IFNAME"),
  54: attr("IFLA_PERM_ADDRESS", "permaddr", lladdr),
  55: attr(
    "IFLA_PROTO_DOWN_REASON",
    "proto_down_reason",
    mapped(nest(protoDownReason), ({ value }) => bits(value ?? 0)),
  ),
  56: attr("IFLA_PARENT_DEV_NAME", "parentdev", str),
  57: attr("IFLA_PARENT_DEV_BUS_NAME", "parentbus", str),
  58: attr("IFLA_GRO_MAX_SIZE", "gro_max_size", u32),
  59: attr("IFLA_TSO_MAX_SIZE", "tso_max_size", u32),
  60: attr("IFLA_TSO_MAX_SEGS", "tso_max_segs", u32),
  61: attr("IFLA_ALLMULTI", "allmulti", u32),
  62: attr("IFLA_DEVLINK_PORT", "devlink_port", bytes, "detail"),
  63: attr("IFLA_GSO_IPV4_MAX_SIZE", "gso_ipv4_max_size", u32),
  64: attr("IFLA_GRO_IPV4_MAX_SIZE", "gro_ipv4_max_size", u32),
  65: attr("IFLA_DPLL_PIN", "dpll_pin", nest(dpllPin), "detail"),
  66: attr("IFLA_MAX_PACING_OFFLOAD_HORIZON", "max_pacing_offload_horizon", uint, "detail"),
  67: attr("IFLA_NETNS_IMMUTABLE", "netns-immutable", whenSet),
  68: attr("IFLA_HEADROOM", "headroom", u16, "detail"),
  69: attr("IFLA_TAILROOM", "tailroom", u16, "detail"),
} as const;

export const ifla = table<RtContext>()("IFLA", IFLA);

/** A link as `ip -j -d link` shows it. Keys are absent where the kernel sent nothing. */
export interface Link extends FieldsOf<typeof IFLA> {
  ifindex: number;
  ifname: string;
  flags: string[];
  link_type: string;
  /** Index of `link` in another network namespace (link_netnsid). */
  link_index?: number;
  /** `broadcast` is the address of the peer. */
  link_pointtopoint?: true;
}

interface LinkReading extends Reading<Link> {
  dev: Dev;
  /** Family of the header: other than AF_UNSPEC, the message tells only a part. */
  family: number;
}

/** What the state needs of a reading. */
export type LinkMessage = Omit<LinkReading, "key">;

/** Reads RTM_NEWLINK or RTM_DELLINK. undefined when the header is not whole; what else is wrong goes to `cx`. */
export function readLink({ view, at, end }: Message, cx: RtContext): LinkReading | undefined {
  cx.reset();
  if (end - at < IFINFOMSG_SIZE) {
    cx.problem("ifinfomsg", `${end - at} bytes, ${IFINFOMSG_SIZE} expected`);
    return undefined;
  }
  const family = view.getUint8(at);
  const ifi_type = view.getUint16(at + 2, true);
  const ifindex = view.getInt32(at + 4, true);
  const ifi_flags = view.getUint32(at + 8, true);
  cx.family = family;
  cx.arphrd = ifi_type;
  cx.repeats();
  const dev = cx.devs.get(ifindex);
  dev.arphrd = ifi_type;
  const head = {
    ifindex,
    ifname: undefined,
    flags: flagNames(ifi_flags),
    link_type: arphrdName(ifi_type),
  };
  const given = ifla.read(view, at + IFINFOMSG_SIZE, end, cx, head) as Link;
  const body = completed(given, dev, (ifi_flags & IFF_POINTOPOINT) !== 0, cx.foreign);
  cx.remember(body);
  return { dev, body, key: String(ifindex), family };
}

/** As it is shown: mostly as the attributes say it, else a copy. */
function completed(given: Link, dev: Dev, pointtopoint: boolean, foreign: boolean): Link {
  let body = given;
  if (body.ifname === undefined) body = { ...body, ifname: dev.ifname };
  if (body.link && body.link_netnsid !== undefined) {
    const { link, ...rest } = body;
    body = { ...rest, link_index: link.ifindex };
  }
  if (foreign && (body.link_netnsid !== undefined || body.new_netnsid !== undefined)) {
    const { link_netnsid: _link, new_netnsid: _new, ...rest } = body;
    body = rest;
  }
  if (pointtopoint && body.broadcast !== undefined) body = { ...body, link_pointtopoint: true };
  if (body.permaddr !== undefined && body.permaddr === body.address) {
    const { permaddr: _same, ...rest } = body;
    body = rest;
  }
  return body;
}

/** As many combinations of flags are kept. */
const KEPT = 256;
const kept = new Map<number, string[]>();

function flagNames(flags: number): string[] {
  const known = kept.get(flags);
  if (known !== undefined) return known;
  const names = bitNames(flags & ~IFF_RUNNING, IFF);
  if ((flags & IFF_UP) !== 0 && (flags & IFF_RUNNING) === 0) names.unshift("NO-CARRIER");
  if (kept.size < KEPT) kept.set(flags, names);
  return names;
}

const IFLA_EXT_MASK = 29;
/** RTEXT_FILTER_VF: virtual functions too; RTEXT_FILTER_SKIP_STATS: no counters. */
const RTEXT_FILTER = 0x1 | 0x8;

/** Body of a request for all links, or for the one with this index. */
export function linkRequest(ifindex = 0): Uint8Array {
  const body = new Uint8Array(IFINFOMSG_SIZE + 8);
  const view = new DataView(body.buffer);
  view.setUint8(0, AF_UNSPEC);
  view.setInt32(4, ifindex, true);
  view.setUint16(IFINFOMSG_SIZE, 8, true);
  view.setUint16(IFINFOMSG_SIZE + 2, IFLA_EXT_MASK, true);
  view.setUint32(IFINFOMSG_SIZE + 4, RTEXT_FILTER, true);
  return body;
}

/** Asks for one link. */
export const getLink = (ifindex: number): Request => ({
  name: "RTM_GETLINK",
  type: RTM_GETLINK,
  body: linkRequest(ifindex),
});

export const link = object({
  set: RTM_NEWLINK,
  delete: RTM_DELLINK,
  groups: [RTNLGRP_LINK, RTNLGRP_IPV6_IFINFO],
  dumps: () => [getLink(0)],
  read: readLink,
  ticking: volatileKeys,
});
