/** LWTUNNEL_ENCAP_IP6: LWTUNNEL_IP6_*. */
import { attr, ignored, table } from "../../netlink/attr.ts";
import { be64, u8 } from "../../netlink/types.ts";
import { inet6, type RtContext, together } from "../types.ts";
import { tunnelFlags, tunnelOptions } from "./tunnel.ts";

const attributes = table<RtContext>()("LWTUNNEL_IP6", {
  1: attr("LWTUNNEL_IP6_ID", "id", be64),
  2: attr("LWTUNNEL_IP6_DST", "dst", inet6),
  3: attr("LWTUNNEL_IP6_SRC", "src", inet6),
  4: attr("LWTUNNEL_IP6_HOPLIMIT", "hoplimit", u8),
  5: attr("LWTUNNEL_IP6_TC", "tc", u8),
  6: attr("LWTUNNEL_IP6_FLAGS", "flags", tunnelFlags),
  7: ignored("LWTUNNEL_IP6_PAD"),
  8: attr("LWTUNNEL_IP6_OPTS", "opts", tunnelOptions),
});

export const ip6 = together(attributes, ({ id, src, dst, hoplimit, tc, flags, opts }) => ({
  id,
  src,
  dst,
  hoplimit,
  tc,
  ...flags,
  ...opts,
}));
