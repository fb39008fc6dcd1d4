/** What qdiscs, classes, filters and chains have in common: struct tcmsg and TCA_*, include/uapi/linux/rtnetlink.h. */
import { attr, ignored, nest, type Table, table, union } from "../../netlink/attr.ts";
import type { Request } from "../../netlink/dump.ts";
import type { Message } from "../../netlink/nlmsg.ts";
import { s32, str, struct, u32, unlessZero, whenSet } from "../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../types.ts";
import { linklayerName } from "./ratespec.ts";
import { counters, oldStats, stats2Attributes, xstats } from "./stats.ts";

/** struct tcmsg: family u8, padding, ifindex s32, handle u32, parent u32, info u32. */
const TCMSG_SIZE = 20;
/** Instead of an ifindex: `parent` is the number of a block of filters that several devices share. */
export const TCM_IFINDEX_MAGIC_BLOCK = 0xffff_ffff;

export interface Tcmsg {
  ifindex: number;
  handle: number;
  parent: number;
  info: number;
  fields: TcaFields;
}

const kind: RtType<string> = {
  min: 0,
  read: (view, at, length, cx) => (cx.kind = str.read(view, at, length, cx) ?? ""),
};

/** struct tc_sizespec begins with cell_log u8, size_log u8, cell_align s16. */
const sizespec = struct(24, [
  ["cells", u32],
  ["overhead", s32],
  ["linklayer", u32],
  ["mpu", u32],
  ["mtu", u32],
  ["tsize", u32],
]);

export const stabAttributes = table<RtContext>()("TCA_STAB", {
  1: attr("TCA_STAB_BASE", "base", sizespec),
  2: ignored("TCA_STAB_DATA"),
});

const stab = together(stabAttributes, ({ base }) =>
  base === undefined
    ? {}
    : {
        linklayer: base.linklayer ? linklayerName(base.linklayer) : undefined,
        overhead: base.overhead || undefined,
        mpu: base.mpu || undefined,
        mtu: base.mtu || undefined,
        tsize: base.tsize || undefined,
      },
);

/** The attributes, with the options of these kinds. */
export const tca = (kinds: Readonly<Record<string, Table<RtContext, object>>>) =>
  table<RtContext>()("TCA", {
    1: attr("TCA_KIND", "kind", kind),
    2: union("TCA_OPTIONS", "options", "kind", kinds),
    3: attr("TCA_STATS", "stats", oldStats, "detail"),
    4: attr("TCA_XSTATS", "xstats", xstats, "detail"),
    5: ignored("TCA_RATE"),
    6: ignored("TCA_FCNT"),
    7: attr("TCA_STATS2", "stats2", nest(together(stats2Attributes, counters)), "detail"),
    8: attr("TCA_STAB", "stab", nest(stab)),
    9: ignored("TCA_PAD"),
    10: ignored("TCA_DUMP_INVISIBLE"),
    11: attr("TCA_CHAIN", "chain", u32),
    12: attr("TCA_HW_OFFLOAD", "offloaded", whenSet),
    13: attr("TCA_INGRESS_BLOCK", "ingress_block", unlessZero(u32)),
    14: attr("TCA_EGRESS_BLOCK", "egress_block", unlessZero(u32)),
    15: ignored("TCA_DUMP_FLAGS"),
    16: attr("TCA_EXT_WARN_MSG", "warn", str),
  });

export type TcaFields = ReturnType<typeof tca>["fields"];

/** The header and the attributes. undefined when the header is not whole. */
export function readTc(
  attributes: Table<RtContext, TcaFields>,
  { view, at, end }: Message,
  cx: RtContext,
): Tcmsg | undefined {
  cx.reset();
  cx.kind = "";
  if (end - at < TCMSG_SIZE) {
    cx.problem("tcmsg", `${end - at} bytes, ${TCMSG_SIZE} expected`);
    return undefined;
  }
  return {
    ifindex: view.getUint32(at + 4, true),
    handle: view.getUint32(at + 8, true),
    parent: view.getUint32(at + 12, true),
    info: view.getUint32(at + 16, true),
    fields: attributes.read(view, at + TCMSG_SIZE, end, cx),
  };
}

/** The counters, where all was asked. */
export const countersOf = ({ stats, stats2, xstats }: TcaFields): object => ({
  ...(stats2 ?? stats),
  ...xstats,
});

/** Asks for all of a device (0: of all of them), or below one parent. */
export function tcRequest(name: string, type: number, ifindex = 0, parent = 0): Request {
  const body = new Uint8Array(TCMSG_SIZE);
  const view = new DataView(body.buffer);
  view.setUint32(4, ifindex, true);
  view.setUint32(12, parent, true);
  return { name, type, body };
}
