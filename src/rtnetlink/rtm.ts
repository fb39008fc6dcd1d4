/** Message types of NETLINK_ROUTE and of netlink itself, include/uapi/linux/rtnetlink.h, by number. */

export const RTM_NEWLINK = 16;
export const RTM_DELLINK = 17;
export const RTM_GETLINK = 18;
export const RTM_NEWADDR = 20;
export const RTM_DELADDR = 21;
export const RTM_GETADDR = 22;

const NEW_DEL_GET = ["NEW", "DEL", "GET", "SET"];

/** Each family has four numbers from its first one on: NEW, DEL, GET, SET. */
const FAMILIES: Readonly<Record<number, string>> = {
  16: "LINK",
  20: "ADDR",
  24: "ROUTE",
  28: "NEIGH",
  32: "RULE",
  36: "QDISC",
  40: "TCLASS",
  44: "TFILTER",
  48: "ACTION",
  52: "PREFIX",
  56: "MULTICAST",
  60: "ANYCAST",
  64: "NEIGHTBL",
  68: "NDUSEROPT",
  72: "ADDRLABEL",
  76: "DCB",
  80: "NETCONF",
  84: "MDB",
  88: "NSID",
  92: "STATS",
  96: "CACHEREPORT",
  100: "CHAIN",
  104: "NEXTHOP",
  108: "LINKPROP",
  112: "VLAN",
  116: "NEXTHOPBUCKET",
  120: "TUNNEL",
};

const CONTROL: Readonly<Record<number, string>> = {
  1: "NLMSG_NOOP",
  2: "NLMSG_ERROR",
  3: "NLMSG_DONE",
  4: "NLMSG_OVERRUN",
};

/** `RTM_NEWLINK` for 16; the number in hex where there is no name. */
export function messageTypeName(type: number): string {
  const family = FAMILIES[type & ~3];
  return family === undefined
    ? (CONTROL[type] ?? `0x${type.toString(16).padStart(2, "0")}`)
    : `RTM_${NEW_DEL_GET[type & 3]}${family}`;
}

/** Multicast groups, enum rtnetlink_groups. */
export const RTNLGRP_LINK = 1;
export const RTNLGRP_IPV4_IFADDR = 5;
export const RTNLGRP_IPV6_IFADDR = 9;
export const RTNLGRP_IPV6_IFINFO = 12;
