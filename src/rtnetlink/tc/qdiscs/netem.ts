/** Kind `netem`: struct tc_netem_qopt and TCA_NETEM_*; shown in seconds, and as shares of one. */
import { attr, ignored, nest, table } from "../../../netlink/attr.ts";
import { s32, struct, u32, u64 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";
import { headed } from "../payload.ts";
import { approximate, share, sixDigits } from "../psched.ts";

/** latency and jitter in ticks: TCA_NETEM_LATENCY64 and _JITTER64 have them exactly. */
const QOPT_SIZE = 24;
const qopt = struct(QOPT_SIZE, [
  ["latency", u32],
  ["limit", u32],
  ["loss", u32],
  ["gap", u32],
  ["duplicate", u32],
  ["jitter", u32],
]);

const corr = struct(12, [
  ["delay", u32],
  ["loss", u32],
  ["duplicate", u32],
]);

/** struct tc_netem_reorder and tc_netem_corrupt. */
const probability = struct(8, [
  ["probability", u32],
  ["correlation", u32],
]);

const rate = struct(16, [
  ["rate", u32],
  ["packetoverhead", s32],
  ["cellsize", u32],
  ["celloverhead", s32],
]);

const slot = struct(24, [
  ["min_delay", u64],
  ["max_delay", u64],
  ["packets", s32],
  ["bytes", s32],
  ["dist_delay", u64],
  ["dist_jitter", u64],
]);

const gimodel = struct(20, [
  ["p13", u32],
  ["p31", u32],
  ["p32", u32],
  ["p14", u32],
  ["p23", u32],
]);

const gemodel = struct(16, [
  ["p", u32],
  ["r", u32],
  ["h", u32],
  ["k1", u32],
]);

export const loss = table<RtContext>()("TCA_NETEM_LOSS", {
  1: attr("NETEM_LOSS_GI", "gi", gimodel),
  2: attr("NETEM_LOSS_GE", "ge", gemodel),
});

const netemAttributes = table<RtContext>()("TCA_NETEM", {
  1: attr("TCA_NETEM_CORR", "corr", corr),
  2: ignored("TCA_NETEM_DELAY_DIST"),
  3: attr("TCA_NETEM_REORDER", "reorder", probability),
  4: attr("TCA_NETEM_CORRUPT", "corrupt", probability),
  5: attr("TCA_NETEM_LOSS", "loss", nest(loss)),
  6: attr("TCA_NETEM_RATE", "rate", rate),
  7: attr("TCA_NETEM_ECN", "ecn", u32),
  8: attr("TCA_NETEM_RATE64", "rate64", u64),
  9: ignored("TCA_NETEM_PAD"),
  10: attr("TCA_NETEM_LATENCY64", "latency64", u64),
  11: attr("TCA_NETEM_JITTER64", "jitter64", u64),
  12: attr("TCA_NETEM_SLOT", "slot", slot),
  13: ignored("TCA_NETEM_SLOT_DIST"),
  14: attr("TCA_NETEM_PRNG_SEED", "seed", u64),
});

type Fields = typeof netemAttributes.fields;

const seconds = (nanoseconds: number | undefined): number =>
  sixDigits(approximate(nanoseconds ?? 0) / 1_000_000_000);

/** `{"loss":0.01,"correlation":0}`, or nothing where there is no such probability. */
const chance = (key: string, probability = 0, correlation = 0) =>
  probability === 0 ? undefined : { [key]: share(probability), correlation: share(correlation) };

function gemodelOf({ ge }: NonNullable<Fields["loss"]>) {
  if (ge === undefined) return undefined;
  const { p, r, h, k1 } = ge;
  return { p: share(p!), r: share(r!), "1-h": share(0xffff_ffff - h!), "1-k": share(k1!) };
}

function gimodelOf({ gi }: NonNullable<Fields["loss"]>) {
  if (gi === undefined) return undefined;
  const { p13, p31, p32, p23, p14 } = gi;
  return { p13: share(p13!), p31: share(p31!), p32: share(p32!), p23: share(p23!), p14: share(p14!) };
}

function slotOf({ slot }: Fields) {
  if (slot === undefined) return undefined;
  const { min_delay, max_delay, packets, bytes, dist_delay, dist_jitter } = slot;
  return {
    ...(dist_jitter
      ? { distribution: seconds(dist_delay), jitter: seconds(dist_jitter) }
      : { "min-delay": seconds(min_delay), "max-delay": seconds(max_delay) }),
    packets,
    bytes,
  };
}

export const netem = headed(qopt, QOPT_SIZE, netemAttributes, (qopt, fields) => {
  const { corr, reorder, corrupt, loss, rate, rate64, latency64, jitter64 } = fields;
  return {
    limit: qopt.limit,
    delay: latency64
      ? { delay: seconds(latency64), jitter: seconds(jitter64), correlation: share(corr?.delay ?? 0) }
      : undefined,
    "loss-random": chance("loss", qopt.loss, corr?.loss),
    "loss-state": loss && gimodelOf(loss),
    "loss-gemodel": loss && gemodelOf(loss),
    duplicate: chance("duplicate", qopt.duplicate, corr?.duplicate),
    reorder: chance("reorder", reorder?.probability, reorder?.correlation),
    corrupt: chance("corrupt", corrupt?.probability, corrupt?.correlation),
    rate: rate?.rate ? { ...rate, rate: rate64 || rate.rate } : undefined,
    slot: slotOf(fields),
    seed: fields.seed,
    ecn: fields.ecn !== undefined,
    gap: qopt.gap,
  };
});

/** struct tc_netem_xstats */
export const netemStats = struct(8, [
  ["delayed", u64],
  ["dropped", u64],
  ["corrupted", u64],
  ["duplicated", u64],
  ["reordered", u64],
  ["ecn_marked", u64],
  ["alloc_errors", u64],
]);
