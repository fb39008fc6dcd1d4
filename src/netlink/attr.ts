/**
 * Attributes (TLVs): nla_len u16 including this header, nla_type u16 whose upper two bits are flags, payload,
 * padding to 4 bytes. What an attribute means is data: a table has one row per attribute, under its kernel name
 * and number, and one small walker interprets all tables.
 */

import type { Context, UnknownAttribute } from "./context.ts";
import { Kept, type Reading } from "./kept.ts";

/** struct nlattr: nla_len u16, nla_type u16. */
export const NLA_HDRLEN = 4;
/** Without NLA_F_NESTED (0x8000) and NLA_F_NET_BYTEORDER (0x4000), which say what the table knows anyway. */
export const NLA_TYPE_MASK = 0x3fff;

export type Fields = Record<string, unknown>;

/** How a payload is read. `min`: shortest payload in bytes; a shorter one is a problem and is kept as unknown. */
export interface Type<T, C = Context> {
  readonly min: number;
  /** undefined: nothing to say (the key stays away). */
  read(view: DataView, at: number, length: number, cx: C): T | undefined;
}

/** One attribute of a table. `C = never` stands for a row of any context. */
export interface Row<K extends string = string, T = unknown, C = never> {
  readonly name: string;
  /** Key in the result, or SPREAD: the type gives an object, whose keys become keys of the result. */
  readonly key: K;
  readonly type: Type<T, C>;
  readonly note: Note | undefined;
  /** The attribute comes again and again: the result is an array. */
  readonly many: boolean;
  /** The key that decides the shape of this attribute (a union); read after its siblings. */
  readonly sibling: string | undefined;
}

/** "volatile": ticks by itself, so a difference is no change. "detail": no state; read only when `all` is asked. */
export type Note = "volatile" | "detail";

const SPREAD = "";

export const attr = <const K extends string, T, C>(
  name: string,
  key: K,
  type: Type<T, C>,
  note?: Note,
): Row<K, T, C> => ({ name, key, type, note, many: false, sibling: undefined });

/** An attribute that is repeated, once per element. */
export const many = <const K extends string, T, C>(
  name: string,
  key: K,
  type: Type<T, C>,
  note?: Note,
): Row<K, T[], C> => ({
  name,
  key,
  type: type as Type<unknown, C> as Type<T[], C>,
  note,
  many: true,
  sibling: undefined,
});

/** An attribute that gives several keys. */
export const spread = <T extends object, C>(name: string, type: Type<T, C>, note?: Note): Row<"", T, C> => ({
  name,
  key: SPREAD,
  type,
  note,
  many: false,
  sibling: undefined,
});

/** An attribute that is known and says nothing by itself (padding, requests, write-only). */
export const ignored = (name: string): Row<"", object, Context> =>
  spread(name, { min: 0, read: () => undefined }, "detail");

/** A union keyed by a sibling: `tables[value of the sibling]` reads it (IFLA_INFO_DATA by IFLA_INFO_KIND). */
export const union = <const K extends string, C extends Context>(
  name: string,
  key: K,
  sibling: string,
  tables: Readonly<Record<string, Table<C, object>>>,
): Row<K, Fields, C> => ({
  name,
  key,
  note: undefined,
  many: false,
  sibling,
  type: unionType(sibling, tables),
});

/** Keys of volatile rows, of all tables: the diff passes over them. */
export const volatileKeys = new Set<string>();

/** A named set of rows. `F` is the shape of what reading it gives. */
export class Table<C extends Context, F extends object> {
  /** Only for the type checker: what `read` gives. */
  declare readonly fields: F;
  readonly #rows: (Row<string, unknown, C> | undefined)[] = [];
  /** Keys that decide the shape of others. */
  readonly #siblings: string[] = [];
  /** What was read before, by length. */
  #kept: (Kept | undefined)[] | undefined;

