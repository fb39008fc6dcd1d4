/** Network addresses as text, exactly as inet_ntop(3) of glibc writes them. */

import { keptText } from "../netlink/kept-text.ts";

export const AF_UNSPEC = 0;
export const AF_INET = 2;
export const AF_BRIDGE = 7;
export const AF_INET6 = 10;
export const AF_MPLS = 28;

const FAMILIES: Readonly<Record<number, string>> = {
  [AF_INET]: "inet",
  [AF_INET6]: "inet6",
  4: "ipx",
  [AF_BRIDGE]: "bridge",
  17: "link",
  [AF_MPLS]: "mpls",
};

/** ip's name of an address family (`inet6`); undefined where it has none. */
export const familyName = (family: number): string | undefined => FAMILIES[family];

/** Where an address is put together, byte by byte, before it becomes a string: in one step, and a flat one. */
const scratch = Buffer.alloc(64);

const COLON = 0x3a;
const DOT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
/** "0" to "9", "a" to "f". */
const digit = (value: number): number => (value < 10 ? ZERO + value : 0x57 + value);

/** A number of 0 to 255, in decimal, at `to`; where it ends. */
function putByte(value: number, to: number): number {
  let at = to;
  let rest = value;
  if (rest >= 100) {
    const hundreds = Math.trunc(rest / 100);
    scratch[at++] = ZERO + hundreds;
    rest -= 100 * hundreds;
  }
  if (value >= 10) {
    const tens = Math.trunc(rest / 10);
    scratch[at++] = ZERO + tens;
    rest -= 10 * tens;
  }
  scratch[at] = ZERO + rest;
  return at + 1;
}

/** A group of 16 bits, in hex. */
function putGroup(value: number, to: number): number {
  let at = to;
  if (value > 0xfff) scratch[at++] = digit(value >> 12);
  if (value > 0xff) scratch[at++] = digit((value >> 8) & 0xf);
  if (value > 0xf) scratch[at++] = digit((value >> 4) & 0xf);
  scratch[at] = digit(value & 0xf);
  return at + 1;
}

function putInet(view: DataView, at: number, to: number): number {
  let end = putByte(view.getUint8(at), to);
  for (let offset = 1; offset < 4; offset++) {
    scratch[end] = DOT;
    end = putByte(view.getUint8(at + offset), end + 1);
  }
  return end;
}

/** RFC 5952, and IPv4-mapped or -compatible addresses with their last 32 bits dotted. */
function putInet6(view: DataView, at: number): number {
  // The longest run of two or more zero groups, the first of equals.
  let best = -1;
  let bestLength = 1;
  for (let group = 0; group < 8; ) {
    let end = group;
    while (end < 8 && view.getUint16(at + 2 * end) === 0) end++;
    if (end - group > bestLength) {
      best = group;
      bestLength = end - group;
    }
    group = end + 1;
  }
  const dotted = best === 0 && (bestLength === 6 || (bestLength === 5 && view.getUint16(at + 10) === 0xffff));
  let end = 0;
  for (let group = 0; group < 8; group++) {
    if (group > 0 || best === 0) scratch[end++] = COLON;
    if (group === best) {
      group += bestLength - 1;
      if (group === 7) scratch[end++] = COLON;
    } else if (group === 6 && dotted) return putInet(view, at + 12, end);
    else end = putGroup(view.getUint16(at + 2 * group), end);
  }
  return end;
}

const text = (end: number): string => scratch.toString("latin1", 0, end);

function withLength(end: number, length: number): string {
  scratch[end] = SLASH;
  return text(putByte(length, end + 1));
}

/** `192.0.2.1`. */
export const formatInet = keptText(4, (view, at) => text(putInet(view, at, 0)));

/** `192.0.2.0/24`; the whole address goes without a length. */
export function formatInetPrefix(view: DataView, at: number, length: number): string {
  const end = putInet(view, at, 0);
  return length === 32 ? text(end) : withLength(end, length);
}

/** `2001:db8::1`. */
export const formatInet6 = keptText(16, (view, at) => text(putInet6(view, at)));

/** `2001:db8::/32`; the whole address goes without a length. */
export function formatInet6Prefix(view: DataView, at: number, length: number): string {
  const end = putInet6(view, at);
  return length === 128 ? text(end) : withLength(end, length);
}
