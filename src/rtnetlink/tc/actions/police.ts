/** Kind `police`: struct tc_police and TCA_POLICE_*. tc's JSON leaves the rates out; here they have the names of its text. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { s32, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../../types.ts";
import { control } from "../control.ts";
import { approximate, transmitted } from "../psched.ts";
import { type RateSpec, ratespec } from "../ratespec.ts";
import { identity, tmRow } from "./gen.ts";

interface Police {
  index: number;
  action: number;
  burst: number;
  mtu: number;
  rate: RateSpec;
  peakrate: RateSpec;
  ref: number;
  bind: number;
}

const police32: RtType<Police> = {
  min: 56,
  read: (view, at, length, cx) => ({
    index: view.getUint32(at, true),
    action: view.getInt32(at + 4, true),
    // limit u32
    burst: view.getUint32(at + 12, true),
    mtu: view.getUint32(at + 16, true),
    rate: ratespec.read(view, at + 20, length, cx)!,
    peakrate: ratespec.read(view, at + 32, length, cx)!,
    ref: view.getInt32(at + 44, true),
    bind: view.getInt32(at + 48, true),
    // capab u32
  }),
};

const policeAttributes = table<RtContext>()("TCA_POLICE", {
  1: attr("TCA_POLICE_TBF", "tbf", police32),
  2: ignored("TCA_POLICE_RATE"),
  3: ignored("TCA_POLICE_PEAKRATE"),
  4: attr("TCA_POLICE_AVRATE", "avrate", u32),
  5: attr("TCA_POLICE_RESULT", "result", s32),
  6: tmRow("TCA_POLICE_TM"),
  7: ignored("TCA_POLICE_PAD"),
  8: attr("TCA_POLICE_RATE64", "rate64", u64),
  9: attr("TCA_POLICE_PEAKRATE64", "peakrate64", u64),
  10: attr("TCA_POLICE_PKTRATE64", "pktrate64", u64),
  11: attr("TCA_POLICE_PKTBURST64", "pktburst64", u64),
});

export const police = together(policeAttributes, (fields) => {
  const { tbf, avrate, result, tm, rate64, peakrate64, pktrate64, pktburst64 } = fields;
  if (tbf === undefined) return {};
  const rate = rate64 ?? tbf.rate.rate;
  const peakrate = peakrate64 ?? tbf.peakrate.rate;
  const { index: _, ...held } = identity(tbf, tm);
  return {
    index: tbf.index,
    rate,
    burst: transmitted(rate, tbf.burst),
    mtu: tbf.mtu,
    peakrate: peakrate || undefined,
    avrate,
    ...(pktrate64 !== undefined && pktburst64 !== undefined
      ? { pkts_rate: pktrate64, pkts_burst: transmitted(pktrate64, approximate(pktburst64)) }
      : {}),
    // tc has `control_action` twice, for packets above the rate and below; whoever reads it finds the last one.
    control_action: control(result ?? tbf.action),
    exceed_action: result === undefined ? undefined : control(tbf.action),
    overhead: tbf.rate.overhead,
    linklayer: tbf.rate.linklayer,
    ...held,
  };
});