  constructor(
    readonly name: string,
    readonly rows: Readonly<Record<number, Row<string, unknown, C>>>,
  ) {
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
    const length = end - start;
    if (cx.era === 0 || (length & 3) !== 0) return this.#read(view, start, end, cx, head) as F;
    const { era, problems, unknown } = cx;
    const bad = problems.length;
    const strange = unknown.length;
    const list = (this.#kept ??= []);
    const slot = (length >> 2) & (KEPT - 1);
    const kept = list[slot];
    if (kept?.length === length && kept.era === era) {
      const again = this.#readAgain(kept, view, start, cx, head);
      if (again !== undefined && problems.length === bad && unknown.length === strange) {
        for (const attribute of kept.unknown) unknown.push(attribute);
        kept.used = true;
        return (kept.given = again) as F;
      }
      problems.length = bad;
      unknown.length = strange;
    } else if (kept?.used) {
      // One that was of use is not given up for one that may be the only one of its kind.
      kept.used = false;
      return this.#read(view, start, end, cx, head) as F;
    }
    const reading: Reading = { keys: 0, others: [], strange: [], unknown: NONE };
    const given = this.#read(view, start, end, cx, head, reading);
    if (unknown.length > strange) reading.unknown = unknown.slice(strange);
    // The path of an unknown one is that from the top.
    const fine = problems.length === bad && (reading.unknown === NONE || cx.path.length === 0);
    list[slot] = fine ? Kept.of(view, start, length, era, head, given, reading) : undefined;
    return given as F;
  }

  #read(view: DataView, start: number, end: number, cx: C, head?: Fields, reading?: Reading): Fields {
    const into: Fields = head === undefined ? {} : { ...head };
    let unions: number[] | undefined;
    let at = start;
    while (end - at >= NLA_HDRLEN) {
      const length = view.getUint16(at, true);
      if (length < NLA_HDRLEN || length > end - at) {
        cx.problemHere(this.name, `attribute length ${length}, ${end - at} bytes left`, view, at, end - at);
        at = end;
        break;
      }
      const type = view.getUint16(at + 2, true) & NLA_TYPE_MASK;
      const row = this.#rows[type];
      const strange = cx.unknown.length;
      if (row === undefined) cx.keep(String(type), view, at + NLA_HDRLEN, length - NLA_HDRLEN);
      else if (row.sibling !== undefined) (unions ??= []).push(at);
      else put(into, row, saidBy(row, view, at, length, into, cx), reading);
      if (cx.unknown.length > strange) reading?.strange.push(at - start);
      at += (length + 3) & ~3;
    }
    if (at < end) cx.problemHere(this.name, `${end - at} bytes after the last attribute`, view, at, end - at);
    if (unions !== undefined)
      for (const at of unions) {
        const row = this.#rows[view.getUint16(at + 2, true) & NLA_TYPE_MASK]!;
        const strange = cx.unknown.length;
        put(into, row, saidBy(row, view, at, view.getUint16(at, true), into, cx), reading);
        if (cx.unknown.length > strange) reading?.strange.push(at - start);
      }
    return into;
  }

  /** undefined: it has other attributes than before, or they give other keys. */
  #readAgain(kept: Kept, view: DataView, start: number, cx: C, head: Fields | undefined): Fields | undefined {
    let into = kept.headed(head);
    for (let next = 0; next < kept.length; ) {
      const offset = next;
      const header = kept.headerAt(view, start, offset);
      if (header === undefined) return undefined;
      const length = header & 0xffff;
      next += (length + 3) & ~3;
      const row = this.#rows[(header >>> 16) & NLA_TYPE_MASK];
      if (row === undefined ? !cx.keepUnknown : row.note === "detail" && !cx.all) continue;
      if (kept.same(view, start, offset + NLA_HDRLEN, next)) continue;
      if (row === undefined || row.many || this.#siblings.includes(row.key) || kept.isStrange(offset))
        return undefined;
      const value = saidBy(row, view, start + offset, length, into, cx);
      if (!kept.fits(row, value)) return undefined;
      into = kept.put(into, row, value);
    }
    return into;
  }
}

/** What an attribute says; undefined: nothing. `beside` is what has been read of its nest. */
function saidBy<C extends Context>(
  row: Row<string, unknown, C>,
  view: DataView,
  start: number,
  size: number,
  beside: Fields,
  cx: C,
): unknown {
  const at = start + NLA_HDRLEN;
  const length = size - NLA_HDRLEN;
  if (row.note === "detail" && !cx.all) return undefined;
  if (length < row.type.min) {
    cx.problem(row.name, `${length} bytes, at least ${row.type.min} expected`);
    cx.keep(row.name, view, at, length);
    return undefined;
  }
  cx.current = row.name;
  return row.sibling === undefined
    ? row.type.read(view, at, length, cx)
    : (row.type as UnionType<C>).readAs(beside[row.sibling], view, at, length, cx);
}

