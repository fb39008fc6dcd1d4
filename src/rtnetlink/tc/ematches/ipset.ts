/** `ipset`: struct xt_set_info: index u16, dim u8, flags u8. The name of the set is not in the message. */
import type { Type } from "../../../netlink/attr.ts";

export const ipset: Type<string> = {
  min: 4,
  read(view, at) {
    const flags = view.getUint8(at + 3);
    const sides = Array.from({ length: view.getUint8(at + 2) }, (_, index) =>
      (flags & (2 << index)) !== 0 ? "src" : "dst",
    );
    return `index ${view.getUint16(at, true)} ${sides.join(",")}`;
  },
};
