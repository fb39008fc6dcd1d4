/** Numbers of several rounds as one cell: the median, and how far they lie apart. */

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** `105 (98 to 131)`. */
export const spread = (values: readonly number[], digits = 0): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

/** `1.08 x`: the median of what each round says, for rounds differ more than programs do. */
export const ratio = (values: readonly number[], to: readonly number[]): string =>
  `${median(values.map((value, i) => value / to[i]!)).toFixed(2)} x`;

export type Row = readonly [what: string, nlmon: string, against: string, ratio: string];

export const say = (text: string): void => void process.stderr.write(`${text}\n`);
