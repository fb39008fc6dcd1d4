/**
 * Text in the cells of a terminal: wide characters (CJK, emoji) take two, combining ones none. SGR sequences take none
 * and stay whole; other control characters are for `printable` to deal with, before.
 */

/** Printable ASCII: as many cells as characters. */
const SIMPLE = /^[ -~]*$/;
const SGR = /(\x1b\[\d*m)/;
const RESET = "\x1b[0m";

let segmenter: Intl.Segmenter | undefined;

export const widthOf = (text: string): number => (SIMPLE.test(text) ? text.length : Bun.stringWidth(text));

/** With spaces after it, up to so many cells. */
export const pad = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

/** Its beginning, with `more` where something is missing: in no more than so many cells. */
export function cut(text: string, width: number, more = ""): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(more);
  if (room < 0) return "";
  let out = "";
  let used = 0;
  let painted = false;
  for (const part of text.split(SGR)) {
    if (SGR.test(part)) {
      out += part;
      painted = part !== RESET;
      continue;
    }
    for (const segment of segments(part)) {
      used += widthOf(segment);
      if (used > room) return `${out}${more}${painted ? RESET : ""}`;
      out += segment;
    }
  }
  return out;
}

/** What is seen as one character. */
function* segments(text: string): Generator<string> {
  if (SIMPLE.test(text)) yield* text;
  else for (const { segment } of (segmenter ??= new Intl.Segmenter()).segment(text)) yield segment;
}
