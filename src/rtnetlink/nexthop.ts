/**
 * Nexthop objects: struct nhmsg and NHA_*, include/uapi/linux/nexthop.h, as one element of `ip -j -d nexthop`. Groups
 * of them, resilient ones with buckets; those of forwarding databases.
 */
import { attr, type Fields, type FieldsOf, ignored, many, nest, table } from "../netlink/attr.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { flag, mapped, u16, u32, uint } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { type Encap, encap, encapOf, encapType } from "./encap/index.ts";
import { familyName } from "./inet.ts";
import { protocolName, scopeName } from "./names.ts";
import { object, type Reading } from "./object.ts";
import { routeFlags } from "./route-nexthops.ts";
import { RTM_DELNEXTHOP, RTM_GETNEXTHOP, RTM_NEWNEXTHOP, RTNLGRP_NEXTHOP } from "./rtm.ts";
import { clockTicks, devIfAny, inet, type RtContext, type RtType } from "./types.ts";

/** struct nhmsg: family u8, scope u8, protocol u8, reserved u8, flags u32. */
export const NHMSG_SIZE = 8;

/** struct nexthop_grp: id u32, weight u8, weight_high u8, reserved u16. */
const NEXTHOP_GRP_SIZE = 8;
/** In NHA_OP_FLAGS of an answer: weight_high is no garbage. */
const NHA_OP_FLAG_RESP_GRP_RESVD_0 = 0x8000_0000;

/** NEXTHOP_GRP_TYPE_*; that of most groups ip does not print. */
const TYPES = ["mpath", "resilient"];

/** Six digits, as printf's %g writes a time. */
const shortened = (seconds: number): number => Number(seconds.toPrecision(6));

/** clock_t in 32 or 64 bits, as seconds. */
export const seconds: RtType<number> = mapped(clockTicks, shortened);
const seconds32: RtType<number> = mapped(u32, (ticks) => shortened(ticks / 100));

interface Member {
  id: number;
  /** Without the upper half. */
  low: number;
  high: number;
}

const members: RtType<Member[]> = {
  min: 0,
  read(view, at, length, cx) {
    const list: Member[] = [];
    for (let offset = 0; offset + NEXTHOP_GRP_SIZE <= length; offset += NEXTHOP_GRP_SIZE)
      list.push({
        id: view.getUint32(at + offset, true),
        low: view.getUint8(at + offset + 4),
        high: view.getUint8(at + offset + 5),
      });
    if (length % NEXTHOP_GRP_SIZE !== 0) cx.problem("NHA_GROUP", `${length} bytes, no multiple of 8`);
    return list;
  },
};

export const resGroup = table<RtContext>()("NHA_RES_GROUP", {
  0: ignored("NHA_RES_GROUP_PAD"),
  1: attr("NHA_RES_GROUP_BUCKETS", "buckets", u16),
  2: attr("NHA_RES_GROUP_IDLE_TIMER", "idle_timer", seconds32),
  3: attr("NHA_RES_GROUP_UNBALANCED_TIMER", "unbalanced_timer", seconds32),
  4: attr("NHA_RES_GROUP_UNBALANCED_TIME", "unbalanced_time", seconds),
});

export const groupStatsEntry = table<RtContext>()("NHA_GROUP_STATS_ENTRY", {
  1: attr("NHA_GROUP_STATS_ENTRY_ID", "id", u32),
  2: attr("NHA_GROUP_STATS_ENTRY_PACKETS", "packets", uint),
  3: attr("NHA_GROUP_STATS_ENTRY_PACKETS_HW", "packets_hw", uint),
});

export const groupStats = table<RtContext>()("NHA_GROUP_STATS", {
  1: many("NHA_GROUP_STATS_ENTRY", "entries", nest(groupStatsEntry)),
});

