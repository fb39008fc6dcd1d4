/** Kind `hfsc`: struct tc_hfsc_qopt of the qdisc, TCA_HFSC_* of its classes. */
import { attr, table } from "../../../netlink/attr.ts";
import { hex0x, struct, u16, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { payload } from "../payload.ts";

export const hfsc = payload("tc_hfsc_qopt", struct(2, [["defcls", u16]]), ({ defcls }) => ({
  default: defcls ? hex0x(defcls) : undefined,
}));

/** struct tc_service_curve: m1 and m2 in bytes a second, d in microseconds. */
const serviceCurve = struct(12, [
  ["m1", u32],
  ["d", u32],
  ["m2", u32],
]);

const hfscAttributes = table<RtContext>()("TCA_HFSC", {
  1: attr("TCA_HFSC_RSC", "rt", serviceCurve),
  2: attr("TCA_HFSC_FSC", "ls", serviceCurve),
  3: attr("TCA_HFSC_USC", "ul", serviceCurve),
});

export const hfscClass = together(hfscAttributes, ({ rt, ls, ul }) => {
  const one = rt !== undefined && ls !== undefined && rt.m1 === ls.m1 && rt.d === ls.d && rt.m2 === ls.m2;
  return one ? { sc: rt, ul } : { rt, ls, ul };
});

/** struct tc_hfsc_stats */
export const hfscStats = struct(24, [
  ["work", u64],
  ["rtwork", u64],
  ["period", u32],
  ["level", u32],
]);
