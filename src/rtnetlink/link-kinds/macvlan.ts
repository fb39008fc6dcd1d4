/** Kinds `macvlan` and `macvtap`: IFLA_MACVLAN_*. */
import { arrayOf, attr, ignored, spread, table } from "../../netlink/attr.ts";
import { mapped, named, s32, u16, u32 } from "../../netlink/types.ts";
import { hwaddr, type RtContext, together } from "../types.ts";

/** MACVLAN_MODE_* */
const MODES: Readonly<Record<number, string>> = {
  1: "private",
  2: "vepa",
  4: "bridge",
  8: "passthru",
  16: "source",
};

/** MACVLAN_FLAG_* */
const NOPROMISC = 0x1;
const NODST = 0x2;

const flags = mapped(u16, (bits) => {
  const set: { nopromisc?: true; nodst?: true } = {};
  if (bits & NOPROMISC) set.nopromisc = true;
  if (bits & NODST) set.nodst = true;
  return set;
});

const attributes = table<RtContext>()("IFLA_MACVLAN", {
  1: attr("IFLA_MACVLAN_MODE", "mode", named(u32, MODES)),
  2: spread("IFLA_MACVLAN_FLAGS", flags),
  3: ignored("IFLA_MACVLAN_MACADDR_MODE"),
  4: ignored("IFLA_MACVLAN_MACADDR"),
  5: attr("IFLA_MACVLAN_MACADDR_DATA", "macaddr_data", arrayOf("IFLA_MACVLAN_MACADDR", 4, hwaddr)),
  6: attr("IFLA_MACVLAN_MACADDR_COUNT", "macaddr_count", u32),
  7: attr("IFLA_MACVLAN_BC_QUEUE_LEN", "bcqueuelen", u32),
  8: attr("IFLA_MACVLAN_BC_QUEUE_LEN_USED", "usedbcqueuelen", u32),
  9: attr("IFLA_MACVLAN_BC_CUTOFF", "bclim", s32),
});

/** The list of source addresses counts in mode `source` alone. */
export const macvlan = together(attributes, ({ macaddr_count, macaddr_data, ...rest }) =>
  rest.mode === "source" ? { ...rest, macaddr_count, macaddr_data } : rest,
);
