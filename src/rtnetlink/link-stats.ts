/** Counters of a link: struct rtnl_link_stats64 (and its 32-bit elder), in the shape of `ip -s -j link`. */
import type { Type } from "../netlink/attr.ts";
import { u32, u64 } from "../netlink/types.ts";
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

/** The first ones of a side: a copy has its keys at once. */
const keysOf = (wanted: string): Record<string, number> =>
  Object.fromEntries(
    COUNTERS.slice(0, FIRST).flatMap(([side, name]) => (side === wanted ? [[name, 0]] : [])),
  );
const RX = keysOf("rx");
const TX = keysOf("tx");

const linkStats = (type: Type<number>): RtType<LinkStats> => ({
  min: FIRST * type.min,
  read(view, at, length, cx) {
    const stats: LinkStats = { rx: { ...RX }, tx: { ...TX } };
    for (let i = 0; i < COUNTERS.length && (i + 1) * type.min <= length; i++) {
      const [side, name] = COUNTERS[i]!;
      stats[side][name] = type.read(view, at + i * type.min, type.min, cx)!;
    }
    return stats;
  },
});

export const stats = linkStats(u32);
export const stats64 = linkStats(u64);
