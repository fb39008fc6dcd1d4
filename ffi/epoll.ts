/** epoll(7): which of a set of descriptors are ready. */
import { allocate, pointer, view } from "./arena.ts";
import { check, EINTR, ENOENT, lastErrno } from "./errno.ts";
import { libc } from "./libc.ts";

const EPOLL_CLOEXEC = 0o2000000;
const EPOLL_CTL_ADD = 1;
const EPOLL_CTL_DEL = 2;
const EPOLL_CTL_MOD = 3;
const F_GETFD = 1;
const FD_CLOEXEC = 1;
const MAX_EVENTS = 64;
/** How many descriptors are looked at for Bun's own: it opens them first thing, after those it inherits. */
const SCAN = 1024;
/** struct epoll_event is packed on x86-64 only. */
const EVENT_SIZE = process.arch === "x64" ? 12 : 16;
const DATA = EVENT_SIZE - 8;

/**
 * Events; EPOLLERR and EPOLLHUP are always reported, also where 0 is asked for. EPOLLPRI: a file in /proc that knows
 * when its text changes (mountinfo) has done so since last asked.
 */
export const EPOLLIN = 1;
export const EPOLLPRI = 2;
export const EPOLLOUT = 4;

const events = allocate(MAX_EVENTS * EVENT_SIZE);
const eventsPointer = pointer(events);

export class Epoll {
  readonly fd = check("epoll_create1", libc.epoll_create1(EPOLL_CLOEXEC));

  add(fd: number, wanted: number): void {
    this.#control(EPOLL_CTL_ADD, fd, wanted);
  }

  modify(fd: number, wanted: number): void {
    this.#control(EPOLL_CTL_MOD, fd, wanted);
  }

  delete(fd: number): void {
    this.#control(EPOLL_CTL_DEL, fd, 0);
  }

  #control(operation: number, fd: number, wanted: number): void {
    view.setUint32(events, wanted, true);
    view.setUint32(events + DATA, fd, true);
    view.setUint32(events + DATA + 4, 0, true);
    check("epoll_ctl", libc.epoll_ctl(this.fd, operation, fd, eventsPointer));
  }

  /** How many descriptors are ready within `timeout` ms (-1: no limit); a signal ends the wait with 0. */
  wait(timeout: number): number {
    const count = libc.epoll_wait(this.fd, eventsPointer, MAX_EVENTS, timeout);
    if (count >= 0) return count;
    if (lastErrno() === EINTR) return 0;
    return check("epoll_wait", count);
  }

  /** The i-th descriptor that is ready. */
  fdAt(i: number): number {
    return view.getInt32(events + i * EVENT_SIZE + DATA, true);
  }

  /**
   * The epoll descriptors of Bun's event loop. An epoll set answers ENOENT when asked to drop what it does not hold,
   * anything else EINVAL; one that a parent process left open is not close-on-exec.
   */
  bunEpolls(): number[] {
    const found: number[] = [];
    for (let fd = 3; fd < SCAN; fd++) {
      const flags = libc.fcntl(fd, F_GETFD, 0);
      if (flags < 0 || (flags & FD_CLOEXEC) === 0 || fd === this.fd) continue;
      const result = libc.epoll_ctl(fd, EPOLL_CTL_DEL, this.fd, eventsPointer);
      if (result < 0 && lastErrno() === ENOENT) found.push(fd);
    }
    return found;
  }
}
