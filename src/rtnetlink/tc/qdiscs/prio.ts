/** Kinds `prio` and `pfifo_fast`: struct tc_prio_qopt, bands u32, priomap u8[16]. */
import type { RtType } from "../../types.ts";
import { payload } from "../payload.ts";

/** TC_PRIO_MAX + 1 */
const PRIORITIES = 16;

interface PrioQopt {
  bands: number;
  priomap: number[];
}

export const prioQopt: RtType<PrioQopt> = {
  min: 4 + PRIORITIES,
  read: (view, at) => ({
    bands: view.getInt32(at, true),
    priomap: Array.from({ length: PRIORITIES }, (_, priority) => view.getUint8(at + 4 + priority)),
  }),
};

// `multiqueue` was an attribute of kernels before 2.6.27.
export const prio = payload("tc_prio_qopt", prioQopt, (qopt) => ({ ...qopt, multiqueue: false }));
