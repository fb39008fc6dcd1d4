/** IFLA_XDP: programs attached to a device, as `ip -j link` shows them (without what bpf(2) would tell of them). */
import { attr, ignored, nest, table } from "../netlink/attr.ts";
import { u8, u32 } from "../netlink/types.ts";
import type { RtContext, RtType } from "./types.ts";

const ifla = table<RtContext>()("IFLA_XDP", {
  1: ignored("IFLA_XDP_FD"),
  2: attr("IFLA_XDP_ATTACHED", "attached", u8),
  3: attr("IFLA_XDP_FLAGS", "flags", u32),
  4: attr("IFLA_XDP_PROG_ID", "prog_id", u32),
  5: attr("IFLA_XDP_DRV_PROG_ID", "drv_prog_id", u32),
  6: attr("IFLA_XDP_SKB_PROG_ID", "skb_prog_id", u32),
  7: attr("IFLA_XDP_HW_PROG_ID", "hw_prog_id", u32),
  8: ignored("IFLA_XDP_EXPECTED_FD"),
});
const attributes = nest(ifla);

/** XDP_ATTACHED_* */
const XDP_ATTACHED_NONE = 0;
const XDP_ATTACHED_DRV = 1;
const XDP_ATTACHED_SKB = 2;
const XDP_ATTACHED_HW = 3;

interface Attached {
  mode: number;
  prog: { id: number };
}

interface Xdp {
  mode: number;
  prog?: { id: number };
  attached: Attached[];
}

export const xdp: RtType<{ xdp?: Xdp }> = {
  min: 0,
  read(view, at, length, cx) {
    const of = attributes.read(view, at, length, cx) ?? {};
    const mode = of.attached ?? XDP_ATTACHED_NONE;
    if (mode === XDP_ATTACHED_NONE) return {};
    const attached: Attached[] = [];
    const add = (mode: number, id: number | undefined) => {
      if (id !== undefined) attached.push({ mode, prog: { id } });
    };
    add(XDP_ATTACHED_SKB, of.skb_prog_id);
    add(XDP_ATTACHED_DRV, of.drv_prog_id);
    add(XDP_ATTACHED_HW, of.hw_prog_id);
    if (attached.length === 0) add(mode, of.prog_id);
    return { xdp: { mode, ...(of.prog_id ? { prog: { id: of.prog_id } } : {}), attached } };
  },
};
