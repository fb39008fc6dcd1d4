/** Kind `choke`: struct tc_choke_qopt (that of `red`) and TCA_CHOKE_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { struct, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { redDetails, redFlags, redQopt } from "./red.ts";

const chokeAttributes = table<RtContext>()("TCA_CHOKE", {
  1: attr("TCA_CHOKE_PARMS", "parms", redQopt),
  2: ignored("TCA_CHOKE_STAB"),
  3: attr("TCA_CHOKE_MAX_P", "max_P", u32),
});

export const choke = together(chokeAttributes, ({ parms, max_P }) =>
  parms === undefined
    ? {}
    : {
        limit: parms.limit,
        min: parms.min,
        max: parms.max,
        ...redFlags(parms.flags!),
        ...redDetails(parms, max_P),
      },
);

/** struct tc_choke_xstats */
export const chokeStats = struct(20, [
  ["early", u32],
  ["pdrop", u32],
  ["other", u32],
  ["marked", u32],
  ["matched", u32],
]);
