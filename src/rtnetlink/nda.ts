/** Attributes of neighbours and forwarding entries: NDA_*, include/uapi/linux/neighbour.h. */
import { attr, type FieldsOf, ignored, nest, table } from "../netlink/attr.ts";
import { be16, mapped, s32, struct, u8, u16, u32 } from "../netlink/types.ts";
import { protocolName } from "./names.ts";
import { dev, inetAny, lladdr, type RtContext } from "./types.ts";

/** USER_HZ: ages come in ticks. */
const HZ = 100;
const seconds = mapped(u32, (ticks) => Math.floor(ticks / HZ));

/** struct nda_cacheinfo; references in ip's place and only where there are any. */
const ages = mapped(
  struct(16, [
    ["confirmed", seconds],
    ["used", seconds],
    ["updated", seconds],
    ["refcnt", u32],
  ]),
  ({ refcnt, used = 0, confirmed = 0, updated = 0 }) =>
    refcnt ? { refcnt, used, confirmed, updated } : { used, confirmed, updated },
);

export const nfea = table<RtContext>()("NFEA", {
  1: attr("NFEA_ACTIVITY_NOTIFY", "activity_notify", u8),
  2: ignored("NFEA_DONT_REFRESH"),
});

const NDA = {
  1: attr("NDA_DST", "dst", inetAny),
  2: attr("NDA_LLADDR", "lladdr", lladdr),
  3: attr("NDA_CACHEINFO", "ages", ages, "detail"),
  4: attr("NDA_PROBES", "probes", u32, "detail"),
  5: attr("NDA_VLAN", "vlan", u16),
  6: attr("NDA_PORT", "port", be16),
  7: attr("NDA_VNI", "vni", u32),
  8: attr("NDA_IFINDEX", "ifindex", u32),
  9: attr("NDA_MASTER", "master", dev),
  10: attr("NDA_LINK_NETNSID", "link_netnsid", s32),
  11: attr("NDA_SRC_VNI", "src_vni", u32),
  12: attr(
    "NDA_PROTOCOL",
    "protocol",
    mapped(u8, (id) => (id === 0 ? undefined : protocolName(id))),
  ),
  13: attr("NDA_NH_ID", "nhid", u32),
  14: attr("NDA_FDB_EXT_ATTRS", "ext_attrs", nest(nfea)),
  15: attr("NDA_FLAGS_EXT", "flags_ext", u32),
  16: ignored("NDA_NDM_STATE_MASK"),
  17: ignored("NDA_NDM_FLAGS_MASK"),
} as const;

export const nda = table<RtContext>()("NDA", NDA);

/** What the attributes of a message say. */
export type Attributes = FieldsOf<typeof NDA>;
