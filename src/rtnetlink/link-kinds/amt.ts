/** Kind `amt` (RFC 7450): IFLA_AMT_*, include/uapi/linux/amt.h. */
import { attr, table } from "../../netlink/attr.ts";
import { be16, named, u32 } from "../../netlink/types.ts";
import { dev, inet4, type RtContext } from "../types.ts";

/** AMT_MODE_* */
const MODES = ["gateway", "relay"];

export const amt = table<RtContext>()("IFLA_AMT", {
  1: attr("IFLA_AMT_MODE", "mode", named(u32, MODES)),
  2: attr("IFLA_AMT_RELAY_PORT", "relay_port", be16),
  3: attr("IFLA_AMT_GATEWAY_PORT", "gateway_port", be16),
  4: attr("IFLA_AMT_LINK", "link", dev),
  5: attr("IFLA_AMT_LOCAL_IP", "local", inet4),
  6: attr("IFLA_AMT_REMOTE_IP", "remote", inet4),
  7: attr("IFLA_AMT_DISCOVERY_IP", "discovery", inet4),
  8: attr("IFLA_AMT_MAX_TUNNELS", "max_tunnels", u32),
});
