/**
 * pcapng files: blocks, each with its length before and after it, in sections that have a byte order each; the
 * interfaces of a section have a link type and a unit of time each (draft-ietf-opsawg-pcapng).
 */
import type { Input } from "./input.ts";
import { holdsNetlink, linktypeName, locate } from "./linktype.ts";
import { Damage, type Format, type Found, MAX_PACKET, MORE, PASSED, type Packet } from "./packet.ts";

export const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
/** Of old files. */
const PACKET_BLOCK = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;

const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** Type u32 and length u32 before the body, length u32 behind it. */
const BLOCK_HEAD = 8;
const BLOCK_SIZE = BLOCK_HEAD + 4;
/** Byte order u32, version u16 u16, length of the section u64. */
const SECTION_SIZE = 16;
/** Link type u16, reserved u16, longest packet u32; options follow. */
const INTERFACE_SIZE = 8;
/** Interface u32 (or u16 and count of drops u16), time u32 u32, length here u32, length on the wire u32. */
const ENHANCED_SIZE = 20;
/** Longest block that is looked at whole: a packet with its options. */
const MAX_BLOCK = 2 * MAX_PACKET;

const OPT_ENDOFOPT = 0;
const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;
/** Of a packet: how many were lost before it. */
const EPB_DROPCOUNT = 4;

interface Interface {
  linktype: number;
  /** Longest packet kept; 0: no limit. */
  snaplen: number;
  /** Units of time in a second. */
  units: bigint;
  /** Added to each time, in seconds. */
  offset: bigint;
}

export class Pcapng implements Format {
  #little = true;
  #interfaces: Interface[] = [];
  /** Simple packets have no time of their own. */
  #time = 0;
  /** Link types of interfaces without netlink messages, and where the first of these is described. */
  #foreign: { linktype: number; offset: number } | undefined;

