/**
 * What IP tunnels have in common, include/uapi/linux/if_tunnel.h and ip6_tunnel.h: end points, keys, encapsulation
 * in UDP, and the flags of those over IPv6 that replace a value by that of the packet inside.
 */
import { formatInet, formatInet6 } from "../inet.ts";
import type { RtType } from "../types.ts";

/** An end point, of the family that its length tells; `any` for the unspecified address. */
export const endpoint: RtType<string> = {
  min: 4,
  read(view, at, length) {
    const address = length < 16 ? formatInet(view, at) : formatInet6(view, at);
    return address === "0.0.0.0" || address === "::" ? "any" : address;
  },
};

interface Ends {
  remote?: string;
  local?: string;
}

/** Both end points are always shown. */
export const ends = ({ remote = "any", local = "any" }: Ends): Required<Ends> => ({ remote, local });

/** TUNNEL_ENCAP_*; the others have no name in ip. */
const ENCAPS: Readonly<Record<number, string>> = { 1: "fou", 2: "gue" };
/** TUNNEL_ENCAP_FLAG_* */
const ENCAP_CSUM = 0x1;
const ENCAP_CSUM6 = 0x2;
const ENCAP_REMCSUM = 0x4;

/** IFLA_IPTUN_ENCAP_* or IFLA_GRE_ENCAP_*. */
interface EncapFields {
  encap_type?: number;
  encap_flags?: number;
  encap_sport?: number;
  encap_dport?: number;
}

interface Encap {
  type: string | null;
  sport: number;
  dport: number;
  csum: boolean;
  csum6: boolean;
  remcsum: boolean;
}

/** undefined without encapsulation (TUNNEL_ENCAP_NONE). */
export function encap({ encap_type, encap_flags = 0, encap_sport, encap_dport }: EncapFields): {
  encap: Encap | undefined;
} {
  if (!encap_type) return { encap: undefined };
  return {
    encap: {
      type: ENCAPS[encap_type] ?? null,
      sport: encap_sport ?? 0,
      dport: encap_dport ?? 0,
      csum: (encap_flags & ENCAP_CSUM) !== 0,
      csum6: (encap_flags & ENCAP_CSUM6) !== 0,
      remcsum: (encap_flags & ENCAP_REMCSUM) !== 0,
    },
  };
}

/** IP6_TNL_F_* */
export const IP6_TNL_F_MIP6_DEV = 0x8;
const IP6_TNL_F_IGN_ENCAP_LIMIT = 0x1;
const IP6_TNL_F_USE_ORIG_TCLASS = 0x2;
const IP6_TNL_F_USE_ORIG_FLOWLABEL = 0x4;
const IP6_TNL_F_RCV_DSCP_COPY = 0x10;
const IP6_TNL_F_USE_ORIG_FWMARK = 0x20;
const IP6_TNL_F_ALLOW_LOCAL_REMOTE = 0x40;

interface Ip6Fields {
  flags?: number;
  encap_limit?: number;
  flowinfo?: number;
  fwmark?: string;
}

interface Ip6 {
  ip6_tnl_f_ign_encap_limit?: true;
  encap_limit?: number | undefined;
  ip6_tnl_f_use_orig_tclass?: true;
  tclass?: string | undefined;
  ip6_tnl_f_use_orig_flowlabel?: true;
  flowlabel?: string | undefined;
  ip6_tnl_f_rcv_dscp_copy?: true;
  ip6_tnl_f_allow_local_remote?: true;
  ip6_tnl_f_use_orig_fwmark?: true;
  fwmark?: string | undefined;
}

/** Each value, or the flag that stands for it. */
export function ip6({ flags = 0, encap_limit, flowinfo, fwmark }: Ip6Fields): Ip6 {
  const shown: Ip6 = {};
  if (flags & IP6_TNL_F_IGN_ENCAP_LIMIT) shown.ip6_tnl_f_ign_encap_limit = true;
  else shown.encap_limit = encap_limit;
  if (flags & IP6_TNL_F_USE_ORIG_TCLASS) shown.ip6_tnl_f_use_orig_tclass = true;
  else if (flowinfo !== undefined) shown.tclass = padded((flowinfo >>> 20) & 0xff, 2);
  if (flags & IP6_TNL_F_USE_ORIG_FLOWLABEL) shown.ip6_tnl_f_use_orig_flowlabel = true;
  else if (flowinfo !== undefined) shown.flowlabel = padded(flowinfo & 0xfffff, 5);
  if (flags & IP6_TNL_F_RCV_DSCP_COPY) shown.ip6_tnl_f_rcv_dscp_copy = true;
  if (flags & IP6_TNL_F_ALLOW_LOCAL_REMOTE) shown.ip6_tnl_f_allow_local_remote = true;
  if (flags & IP6_TNL_F_USE_ORIG_FWMARK) shown.ip6_tnl_f_use_orig_fwmark = true;
  else shown.fwmark = fwmark;
  return shown;
}

const padded = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, "0")}`;
