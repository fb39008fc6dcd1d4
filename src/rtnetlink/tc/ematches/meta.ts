/** `meta`: struct tcf_meta_hdr, two of tcf_meta_val (kind u16, shift u8, op u8), and TCA_EM_META_*. */
import { attr, nest, table } from "../../../netlink/attr.ts";
import { mapped } from "../../../netlink/types.ts";
import type { RtContext, RtType } from "../../types.ts";
import { hexText } from "../numbers.ts";
import { dump } from "./nbyte.ts";
import { OPERATORS } from "./operators.ts";

/** TCF_META_ID_* */
const IDS: Readonly<Record<number, string>> = {
  1: "random",
  2: "loadavg_1",
  3: "loadavg_5",
  4: "loadavg_15",
  5: "dev",
  6: "priority",
  7: "protocol",
  8: "pkt_type",
  9: "pkt_len",
  10: "data_len",
  11: "mac_len",
  12: "nf_mark",
  13: "tc_index",
  14: "rt_classid",
  15: "rt_iif",
  16: "sk_family",
  17: "sk_state",
  18: "sk_reuse",
  19: "sk_bind_if",
  20: "sk_refcnt",
  21: "sk_shutdown",
  22: "sk_proto",
  23: "sk_type",
  24: "sk_rcvbuf",
  25: "sk_rmem",
  26: "sk_wmem",
  27: "sk_omem",
  28: "sk_wmem_queue",
  29: "sk_rcv_queue",
  30: "sk_snd_queue",
  31: "sk_err_queue",
  32: "sk_fwd_alloc",
  33: "sk_sndbuf",
  46: "vlan",
};

const TCF_META_ID_VALUE = 0;
const TCF_META_TYPE_INT = 1;

interface Value {
  id: number;
  /** TCF_META_TYPE_* */
  type: number;
  shift: number;
  op: number;
}

const value = (view: DataView, at: number): Value => ({
  id: view.getUint16(at, true) & 0x7ff,
  type: view.getUint16(at, true) >>> 12,
  shift: view.getUint8(at + 2),
  op: view.getUint8(at + 3),
});

const hdr: RtType<{ left: Value; right: Value }> = {
  min: 8,
  read: (view, at) => ({ left: value(view, at), right: value(view, at + 4) }),
};

/** A number, or bytes; which one the header tells. */
const operand: RtType<{ number: number | undefined; text: string }> = {
  min: 0,
  read: (view, at, length) => ({
    number: length >= 4 ? view.getUint32(at, true) : undefined,
    text: printable(view, at, length),
  }),
};

function printable(view: DataView, at: number, length: number): string {
  let text = "";
  for (let i = at; i < at + length; i++) {
    const byte = view.getUint8(i);
    if (byte < 0x20 || byte >= 0x7f) return dump(view, at, length);
    text += String.fromCharCode(byte);
  }
  return text;
}

export const metaAttributes = table<RtContext>()("TCA_EM_META", {
  1: attr("TCA_EM_META_HDR", "hdr", hdr),
  2: attr("TCA_EM_META_LVALUE", "left", operand),
  3: attr("TCA_EM_META_RVALUE", "right", operand),
});

type Operand = (typeof metaAttributes.fields)["left"];

function shown({ id, type, shift }: Value, operand: Operand): string {
  if (id === TCF_META_ID_VALUE)
    return type === TCF_META_TYPE_INT ? String((operand?.number ?? 0) | 0) : (operand?.text ?? "");
  const name = IDS[id] ?? `[unknown meta id ${id}]`;
  const mask = type === TCF_META_TYPE_INT ? operand?.number : undefined;
  return (
    name + (shift === 0 ? "" : ` shift ${shift}`) + (mask ? ` mask 0x${hexText(mask).padStart(8, "0")}` : "")
  );
}

export const meta: RtType<string> = mapped(nest(metaAttributes), ({ hdr, left, right }) =>
  hdr === undefined
    ? undefined
    : `${shown(hdr.left, left)} ${OPERATORS[hdr.left.op] ?? "?"} ${shown(hdr.right, right)}`,
);
