/** Kind `skbmod`: TCA_SKBMOD_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { hex0x, mapped, u16, u32 } from "../../../netlink/types.ts";
import { hwaddr, type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

const SKBMOD_F_SWAPMAC = 0x8;
const SKBMOD_F_ECN = 0x10;

const skbmodAttributes = table<RtContext>()("TCA_SKBMOD", {
  1: tmRow("TCA_SKBMOD_TM"),
  // A u64 of flags, at the next multiple of eight.
  2: attr("TCA_SKBMOD_PARMS", "parms", gen(["pad", u32], ["flags", u32])),
  3: attr("TCA_SKBMOD_DMAC", "dmac", hwaddr),
  4: attr("TCA_SKBMOD_SMAC", "smac", hwaddr),
  5: attr("TCA_SKBMOD_ETYPE", "etype", mapped(u16, hex0x)),
  6: ignored("TCA_SKBMOD_PAD"),
});

export const skbmod = together(skbmodAttributes, ({ parms, tm, etype, dmac, smac }) =>
  parms === undefined
    ? {}
    : {
        control_action: controlOf(parms),
        etype,
        dmac,
        smac,
        swapmac: (parms.flags! & SKBMOD_F_SWAPMAC) === 0 ? undefined : true,
        ecn: (parms.flags! & SKBMOD_F_ECN) === 0 ? undefined : true,
        ...identity(parms, tm),
      },
);
