/** Kind `ets`, the qdisc and its classes: TCA_ETS_*. */
import { arrayOf, attr, table } from "../../../netlink/attr.ts";
import { u8, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";

const etsAttributes = table<RtContext>()("TCA_ETS", {
  1: attr("TCA_ETS_NBANDS", "bands", u8),
  2: attr("TCA_ETS_NSTRICT", "strict", u8),
  3: attr("TCA_ETS_QUANTA", "quanta", arrayOf("TCA_ETS_QUANTA_BAND", 4, u32)),
  4: attr("TCA_ETS_QUANTA_BAND", "quantum", u32),
  5: attr("TCA_ETS_PRIOMAP", "priomap", arrayOf("TCA_ETS_PRIOMAP_BAND", 6, u8)),
  6: attr("TCA_ETS_PRIOMAP_BAND", "band", u8, "detail"),
});

export const ets = together(etsAttributes, ({ bands, strict, quanta, priomap }) => ({
  bands,
  strict,
  quanta,
  priomap,
}));

export const etsClass = together(etsAttributes, ({ quantum }) => ({ quantum }));
