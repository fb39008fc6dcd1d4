/** LWTUNNEL_ENCAP_MPLS: MPLS_IPTUNNEL_*, include/uapi/linux/mpls_iptunnel.h. */
import { attr, table } from "../../netlink/attr.ts";
import { u8 } from "../../netlink/types.ts";
import { formatLabels } from "../mpls.ts";
import type { RtContext } from "../types.ts";

export const mpls = table<RtContext>()("MPLS_IPTUNNEL", {
  1: attr("MPLS_IPTUNNEL_DST", "dst", { min: 4, read: formatLabels }),
  2: attr("MPLS_IPTUNNEL_TTL", "ttl", u8),
});
