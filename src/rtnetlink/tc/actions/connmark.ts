/** Kind `connmark`: TCA_CONNMARK_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { u16 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

const connmarkAttributes = table<RtContext>()("TCA_CONNMARK", {
  1: attr("TCA_CONNMARK_PARMS", "parms", gen(["zone", u16])),
  2: tmRow("TCA_CONNMARK_TM"),
  3: ignored("TCA_CONNMARK_PAD"),
});

export const connmark = together(connmarkAttributes, ({ parms, tm }) =>
  parms === undefined ? {} : { zone: parms.zone, control_action: controlOf(parms), ...identity(parms, tm) },
);
