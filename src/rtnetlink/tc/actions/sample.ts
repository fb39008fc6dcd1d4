/** Kind `sample`: TCA_SAMPLE_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

const sampleAttributes = table<RtContext>()("TCA_SAMPLE", {
  1: tmRow("TCA_SAMPLE_TM"),
  2: attr("TCA_SAMPLE_PARMS", "parms", gen()),
  3: attr("TCA_SAMPLE_RATE", "rate", u32),
  4: attr("TCA_SAMPLE_TRUNC_SIZE", "trunc_size", u32),
  5: attr("TCA_SAMPLE_PSAMPLE_GROUP", "group", u32),
  6: ignored("TCA_SAMPLE_PAD"),
});

export const sample = together(sampleAttributes, ({ parms, tm, rate, group, trunc_size }) =>
  parms === undefined
    ? {}
    : { rate, group, trunc_size, control_action: controlOf(parms), ...identity(parms, tm) },
);
