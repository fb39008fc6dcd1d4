/**
 * Counters of qdiscs, classes, filters and actions: TCA_STATS2 (or the older TCA_STATS) with TCA_STATS_*,
 * include/uapi/linux/gen_stats.h, under the keys of `tc -s -j`. They are no state: read only when all is asked.
 */
import { attr, ignored, table } from "../../netlink/attr.ts";
import { struct, u32, u64 } from "../../netlink/types.ts";
import type { RtContext, RtType } from "../types.ts";
import { appStats } from "./qdiscs/index.ts";

/** struct gnet_stats_basic */
const basic = struct(12, [
  ["bytes", u64],
  ["packets", u32],
]);

/** struct gnet_stats_queue */
const queue = struct(20, [
  ["qlen", u32],
  ["backlog", u32],
  ["drops", u32],
  ["requeues", u32],
  ["overlimits", u32],
]);

/** struct gnet_stats_rate_est: bytes and packets a second. */
const rateEst = struct(8, [
  ["rate", u32],
  ["pps", u32],
]);
const rateEst64 = struct(16, [
  ["rate", u64],
  ["pps", u64],
]);

/** The kind's own. */
export const xstats: RtType<object> = {
  min: 0,
  read(view, at, length, cx) {
    const type = appStats[cx.kind];
    if (type !== undefined && length >= type.min) return type.read(view, at, length, cx);
    cx.keep(cx.current, view, at, length);
    return undefined;
  },
};

export const stats2Attributes = table<RtContext>()("TCA_STATS2", {
  1: attr("TCA_STATS_BASIC", "basic", basic),
  2: attr("TCA_STATS_RATE_EST", "rate_est", rateEst),
  3: attr("TCA_STATS_QUEUE", "queue", queue),
  4: attr("TCA_STATS_APP", "app", xstats),
  5: attr("TCA_STATS_RATE_EST64", "rate_est64", rateEst64),
  6: ignored("TCA_STATS_PAD"),
  7: attr("TCA_STATS_BASIC_HW", "basic_hw", basic),
  8: attr("TCA_STATS_PKT64", "packets64", u64),
});

/** What tc -s shows of it. */
export function counters(fields: typeof stats2Attributes.fields) {
  const { basic, queue, basic_hw, rate_est64, rate_est, app } = fields;
  return {
    ...basic,
    ...(queue && { drops: queue.drops, overlimits: queue.overlimits, requeues: queue.requeues }),
    ...(basic_hw && { hw_bytes: basic_hw.bytes, hw_packets: basic_hw.packets }),
    ...(rate_est64 ?? rate_est),
    ...(queue && { backlog: queue.backlog, qlen: queue.qlen }),
    ...app,
  };
}

/** struct tc_stats */
export const oldStats = struct(36, [
  ["bytes", u64],
  ["packets", u32],
  ["dropped", u32],
  ["overlimits", u32],
  ["rate", u32],
  ["pps", u32],
  ["qlen", u32],
  ["backlog", u32],
]);
