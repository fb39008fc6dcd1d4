/** Classes of kind `qfq`: TCA_QFQ_*. */
import { attr, table } from "../../../netlink/attr.ts";
import { struct, u32 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";

export const qfqClass = table<RtContext>()("TCA_QFQ", {
  1: attr("TCA_QFQ_WEIGHT", "weight", u32),
  2: attr("TCA_QFQ_LMAX", "maxpkt", u32),
});

/** struct tc_qfq_stats */
export const qfqStats = struct(8, [
  ["weight", u32],
  ["lmax", u32],
]);
