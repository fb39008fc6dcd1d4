/** Kind `gate`: TCA_GATE_*; times in nanoseconds, -1 is any. */
import { arrayOf, attr, ignored, nest, table } from "../../../netlink/attr.ts";
import { flag, hex0x, mapped, s32, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { clockName } from "../numbers.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

export const gateEntry = table<RtContext>()("TCA_GATE_ENTRY", {
  1: attr("TCA_GATE_ENTRY_INDEX", "number", u32),
  2: attr("TCA_GATE_ENTRY_GATE", "gate", flag),
  3: attr("TCA_GATE_ENTRY_INTERVAL", "interval", u32),
  4: attr("TCA_GATE_ENTRY_IPV", "ipv", s32),
  5: attr("TCA_GATE_ENTRY_MAX_OCTETS", "max_octets", s32),
});

const entry = together(gateEntry, ({ number = 0, gate, interval = 0, ipv = -1, max_octets = -1 }) => ({
  number,
  gate_state: gate ? "open" : "close",
  interval,
  ipv,
  max_octets,
}));

const gateAttributes = table<RtContext>()("TCA_GATE", {
  1: tmRow("TCA_GATE_TM"),
  2: attr("TCA_GATE_PARMS", "parms", gen()),
  3: ignored("TCA_GATE_PAD"),
  4: attr("TCA_GATE_PRIORITY", "priority", s32),
  5: attr("TCA_GATE_ENTRY_LIST", "schedule", arrayOf("TCA_GATE_ONE_ENTRY", 1, nest(entry))),
  6: attr("TCA_GATE_BASE_TIME", "base_time", u64),
  7: attr("TCA_GATE_CYCLE_TIME", "cycle_time", u64),
  8: attr("TCA_GATE_CYCLE_TIME_EXT", "cycle_time_ext", u64),
  9: attr("TCA_GATE_FLAGS", "flags", mapped(u32, hex0x)),
  10: attr("TCA_GATE_CLOCKID", "clockid", s32),
});

export const gate = together(gateAttributes, (fields) => {
  const { parms, tm } = fields;
  if (parms === undefined) return {};
  return {
    priority: fields.priority ?? -1,
    clockid: clockName(fields.clockid),
    flags: fields.flags,
    base_time: fields.base_time ?? 0,
    cycle_time: fields.cycle_time ?? 0,
    cycle_time_ext: fields.cycle_time_ext ?? 0,
    schedule: fields.schedule,
    control_action: controlOf(parms),
    ...identity(parms, tm),
  };
});
