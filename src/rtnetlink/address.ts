/** Addresses: struct ifaddrmsg and IFA_*, include/uapi/linux/if_addr.h, as one element of `ip -j addr`'s addr_info. */
import { attr, type FieldsOf, ignored, table } from "../netlink/attr.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { mapped, str, u8, u32 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { AF_INET6, familyName } from "./inet.ts";
import { scopeName } from "./names.ts";
import { object, type Reading } from "./object.ts";
import { RTM_DELADDR, RTM_GETADDR, RTM_NEWADDR, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR } from "./rtm.ts";
import { inet, type RtContext, type RtType } from "./types.ts";

/** struct ifaddrmsg: family u8, prefixlen u8, flags u8, scope u8, index u32. */
export const IFADDRMSG_SIZE = 8;

const IFA_F_SECONDARY = 0x01;
const IFA_F_OPTIMISTIC = 0x04;
const IFA_F_DADFAILED = 0x08;
const IFA_F_DEPRECATED = 0x20;
const IFA_F_TENTATIVE = 0x40;
const IFA_F_PERMANENT = 0x80;

/** IFA_F_* as the keys of ip, in its order. IFA_F_SECONDARY and IFA_F_PERMANENT are told otherwise. */
const FLAGS = [
  [0x02, "nodad"],
  [IFA_F_OPTIMISTIC, "optimistic"],
  [IFA_F_DADFAILED, "dadfailed"],
  [0x10, "home"],
  [IFA_F_DEPRECATED, "deprecated"],
  [IFA_F_TENTATIVE, "tentative"],
  [0x100, "mngtmpaddr"],
  [0x200, "noprefixroute"],
  [0x400, "autojoin"],
  [0x800, "stable-privacy"],
] as const;

type FlagKeys = (typeof FLAGS)[number][1] | "secondary" | "temporary" | "dynamic";

/** IFAPROT_*: who made the address. */
const PROTOCOLS = ["unspec", "kernel_lo", "kernel_ra", "kernel_ll"];

/** struct ifa_cacheinfo: lifetimes in seconds, 4294967295 is forever; then when it was made and changed. */
const cacheinfo: RtType<{ ifa_prefered: number; ifa_valid: number }> = {
  min: 8,
  read: (view, at) => ({ ifa_prefered: view.getUint32(at, true), ifa_valid: view.getUint32(at + 4, true) }),
};

const IFA = {
  1: attr("IFA_ADDRESS", "address", inet),
  2: attr("IFA_LOCAL", "local", inet),
  3: attr("IFA_LABEL", "label", str),
  4: attr("IFA_BROADCAST", "broadcast", inet),
  5: attr("IFA_ANYCAST", "anycast", inet),
  6: attr("IFA_CACHEINFO", "cacheinfo", cacheinfo),
  7: attr("IFA_MULTICAST", "multicast", inet),
  8: attr("IFA_FLAGS", "flags", u32),
  9: attr("IFA_RT_PRIORITY", "metric", u32),
  10: ignored("IFA_TARGET_NETNSID"),
  11: attr(
    "IFA_PROTO",
    "protocol",
    mapped(u8, (protocol) => PROTOCOLS[protocol] ?? `0x${protocol.toString(16)}`),
  ),
} as const;

export const ifa = table<RtContext>()("IFA", IFA);

/** An address as an element of `addr_info`, and `usable`. */
export interface Address extends Partial<Record<FlagKeys, true>> {
  family?: string;
  family_index?: number;
  local?: string;
  /** The peer's address, where it is not `local`. */
  address?: string;
  prefixlen: number;
  metric?: number;
  broadcast?: string;
  anycast?: string;
  multicast?: string;
  scope: string;
  /** Flags without a name, in hex. */
  ifa_flags?: string;
  protocol?: string;
  label?: string;
  valid_life_time?: number;
  preferred_life_time?: number;
  /** Not tentative (unless optimistic), not dadfailed, not deprecated. */
  usable: boolean;
}

interface AddressReading extends Reading<Address> {
  dev: Dev;
}

