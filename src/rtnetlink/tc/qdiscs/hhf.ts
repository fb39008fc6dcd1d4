/** Kind `hhf`: TCA_HHF_*; times in microseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { struct, u32 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";

/** In the order in which tc shows them. */
export const hhf = table<RtContext>()("TCA_HHF", {
  1: attr("TCA_HHF_BACKLOG_LIMIT", "limit", u32),
  2: attr("TCA_HHF_QUANTUM", "quantum", u32),
  3: attr("TCA_HHF_HH_FLOWS_LIMIT", "hh_limit", u32),
  4: attr("TCA_HHF_RESET_TIMEOUT", "reset_timeout", u32),
  5: attr("TCA_HHF_ADMIT_BYTES", "admit_bytes", u32),
  6: attr("TCA_HHF_EVICT_TIMEOUT", "evict_timeout", u32),
  7: attr("TCA_HHF_NON_HH_WEIGHT", "non_hh_weight", u32),
});

/** struct tc_hhf_xstats */
export const hhfStats = struct(16, [
  ["drop_overlimit", u32],
  ["hh_overlimit", u32],
  ["tot_hh", u32],
  ["cur_hh", u32],
]);
