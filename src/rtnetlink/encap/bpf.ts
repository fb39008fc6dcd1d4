/** LWTUNNEL_ENCAP_BPF: LWT_BPF_*. */
import { attr, ignored, nest, table } from "../../netlink/attr.ts";
import { mapped, str, u32 } from "../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../types.ts";

const prog = table<RtContext>()("LWT_BPF_PROG", {
  1: ignored("LWT_BPF_PROG_FD"),
  2: attr("LWT_BPF_PROG_NAME", "name", str),
});

/** A program by its name. */
export const program: RtType<string> = mapped(nest(prog), ({ name }) => name ?? "<unknown>");

const attributes = table<RtContext>()("LWT_BPF", {
  1: attr("LWT_BPF_IN", "in", program),
  2: attr("LWT_BPF_OUT", "out", program),
  3: attr("LWT_BPF_XMIT", "xmit", program),
  4: attr("LWT_BPF_XMIT_HEADROOM", "headroom", u32),
});

export const bpf = together(attributes, ({ in: input, out, xmit, headroom }) => ({
  in: input,
  out,
  xmit,
  headroom,
}));

/** For the comparison with the headers. */
export const bpfTables = [attributes, prog] as const;
