/** What a capture is read as, whatever its format: packets, and what ends them. */
import type { Input } from "./input.ts";

/** One packet: netlink messages as [at, end) of `view`, valid until the next is read. */
export interface Packet {
  /** Microseconds since 1970, UTC. */
  time: number;
  view: DataView;
  at: number;
  end: number;
  /** Where in the file it starts. */
  offset: number;
  /** Bytes of it that are not in the capture, which keeps only so many of each. */
  missing: number;
  /** Packets that were lost before this one, as far as the format tells. */
  lost: number;
}

/** Something because of which a file cannot be read on. */
export class Damage {
  constructor(
    readonly offset: number,
    readonly what: string,
  ) {}
}

/**
 * What reading came to: PACKET, or PASSED something that is none, or MORE bytes are needed for either, or the file
 * is damaged. Nothing is taken from the input for MORE.
 */
export type Found = typeof PACKET | typeof PASSED | typeof MORE | Damage;
export const PACKET = "packet";
export const PASSED = "passed";
export const MORE = "more";

export interface Format {
  /** Reads on in `input`; a packet goes to `into`. */
  next(input: Input, into: Packet): Found;
  /** Why a file has no packet, where that is known. */
  readonly nothing?: Damage | undefined;
}

/** Longest packet: what libpcap takes, and more than any datagram of the kernel's. */
export const MAX_PACKET = 1 << 18;
