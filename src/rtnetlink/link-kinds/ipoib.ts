/** Kind `ipoib`: IFLA_IPOIB_*. */
import { attr, table } from "../../netlink/attr.ts";
import { mapped, named, u16 } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

/** IPOIB_MODE_* */
const MODES = ["datagram", "connected"];

const digits = (value: number): string => value.toString(16).padStart(4, "0");

export const ipoib = table<RtContext>()("IFLA_IPOIB", {
  1: attr(
    "IFLA_IPOIB_PKEY",
    "key",
    mapped(u16, (pkey) => `0x${digits(pkey)}`),
  ),
  2: attr("IFLA_IPOIB_MODE", "mode", named(u16, MODES)),
  3: attr("IFLA_IPOIB_UMCAST", "umcast", mapped(u16, digits)),
});
