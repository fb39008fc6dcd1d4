/** Kind `rmnet`: IFLA_RMNET_*. */
import { attr, table } from "../../netlink/attr.ts";
import { bitNames, mapped, u16, u32 } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

/** RMNET_FLAGS_* */
const FLAGS = [
  [0x1, "INGRESS_DEAGGREGATION"],
  [0x2, "INGRESS_MAP_COMMANDS"],
  [0x4, "INGRESS_MAP_CKSUMV4"],
  [0x8, "EGRESS_MAP_CKSUMV4"],
  [0x10, "INGRESS_MAP_CKSUMV5"],
  [0x20, "EGRESS_MAP_CKSUMV5"],
] as const;

export const rmnet = table<RtContext>()("IFLA_RMNET", {
  1: attr("IFLA_RMNET_MUX_ID", "mux_id", u16),
  // struct ifla_rmnet_flags: flags u32, mask u32.
  2: attr(
    "IFLA_RMNET_FLAGS",
    "flags",
    mapped(u32, (flags) => bitNames(flags, FLAGS)),
  ),
});
