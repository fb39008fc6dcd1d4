/** Kind `cbs`: TCA_CBS_PARMS, struct tc_cbs_qopt: offload u8, padding, hicredit, locredit, idleslope, sendslope s32. */
import { attr, table } from "../../../netlink/attr.ts";
import { type RtContext, type RtType, together } from "../../types.ts";

const qopt: RtType<object> = {
  min: 20,
  read: (view, at) => ({
    hicredit: view.getInt32(at + 4, true),
    locredit: view.getInt32(at + 8, true),
    sendslope: view.getInt32(at + 16, true),
    idleslope: view.getInt32(at + 12, true),
    offload: view.getUint8(at),
  }),
};

const cbsAttributes = table<RtContext>()("TCA_CBS", { 1: attr("TCA_CBS_PARMS", "parms", qopt) });

export const cbs = together(cbsAttributes, ({ parms }) => parms ?? {});
