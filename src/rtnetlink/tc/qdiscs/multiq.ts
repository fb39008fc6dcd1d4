/** Kind `multiq`: struct tc_multiq_qopt. */
import { struct, u16 } from "../../../netlink/types.ts";
import { payload } from "../payload.ts";

const qopt = struct(4, [
  ["bands", u16],
  ["max_bands", u16],
]);

export const multiq = payload("tc_multiq_qopt", qopt, (qopt) => qopt);
