/** Kind `xfrm`: IFLA_XFRM_*. */
import { attr, table } from "../../netlink/attr.ts";
import { flag, hex0x, mapped, u32 } from "../../netlink/types.ts";
import { devIfAny, type RtContext, together } from "../types.ts";

const attributes = table<RtContext>()("IFLA_XFRM", {
  1: attr("IFLA_XFRM_LINK", "link", devIfAny, "detail"),
  2: attr("IFLA_XFRM_IF_ID", "if_id", mapped(u32, hex0x)),
  3: attr("IFLA_XFRM_COLLECT_METADATA", "external", flag),
});

/** With `external` the kernel sends an if_id that means nothing. */
export const xfrm = together(attributes, ({ external, if_id, link }) => ({
  external,
  if_id: external ? undefined : if_id,
  link,
}));
