/** Bytes as text. */

/** `0a1b2c`. */
export function hex(view: DataView, at: number, length: number): string {
  let text = "";
  for (let i = at; i < at + length; i++) text += HEX[view.getUint8(i)];
  return text;
}

/** "00" to "ff". */
export const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);
