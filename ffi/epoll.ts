/** epoll(7): which of a set of descriptors can be read. */
import { allocate, pointer, view } from "./arena.ts";
import { check, EINTR, lastErrno } from "./errno.ts";
import { libc } from "./libc.ts";

const EPOLL_CLOEXEC = 0o2000000;
const EPOLL_CTL_ADD = 1;
const EPOLL_CTL_DEL = 2;
const EPOLLIN = 1;
const MAX_EVENTS = 64;
/** struct epoll_event is packed on x86-64 only. */
const EVENT_SIZE = process.arch === "x64" ? 12 : 16;
const DATA = EVENT_SIZE - 8;

const events = allocate(MAX_EVENTS * EVENT_SIZE);
const eventsPointer = pointer(events);

export class Epoll {
  readonly fd = check("epoll_create1", libc.epoll_create1(EPOLL_CLOEXEC));

  add(fd: number): void {
    view.setUint32(events, EPOLLIN, true);
    view.setUint32(events + DATA, fd, true);
    view.setUint32(events + DATA + 4, 0, true);
    check("epoll_ctl", libc.epoll_ctl(this.fd, EPOLL_CTL_ADD, fd, eventsPointer));
  }

  delete(fd: number): void {
    check("epoll_ctl", libc.epoll_ctl(this.fd, EPOLL_CTL_DEL, fd, eventsPointer));
  }

  /** How many descriptors are ready within `timeout` ms (a signal counts as none); `ready(i)` names them. */
  wait(timeout: number): number {
    const count = libc.epoll_wait(this.fd, eventsPointer, MAX_EVENTS, timeout);
    if (count >= 0) return count;
    if (lastErrno() === EINTR) return 0;
    return check("epoll_wait", count);
  }

  ready(i: number): number {
    return view.getInt32(events + i * EVENT_SIZE + DATA, true);
  }

  close(): void {
    check("close", libc.close(this.fd));
  }
}
