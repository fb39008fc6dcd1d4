/** Kind `taprio`: TCA_TAPRIO_*; times in nanoseconds. */
import { arrayOf, attr, ignored, many, nest, table } from "../../../netlink/attr.ts";
import { hex0x, mapped, u8, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { clock } from "../numbers.ts";
import { framePreemption, mqprioQopt, perClass } from "./mqprio.ts";

/** TC_TAPRIO_CMD_* */
const COMMANDS = ["S", "H", "R"];

export const schedEntry = table<RtContext>()("TCA_TAPRIO_SCHED_ENTRY", {
  1: attr("TCA_TAPRIO_SCHED_ENTRY_INDEX", "index", u32),
  2: attr(
    "TCA_TAPRIO_SCHED_ENTRY_CMD",
    "cmd",
    mapped(u8, (command) => COMMANDS[command] ?? "Invalid"),
  ),
  3: attr("TCA_TAPRIO_SCHED_ENTRY_GATE_MASK", "gatemask", mapped(u32, hex0x)),
  4: attr("TCA_TAPRIO_SCHED_ENTRY_INTERVAL", "interval", u32),
});

export const tcEntry = table<RtContext>()("TCA_TAPRIO_TC_ENTRY", {
  1: attr("TCA_TAPRIO_TC_ENTRY_INDEX", "index", u32),
  2: attr("TCA_TAPRIO_TC_ENTRY_MAX_SDU", "max_sdu", u32),
  3: attr("TCA_TAPRIO_TC_ENTRY_FP", "fp", u32),
});

/** A schedule; the one that is to come has a nest of its own, with the same numbers. */
const SCHEDULE = {
  2: attr(
    "TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST",
    "schedule",
    arrayOf("TCA_TAPRIO_SCHED_ENTRY", 1, nest(schedEntry)),
  ),
  3: attr("TCA_TAPRIO_ATTR_SCHED_BASE_TIME", "base_time", u64),
  6: ignored("TCA_TAPRIO_ATTR_PAD"),
  8: attr("TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME", "cycle_time", u64),
  9: attr("TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION", "cycle_time_extension", u64),
} as const;

const schedule = table<RtContext>()("TCA_TAPRIO_ATTR_ADMIN_SCHED", SCHEDULE);
type Schedule = typeof schedule.fields;

const ordered = ({ base_time, cycle_time, cycle_time_extension, schedule }: Schedule) => ({
  base_time,
  cycle_time,
  cycle_time_extension,
  schedule,
});

const taprioAttributes = table<RtContext>()("TCA_TAPRIO_ATTR", {
  1: attr("TCA_TAPRIO_ATTR_PRIOMAP", "priomap", mqprioQopt),
  ...SCHEDULE,
  4: ignored("TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY"),
  5: attr("TCA_TAPRIO_ATTR_SCHED_CLOCKID", "clockid", clock),
  7: attr("TCA_TAPRIO_ATTR_ADMIN_SCHED", "admin", nest(together(schedule, ordered))),
  10: attr("TCA_TAPRIO_ATTR_FLAGS", "flags", mapped(u32, hex0x)),
  11: attr("TCA_TAPRIO_ATTR_TXTIME_DELAY", "txtime_delay", u32),
  12: many("TCA_TAPRIO_ATTR_TC_ENTRY", "entries", nest(tcEntry)),
});

export const taprio = together(taprioAttributes, (fields) => {
  const { priomap, clockid, flags, txtime_delay, admin, entries = [] } = fields;
  if (priomap === undefined) return {};
  const classes = (key: "max_sdu" | "fp") =>
    perClass(entries.map((entry) => ({ index: entry.index ?? 16, value: entry[key] })));
  return {
    tc: priomap.tc,
    map: priomap.map,
    queues: priomap.queues,
    clockid,
    flags,
    txtime_delay,
    ...ordered(fields),
    admin,
    "max-sdu": classes("max_sdu"),
    fp: framePreemption(classes("fp")),
  };
});

export const taprioStats = table<RtContext>()("TCA_TAPRIO_OFFLOAD_STATS", {
  1: ignored("TCA_TAPRIO_OFFLOAD_STATS_PAD"),
  2: attr("TCA_TAPRIO_OFFLOAD_STATS_WINDOW_DROPS", "window_drops", u64),
  3: attr("TCA_TAPRIO_OFFLOAD_STATS_TX_OVERRUNS", "tx_overruns", u64),
});
