/**
 * Waits for descriptors in a program whose loop is Bun's own: the library's way. Each descriptor is armed with O_ASYNC;
 * the kernel's SIGIO wakes Bun, which calls us. While there is work, nothing is armed (a signal for each message would
 * cost more than the message); before the last one leaves, all are armed and asked once more, for what came in between.
 * Signals reach only the main thread.
 */
import { Epoll } from "./epoll.ts";
import { check } from "./errno.ts";
import { libc } from "./libc.ts";
import type { Reactor, Timeout } from "./reactor.ts";

const F_GETFL = 3;
const F_SETFL = 4;
const F_SETOWN = 8;
const O_ASYNC = 0o20000;

/** Keeps the process alive while something is waited for: timers do, signals do not. The longest that there is. */
const ALIVE = 2 ** 31 - 1;

export class GuestLoop implements Reactor {
  readonly #epoll = new Epoll();
  readonly #ready = new Map<number, () => void>();
  readonly #timers = new Map<Timeout, NodeJS.Timeout>();
  #alive: NodeJS.Timeout | undefined;
  #busy = false;

  constructor() {
    // For good: once armed, a late SIGIO without a handler would end the program.
    process.on("SIGIO", this.#wake);
  }

  add(fd: number, events: number, ready: () => void): void {
    this.#epoll.add(fd, events);
    this.#ready.set(fd, ready);
    this.#alive ??= setInterval(() => {}, ALIVE);
    check("fcntl(F_SETOWN)", libc.fcntl(fd, F_SETOWN, process.pid));
    this.#wake();
  }

  modify(fd: number, events: number): void {
    this.#epoll.modify(fd, events);
    this.#wake();
  }

  delete(fd: number): void {
    this.#arm(fd, false);
    this.#epoll.delete(fd);
    this.#ready.delete(fd);
    if (this.#ready.size > 0) return;
    clearInterval(this.#alive);
    this.#alive = undefined;
  }

  after(ms: number, run: () => void): Timeout {
    const timeout = { at: performance.now() + ms, run };
    this.#timers.set(
      timeout,
      setTimeout(() => {
        this.#timers.delete(timeout);
        run();
      }, ms),
    );
    return timeout;
  }

  cancel(timeout: Timeout | undefined): void {
    if (timeout === undefined) return;
    clearTimeout(this.#timers.get(timeout));
    this.#timers.delete(timeout);
  }

  readonly #wake = (): void => {
    if (this.#busy) return;
    this.#busy = true;
    for (const fd of this.#ready.keys()) this.#arm(fd, false);
    setImmediate(this.#turn);
  };

  /** One round of those who are ready; Bun has its turn between two rounds. */
  readonly #turn = (): void => {
    if (!this.#dispatch()) {
      for (const fd of this.#ready.keys()) this.#arm(fd, true);
      if (!this.#dispatch()) {
        this.#busy = false;
        return;
      }
      for (const fd of this.#ready.keys()) this.#arm(fd, false);
    }
    setImmediate(this.#turn);
  };

  #dispatch(): boolean {
    const count = this.#epoll.wait(0);
    const fds = Array.from({ length: count }, (_, i) => this.#epoll.fdAt(i));
    for (const fd of fds) this.#ready.get(fd)?.();
    return count > 0;
  }

  #arm(fd: number, armed: boolean): void {
    const flags = check("fcntl(F_GETFL)", libc.fcntl(fd, F_GETFL, 0));
    check("fcntl(F_SETFL)", libc.fcntl(fd, F_SETFL, armed ? flags | O_ASYNC : flags & ~O_ASYNC));
  }
}
