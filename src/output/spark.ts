/** Numbers as a row of bars, one cell each. */

/** What a terminal can show: of UTF-8, or of ASCII. */
export interface Glyphs {
  /** From the lowest bar to the highest. */
  bars: string;
  /** Something is missing here. */
  more: string;
  up: string;
  down: string;
}

const UNICODE: Glyphs = { bars: "▁▂▃▄▅▆▇█", more: "…", up: "↑", down: "↓" };
const ASCII: Glyphs = { bars: ".:-=+*%#", more: "~", up: "up", down: "down" };

/** By the locale, as setlocale(3) finds it. */
export const glyphs = ({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): Glyphs =>
  /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "") ? UNICODE : ASCII;

/** Nothing for 0, then a bar higher each time that a number doubles: 1, 2, 3-4, 5-8, ... The scale is always the same. */
export const sparkline = (counts: readonly number[], { bars }: Pick<Glyphs, "bars">): string =>
  counts
    .map((count) => (count === 0 ? " " : bars[Math.min(bars.length - 1, Math.ceil(Math.log2(count)))]))
    .join("");
