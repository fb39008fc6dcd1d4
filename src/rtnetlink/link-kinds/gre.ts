/** Kinds `gre`, `gretap` and `erspan`: IFLA_GRE_*, include/uapi/linux/if_tunnel.h. */
import { attr, table } from "../../netlink/attr.ts";
import {
  be16,
  be32,
  bool,
  flag,
  hex0x,
  hexUnlessZero,
  mapped,
  u8,
  u16,
  u32,
  whenSet,
} from "../../netlink/types.ts";
import { devIfAny, inet4, type RtContext, together } from "../types.ts";
import { encap, endpoint, ends } from "./tunnel.ts";

/** GRE_*: bits of the first two bytes of the GRE header. */
const GRE_CSUM = 0x8000;
const GRE_KEY = 0x2000;
const GRE_SEQ = 0x1000;

/** Tunnels over IPv4 and over IPv6 share the attributes; each sends those that it has. */
export const attributes = table<RtContext>()("IFLA_GRE", {
  1: attr("IFLA_GRE_LINK", "link", devIfAny),
  2: attr("IFLA_GRE_IFLAGS", "iflags", be16),
  3: attr("IFLA_GRE_OFLAGS", "oflags", be16),
  4: attr("IFLA_GRE_IKEY", "ikey", inet4),
  5: attr("IFLA_GRE_OKEY", "okey", inet4),
  6: attr("IFLA_GRE_LOCAL", "local", endpoint),
  7: attr("IFLA_GRE_REMOTE", "remote", endpoint),
  8: attr("IFLA_GRE_TTL", "ttl", u8),
  9: attr("IFLA_GRE_TOS", "tos", hexUnlessZero(u8)),
  10: attr("IFLA_GRE_PMTUDISC", "pmtudisc", bool),
  11: attr("IFLA_GRE_ENCAP_LIMIT", "encap_limit", u8),
  12: attr("IFLA_GRE_FLOWINFO", "flowinfo", be32),
  13: attr("IFLA_GRE_FLAGS", "flags", u32),
  14: attr("IFLA_GRE_ENCAP_TYPE", "encap_type", u16),
  15: attr("IFLA_GRE_ENCAP_FLAGS", "encap_flags", u16),
  16: attr("IFLA_GRE_ENCAP_SPORT", "encap_sport", be16),
  17: attr("IFLA_GRE_ENCAP_DPORT", "encap_dport", be16),
  18: attr("IFLA_GRE_COLLECT_METADATA", "external", flag),
  19: attr("IFLA_GRE_IGNORE_DF", "ignore_df", whenSet),
  20: attr("IFLA_GRE_FWMARK", "fwmark", hexUnlessZero(u32)),
  21: attr("IFLA_GRE_ERSPAN_INDEX", "erspan_index", u32),
  22: attr("IFLA_GRE_ERSPAN_VER", "erspan_ver", u8),
  23: attr(
    "IFLA_GRE_ERSPAN_DIR",
    "erspan_dir",
    mapped(u8, (dir) => (dir === 0 ? "ingress" : "egress")),
  ),
  24: attr("IFLA_GRE_ERSPAN_HWID", "erspan_hwid", mapped(u16, hex0x)),
});

/** What both families show the same way. */
export const common = ({
  external,
  link,
  ttl = 0,
  iflags = 0,
  oflags = 0,
  ikey,
  okey,
  erspan_index,
  erspan_ver,
  erspan_dir,
  erspan_hwid,
  ...rest
}: typeof attributes.fields) => ({
  external,
  ...ends(rest),
  link,
  ttl,
  ikey: iflags & GRE_KEY ? ikey : undefined,
  okey: oflags & GRE_KEY ? okey : undefined,
  iseq: iflags & GRE_SEQ ? true : undefined,
  oseq: oflags & GRE_SEQ ? true : undefined,
  icsum: iflags & GRE_CSUM ? true : undefined,
  ocsum: oflags & GRE_CSUM ? true : undefined,
  erspan_index,
  erspan_ver,
  erspan_dir,
  erspan_hwid,
  ...encap(rest),
});

export const gre = together(attributes, (fields) => {
  const { tos, pmtudisc, ignore_df, fwmark } = fields;
  return { ...common(fields), tos, pmtudisc, ignore_df, fwmark };
});
