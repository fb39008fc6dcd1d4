/** Kind `nat`: TCA_NAT_*; the addresses are IPv4. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { formatInet } from "../../inet.ts";
import { type RtContext, type RtType, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

const TCA_NAT_FLAG_EGRESS = 1;

const base = gen();

/** After tc_gen: old_addr, new_addr, mask in network order, flags u32. */
const parms: RtType<
  NonNullable<ReturnType<typeof base.read>> & { old_addr: string; new_addr: string; flags: number }
> = {
  min: base.min + 16,
  read(view, at, length, cx) {
    const mask = view.getUint32(at + base.min + 8);
    // Up to the lowest bit that is set.
    const prefixlen = mask === 0 ? 0 : Math.clz32(mask & -mask) + 1;
    return {
      ...base.read(view, at, length, cx)!,
      old_addr: `${formatInet(view, at + base.min)}/${prefixlen}`,
      new_addr: formatInet(view, at + base.min + 4),
      flags: view.getUint32(at + base.min + 12, true),
    };
  },
};

const natAttributes = table<RtContext>()("TCA_NAT", {
  1: attr("TCA_NAT_PARMS", "parms", parms),
  2: tmRow("TCA_NAT_TM"),
  3: ignored("TCA_NAT_PAD"),
});

export const nat = together(natAttributes, ({ parms, tm }) =>
  parms === undefined
    ? {}
    : {
        // Where other kinds have `kind`, tc has this.
        type: "nat",
        direction: (parms.flags & TCA_NAT_FLAG_EGRESS) === 0 ? "ingress" : "egress",
        old_addr: parms.old_addr,
        new_addr: parms.new_addr,
        control_action: controlOf(parms),
        ...identity(parms, tm),
      },
);
