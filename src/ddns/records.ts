/** Data of records as text and as bytes: A (RFC 1035), AAAA (RFC 3596), PTR, CNAME, SOA. */
import { A, AAAA, CNAME, NS, PTR, SOA } from "./codes.ts";
import { formatIp, parseIp } from "./ip.ts";
import type { Rr } from "./message.ts";
import { parseName } from "./name.ts";
import { Reader, Writer } from "./wire.ts";

/** The RDATA of an address or a name. What comes here has been checked. */
export function rdata(type: number, text: string): Uint8Array {
  return type === A || type === AAAA ? parseIp(text)! : new Writer().name(parseName(text)!).bytes();
}

/** The data as text; undefined when it is not what its type says, or of a type that is not used here. */
export function dataText({ type, data }: Rr): string | undefined {
  switch (type) {
    case A:
      return data.length === 4 ? formatIp(data) : undefined;
    case AAAA:
      return data.length === 16 ? formatIp(data) : undefined;
    case CNAME:
    case NS:
    case PTR: {
      const reader = new Reader(data);
      const name = reader.name();
      return reader.problem === undefined ? name : undefined;
    }
    default:
      return undefined;
  }
}

export interface Soa {
  zone: string;
  /** MNAME: the primary. */
  primary: string;
  serial: number;
}

/** RFC 1035, section 3.3.13. */
export function soaOf({ name, type, data }: Rr): Soa | undefined {
  if (type !== SOA) return undefined;
  const reader = new Reader(data);
  const primary = reader.name();
  reader.name();
  const serial = reader.u32();
  return reader.problem === undefined ? { zone: name, primary, serial } : undefined;
}

/** The name of an address in in-addr.arpa (RFC 1035, section 3.5) or ip6.arpa (RFC 3596, section 2.5). */
export function reverseName(address: string): string {
  const bytes = [...parseIp(address)!].reverse();
  if (bytes.length === 4) return `${bytes.join(".")}.in-addr.arpa.`;
  return `${bytes.map((byte) => `${(byte & 0xf).toString(16)}.${(byte >>> 4).toString(16)}`).join(".")}.ip6.arpa.`;
}
