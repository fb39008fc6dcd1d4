/** Kind `simple`: TCA_DEF_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { str } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { gen, identity, tmRow } from "./gen.ts";

const simpleAttributes = table<RtContext>()("TCA_DEF", {
  1: tmRow("TCA_DEF_TM"),
  2: attr("TCA_DEF_PARMS", "parms", gen()),
  3: attr("TCA_DEF_DATA", "simple", str),
  4: ignored("TCA_DEF_PAD"),
});

export const simple = together(simpleAttributes, ({ parms, tm, simple }) =>
  parms === undefined ? {} : { simple, ...identity(parms, tm) },
);
