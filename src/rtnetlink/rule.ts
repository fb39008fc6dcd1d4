/** Routing rules: struct fib_rule_hdr and FRA_*, include/uapi/linux/fib_rules.h, as one element of `ip -j -d rule`. */
import { attr, type FieldsOf, ignored, table } from "../netlink/attr.ts";
import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { be32, be64, hex0x, mapped, str, u8, u16, u32, whenSet } from "../netlink/types.ts";
import { AF_INET, AF_INET6, familyName } from "./inet.ts";
import {
  dscpName,
  dsfieldName,
  groupName,
  ipProtocolName,
  protocolName,
  realmName,
  tableName,
} from "./names.ts";
import { object, type Reading } from "./object.ts";
import { RTM_DELRULE, RTM_GETRULE, RTM_NEWRULE, RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE } from "./rtm.ts";
import { typeName } from "./rtn.ts";
import { inet, type RtContext, type RtType } from "./types.ts";

/** struct fib_rule_hdr: family, dst_len, src_len, tos, table, two reserved, action, each u8; flags u32. */
const FIB_RULE_HDR_SIZE = 12;

const FIB_RULE_INVERT = 0x02;
const FIB_RULE_UNRESOLVED = 0x04;
const FIB_RULE_IIF_DETACHED = 0x08;
const FIB_RULE_OIF_DETACHED = 0x10;

const FR_ACT_TO_TBL = 1;
const FR_ACT_GOTO = 2;
const FR_ACT_NOP = 3;
/** RTN_NAT; what is none of these is the type of a route (`blackhole`, ...). */
const NAT = 10;

/** Bits of a full-length prefix. */
const HOST_LENGTHS: Readonly<Record<number, number>> = { [AF_INET]: 32, [AF_INET6]: 128 };

interface Range {
  start: number;
  end: number;
}

/** struct fib_rule_uid_range: start u32, end u32. */
const uidRange: RtType<Range> = {
  min: 8,
  read: (view, at) => ({ start: view.getUint32(at, true), end: view.getUint32(at + 4, true) }),
};

/** struct fib_rule_port_range: start u16, end u16. */
const portRange: RtType<Range> = {
  min: 4,
  read: (view, at) => ({ start: view.getUint16(at, true), end: view.getUint16(at + 2, true) }),
};

/** All bits set: not asked for. */
const NONE = 0xffff_ffff;
const unlessNone = mapped(u32, (value) => (value === NONE ? undefined : value));

const FRA = {
  1: attr("FRA_DST", "dst", inet),
  2: attr("FRA_SRC", "src", inet),
  3: attr("FRA_IIFNAME", "iif", str),
  4: attr("FRA_GOTO", "goto", u32),
  6: attr("FRA_PRIORITY", "priority", u32),
  10: attr("FRA_FWMARK", "fwmark", u32),
  11: attr("FRA_FLOW", "flow", u32),
  12: attr("FRA_TUN_ID", "tun_id", be64),
  13: attr("FRA_SUPPRESS_IFGROUP", "suppress_ifgroup", unlessNone),
  14: attr("FRA_SUPPRESS_PREFIXLEN", "suppress_prefixlen", unlessNone),
  15: attr("FRA_TABLE", "table", u32),
  16: attr("FRA_FWMASK", "fwmask", u32),
  17: attr("FRA_OIFNAME", "oif", str),
  18: ignored("FRA_PAD"),
  19: attr("FRA_L3MDEV", "l3mdev", whenSet),
  20: attr("FRA_UID_RANGE", "uid", uidRange),
  21: attr("FRA_PROTOCOL", "protocol", mapped(u8, protocolName)),
  22: attr("FRA_IP_PROTO", "ipproto", mapped(u8, ipProtocolName)),
  23: attr("FRA_SPORT_RANGE", "sport", portRange),
  24: attr("FRA_DPORT_RANGE", "dport", portRange),
  25: attr("FRA_DSCP", "dscp", mapped(u8, dscpName)),
  26: attr("FRA_FLOWLABEL", "flowlabel", mapped(be32, hex0x)),
  27: attr("FRA_FLOWLABEL_MASK", "flowlabel_mask", mapped(be32, hex0x)),
  28: attr("FRA_SPORT_MASK", "sport_mask", mapped(u16, hex0x)),
  29: attr("FRA_DPORT_MASK", "dport_mask", mapped(u16, hex0x)),
  30: attr("FRA_DSCP_MASK", "dscp_mask", mapped(u8, hex0x)),
} as const;

export const fra = table<RtContext>()("FRA", FRA);

export interface Rule {
  family?: string;
  family_index?: number;
  priority: number;
  not?: true;
  src: string;
  srclen?: number;
  dst?: string;
  dstlen?: number;
  tos?: string;
  fwmark?: string;
  fwmask?: string;
  iif?: string;
  /** There is no device of that name now. */
  iif_detached?: true;
  oif?: string;
  oif_detached?: true;
  l3mdev?: true;
  uid_start?: number;
  uid_end?: number;
  ipproto?: string;
  sport?: number;
  sport_mask?: string;
  sport_start?: number;
  sport_end?: number;
  dport?: number;
  dport_mask?: string;
  dport_start?: number;
  dport_end?: number;
  tun_id?: number;
  table?: string;
  suppress_prefixlen?: number;
  suppress_ifgroup?: string;
  flow_from?: string;
  flow_to?: string;
  masquerade?: true;
  goto?: number | string;
  /** There is no rule to go to. */
  unresolved?: true;
  nop?: true;
  action?: string;
  protocol?: string;
  dscp?: string;
  dscp_mask?: string;
  flowlabel?: string;
  flowlabel_mask?: string;
}

