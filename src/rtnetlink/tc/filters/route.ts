/** Kind `route`: TCA_ROUTE4_*. */
import { attr, table } from "../../../netlink/attr.ts";
import { hex0x, mapped, u32 } from "../../../netlink/types.ts";
import { realmName } from "../../names.ts";
import { dev, type RtContext } from "../../types.ts";
import { boundActions } from "../act.ts";
import { filterKind, oldPolice } from "../filter-kind.ts";
import { classid } from "../handle.ts";

const realm = mapped(u32, realmName);

const routeAttributes = table<RtContext>()("TCA_ROUTE4", {
  1: attr("TCA_ROUTE4_CLASSID", "flowid", classid),
  2: attr("TCA_ROUTE4_TO", "to", realm),
  3: attr("TCA_ROUTE4_FROM", "from", realm),
  4: attr("TCA_ROUTE4_IIF", "fromif", dev),
  5: attr("TCA_ROUTE4_POLICE", "police", oldPolice),
  6: attr("TCA_ROUTE4_ACT", "actions", boundActions),
});

const orderOf = (handle: number): number => (handle >>> 8) & 0x7f;

export const route = filterKind(routeAttributes, (fields, handle) => {
  const { flowid, to, from, fromif, police, actions } = fields;
  // tc calls both realms `name`; whoever reads its JSON finds the last one.
  const name = from ?? to;
  return {
    ...(handle !== 0 && { fh: hex0x(handle) }),
    ...(orderOf(handle) !== 0 && { order: orderOf(handle) }),
    ...(flowid !== undefined && { flowid }),
    ...(name !== undefined && { name }),
    ...(to !== undefined && { to }),
    ...(from !== undefined && { from }),
    ...(fromif !== undefined && { fromif }),
    ...police,
    ...(actions && { actions }),
  };
});
