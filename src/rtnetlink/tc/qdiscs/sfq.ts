/** Kind `sfq`: struct tc_sfq_qopt, or tc_sfq_qopt_v1 that begins with it. */
import { s32, struct, u8, u32 } from "../../../netlink/types.ts";
import { payload } from "../payload.ts";
import { share } from "../psched.ts";
import { redFlags } from "./red.ts";

const qopt = struct(20, [
  ["quantum", u32],
  ["perturb", s32],
  ["limit", u32],
  ["divisor", u32],
  ["flows", u32],
  ["depth", u32],
  ["headdrop", u32],
  ["limit_v1", u32],
  ["min", u32],
  ["max", u32],
  ["ewma", u8],
  ["Plog", u8],
  ["Scell_log", u8],
  ["flags", u8],
  ["max_P", u32],
]);

export const sfq = payload("tc_sfq_qopt", qopt, (fields) => ({
  limit: fields.limit,
  quantum: fields.quantum,
  depth: fields.depth || undefined,
  headdrop: fields.headdrop ? true : undefined,
  flows: fields.flows,
  divisor: fields.divisor,
  perturb: fields.perturb || undefined,
  ...(fields.min
    ? {
        ewma: fields.ewma,
        min: fields.min,
        max: fields.max,
        probability: share(fields.max_P ?? 0, 2 ** 32),
        ...redFlags(fields.flags ?? 0),
      }
    : {}),
}));

/** struct tc_sfq_xstats */
export const sfqStats = struct(4, [["allot", s32]]);
