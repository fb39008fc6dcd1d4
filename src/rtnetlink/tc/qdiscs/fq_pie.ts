/** Kind `fq_pie`: TCA_FQ_PIE_*; times in microseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { struct, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { whenNonzero } from "../numbers.ts";

const fqPieAttributes = table<RtContext>()("TCA_FQ_PIE", {
  1: attr("TCA_FQ_PIE_LIMIT", "limit", u32),
  2: attr("TCA_FQ_PIE_FLOWS", "flows", u32),
  3: attr("TCA_FQ_PIE_TARGET", "target", u32),
  4: attr("TCA_FQ_PIE_TUPDATE", "tupdate", u32),
  5: attr("TCA_FQ_PIE_ALPHA", "alpha", u32),
  6: attr("TCA_FQ_PIE_BETA", "beta", u32),
  7: attr("TCA_FQ_PIE_QUANTUM", "quantum", u32),
  8: attr("TCA_FQ_PIE_MEMORY_LIMIT", "memory_limit", u32),
  9: attr("TCA_FQ_PIE_ECN_PROB", "ecn_prob", u32),
  10: attr("TCA_FQ_PIE_ECN", "ecn", whenNonzero),
  11: attr("TCA_FQ_PIE_BYTEMODE", "bytemode", whenNonzero),
  12: attr("TCA_FQ_PIE_DQ_RATE_ESTIMATOR", "dq_rate_estimator", whenNonzero),
});

export const fqPie = together(fqPieAttributes, (fields) => ({
  limit: fields.limit,
  flows: fields.flows,
  target: fields.target,
  tupdate: fields.tupdate,
  alpha: fields.alpha,
  beta: fields.beta,
  quantum: fields.quantum,
  memory_limit: fields.memory_limit,
  ecn_prob: fields.ecn_prob,
  ecn: fields.ecn,
  bytemode: fields.bytemode,
  dq_rate_estimator: fields.dq_rate_estimator,
}));

/** struct tc_fq_pie_xstats */
export const fqPieStats = struct(36, [
  ["pkts_in", u32],
  ["dropped", u32],
  ["overlimit", u32],
  ["overmemory", u32],
  ["ecn_mark", u32],
  ["new_flow_count", u32],
  ["new_flows_len", u32],
  ["old_flows_len", u32],
  ["memory_used", u32],
]);
