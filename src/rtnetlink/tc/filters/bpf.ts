/** Kind `bpf`: TCA_BPF_*. What tc adds of a program it asks bpf(2) for; here stands what the message has. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { bytes, hex0x, str, u16, u32 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";
import { boundActions } from "../act.ts";
import { instructions, program } from "../bpf-ops.ts";
import { classifierFlags, filterKind, oldPolice } from "../filter-kind.ts";
import { classid } from "../handle.ts";
import { assign } from "../payload.ts";

const TCA_BPF_FLAG_ACT_DIRECT = 1;

const bpfAttributes = table<RtContext>()("TCA_BPF", {
  1: attr("TCA_BPF_ACT", "actions", boundActions),
  2: attr("TCA_BPF_POLICE", "police", oldPolice),
  3: attr("TCA_BPF_CLASSID", "flowid", classid),
  4: attr("TCA_BPF_OPS_LEN", "ops_len", u16),
  5: attr("TCA_BPF_OPS", "ops", instructions),
  6: ignored("TCA_BPF_FD"),
  7: attr("TCA_BPF_NAME", "bpf_name", str),
  8: attr("TCA_BPF_FLAGS", "flags", u32),
  9: attr("TCA_BPF_FLAGS_GEN", "flags_gen", u32),
  10: attr("TCA_BPF_TAG", "tag", bytes),
  11: attr("TCA_BPF_ID", "id", u32),
});

export const bpf = filterKind(bpfAttributes, (fields, handle) => {
  const { flowid, bpf_name, flags = 0, flags_gen, ops_len, ops, id, tag, police, actions } = fields;
  const shown = {};
  assign(shown, {
    handle: handle === 0 ? undefined : hex0x(handle),
    flowid,
    bpf_name,
    "direct-action": (flags & TCA_BPF_FLAG_ACT_DIRECT) === 0 ? undefined : true,
    ...classifierFlags(flags_gen),
    ...program(ops_len, ops, id, tag),
    ...police,
    actions,
  });
  return shown;
});
