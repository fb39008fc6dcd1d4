/** Kind `mirred`: TCA_MIRRED_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { s32, u32 } from "../../../netlink/types.ts";
import type { Dev } from "../../dev.ts";
import { type RtContext, type RtType, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** TCA_EGRESS_REDIR to TCA_INGRESS_MIRROR */
const ACTIONS = ["unknown", "redirect", "mirror", "redirect", "mirror"];
const DIRECTIONS = ["unknown", "egress", "egress", "ingress", "ingress"];

const fields = gen(["eaction", s32], ["ifindex", u32]);

const parms: RtType<NonNullable<ReturnType<typeof fields.read>> & { dev: Dev | string }> = {
  min: fields.min,
  read(view, at, length, cx) {
    const parms = fields.read(view, at, length, cx)!;
    // Of a device that is gone.
    return { ...parms, dev: parms.ifindex ? cx.devs.refer(parms.ifindex) : "*" };
  },
};

const mirredAttributes = table<RtContext>()("TCA_MIRRED", {
  1: tmRow("TCA_MIRRED_TM"),
  2: attr("TCA_MIRRED_PARMS", "parms", parms),
  3: ignored("TCA_MIRRED_PAD"),
  4: attr("TCA_MIRRED_BLOCKID", "blockid", u32),
});

export const mirred = together(mirredAttributes, ({ parms, blockid, tm }) =>
  parms === undefined
    ? {}
    : {
        mirred_action: ACTIONS[parms.eaction!] ?? "unknown",
        direction: DIRECTIONS[parms.eaction!] ?? "unknown",
        ...(blockid === undefined ? { to_dev: parms.dev } : { to_blockid: blockid }),
        control_action: controlOf(parms),
        ...identity(parms, tm),
      },
);
