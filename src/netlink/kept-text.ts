/** Texts of payloads of one size that come again and again, as addresses do: kept by their bytes, for a string costs more. */

/** As many are kept of a kind; a power of two. */
const KEPT = 256;

type Format = (view: DataView, at: number, more: number) => string;

/** As `format`, of payloads of `size` bytes, which is even, and of one more number that the text depends on. */
export function keptText(
  size: number,
  format: Format,
): (view: DataView, at: number, more?: number) => string {
  const units = size >> 1;
  const bytes = new Uint16Array(KEPT * units);
  const mores = new Uint32Array(KEPT);
  const texts: (string | undefined)[] = [];
  return (view, at, more = 0) => {
    let hash = more;
    for (let i = 0; i < units; i++) hash = Math.imul(hash ^ view.getUint16(at + 2 * i), 0x9e37_79b1);
    const slot = hash >>> 24;
    const text = texts[slot];
    const from = slot * units;
    let same = 0;
    if (text !== undefined && mores[slot] === more)
      while (same < units && bytes[from + same] === view.getUint16(at + 2 * same)) same++;
    if (text !== undefined && same === units) return text;
    for (let i = same; i < units; i++) bytes[from + i] = view.getUint16(at + 2 * i);
    mores[slot] = more;
    return (texts[slot] = format(view, at, more));
  };
}