type RuleFields = FieldsOf<typeof FRA>;

function read({ view, at, end }: Message, cx: RtContext): Reading<Rule> | undefined {
  cx.reset();
  if (end - at < FIB_RULE_HDR_SIZE) {
    cx.problem("fib_rule_hdr", `${end - at} bytes, ${FIB_RULE_HDR_SIZE} expected`);
    return undefined;
  }
  const family = view.getUint8(at);
  cx.family = family;
  const of: RuleFields = fra.read(view, at + FIB_RULE_HDR_SIZE, end, cx);
  const flags = view.getUint32(at + 8, true);

  const body = {} as Rule;
  const name = familyName(family);
  if (name === undefined) body.family_index = family;
  else body.family = name;
  body.priority = of.priority ?? 0;
  if ((flags & FIB_RULE_INVERT) !== 0) body.not = true;
  setSelectors(body, of, view, at, flags);
  const table = of.table ?? view.getUint8(at + 4);
  if (table !== 0) {
    body.table = tableName(table);
    if (of.suppress_prefixlen !== undefined) body.suppress_prefixlen = of.suppress_prefixlen;
    if (of.suppress_ifgroup !== undefined) body.suppress_ifgroup = groupName(of.suppress_ifgroup);
  }
  if (of.flow !== undefined) {
    const from = of.flow >>> 16;
    if (from !== 0) body.flow_from = realmName(from);
    body.flow_to = realmName(of.flow & 0xffff);
  }
  setAction(body, of, view.getUint8(at + 7), flags);
  if (of.protocol !== undefined) body.protocol = of.protocol;
  if (of.dscp !== undefined) body.dscp = of.dscp;
  if (of.dscp_mask !== undefined) body.dscp_mask = of.dscp_mask;
  if (of.flowlabel !== undefined && of.flowlabel_mask !== undefined) {
    body.flowlabel = of.flowlabel;
    body.flowlabel_mask = of.flowlabel_mask;
  }
  cx.remember(body);
  return { dev: undefined, body, key: key(body) };
}

function setSelectors(body: Rule, of: RuleFields, view: DataView, at: number, flags: number): void {
  const host = HOST_LENGTHS[view.getUint8(at)];
  const srclen = view.getUint8(at + 2);
  body.src = of.src ?? (srclen === 0 ? "all" : "0");
  if (of.src === undefined ? srclen !== 0 : srclen !== host) body.srclen = srclen;
  const dstlen = view.getUint8(at + 1);
  if (of.dst !== undefined || dstlen !== 0) {
    body.dst = of.dst ?? "0";
    if (of.dst === undefined || dstlen !== host) body.dstlen = dstlen;
  }
  const tos = view.getUint8(at + 3);
  if (tos !== 0) body.tos = dsfieldName(tos);
  if (of.fwmark !== undefined || of.fwmask !== undefined) {
    body.fwmark = hex0x(of.fwmark ?? 0);
    if (of.fwmask !== undefined && of.fwmask !== NONE) body.fwmask = hex0x(of.fwmask);
  }
  if (of.iif !== undefined) {
    body.iif = of.iif;
    if ((flags & FIB_RULE_IIF_DETACHED) !== 0) body.iif_detached = true;
  }
  if (of.oif !== undefined) {
    body.oif = of.oif;
    if ((flags & FIB_RULE_OIF_DETACHED) !== 0) body.oif_detached = true;
  }
  if (of.l3mdev) body.l3mdev = true;
  if (of.uid !== undefined) {
    body.uid_start = of.uid.start;
    body.uid_end = of.uid.end;
  }
  if (of.ipproto !== undefined) body.ipproto = of.ipproto;
  if (of.sport !== undefined) setPorts(body, "sport", of.sport, of.sport_mask);
  if (of.dport !== undefined) setPorts(body, "dport", of.dport, of.dport_mask);
  if (of.tun_id !== undefined) body.tun_id = of.tun_id;
}

function setPorts(
  body: Rule,
  which: "sport" | "dport",
  { start, end }: Range,
  mask: string | undefined,
): void {
  if (start === end) {
    body[which] = start;
    if (mask !== undefined) body[`${which}_mask`] = mask;
  } else {
    body[`${which}_start`] = start;
    body[`${which}_end`] = end;
  }
}

function setAction(body: Rule, of: RuleFields, action: number, flags: number): void {
  switch (action) {
    case FR_ACT_TO_TBL:
      return;
    case FR_ACT_GOTO:
      body.goto = of.goto ?? "none";
      if ((flags & FIB_RULE_UNRESOLVED) !== 0) body.unresolved = true;
      return;
    case FR_ACT_NOP:
      body.nop = true;
      return;
    case NAT:
      body.masquerade = true;
      return;
    default:
      body.action = typeName(action);
  }
}

/** Everything by which the kernel chooses a rule and what it does: but not whether it finds what it names. */
const key = (rule: Rule): string => JSON.stringify({ ...rule, ...UNTOLD });
const UNTOLD = { iif_detached: undefined, oif_detached: undefined, unresolved: undefined };

const request = (family: number): Request => {
  const body = new Uint8Array(FIB_RULE_HDR_SIZE);
  body[0] = family;
  return { name: "RTM_GETRULE", type: RTM_GETRULE, body };
};

export const rule = object({
  set: RTM_NEWRULE,
  delete: RTM_DELRULE,
  groups: [RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE],
  dumps: () => [AF_INET, AF_INET6].map(request),
  read,
  outlivesDevice: true,
});
