/** Kind `ctinfo`: TCA_CTINFO_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { hex0x, u16, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

const ctinfoAttributes = table<RtContext>()("TCA_CTINFO", {
  1: ignored("TCA_CTINFO_PAD"),
  2: tmRow("TCA_CTINFO_TM"),
  3: attr("TCA_CTINFO_ACT", "parms", gen()),
  4: attr("TCA_CTINFO_ZONE", "zone", u16),
  5: attr("TCA_CTINFO_PARMS_DSCP_MASK", "dscpmask", u32),
  6: attr("TCA_CTINFO_PARMS_DSCP_STATEMASK", "dscpstatemask", u32),
  7: attr("TCA_CTINFO_PARMS_CPMARK_MASK", "cpmark", u32),
  8: attr("TCA_CTINFO_STATS_DSCP_SET", "dscpset", u64, "detail"),
  9: attr("TCA_CTINFO_STATS_DSCP_ERROR", "dscperror", u64, "detail"),
  10: attr("TCA_CTINFO_STATS_CPMARK_SET", "cpmarkset", u64, "detail"),
});

export const ctinfo = together(ctinfoAttributes, (fields) => {
  const { parms, zone = 0, dscpmask, dscpstatemask = 0, cpmark, tm } = fields;
  if (parms === undefined) return {};
  return {
    zone,
    control_action: controlOf(parms),
    ...identity(parms),
    ...(dscpmask === undefined ? {} : { dscpmask: hex0x(dscpmask), dscpstatemask: hex0x(dscpstatemask) }),
    cpmark: cpmark === undefined ? undefined : hex0x(cpmark),
    ...tm,
    dscpset: fields.dscpset,
    dscperror: fields.dscperror,
    cpmarkset: fields.cpmarkset,
  };
});
