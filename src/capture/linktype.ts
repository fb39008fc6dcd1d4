/** Link types: where the netlink messages are in a packet. Numbers are those of tcpdump.org/linktypes.html. */
import { PACKET, PASSED, type Packet } from "./packet.ts";

const LINKTYPE_ETHERNET = 1;
const LINKTYPE_RAW = 101;
const LINKTYPE_IEEE802_11 = 105;
const LINKTYPE_LINUX_SLL = 113;
const LINKTYPE_IEEE802_11_RADIOTAP = 127;
export const LINKTYPE_NETLINK = 253;
const LINKTYPE_LINUX_SLL2 = 276;

const ARPHRD_NETLINK = 824;
const NETLINK_ROUTE = 0;

/** Header before the messages, in network byte order: where in it are the ARPHRD_* and the netlink protocol. */
interface Cooked {
  readonly size: number;
  readonly arphrd: number;
  readonly protocol: number;
}

/** Also of LINKTYPE_NETLINK: packet type, ARPHRD_*, length of an address, address (8 bytes), protocol. */
const SLL: Cooked = { size: 16, arphrd: 2, protocol: 14 };
/** Protocol, reserved, ifindex u32, ARPHRD_*, packet type u8, length of an address u8, address (8 bytes). */
const SLL2: Cooked = { size: 20, arphrd: 8, protocol: 0 };

const COOKED: Readonly<Record<number, Cooked>> = {
  [LINKTYPE_NETLINK]: SLL,
  [LINKTYPE_LINUX_SLL]: SLL,
  [LINKTYPE_LINUX_SLL2]: SLL2,
};

const NAMES: Readonly<Record<number, string>> = {
  [LINKTYPE_ETHERNET]: "Ethernet",
  [LINKTYPE_RAW]: "raw IP",
  [LINKTYPE_IEEE802_11]: "802.11",
  [LINKTYPE_IEEE802_11_RADIOTAP]: "802.11 with radiotap",
};

export const holdsNetlink = (linktype: number): boolean => Object.hasOwn(COOKED, linktype);

export const linktypeName = (linktype: number): string =>
  NAMES[linktype] === undefined ? String(linktype) : `${linktype}, ${NAMES[linktype]}`;

/** Finds the messages in a packet of `length` bytes at `start`: PASSED when it holds none of NETLINK_ROUTE. */
export function locate(
  linktype: number,
  view: DataView,
  start: number,
  length: number,
  into: Packet,
): typeof PACKET | typeof PASSED {
  const cooked = COOKED[linktype];
  if (cooked === undefined || length < cooked.size) return PASSED;
  const { size, arphrd, protocol } = cooked;
  if (view.getUint16(start + arphrd) !== ARPHRD_NETLINK) return PASSED;
  if (view.getUint16(start + protocol) !== NETLINK_ROUTE) return PASSED;
  into.view = view;
  into.at = start + size;
  into.end = start + length;
  return PACKET;
}

/** Where a packet of this host's is from: as the kernel's own nlmon device calls it. */
export const PACKET_USER = 6;
/** To the kernel. */
export const PACKET_KERNEL = 7;

/** Writes the header of LINKTYPE_NETLINK. */
export function writeCooked(view: DataView, at: number, packetType: number): void {
  view.setUint16(at, packetType);
  view.setUint16(at + SLL.arphrd, ARPHRD_NETLINK);
  view.setUint16(at + SLL.protocol, NETLINK_ROUTE);
}

export const COOKED_SIZE = SLL.size;
