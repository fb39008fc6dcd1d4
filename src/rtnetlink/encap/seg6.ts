/** LWTUNNEL_ENCAP_SEG6: SEG6_IPTUNNEL_*, include/uapi/linux/seg6_iptunnel.h. */
import { attr, table } from "../../netlink/attr.ts";
import { inet6, type RtContext, type RtType, together } from "../types.ts";
import { readSrh, SRH_MIN, type Srh } from "./segments.ts";

/** SEG6_IPTUN_MODE_* */
const MODES = ["inline", "encap", "l2encap", "encap.red", "l2encap.red"];

interface Tunnel extends Srh {
  mode: string;
}

/** struct seg6_iptunnel_encap: mode s32, then the header. */
const tunnel: RtType<Tunnel> = {
  min: 4 + SRH_MIN,
  read: (view, at, length, cx) => ({
    mode: MODES[view.getInt32(at, true)] ?? "<unknown>",
    ...readSrh(view, at + 4, length - 4, cx),
  }),
};

const attributes = table<RtContext>()("SEG6_IPTUNNEL", {
  1: attr("SEG6_IPTUNNEL_SRH", "srh", tunnel),
  2: attr("SEG6_IPTUNNEL_SRC", "tunsrc", inet6),
});

export const seg6 = together(attributes, ({ srh, tunsrc }) => ({
  mode: srh?.mode,
  tunsrc,
  segs: srh?.segs,
  hmac: srh?.hmac,
}));
