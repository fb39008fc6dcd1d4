/** Kind `cgroup`: TCA_CGROUP_*. */
import { attr, table } from "../../../netlink/attr.ts";
import { hex0x } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";
import { boundActions } from "../act.ts";
import { ematch } from "../ematches/index.ts";
import { filterKind, oldPolice } from "../filter-kind.ts";

const cgroupAttributes = table<RtContext>()("TCA_CGROUP", {
  1: attr("TCA_CGROUP_ACT", "actions", boundActions),
  2: attr("TCA_CGROUP_POLICE", "police", oldPolice),
  3: attr("TCA_CGROUP_EMATCHES", "ematch", ematch),
});

export const cgroup = filterKind(cgroupAttributes, ({ actions, police, ematch }, handle) => ({
  ...(handle !== 0 && { handle: hex0x(handle) }),
  ...(ematch !== undefined && { ematch }),
  ...police,
  ...(actions && { actions }),
}));
