/** Kind `vlan`: TCA_VLAN_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { s32, u8, u16 } from "../../../netlink/types.ts";
import { ethertype } from "../../ethertype.ts";
import { hwaddr, type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** TCA_VLAN_ACT_* */
const ACTIONS: Readonly<Record<number, string>> = {
  1: "pop",
  2: "push",
  3: "modify",
  4: "pop_eth",
  5: "push_eth",
};

const vlanAttributes = table<RtContext>()("TCA_VLAN", {
  1: tmRow("TCA_VLAN_TM"),
  2: attr("TCA_VLAN_PARMS", "parms", gen(["v_action", s32])),
  3: attr("TCA_VLAN_PUSH_VLAN_ID", "id", u16),
  4: attr("TCA_VLAN_PUSH_VLAN_PROTOCOL", "protocol", ethertype),
  5: ignored("TCA_VLAN_PAD"),
  6: attr("TCA_VLAN_PUSH_VLAN_PRIORITY", "priority", u8),
  7: attr("TCA_VLAN_PUSH_ETH_DST", "dst_mac", hwaddr),
  8: attr("TCA_VLAN_PUSH_ETH_SRC", "src_mac", hwaddr),
});

export const vlan = together(vlanAttributes, ({ parms, tm, id, protocol, priority, dst_mac, src_mac }) =>
  parms === undefined
    ? {}
    : {
        vlan_action: ACTIONS[parms.v_action!] ?? String(parms.v_action),
        id,
        protocol,
        priority,
        dst_mac,
        src_mac,
        control_action: controlOf(parms),
        ...identity(parms, tm),
      },
);
