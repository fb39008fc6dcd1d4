/** Kind `vlan`: IFLA_VLAN_*. */
import { arrayOf, attr, table } from "../../netlink/attr.ts";
import { bitNames, struct, u16, u32 } from "../../netlink/types.ts";
import { ethertype } from "../ethertype.ts";
import type { RtContext, RtType } from "../types.ts";

/** VLAN_FLAG_* of include/uapi/linux/if_vlan.h. */
const FLAGS = [
  [0x1, "REORDER_HDR"],
  [0x2, "GVRP"],
  [0x8, "MVRP"],
  [0x4, "LOOSE_BINDING"],
  [0x10, "BRIDGE_BINDING"],
] as const;

/** struct ifla_vlan_flags: flags u32, mask u32. */
const flags: RtType<string[]> = { min: 8, read: (view, at) => bitNames(view.getUint32(at, true), FLAGS) };

/** struct ifla_vlan_qos_mapping. */
const mapping = struct(8, [
  ["from", u32],
  ["to", u32],
]);
const mappings = arrayOf("IFLA_VLAN_QOS_MAPPING", 1, mapping);

export const vlan = table<RtContext>()("IFLA_VLAN", {
  1: attr("IFLA_VLAN_ID", "id", u16),
  2: attr("IFLA_VLAN_FLAGS", "flags", flags),
  3: attr("IFLA_VLAN_EGRESS_QOS", "egress_qos", mappings),
  4: attr("IFLA_VLAN_INGRESS_QOS", "ingress_qos", mappings),
  5: attr("IFLA_VLAN_PROTOCOL", "protocol", ethertype),
});
