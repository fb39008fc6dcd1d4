/** Actions, in filters and by themselves: TCA_ACT_*, include/uapi/linux/pkt_cls.h. */
import { attr, type Fields, ignored, nest, type Row, table, union } from "../../netlink/attr.ts";
import { bitNames, bytes, str, u32 } from "../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../types.ts";
import { actionKinds } from "./actions/index.ts";
import { bitfield32 } from "./numbers.ts";
import { counters, stats2Attributes } from "./stats.ts";

const TCA_ACT_FLAGS_NO_PERCPU_STATS = 1;
const TCA_ACT_FLAGS_SKIP_HW = 2;
const TCA_ACT_FLAGS_SKIP_SW = 4;
/** TCA_ACT_HW_STATS_* */
const HW_STATS = [
  [1, "immediate"],
  [2, "delayed"],
] as const;

export const tcaAct = table<RtContext>()("TCA_ACT", {
  1: attr("TCA_ACT_KIND", "kind", str),
  2: union("TCA_ACT_OPTIONS", "options", "kind", actionKinds),
  3: attr("TCA_ACT_INDEX", "act_index", u32),
  4: attr("TCA_ACT_STATS", "stats", nest(together(stats2Attributes, counters)), "detail"),
  5: ignored("TCA_ACT_PAD"),
  6: attr("TCA_ACT_COOKIE", "cookie", bytes),
  7: attr("TCA_ACT_FLAGS", "flags", bitfield32),
  8: attr("TCA_ACT_HW_STATS", "hw_stats", bitfield32),
  9: attr("TCA_ACT_USED_HW_STATS", "used_hw_stats", bitfield32),
  10: attr("TCA_ACT_IN_HW_COUNT", "in_hw_count", u32),
});

type ActFields = typeof tcaAct.fields;
type Bits = NonNullable<ActFields["flags"]>;

/** Beside what its kind has. */
export interface Action {
  kind?: string;
  index?: number;
}

const given = ({ value, selector }: Bits, key: string, bit: number): object =>
  (selector & bit) === 0 ? {} : { [key]: (value & bit) !== 0 };

const hwStats = ({ value, selector }: Bits): string[] => {
  const bits = value & selector;
  return bits === 0 ? ["disabled"] : bitNames(bits, HW_STATS);
};

/** Where the hardware comes in: only of actions that stand by themselves. */
function hardware(flags: Bits, in_hw_count: number | undefined): object {
  const skip = (flags.value & flags.selector & TCA_ACT_FLAGS_SKIP_HW) !== 0;
  const there =
    in_hw_count === undefined || skip ? {} : in_hw_count ? { in_hw: true, in_hw_count } : { not_in_hw: true };
  return {
    ...given(flags, "skip_hw", TCA_ACT_FLAGS_SKIP_HW),
    ...given(flags, "skip_sw", TCA_ACT_FLAGS_SKIP_SW),
    ...there,
  };
}

const NO_FLAGS: Bits = { value: 0, selector: 0 };

/** `bound`: to a filter. */
export function action(fields: ActFields, bound: boolean): Action {
  const { kind, options, stats, cookie, flags = NO_FLAGS, hw_stats, used_hw_stats, in_hw_count } = fields;
  return {
    ...(kind !== undefined && { kind }),
    ...options,
    ...(stats && { stats }),
    ...(cookie !== undefined && { cookie }),
    ...given(flags, "no_percpu", TCA_ACT_FLAGS_NO_PERCPU_STATS),
    ...(bound ? {} : hardware(flags, in_hw_count)),
    ...(hw_stats && { hw_stats: hwStats(hw_stats) }),
    ...(used_hw_stats && { used_hw_stats: hwStats(used_hw_stats) }),
  };
}

/** The attributes of a list are numbered by their place in it, from 1; TCA_ACT_MAX_PRIO, and more in a dump. */
const TCA_ACT_MAX_PRIO = 32;

export const numbered = <F extends object>(
  name: string,
  count: number,
  type: RtType<F>,
): RtType<[place: number, fields: F][]> => {
  const rows: Record<number, Row<string, F, RtContext>> = {};
  for (let number = 0; number <= count; number++)
    rows[number] = attr(`${name}/${number}`, String(number), type);
  const elements = nest(table<RtContext>()(name, rows));
  return {
    min: 0,
    read: (view, at, length, cx) =>
      Object.entries(elements.read(view, at, length, cx) as Fields).map(([place, fields]) => [
        Number(place),
        fields as F,
      ]),
  };
};

const list = numbered("TCA_ACT_TAB", TCA_ACT_MAX_PRIO, nest(tcaAct));

/** The actions of a filter, in the order in which they are taken. */
export const boundActions: RtType<object[]> = {
  min: 0,
  read: (view, at, length, cx) =>
    list.read(view, at, length, cx)!.map(([order, fields]) => ({ order, ...action(fields, true) })),
};
