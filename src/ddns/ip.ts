/** Network addresses as text and as bytes, and prefixes of them. */
import { isIP } from "node:net";
import { formatInet, formatInet6 } from "../rtnetlink/inet.ts";

/** 4 or 16 bytes; undefined when it is no address. */
export function parseIp(text: string): Uint8Array | undefined {
  switch (isIP(text)) {
    case 4:
      return Uint8Array.from(text.split("."), Number);
    case 6:
      return text.includes("%") ? undefined : parseInet6(text);
    default:
      return undefined;
  }
}

/** isIP has found it right. */
function parseInet6(text: string): Uint8Array {
  const bytes = new Uint8Array(16);
  const [head, tail] = text.split("::") as [string, string?];
  const front = groups(head);
  bytes.set(front);
  if (tail !== undefined) {
    const back = groups(tail);
    bytes.set(back, 16 - back.length);
  }
  return bytes;
}

function groups(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    if (group.includes(".")) return group.split(".").map(Number);
    const value = Number.parseInt(group, 16);
    return [value >>> 8, value & 0xff];
  });
}

/** The text of 4 or 16 bytes. */
export function formatIp(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length === 4 ? formatInet(view, 0) : formatInet6(view, 0);
}

export interface Prefix {
  bytes: Uint8Array;
  length: number;
}

/** `2001:db8::/32`; without a length, that of the address. undefined when it is none. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf("/");
  const bytes = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (bytes === undefined) return undefined;
  const bits = bytes.length * 8;
  if (slash < 0) return { bytes, length: bits };
  const digits = text.slice(slash + 1);
  const length = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  return length <= bits ? { bytes, length } : undefined;
}

/** A prefix that is written in the code. */
export const prefix = (text: string): Prefix => parsePrefix(text)!;

/** Whether the address begins with the prefix; never for one of the other family. */
export function isIn(address: Uint8Array, { bytes, length }: Prefix): boolean {
  if (address.length !== bytes.length) return false;
  const whole = length >>> 3;
  for (let i = 0; i < whole; i++) if (address[i] !== bytes[i]) return false;
  const rest = length & 7;
  return rest === 0 || (address[whole]! ^ bytes[whole]!) >>> (8 - rest) === 0;
}

/** The first `length` bits of `address`, then those of the suffix. */
export function withSuffix(address: Uint8Array, { bytes, length }: Prefix): Uint8Array {
  return bytes.map((byte, i) => {
    const mask = (0xff00 >>> Math.min(8, Math.max(0, length - 8 * i))) & 0xff;
    return (address[i]! & mask) | (byte & ~mask);
  });
}

/** By value, for an order that is always the same. */
export function compareIp(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
