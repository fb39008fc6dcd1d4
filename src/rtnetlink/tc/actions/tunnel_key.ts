/** Kind `tunnel_key`: TCA_TUNNEL_KEY_*. */
import { attr, ignored, nest, table } from "../../../netlink/attr.ts";
import { be16, be32, flag, s32, u8, unlessZero } from "../../../netlink/types.ts";
import { inet4, inet6, type RtContext, together } from "../../types.ts";
import { erspan, geneve, vxlan } from "../tunnel-opts.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** TCA_TUNNEL_KEY_ACT_* */
const ACTIONS: Readonly<Record<number, string>> = { 1: "set", 2: "unset" };

export const tunnelKeyOpts = table<RtContext>()("TCA_TUNNEL_KEY_ENC_OPTS", {
  1: attr("TCA_TUNNEL_KEY_ENC_OPTS_GENEVE", "geneve_opts", geneve("TCA_TUNNEL_KEY_ENC_OPT_GENEVE")),
  2: attr("TCA_TUNNEL_KEY_ENC_OPTS_VXLAN", "vxlan_opts", vxlan("TCA_TUNNEL_KEY_ENC_OPT_VXLAN")),
  3: attr("TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN", "erspan_opts", erspan("TCA_TUNNEL_KEY_ENC_OPT_ERSPAN")),
});

const tunnelKeyAttributes = table<RtContext>()("TCA_TUNNEL_KEY", {
  1: tmRow("TCA_TUNNEL_KEY_TM"),
  2: attr("TCA_TUNNEL_KEY_PARMS", "parms", gen(["t_action", s32])),
  3: attr("TCA_TUNNEL_KEY_ENC_IPV4_SRC", "src_ip", inet4),
  4: attr("TCA_TUNNEL_KEY_ENC_IPV4_DST", "dst_ip", inet4),
  5: attr("TCA_TUNNEL_KEY_ENC_IPV6_SRC", "src_ip", inet6),
  6: attr("TCA_TUNNEL_KEY_ENC_IPV6_DST", "dst_ip", inet6),
  7: attr("TCA_TUNNEL_KEY_ENC_KEY_ID", "key_id", be32),
  8: ignored("TCA_TUNNEL_KEY_PAD"),
  9: attr("TCA_TUNNEL_KEY_ENC_DST_PORT", "dst_port", be16),
  10: attr("TCA_TUNNEL_KEY_NO_CSUM", "no_csum", u8),
  11: attr("TCA_TUNNEL_KEY_ENC_OPTS", "opts", nest(tunnelKeyOpts)),
  12: attr("TCA_TUNNEL_KEY_ENC_TOS", "tos", unlessZero(u8)),
  13: attr("TCA_TUNNEL_KEY_ENC_TTL", "ttl", unlessZero(u8)),
  14: attr("TCA_TUNNEL_KEY_NO_FRAG", "nofrag", flag),
});

type Fields = typeof tunnelKeyAttributes.fields;

const setting = (fields: Fields) => ({
  src_ip: fields.src_ip,
  dst_ip: fields.dst_ip,
  key_id: fields.key_id,
  dst_port: fields.dst_port,
  ...fields.opts,
  flag: fields.no_csum === undefined ? undefined : fields.no_csum ? "nocsum" : "csum",
  nofrag: fields.nofrag ?? false,
  tos: fields.tos,
  ttl: fields.ttl,
});

export const tunnelKey = together(tunnelKeyAttributes, (fields) => {
  const { parms, tm } = fields;
  if (parms === undefined) return {};
  const mode = ACTIONS[parms.t_action!];
  return {
    mode,
    ...(mode === "set" ? setting(fields) : {}),
    control_action: controlOf(parms),
    ...identity(parms, tm),
  };
});
