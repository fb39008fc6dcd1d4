/** How wide each column is, for a terminal of so many cells. What there is no room for has the width 0. */
import { BUCKETS, MINUTE } from "./history.ts";

export const GAP = 2;
/** `59s`, `3h`. */
const AGO = 4;
const RATE = 5;
/** No more of a text where others need the room. */
const TEXT = 16;
/** Less of a text says nothing. */
const LEAST = 6;

export interface Widths {
  netns: number;
  name: number;
  state: number;
  addresses: number;
  change: number;
  ago: number;
  rate: number;
  spark: number;
}

/** The longest of each. */
export type Wanted = Pick<Widths, "netns" | "name" | "state" | "addresses" | "change">;

export function layout(columns: number, wanted: Wanted): Widths {
  const { netns, name, state } = wanted;
  const widths: Widths = { netns, name, state, addresses: 0, change: 0, ago: 0, rate: 0, spark: 0 };
  let left = columns - [netns, name, state].reduce((sum, width) => sum + (width > 0 ? width + GAP : 0), -GAP);
  const take = (column: keyof Widths, width: number, kept: number) => {
    if (left - width - GAP < kept) return;
    widths[column] = width;
    left -= width + GAP;
  };
  take("ago", AGO, 0);
  take("rate", RATE, TEXT + GAP);
  take("spark", MINUTE, 2 * (TEXT + GAP) + TEXT);
  if (left < 2 * (TEXT + GAP)) {
    if (left >= LEAST + GAP) widths.change = Math.min(wanted.change, left - GAP);
    return widths;
  }
  const room = left - 2 * GAP;
  widths.addresses = Math.min(wanted.addresses, Math.max(Math.floor(room / 2), room - wanted.change));
  widths.change = Math.min(wanted.change, room - widths.addresses);
  const spare = room - widths.addresses - widths.change;
  if (widths.spark > 0) widths.spark = Math.min(BUCKETS, MINUTE + spare - (spare % MINUTE));
  return widths;
}
