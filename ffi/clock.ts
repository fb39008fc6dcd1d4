/** Clocks with microseconds, which Date does not have. */
import { allocate, pointer, view } from "./arena.ts";
import { libc } from "./libc.ts";

const CLOCK_REALTIME = 0;
const CLOCK_MONOTONIC = 1;
const timespec = allocate(16);
const timespecPointer = pointer(timespec);

/** Microseconds since 1970, UTC; exact as a number until the year 2255. */
export const now = (): number => read(CLOCK_REALTIME);

/** Microseconds since some time before, whatever happens to the wall clock. */
export const monotonic = (): number => read(CLOCK_MONOTONIC);

function read(clock: number): number {
  libc.clock_gettime(clock, timespecPointer);
  const seconds = view.getUint32(timespec + 4, true) * 0x1_0000_0000 + view.getUint32(timespec, true);
  return seconds * 1_000_000 + Math.floor(view.getUint32(timespec + 8, true) / 1000);
}

/** What adjtimex(2) returns when nobody keeps the clock right. */
const TIME_ERROR = 5;
const timexPointer = pointer(allocate(256));

/** Whether the kernel has been told that the clock is right (by an NTP client). */
export const synchronized = (): boolean => {
  const state = libc.adjtimex(timexPointer);
  return state >= 0 && state !== TIME_ERROR;
};
