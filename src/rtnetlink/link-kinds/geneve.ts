/** Kind `geneve`: IFLA_GENEVE_*. */
import { attr, table } from "../../netlink/attr.ts";
import { be16, be32, bool, flag, hexUnlessZero, mapped, struct, u8, u32 } from "../../netlink/types.ts";
import { inet4, inet4IfAny, inet6IfAny, type RtContext, together } from "../types.ts";

/** GENEVE_DF_* */
const DF = ["unset", "set", "inherit"];

/** struct ifla_geneve_port_range. */
const portRange = struct(4, [
  ["low", be16],
  ["high", be16],
]);

const attributes = table<RtContext>()("IFLA_GENEVE", {
  1: attr("IFLA_GENEVE_ID", "id", u32),
  2: attr("IFLA_GENEVE_REMOTE", "remote", inet4IfAny),
  3: attr("IFLA_GENEVE_TTL", "ttl", u8),
  4: attr("IFLA_GENEVE_TOS", "tos", hexUnlessZero(u8)),
  5: attr("IFLA_GENEVE_PORT", "port", be16),
  6: attr("IFLA_GENEVE_COLLECT_METADATA", "external", flag),
  7: attr("IFLA_GENEVE_REMOTE6", "remote6", inet6IfAny),
  8: attr("IFLA_GENEVE_UDP_CSUM", "udp_csum", bool),
  9: attr("IFLA_GENEVE_UDP_ZERO_CSUM6_TX", "udp_zero_csum6_tx", bool),
  10: attr("IFLA_GENEVE_UDP_ZERO_CSUM6_RX", "udp_zero_csum6_rx", bool),
  11: attr("IFLA_GENEVE_LABEL", "label", hexUnlessZero(be32)),
  12: attr("IFLA_GENEVE_TTL_INHERIT", "ttl_inherit", bool),
  13: attr(
    "IFLA_GENEVE_DF",
    "df",
    mapped(u8, (df) => DF[df]),
  ),
  14: attr("IFLA_GENEVE_INNER_PROTO_INHERIT", "inner_proto_inherit", flag),
  15: attr("IFLA_GENEVE_PORT_RANGE", "port_range", portRange, "detail"),
  16: attr("IFLA_GENEVE_GRO_HINT", "gro_hint", flag, "detail"),
  17: attr("IFLA_GENEVE_LOCAL", "local", inet4),
  18: attr("IFLA_GENEVE_LOCAL6", "local6", inet6IfAny),
});

/** A ttl that is inherited is told by the absence of `ttl`. */
export const geneve = together(attributes, ({ ttl, ttl_inherit, ...rest }) => ({
  ...rest,
  ttl: ttl_inherit ? undefined : ttl,
}));
