/** Values of options: lists, names out of a set, durations, sizes, counts. Each wrong one is a UsageError. */
import { isIP } from "node:net";
import { nearest } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

/** `a,b` as its parts. */
export function list(option: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  const parts = value.split(",").map((part) => part.trim());
  if (parts.includes("")) throw new UsageError(`${option}: empty name in ${JSON.stringify(value)}`);
  return parts;
}

/** `value`, which has to be one of `names`. */
export function oneOf<T extends string>(option: string, value: string, names: readonly T[]): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  const close = nearest(value, names);
  const hint = close === undefined ? `known: ${names.join(", ")}` : `did you mean ${close}?`;
  throw new UsageError(`${option}: unknown value ${JSON.stringify(value)}; ${hint}`);
}

const MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  "": 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
/** Timers are 32-bit. */
const LONGEST = 2 ** 31 - 1;

/** `500ms`, `10s`, `2m`, `1.5h`; a bare number is seconds. In ms. */
export function duration(option: string, value: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|)$/.exec(value);
  const ms = match === null ? Number.NaN : Number(match[1]) * MS[match[2]!]!;
  if (!(ms > 0))
    throw new UsageError(`${option}: ${JSON.stringify(value)} is no duration; write 500ms, 10s, 2m or 1h`);
  if (ms > LONGEST) throw new UsageError(`${option}: ${value} is too long; at most 24d`);
  return ms;
}

/** The same, or 0: not at all. */
export const pause = (option: string, value: string): number =>
  /^0(ms|s|m|h|d|)$/.test(value) ? 0 : duration(option, value);

/** A whole number, 0 too. */
export function whole(option: string, value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number))
    throw new UsageError(`${option}: ${JSON.stringify(value)} is no number; write 0 or more`);
  return number;
}

/** `65536`, `512K`, `16M`: bytes. */
export function size(option: string, value: string): number {
  const match = /^(\d+)([kKmMgG]?)$/.exec(value);
  const shift = match === null ? 0 : { "": 0, k: 10, m: 20, g: 30 }[match[2]!.toLowerCase()]!;
  const bytes = match === null ? Number.NaN : Number(match[1]) * 2 ** shift;
  if (!(bytes > 0)) throw new UsageError(`${option}: ${JSON.stringify(value)} is no size; write 512K or 16M`);
  if (bytes >= 2 ** 30)
    throw new UsageError(`${option}: ${value} is too large; the kernel takes less than 1G`);
  return bytes;
}

/** `1`, `0.5`, `10`: times as fast. */
export function speed(option: string, value: string): number {
  const times = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (!(times > 0 && times <= 1e9))
    throw new UsageError(`${option}: ${JSON.stringify(value)} is no speed; write 1, 0.5 or 10`);
  return times;
}

export function count(option: string, value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number < 1 || !Number.isSafeInteger(number))
    throw new UsageError(`${option}: ${JSON.stringify(value)} is no number; write 1 or more`);
  return number;
}

/** `2001:db8::/32`, `192.0.2.1`: as ip writes it, without the length of a single address; the whole is `default`. */
export function prefix(option: string, value: string, word: string): { family: string; dst: string } {
  const [address, length, ...more] = value.split("/") as [string, string | undefined];
  const version = address.includes("%") ? 0 : isIP(address);
  const longest = version === 4 ? 32 : 128;
  const bits = length === undefined ? longest : /^\d+$/.test(length) ? Number(length) : Number.NaN;
  if (version === 0 || more.length > 0 || !(bits <= longest))
    throw new UsageError(`${option}: ${JSON.stringify(value)} is neither ${word} nor an address or prefix`);
  // The URL parser writes IPv6 addresses as RFC 5952 has them.
  const host = version === 4 ? address : new URL(`http://[${address}]`).hostname.slice(1, -1);
  const dst = bits === longest ? host : bits === 0 ? "default" : `${host}/${bits}`;
  return { family: version === 4 ? "inet" : "inet6", dst };
}
