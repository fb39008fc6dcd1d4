/** Kind `vxlan`: IFLA_VXLAN_*. */
import { attr, spread, table } from "../../netlink/attr.ts";
import {
  be16,
  be32,
  bool,
  flag,
  hexUnlessZero,
  mapped,
  struct,
  u8,
  u32,
  unlessZero,
} from "../../netlink/types.ts";
import { devIfAny, inet4IfAny, inet6IfAny, type RtContext, type RtType, together } from "../types.ts";

/** VXLAN_DF_* */
const DF = ["unset", "set", "inherit"];

/** A multicast group or the one remote end point, as the address tells. */
const group: RtType<{ group?: string; remote?: string }> = {
  min: 4,
  read(view, at, length, cx) {
    const address = inet4IfAny.read(view, at, length, cx);
    if (address === undefined) return undefined;
    return view.getUint8(at) >> 4 === 0xe ? { group: address } : { remote: address };
  },
};

const group6: RtType<{ group6?: string; remote6?: string }> = {
  min: 16,
  read(view, at, length, cx) {
    const address = inet6IfAny.read(view, at, length, cx);
    if (address === undefined) return undefined;
    return view.getUint8(at) === 0xff ? { group6: address } : { remote6: address };
  },
};

/** struct ifla_vxlan_port_range. */
const portRange = struct(4, [
  ["low", be16],
  ["high", be16],
]);

/** Bits of the VXLAN header that are to be zero, in network byte order. */
const reservedBits: RtType<string> = {
  min: 8,
  read(view, at) {
    const bits = view.getBigUint64(at);
    return bits === 0n ? "0" : `0x${bits.toString(16)}`;
  },
};

const attributes = table<RtContext>()("IFLA_VXLAN", {
  1: attr("IFLA_VXLAN_ID", "id", u32),
  2: spread("IFLA_VXLAN_GROUP", group),
  3: attr("IFLA_VXLAN_LINK", "link", devIfAny),
  4: attr("IFLA_VXLAN_LOCAL", "local", inet4IfAny),
  5: attr("IFLA_VXLAN_TTL", "ttl", u8),
  6: attr("IFLA_VXLAN_TOS", "tos", hexUnlessZero(u8)),
  7: attr("IFLA_VXLAN_LEARNING", "learning", bool),
  8: attr("IFLA_VXLAN_AGEING", "ageing", u32),
  9: attr("IFLA_VXLAN_LIMIT", "limit", unlessZero(u32)),
  10: attr("IFLA_VXLAN_PORT_RANGE", "port_range", portRange),
  11: attr("IFLA_VXLAN_PROXY", "proxy", bool),
  12: attr("IFLA_VXLAN_RSC", "rsc", bool),
  13: attr("IFLA_VXLAN_L2MISS", "l2miss", bool),
  14: attr("IFLA_VXLAN_L3MISS", "l3miss", bool),
  15: attr("IFLA_VXLAN_PORT", "port", be16),
  16: spread("IFLA_VXLAN_GROUP6", group6),
  17: attr("IFLA_VXLAN_LOCAL6", "local6", inet6IfAny),
  18: attr("IFLA_VXLAN_UDP_CSUM", "udp_csum", bool),
  19: attr("IFLA_VXLAN_UDP_ZERO_CSUM6_TX", "udp_zero_csum6_tx", bool),
  20: attr("IFLA_VXLAN_UDP_ZERO_CSUM6_RX", "udp_zero_csum6_rx", bool),
  21: attr("IFLA_VXLAN_REMCSUM_TX", "remcsum_tx", bool),
  22: attr("IFLA_VXLAN_REMCSUM_RX", "remcsum_rx", bool),
  23: attr("IFLA_VXLAN_GBP", "gbp", flag),
  24: attr("IFLA_VXLAN_REMCSUM_NOPARTIAL", "remcsum_nopartial", flag, "detail"),
  25: attr("IFLA_VXLAN_COLLECT_METADATA", "external", bool),
  26: attr("IFLA_VXLAN_LABEL", "label", hexUnlessZero(be32)),
  27: attr("IFLA_VXLAN_GPE", "gpe", flag),
  28: attr("IFLA_VXLAN_TTL_INHERIT", "ttl_inherit", bool),
  29: attr(
    "IFLA_VXLAN_DF",
    "df",
    mapped(u8, (df) => DF[df]),
  ),
  30: attr("IFLA_VXLAN_VNIFILTER", "vnifilter", bool),
  31: attr("IFLA_VXLAN_LOCALBYPASS", "localbypass", bool),
  32: attr("IFLA_VXLAN_LABEL_POLICY", "label_policy", u32, "detail"),
  33: attr("IFLA_VXLAN_RESERVED_BITS", "reserved_bits", reservedBits),
  34: attr("IFLA_VXLAN_MC_ROUTE", "mcroute", bool),
});

/** A ttl that is inherited is told by the absence of `ttl`. */
export const vxlan = together(attributes, ({ ttl, ttl_inherit, ...rest }) => ({
  ...rest,
  ttl: ttl_inherit ? undefined : ttl,
}));
