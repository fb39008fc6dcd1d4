/**
 * DNS messages (RFC 1035, section 4; RFC 2136, section 2, gives the four sections other names and the same form).
 * No EDNS: what is asked and answered here is small, and goes by TCP where it is not.
 */
import { CNAME, NS, PTR, SOA } from "./codes.ts";
import { Reader, Writer } from "./wire.ts";

const HEADER_SIZE = 12;

/** Bits of the header's second word. */
export const QR = 0x8000;
export const AA = 0x0400;
export const TC = 0x0200;
export const RD = 0x0100;

interface Question {
  name: string;
  type: number;
  class: number;
}

export interface Rr extends Question {
  ttl: number;
  /** RDATA; names in it are not compressed. */
  data: Uint8Array;
}

/** What stands in the sections of a query and of an update. */
export interface Message {
  id: number;
  /** The header's second word: flags, opcode and response code. */
  flags: number;
  /** The zone of an update. */
  question: readonly Question[];
  /** The prerequisites of an update. */
  answer: readonly Rr[];
  /** The changes of an update. */
  authority: readonly Rr[];
  additional: readonly Rr[];
}

export const opcodeOf = ({ flags }: Message): number => (flags >>> 11) & 0xf;
export const rcodeOf = ({ flags }: Message): number => flags & 0xf;
export const flagsOf = (opcode: number, bits = 0): number => (opcode << 11) | bits;

export function encode(message: Message): Uint8Array {
  const { question, answer, authority, additional } = message;
  const writer = new Writer().u16(message.id).u16(message.flags);
  for (const section of [question, answer, authority, additional]) writer.u16(section.length);
  for (const { name, type, class: class_ } of question) writer.name(name).u16(type).u16(class_);
  for (const section of [answer, authority, additional]) for (const rr of section) writeRr(writer, rr);
  return writer.bytes();
}

export function writeRr(writer: Writer, rr: Rr): void {
  writer.name(rr.name).u16(rr.type).u16(rr.class).u32(rr.ttl).u16(rr.data.length).raw(rr.data);
}

/** What has been read, and where the last record of it starts: TSIG has to know. */
export interface Decoded extends Message {
  lastAt: number;
}

/** A message, or what is wrong with it. */
export function decode(data: Uint8Array): Decoded | string {
  const reader = new Reader(data);
  const id = reader.u16();
  const flags = reader.u16();
  const counts = [reader.u16(), reader.u16(), reader.u16(), reader.u16()] as const;
  if (reader.problem !== undefined) return `${data.length} bytes, at least ${HEADER_SIZE} expected`;
  const question: Question[] = [];
  for (let i = 0; i < counts[0] && reader.problem === undefined; i++)
    question.push({ name: reader.name(), type: reader.u16(), class: reader.u16() });
  const sections: [Rr[], Rr[], Rr[]] = [[], [], []];
  let lastAt = reader.at;
  for (const [section, rrs] of sections.entries())
    for (let i = 0; i < counts[section + 1]! && reader.problem === undefined; i++) {
      lastAt = reader.at;
      rrs.push(readRr(reader));
    }
  if (reader.problem !== undefined) return reader.problem;
  if (reader.at < data.length) return `${data.length - reader.at} bytes after the last record`;
  const [answer, authority, additional] = sections;
  return { id, flags, question, answer, authority, additional, lastAt };
}

function readRr(reader: Reader): Rr {
  const name = reader.name();
  const type = reader.u16();
  const class_ = reader.u16();
  const ttl = reader.u32();
  const length = reader.u16();
  const at = reader.at;
  const raw = reader.take(length);
  const data = reader.problem === undefined ? uncompressed(type, reader, at, raw) : raw;
  return { name, type, class: class_, ttl, data };
}

/** Types of RFC 1035 may have compressed names in their data, and no others (RFC 3597, section 4): those used here. */
function uncompressed(type: number, message: Reader, at: number, raw: Uint8Array): Uint8Array {
  const names = type === SOA ? 2 : type === CNAME || type === NS || type === PTR ? 1 : 0;
  // Without data it is a prerequisite or a deletion.
  if (names === 0 || raw.length === 0) return raw;
  const reader = new Reader(message.data, at, at + raw.length);
  const writer = new Writer();
  for (let i = 0; i < names; i++) writer.name(reader.name());
  writer.raw(reader.take(reader.end - reader.at));
  message.problem ??= reader.problem;
  return writer.bytes();
}
