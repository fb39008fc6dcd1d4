/** Values with a mask, as tc shows them. */
import { hexText } from "./numbers.ts";

/** `{"mark":7,"mark_mask":"ff"}`; a mask of all bits, or none, is not shown. */
export function masked(
  key: string,
  value: number | undefined,
  mask: number | undefined,
  all: number,
): object {
  if (value === undefined) return {};
  return mask === undefined || mask === all
    ? { [key]: value }
    : { [key]: value, [`${key}_mask`]: hexText(mask) };
}

/** `0a1b2c/ffffff`, bytes in hex; of sixteen bytes a mask of all bits is not shown. */
export function maskedHex(value: string | undefined, mask: string | undefined): string | undefined {
  if (value === undefined || mask === undefined || mask === "f".repeat(32)) return value;
  return `${value}/${mask}`;
}
