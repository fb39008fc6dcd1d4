/** What LWTUNNEL_ENCAP_IP and LWTUNNEL_ENCAP_IP6 have in common: flags, and the options of the tunnel's kind. */
import { attr, type Fields, many, nest, table } from "../../netlink/attr.ts";
import { be16, be32, bytes, mapped, u8, u32 } from "../../netlink/types.ts";
import { type RtContext, together } from "../types.ts";

const TUNNEL_CSUM = 0x01;
const TUNNEL_KEY = 0x04;
const TUNNEL_SEQ = 0x08;

interface Flags {
  key?: true;
  csum?: true;
  seq?: true;
}

/** LWTUNNEL_IP_FLAGS: those that ip knows. */
export const tunnelFlags = mapped(be16, (flags) => {
  const set: Flags = {};
  if ((flags & TUNNEL_KEY) !== 0) set.key = true;
  if ((flags & TUNNEL_CSUM) !== 0) set.csum = true;
  if ((flags & TUNNEL_SEQ) !== 0) set.seq = true;
  return set;
});

/** LWTUNNEL_IP_OPT_GENEVE_*: the three come again and again, flat, once per option. */
const geneve = table<RtContext>()("LWTUNNEL_IP_OPT_GENEVE", {
  1: many("LWTUNNEL_IP_OPT_GENEVE_CLASS", "class", be16),
  2: many("LWTUNNEL_IP_OPT_GENEVE_TYPE", "type", u8),
  3: many("LWTUNNEL_IP_OPT_GENEVE_DATA", "data", bytes),
});

interface GeneveOption {
  class: number;
  type: number | undefined;
  data: string | undefined;
}

const vxlan = table<RtContext>()("LWTUNNEL_IP_OPT_VXLAN", {
  1: attr("LWTUNNEL_IP_OPT_VXLAN_GBP", "gbp", u32),
});

/** Version 1 has an index, version 2 a direction and a hardware id. */
const erspanAttributes = table<RtContext>()("LWTUNNEL_IP_OPT_ERSPAN", {
  1: attr("LWTUNNEL_IP_OPT_ERSPAN_VER", "ver", u8),
  2: attr("LWTUNNEL_IP_OPT_ERSPAN_INDEX", "index", be32),
  3: attr("LWTUNNEL_IP_OPT_ERSPAN_DIR", "dir", u8),
  4: attr("LWTUNNEL_IP_OPT_ERSPAN_HWID", "hwid", u8),
});

const erspan = together(erspanAttributes, ({ ver = 0, index = 0, dir = 0, hwid = 0 }) => ({
  ver,
  index,
  dir,
  hwid,
}));

const optionAttributes = table<RtContext>()("LWTUNNEL_IP_OPTS", {
  1: attr("LWTUNNEL_IP_OPTS_GENEVE", "geneve_opts", nest(geneve)),
  2: attr("LWTUNNEL_IP_OPTS_VXLAN", "vxlan_opts", nest(vxlan)),
  3: attr("LWTUNNEL_IP_OPTS_ERSPAN", "erspan_opts", nest(erspan)),
});

interface Options {
  geneve_opts?: GeneveOption[] | undefined;
  vxlan_opts?: Fields[] | undefined;
  erspan_opts?: Fields[] | undefined;
}

/** LWTUNNEL_IP_OPTS: arrays, as ip shows them, also of the kinds that have one element. */
export const tunnelOptions = nest(
  together(
    optionAttributes,
    ({ geneve_opts, vxlan_opts, erspan_opts }): Options => ({
      geneve_opts: geneve_opts?.class?.map((number, index) => ({
        class: number,
        type: geneve_opts.type?.[index],
        data: geneve_opts.data?.[index],
      })),
      vxlan_opts: vxlan_opts && [vxlan_opts],
      erspan_opts: erspan_opts && [erspan_opts],
    }),
  ),
);

/** For the comparison with the headers. */
export const optionTables = [geneve, vxlan, erspanAttributes, optionAttributes] as const;
