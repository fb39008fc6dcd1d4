/** Kind `ife`: TCA_IFE_*, with IFE_META_* of include/uapi/linux/ife.h. */
import { attr, ignored, nest, type Type, table } from "../../../netlink/attr.ts";
import { hex0x, mapped, u16, u32 } from "../../../netlink/types.ts";
import { hwaddr, type RtContext, together } from "../../types.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

const IFE_ENCODE = 1;

/** A value, or that the packet's own is taken. */
const valueOrAllow = (type: Type<number>): Type<number | string> => ({
  min: 0,
  read: (view, at, length, cx) => (length < type.min ? "allow" : type.read(view, at, length, cx)),
});

export const ifeMeta = table<RtContext>()("IFE_META", {
  1: attr("IFE_META_SKBMARK", "mark", valueOrAllow(u32)),
  2: attr("IFE_META_HASHID", "hashid", valueOrAllow(u32)),
  3: attr("IFE_META_PRIO", "prio", valueOrAllow(u32)),
  4: attr("IFE_META_QMAP", "qmap", valueOrAllow(u16)),
  5: attr("IFE_META_TCINDEX", "tcindex", valueOrAllow(u16)),
});

const ifeAttributes = table<RtContext>()("TCA_IFE", {
  1: attr("TCA_IFE_PARMS", "parms", gen(["flags", u16])),
  2: tmRow("TCA_IFE_TM"),
  3: attr("TCA_IFE_DMAC", "dst", hwaddr),
  4: attr("TCA_IFE_SMAC", "src", hwaddr),
  5: attr("TCA_IFE_TYPE", "type", mapped(u16, hex0x)),
  6: attr("TCA_IFE_METALST", "metadata", nest(ifeMeta)),
  7: ignored("TCA_IFE_PAD"),
});

export const ife = together(ifeAttributes, ({ parms, tm, dst, src, type, metadata = {} }) => {
  if (parms === undefined) return {};
  const { mark, tcindex, prio, ...rest } = metadata;
  return {
    mode: (parms.flags! & IFE_ENCODE) === 0 ? "decode" : "encode",
    control_action: controlOf(parms),
    type,
    mark,
    tcindex,
    prio,
    ...rest,
    dst,
    src,
    ...identity(parms, tm),
  };
});
