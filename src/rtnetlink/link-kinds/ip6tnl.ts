/** Kind `ip6tnl`: IFLA_IPTUN_* of tunnels over IPv6. */
import { together } from "../types.ts";
import { attributes } from "./iptunnel.ts";
import { encap, ends, IP6_TNL_F_MIP6_DEV, ip6 } from "./tunnel.ts";

/** IPPROTO_* of what is inside; the others are not shown. */
const PROTOS: Readonly<Record<number, string>> = { 0: "any", 4: "ipip6", 41: "ip6ip6" };

export const ip6tnl = together(attributes, (fields) => {
  const { external, proto, link, ttl = 0, flags = 0 } = fields;
  return {
    external,
    proto: proto === undefined ? undefined : PROTOS[proto],
    ...ends(fields),
    link,
    ttl,
    ...ip6(fields),
    ip6_tnl_f_mip6_dev: flags & IP6_TNL_F_MIP6_DEV ? true : undefined,
    ...encap(fields),
  };
});
