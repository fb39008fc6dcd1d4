/** Lines that differ in the time, the number and one value: the last one is kept, and written over where it differs. */
import { noFTL } from "bun:jsc";
import type { Bytes } from "./bytes.ts";
import { utcSecond } from "./time.ts";

const ZERO = 0x30;
const SECOND = 1_000_000;
const TIME = `{"time":"`;
const SEQ = `Z","seq":`;
const FRACTION = TIME.length + "2026-11-22T03:57:01.".length;
const NUMBER = FRACTION + 6 + SEQ.length;

const encoder = new TextEncoder();

/** A line with room for a value of one length. */
interface Line {
  readonly bytes: Uint8Array;
  /** The second that it is of, in microseconds since 1970. */
  readonly second: number;
  time: number;
  /** How many digits there is room for, and the first number that has more. */
  readonly digits: number;
  readonly limit: number;
  /** Where the value stands. */
  readonly value: number;
}

export class JsonPattern {
  readonly #before: string;
  readonly #after: string;
  /** By the length of the value. */
  readonly #lines: Line[] = [];

  /** What stands between the number and the value, and after it. */
  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
  }

  /** `text` is of ASCII characters that JSON takes as they are; `seq` grows from call to call. */
  write(time: number, seq: number, text: string, out: Bytes): void {
    const { length } = text;
    let line = this.#lines[length];
    if (line === undefined || seq >= line.limit || time - line.second >= SECOND || time < line.second)
      line = this.#layOut(time, seq, length);
    const { bytes, value } = line;
    if (time !== line.time) {
      line.time = time;
      putDigits(bytes, FRACTION, 6, time - line.second);
    }
    putDigits(bytes, NUMBER, line.digits, seq);
    for (let i = 0; i < length; i++) bytes[value + i] = text.charCodeAt(i);
    out.put(bytes);
  }

  #layOut(time: number, seq: number, length: number): Line {
    const digits = String(seq).length;
    const start = `${TIME}${utcSecond(time)}000000${SEQ}${"0".repeat(digits)}`;
    const head = encoder.encode(start + this.#before);
    const bytes = encoder.encode(`${start}${this.#before}${" ".repeat(length)}${this.#after}`);
    const second = Math.floor(time / SECOND) * SECOND;
    return (this.#lines[length] = {
      bytes,
      second,
      time: second,
      digits,
      limit: 10 ** digits,
      value: head.length,
    });
  }
}

// As in src/likeness.ts.
noFTL(JsonPattern.prototype.write);

/** So many digits of a whole number. */
function putDigits(bytes: Uint8Array, at: number, count: number, value: number): void {
  let rest = value;
  for (let i = at + count - 1; i >= at; i--) {
    const tenth = Math.floor(rest / 10);
    bytes[i] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
}
