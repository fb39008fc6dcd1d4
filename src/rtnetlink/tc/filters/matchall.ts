/** Kind `matchall`: TCA_MATCHALL_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { struct, u32, u64 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";
import { boundActions } from "../act.ts";
import { classifierFlags, filterKind } from "../filter-kind.ts";
import { classid } from "../handle.ts";

const matchallAttributes = table<RtContext>()("TCA_MATCHALL", {
  1: attr("TCA_MATCHALL_CLASSID", "flowid", classid),
  2: attr("TCA_MATCHALL_ACT", "actions", boundActions),
  3: attr("TCA_MATCHALL_FLAGS", "flags", u32),
  4: attr("TCA_MATCHALL_PCNT", "pcnt", struct(8, [["rule_hit", u64]]), "detail"),
  5: ignored("TCA_MATCHALL_PAD"),
});

export const matchall = filterKind(matchallAttributes, ({ flowid, actions, flags, pcnt }, handle) => ({
  ...(handle !== 0 && { handle }),
  ...(flowid !== undefined && { flowid }),
  ...classifierFlags(flags),
  ...pcnt,
  ...(actions && { actions }),
}));
