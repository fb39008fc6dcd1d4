/** Small things that every file descriptor can do. */
import { allocate, pointer, view } from "./arena.ts";
import { check, EAGAIN, EINTR, lastErrno } from "./errno.ts";
import { libc } from "./libc.ts";

export const POLLIN = 1;
export const POLLOUT = 4;
export const POLLERR = 8;
export const POLLHUP = 16;

const LOCK_EX = 2;
const LOCK_NB = 4;

const pollfd = allocate(8);
const pollfdPointer = pointer(pollfd);

export const isatty = (fd: number): boolean => libc.isatty(fd) === 1;

/** flock(2): has the file for itself until the descriptor is closed. False: another has it. */
export const lock = (fd: number): boolean =>
  libc.flock(fd, LOCK_EX | LOCK_NB) === 0 || lastErrno() !== EAGAIN;

/**
 * poll(2) for one descriptor: the events that hold, 0 on time-out or, where there is something to wait for, on a signal.
 * `timeout` in ms, -1 waits.
 */
export function poll(fd: number, events: number, timeout: number): number {
  view.setInt32(pollfd, fd, true);
  view.setInt16(pollfd + 4, events, true);
  view.setInt16(pollfd + 6, 0, true);
  const ready = libc.poll(pollfdPointer, 1, timeout);
  if (ready < 0) {
    if (lastErrno() !== EINTR) check("poll", ready);
    if (timeout === 0) return poll(fd, events, 0);
  }
  return ready > 0 ? view.getInt16(pollfd + 6, true) : 0;
}

/** Sleeps for a millisecond, or until a signal. */
export const nap = (): void => void libc.poll(null, 0, 1);

/** Lets others go first that wait for this processor. */
export const giveWay = (): void => void libc.sched_yield();
