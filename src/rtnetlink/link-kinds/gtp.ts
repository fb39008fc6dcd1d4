/** Kind `gtp`: IFLA_GTP_*. */
import { attr, ignored, table } from "../../netlink/attr.ts";
import { named, u8, u32 } from "../../netlink/types.ts";
import { inet4, inet6, type RtContext } from "../types.ts";

/** GTP_ROLE_* */
const ROLES = ["ggsn", "sgsn"];

export const gtp = table<RtContext>()("IFLA_GTP", {
  1: ignored("IFLA_GTP_FD0"),
  2: ignored("IFLA_GTP_FD1"),
  3: attr("IFLA_GTP_PDP_HASHSIZE", "hsize", u32),
  4: attr("IFLA_GTP_ROLE", "role", named(u32, ROLES)),
  5: ignored("IFLA_GTP_CREATE_SOCKETS"),
  6: attr("IFLA_GTP_RESTART_COUNT", "restart_count", u8),
  7: attr("IFLA_GTP_LOCAL", "local", inet4, "detail"),
  8: attr("IFLA_GTP_LOCAL6", "local6", inet6, "detail"),
});
