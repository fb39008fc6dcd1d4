/**
 * Text on its way out, as bytes: what is written a hundred thousand times a second becomes no string first. JSON is
 * what JSON.stringify gives, with the characters escaped that `safeJson` escapes.
 */
import { Dev } from "../rtnetlink/dev.ts";
import { safeJson } from "./escape.ts";

const INITIAL = 1 << 12;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;

/** By number of digits, the first number that has more. */
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A number that JSON.stringify writes digit by digit (TC39 JSON.parse source text access). */
const { isRawJSON } = JSON as unknown as { isRawJSON(value: unknown): value is { rawJSON: string } };

export class Bytes {
  #bytes = new Uint8Array(INITIAL);
  length = 0;

  /** What has been put, valid until the next is. */
  get data(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** From `start` on, as text. */
  textFrom(start: number): string {
    return decoder.decode(this.#bytes.subarray(start, this.length));
  }

  clear(): void {
    this.length = 0;
  }

  put(data: Uint8Array): void {
    this.#reserve(data.length);
    this.#bytes.set(data, this.length);
    this.length += data.length;
  }

  /** Text as it is, in UTF-8. */
  text(text: string): void {
    const { length } = text;
    this.#reserve(length);
    const bytes = this.#bytes;
    let at = this.length;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) {
        this.length = at;
        this.#encode(text.slice(i));
        return;
      }
      bytes[at++] = code;
    }
    this.length = at;
  }

  /** A whole number below 2^31, with leading zeros to a width. */
  digits(value: number, width = 1): void {
    let size = width;
    while (size < POWERS.length && value >= POWERS[size]!) size++;
    this.#reserve(size);
    const bytes = this.#bytes;
    const start = this.length;
    let rest = value | 0;
    for (let at = start + size - 1; at >= start; at--) {
      // Exact for these, and a division is slow.
      const tenth = (rest * 0.1) | 0;
      bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.length = start + size;
  }

  number(value: number): void {
    if ((value | 0) === value && value >= 0) this.digits(value);
    else this.text(JSON.stringify(value));
  }

  /** A value, in JSON. */
  json(value: unknown): void {
    switch (typeof value) {
      case "string":
        this.#string(value);
        break;
      case "number":
        this.number(value);
        break;
      case "object":
        if (value === null) this.text("null");
        else if (value instanceof Dev) this.#string(value.ifname);
        else if (Array.isArray(value)) this.#array(value);
        else if ("rawJSON" in value && isRawJSON(value)) this.text(value.rawJSON);
        else this.#object(value as Record<string, unknown>);
        break;
      case "boolean":
        this.text(value ? "true" : "false");
        break;
      default:
        this.text(JSON.stringify(value) ?? "null");
    }
  }

  /** Keys and values of an object, each with a comma before it; without braces. */
  members(object: object): void {
    for (const key in object) this.member(key, (object as Record<string, unknown>)[key]);
  }

  /** The same for one key; nothing when the value is undefined. */
  member(key: string, value: unknown): void {
    if (value === undefined) return;
    this.#byte(0x2c);
    this.#string(key);
    this.#byte(0x3a);
    this.json(value);
  }

  #object(object: object): void {
    const start = this.length;
    this.members(object);
    if (this.length === start) this.text("{}");
    else {
      // The first comma is the brace.
      this.#bytes[start] = 0x7b;
      this.#byte(0x7d);
    }
  }

  #array(array: readonly unknown[]): void {
    this.#byte(0x5b);
    for (let i = 0; i < array.length; i++) {
      if (i > 0) this.#byte(0x2c);
      this.json(array[i]);
    }
    this.#byte(0x5d);
  }

  #string(value: string): void {
    const { length } = value;
    this.#reserve(length + 2);
    const bytes = this.#bytes;
    let at = this.length;
    bytes[at++] = QUOTE;
    for (let i = 0; i < length; i++) {
      const code = value.charCodeAt(i);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) {
        this.text(safeJson(JSON.stringify(value)));
        return;
      }
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.length = at;
  }

  #byte(byte: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length++] = byte;
  }

  #encode(text: string): void {
    this.#reserve(3 * text.length);
    this.length += encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  #reserve(size: number): void {
    const needed = this.length + size;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
