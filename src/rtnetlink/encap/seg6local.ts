/** LWTUNNEL_ENCAP_SEG6_LOCAL: SEG6_LOCAL_*, include/uapi/linux/seg6_local.h. */
import { attr, ignored, nest, table } from "../../netlink/attr.ts";
import { mapped, u8, u32, u64 } from "../../netlink/types.ts";
import { tableName } from "../names.ts";
import { dev, inet4, inet6, type RtContext, type RtType, together } from "../types.ts";
import { program } from "./bpf.ts";
import { readSrh, SRH_MIN, type Srh } from "./segments.ts";

/** SEG6_LOCAL_ACTION_* */
const ACTIONS = [
  undefined,
  "End",
  "End.X",
  "End.T",
  "End.DX2",
  "End.DX6",
  "End.DX4",
  "End.DT6",
  "End.DT4",
  "End.B6",
  "End.B6.Encaps",
  "End.BM",
  "End.S",
  "End.AS",
  "End.AM",
  "End.BPF",
  "End.DT46",
];

/** SEG6_LOCAL_FLV_OP_*, bits 1 to 4. */
const FLAVORS = ["psp", "usp", "usd", "next-csid"];

const srh: RtType<Srh> = { min: SRH_MIN, read: readSrh };

const counters = table<RtContext>()("SEG6_LOCAL_CNT", {
  1: ignored("SEG6_LOCAL_CNT_PAD"),
  2: attr("SEG6_LOCAL_CNT_PACKETS", "packets", u64),
  3: attr("SEG6_LOCAL_CNT_BYTES", "bytes", u64),
  4: attr("SEG6_LOCAL_CNT_ERRORS", "errors", u64),
});

const flavors = table<RtContext>()("SEG6_LOCAL_FLV", {
  1: attr(
    "SEG6_LOCAL_FLV_OPERATION",
    "flavors",
    mapped(u32, (bits) => FLAVORS.filter((_, index) => (bits & (2 << index)) !== 0)),
  ),
  2: attr("SEG6_LOCAL_FLV_LCBLOCK_BITS", "lblen", u8),
  3: attr("SEG6_LOCAL_FLV_LCNODE_FN_BITS", "nflen", u8),
});

const table32 = mapped(u32, tableName);

const attributes = table<RtContext>()("SEG6_LOCAL", {
  1: attr(
    "SEG6_LOCAL_ACTION",
    "action",
    mapped(u32, (action) => ACTIONS[action] ?? "<unknown>"),
  ),
  2: attr("SEG6_LOCAL_SRH", "srh", srh),
  3: attr("SEG6_LOCAL_TABLE", "table", table32),
  4: attr("SEG6_LOCAL_NH4", "nh4", inet4),
  5: attr("SEG6_LOCAL_NH6", "nh6", inet6),
  6: attr("SEG6_LOCAL_IIF", "iif", dev),
  7: attr("SEG6_LOCAL_OIF", "oif", dev),
  8: attr("SEG6_LOCAL_BPF", "endpoint", program),
  9: attr("SEG6_LOCAL_VRFTABLE", "vrftable", table32),
  10: attr("SEG6_LOCAL_COUNTERS", "stats64", nest(counters), "detail"),
  11: attr("SEG6_LOCAL_FLAVORS", "flavors", nest(flavors)),
});

export const seg6local = together(attributes, (fields) => ({
  action: fields.action,
  srh: fields.srh,
  table: fields.table,
  vrftable: fields.vrftable,
  nh4: fields.nh4,
  nh6: fields.nh6,
  iif: fields.iif,
  oif: fields.oif,
  endpoint: fields.endpoint,
  stats64: fields.stats64,
  ...fields.flavors,
}));

/** For the comparison with the headers. */
export const seg6localTables = [attributes, counters, flavors] as const;
