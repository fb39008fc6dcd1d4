/** Kind `codel`: TCA_CODEL_*; times in microseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { s32, struct, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { whenNonzero } from "../numbers.ts";

const codelAttributes = table<RtContext>()("TCA_CODEL", {
  1: attr("TCA_CODEL_TARGET", "target", u32),
  2: attr("TCA_CODEL_LIMIT", "limit", u32),
  3: attr("TCA_CODEL_INTERVAL", "interval", u32),
  4: attr("TCA_CODEL_ECN", "ecn", whenNonzero),
  5: attr("TCA_CODEL_CE_THRESHOLD", "ce_threshold", u32),
});

export const codel = together(codelAttributes, ({ limit, target, ce_threshold, interval, ecn }) => ({
  limit,
  target,
  ce_threshold,
  interval,
  ecn,
}));

/** struct tc_codel_xstats */
export const codelStats = struct(32, [
  ["maxpacket", u32],
  ["count", u32],
  ["lastcount", u32],
  ["ldelay", u32],
  ["drop_next", s32],
  ["drop_overlimit", u32],
  ["ecn_mark", u32],
  ["dropping", u32],
  ["ce_mark", u32],
]);
