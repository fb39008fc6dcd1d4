/** `canid`: struct can_filter (can_id u32, can_mask u32), again and again. */
import type { Type } from "../../../netlink/attr.ts";

const CAN_EFF_FLAG = 0x8000_0000;
const CAN_EFF_MASK = 0x1fff_ffff;
const CAN_SFF_MASK = 0x7ff;

const upper = (value: number): string => `0x${(value >>> 0).toString(16).toUpperCase()}`;

function rule(id: number, mask: number): string {
  const extended = (id & CAN_EFF_FLAG) !== 0;
  const bits = extended ? CAN_EFF_MASK : CAN_SFF_MASK;
  const exact = mask === (CAN_EFF_FLAG | bits) >>> 0;
  return `${extended ? "eff" : "sff"} ${upper(id & bits)}${exact ? "" : `:${upper(mask & bits)}`}`;
}

export const canid: Type<string> = {
  min: 0,
  read(view, at, length) {
    const rules: string[] = [];
    for (let offset = 0; offset + 8 <= length; offset += 8)
      rules.push(rule(view.getUint32(at + offset, true), view.getUint32(at + offset + 4, true)));
    return rules.join(" ");
  },
};
