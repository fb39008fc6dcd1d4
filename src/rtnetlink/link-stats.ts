/** Counters of a link: struct rtnl_link_stats64 (and its 32-bit elder), in the shape of `ip -s -j link`. */
import type { Type } from "../netlink/attr.ts";
import { struct, u32, u64 } from "../netlink/types.ts";
import type { RtType } from "./types.ts";

/** In the order of the struct; where each goes under `rx` or `tx`. */
const COUNTERS = [
  ["rx", "packets"],
  ["tx", "packets"],
  ["rx", "bytes"],
  ["tx", "bytes"],
  ["rx", "errors"],
  ["tx", "errors"],
  ["rx", "dropped"],
  ["tx", "dropped"],
  ["rx", "multicast"],
  ["tx", "collisions"],
  ["rx", "length_errors"],
  ["rx", "over_errors"],
  ["rx", "crc_errors"],
  ["rx", "frame_errors"],
  ["rx", "fifo_errors"],
  ["rx", "missed_errors"],
  ["tx", "aborted_errors"],
  ["tx", "carrier_errors"],
  ["tx", "fifo_errors"],
  ["tx", "heartbeat_errors"],
  ["tx", "window_errors"],
  ["rx", "compressed"],
  ["tx", "compressed"],
  ["rx", "nohandler"],
  ["rx", "otherhost"],
] as const;

/** Counters up to `compressed` were there from the first rtnetlink on. */
const FIRST = 23;

interface LinkStats {
  rx: Record<string, number>;
  tx: Record<string, number>;
}

function linkStats(type: Type<number>): RtType<LinkStats> {
  const counters = struct(
    FIRST * type.min,
    COUNTERS.map(([side, name]) => [`${side} ${name}`, type] as const),
  );
  return {
    min: counters.min,
    read(view, at, length, cx) {
      const values = counters.read(view, at, length, cx) ?? {};
      const stats: LinkStats = { rx: {}, tx: {} };
      for (const [side, name] of COUNTERS) {
        const value = values[`${side} ${name}`];
        if (value !== undefined) stats[side][name] = value;
      }
      return stats;
    },
  };
}

export const stats = linkStats(u32);
export const stats64 = linkStats(u64);
