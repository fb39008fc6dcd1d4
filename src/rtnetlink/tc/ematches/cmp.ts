/** `cmp`: struct tcf_em_cmp: val u32, mask u32, off u16; align, flags, layer and opnd are half a byte each. */
import type { Type } from "../../../netlink/attr.ts";
import { hexText } from "../numbers.ts";
import { OPERATORS } from "./operators.ts";

const ALIGNS: Readonly<Record<number, string>> = { 1: "u8 ", 2: "u16 ", 4: "u32 " };
const TCF_EM_CMP_TRANS = 1;

export const cmp: Type<string> = {
  min: 12,
  read(view, at) {
    const value = view.getInt32(at, true);
    const mask = view.getUint32(at + 4, true);
    const align = ALIGNS[view.getUint8(at + 10) & 0xf] ?? "";
    const trans = ((view.getUint8(at + 10) >> 4) & TCF_EM_CMP_TRANS) !== 0 ? "trans " : "";
    const layer = view.getUint8(at + 11) & 0xf;
    const operator = OPERATORS[view.getUint8(at + 11) >> 4];
    return (
      `${align}at ${view.getUint16(at + 8, true)} layer ${layer} ` +
      `${mask === 0 ? "" : `mask 0x${hexText(mask)} `}${trans}${operator === undefined ? "" : `${operator} `}${value}`
    );
  },
};