/**
 * The kernel knows an IPv6 address by device and address, an IPv4 one by device, address, prefix length and the
 * peer's address (inet_insert_ifa, ipv6_add_addr).
 */
export const addressKey = (dev: Dev, { family, local, address, prefixlen }: Address): string =>
  family === "inet6"
    ? `${dev.ifindex} ${local}`
    : `${dev.ifindex} ${local}/${prefixlen}${address === undefined ? "" : ` ${address}`}`;

/** What the state needs of a reading. */
export type AddressMessage = Omit<AddressReading, "key">;

/** Reads RTM_NEWADDR or RTM_DELADDR. undefined when the header is not whole; what else is wrong goes to `cx`. */
export function readAddress({ view, at, end }: Message, cx: RtContext): AddressReading | undefined {
  cx.reset();
  if (end - at < IFADDRMSG_SIZE) {
    cx.problem("ifaddrmsg", `${end - at} bytes, ${IFADDRMSG_SIZE} expected`);
    return undefined;
  }
  const family = view.getUint8(at);
  cx.family = family;
  const of: FieldsOf<typeof IFA> = ifa.lend(view, at + IFADDRMSG_SIZE, end, cx);
  // IFA_ADDRESS is the peer's where the two differ; IPv6 sends only IFA_ADDRESS unless there is a peer.
  const local = of.local ?? of.address;
  // ifa_flags has room for the first eight; IFA_FLAGS has them all.
  const flags = of.flags ?? view.getUint8(at + 2);

  const body = {} as Address;
  const name = familyName(family);
  if (name === undefined) body.family_index = family;
  else body.family = name;
  if (local !== undefined) {
    body.local = local;
    if (of.address !== undefined && of.address !== local) body.address = of.address;
  }
  body.prefixlen = view.getUint8(at + 1);
  if (of.metric !== undefined) body.metric = of.metric;
  if (of.broadcast !== undefined) body.broadcast = of.broadcast;
  if (of.anycast !== undefined) body.anycast = of.anycast;
  if (of.multicast !== undefined) body.multicast = of.multicast;
  body.scope = scopeName(view.getUint8(at + 3));
  setFlags(body, flags, family);
  if (of.protocol !== undefined) body.protocol = of.protocol;
  if (of.label !== undefined) body.label = of.label;
  if (of.cacheinfo !== undefined) {
    body.valid_life_time = of.cacheinfo.ifa_valid;
    body.preferred_life_time = of.cacheinfo.ifa_prefered;
  }
  body.usable = usable(flags);
  cx.remember(body);
  const dev = cx.devs.get(view.getUint32(at + 4, true));
  return { dev, body, key: addressKey(dev, body) };
}

const usable = (flags: number): boolean =>
  (flags & (IFA_F_DADFAILED | IFA_F_DEPRECATED)) === 0 &&
  ((flags & IFA_F_TENTATIVE) === 0 || (flags & IFA_F_OPTIMISTIC) !== 0);

function setFlags(body: Address, flags: number, family: number): void {
  if ((flags & IFA_F_SECONDARY) !== 0) body[family === AF_INET6 ? "temporary" : "secondary"] = true;
  if ((flags & IFA_F_PERMANENT) === 0) body.dynamic = true;
  let rest = flags & ~(IFA_F_SECONDARY | IFA_F_PERMANENT);
  if (rest === 0) return;
  for (const [bit, key] of FLAGS) {
    if ((rest & bit) === 0) continue;
    body[key] = true;
    rest &= ~bit;
  }
  if (rest !== 0) body.ifa_flags = (rest >>> 0).toString(16).padStart(2, "0");
}

/** Body of a request for all addresses. */
export const addressRequest = (): Uint8Array => new Uint8Array(IFADDRMSG_SIZE);

export const address = object({
  set: RTM_NEWADDR,
  delete: RTM_DELADDR,
  groups: [RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR],
  dumps: () => [{ name: "RTM_GETADDR", type: RTM_GETADDR, body: addressRequest() }],
  read: readAddress,
  ticking: new Set(["valid_life_time", "preferred_life_time"]),
});
