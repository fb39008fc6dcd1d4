/** RTA_METRICS: RTAX_*, include/uapi/linux/rtnetlink.h. */
import { attr, type Fields, nest, table } from "../netlink/attr.ts";
import { hex0x, mapped, str, u32 } from "../netlink/types.ts";
import type { RtContext, RtType } from "./types.ts";

const RTAX_FEATURE_ECN = 1 << 0;
const RTAX_FEATURE_TCP_USEC_TS = 1 << 4;

const RTAX = {
  1: attr("RTAX_LOCK", "lock", u32),
  2: attr("RTAX_MTU", "mtu", u32),
  3: attr("RTAX_WINDOW", "window", u32),
  4: attr(
    "RTAX_RTT",
    "rtt",
    mapped(u32, (eighths) => Math.trunc(eighths / 8)),
  ),
  5: attr(
    "RTAX_RTTVAR",
    "rttvar",
    mapped(u32, (quarters) => Math.trunc(quarters / 4)),
  ),
  6: attr("RTAX_SSTHRESH", "ssthresh", u32),
  7: attr("RTAX_CWND", "cwnd", u32),
  8: attr("RTAX_ADVMSS", "advmss", u32),
  9: attr("RTAX_REORDERING", "reordering", u32),
  10: attr("RTAX_HOPLIMIT", "hoplimit", u32),
  11: attr("RTAX_INITCWND", "initcwnd", u32),
  12: attr("RTAX_FEATURES", "features", u32),
  13: attr("RTAX_RTO_MIN", "rto_min", u32),
  14: attr("RTAX_INITRWND", "initrwnd", u32),
  15: attr("RTAX_QUICKACK", "quickack", u32),
  16: attr("RTAX_CC_ALGO", "congestion", str),
  17: attr("RTAX_FASTOPEN_NO_COOKIE", "fastopen_no_cookie", u32),
} as const;

export const rtax = table<RtContext>()("RTAX", RTAX);
const attributes = nest(rtax);

/** In their order; a bit of RTAX_LOCK for each. */
const VALUES = Object.entries(RTAX)
  .filter(([, { key }]) => key !== "lock")
  .map(([number, { key }]) => ({ key, bit: 1 << Number(number) }));

/** A hop limit that is left to the device. */
const DEFAULT = 0xffff_ffff;

/** An array of one object, as ip has it, and `lock`: the names of those that path MTU discovery must not change. */
export const metrics: RtType<Fields[]> = {
  min: 0,
  read(view, at, length, cx) {
    const values = attributes.read(view, at, length, cx)! as Fields;
    const lock = (values.lock ?? 0) as number;
    const shown: Fields = {};
    const locked: string[] = [];
    for (const { key, bit } of VALUES) {
      const isLocked = (lock & bit) !== 0;
      if (isLocked) locked.push(key);
      const value = values[key] ?? (isLocked ? 0 : undefined);
      if (value === undefined || (key === "hoplimit" && value === DEFAULT)) continue;
      if (key === "features") Object.assign(shown, features(value as number));
      else shown[key] = value;
    }
    if (locked.length > 0) shown.lock = locked;
    return [shown];
  },
};

function features(bits: number): Fields {
  const shown: Fields = {};
  if ((bits & RTAX_FEATURE_ECN) !== 0) shown.ecn = true;
  if ((bits & RTAX_FEATURE_TCP_USEC_TS) !== 0) shown.tcp_usec_ts = true;
  if ((bits & ~(RTAX_FEATURE_ECN | RTAX_FEATURE_TCP_USEC_TS)) !== 0) shown.features = hex0x(bits);
  return shown;
}
