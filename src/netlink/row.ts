/**
 * Attributes (TLVs): nla_len u16 including this header, nla_type u16 whose upper two bits are flags, payload,
 * padding to 4 bytes. What one means is data, a row of a table: its kernel name, how its payload is read, and the key.
 */
import type { Context } from "./context.ts";

/** struct nlattr: nla_len u16, nla_type u16. */
export const NLA_HDRLEN = 4;
/** Without NLA_F_NESTED (0x8000) and NLA_F_NET_BYTEORDER (0x4000), which say what the table knows anyway. */
export const NLA_TYPE_MASK = 0x3fff;

/** To the next multiple of 4. */
export const nlaAlign = (length: number): number => (length + 3) & ~3;

export type Fields = Record<string, unknown>;

/** How a payload is read. `min`: shortest payload in bytes; a shorter one is a problem and is kept as unknown. */
export interface Type<T, C = Context> {
  readonly min: number;
  /** undefined: nothing to say (the key stays away). */
  read(view: DataView, at: number, length: number, cx: C): T | undefined;
}

/** Of an attribute whose shape a sibling decides. */
export interface UnionType<C> extends Type<Fields, C> {
  readAs(sibling: unknown, view: DataView, at: number, length: number, cx: C): Fields | undefined;
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

export const SPREAD = "";

export type AnyRow = Row<string, unknown, never>;

/** By number. */
export type Rows<C> = Readonly<Record<number, Row<string, unknown, C>>>;

/** What an attribute says; undefined: nothing. `beside` is what has been read of its nest. */
export function saidBy<C extends Context>(
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
