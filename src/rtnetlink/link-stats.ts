/** Counters of a link: struct rtnl_link_stats64 (and its 32-bit elder), in the shape of `ip -s -j link`. */
import type { Type } from "../netlink/attr.ts";
import { u32, u64 } from "../netlink/types.ts";
import type { RtType } from "./types.ts";

/** Counters up to `compressed` were there from the first rtnetlink on. */
const FIRST = 23;

interface LinkStats {
  rx: Record<string, number>;
  tx: Record<string, number>;
}

/** In the order of the struct the counters alternate; here the numbers are their places. */
const linkStats = (type: Type<number>): RtType<LinkStats> => ({
  min: FIRST * type.min,
  read(view, start, length, cx) {
    const size = type.min;
    const at = (place: number): number => type.read(view, start + place * size, size, cx)!;
    const stats: LinkStats = {
      rx: {
        packets: at(0),
        bytes: at(2),
        errors: at(4),
        dropped: at(6),
        multicast: at(8),
        length_errors: at(10),
        over_errors: at(11),
        crc_errors: at(12),
        frame_errors: at(13),
        fifo_errors: at(14),
        missed_errors: at(15),
        compressed: at(21),
      },
      tx: {
        packets: at(1),
        bytes: at(3),
        errors: at(5),
        dropped: at(7),
        collisions: at(9),
        aborted_errors: at(16),
        carrier_errors: at(17),
        fifo_errors: at(18),
        heartbeat_errors: at(19),
        window_errors: at(20),
        compressed: at(22),
      },
    };
    if (length >= 24 * size) stats.rx.nohandler = at(23);
    if (length >= 25 * size) stats.rx.otherhost = at(24);
    return stats;
  },
});

export const stats = linkStats(u32);
export const stats64 = linkStats(u64);
