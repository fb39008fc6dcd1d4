/** Reads a capture of any of the formats, as its bytes come. */
import { NLMSG_HDRLEN } from "../netlink/nlmsg.ts";
import { Input } from "./input.ts";
import { Damage, type Format, MORE, PACKET, type Packet } from "./packet.ts";
import { PCAP_MICRO, PCAP_NANO, Pcap } from "./pcap.ts";
import { Pcapng, SECTION_HEADER } from "./pcapng.ts";
import { NLMSG_TSTAMP, Rtmon, TSTAMP_SIZE } from "./rtmon.ts";

/** Bytes that tell the format. */
const MAGIC_SIZE = 8;
/** Alexey Kuznetsov's variant of pcap, of the last century. */
const PCAP_MODIFIED = 0xa1b2cd34;
const GZIP = 0x1f8b;
const ZSTD = 0x28b52ffd;

export class CaptureReader {
  readonly packet: Packet = {
    time: 0,
    view: new DataView(new ArrayBuffer(0)),
    at: 0,
    end: 0,
    offset: 0,
    missing: 0,
    lost: 0,
  };
  /** Why no more can be read, if so. */
  damage: Damage | undefined;
  readonly #input = new Input();
  #format: Format | undefined;
  /** Packets so far that hold messages. */
  #packets = 0;

  push(data: Uint8Array): void {
    this.#input.push(data);
  }

  /** No more will be pushed: what `next` finds incomplete is damage now. */
  end(): void {
    this.#input.ended = true;
  }

  /** True: `packet` holds the next one. False: push more, or, after `end` or `damage`, there is none. */
  next(): boolean {
    if (this.damage !== undefined) return false;
    const input = this.#input;
    if (this.#format === undefined) {
      const format = detect(input);
      if (format === undefined) return false;
      if (format instanceof Damage) return this.#stop(format);
      this.#format = format;
    }
    for (;;) {
      const found = this.#format.next(input, this.packet);
      if (found === PACKET) {
        const foreign = this.#packets++ === 0 ? byteOrder(this.packet) : undefined;
        return foreign === undefined || this.#stop(foreign);
      }
      if (found instanceof Damage) return this.#stop(found);
      if (found === MORE) break;
    }
    if (input.ended) this.damage = this.#atEnd();
    return false;
  }

  #atEnd(): Damage | undefined {
    const { offset, left, missing } = this.#input;
    if (left > 0) return new Damage(offset, `the file ends within a packet, ${left} bytes after its start`);
    if (missing > 0)
      return new Damage(offset - missing, `the file ends ${missing} bytes before a block's end`);
    if (this.#packets > 0) return undefined;
    return this.#format?.nothing ?? new Damage(offset, "no NETLINK_ROUTE message in it");
  }

  #stop(damage: Damage): false {
    this.damage = damage;
    return false;
  }
}

/** The format that the file's first bytes tell; undefined when they are not there yet. */
function detect(input: Input): Format | Damage | undefined {
  const { view, at } = input;
  if (input.left < MAGIC_SIZE) {
    if (!input.ended) return undefined;
    return new Damage(0, input.left === 0 ? "the file is empty" : `no capture: only ${input.left} bytes`);
  }
  const magic = view.getUint32(at);
  const swapped = view.getUint32(at, true);
  for (const [value, little] of [
    [magic, false],
    [swapped, true],
  ] as const) {
    if (value === PCAP_MICRO || value === PCAP_NANO) return new Pcap(little, value === PCAP_NANO);
    if (value === PCAP_MODIFIED) return new Damage(0, "this variant of pcap is not known");
  }
  if (magic === SECTION_HEADER) return new Pcapng();
  if (swapped === TSTAMP_SIZE && view.getUint16(at + 4, true) === NLMSG_TSTAMP) return new Rtmon();
  if (magic === TSTAMP_SIZE && view.getUint16(at + 4) === NLMSG_TSTAMP) return new Damage(0, BIG_ENDIAN);
  if (view.getUint16(at) === GZIP) return new Damage(0, "compressed by gzip: unpack it first (zcat)");
  if (magic === ZSTD) return new Damage(0, "compressed by zstd: unpack it first (zstdcat)");
  return new Damage(0, "not a capture: neither pcap, pcapng nor rtmon");
}

const BIG_ENDIAN = "written on a big-endian machine: its netlink messages cannot be read here";

/** Netlink messages are in the byte order of the machine that they were sent on, whatever the file's is. */
function byteOrder({ view, at, end, offset }: Packet): Damage | undefined {
  const left = end - at;
  if (left < NLMSG_HDRLEN) return undefined;
  const fits = (length: number) => length >= NLMSG_HDRLEN && length <= left;
  return fits(view.getUint32(at, true)) || !fits(view.getUint32(at))
    ? undefined
    : new Damage(offset, BIG_ENDIAN);
}
