/** Time stamps. Most events share their second with the one before: its text is kept. */

let lastSecond = -1;
let utcText = "";

/** RFC 3339, UTC, microseconds: `2026-11-22T03:57:01.828737Z`. */
export const utc = (time: number): string =>
  `${utcSecond(time)}${String(microsecond(time)).padStart(6, "0")}Z`;

/** The same up to the point: `2026-11-22T03:57:01.`. */
export function utcSecond(time: number): string {
  const second = Math.floor(time / 1_000_000);
  if (second !== lastSecond) {
    lastSecond = second;
    utcText = new Date(second * 1000).toISOString().slice(0, 20);
  }
  return utcText;
}

/** What stands behind the point. */
export const microsecond = (time: number): number => time - Math.floor(time / 1_000_000) * 1_000_000;

let localSecond = -1;
let localText = "";

/** Local time of day, milliseconds: `03:57:01.828`. */
export function local(time: number): string {
  const second = Math.floor(time / 1_000_000);
  if (second !== localSecond) {
    localSecond = second;
    const date = new Date(second * 1000);
    const two = (value: number) => String(value).padStart(2, "0");
    localText = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.`;
  }
  return localText + String(Math.floor((time - second * 1_000_000) / 1000)).padStart(3, "0");
}
