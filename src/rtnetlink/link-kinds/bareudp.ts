/** Kind `bareudp`: IFLA_BAREUDP_*. */
import { attr, table } from "../../netlink/attr.ts";
import { be16, flag, u16 } from "../../netlink/types.ts";
import { ethertype } from "../ethertype.ts";
import { type RtContext, together } from "../types.ts";

const attributes = table<RtContext>()("IFLA_BAREUDP", {
  1: attr("IFLA_BAREUDP_PORT", "dstport", be16),
  2: attr("IFLA_BAREUDP_ETHERTYPE", "ethertype", ethertype),
  3: attr("IFLA_BAREUDP_SRCPORT_MIN", "srcportmin", u16),
  4: attr("IFLA_BAREUDP_MULTIPROTO_MODE", "multiproto", flag),
});

export const bareudp = together(attributes, ({ multiproto = false, ...rest }) => ({ ...rest, multiproto }));
