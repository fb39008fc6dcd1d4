/** Kind `u32`: struct tc_u32_sel with its keys, and TCA_U32_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { hex0x, s32, str, struct, u64, u32 as word } from "../../../netlink/types.ts";
import type { RtContext, RtType } from "../../types.ts";
import { boundActions } from "../act.ts";
import { classifierFlags, filterKind, oldPolice } from "../filter-kind.ts";
import { classid } from "../handle.ts";
import { hexText } from "../numbers.ts";

/** A handle has a table (12 bits), a bucket of it (8 bits) and a node in that (12 bits). */
const tableOf = (handle: number): number => handle >>> 20;
const bucketOf = (handle: number): number => (handle >>> 12) & 0xff;
const nodeOf = (handle: number): number => handle & 0xfff;

/** `800::800` */
function formatHandle(handle: number): string {
  if (handle === 0) return "none";
  const bucket = bucketOf(handle);
  const node = nodeOf(handle);
  return (
    (tableOf(handle) === 0 ? "" : `${hexText(tableOf(handle))}:`) +
    (bucket === 0 ? "" : hexText(bucket)) +
    (node === 0 ? "" : `:${hexText(node)}`)
  );
}

/** TC_U32_* */
const OFFSET = 2;
const VAROFFSET = 4;
const EAT = 8;

interface Key {
  value: string;
  mask: string;
  offmask: string;
  off: number;
}

interface Sel {
  flags: number;
  offset_shift: number;
  offset_mask: number;
  off: number;
  offset_off: number;
  hash_off: number;
  hmask: number;
  keys: Key[];
}

/** flags u8, offshift u8, nkeys u8, offmask be16, off u16, offoff s16, hoff s16, hmask be32; the keys. */
const SEL_SIZE = 16;
/** mask, val in network order; off s32, offmask s32. */
const KEY_SIZE = 16;

const sel: RtType<Sel> = {
  min: SEL_SIZE,
  read(view, at, length) {
    const count = Math.min(view.getUint8(at + 2), Math.floor((length - SEL_SIZE) / KEY_SIZE));
    return {
      flags: view.getUint8(at),
      offset_shift: view.getUint8(at + 1),
      offset_mask: view.getUint16(at + 4),
      off: view.getUint16(at + 6, true),
      offset_off: view.getInt16(at + 8, true),
      hash_off: view.getInt16(at + 10, true),
      hmask: view.getUint32(at + 12),
      keys: Array.from({ length: count }, (_, index) => {
        const key = at + SEL_SIZE + KEY_SIZE * index;
        return {
          value: hexText(view.getUint32(key + 4)),
          mask: hexText(view.getUint32(key)),
          offmask: view.getInt32(key + 12, true) === 0 ? "" : "nexthdr+",
          off: view.getInt32(key + 8, true),
        };
      }),
    };
  },
};

const mark = struct(12, [
  ["val", word],
  ["mask", word],
  ["success", word],
]);

/** struct tc_u32_pcnt begins so. */
const pcnt = struct(16, [
  ["rule_hit", u64],
  ["success", u64],
]);

const u32Attributes = table<RtContext>()("TCA_U32", {
  1: attr("TCA_U32_CLASSID", "flowid", classid),
  2: attr("TCA_U32_HASH", "hash", word),
  3: attr("TCA_U32_LINK", "link", word),
  4: attr("TCA_U32_DIVISOR", "divisor", s32),
  5: attr("TCA_U32_SEL", "sel", sel),
  6: attr("TCA_U32_POLICE", "police", oldPolice),
  7: attr("TCA_U32_ACT", "actions", boundActions),
  8: attr("TCA_U32_INDEV", "input_dev", str),
  9: attr("TCA_U32_PCNT", "pcnt", pcnt, "detail"),
  10: attr("TCA_U32_MARK", "mark", mark),
  11: attr("TCA_U32_FLAGS", "flags", word),
  12: ignored("TCA_U32_PAD"),
});

type Fields = typeof u32Attributes.fields;

/** Which table it is, or in which bucket of which table. */
function place({ divisor, hash }: Fields): object {
  if (divisor !== undefined) return { ht_divisor: divisor };
  return hash === undefined ? {} : { key_ht: hexText(tableOf(hash)), bkt: hexText(bucketOf(hash)) };
}

/** tc has `match` once per key; whoever reads its JSON finds the last one. All of them are `matches`. */
function matches(keys: readonly Key[]): object {
  return {
    ...(keys.length > 0 && { match: keys.at(-1) }),
    ...(keys.length > 1 && { matches: keys }),
  };
}

function offset({ flags, offset_mask, offset_shift, offset_off, off }: Sel): object {
  if ((flags & (OFFSET | VAROFFSET)) === 0) return {};
  return {
    ...((flags & VAROFFSET) !== 0 && { offset_mask: hexText(offset_mask), offset_shift, offset_off }),
    ...(off !== 0 && { plus: off }),
  };
}

export const u32 = filterKind(u32Attributes, (fields, handle) => {
  const { flowid, link, sel, mark, police, input_dev, actions } = fields;
  return {
    ...(handle !== 0 && { fh: formatHandle(handle) }),
    ...(nodeOf(handle) !== 0 && { order: nodeOf(handle) }),
    ...place(fields),
    ...(flowid !== undefined && { flowid }),
    ...(link !== undefined && { link: formatHandle(link) }),
    ...classifierFlags(fields.flags),
    ...fields.pcnt,
    ...(mark && {
      fwmark_value: hex0x(mark.val!),
      fwmark_mask: hex0x(mark.mask!),
      fwmark_success: mark.success,
    }),
    ...(sel && {
      ...matches(sel.keys),
      ...offset(sel),
      ...((sel.flags & EAT) !== 0 && { eat: true }),
      ...(sel.hmask !== 0 && { hash_mask: hexText(sel.hmask), hash_off: sel.hash_off }),
    }),
    ...police,
    ...(input_dev !== undefined && { input_dev }),
    ...(actions && { actions }),
  };
});
