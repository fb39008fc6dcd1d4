/** Kind `gred`: struct tc_gred_sopt, sixteen tc_gred_qopt and TCA_GRED_*. */
import { arrayOf, attr, ignored, nest, table } from "../../../netlink/attr.ts";
import { struct, u8, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../../types.ts";
import { list } from "../numbers.ts";
import { redDetails, redFlags } from "./red.ts";

/** MAX_DPs */
const VIRTUAL_QUEUES = 16;

const sopt = struct(12, [
  ["dp_cnt", u32],
  ["dp_default", u32],
  ["grio", u8],
  ["flags", u8],
]);

const QOPT_SIZE = 52;
const qopt = struct(QOPT_SIZE, [
  ["limit", u32],
  ["min", u32],
  ["max", u32],
  ["vq", u32],
  ["backlog", u32],
  ["qave", u32],
  ["forced", u32],
  ["early", u32],
  ["other", u32],
  ["pdrop", u32],
  ["ewma", u8],
  ["Plog", u8],
  ["Scell_log", u8],
  ["prio", u8],
  ["packets", u32],
  ["bytesin", u32],
]);

type Qopt = NonNullable<ReturnType<typeof qopt.read>>;

const parms: RtType<Qopt[]> = {
  min: VIRTUAL_QUEUES * QOPT_SIZE,
  read: (view, at, _length, cx) =>
    Array.from(
      { length: VIRTUAL_QUEUES },
      (_, index) => qopt.read(view, at + QOPT_SIZE * index, QOPT_SIZE, cx)!,
    ),
};

export const virtualQueue = table<RtContext>()("TCA_GRED_VQ", {
  1: ignored("TCA_GRED_VQ_PAD"),
  2: attr("TCA_GRED_VQ_DP", "dp", u32),
  3: attr("TCA_GRED_VQ_STAT_BYTES", "bytes", u64, "detail"),
  4: attr("TCA_GRED_VQ_STAT_PACKETS", "packets", u32, "detail"),
  5: attr("TCA_GRED_VQ_STAT_BACKLOG", "backlog", u32, "detail"),
  6: attr("TCA_GRED_VQ_STAT_PROB_DROP", "prob_drop", u32, "detail"),
  7: attr("TCA_GRED_VQ_STAT_PROB_MARK", "prob_mark", u32, "detail"),
  8: attr("TCA_GRED_VQ_STAT_FORCED_DROP", "forced_drop", u32, "detail"),
  9: attr("TCA_GRED_VQ_STAT_FORCED_MARK", "forced_mark", u32, "detail"),
  10: attr("TCA_GRED_VQ_STAT_PDROP", "pdrop", u32, "detail"),
  11: attr("TCA_GRED_VQ_STAT_OTHER", "other", u32, "detail"),
  12: attr("TCA_GRED_VQ_FLAGS", "flags", u32),
});

const gredAttributes = table<RtContext>()("TCA_GRED", {
  1: attr("TCA_GRED_PARMS", "parms", parms),
  2: ignored("TCA_GRED_STAB"),
  3: attr("TCA_GRED_DPS", "dps", sopt),
  4: attr("TCA_GRED_MAX_P", "max_P", list(u32)),
  5: attr("TCA_GRED_LIMIT", "limit", u32),
  6: attr("TCA_GRED_VQ_LIST", "queues", arrayOf("TCA_GRED_VQ_ENTRY", 1, nest(virtualQueue))),
});

export const gred = together(gredAttributes, ({ parms, dps, max_P, limit, queues }) => {
  if (parms === undefined || dps === undefined) return {};
  return {
    dp_cnt: dps.dp_cnt,
    dp_default: dps.dp_default,
    grio: dps.grio !== 0,
    limit,
    ...redFlags(dps.flags!),
    vqs: parms.flatMap((queue, index) => {
      const { vq, prio, limit, min, max } = queue;
      if (vq! >= VIRTUAL_QUEUES) return [];
      const { dp: _, flags, ...stats } = queues?.find(({ dp }) => dp === vq) ?? {};
      return [
        {
          vq,
          prio,
          limit,
          min,
          max,
          ...(flags === undefined ? {} : redFlags(flags)),
          ...redDetails(queue, max_P?.[index]),
          ...stats,
        },
      ];
    }),
  };
});
