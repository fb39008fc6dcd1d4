/** Kind `flower`: its attributes (flower.ts), shown: the keys (flower-keys.ts) and what becomes of a packet. */
import { classifierFlags, filterKind } from "../filter-kind.ts";
import { formatClassid, minor } from "../handle.ts";
import { assign } from "../payload.ts";
import { flowerAttributes } from "./flower.ts";
import { flowerKeys } from "./flower-keys.ts";

/** Minors from here on are traffic classes of the hardware: TC_H_MIN_PRIORITY, sixteen of them. */
const TC_H_MIN_PRIORITY = 0xffe0;
const HARDWARE_CLASSES = 16;

const TCA_CLS_FLAGS_IN_HW = 4;

function target(classid: number | undefined): object {
  if (classid === undefined) return {};
  const hw_tc = minor(classid) - TC_H_MIN_PRIORITY;
  return hw_tc >= 0 && hw_tc < HARDWARE_CLASSES ? { hw_tc } : { classid: formatClassid(classid) };
}

export const flower = filterKind(flowerAttributes, (fields, handle) => {
  const { classid, indev, flags = 0, in_hw_count, actions } = fields;
  const keys = {};
  assign(keys, flowerKeys(fields));
  return {
    ...(handle !== 0 && { handle }),
    ...target(classid),
    ...(indev !== undefined && { indev }),
    keys,
    ...classifierFlags(flags),
    ...((flags & TCA_CLS_FLAGS_IN_HW) !== 0 && in_hw_count !== undefined && { in_hw_count }),
    ...(actions && { actions }),
  };
});
