/** LWTUNNEL_ENCAP_RPL: RPL_IPTUNNEL_*, include/uapi/linux/rpl_iptunnel.h. */
import { attr, table } from "../../netlink/attr.ts";
import type { RtContext } from "../types.ts";
import { readRplSegments, SRH_MIN } from "./segments.ts";

export const rpl = table<RtContext>()("RPL_IPTUNNEL", {
  1: attr("RPL_IPTUNNEL_SRH", "segs", { min: SRH_MIN, read: readRplSegments }),
});
