/** Kind `netkit`: IFLA_NETKIT_*. */
import { attr, ignored, table } from "../../netlink/attr.ts";
import { bool, mapped, named, u16, u32 } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

/** NETKIT_L2, NETKIT_L3 */
const mode = named(u32, ["l2", "l3"]);
/** NETKIT_PASS, NETKIT_DROP */
const policy = named(u32, { 0: "forward", 2: "blackhole" });
/** NETKIT_SCRUB_* */
const scrub = named(u32, ["none", "default"]);
/** NETKIT_DEVICE_* */
const pairing = named(u32, ["pair", "single"]);

export const netkit = table<RtContext>()("IFLA_NETKIT", {
  1: ignored("IFLA_NETKIT_PEER_INFO"),
  2: attr(
    "IFLA_NETKIT_PRIMARY",
    "type",
    mapped(bool, (primary) => (primary ? "primary" : "peer")),
  ),
  3: attr("IFLA_NETKIT_POLICY", "policy", policy),
  4: attr("IFLA_NETKIT_PEER_POLICY", "peer_policy", policy),
  5: attr("IFLA_NETKIT_MODE", "mode", mode),
  6: attr("IFLA_NETKIT_SCRUB", "scrub", scrub),
  7: attr("IFLA_NETKIT_PEER_SCRUB", "peer_scrub", scrub),
  8: attr("IFLA_NETKIT_HEADROOM", "headroom", u16, "detail"),
  9: attr("IFLA_NETKIT_TAILROOM", "tailroom", u16, "detail"),
  10: attr("IFLA_NETKIT_PAIRING", "pairing", pairing, "detail"),
});
