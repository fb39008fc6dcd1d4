/** `nbyte`: struct tcf_em_nbyte: off u16, len 12 bits, layer 4 bits; then the bytes. */
import type { Type } from "../../../netlink/attr.ts";
import { HEX } from "../../../netlink/hex.ts";

/** Bytes in hex and, in quotes, those that can be printed. */
export function dump(view: DataView, at: number, length: number): string {
  let digits = "";
  let text = "";
  for (let i = at; i < at + length; i++) {
    const byte = view.getUint8(i);
    digits += `${HEX[byte]} `;
    text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
  }
  return `${digits}"${text}"`;
}

export const nbyte: Type<string> = {
  min: 4,
  read(view, at, length) {
    const needle = Math.min(view.getUint16(at + 2, true) & 0xfff, length - 4);
    return `${dump(view, at + 4, needle)} at ${view.getUint16(at, true)} layer ${view.getUint8(at + 3) >> 4}`;
  },
};
