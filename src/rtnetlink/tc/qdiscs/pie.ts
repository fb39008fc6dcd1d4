/** Kind `pie`: TCA_PIE_*; times in microseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { struct, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { whenNonzero } from "../numbers.ts";

const pieAttributes = table<RtContext>()("TCA_PIE", {
  1: attr("TCA_PIE_TARGET", "target", u32),
  2: attr("TCA_PIE_LIMIT", "limit", u32),
  3: attr("TCA_PIE_TUPDATE", "tupdate", u32),
  4: attr("TCA_PIE_ALPHA", "alpha", u32),
  5: attr("TCA_PIE_BETA", "beta", u32),
  6: attr("TCA_PIE_ECN", "ecn", whenNonzero),
  7: attr("TCA_PIE_BYTEMODE", "bytemode", whenNonzero),
  8: attr("TCA_PIE_DQ_RATE_ESTIMATOR", "dq_rate_estimator", whenNonzero),
});

export const pie = together(pieAttributes, (fields) => ({
  limit: fields.limit,
  target: fields.target,
  tupdate: fields.tupdate,
  alpha: fields.alpha,
  beta: fields.beta,
  ecn: fields.ecn,
  bytemode: fields.bytemode,
  dq_rate_estimator: fields.dq_rate_estimator,
}));

/** struct tc_pie_xstats; `prob` is a share of 2^64. */
export const pieStats = struct(40, [
  ["prob", u64],
  ["delay", u32],
  ["avg_dq_rate", u32],
  ["dq_rate_estimating", u32],
  ["pkts_in", u32],
  ["dropped", u32],
  ["overlimit", u32],
  ["maxq", u32],
  ["ecn_mark", u32],
]);
