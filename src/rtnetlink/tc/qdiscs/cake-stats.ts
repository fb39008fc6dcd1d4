/** Counters of `cake`: TCA_CAKE_STATS_*, and TCA_CAKE_TIN_STATS_* of each of its tins. */
import { attr, ignored, nest, type Row, table } from "../../../netlink/attr.ts";
import { s32, u32, u64 } from "../../../netlink/types.ts";
import type { RtContext, RtType } from "../../types.ts";

export const tinStats = table<RtContext>()("TCA_CAKE_TIN_STATS", {
  1: ignored("TCA_CAKE_TIN_STATS_PAD"),
  2: attr("TCA_CAKE_TIN_STATS_SENT_PACKETS", "sent_packets", u32),
  3: attr("TCA_CAKE_TIN_STATS_SENT_BYTES64", "sent_bytes", u64),
  4: attr("TCA_CAKE_TIN_STATS_DROPPED_PACKETS", "drops", u32),
  5: attr("TCA_CAKE_TIN_STATS_DROPPED_BYTES64", "dropped_bytes", u64),
  6: attr("TCA_CAKE_TIN_STATS_ACKS_DROPPED_PACKETS", "ack_drops", u32),
  7: attr("TCA_CAKE_TIN_STATS_ACKS_DROPPED_BYTES64", "ack_dropped_bytes", u64),
  8: attr("TCA_CAKE_TIN_STATS_ECN_MARKED_PACKETS", "ecn_mark", u32),
  9: attr("TCA_CAKE_TIN_STATS_ECN_MARKED_BYTES64", "ecn_marked_bytes", u64),
  10: attr("TCA_CAKE_TIN_STATS_BACKLOG_PACKETS", "backlog_packets", u32),
  11: attr("TCA_CAKE_TIN_STATS_BACKLOG_BYTES", "backlog_bytes", u32),
  12: attr("TCA_CAKE_TIN_STATS_THRESHOLD_RATE64", "threshold_rate", u64),
  13: attr("TCA_CAKE_TIN_STATS_TARGET_US", "target_us", u32),
  14: attr("TCA_CAKE_TIN_STATS_INTERVAL_US", "interval_us", u32),
  15: attr("TCA_CAKE_TIN_STATS_WAY_INDIRECT_HITS", "way_indirect_hits", u32),
  16: attr("TCA_CAKE_TIN_STATS_WAY_MISSES", "way_misses", u32),
  17: attr("TCA_CAKE_TIN_STATS_WAY_COLLISIONS", "way_collisions", u32),
  18: attr("TCA_CAKE_TIN_STATS_PEAK_DELAY_US", "peak_delay_us", u32),
  19: attr("TCA_CAKE_TIN_STATS_AVG_DELAY_US", "avg_delay_us", u32),
  20: attr("TCA_CAKE_TIN_STATS_BASE_DELAY_US", "base_delay_us", u32),
  21: attr("TCA_CAKE_TIN_STATS_SPARSE_FLOWS", "sparse_flows", u32),
  22: attr("TCA_CAKE_TIN_STATS_BULK_FLOWS", "bulk_flows", u32),
  23: attr("TCA_CAKE_TIN_STATS_UNRESPONSIVE_FLOWS", "unresponsive_flows", u32),
  24: attr("TCA_CAKE_TIN_STATS_MAX_SKBLEN", "max_pkt_len", u32),
  25: attr("TCA_CAKE_TIN_STATS_FLOW_QUANTUM", "flow_quantum", u32),
});

/** Tins are numbered from 1; TC_CAKE_MAX_TINS. */
const TINS = 8;
const tins = table<RtContext>()(
  "TCA_CAKE_STATS_TIN_STATS",
  Object.fromEntries(
    Array.from({ length: TINS }, (_, index) => [
      index + 1,
      attr(`tin ${index + 1}`, String(index), nest(tinStats)),
    ]),
  ) as Readonly<Record<number, Row<string, typeof tinStats.fields, RtContext>>>,
);

export const cakeStatsAttributes = table<RtContext>()("TCA_CAKE_STATS", {
  1: ignored("TCA_CAKE_STATS_PAD"),
  2: attr("TCA_CAKE_STATS_CAPACITY_ESTIMATE64", "capacity_estimate", u64),
  3: attr("TCA_CAKE_STATS_MEMORY_LIMIT", "memory_limit", u32),
  4: attr("TCA_CAKE_STATS_MEMORY_USED", "memory_used", u32),
  5: attr("TCA_CAKE_STATS_AVG_NETOFF", "avg_hdr_offset", u32),
  6: attr("TCA_CAKE_STATS_MIN_NETLEN", "min_network_size", u32),
  7: attr("TCA_CAKE_STATS_MAX_NETLEN", "max_network_size", u32),
  8: attr("TCA_CAKE_STATS_MIN_ADJLEN", "min_adj_size", u32),
  9: attr("TCA_CAKE_STATS_MAX_ADJLEN", "max_adj_size", u32),
  10: attr("TCA_CAKE_STATS_TIN_STATS", "tins", nest(tins)),
  11: attr("TCA_CAKE_STATS_DEFICIT", "deficit", s32),
  12: attr("TCA_CAKE_STATS_COBALT_COUNT", "count", u32),
  13: attr("TCA_CAKE_STATS_DROPPING", "dropping", u32),
  14: attr("TCA_CAKE_STATS_DROP_NEXT_US", "drop_next", s32),
  15: attr("TCA_CAKE_STATS_P_DROP", "blue_prob", u32),
  16: attr("TCA_CAKE_STATS_BLUE_TIMER_US", "blue_timer", s32),
  17: attr("TCA_CAKE_STATS_ACTIVE_QUEUES", "active_queues", u32),
});

const attributes = nest(cakeStatsAttributes);

export const cakeStats: RtType<object> = {
  min: 0,
  read(view, at, length, cx) {
    const { tins, ...rest } = attributes.read(view, at, length, cx)!;
    return tins === undefined ? rest : { ...rest, tins: Object.values(tins) };
  },
};
