/** Kind `bpf`: TCA_ACT_BPF_*. What tc adds of a program it asks bpf(2) for; here stands what the message has. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { bytes, str, u16, u32 } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";
import { instructions, program } from "../bpf-ops.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

const actBpfAttributes = table<RtContext>()("TCA_ACT_BPF", {
  1: tmRow("TCA_ACT_BPF_TM"),
  2: attr("TCA_ACT_BPF_PARMS", "parms", gen()),
  3: attr("TCA_ACT_BPF_OPS_LEN", "ops_len", u16),
  4: attr("TCA_ACT_BPF_OPS", "ops", instructions),
  5: ignored("TCA_ACT_BPF_FD"),
  6: attr("TCA_ACT_BPF_NAME", "bpf_name", str),
  7: ignored("TCA_ACT_BPF_PAD"),
  8: attr("TCA_ACT_BPF_TAG", "tag", bytes),
  9: attr("TCA_ACT_BPF_ID", "id", u32),
});

export const bpf = together(actBpfAttributes, ({ parms, tm, bpf_name, ops, ops_len, id, tag }) =>
  parms === undefined
    ? {}
    : {
        bpf_name,
        ...program(ops_len, ops, id, tag),
        control_action: controlOf(parms),
        ...identity(parms, tm),
      },
);