const NHA = {
  1: attr("NHA_ID", "id", u32),
  2: attr("NHA_GROUP", "group", members),
  3: attr("NHA_GROUP_TYPE", "type", u16),
  4: attr("NHA_BLACKHOLE", "blackhole", flag),
  5: attr("NHA_OIF", "dev", devIfAny),
  6: attr("NHA_GATEWAY", "gateway", inet),
  7: encapType("NHA_ENCAP_TYPE"),
  8: encap("NHA_ENCAP"),
  9: ignored("NHA_GROUPS"),
  10: ignored("NHA_MASTER"),
  11: attr("NHA_FDB", "fdb", flag),
  12: attr("NHA_RES_GROUP", "resilient_args", nest(resGroup)),
  13: ignored("NHA_RES_BUCKET"),
  14: attr("NHA_OP_FLAGS", "op_flags", u32),
  15: attr("NHA_GROUP_STATS", "group_stats", nest(groupStats), "detail"),
  16: attr("NHA_HW_STATS_ENABLE", "hw_stats_enable", u32),
  17: attr("NHA_HW_STATS_USED", "hw_stats_used", u32),
} as const;

export const nha = table<RtContext>()("NHA", NHA);

export interface NexthopObject {
  /** Of its gateway; a group has none. */
  family?: string;
  family_index?: number;
  id?: number;
  group?: { id: number; weight?: number }[];
  type?: string;
  resilient_args?: {
    buckets?: number;
    idle_timer?: number;
    unbalanced_timer?: number;
    unbalanced_time?: number;
  };
  encap?: Encap;
  gateway?: string;
  dev?: Dev;
  scope: string;
  blackhole?: true;
  protocol: string;
  flags: string[];
  /** It is for a forwarding database. */
  fdb?: true;
  hw_stats?: { enabled: boolean; used: boolean };
  group_stats?: Fields[];
}

/** The family and the attributes of a message; undefined when its header is not whole. */
export function header({ view, at, end }: Message, cx: RtContext): number | undefined {
  cx.reset();
  if (end - at < NHMSG_SIZE) {
    cx.problem("nhmsg", `${end - at} bytes, ${NHMSG_SIZE} expected`);
    return undefined;
  }
  cx.family = view.getUint8(at);
  return cx.family;
}

function read(message: Message, cx: RtContext): Reading<NexthopObject> | undefined {
  const family = header(message, cx);
  if (family === undefined) return undefined;
  const { view, at, end } = message;
  const of: FieldsOf<typeof NHA> = nha.read(view, at + NHMSG_SIZE, end, cx);

  const body = {} as NexthopObject;
  const name = familyName(family);
  if (name !== undefined) body.family = name;
  else if (family !== 0) body.family_index = family;
  if (of.id !== undefined) body.id = of.id;
  if (of.group !== undefined) body.group = of.group.map((member) => shown(member, of.op_flags ?? 0));
  if (of.type) body.type = TYPES[of.type] ?? "<unknown type>";
  if (of.resilient_args !== undefined) body.resilient_args = of.resilient_args;
  if (of.encap_type !== undefined) body.encap = encapOf(of)!;
  if (of.gateway !== undefined) body.gateway = of.gateway;
  if (of.dev !== undefined) body.dev = of.dev;
  body.scope = scopeName(view.getUint8(at + 1));
  if (of.blackhole) body.blackhole = true;
  body.protocol = protocolName(view.getUint8(at + 2));
  body.flags = routeFlags(view.getUint32(at + 4, true));
  if (of.fdb) body.fdb = true;
  if (of.hw_stats_enable !== undefined)
    body.hw_stats = { enabled: of.hw_stats_enable !== 0, used: Boolean(of.hw_stats_used) };
  const stats = of.group_stats?.entries;
  if (stats !== undefined) body.group_stats = stats;
  cx.remember(body);
  return { dev: of.dev, body, key: String(of.id ?? "") };
}

/** A weight of 1 goes without saying. */
function shown({ id, low, high }: Member, opFlags: number): { id: number; weight?: number } {
  const weight = ((opFlags & NHA_OP_FLAG_RESP_GRP_RESVD_0) === 0 ? low : (high << 8) | low) + 1;
  return weight === 1 ? { id } : { id, weight };
}

export const nexthop = object({
  set: RTM_NEWNEXTHOP,
  delete: RTM_DELNEXTHOP,
  groups: [RTNLGRP_NEXTHOP],
  dumps: () => [{ name: "RTM_GETNEXTHOP", type: RTM_GETNEXTHOP, body: new Uint8Array(NHMSG_SIZE) }],
  read,
  ticking: new Set(["unbalanced_time"]),
});
