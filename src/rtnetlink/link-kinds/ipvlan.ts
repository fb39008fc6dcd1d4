/** Kinds `ipvlan` and `ipvtap`: IFLA_IPVLAN_*. */
import { attr, spread, table } from "../../netlink/attr.ts";
import { mapped, named, u16 } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

/** IPVLAN_MODE_* */
const MODES = ["l2", "l3", "l3s"];

/** IPVLAN_F_* */
const PRIVATE = 0x1;
const VEPA = 0x2;

const flags = mapped(u16, (bits): { private?: true; vepa?: true; bridge?: true } => {
  if (bits & PRIVATE) return { private: true };
  return bits & VEPA ? { vepa: true } : { bridge: true };
});

export const ipvlan = table<RtContext>()("IFLA_IPVLAN", {
  1: attr("IFLA_IPVLAN_MODE", "mode", named(u16, MODES)),
  2: spread("IFLA_IPVLAN_FLAGS", flags),
});
