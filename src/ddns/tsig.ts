/**
 * Transaction signatures (RFC 8945): the last record of a message holds a MAC over the message, over what else
 * stands in that record, and, in an answer, over the MAC of the request. So an answer belongs to its request alone.
 */
import { timingSafeEqual } from "node:crypto";
import { ANY, BADTIME, NOERROR, TSIG } from "./codes.ts";
import type { Key } from "./key.ts";
import { type Decoded, type Rr, writeRr } from "./message.ts";
import { sameName } from "./name.ts";
import { Reader, Writer } from "./wire.ts";

/** Seconds by which clocks may differ (section 10, the recommended value). */
const FUDGE = 300;
/** Bytes of the header up to ARCOUNT. */
const ARCOUNT = 10;

/** RDATA of the record (section 4.2). */
interface Tsig {
  algorithm: string;
  /** Seconds since 1970. */
  timeSigned: number;
  fudge: number;
  mac: Uint8Array;
  originalId: number;
  error: number;
  other: Uint8Array;
}

interface Signed {
  data: Uint8Array;
  /** What the answer's MAC covers of this request. */
  mac: Uint8Array;
}

/** The message with a TSIG record at its end (section 5.1). `time` is in seconds. */
export function sign(message: Uint8Array, key: Key, time: number, fudge = FUDGE): Signed {
  const tsig: Tsig = {
    algorithm: key.algorithm.wireName,
    timeSigned: time,
    fudge,
    mac: new Uint8Array(),
    originalId: (message[0]! << 8) | message[1]!,
    error: NOERROR,
    other: new Uint8Array(),
  };
  tsig.mac = key.mac(message, variables(key.name, tsig));
  const writer = new Writer().raw(message);
  writeRr(writer, { name: key.name, type: TSIG, class: ANY, ttl: 0, data: writeTsig(tsig) });
  const data = writer.bytes();
  addToArcount(data, 1);
  return { data, mac: tsig.mac };
}

/** Why an answer is not to be believed. */
export interface Distrust {
  why: "unsigned" | "key" | "mac" | "time" | "server";
  /** TSIG's own error, where the server gives one. */
  error: number;
  /** The server's clock (seconds since 1970), where it tells: with BADTIME. */
  serverTime?: number;
  /** The MAC is right: it is the server itself that says so. */
  authentic: boolean;
}

/** undefined: the answer is the server's to this very request (section 5.3). `now` is in seconds. */
export function verify(
  data: Uint8Array,
  answer: Decoded,
  key: Key,
  requestMac: Uint8Array,
  now: number,
): Distrust | undefined {
  const last = answer.additional.at(-1);
  const tsig = last?.type === TSIG ? readTsig(last) : undefined;
  if (last === undefined || tsig === undefined) return { why: "unsigned", error: NOERROR, authentic: false };
  const { error } = tsig;
  if (!sameName(last.name, key.name) || !sameName(tsig.algorithm, key.algorithm.wireName))
    return { why: error === NOERROR ? "key" : "server", error, authentic: false };
  // A server that could not check the request does not sign its answer (section 5.3.2).
  if (tsig.mac.length === 0)
    return { why: error === NOERROR ? "unsigned" : "server", error, authentic: false };

  const message = data.slice(0, answer.lastAt);
  addToArcount(message, -1);
  message[0] = tsig.originalId >>> 8;
  message[1] = tsig.originalId & 0xff;
  const length = new Writer().u16(requestMac.length).bytes();
  const expected = key.hash(length, requestMac, message, variables(key.name, tsig));
  const isLongEnough = tsig.mac.length >= key.algorithm.length && tsig.mac.length <= expected.length;
  if (!isLongEnough || !timingSafeEqual(tsig.mac, expected.subarray(0, tsig.mac.length)))
    return { why: "mac", error, authentic: false };

  if (error === BADTIME && tsig.other.length === 6)
    return { why: "server", error, serverTime: new Reader(tsig.other).u48(), authentic: true };
  if (error !== NOERROR) return { why: "server", error, authentic: true };
  if (Math.abs(now - tsig.timeSigned) > tsig.fudge)
    return { why: "time", error, serverTime: tsig.timeSigned, authentic: true };
  return undefined;
}

/** The record, and nothing after it; undefined when it is damaged. */
function readTsig({ class: class_, ttl, data }: Rr): Tsig | undefined {
  const reader = new Reader(data);
  const algorithm = reader.name();
  const timeSigned = reader.u48();
  const fudge = reader.u16();
  const mac = reader.take(reader.u16());
  const originalId = reader.u16();
  const error = reader.u16();
  const other = reader.take(reader.u16());
  if (reader.problem !== undefined || reader.at < data.length || class_ !== ANY || ttl !== 0)
    return undefined;
  return { algorithm, timeSigned, fudge, mac, originalId, error, other };
}

function writeTsig({ algorithm, timeSigned, fudge, mac, originalId, error, other }: Tsig): Uint8Array {
  const writer = new Writer().name(algorithm).u48(timeSigned).u16(fudge).u16(mac.length).raw(mac);
  return writer.u16(originalId).u16(error).u16(other.length).raw(other).bytes();
}

/** What of the record is covered by the MAC; names in lower case (section 4.3.3). */
function variables(name: string, { algorithm, timeSigned, fudge, error, other }: Tsig): Uint8Array {
  const writer = new Writer().name(name.toLowerCase()).u16(ANY).u32(0).name(algorithm.toLowerCase());
  return writer.u48(timeSigned).u16(fudge).u16(error).u16(other.length).raw(other).bytes();
}

function addToArcount(data: Uint8Array, difference: number): void {
  const view = new DataView(data.buffer, data.byteOffset);
  view.setUint16(ARCOUNT, view.getUint16(ARCOUNT) + difference);
}
