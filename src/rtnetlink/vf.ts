/**
 * Virtual functions of an SR-IOV device: IFLA_VFINFO_LIST and IFLA_VF_PORTS, as `ip -j -d link` shows the first.
 * The kernel sends them only where RTEXT_FILTER_VF asks: in dumps, not in notifications.
 */
import { arrayOf, attr, ignored, nest, spread, type Type, table } from "../netlink/attr.ts";
import { bytes, mapped, str, struct, u8, u16, u32, u64, unlessZero } from "../netlink/types.ts";
import { arphrdName } from "./arphrd.ts";
import { ethertype } from "./ethertype.ts";
import { colons, type RtContext, type RtType } from "./types.ts";

const ARPHRD_ETHER = 1;
const ETH_ALEN = 6;
const INFINIBAND_ALEN = 20;

/** An address in a field of MAX_ADDR_LEN (32) bytes: as long as the link's are. */
function fixedAddress(view: DataView, at: number, cx: RtContext): string {
  return colons(view, at, cx.arphrd === ARPHRD_ETHER ? ETH_ALEN : INFINIBAND_ALEN);
}

/** struct ifla_vf_mac: vf u32, mac. */
const mac: RtType<{ vf: number; link_type: string; address: string }> = {
  min: 36,
  read: (view, at, _length, cx) => ({
    vf: view.getUint32(at, true),
    link_type: arphrdName(cx.arphrd),
    address: fixedAddress(view, at + 4, cx),
  }),
};

/** struct ifla_vf_broadcast. */
const broadcast: RtType<string> = { min: 32, read: (view, at, _length, cx) => fixedAddress(view, at, cx) };

const vlanStruct = struct(12, [
  ["vf", u32],
  ["vlan", u32],
  ["qos", u32],
]);
/** struct ifla_vf_vlan; zeros are not shown. */
const vlan = mapped(vlanStruct, ({ vlan, qos }) => ({ ...(vlan && { vlan }), ...(qos && { qos }) }));

/** struct ifla_vf_vlan_info: as above, and the protocol, shown where it is not 802.1Q. */
const vlanInfo: RtType<{ vlan?: number; qos?: number; protocol?: string }> = {
  min: 14,
  read(view, at, length, cx) {
    const protocol = ethertype.read(view, at + 12, 2, cx);
    const shown = view.getUint16(at + 12) === 0 || protocol === "802.1Q" ? undefined : protocol;
    return { ...vlan.read(view, at, length, cx), ...(shown !== undefined && { protocol: shown }) };
  },
};

/** A struct of vf u32 and one u32. */
const second: Type<number> = { min: 8, read: (view, at) => view.getUint32(at + 4, true) };
/** On, off, or -1: the driver does not say. */
const setting = mapped(second, (value) => (value === 0xffff_ffff ? undefined : value !== 0));

/** struct ifla_vf_rate: vf, min_tx_rate, max_tx_rate, in Mbit/s. */
const rate: RtType<{ max_tx: number; min_tx: number }> = {
  min: 12,
  read: (view, at) => ({ max_tx: view.getUint32(at + 8, true), min_tx: view.getUint32(at + 4, true) }),
};

/** struct ifla_vf_guid: vf u32, padding, guid u64. */
const guid: RtType<string> = {
  min: 16,
  read: (view, at) => [...colons(view, at + 8, 8).split(":")].reverse().join(":"),
};

const LINK_STATES = ["auto", "enable", "disable"];

const vfStats = table<RtContext>()("IFLA_VF_STATS", {
  0: attr("IFLA_VF_STATS_RX_PACKETS", "rx_packets", u64),
  1: attr("IFLA_VF_STATS_TX_PACKETS", "tx_packets", u64),
  2: attr("IFLA_VF_STATS_RX_BYTES", "rx_bytes", u64),
  3: attr("IFLA_VF_STATS_TX_BYTES", "tx_bytes", u64),
  4: attr("IFLA_VF_STATS_BROADCAST", "broadcast", u64),
  5: attr("IFLA_VF_STATS_MULTICAST", "multicast", u64),
  6: ignored("IFLA_VF_STATS_PAD"),
  7: attr("IFLA_VF_STATS_RX_DROPPED", "rx_dropped", u64),
  8: attr("IFLA_VF_STATS_TX_DROPPED", "tx_dropped", u64),
});

export const vf = table<RtContext>()("IFLA_VF", {
  1: spread("IFLA_VF_MAC", mac),
  2: spread("IFLA_VF_VLAN", vlan),
  3: attr("IFLA_VF_TX_RATE", "tx_rate", unlessZero(second)),
  4: attr("IFLA_VF_SPOOFCHK", "spoofchk", setting),
  5: attr(
    "IFLA_VF_LINK_STATE",
    "link_state",
    mapped(second, (state) => LINK_STATES[state] ?? "disable"),
  ),
  6: attr("IFLA_VF_RATE", "rate", rate),
  7: attr("IFLA_VF_RSS_QUERY_EN", "query_rss_en", setting),
  8: attr("IFLA_VF_STATS", "stats", nest(vfStats), "detail"),
  9: attr("IFLA_VF_TRUST", "trust", setting),
  10: attr("IFLA_VF_IB_NODE_GUID", "node guid", guid),
  11: attr("IFLA_VF_IB_PORT_GUID", "port guid", guid),
  12: attr("IFLA_VF_VLAN_LIST", "vlan_list", arrayOf("IFLA_VF_VLAN_INFO", 1, vlanInfo)),
  13: attr("IFLA_VF_BROADCAST", "broadcast", broadcast),
});

export const vfinfoList = arrayOf("IFLA_VF_INFO", 1, nest(vf));

const port = table<RtContext>()("IFLA_PORT", {
  1: attr("IFLA_PORT_VF", "vf", u32),
  2: attr("IFLA_PORT_PROFILE", "profile", str),
  3: attr("IFLA_PORT_VSI_TYPE", "vsi_type", bytes),
  4: attr("IFLA_PORT_INSTANCE_UUID", "instance_uuid", bytes),
  5: attr("IFLA_PORT_HOST_UUID", "host_uuid", bytes),
  6: attr("IFLA_PORT_REQUEST", "request", u8),
  7: attr("IFLA_PORT_RESPONSE", "response", u16),
});

export const portSelf = nest(port);
export const vfPorts = arrayOf("IFLA_VF_PORT", 1, portSelf);
