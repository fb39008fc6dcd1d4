/** Kind `tun` (also tap): IFLA_TUN_*. */
import { attr, table } from "../../netlink/attr.ts";
import { bool, mapped, u8, u32 } from "../../netlink/types.ts";
import { groupName, userName } from "../accounts.ts";
import type { RtContext } from "../types.ts";

/** IFF_TUN, IFF_TAP of include/uapi/linux/if_tun.h. */
const TYPES: Readonly<Record<number, string>> = { 1: "tun", 2: "tap" };

export const tun = table<RtContext>()("IFLA_TUN", {
  1: attr("IFLA_TUN_OWNER", "user", mapped(u32, userName)),
  2: attr("IFLA_TUN_GROUP", "group", mapped(u32, groupName)),
  3: attr(
    "IFLA_TUN_TYPE",
    "type",
    mapped(u8, (type) => TYPES[type] ?? `UNKNOWN:${type}`),
  ),
  4: attr("IFLA_TUN_PI", "pi", bool),
  5: attr("IFLA_TUN_VNET_HDR", "vnet_hdr", bool),
  6: attr("IFLA_TUN_PERSIST", "persist", bool),
  7: attr("IFLA_TUN_MULTI_QUEUE", "multi_queue", bool),
  8: attr("IFLA_TUN_NUM_QUEUES", "numqueues", u32),
  9: attr("IFLA_TUN_NUM_DISABLED_QUEUES", "numdisabled", u32),
});