  next(input: Input, into: Packet): Found {
    if (input.left < BLOCK_HEAD) return MORE;
    const { view, at, offset } = input;
    const isSection = view.getUint32(at) === SECTION_HEADER;
    if (isSection) {
      if (input.left < BLOCK_HEAD + 4) return MORE;
      const magic = view.getUint32(at + BLOCK_HEAD, true);
      if (magic !== BYTE_ORDER_MAGIC && view.getUint32(at + BLOCK_HEAD) !== BYTE_ORDER_MAGIC)
        return new Damage(offset + BLOCK_HEAD, "no byte order that pcapng knows");
      this.#little = magic === BYTE_ORDER_MAGIC;
    }
    const type = view.getUint32(at, this.#little);
    const size = view.getUint32(at + 4, this.#little);
    if (size < BLOCK_SIZE || size % 4 !== 0) return new Damage(offset + 4, `block of ${size} bytes`);
    const read = isSection ? this.#section : this.#readers[type];
    if (read === undefined) {
      input.take(size);
      return PASSED;
    }
    if (size > MAX_BLOCK) return new Damage(offset + 4, `block of ${size} bytes, at most ${MAX_BLOCK}`);
    if (input.left < size) return MORE;
    const behind = view.getUint32(at + size - 4, this.#little);
    if (behind !== size)
      return new Damage(offset + size - 4, `block of ${size} bytes has the length ${behind} behind it`);
    into.offset = offset;
    const found = read.call(this, view, at + BLOCK_HEAD, at + size - 4, into);
    if (!(found instanceof Damage)) input.take(size);
    return found;
  }

  readonly #readers: Readonly<
    Record<number, (view: DataView, at: number, end: number, into: Packet) => Found>
  > = {
    [INTERFACE_DESCRIPTION]: this.#interface,
    [PACKET_BLOCK]: this.#oldPacket,
    [SIMPLE_PACKET]: this.#simplePacket,
    [ENHANCED_PACKET]: this.#enhancedPacket,
  };

  #section(view: DataView, at: number, end: number, { offset }: Packet): Found {
    if (end - at < SECTION_SIZE) return new Damage(offset, `section header of ${end - at} bytes`);
    const major = view.getUint16(at + 4, this.#little);
    if (major !== 1) return new Damage(offset + 12, `version ${major} of pcapng is not known, only 1`);
    this.#interfaces = [];
    return PASSED;
  }

  #interface(view: DataView, at: number, end: number, { offset }: Packet): Found {
    if (end - at < INTERFACE_SIZE) return new Damage(offset, `interface description of ${end - at} bytes`);
    const linktype = view.getUint16(at, this.#little);
    const described: Interface = {
      linktype,
      snaplen: view.getUint32(at + 4, this.#little),
      units: 1_000_000n,
      offset: 0n,
    };
    if (!holdsNetlink(linktype)) this.#foreign ??= { linktype, offset };
    this.#options(view, at + INTERFACE_SIZE, end, (code, value, length) => {
      if (code === IF_TSRESOL && length >= 1) {
        const resolution = view.getUint8(value);
        described.units =
          (resolution & 0x80) !== 0 ? 2n ** BigInt(resolution & 0x7f) : 10n ** BigInt(resolution);
      } else if (code === IF_TSOFFSET && length >= 8)
        described.offset = view.getBigInt64(value, this.#little);
    });
    this.#interfaces.push(described);
    return PASSED;
  }

  #enhancedPacket(view: DataView, at: number, end: number, into: Packet): Found {
    if (end - at < ENHANCED_SIZE) return new Damage(into.offset, `packet block of ${end - at} bytes`);
    into.lost = 0;
    return this.#packet(view, at, end, view.getUint32(at, this.#little), into);
  }

  #oldPacket(view: DataView, at: number, end: number, into: Packet): Found {
    if (end - at < ENHANCED_SIZE) return new Damage(into.offset, `packet block of ${end - at} bytes`);
    const drops = view.getUint16(at + 2, this.#little);
    // All ones: not known.
    into.lost = drops === 0xffff ? 0 : drops;
    return this.#packet(view, at, end, view.getUint16(at, this.#little), into);
  }

  #packet(view: DataView, at: number, end: number, number: number, into: Packet): Found {
    const from = this.#interfaces[number];
    if (from === undefined)
      return new Damage(into.offset, `packet of interface ${number}, which is not described`);
    const length = view.getUint32(at + 12, this.#little);
    const start = at + ENHANCED_SIZE;
    if (length > end - start)
      return new Damage(into.offset, `packet of ${length} bytes in a block with ${end - start}`);
    into.time = this.#time = this.#timeOf(
      from,
      view.getUint32(at + 4, this.#little),
      view.getUint32(at + 8, this.#little),
    );
    into.missing = Math.max(0, view.getUint32(at + 16, this.#little) - length);
    this.#options(view, start + ((length + 3) & ~3), end, (code, value, size) => {
      if (code === EPB_DROPCOUNT && size >= 8) into.lost = Number(view.getBigUint64(value, this.#little));
    });
    return locate(from.linktype, view, start, length, into);
  }

  #simplePacket(view: DataView, at: number, end: number, into: Packet): Found {
    const from = this.#interfaces[0];
    if (from === undefined) return new Damage(into.offset, "packet before any interface is described");
    if (end - at < 4) return new Damage(into.offset, `packet block of ${end - at} bytes`);
    const original = view.getUint32(at, this.#little);
    const length = Math.min(original, end - at - 4, from.snaplen === 0 ? original : from.snaplen);
    into.time = this.#time;
    into.missing = original - length;
    into.lost = 0;
    return locate(from.linktype, view, at + 4, length, into);
  }

  /** In microseconds. */
  #timeOf({ units, offset }: Interface, high: number, low: number): number {
    if (units === 1_000_000n && offset === 0n) return high * 0x1_0000_0000 + low;
    const time = (BigInt(high) << 32n) | BigInt(low);
    return Number((time * 1_000_000n) / units + offset * 1_000_000n);
  }

  /** Code u16, length u16, value, padding to 4 bytes; those that do not fit are left. */
  #options(
    view: DataView,
    at: number,
    end: number,
    each: (code: number, value: number, length: number) => void,
  ): void {
    for (let next = at; next + 4 <= end; ) {
      const code = view.getUint16(next, this.#little);
      const length = view.getUint16(next + 2, this.#little);
      if (code === OPT_ENDOFOPT || next + 4 + length > end) return;
      each(code, next + 4, length);
      next += 4 + ((length + 3) & ~3);
    }
  }

  get nothing(): Damage | undefined {
    return this.#foreign === undefined || this.#interfaces.some(({ linktype }) => holdsNetlink(linktype))
      ? undefined
      : new Damage(
          this.#foreign.offset,
          `no netlink messages in it: its link type is ${linktypeName(this.#foreign.linktype)}`,
        );
  }
}
