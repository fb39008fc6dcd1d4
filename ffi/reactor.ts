/** Something that waits for descriptors and times: alone in its thread (loop.ts), or as a guest of Bun's loop (guest-loop.ts). */

export interface Reactor {
  /** Calls `ready` whenever one of `events` (EPOLLIN, EPOLLOUT; errors always) holds for `fd`. */
  add(fd: number, events: number, ready: () => void): void;
  modify(fd: number, events: number): void;
  delete(fd: number): void;
  /** Calls `run` once, `ms` from now. */
  after(ms: number, run: () => void): Timeout;
  cancel(timeout: Timeout | undefined): void;
}

export interface Timeout {
  readonly at: number;
  readonly run: () => void;
}
