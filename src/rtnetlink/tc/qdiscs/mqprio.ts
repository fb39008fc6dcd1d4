/** Kind `mqprio`: struct tc_mqprio_qopt and TCA_MQPRIO_*. The struct is that of `taprio` too. */
import { arrayOf, attr, many, nest, type Table, table } from "../../../netlink/attr.ts";
import { u16, u32, u64 } from "../../../netlink/types.ts";
import type { RtContext, RtType } from "../../types.ts";
import { headed } from "../payload.ts";

/** num_tc u8, prio_tc_map u8[16], hw u8, count u16[16], offset u16[16]. */
const MQPRIO_QOPT_SIZE = 82;
const QUEUES = 16;

interface MqprioQopt {
  tc: number;
  map: number[];
  queues: { offset: number; count: number }[];
}

export const mqprioQopt: RtType<MqprioQopt> = {
  min: MQPRIO_QOPT_SIZE,
  read(view, at) {
    const tc = view.getUint8(at);
    return {
      tc,
      map: Array.from({ length: QUEUES }, (_, priority) => view.getUint8(at + 1 + priority)),
      queues: Array.from({ length: Math.min(tc, QUEUES) }, (_, index) => ({
        offset: view.getUint16(at + 50 + 2 * index, true),
        count: view.getUint16(at + 18 + 2 * index, true),
      })),
    };
  },
};

/** TC_FP_*: express or preemptible. */
const FP = ["?", "E", "P"];

/** What is said of some traffic classes, as a list up to the last of them. */
export function perClass(
  entries: readonly { index?: number; value?: number | undefined }[] | undefined,
): number[] | undefined {
  const values: number[] = [];
  for (const { index = QUEUES, value } of entries ?? []) {
    if (value === undefined || index >= QUEUES) continue;
    while (values.length < index) values.push(0);
    values[index] = value;
  }
  return values.length > 0 ? values : undefined;
}

export const framePreemption = (values: number[] | undefined): string[] | undefined =>
  values?.map((value) => FP[value] ?? "?");

export const mqprioEntry = table<RtContext>()("TCA_MQPRIO_TC_ENTRY", {
  1: attr("TCA_MQPRIO_TC_ENTRY_INDEX", "index", u32),
  2: attr("TCA_MQPRIO_TC_ENTRY_FP", "fp", u32),
});

const mqprioAttributes = table<RtContext>()("TCA_MQPRIO", {
  1: attr("TCA_MQPRIO_MODE", "mode", u16),
  2: attr("TCA_MQPRIO_SHAPER", "shaper", u16),
  3: attr("TCA_MQPRIO_MIN_RATE64", "min_rate", arrayOf("TCA_MQPRIO_MIN_RATE64", 3, u64)),
  4: attr("TCA_MQPRIO_MAX_RATE64", "max_rate", arrayOf("TCA_MQPRIO_MAX_RATE64", 4, u64)),
  5: many("TCA_MQPRIO_TC_ENTRY", "entries", nest(mqprioEntry)),
});

const TC_MQPRIO_MODE_CHANNEL = 1;
const TC_MQPRIO_SHAPER_BW_RATE = 1;

/** Names of the values that tc names. */
const named = (value: number | undefined, known: number, name: string): string | undefined =>
  value === undefined ? "dcb" : value === known ? name : undefined;

export const mqprio: Table<RtContext, object> = headed(
  mqprioQopt,
  // The attributes begin at the next multiple of four.
  MQPRIO_QOPT_SIZE + 2,
  mqprioAttributes,
  ({ tc, map, queues }, { mode, shaper, min_rate, max_rate, entries }) => ({
    tc,
    map,
    queues: queues.map(({ offset, count }) => [offset, offset + count - 1]),
    mode: named(mode, TC_MQPRIO_MODE_CHANNEL, "channel"),
    shaper: named(shaper, TC_MQPRIO_SHAPER_BW_RATE, "bw_rlimit"),
    min_rate: min_rate?.slice(0, tc),
    max_rate: max_rate?.slice(0, tc),
    fp: framePreemption(perClass(entries?.map(({ index, fp }) => ({ index: index ?? QUEUES, value: fp })))),
  }),
);
