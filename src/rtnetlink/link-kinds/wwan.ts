/** Kind `wwan`: IFLA_WWAN_*, include/uapi/linux/wwan.h. */
import { attr, table } from "../../netlink/attr.ts";
import { u32 } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

export const wwan = table<RtContext>()("IFLA_WWAN", { 1: attr("IFLA_WWAN_LINK_ID", "linkid", u32) });
