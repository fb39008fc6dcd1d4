/** Classes of kind `drr`: TCA_DRR_QUANTUM, which tc has in its text and not in its JSON. */
import { attr, table } from "../../../netlink/attr.ts";
import { struct, u32 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";

export const drrClass = table<RtContext>()("TCA_DRR", { 1: attr("TCA_DRR_QUANTUM", "quantum", u32) });

/** struct tc_drr_stats */
export const drrStats = struct(4, [["deficit", u32]]);
