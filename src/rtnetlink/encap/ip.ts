/** LWTUNNEL_ENCAP_IP: LWTUNNEL_IP_*. */
import { attr, ignored, table } from "../../netlink/attr.ts";
import { be64, u8 } from "../../netlink/types.ts";
import { inet4, type RtContext, together } from "../types.ts";
import { tunnelFlags, tunnelOptions } from "./tunnel.ts";

const attributes = table<RtContext>()("LWTUNNEL_IP", {
  1: attr("LWTUNNEL_IP_ID", "id", be64),
  2: attr("LWTUNNEL_IP_DST", "dst", inet4),
  3: attr("LWTUNNEL_IP_SRC", "src", inet4),
  4: attr("LWTUNNEL_IP_TTL", "ttl", u8),
  5: attr("LWTUNNEL_IP_TOS", "tos", u8),
  6: attr("LWTUNNEL_IP_FLAGS", "flags", tunnelFlags),
  7: ignored("LWTUNNEL_IP_PAD"),
  8: attr("LWTUNNEL_IP_OPTS", "opts", tunnelOptions),
});

export const ip = together(attributes, ({ id, src, dst, ttl, tos, flags, opts }) => ({
  id,
  src,
  dst,
  ttl,
  tos,
  ...flags,
  ...opts,
}));
