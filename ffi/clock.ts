/** The wall clock with microseconds, which Date does not have. */
import { allocate, pointer, view } from "./arena.ts";
import { libc } from "./libc.ts";

const CLOCK_REALTIME = 0;
const timespec = allocate(16);
const timespecPointer = pointer(timespec);

/** Microseconds since 1970, UTC; exact as a number until the year 2255. */
export function now(): number {
  libc.clock_gettime(CLOCK_REALTIME, timespecPointer);
  const seconds = view.getUint32(timespec + 4, true) * 0x1_0000_0000 + view.getUint32(timespec, true);
  return seconds * 1_000_000 + Math.floor(view.getUint32(timespec + 8, true) / 1000);
}
