/** LWTUNNEL_ENCAP_XFRM: LWT_XFRM_*. */
import { attr, table } from "../../netlink/attr.ts";
import { u32 } from "../../netlink/types.ts";
import { dev, type RtContext } from "../types.ts";

export const xfrm = table<RtContext>()("LWT_XFRM", {
  1: attr("LWT_XFRM_IF_ID", "if_id", u32),
  2: attr("LWT_XFRM_LINK", "link_dev", dev),
});
