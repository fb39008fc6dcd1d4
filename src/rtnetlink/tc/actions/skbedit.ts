/** Kind `skbedit`: TCA_SKBEDIT_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { mapped, u16, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { classid } from "../handle.ts";
import { hexText } from "../numbers.ts";
import { approximate } from "../psched.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** PACKET_* */
const PACKET_TYPES = ["host", "broadcast", "multicast", "otherhost"];

const SKBEDIT_F_INHERITDSFIELD = 0x20;

const skbeditAttributes = table<RtContext>()("TCA_SKBEDIT", {
  1: tmRow("TCA_SKBEDIT_TM"),
  2: attr("TCA_SKBEDIT_PARMS", "parms", gen()),
  3: attr("TCA_SKBEDIT_PRIORITY", "priority", classid),
  4: attr("TCA_SKBEDIT_QUEUE_MAPPING", "queue_mapping", u16),
  5: attr("TCA_SKBEDIT_MARK", "mark", u32),
  6: ignored("TCA_SKBEDIT_PAD"),
  7: attr(
    "TCA_SKBEDIT_PTYPE",
    "ptype",
    mapped(u16, (type): string | number => PACKET_TYPES[type] ?? type),
  ),
  8: attr("TCA_SKBEDIT_MASK", "mask", mapped(u32, hexText)),
  9: attr("TCA_SKBEDIT_FLAGS", "flags", mapped(u64, approximate)),
  10: attr("TCA_SKBEDIT_QUEUE_MAPPING_MAX", "queue_mapping_max", u16),
});

export const skbedit = together(skbeditAttributes, (fields) => {
  const { parms, flags = 0, tm } = fields;
  if (parms === undefined) return {};
  return {
    queue_mapping: fields.queue_mapping,
    queue_mapping_max: fields.queue_mapping_max,
    priority: fields.priority,
    mark: fields.mark,
    mask: fields.mask,
    ptype: fields.ptype,
    inheritdsfield: (flags & SKBEDIT_F_INHERITDSFIELD) === 0 ? undefined : true,
    control_action: controlOf(parms),
    ...identity(parms, tm),
  };
});
