/** Kind `vrf`, and a device under one: IFLA_VRF_*, IFLA_VRF_PORT_*. */
import { attr, table } from "../../netlink/attr.ts";
import { u32 } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

export const vrf = table<RtContext>()("IFLA_VRF", { 1: attr("IFLA_VRF_TABLE", "table", u32) });

export const vrfPort = table<RtContext>()("IFLA_VRF_PORT", {
  1: attr("IFLA_VRF_PORT_TABLE", "table", u32),
});
