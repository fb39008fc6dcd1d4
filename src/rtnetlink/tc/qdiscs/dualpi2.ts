/** Kind `dualpi2`: TCA_DUALPI2_*; times in microseconds. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { mapped, s32, struct, u8, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { sixDigits } from "../psched.ts";

/** alpha and beta are counted in 256ths. */
const scaled = mapped(u32, (value) => sixDigits(value / 256));

/** TC_DUALPI2_ECN_MASK_* */
const ECN_MASKS = ["", "l4s-ect", "any-ect", "any-ect"];

const dualpi2Attributes = table<RtContext>()("TCA_DUALPI2", {
  1: attr("TCA_DUALPI2_LIMIT", "limit", u32),
  2: attr("TCA_DUALPI2_MEMORY_LIMIT", "memory-limit", u32),
  3: attr("TCA_DUALPI2_TARGET", "target", u32),
  4: attr("TCA_DUALPI2_TUPDATE", "tupdate", u32),
  5: attr("TCA_DUALPI2_ALPHA", "alpha", scaled),
  6: attr("TCA_DUALPI2_BETA", "beta", scaled),
  7: attr("TCA_DUALPI2_STEP_THRESH_PKTS", "step-thresh-pkts", u32),
  8: attr("TCA_DUALPI2_STEP_THRESH_US", "step-thresh-us", u32),
  9: attr("TCA_DUALPI2_MIN_QLEN_STEP", "min-qlen-step", u32),
  10: attr("TCA_DUALPI2_COUPLING", "coupling", u8),
  11: attr(
    "TCA_DUALPI2_DROP_OVERLOAD",
    "drop-overload",
    mapped(u8, (value) => (value ? "drop" : "overflow")),
  ),
  12: attr(
    "TCA_DUALPI2_DROP_EARLY",
    "drop-early",
    mapped(u8, (value) => (value ? "drop-enqueue" : "drop-dequeue")),
  ),
  13: attr("TCA_DUALPI2_C_PROTECTION", "c-protection", u8),
  14: attr(
    "TCA_DUALPI2_ECN_MASK",
    "ecn-mask",
    mapped(u8, (value) => ECN_MASKS[value & 3]),
  ),
  15: attr(
    "TCA_DUALPI2_SPLIT_GSO",
    "split-gso",
    mapped(u8, (value) => (value ? true : undefined)),
  ),
  16: ignored("TCA_DUALPI2_PAD"),
});

export const dualpi2 = together(dualpi2Attributes, (fields) => ({
  limit: fields.limit,
  "memory-limit": fields["memory-limit"],
  target: fields.target,
  tupdate: fields.tupdate,
  alpha: fields.alpha,
  beta: fields.beta,
  "step-thresh-pkts": fields["step-thresh-pkts"],
  "step-thresh-us": fields["step-thresh-us"],
  "min-qlen-step": fields["min-qlen-step"],
  coupling: fields.coupling,
  "drop-overload": fields["drop-overload"],
  "drop-early": fields["drop-early"],
  "c-protection": fields["c-protection"],
  "ecn-mask": fields["ecn-mask"],
  "split-gso": fields["split-gso"],
}));

/** struct tc_dualpi2_xstats */
export const dualpi2Stats = struct(48, [
  ["prob", u32],
  ["delay-c", u32],
  ["delay-l", u32],
  ["pkts-in-c", u32],
  ["pkts-in-l", u32],
  ["maxq", u32],
  ["ecn-mark", u32],
  ["step-mark", u32],
  ["credit", s32],
  ["memory-used", u32],
  ["max-memory-used", u32],
  ["memory-limit", u32],
]);
