/** The board as lines of text that fit a terminal. */
import type { Size } from "../../../ffi/terminal.ts";
import type { Colours } from "../../output/colour.ts";
import { printable } from "../../output/escape.ts";
import type { Sink } from "../../output/sink.ts";
import { type Glyphs, sparkline } from "../../output/spark.ts";
import { SIGNS } from "../../output/text.ts";
import { cut, widthOf } from "../../output/width.ts";
import type { Board, Row } from "./board.ts";
import { addressTexts, ago, agoLasts, changeText, fitted, stateOf } from "./cells.ts";
import { MINUTE, untilNextBucket } from "./history.ts";
import { GAP, layout, type Wanted, type Widths } from "./layout.ts";

/** Interfaces by their index, or those first to which something has happened last. */
type Order = "index" | "change";

interface PictureOptions {
  board: Board;
  /** Of the host, or what is watched. */
  title: string;
  paint: Colours;
  glyphs: Glyphs;
  events: Sink;
  now(): number;
}

/** A row in words. */
interface Texts {
  row: Row;
  netns: string;
  name: string;
  state: string;
  addresses: readonly string[];
  change: string;
}

const HEADINGS: Readonly<Record<keyof Widths, string>> = {
  netns: "NETNS",
  name: "NAME",
  state: "STATE",
  addresses: "ADDRESSES",
  change: "LAST CHANGE",
  ago: "AGO",
  rate: "/MIN",
  spark: "",
};
const LONGEST_NAME = 15;
const LONGEST_NETNS = 20;
const LONGEST_TEXT = 72;
/** Room that is kept for them before there is anything to say. */
const TEXTS = { addresses: 18, change: 24 };
/** A change is news for so many ms. */
const NEWS = 10_000;
/** Rows of a terminal from which on there are empty lines, and a line that says which keys there are. */
const ROOMY = 12;

export class Picture {
  #order: Order = "index";
  /** Interfaces above the first that is shown. */
  #offset = 0;
  /** How many fit, and how many there are. */
  #page = 0;
  #total = 0;
  /** When something happened to those that were drawn. */
  #times: readonly number[] = [];
  /** They only grow: what changes does not move what does not. */
  #wanted: Wanted = { netns: 0, name: 4, state: 5, ...TEXTS };
  readonly #options: PictureOptions;

  constructor(options: PictureOptions) {
    this.#options = options;
  }

