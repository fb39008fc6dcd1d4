/** Kind `mpls`: TCA_MPLS_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { s32, u8, u32 } from "../../../netlink/types.ts";
import { ethertype } from "../../ethertype.ts";
import { type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** TCA_MPLS_ACT_* */
const ACTIONS: Readonly<Record<number, string>> = {
  1: "pop",
  2: "push",
  3: "modify",
  4: "dec_ttl",
  5: "mac_push",
};

const mplsAttributes = table<RtContext>()("TCA_MPLS", {
  1: tmRow("TCA_MPLS_TM"),
  2: attr("TCA_MPLS_PARMS", "parms", gen(["m_action", s32])),
  3: ignored("TCA_MPLS_PAD"),
  4: attr("TCA_MPLS_PROTO", "protocol", ethertype),
  5: attr("TCA_MPLS_LABEL", "label", u32),
  6: attr("TCA_MPLS_TC", "tc", u8),
  7: attr("TCA_MPLS_TTL", "ttl", u8),
  8: attr("TCA_MPLS_BOS", "bos", u8),
});

export const mpls = together(mplsAttributes, ({ parms, tm, protocol, label, tc, bos, ttl }) =>
  parms === undefined
    ? {}
    : {
        mpls_action: ACTIONS[parms.m_action!] ?? String(parms.m_action),
        protocol,
        label,
        tc,
        bos,
        ttl,
        control_action: controlOf(parms),
        ...identity(parms, tm),
      },
);
