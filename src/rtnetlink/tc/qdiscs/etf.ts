/** Kind `etf`: TCA_ETF_PARMS, struct tc_etf_qopt; delta in nanoseconds. */
import { attr, table } from "../../../netlink/attr.ts";
import { s32, struct, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { clockName } from "../numbers.ts";

const qopt = struct(12, [
  ["delta", s32],
  ["clockid", s32],
  ["flags", u32],
]);

const etfAttributes = table<RtContext>()("TCA_ETF", { 1: attr("TCA_ETF_PARMS", "parms", qopt) });

/** TC_ETF_*_ON */
const onOff = (flags: number, bit: number): string => ((flags & bit) === 0 ? "off" : "on");

export const etf = together(etfAttributes, ({ parms }) =>
  parms === undefined
    ? {}
    : {
        clockid: clockName(parms.clockid),
        // tc shows a negative one as if it had no sign.
        delta: parms.delta! >>> 0,
        offload: onOff(parms.flags!, 2),
        deadline_mode: onOff(parms.flags!, 1),
        skip_sock_check: onOff(parms.flags!, 4),
      },
);