  /** All interfaces, for a width that is no matter. */
  table(columns: number): string[] {
    const rows = this.#options.board.rows();
    const texts = this.#texts(rows, columns);
    const widths = layout(columns, this.#wanted);
    return [
      ...this.#header(rows, columns, 1),
      this.#heading(widths),
      ...texts.map((text) => this.#row(text, widths)),
    ];
  }

  /** No more lines than the terminal has, none wider. */
  screen({ columns, rows: height }: Size): string[] {
    const { paint, glyphs, board } = this.#options;
    const roomy = height >= ROOMY;
    const rows = board.rows();
    const texts = this.#texts(rows, columns);
    const widths = layout(columns, this.#wanted);
    const lines = this.#header(rows, columns, roomy ? 2 : 1);
    if (roomy) lines.push("");
    lines.push(this.#heading(widths));
    const bottom = roomy ? 1 : 0;
    this.#total = texts.length;
    this.#page = Math.max(0, height - lines.length - bottom);
    this.scroll(0);
    this.#times = rows.flatMap(({ activity }) => activity?.last?.at ?? []);
    const shown = texts.slice(this.#offset, this.#offset + this.#page);
    for (const text of shown) lines.push(this.#row(text, widths));
    const spare = height - lines.length - bottom - 1;
    if (spare > 1) {
      lines.push("");
      for (const said of board.latest(spare)) {
        const line = typeof said === "string" ? printable(said) : this.#options.events.format(said).trimEnd();
        lines.push(cut(line, columns, glyphs.more));
      }
    }
    if (roomy) {
      while (lines.length < height - 1) lines.push("");
      lines.push(paint.dim(cut(this.#keys(), columns, glyphs.more)));
    }
    return lines.slice(0, height).map((line) => cut(line, columns));
  }

  /** In the other order. */
  turn(): void {
    this.#order = this.#order === "index" ? "change" : "index";
    this.#offset = 0;
  }

  /** Up or down by so many interfaces, as far as there are any. */
  scroll(by: number): void {
    this.#offset = Math.max(0, Math.min(this.#offset + by, this.#total - this.#page));
  }

  /** So many ms from now it will be another one, also if nothing happens. */
  get lasts(): number {
    const { board, now } = this.#options;
    const at = now();
    const bars = board.history.isEmpty(at) ? Number.POSITIVE_INFINITY : untilNextBucket(at);
    return this.#times.reduce((least, since) => Math.min(least, agoLasts(at - since)), bars);
  }

  /** Interfaces on the screen. */
  get page(): number {
    return this.#page;
  }

  /** The terminal has another size. */
  resized(): void {
    this.#wanted = { ...this.#wanted, ...TEXTS };
  }

  #texts(rows: readonly Row[], columns: number): Texts[] {
    if (this.#order === "change")
      rows = rows.toSorted((a, b) => (b.activity?.last?.at ?? -1) - (a.activity?.last?.at ?? -1));
    const texts = rows.map((row) => ({
      row,
      netns: printable(row.where),
      name: printable(row.dev.ifname),
      state: stateOf(row),
      addresses: addressTexts(row.addresses),
      change: row.activity?.last === undefined ? "" : changeText(row.activity.last.change),
    }));
    const most = (column: keyof Wanted, text: (texts: Texts) => string, limit: number) => {
      for (const each of texts) {
        const width = Math.min(widthOf(text(each)), limit);
        if (width > this.#wanted[column]) this.#wanted[column] = width;
      }
    };
    most("netns", ({ netns }) => (netns === "" ? "" : netns.padEnd(HEADINGS.netns.length)), LONGEST_NETNS);
    most("name", ({ name }) => name, Math.min(LONGEST_NAME, Math.max(4, columns >> 1)));
    most("state", ({ state }) => state, 10);
    most("addresses", ({ addresses }) => addresses.slice(0, LONGEST_TEXT / 8).join(" "), LONGEST_TEXT);
    most("change", ({ change }) => change, LONGEST_TEXT);
    return texts;
  }

  /** In at most so many lines. */
  #header(all: readonly Row[], columns: number, most: number): string[] {
    const { board, title, paint, glyphs, now } = this.#options;
    const rows = all.filter(({ gone }) => !gone);
    const up = rows.filter((row) => stateOf(row) === "up").length;
    const addresses = rows.reduce((sum, row) => sum + row.addresses.length, 0);
    const parts = [
      paint.bold(`nlmon top  ${printable(title)}`),
      `${many(rows.length, "interface")}: ${paint.good(`${up} up`)}, ${rows.length - up} down`,
      many(addresses, "address"),
      ...[...board.objects].map(([object, count]) => many(count, object)),
      `${many(board.events, "event")}, ${board.history.perMinute(now())} a minute`,
      board.lost > 0 ? paint.bad(`${board.lost} lost`) : "0 lost",
    ];
    const lines: string[] = [];
    for (const part of parts) {
      const last = lines.at(-1);
      if (last !== undefined && (lines.length === most || widthOf(last) + 3 + widthOf(part) <= columns))
        lines[lines.length - 1] = `${last}   ${part}`;
      else lines.push(part);
    }
    return lines.map((line) => cut(line, columns, glyphs.more));
  }

  #heading(widths: Widths): string {
    const spark = `LAST ${widths.spark / MINUTE} MIN`;
    return this.#options.paint.dim(this.#line(widths, { ...HEADINGS, spark }));
  }

  #row({ row, addresses, ...texts }: Texts, widths: Widths): string {
    const { paint, glyphs, now } = this.#options;
    const { last, history } = row.activity ?? {};
    const at = now();
    const age = last === undefined ? undefined : at - last.at;
    const rate = history?.perMinute(at) ?? 0;
    const paints: Partial<Record<keyof Widths, (text: string) => string>> = {
      netns: paint.dim,
      name: row.gone ? paint.dim : paint.bold,
      state: STATE[texts.state] === undefined ? paint.bad : paint[STATE[texts.state]!],
      spark: paint.note,
    };
    if (row.gone) paints.addresses = paint.dim;
    if (last !== undefined && age !== undefined && age < NEWS)
      paints.change = paint[SIGNS[last.change.verb]![1]];
    return this.#line(
      widths,
      {
        ...texts,
        addresses: fitted(addresses, widths.addresses, glyphs.more),
        ago: age === undefined ? "" : ago(age),
        rate: rate === 0 ? "" : String(rate),
        spark: history === undefined ? "" : sparkline(history.latest(widths.spark, at), glyphs),
      },
      paints,
    );
  }

  #line(
    widths: Widths,
    texts: Readonly<Record<keyof Widths, string>>,
    paints: Partial<Record<keyof Widths, (text: string) => string>> = {},
  ): string {
    const cells: string[] = [];
    for (const [column, width] of Object.entries(widths) as [keyof Widths, number][]) {
      if (width === 0) continue;
      const text = cut(texts[column], width, this.#options.glyphs.more);
      const right = column === "ago" || column === "rate";
      const paint = text === "" ? undefined : paints[column];
      const space = " ".repeat(Math.max(0, width - widthOf(text)));
      cells.push(right ? space + (paint?.(text) ?? text) : (paint?.(text) ?? text) + space);
    }
    return cells.join(" ".repeat(GAP)).trimEnd();
  }

  #keys(): string {
    const { up, down } = this.#options.glyphs;
    const order = this.#order === "index" ? "s last changes first" : "s in the order of their indexes";
    if (this.#total <= this.#page) return `q end   ${order}`;
    const last = Math.min(this.#offset + this.#page, this.#total);
    return `q end   ${order}   ${up} ${down} interfaces ${this.#offset + 1}-${last} of ${this.#total}`;
  }
}

const STATE: Readonly<Record<string, keyof Colours>> = { up: "good", off: "dim", gone: "dim" };

/** `1 address`, `2 addresses`. */
const many = (count: number, what: string): string =>
  `${count} ${count === 1 ? what : /[sx]$/.test(what) ? `${what}es` : `${what}s`}`;
