/** LWTUNNEL_ENCAP_IOAM6: IOAM6_IPTUNNEL_*, include/uapi/linux/ioam6_iptunnel.h. */
import { attr, table } from "../../netlink/attr.ts";
import { mapped, u8, u32 } from "../../netlink/types.ts";
import { inet6, type RtContext, type RtType, together } from "../types.ts";

/** IOAM6_IPTUNNEL_MODE_* */
const MODES = [undefined, "inline", "encap", "auto"];

interface Trace {
  type: string;
  ns: number;
  size: number;
}

/** struct ioam6_trace_hdr: namespace_id be16, nodelen 5 bits, overflow 1, remlen 7, type be24. */
const trace: RtType<Trace> = {
  min: 8,
  read: (view, at) => ({
    type: (view.getUint32(at + 4) >>> 8).toString(16),
    ns: view.getUint16(at),
    size: (view.getUint8(at + 3) & 0x7f) * 4,
  }),
};

const attributes = table<RtContext>()("IOAM6_IPTUNNEL", {
  1: attr(
    "IOAM6_IPTUNNEL_MODE",
    "mode",
    mapped(u8, (mode) => MODES[mode] ?? "<unknown>"),
  ),
  2: attr("IOAM6_IPTUNNEL_DST", "tundst", inet6),
  3: attr("IOAM6_IPTUNNEL_TRACE", "trace", trace),
  4: attr("IOAM6_IPTUNNEL_FREQ_K", "freqk", u32),
  5: attr("IOAM6_IPTUNNEL_FREQ_N", "freqn", u32),
  6: attr("IOAM6_IPTUNNEL_SRC", "tunsrc", inet6),
});

export const ioam6 = together(attributes, ({ freqk, freqn, mode, tunsrc, tundst, trace }) => ({
  freqk,
  freqn,
  mode,
  tunsrc,
  tundst,
  ...(trace && { trace: null, prealloc: null, ...trace }),
}));
