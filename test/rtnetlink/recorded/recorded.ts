/** A message, the command that made it, and what it says. */
import type { Problem, UnknownAttribute } from "../../../src/netlink/context.ts";

export interface Recorded {
  title: string;
  /** In a network namespace, or "written by hand". */
  command: string;
  /** A comment per field; `wire` in ../corpus.ts reads them. */
  bytes: string;
  /** Of the device that the objects belong to. */
  ifindex: number | undefined;
  /** With everything that is no state as well (ages, timers, counters); devices are called `if3`. */
  bodies: readonly object[];
  problems?: readonly Problem[];
  unknown?: readonly UnknownAttribute[];
}
