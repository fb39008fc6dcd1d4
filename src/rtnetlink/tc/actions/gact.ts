/** Kind `gact`: TCA_GACT_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { s32, struct, u16 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { control } from "../control.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** PGACT_* */
const PROBABILITIES = ["none", "netrand", "determ"];

const probability = struct(8, [
  ["ptype", u16],
  ["pval", u16],
  ["paction", s32],
]);

const gactAttributes = table<RtContext>()("TCA_GACT", {
  1: tmRow("TCA_GACT_TM"),
  2: attr("TCA_GACT_PARMS", "parms", gen()),
  3: attr("TCA_GACT_PROB", "prob", probability),
  4: ignored("TCA_GACT_PAD"),
});

export const gact = together(gactAttributes, ({ parms, prob, tm }) =>
  parms === undefined
    ? {}
    : {
        control_action: controlOf(parms),
        prob: {
          random_type: PROBABILITIES[prob?.ptype ?? 0] ?? "none",
          control_action: control(prob?.paction ?? 0),
          val: prob?.pval ?? 0,
        },
        ...identity(parms, tm),
      },
);
