/** Kind `flow`: TCA_FLOW_*. */
import { attr, table } from "../../../netlink/attr.ts";
import { hex0x, mapped, u32 } from "../../../netlink/types.ts";
import type { RtContext } from "../../types.ts";
import { boundActions } from "../act.ts";
import { ematch } from "../ematches/index.ts";
import { filterKind, oldPolice } from "../filter-kind.ts";
import { classid } from "../handle.ts";

/** FLOW_KEY_*, a bit each. */
const KEYS = [
  "src",
  "dst",
  "proto",
  "proto-src",
  "proto-dst",
  "iif",
  "priority",
  "mark",
  "nfct",
  "nfct-src",
  "nfct-dst",
  "nfct-proto-src",
  "nfct-proto-dst",
  "rt-classid",
  "sk-uid",
  "sk-gid",
  "vlan-tag",
  "rxhash",
];
/** FLOW_MODE_* */
const MODES = ["map", "hash"];

const flowAttributes = table<RtContext>()("TCA_FLOW", {
  1: attr(
    "TCA_FLOW_KEYS",
    "keys",
    mapped(u32, (bits) => KEYS.filter((_, bit) => (bits & (1 << bit)) !== 0)),
  ),
  2: attr(
    "TCA_FLOW_MODE",
    "mode",
    mapped(u32, (mode) => MODES[mode] ?? hex0x(mode)),
  ),
  3: attr("TCA_FLOW_BASECLASS", "baseclass", classid),
  4: attr("TCA_FLOW_RSHIFT", "rshift", u32),
  5: attr("TCA_FLOW_ADDEND", "addend", mapped(u32, hex0x)),
  6: attr("TCA_FLOW_MASK", "mask", u32),
  7: attr("TCA_FLOW_XOR", "xor", u32),
  8: attr("TCA_FLOW_DIVISOR", "divisor", u32),
  9: attr("TCA_FLOW_ACT", "actions", boundActions),
  10: attr("TCA_FLOW_POLICE", "police", oldPolice),
  11: attr("TCA_FLOW_EMATCHES", "ematch", ematch),
  12: attr("TCA_FLOW_PERTURB", "perturb", u32),
});

type Fields = typeof flowAttributes.fields;

/** What is done with the bits of the key; what changes nothing is not shown. */
function bitwise({ mask = 0xffff_ffff, xor: value = 0 }: Fields): object {
  const or = ((mask & value) ^ value) >>> 0;
  const xor = (mask & value) >>> 0;
  return {
    ...(mask !== 0xffff_ffff && { and: hex0x(mask) }),
    ...(xor !== 0 && { xor: hex0x(xor) }),
    ...(or !== 0 && { or: hex0x(or) }),
  };
}

export const flow = filterKind(flowAttributes, (fields, handle) => {
  const { keys, mode, rshift, addend, divisor, baseclass, perturb, ematch, police, actions } = fields;
  return {
    handle: hex0x(handle),
    ...(mode !== undefined && { mode }),
    ...(keys && { keys }),
    ...bitwise(fields),
    ...(rshift !== undefined && { rshift }),
    ...(addend !== undefined && { addend }),
    ...(divisor !== undefined && { divisor }),
    ...(baseclass !== undefined && { baseclass }),
    ...(perturb !== undefined && { perturb }),
    ...(ematch !== undefined && { ematch }),
    ...police,
    ...(actions && { actions }),
  };
});
