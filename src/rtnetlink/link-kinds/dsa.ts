/** Kind `dsa`, a port of a switch: IFLA_DSA_*. */
import { attr, table } from "../../netlink/attr.ts";
import { dev, type RtContext } from "../types.ts";

export const dsa = table<RtContext>()("IFLA_DSA", { 1: attr("IFLA_DSA_CONDUIT", "conduit", dev) });
