/** Texts of payloads of one size that come again and again, as addresses do: kept by their bytes, for a string costs more. */

/** As many are kept of a kind; a power of two. */
const KEPT = 256;

/** As `format`, of payloads of `size` bytes, which is even. */
export function keptText(
  size: number,
  format: (view: DataView, at: number) => string,
): (view: DataView, at: number) => string {
  const units = size >> 1;
  const bytes = new Uint16Array(KEPT * units);
  const texts: (string | undefined)[] = [];
  return (view, at) => {
    let hash = 0;
    for (let i = 0; i < units; i++) hash = Math.imul(hash ^ view.getUint16(at + 2 * i), 0x9e37_79b1);
    const slot = hash >>> 24;
    const text = texts[slot];
    const from = slot * units;
    let same = 0;
    if (text !== undefined)
      while (same < units && bytes[from + same] === view.getUint16(at + 2 * same)) same++;
    if (text !== undefined && same === units) return text;
    for (let i = same; i < units; i++) bytes[from + i] = view.getUint16(at + 2 * i);
    return (texts[slot] = format(view, at));
  };
}
