/** Kind `fw`: TCA_FW_*; the handle is the mark. */
import { attr, table } from "../../../netlink/attr.ts";
import { hex0x, str, u32 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";
import { boundActions } from "../act.ts";
import { filterKind, oldPolice } from "../filter-kind.ts";
import { classid } from "../handle.ts";

const fwAttributes = table<RtContext>()("TCA_FW", {
  1: attr("TCA_FW_CLASSID", "classid", classid),
  2: attr("TCA_FW_POLICE", "police", oldPolice),
  3: attr("TCA_FW_INDEV", "indev", str),
  4: attr("TCA_FW_ACT", "actions", boundActions),
  5: attr("TCA_FW_MASK", "mask", u32),
});

export const fw = filterKind(fwAttributes, ({ classid, police, indev, actions, mask }, handle) => ({
  ...((handle !== 0 || mask !== undefined) && {
    fw: { mark: hex0x(handle), mask: hex0x(mask ?? 0xffff_ffff) },
  }),
  ...(classid !== undefined && { classid }),
  ...police,
  ...(indev !== undefined && { indev }),
  ...(actions && { actions }),
}));
