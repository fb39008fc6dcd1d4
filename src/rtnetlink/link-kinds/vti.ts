/** Kinds `vti` and `vti6`: IFLA_VTI_*, include/uapi/linux/if_tunnel.h. */
import { attr, table } from "../../netlink/attr.ts";
import { hexUnlessZero, u32 } from "../../netlink/types.ts";
import { devIfAny, inet4IfAny, type RtContext, together } from "../types.ts";
import { endpoint, ends } from "./tunnel.ts";

const attributes = table<RtContext>()("IFLA_VTI", {
  1: attr("IFLA_VTI_LINK", "link", devIfAny),
  2: attr("IFLA_VTI_IKEY", "ikey", inet4IfAny),
  3: attr("IFLA_VTI_OKEY", "okey", inet4IfAny),
  4: attr("IFLA_VTI_LOCAL", "local", endpoint),
  5: attr("IFLA_VTI_REMOTE", "remote", endpoint),
  6: attr("IFLA_VTI_FWMARK", "fwmark", hexUnlessZero(u32)),
});

export const vti = together(attributes, (fields) => ({ ...fields, ...ends(fields) }));
