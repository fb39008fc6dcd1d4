/** Kind `red`: struct tc_red_qopt and TCA_RED_*. What `gred`, `choke` and `sfq` have of it is here as well. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { struct, u8, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { bitfield32 } from "../numbers.ts";
import { share } from "../psched.ts";

/** TC_RED_* */
export const redFlags = (flags: number) => ({
  ecn: (flags & 1) !== 0,
  harddrop: (flags & 2) !== 0,
  adaptive: (flags & 4) !== 0,
  nodrop: (flags & 8) !== 0,
});

/** struct tc_red_qopt, and tc_choke_qopt. */
export const redQopt = struct(16, [
  ["limit", u32],
  ["min", u32],
  ["max", u32],
  ["ewma", u8],
  ["Plog", u8],
  ["Scell_log", u8],
  ["flags", u8],
]);

/** The averaging, and the probability in one of its two forms. */
export const redDetails = (
  { ewma, Plog, Scell_log }: { ewma?: number; Plog?: number; Scell_log?: number },
  max_P: number | undefined,
) => ({
  ewma,
  ...(max_P ? { probability: share(max_P, 2 ** 32) } : { Plog }),
  Scell_log,
});

const redAttributes = table<RtContext>()("TCA_RED", {
  1: attr("TCA_RED_PARMS", "parms", redQopt),
  2: ignored("TCA_RED_STAB"),
  3: attr("TCA_RED_MAX_P", "max_P", u32),
  4: attr("TCA_RED_FLAGS", "flags", bitfield32),
  5: attr("TCA_RED_EARLY_DROP_BLOCK", "early_drop", u32),
  6: attr("TCA_RED_MARK_BLOCK", "mark", u32),
});

export const red = together(redAttributes, ({ parms, max_P, flags, early_drop, mark }) => {
  if (parms === undefined) return {};
  const qevents = [
    ...(early_drop ? [{ kind: "early_drop", block: early_drop }] : []),
    ...(mark ? [{ kind: "mark", block: mark }] : []),
  ];
  return {
    limit: parms.limit,
    min: parms.min,
    max: parms.max,
    ...redFlags(flags?.value ?? parms.flags!),
    ...redDetails(parms, max_P),
    qevents: qevents.length > 0 ? qevents : undefined,
  };
});

/** struct tc_red_xstats */
export const redStats = struct(16, [
  ["early", u32],
  ["pdrop", u32],
  ["other", u32],
  ["marked", u32],
]);
