/** Kind `basic`: TCA_BASIC_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { struct, u64 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";
import { boundActions } from "../act.ts";
import { ematch } from "../ematches/index.ts";
import { filterKind, oldPolice } from "../filter-kind.ts";
import { classid } from "../handle.ts";
import { hexText } from "../numbers.ts";

const pcnt = struct(16, [
  ["rule_hit", u64],
  ["success", u64],
]);

const basicAttributes = table<RtContext>()("TCA_BASIC", {
  1: attr("TCA_BASIC_CLASSID", "flowid", classid),
  2: attr("TCA_BASIC_EMATCHES", "ematch", ematch),
  3: attr("TCA_BASIC_ACT", "actions", boundActions),
  4: attr("TCA_BASIC_POLICE", "police", oldPolice),
  5: attr("TCA_BASIC_PCNT", "pcnt", pcnt, "detail"),
  6: ignored("TCA_BASIC_PAD"),
});

export const basic = filterKind(basicAttributes, ({ flowid, ematch, actions, police, pcnt }, handle) => ({
  ...(handle !== 0 && { handle: hexText(handle) }),
  ...(flowid !== undefined && { flowid }),
  ...(ematch !== undefined && { ematch }),
  ...pcnt,
  ...police,
  ...(actions && { actions }),
}));
