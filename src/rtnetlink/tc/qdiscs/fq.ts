/** Kind `fq`: TCA_FQ_*; rates in bytes a second, times in microseconds, timer_slack in nanoseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { mapped, s32, struct, u8, u32, u64, unlessZero } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { list } from "../numbers.ts";
import { prioQopt } from "./prio.ts";

/** Or nothing for ~0: without limit. */
const unlessUnlimited = mapped(u32, (value) => (value === 0xffff_ffff ? undefined : value));

const fqAttributes = table<RtContext>()("TCA_FQ", {
  1: attr("TCA_FQ_PLIMIT", "limit", u32),
  2: attr("TCA_FQ_FLOW_PLIMIT", "flow_limit", u32),
  3: attr("TCA_FQ_QUANTUM", "quantum", u32),
  4: attr("TCA_FQ_INITIAL_QUANTUM", "initial_quantum", u32),
  5: attr("TCA_FQ_RATE_ENABLE", "pacing", u32),
  6: attr("TCA_FQ_FLOW_DEFAULT_RATE", "defrate", unlessZero(u32)),
  7: attr("TCA_FQ_FLOW_MAX_RATE", "maxrate", unlessUnlimited),
  8: attr("TCA_FQ_BUCKETS_LOG", "buckets_log", u32),
  9: attr("TCA_FQ_FLOW_REFILL_DELAY", "refill_delay", u32),
  10: attr("TCA_FQ_ORPHAN_MASK", "orphan_mask", u32),
  11: attr("TCA_FQ_LOW_RATE_THRESHOLD", "low_rate_threshold", unlessZero(u32)),
  12: attr("TCA_FQ_CE_THRESHOLD", "ce_threshold", unlessUnlimited),
  13: attr("TCA_FQ_TIMER_SLACK", "timer_slack", u32),
  14: attr("TCA_FQ_HORIZON", "horizon", u32),
  15: attr("TCA_FQ_HORIZON_DROP", "horizon_drop", u8),
  16: attr("TCA_FQ_PRIOMAP", "priomap", prioQopt),
  17: attr("TCA_FQ_WEIGHTS", "weights", list(s32)),
  18: attr("TCA_FQ_OFFLOAD_HORIZON", "offload_horizon", u32),
});

export const fq = together(fqAttributes, (fields) => ({
  limit: fields.limit,
  flow_limit: fields.flow_limit,
  buckets: fields.buckets_log === undefined ? undefined : (1 << fields.buckets_log) >>> 0,
  orphan_mask: fields.orphan_mask,
  pacing: fields.pacing === 0 ? false : undefined,
  // tc (7.1) has a space after these two names.
  bands: fields.priomap?.bands,
  priomap: fields.priomap?.priomap,
  weights: fields.weights,
  quantum: fields.quantum,
  initial_quantum: fields.initial_quantum,
  maxrate: fields.maxrate,
  defrate: fields.defrate,
  low_rate_threshold: fields.low_rate_threshold,
  refill_delay: fields.refill_delay,
  ce_threshold: fields.ce_threshold,
  timer_slack: fields.timer_slack,
  horizon: fields.horizon,
  horizon_cap: fields.horizon_drop === 0 ? true : undefined,
  horizon_drop: fields.horizon_drop ? true : undefined,
  offload_horizon: fields.offload_horizon,
}));

/** A time to come; one that has passed is negative, and not shown. */
const ahead = mapped(u64, (time) => (typeof time === "number" && time > 0 ? time : undefined));

/** struct tc_fq_qd_stats */
export const fqStats = struct(64, [
  ["gc", u64],
  ["highprio", u64],
  ["retrans", u64],
  ["throttled", u64],
  ["flows_plimit", u64],
  ["pkts_too_long", u64],
  ["alloc_errors", u64],
  ["next_packet_delay", ahead],
  ["flows", u32],
  ["inactive", u32],
  ["throttled_flows", u32],
  ["latency", u32],
  ["ce_mark", u64],
  ["horizon_drops", u64],
  ["horizon_caps", u64],
  ["fastpath", u64],
  ["band0_drops", u64],
  ["band1_drops", u64],
  ["band2_drops", u64],
  ["band0_pkts", u32],
  ["band1_pkts", u32],
  ["band2_pkts", u32],
]);
