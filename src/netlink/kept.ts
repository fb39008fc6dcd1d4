/**
 * Attributes that were read before, and what they said. The kernel says the same again and again, but for a value or
 * two: those alone are read and put into a copy, and where nothing differs the same object is given again.
 */

import type { Fields } from "./attr.ts";
import type { UnknownAttribute } from "./context.ts";

/** What there is to know of what was read, besides what it gave. */
export interface Reading {
  /** How often a key was put. */
  keys: number;
  /** Rows that gave nothing, or several keys, each followed by what it gave. */
  others: unknown[];
  /** Where the attributes are that hold unknown ones, from the first one on. */
  strange: number[];
  /** These. */
  unknown: readonly UnknownAttribute[];
}

/** The part of a row that matters here. */
interface Keyed {
  readonly key: string;
}

export class Kept {
  readonly #words: Int32Array;
  /** It has been given again since another took its place for once. */
  used = false;

  /** undefined where a key was put twice: which value counts is not to be told from one of them. */
  static of(
    view: DataView,
    start: number,
    length: number,
    era: number,
    head: Fields | undefined,
    given: Fields,
    reading: Reading,
  ): Kept | undefined {
    let all = reading.keys;
    for (const key in head) if (given[key] === head[key]) all++;
    if (Object.keys(given).length !== all) return undefined;
    return new Kept(view, start, length, era, head, given, reading);
  }

  private constructor(
    view: DataView,
    start: number,
    readonly length: number,
    readonly era: number,
    private head: Fields | undefined,
    public given: Fields,
    private readonly reading: Reading,
  ) {
    this.#words = new Int32Array(length >> 2);
    for (let i = 0; i < this.#words.length; i++) this.#words[i] = view.getInt32(start + 4 * i, true);
  }

  get unknown(): readonly UnknownAttribute[] {
    return this.reading.unknown;
  }

  /** Whether the attribute at `offset` holds unknown ones. */
  isStrange(offset: number): boolean {
    return this.reading.strange.includes(offset);
  }

  /** nla_len and nla_type of the attribute at `offset`, where those are the same as before. */
  headerAt(view: DataView, start: number, offset: number): number | undefined {
    const header = view.getInt32(start + offset, true);
    return header === this.#words[offset >> 2] ? header : undefined;
  }

  /** Whether the bytes from one offset to another are those of before; from now on they are. */
  same(view: DataView, start: number, from: number, to: number): boolean {
    const words = this.#words;
    let offset = from;
    while (offset < to && view.getInt32(start + offset, true) === words[offset >> 2]) offset += 4;
    if (offset >= to) return true;
    for (; offset < to; offset += 4) words[offset >> 2] = view.getInt32(start + offset, true);
    return false;
  }

  /** What was given, with the values of another head. */
  headed(head: Fields | undefined): Fields {
    const before = this.head;
    let into = this.given;
    if (head === undefined || before === undefined) return into;
    for (const key in head) if (head[key] !== before[key]) into = this.#set(into, key, head[key]);
    this.head = head;
    return into;
  }

  /** Whether a row gives values of the same keys as before. */
  fits(row: Keyed, value: unknown): boolean {
    const index = this.reading.others.indexOf(row);
    if (index === -1) return value !== undefined;
    const before = this.reading.others[index + 1];
    if (before === undefined || value === undefined) return before === value;
    const keys = Object.keys(value as Fields);
    const those = Object.keys(before as Fields);
    return keys.length === those.length && keys.every((key, place) => key === those[place]);
  }

  /** With what a row gives now. */
  put(into: Fields, { key }: Keyed, value: unknown): Fields {
    if (value === undefined) return into;
    if (key !== "") return this.#set(into, key, value);
    let all = into;
    for (const key in value as Fields) all = this.#set(all, key, (value as Fields)[key]);
    return all;
  }

  #set(into: Fields, key: string, value: unknown): Fields {
    if (into[key] === value) return into;
    const copy = into === this.given ? { ...into } : into;
    copy[key] = value;
    return copy;
  }
}
