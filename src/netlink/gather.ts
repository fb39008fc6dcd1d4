/** Where what attributes say goes. */
import { type AnyRow, type Fields, nlaAlign, type Rows, SPREAD } from "./row.ts";

export interface Gatherer {
  /** What has been said so far, by key. */
  readonly fields: Fields;
  /** What a row gives; undefined: nothing. `at`, `length`: its attribute; `strange`: that holds unknown ones. */
  put(row: AnyRow, number: number, value: unknown, at: number, length: number, strange: boolean): void;
  /** An attribute that no row is for. */
  pass(at: number, length: number): void;
}

/** An object of its own. */
export class Gathered implements Gatherer {
  readonly fields: Fields;

  constructor(head: Fields | undefined) {
    this.fields = { ...head };
  }

  put(row: AnyRow, _number: number, value: unknown): void {
    putInto(this.fields, row, value);
  }

  pass(): void {}
}

/** An attribute that was read: where it stands, and what it gave. */
export interface Step<R> {
  /** Bytes from the first attribute on. */
  readonly from: number;
  /** Where the next one is. */
  readonly to: number;
  /** nla_len */
  readonly length: number;
  /** undefined: the table has none. */
  readonly row: R | undefined;
  /** Of a row that gives several keys. */
  readonly several: Fields | undefined;
  /** How many it put. */
  readonly keys: number;
  /** It holds unknown ones. */
  readonly strange: boolean;
}

/** An object of its own, and how it came about. */
export class Recorded<R extends AnyRow> implements Gatherer {
  readonly fields: Fields;
  readonly #start: number;
  readonly #steps: Step<R>[] = [];

  constructor(start: number, head: Fields | undefined) {
    this.#start = start;
    this.fields = { ...head };
  }

  put(row: R, _number: number, value: unknown, at: number, length: number, strange: boolean): void {
    const several = row.key === SPREAD ? (value as Fields | undefined) : undefined;
    this.#step(at, length, row, several, putInto(this.fields, row, value), strange);
  }

  pass(at: number, length: number): void {
    this.#step(at, length, undefined, undefined, 0, false);
  }

  /** In the order of the attributes. */
  get steps(): readonly Step<R>[] {
    return this.#steps.sort((a, b) => a.from - b.from);
  }

  #step(
    at: number,
    length: number,
    row: R | undefined,
    several: Fields | undefined,
    keys: number,
    strange: boolean,
  ): void {
    const from = at - this.#start;
    this.#steps.push({ from, to: from + nlaAlign(length), length, row, several, keys, strange });
  }
}

/** One object for all: its keys look up the values, and to put those by number costs a fraction of putting keys. */
export class Lent implements Gatherer {
  readonly fields: Fields = {};
  readonly #values: unknown[];

  constructor(rows: Rows<never>) {
    const values: unknown[] = new Array(Math.max(...Object.keys(rows).map(Number)) + 1).fill(undefined);
    this.#values = values;
    for (const [number, { name, key, many, note }] of Object.entries(rows)) {
      const index = Number(number);
      if (many || (key === SPREAD && note !== "detail"))
        throw new Error(`${name} gives more than one key once`);
      if (key !== SPREAD)
        Object.defineProperty(this.fields, key, { enumerable: true, get: () => values[index] });
    }
  }

  clear(): void {
    const values = this.#values;
    for (let i = 0; i < values.length; i++) values[i] = undefined;
  }

  put(_row: AnyRow, number: number, value: unknown): void {
    if (value !== undefined) this.#values[number] = value;
  }

  pass(): void {}
}

/** How many keys it has given. */
function putInto(into: Fields, row: AnyRow, value: unknown): number {
  const { key } = row;
  if (value === undefined) return 0;
  if (key === SPREAD) {
    let keys = 0;
    for (const key in value as Fields) {
      into[key] = (value as Fields)[key];
      keys++;
    }
    return keys;
  }
  if (row.many && into[key] !== undefined) {
    (into[key] as unknown[]).push(value);
    return 0;
  }
  into[key] = row.many ? [value] : value;
  return 1;
}
