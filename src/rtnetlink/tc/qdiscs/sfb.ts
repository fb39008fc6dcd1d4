/** Kind `sfb`: TCA_SFB_PARMS, struct tc_sfb_qopt; times in milliseconds, shown in microseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { struct, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { share } from "../psched.ts";

/** SFB_MAX_PROB */
const WHOLE = 0xffff;

const qopt = struct(36, [
  ["rehash_interval", u32],
  ["warmup_time", u32],
  ["max", u32],
  ["bin_size", u32],
  ["increment", u32],
  ["decrement", u32],
  ["limit", u32],
  ["penalty_rate", u32],
  ["penalty_burst", u32],
]);

const sfbAttributes = table<RtContext>()("TCA_SFB", { 1: attr("TCA_SFB_PARMS", "parms", qopt) });

export const sfb = together(sfbAttributes, ({ parms }) =>
  parms === undefined
    ? {}
    : {
        rehash: parms.rehash_interval! * 1000,
        db: parms.warmup_time! * 1000,
        limit: parms.limit,
        max: parms.max,
        target: parms.bin_size,
        increment: share(parms.increment!, WHOLE),
        decrement: share(parms.decrement!, WHOLE),
        penalty_rate: parms.penalty_rate,
        penalty_burst: parms.penalty_burst,
      },
);

/** struct tc_sfb_xstats */
export const sfbStats = struct(36, [
  ["earlydrop", u32],
  ["penaltydrop", u32],
  ["bucketdrop", u32],
  ["queuedrop", u32],
  ["childdrop", u32],
  ["marked", u32],
  ["maxqlen", u32],
  ["maxprob", u32],
  ["avgprob", u32],
]);