function put(into: Fields, row: Row<string, unknown, never>, value: unknown, reading?: Reading): void {
  const { key } = row;
  if (value === undefined || key === SPREAD) {
    reading?.others.push(row, value);
    for (const key in value as Fields | undefined) {
      into[key] = (value as Fields)[key];
      if (reading !== undefined) reading.keys++;
    }
  } else if (!row.many || into[key] === undefined) {
    into[key] = row.many ? [value] : value;
    if (reading !== undefined) reading.keys++;
  } else (into[key] as unknown[]).push(value);
}

/** As many are kept of a table; a power of two. */
const KEPT = 64;
const NONE: readonly UnknownAttribute[] = [];

/** Things by name, each loaded (`() => require("./vxlan.ts").vxlan`) when it is first asked for: most never are. */
export function lazily<T>(loaders: Readonly<Record<string, () => T>>): Readonly<Record<string, T>> {
  const loaded: Record<string, T> = {};
  for (const [name, load] of Object.entries(loaders))
    Object.defineProperty(loaded, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = load();
        Object.defineProperty(loaded, name, { enumerable: true, value });
        return value;
      },
    });
  return loaded;
}

type Rows<C> = Readonly<Record<number, Row<string, unknown, C>>>;

type Keyed<R> = {
  -readonly [N in keyof R as R[N] extends Row<infer K, infer _T, never>
    ? K extends ""
      ? never
      : K
    : never]?: R[N] extends Row<string, infer T, never> ? T : never;
};
type SpreadOf<R> = { [N in keyof R]: R[N] extends Row<"", infer T, never> ? T : never }[keyof R];
type Intersection<U> = (U extends object ? (u: U) => void : never) extends (i: infer I) => void ? I : object;
type Flat<T> = { [K in keyof T]: T[K] };

/** What a table's rows fill, as a type: every key optional, for the kernel sends what it likes. */
export type FieldsOf<R> = Flat<Keyed<R> & Partial<Intersection<SpreadOf<R>>>>;

/** Declares a table: `table<Context>()("BRIDGE", { 1: attr(...), ... })`; the shape is inferred from the rows. */
export const table =
  <C extends Context>() =>
  <const R extends Rows<C>>(name: string, rows: R): Table<C, FieldsOf<R>> =>
    new Table(name, rows);

/** An attribute that holds attributes. */
export const nest = <C extends Context, F extends object>(of: Table<C, F>): Type<F, C> => ({
  min: 0,
  read(view, at, length, cx) {
    cx.path.push(cx.current);
    const fields = of.read(view, at, at + length, cx);
    cx.path.pop();
    return fields;
  },
});

/** A nest of attributes all of one number, as an array: `arrayOf("IFLA_ALT_IFNAME", 53, str)`. */
export function arrayOf<T, C extends Context>(name: string, number: number, type: Type<T, C>): Type<T[], C> {
  const elements = nest(new Table<C, { values?: T[] }>(name, { [number]: many(name, "values", type) }));
  return { min: 0, read: (view, at, length, cx) => elements.read(view, at, length, cx)?.values ?? [] };
}

interface UnionType<C> extends Type<Fields, C> {
  readAs(sibling: unknown, view: DataView, at: number, length: number, cx: C): Fields | undefined;
}

const unionType = <C extends Context>(
  sibling: string,
  tables: Readonly<Record<string, Table<C, object>>>,
): UnionType<C> => {
  const nests = new Map<unknown, Type<object, C>>();
  const nestOf = (value: unknown): Type<object, C> | undefined => {
    if (typeof value !== "string" || !Object.hasOwn(tables, value)) return undefined;
    const of = nest(tables[value]!);
    nests.set(value, of);
    return of;
  };
  return {
    min: 0,
    read: () => undefined,
    readAs(value, view, at, length, cx) {
      const of = nests.get(value) ?? nestOf(value);
      if (of !== undefined) return of.read(view, at, length, cx) as Fields;
      if (value === undefined) cx.problem(cx.current, `no ${sibling} beside it`);
      cx.keep(cx.current, view, at, length);
      return undefined;
    },
  };
};
