/** `u32`: struct tc_u32_key: mask, val in network order; off s32, offmask s32. */
import type { Type } from "../../../netlink/attr.ts";
import { hexText } from "../numbers.ts";

const eight = (value: number): string => hexText(value).padStart(8, "0");

export const u32: Type<string> = {
  min: 16,
  read: (view, at) =>
    `${eight(view.getUint32(at + 4))}/${eight(view.getUint32(at))} at ` +
    `${view.getInt32(at + 12, true) === 0 ? "" : "nexthdr+"}${view.getInt32(at + 8, true)}`,
};
