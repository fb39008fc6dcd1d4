/** Rows of cells in aligned columns; a column in which no row says anything is left out. */
import type { Colours } from "./colour.ts";
import { printable } from "./escape.ts";
import { pad, widthOf } from "./width.ts";

const GAP = "  ";

const cellText = (cell: unknown): string =>
  cell === undefined || cell === null || cell === ""
    ? ""
    : printable(Array.isArray(cell) ? cell.map(String).join(",") : String(cell));

/** Lines with newlines: the headings, dimmed, then the rows. Nothing without rows. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly unknown[])[],
  colours: Colours,
): string {
  if (rows.length === 0) return "";
  const cells = rows.map((row) => row.map(cellText));
  const widths = headings.map((heading, column) => {
    const widest = Math.max(...cells.map((row) => widthOf(row[column]!)));
    return widest === 0 ? 0 : Math.max(heading.length, widest);
  });
  const line = (row: readonly string[]) =>
    row
      .flatMap((cell, column) => (widths[column] === 0 ? [] : [pad(cell, widths[column]!)]))
      .join(GAP)
      .trimEnd();
  return [colours.dim(line(headings)), ...cells.map(line)].map((text) => `${text}\n`).join("");
}
