/** Kind `batadv`: IFLA_BATADV_*, include/uapi/linux/batman_adv.h. Only in requests: the kernel tells nothing. */
import { attr, table } from "../../netlink/attr.ts";
import { str } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

export const batadv = table<RtContext>()("IFLA_BATADV", {
  1: attr("IFLA_BATADV_ALGO_NAME", "algo_name", str, "detail"),
});
