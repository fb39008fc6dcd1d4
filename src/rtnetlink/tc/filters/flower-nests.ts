/** Nests in the keys of `flower`: tunnel options, MPLS label stack entries, connectivity fault management. */
import { arrayOf, attr, nest, table } from "../../../netlink/attr.ts";
import { mapped, u8, u32, u64 } from "../../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../../types.ts";
import { erspan, geneve, vxlan } from "../tunnel-opts.ts";

const GTP = "TCA_FLOWER_KEY_ENC_OPT_GTP";
const gtp: RtType<object[]> = mapped(
  nest(
    table<RtContext>()(GTP, {
      1: attr(`${GTP}_PDU_TYPE`, "pdu_type", u8),
      2: attr(`${GTP}_QFI`, "qfi", u8),
    }),
  ),
  (fields) => [fields],
);

/** In network order, as a number. */
const be64: RtType<number> = {
  min: 8,
  read: (view, at, length, cx) => {
    const swapped = new DataView(new ArrayBuffer(8));
    swapped.setBigUint64(0, view.getBigUint64(at), true);
    return u64.read(swapped, 0, length, cx);
  },
};

const PFCP = "TCA_FLOWER_KEY_ENC_OPT_PFCP";
const pfcp: RtType<object[]> = mapped(
  nest(
    table<RtContext>()(PFCP, {
      1: attr(`${PFCP}_TYPE`, "type", u8),
      2: attr(`${PFCP}_SEID`, "seid", be64),
    }),
  ),
  (fields) => [fields],
);

export const encOpts = table<RtContext>()("TCA_FLOWER_KEY_ENC_OPTS", {
  1: attr("TCA_FLOWER_KEY_ENC_OPTS_GENEVE", "geneve", geneve("TCA_FLOWER_KEY_ENC_OPT_GENEVE")),
  2: attr("TCA_FLOWER_KEY_ENC_OPTS_VXLAN", "vxlan", vxlan("TCA_FLOWER_KEY_ENC_OPT_VXLAN")),
  3: attr("TCA_FLOWER_KEY_ENC_OPTS_ERSPAN", "erspan", erspan("TCA_FLOWER_KEY_ENC_OPT_ERSPAN")),
  4: attr("TCA_FLOWER_KEY_ENC_OPTS_GTP", "gtp", gtp),
  5: attr("TCA_FLOWER_KEY_ENC_OPTS_PFCP", "pfcp", pfcp),
});

export const mplsLse = table<RtContext>()("TCA_FLOWER_KEY_MPLS_OPT_LSE", {
  1: attr("TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH", "depth", u8),
  2: attr("TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL", "ttl", u8),
  3: attr("TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS", "bos", u8),
  4: attr("TCA_FLOWER_KEY_MPLS_OPT_LSE_TC", "tc", u8),
  5: attr("TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL", "label", u32),
});

const lse = together(mplsLse, ({ depth, label, tc, bos, ttl }) => ({ depth, label, tc, bos, ttl }));

export const mplsOpts = arrayOf("TCA_FLOWER_KEY_MPLS_OPTS_LSE", 1, nest(lse));

export const cfm = table<RtContext>()("TCA_FLOWER_KEY_CFM", {
  1: attr("TCA_FLOWER_KEY_CFM_MD_LEVEL", "mdl", u8),
  2: attr("TCA_FLOWER_KEY_CFM_OPCODE", "op", u8),
});
