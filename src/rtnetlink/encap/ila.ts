/** LWTUNNEL_ENCAP_ILA: ILA_ATTR_*, include/uapi/linux/ila.h. */
import { attr, ignored, table } from "../../netlink/attr.ts";
import { mapped, u8 } from "../../netlink/types.ts";
import type { RtContext, RtType } from "../types.ts";

/** ILA_CSUM_*, ILA_ATYPE_*, ILA_HOOK_*. */
const CSUM_MODES = ["adj-transport", "neutral-map", "no-action", "neutral-map-auto"];
const IDENT_TYPES = ["iid", "luid", "virt-v4", "virt-uni-v6", "virt-multi-v6", "nonlocal-addr"];
const ILA_ATYPE_USE_FORMAT = 32;
const HOOK_TYPES = ["output", "input"];

const UNKNOWN = "unknown";

/** 64 bits in four groups: `2001:0:1:2`. */
const locator: RtType<string> = {
  min: 8,
  read: (view, at) => [0, 2, 4, 6].map((offset) => view.getUint16(at + offset).toString(16)).join(":"),
};

export const ila = table<RtContext>()("ILA_ATTR", {
  1: attr("ILA_ATTR_LOCATOR", "locator", locator),
  2: ignored("ILA_ATTR_IDENTIFIER"),
  3: ignored("ILA_ATTR_LOCATOR_MATCH"),
  4: ignored("ILA_ATTR_IFINDEX"),
  5: ignored("ILA_ATTR_DIR"),
  6: ignored("ILA_ATTR_PAD"),
  7: attr(
    "ILA_ATTR_CSUM_MODE",
    "csum_mode",
    mapped(u8, (mode) => CSUM_MODES[mode] ?? UNKNOWN),
  ),
  8: attr(
    "ILA_ATTR_IDENT_TYPE",
    "ident_type",
    mapped(u8, (type) => (type === ILA_ATYPE_USE_FORMAT ? "use-format" : (IDENT_TYPES[type] ?? UNKNOWN))),
  ),
  9: attr(
    "ILA_ATTR_HOOK_TYPE",
    "hook_type",
    mapped(u8, (type) => HOOK_TYPES[type] ?? UNKNOWN),
  ),
});
