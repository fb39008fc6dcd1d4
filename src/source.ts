/**
 * Where messages come from - the kernel, or a capture of what it said - and who follows them. A follower decides
 * nothing by a clock of its own: what it does depends only on what it is told, so that a capture gives it again.
 */

import type { Where } from "./events/event.ts";
import type { Process } from "./events/processes.ts";
import type { Dumps } from "./netlink/dump.ts";
import type { ObjectName } from "./rtnetlink/objects.ts";

export interface Source {
  /** Absent: the network namespace that nlmon was started in. */
  readonly where?: Where;
  /** Asks for what there is. */
  readonly dumps: Dumps;
  /** Whether it can be asked for this object; absent: for all. */
  reads?(object: ObjectName): boolean;
  /** Microseconds since 1970. */
  now(): number;
  /** The process that has this port id, where it is known. */
  by(portId: number): Process | undefined;
  /** Name of a device that no message has told yet. */
  ifname(ifindex: number): string | undefined;
  /** Brings messages about these too; absent: it brings what it has. */
  listen?(objects: Iterable<ObjectName>): void;
  /** What has been written may have a reader, whom the kernel has woken on this processor: lets it go first. */
  giveWay?(): void;
  /** Messages have arrived that are not told yet: what has just been read may be newer than they are. */
  waits?(): boolean;
  /** Does it a moment later, after which the follower is told that it has been drained; absent: nothing comes later. */
  later?(task: () => void): void;
  /** The state could not be read whole: has it read again, later. */
  again?(): void;
}

export interface Follower {
  /** Reads the state there is, which every message from now on changes. False: it changed while it was read. */
  start(): boolean;
  /** Messages that arrived at `time`: [at, end) of `view`, valid during the call. */
  datagram(time: number, view: DataView, at: number, end: number): void;
  /** Requests, answers and dumps of others, which a capture may hold besides: no news, but what they know is known. */
  overhear?(time: number, view: DataView, at: number, end: number): void;
  /** No more for now: time to write. `settle`: also for what is told once a burst is over. */
  drained(settle: boolean): void;
  /**
   * Reads the state again, at `time`: so many messages were lost, or the last time it was not whole. False: nor is it
   * this time.
   */
  resync(time: number, lost: number): boolean;
  /** The namespace is not there any more. */
  gone?(): void;
}
