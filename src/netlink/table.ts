/** A set of attributes by number, and the one small walker that interprets all of them. */
import { hotPath } from "../../ffi/hot.ts";
import type { Context, UnknownAttribute } from "./context.ts";
import { Gathered, type Gatherer, Lent, Recorded } from "./gather.ts";
import { fits, Kept, shapeOf } from "./kept.ts";
import {
  type Fields,
  NLA_HDRLEN,
  NLA_TYPE_MASK,
  nlaAlign,
  type Row,
  type Rows,
  SPREAD,
  saidBy,
} from "./row.ts";

/** Keys of volatile rows, of all tables: the diff passes over them. */
export const volatileKeys = new Set<string>();

/** A named set of rows. `F` is the shape of what reading it gives. */
export class Table<C extends Context, F extends object> {
  /** Only for the type checker: what `read` gives. */
  declare readonly fields: F;
  readonly #rows: (Row<string, unknown, C> | undefined)[] = [];
  /** Keys that decide the shape of others. */
  readonly #siblings: string[] = [];
  /** What was read before, by shape; or the era in which it was seen once; or NEVER. */
  #kept: Map<number, Kept<Row<string, unknown, C>> | number> | undefined;
  #lent: Lent | undefined;

  constructor(
    readonly name: string,
    readonly rows: Rows<C>,
  ) {
    hotPath(this.#fill, this.#readAgain);
    for (const [number, row] of Object.entries(rows)) {
      this.#rows[Number(number)] = row;
      if (row.sibling !== undefined) this.#siblings.push(row.sibling);
      if (row.note === "volatile" && row.key !== SPREAD) volatileKeys.add(row.key);
    }
  }

  /**
   * What the attributes in [start, end) say, after the keys of `head`; later duplicates win, as in the kernel. It may
   * be given again: nobody changes it.
   */
  read(view: DataView, start: number, end: number, cx: C, head?: Fields): F {
    const { era, problems, unknown } = cx;
    const shape = era === 0 ? undefined : shapeOf(view, start, end, era);
    if (shape === undefined) return this.#fill(new Gathered(head), view, start, end, cx) as F;
    const bad = problems.length;
    const strange = unknown.length;
    const known = (this.#kept ??= new Map());
    const kept = known.get(shape);
    if (typeof kept === "object" && kept.length === end - start && kept.era === era) {
      const again = this.#readAgain(kept, view, start, cx, head);
      if (again !== undefined && problems.length === bad && unknown.length === strange) {
        for (const attribute of kept.unknown) unknown.push(attribute);
        return (kept.given = again) as F;
      }
      problems.length = bad;
      unknown.length = strange;
    } else if (kept === NEVER || kept !== era) {
      if (kept !== NEVER) remember(known, shape, era);
      return this.#fill(new Gathered(head), view, start, end, cx) as F;
    }
    const recorded = new Recorded<Row<string, unknown, C>>(start, head);
    const given = this.#fill(recorded, view, start, end, cx);
    const odd = unknown.length > strange ? unknown.slice(strange) : NONE;
    // The path of an unknown one is that from the top.
    const fine = problems.length === bad && (odd === NONE || cx.path.length === 0);
    const keep = fine ? Kept.of(view, start, end, era, head, recorded, odd) : undefined;
    remember(known, shape, keep ?? NEVER);
    return given as F;
  }

  /**
   * The same, of rows that give one key once, in one object, which is there until the next call: for who makes an object
   * of its own from it.
   */
  lend(view: DataView, start: number, end: number, cx: C): F {
    const lent = (this.#lent ??= new Lent(this.rows));
    lent.clear();
    return this.#fill(lent, view, start, end, cx) as F;
  }

  #fill(gatherer: Gatherer, view: DataView, start: number, end: number, cx: C): Fields {
    let unions: number[] | undefined;
    let at = start;
    while (end - at >= NLA_HDRLEN) {
      const length = view.getUint16(at, true);
      if (length < NLA_HDRLEN || length > end - at) {
        cx.problemHere(this.name, `attribute length ${length}, ${end - at} bytes left`, view, at, end - at);
        at = end;
        break;
      }
      const number = view.getUint16(at + 2, true) & NLA_TYPE_MASK;
      const row = this.#rows[number];
      if (row === undefined) {
        cx.keep(String(number), view, at + NLA_HDRLEN, length - NLA_HDRLEN);
        gatherer.pass(at, length);
      } else if (row.sibling !== undefined) (unions ??= []).push(at);
      else readRow(gatherer, row, number, view, at, length, cx);
      at += nlaAlign(length);
    }
    if (at < end) cx.problemHere(this.name, `${end - at} bytes after the last attribute`, view, at, end - at);
    if (unions !== undefined)
      for (const at of unions) {
        const length = view.getUint16(at, true);
        const number = view.getUint16(at + 2, true) & NLA_TYPE_MASK;
        readRow(gatherer, this.#rows[number]!, number, view, at, length, cx);
      }
    return gatherer.fields;
  }

  /** undefined: it has other attributes than before, or they give other keys. */
  #readAgain(
    kept: Kept<Row<string, unknown, C>>,
    view: DataView,
    start: number,
    cx: C,
    head: Fields | undefined,
  ): Fields | undefined {
    let into = kept.headed(head);
    let index = 0;
    for (let at = kept.otherFrom(view, start, 0); at < kept.length; ) {
      while (kept.steps[index]!.to <= at) index++;
      const step = kept.steps[index]!;
      const { row, from, to } = step;
      if (at === from) return undefined;
      if (row === undefined ? cx.keepUnknown : row.note !== "detail" || cx.all) {
        if (row === undefined || row.many || step.strange || this.#siblings.includes(row.key))
          return undefined;
        kept.note(view, start, at, to);
        const value = saidBy(row, view, start + from, step.length, into, cx);
        if (!fits(step, value)) return undefined;
        into = kept.put(into, row, value);
      }
      at = kept.otherFrom(view, start, to);
    }
    return into;
  }
}

function remember<T>(known: Map<number, T>, shape: number, what: T): void {
  if (known.size >= KEPT && !known.has(shape)) known.clear();
  known.set(shape, what);
}

function readRow<C extends Context>(
  gatherer: Gatherer,
  row: Row<string, unknown, C>,
  number: number,
  view: DataView,
  at: number,
  length: number,
  cx: C,
): void {
  const strange = cx.unknown.length;
  const value = saidBy(row, view, at, length, gatherer.fields, cx);
  gatherer.put(row, number, value, at, length, cx.unknown.length > strange);
}

/** As many shapes are kept of a table; a device sends a few. */
const KEPT = 256;
/** Instead of an era, which is never 0: it has what cannot be given again. */
const NEVER = 0;
const NONE: readonly UnknownAttribute[] = [];
