/** Kind `csum`: TCA_CSUM_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { bitNames, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** TCA_CSUM_UPDATE_FLAG_* */
const FLAGS = [
  [1, "iph"],
  [2, "icmp"],
  [4, "igmp"],
  [8, "tcp"],
  [16, "udp"],
  [32, "udplite"],
  [64, "sctp"],
] as const;

const csumAttributes = table<RtContext>()("TCA_CSUM", {
  1: attr("TCA_CSUM_PARMS", "parms", gen(["update_flags", u32])),
  2: tmRow("TCA_CSUM_TM"),
  3: ignored("TCA_CSUM_PAD"),
});

export const csum = together(csumAttributes, ({ parms, tm }) =>
  parms === undefined
    ? {}
    : {
        csum: bitNames(parms.update_flags!, FLAGS).join(", ") || "?empty",
        control_action: controlOf(parms),
        ...identity(parms, tm),
      },
);
