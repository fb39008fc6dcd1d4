/** Kind `fq_codel`: TCA_FQ_CODEL_*; times in microseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { s32, struct, u8, u32, unlessZero } from "../../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../../types.ts";
import { whenNonzero } from "../numbers.ts";

const fqCodelAttributes = table<RtContext>()("TCA_FQ_CODEL", {
  1: attr("TCA_FQ_CODEL_TARGET", "target", u32),
  2: attr("TCA_FQ_CODEL_LIMIT", "limit", u32),
  3: attr("TCA_FQ_CODEL_INTERVAL", "interval", u32),
  4: attr("TCA_FQ_CODEL_ECN", "ecn", whenNonzero),
  5: attr("TCA_FQ_CODEL_FLOWS", "flows", u32),
  6: attr("TCA_FQ_CODEL_QUANTUM", "quantum", u32),
  7: attr("TCA_FQ_CODEL_CE_THRESHOLD", "ce_threshold", u32),
  8: attr("TCA_FQ_CODEL_DROP_BATCH_SIZE", "drop_batch", unlessZero(u32)),
  9: attr("TCA_FQ_CODEL_MEMORY_LIMIT", "memory_limit", u32),
  10: attr("TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR", "ce_threshold_selector", u8),
  11: attr("TCA_FQ_CODEL_CE_THRESHOLD_MASK", "ce_threshold_mask", u8),
});

export const fqCodel = together(fqCodelAttributes, (fields) => {
  const { ce_threshold_selector = 0, ce_threshold_mask = 0 } = fields;
  return {
    limit: fields.limit,
    flows: fields.flows,
    quantum: fields.quantum,
    target: fields.target,
    ce_threshold: fields.ce_threshold,
    ...(ce_threshold_selector !== 0 || ce_threshold_mask !== 0
      ? { ce_threshold_selector, ce_threshold_mask }
      : {}),
    interval: fields.interval,
    memory_limit: fields.memory_limit,
    ecn: fields.ecn,
    drop_batch: fields.drop_batch,
  };
});

/** struct tc_fq_codel_qd_stats and tc_fq_codel_cl_stats, after the u32 that tells which. */
const ofQdisc = struct(24, [
  ["maxpacket", u32],
  ["drop_overlimit", u32],
  ["ecn_mark", u32],
  ["new_flow_count", u32],
  ["new_flows_len", u32],
  ["old_flows_len", u32],
  ["ce_mark", u32],
  ["memory_used", u32],
  ["drop_overmemory", u32],
]);
const ofClass = struct(24, [
  ["deficit", s32],
  ["ldelay", u32],
  ["count", u32],
  ["lastcount", u32],
  ["dropping", u32],
  ["drop_next", s32],
]);

const TCA_FQ_CODEL_XSTATS_QDISC = 0;

export const fqCodelStats: RtType<object> = {
  min: 28,
  read: (view, at, length, cx) =>
    (view.getUint32(at, true) === TCA_FQ_CODEL_XSTATS_QDISC ? ofQdisc : ofClass).read(
      view,
      at + 4,
      length - 4,
      cx,
    ),
};
