/** Kind `htb`, the qdisc and its classes: struct tc_htb_opt, tc_htb_glob and TCA_HTB_*; rates in bytes a second. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { flag, hex0x, s32, struct, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { transmitted } from "../psched.ts";
import { twoRates } from "../ratespec.ts";

const glob = struct(20, [
  ["version", u32],
  ["r2q", u32],
  ["defcls", u32],
  ["debug", u32],
  ["direct_pkts", u32],
]);

const htbAttributes = table<RtContext>()("TCA_HTB", {
  1: attr("TCA_HTB_PARMS", "parms", twoRates(["buffer", "cbuffer", "quantum", "level", "prio"])),
  2: attr("TCA_HTB_INIT", "init", glob),
  3: ignored("TCA_HTB_CTAB"),
  4: ignored("TCA_HTB_RTAB"),
  5: attr("TCA_HTB_DIRECT_QLEN", "direct_qlen", u32),
  6: attr("TCA_HTB_RATE64", "rate64", u64),
  7: attr("TCA_HTB_CEIL64", "ceil64", u64),
  8: ignored("TCA_HTB_PAD"),
  9: attr("TCA_HTB_OFFLOAD", "offload", flag),
});

type Fields = typeof htbAttributes.fields;

function ofClass({ parms, rate64, ceil64 }: Fields) {
  if (parms === undefined) return {};
  const { first, second, buffer, cbuffer, quantum, level, prio } = parms;
  const rate = rate64 ?? first.rate;
  const ceil = ceil64 ?? second.rate;
  return {
    ...(level === 0 && { prio, quantum }),
    rate,
    overhead: first.overhead || undefined,
    ceil,
    linklayer: first.linklayer,
    burst: transmitted(rate, buffer),
    burst_cell: first.cell,
    mpu_rate: first.mpu,
    cburst: transmitted(ceil, cbuffer),
    cburst_cell: second.cell,
    mpu_ceil: second.mpu,
    level,
  };
}

const ofQdisc = ({ init }: Fields) =>
  init === undefined
    ? {}
    : {
        r2q: init.r2q,
        default: hex0x(init.defcls!),
        direct_packets_stat: init.direct_pkts,
        ver: `${init.version! >>> 16}.${init.version! & 0xffff}`,
      };

export const htb = together(htbAttributes, (fields) => ({
  ...ofClass(fields),
  ...ofQdisc(fields),
  direct_qlen: fields.direct_qlen,
  offload: fields.offload,
}));

/** struct tc_htb_xstats */
export const htbStats = struct(20, [
  ["lended", u32],
  ["borrowed", u32],
  ["giants", u32],
  ["tokens", s32],
  ["ctokens", s32],
]);
