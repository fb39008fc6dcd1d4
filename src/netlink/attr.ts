/** How tables of attributes are declared: a row per attribute, under its kernel name and number. */

import type { Context } from "./context.ts";
import { type Fields, type Note, type Row, type Rows, SPREAD, type Type, type UnionType } from "./row.ts";
import { Table } from "./table.ts";

export type { Fields, Row, Type } from "./row.ts";
export { Table } from "./table.ts";

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
