/** Values with a mask, as tc shows them. */
import { formatInet, formatInet6 } from "../inet.ts";
import { colons, type RtType } from "../types.ts";
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

export interface Mask {
  /** Of a mask that is ones and then zeros: how many ones. -1: any other. */
  bits: number;
  /** All bits are ones. */
  full: boolean;
  text: string;
}

const mask = (size: number, format: (view: DataView, at: number) => string): RtType<Mask> => ({
  min: size,
  read(view, at) {
    let bits = 0;
    let ended = false;
    for (let i = 0; i < 8 * size; i++) {
      if (((view.getUint8(at + (i >> 3)) << (i & 7)) & 0x80) === 0) ended = true;
      else if (ended) return { bits: -1, full: false, text: format(view, at) };
      else bits++;
    }
    return { bits: bits === 0 ? -1 : bits, full: bits === 8 * size, text: format(view, at) };
  },
});

export const maskInet = mask(4, formatInet);
export const maskInet6 = mask(16, formatInet6);
export const maskMac = mask(6, (view, at) => colons(view, at, 6));

/** `192.0.2.0/24`, `02:00:00:00:00:01/ff:00:ff:00:00:00`; a mask of all bits is not shown. */
export function withMask(address: string, mask: Mask): string {
  if (mask.full) return address;
  return `${address}/${mask.bits < 0 ? mask.text : mask.bits}`;
}
