/** Bytes of DNS messages: big-endian numbers, and names, which may be compressed where they are read. */
import { join, labelsOf } from "./name.ts";

/** RFC 1035, section 4.1.4: the upper two bits of a length that is a pointer. */
const POINTER = 0xc0;
/** A name has at most so many labels, and so many pointers are enough for it. */
const MAX_LABELS = 127;
const MAX_NAME = 255;

export class Writer {
  readonly #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }

  u8(value: number): this {
    this.#bytes.push(value & 0xff);
    return this;
  }

  u16(value: number): this {
    return this.u8(value >>> 8).u8(value);
  }

  u32(value: number): this {
    return this.u16(value >>> 16).u16(value);
  }

  /** A time of TSIG, in seconds: larger than what bit operations take. */
  u48(value: number): this {
    return this.u16(Math.floor(value / 2 ** 32)).u32(value % 2 ** 32);
  }

  raw(data: Iterable<number>): this {
    for (const byte of data) this.#bytes.push(byte);
    return this;
  }

  /** Without compression: it is never needed, and not allowed in some places (RFC 3597, section 4). */
  name(name: string): this {
    for (const label of labelsOf(name)) {
      this.u8(label.length);
      for (let i = 0; i < label.length; i++) this.u8(label.charCodeAt(i));
    }
    return this.u8(0);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads a message; what is not there reads as 0, and `problem` says what was the first such thing. */
export class Reader {
  problem: string | undefined;

  constructor(
    readonly data: Uint8Array,
    public at = 0,
    public end = data.length,
  ) {}

  u8(): number {
    if (this.at >= this.end) return this.#fail("cut short");
    return this.data[this.at++]!;
  }

  u16(): number {
    return (this.u8() << 8) | this.u8();
  }

  u32(): number {
    return this.u16() * 2 ** 16 + this.u16();
  }

  u48(): number {
    return this.u16() * 2 ** 32 + this.u32();
  }

  take(length: number): Uint8Array {
    if (length > this.end - this.at) {
      this.#fail("cut short");
      return new Uint8Array();
    }
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  /** A pointer may lead to anywhere before itself in the whole message, also out of the part that is being read. */
  name(): string {
    const labels: string[] = [];
    let length = 1;
    let pointers = 0;
    let at = this.at;
    let after: number | undefined;
    for (;;) {
      if (after === undefined && at >= this.end) break;
      const size = this.data[at];
      if (size === undefined) break;
      if ((size & POINTER) === POINTER) {
        const low = this.data[at + 1];
        if (low === undefined || (after === undefined && at + 2 > this.end)) break;
        const to = ((size & ~POINTER) << 8) | low;
        if (to >= at || ++pointers > MAX_LABELS) {
          this.#fail("a name points forward");
          return ".";
        }
        after ??= at + 2;
        at = to;
        continue;
      }
      if ((size & POINTER) !== 0) {
        this.#fail("a label of an unknown kind");
        return ".";
      }
      const end = at + 1 + size;
      if (end > (after === undefined ? this.end : this.data.length)) break;
      if (size === 0) {
        this.at = after ?? end;
        return join(labels);
      }
      length += 1 + size;
      if (length > MAX_NAME) {
        this.#fail("a name longer than 255 bytes");
        return ".";
      }
      labels.push(String.fromCharCode(...this.data.subarray(at + 1, end)));
      at = end;
    }
    this.#fail("cut short");
    return ".";
  }

  #fail(problem: string): number {
    this.problem ??= `${problem} at byte ${this.at}`;
    this.at = this.end;
    return 0;
  }
}
