/** Kinds `pfifo`, `bfifo`, `pfifo_head_drop`: struct tc_fifo_qopt, packets or bytes. Likewise tc_skbprio_qopt. */
import { struct, u32 } from "../../../netlink/types.ts";
import { payload } from "../payload.ts";

export const fifo = payload("tc_fifo_qopt", struct(4, [["limit", u32]]), ({ limit }) => ({ limit }));
