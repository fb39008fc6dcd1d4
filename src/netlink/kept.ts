/**
 * Attributes that were read before, and what they said. The kernel says the same again and again, but for a value or
 * two: those alone are read and put into a copy, and where nothing differs the same object is given again.
 */

import type { UnknownAttribute } from "./context.ts";
import type { Recorded, Step } from "./gather.ts";
import { type AnyRow, type Fields, NLA_HDRLEN, nlaAlign, SPREAD } from "./row.ts";

/**
 * A number that is the same for attributes of the same numbers and lengths in the same order, in the same era.
 * undefined: they are not whole, or not padded to the last.
 */
export function shapeOf(view: DataView, start: number, end: number, era: number): number | undefined {
  let hash = era | 0;
  let at = start;
  while (end - at >= NLA_HDRLEN) {
    const header = view.getInt32(at, true);
    const length = header & 0xffff;
    if (length < NLA_HDRLEN) return undefined;
    hash = Math.imul(hash ^ header, 0x9e37_79b1);
    at += nlaAlign(length);
  }
  return at === end ? hash : undefined;
}

/** Whether it gives values of the same keys as before. */
export function fits({ several, keys }: Step<AnyRow>, value: unknown): boolean {
  if (value === undefined || several === undefined) return (value === undefined) === (keys === 0);
  const now = Object.keys(value as Fields);
  const before = Object.keys(several);
  return now.length === before.length && now.every((key, place) => key === before[place]);
}

export class Kept<R extends AnyRow> {
  readonly #words: Int32Array;

  /** undefined where a key was put twice: which value counts is not to be told from one of them. */
  static of<R extends AnyRow>(
    view: DataView,
    start: number,
    end: number,
    era: number,
    head: Fields | undefined,
    { fields: given, steps }: Recorded<R>,
    unknown: readonly UnknownAttribute[],
  ): Kept<R> | undefined {
    let keys = 0;
    for (const step of steps) keys += step.keys;
    for (const key in head) if (given[key] === head[key]) keys++;
    if (Object.keys(given).length !== keys) return undefined;
    return new Kept(view, start, end - start, era, head, given, steps, unknown);
  }

  private constructor(
    view: DataView,
    start: number,
    readonly length: number,
    readonly era: number,
    private head: Fields | undefined,
    public given: Fields,
    readonly steps: readonly Step<R>[],
    readonly unknown: readonly UnknownAttribute[],
  ) {
    this.#words = new Int32Array(length >> 2);
    this.note(view, start, 0, length);
  }

  /** Where, at or after an offset, the bytes are others than before; `length`: nowhere. */
  otherFrom(view: DataView, start: number, from: number): number {
    const words = this.#words;
    let offset = from;
    while (offset < this.length && view.getInt32(start + offset, true) === words[offset >> 2]) offset += 4;
    return offset;
  }

  /** From now on the bytes from one offset to another are these. */
  note(view: DataView, start: number, from: number, to: number): void {
    for (let offset = from; offset < to; offset += 4)
      this.#words[offset >> 2] = view.getInt32(start + offset, true);
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

  /** With what a row gives now. */
  put(into: Fields, { key }: AnyRow, value: unknown): Fields {
    if (value === undefined) return into;
    if (key !== SPREAD) return this.#set(into, key, value);
    let all = into;
    for (const key in value as Fields) all = this.#set(all, key, (value as Fields)[key]);
    return all;
  }

  #set(into: Fields, key: string, value: unknown): Fields {
    // A nest whose counters alone are others is given again; other bytes of a number or a text are another value.
    if (typeof value === "object" && into[key] === value) return into;
    const copy = into === this.given ? { ...into } : into;
    copy[key] = value;
    return copy;
  }
}
