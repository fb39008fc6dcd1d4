/** Prefixes that a router advertises: struct prefixmsg and PREFIX_*, include/uapi/linux/rtnetlink.h. Received, not kept. */
import { attr, type FieldsOf, table } from "../netlink/attr.ts";
import { hex0x, struct, u32 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { familyName } from "./inet.ts";
import { object } from "./object.ts";
import { RTM_NEWPREFIX, RTNLGRP_IPV6_PREFIX } from "./rtm.ts";
import { inet, type RtContext } from "./types.ts";

/** struct prefixmsg: family u8, pad u8, pad u16, ifindex s32, type u8, len u8, flags u8, pad u8. */
const PREFIXMSG_SIZE = 12;

/** IF_PREFIX_*, and since Linux 6.9 the bits of the advertisement itself (RFC 4861 4.6.2, RFC 6275 7.2, RFC 9762). */
const FLAGS = [
  [0x01 | 0x80, "onlink"],
  [0x02 | 0x40, "autoconf"],
  [0x20, "router_address"],
  [0x10, "prefer_pd"],
] as const;

const PREFIX = {
  1: attr("PREFIX_ADDRESS", "address", inet),
  2: attr(
    "PREFIX_CACHEINFO",
    "cacheinfo",
    struct(8, [
      ["preferred_time", u32],
      ["valid_time", u32],
    ]),
  ),
} as const;

export const prefixTable = table<RtContext>()("PREFIX", PREFIX);

/** In the words of `ip monitor prefix`, which has no JSON for it. */
export interface Prefix {
  family?: string;
  family_index?: number;
  prefix?: string;
  dev?: Dev;
  onlink?: true;
  autoconf?: true;
  router_address?: true;
  prefer_pd?: true;
  /** Flags without a name, in hex. */
  prefix_flags?: string;
  /** Seconds; 4294967295 is forever. */
  valid?: number;
  preferred?: number;
}

export const prefix = object<Prefix>({
  set: RTM_NEWPREFIX,
  groups: [RTNLGRP_IPV6_PREFIX],
  dumps: () => [],
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < PREFIXMSG_SIZE) {
      cx.problem("prefixmsg", `${end - at} bytes, ${PREFIXMSG_SIZE} expected`);
      return undefined;
    }
    const family = view.getUint8(at);
    const ifindex = view.getInt32(at + 4, true);
    const length = view.getUint8(at + 9);
    const flags = view.getUint8(at + 10);
    cx.family = family;
    const of: FieldsOf<typeof PREFIX> = prefixTable.read(view, at + PREFIXMSG_SIZE, end, cx);
    const dev = cx.devs.get(ifindex);
    const body: Prefix = {};
    const name = familyName(family);
    if (name === undefined) body.family_index = family;
    else body.family = name;
    if (of.address !== undefined) body.prefix = `${of.address}/${length}`;
    body.dev = dev;
    let rest = flags;
    for (const [bits, key] of FLAGS) {
      if ((flags & bits) === 0) continue;
      body[key] = true;
      rest &= ~bits;
    }
    if (rest !== 0) body.prefix_flags = hex0x(rest);
    if (of.cacheinfo !== undefined) {
      body.valid = of.cacheinfo.valid_time!;
      body.preferred = of.cacheinfo.preferred_time!;
    }
    cx.remember(body);
    return { dev, body, key: `${ifindex} ${body.prefix}` };
  },
});
