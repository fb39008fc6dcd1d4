/** Small things that every file descriptor can do: close, be polled, be armed to send SIGIO. */
import { allocate, pointer, view } from "./arena.ts";
import { check, EINTR, lastErrno } from "./errno.ts";
import { libc } from "./libc.ts";

const F_SETFL = 4;
const F_SETOWN = 8;
const O_NONBLOCK = 0o4000;
const O_ASYNC = 0o20000;

export const POLLIN = 1;
export const POLLOUT = 4;
export const POLLERR = 8;
export const POLLHUP = 16;

const pollfd = allocate(8);
const pollfdPointer = pointer(pollfd);

export const close = (fd: number): number => check("close", libc.close(fd));
export const isatty = (fd: number): boolean => libc.isatty(fd) === 1;

/** poll(2) for one descriptor: the events that hold, 0 on time-out or signal. `timeout` in ms, -1 waits. */
export function poll(fd: number, events: number, timeout: number): number {
  view.setInt32(pollfd, fd, true);
  view.setInt16(pollfd + 4, events, true);
  view.setInt16(pollfd + 6, 0, true);
  const ready = libc.poll(pollfdPointer, 1, timeout);
  if (ready < 0 && lastErrno() !== EINTR) check("poll", ready);
  return ready > 0 ? view.getInt16(pollfd + 6, true) : 0;
}

/** SIGIO for `fd` goes to this process from now on (once armed). */
export const ownSigio = (fd: number): number =>
  check("fcntl(F_SETOWN)", libc.fcntl(fd, F_SETOWN, libc.getpid()));

/** Sends SIGIO whenever a non-blocking `fd` becomes ready. Its default action ends the process: handle it first. */
export const armSigio = (fd: number): number =>
  check("fcntl(F_SETFL)", libc.fcntl(fd, F_SETFL, O_NONBLOCK | O_ASYNC));
export const disarmSigio = (fd: number): number =>
  check("fcntl(F_SETFL)", libc.fcntl(fd, F_SETFL, O_NONBLOCK));
