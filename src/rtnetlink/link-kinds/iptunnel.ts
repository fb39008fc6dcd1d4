/** Kinds `ipip` and `sit`: IFLA_IPTUN_*, include/uapi/linux/if_tunnel.h, of tunnels over IPv4. */
import { attr, table } from "../../netlink/attr.ts";
import { be16, be32, bool, flag, hexUnlessZero, u8, u16, u32 } from "../../netlink/types.ts";
import { devIfAny, inet4IfAny, inet6, type RtContext, type RtType, together } from "../types.ts";
import { encap, endpoint, ends } from "./tunnel.ts";

/** IPPROTO_* of what is inside; the others are not shown. */
const PROTOS: Readonly<Record<number, string>> = { 0: "any", 4: "ipip", 41: "ip6ip", 137: "mplsip" };

/** SIT_ISATAP of include/uapi/linux/if_tunnel.h. */
const SIT_ISATAP = 0x1;

/** Two bytes for tunnels over IPv4, four for those over IPv6. */
const flags: RtType<number> = {
  min: 2,
  read: (view, at, length, cx) => (length < 4 ? u16 : u32).read(view, at, length, cx),
};

/** Tunnels over IPv4 and over IPv6 share the attributes; each sends those that it has. */
export const attributes = table<RtContext>()("IFLA_IPTUN", {
  1: attr("IFLA_IPTUN_LINK", "link", devIfAny),
  2: attr("IFLA_IPTUN_LOCAL", "local", endpoint),
  3: attr("IFLA_IPTUN_REMOTE", "remote", endpoint),
  4: attr("IFLA_IPTUN_TTL", "ttl", u8),
  5: attr("IFLA_IPTUN_TOS", "tos", hexUnlessZero(u8)),
  6: attr("IFLA_IPTUN_ENCAP_LIMIT", "encap_limit", u8),
  7: attr("IFLA_IPTUN_FLOWINFO", "flowinfo", be32),
  8: attr("IFLA_IPTUN_FLAGS", "flags", flags),
  9: attr("IFLA_IPTUN_PROTO", "proto", u8),
  10: attr("IFLA_IPTUN_PMTUDISC", "pmtudisc", bool),
  11: attr("IFLA_IPTUN_6RD_PREFIX", "prefix", inet6),
  12: attr("IFLA_IPTUN_6RD_RELAY_PREFIX", "relay_prefix", inet4IfAny),
  13: attr("IFLA_IPTUN_6RD_PREFIXLEN", "prefixlen", u16),
  14: attr("IFLA_IPTUN_6RD_RELAY_PREFIXLEN", "relay_prefixlen", u16),
  15: attr("IFLA_IPTUN_ENCAP_TYPE", "encap_type", u16),
  16: attr("IFLA_IPTUN_ENCAP_FLAGS", "encap_flags", u16),
  17: attr("IFLA_IPTUN_ENCAP_SPORT", "encap_sport", be16),
  18: attr("IFLA_IPTUN_ENCAP_DPORT", "encap_dport", be16),
  19: attr("IFLA_IPTUN_COLLECT_METADATA", "external", flag),
  20: attr("IFLA_IPTUN_FWMARK", "fwmark", hexUnlessZero(u32)),
});

type Fields = typeof attributes.fields;

/** 6rd (RFC 5969), where it is in use. */
function sixRd({ prefix, prefixlen, relay_prefix, relay_prefixlen }: Fields) {
  if (!prefixlen) return {};
  return relay_prefix === undefined
    ? { prefix, prefixlen }
    : { prefix, prefixlen, relay_prefix, relay_prefixlen };
}

export const iptunnel = together(attributes, (fields) => {
  const { external, proto, link, ttl = 0, tos, pmtudisc = false, flags = 0, fwmark } = fields;
  return {
    external,
    proto: proto === undefined ? undefined : PROTOS[proto],
    ...ends(fields),
    link,
    ttl,
    tos,
    pmtudisc,
    isatap: flags & SIT_ISATAP ? true : undefined,
    ...sixRd(fields),
    fwmark,
    ...encap(fields),
  };
});
