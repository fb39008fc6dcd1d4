/** Kind `tbf`: struct tc_tbf_qopt and TCA_TBF_*; rates in bytes a second, the latency in microseconds. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { approximate, formatSize, microseconds, transmitted } from "../psched.ts";
import { twoRates } from "../ratespec.ts";

const tbfAttributes = table<RtContext>()("TCA_TBF", {
  1: attr("TCA_TBF_PARMS", "parms", twoRates(["limit", "buffer", "mtu"])),
  2: ignored("TCA_TBF_RTAB"),
  3: ignored("TCA_TBF_PTAB"),
  4: attr("TCA_TBF_RATE64", "rate64", u64),
  5: attr("TCA_TBF_PRATE64", "prate64", u64),
  6: attr("TCA_TBF_BURST", "burst", u32, "detail"),
  7: attr("TCA_TBF_PBURST", "pburst", u32, "detail"),
  8: ignored("TCA_TBF_PAD"),
});

/** How long a packet can wait at the most, where the queue is full. */
const latency = (limit: number, rate: number, ticks: number): number =>
  1_000_000 * (limit / approximate(rate)) - microseconds(ticks);

export const tbf = together(tbfAttributes, ({ parms, rate64, prate64 }) => {
  if (parms === undefined) return {};
  const { first: spec, second: peakspec, limit, buffer, mtu } = parms;
  const rate = rate64 ?? spec.rate;
  const peakrate = prate64 ?? peakspec.rate;
  const peaked = peakrate !== 0;
  const lat = Math.max(
    latency(limit, rate, buffer),
    peaked ? latency(limit, peakrate, mtu) : Number.NEGATIVE_INFINITY,
  );
  return {
    rate,
    burst: `${formatSize(transmitted(rate, buffer))}/${spec.cell}`,
    mpu: spec.mpu,
    ...(peaked && {
      // tc leaves it out of its JSON.
      peakrate,
      ...((mtu !== 0 || peakspec.mpu !== 0) && {
        mtu: `${formatSize(transmitted(peakrate, mtu))}/${peakspec.cell}`,
        // tc has `mpu` twice; whoever reads it finds the last one.
        mpu: peakspec.mpu,
      }),
    }),
    ...(lat >= 0 ? { lat: Math.trunc(lat) } : { limit }),
    overhead: spec.overhead || undefined,
    linklayer: spec.linklayer,
  };
});
