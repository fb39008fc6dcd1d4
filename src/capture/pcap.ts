/** pcap files: a header, then records, in the byte order of the machine that wrote them (tcpdump's savefile). */
import type { Input } from "./input.ts";
import { holdsNetlink, linktypeName, locate } from "./linktype.ts";
import { Damage, type Format, type Found, MAX_PACKET, MORE, PASSED, type Packet } from "./packet.ts";

export const PCAP_MICRO = 0xa1b2c3d4;
export const PCAP_NANO = 0xa1b23c4d;
/** Magic u32, version u16 u16, zone u32, accuracy u32, longest packet u32, link type u32. */
export const PCAP_HEADER_SIZE = 24;
/** Seconds u32, parts of a second u32, length in the file u32, length on the wire u32. */
export const PCAP_RECORD_SIZE = 16;

export class Pcap implements Format {
  readonly #little: boolean;
  readonly #nano: boolean;
  #linktype: number | undefined;

  constructor(little: boolean, nano: boolean) {
    this.#little = little;
    this.#nano = nano;
  }

  next(input: Input, into: Packet): Found {
    return this.#linktype === undefined ? this.#header(input) : this.#record(input, this.#linktype, into);
  }

  #header(input: Input): Found {
    if (input.left < PCAP_HEADER_SIZE) return MORE;
    const { view, at, offset } = input;
    const major = view.getUint16(at + 4, this.#little);
    if (major !== 2) return new Damage(offset + 4, `version ${major} of pcap is not known, only 2`);
    // What is above bit 25 tells of checksums behind each packet.
    const linktype = view.getUint32(at + 20, this.#little) & 0x03ff_ffff;
    if (!holdsNetlink(linktype))
      return new Damage(offset + 20, `no netlink messages in it: its link type is ${linktypeName(linktype)}`);
    this.#linktype = linktype;
    input.take(PCAP_HEADER_SIZE);
    return PASSED;
  }

  #record(input: Input, linktype: number, into: Packet): Found {
    if (input.left < PCAP_RECORD_SIZE) return MORE;
    const { view, at, offset } = input;
    const length = view.getUint32(at + 8, this.#little);
    if (length > MAX_PACKET)
      return new Damage(offset + 8, `packet of ${length} bytes, at most ${MAX_PACKET}`);
    if (input.left < PCAP_RECORD_SIZE + length) return MORE;
    const start = at + PCAP_RECORD_SIZE;
    const parts = view.getUint32(at + 4, this.#little);
    into.time =
      view.getUint32(at, this.#little) * 1_000_000 + (this.#nano ? Math.floor(parts / 1000) : parts);
    into.missing = Math.max(0, view.getUint32(at + 12, this.#little) - length);
    into.lost = 0;
    into.offset = offset;
    input.take(PCAP_RECORD_SIZE + length);
    return locate(linktype, view, start, length, into);
  }
}
