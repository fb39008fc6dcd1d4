/**
 * Writes text to a descriptor (standard output) without ever waiting for its reader and without losing a byte:
 * what the reader does not take yet is kept, in order. Through write(2), because Bun's own streams truncate at
 * exit and hide a closed pipe.
 *
 * A pipe or terminal is reopened through /proc, which gives a file description of its own: O_NONBLOCK on the
 * inherited one would also change the shell's. Where that is not possible (a socket, somebody else's terminal),
 * poll(2) goes before each write of at most PIPE_BUF bytes. Files are written as they are: they do not block.
 */

import { fstatSync } from "node:fs";
import { allocate, bytes, pointer, setCString } from "./arena.ts";
import { EAGAIN, ECONNRESET, EINTR, EPIPE, lastErrno, SystemError } from "./errno.ts";
import { isatty, POLLERR, POLLHUP, POLLOUT, poll } from "./fd.ts";
import { hotPath } from "./hot.ts";
import { libc } from "./libc.ts";

const O_WRONLY = 1;
const O_NONBLOCK = 0o4000;
const O_CLOEXEC = 0o2000000;
const O_NOCTTY = 0o400;
const PIPE_BUF = 4096;
const CHUNK = 1 << 16;

const chunk = allocate(CHUNK);
const path = allocate(64);
const chunkBytes = bytes.subarray(chunk, chunk + CHUNK);

export class FdWriter {
  readonly #fd: number;
  /** write(2) may block: ask poll(2) first, and write no more than it promised room for. */
  readonly #polls: boolean;
  /** A file, a disk, /dev/null: takes what it is given, and epoll does not know it. */
  readonly #regular: boolean;
  #queue: Uint8Array[] = [];
  /** Bytes accepted and not yet written. */
  pending = 0;
  /** The reader is gone (EPIPE, ECONNRESET): everything further is dropped. */
  closed = false;

  constructor(fd: number) {
    const stat = fstatSync(fd);
    const regular = !(stat.isFIFO() || stat.isSocket() || isatty(fd));
    const own = regular || stat.isSocket() ? -1 : reopen(fd);
    this.#fd = own < 0 ? fd : own;
    this.#regular = regular;
    this.#polls = !regular && own < 0;
    hotPath(this.#put);
  }

  /** Takes all of `data`; writes what the reader takes now, and keeps a copy of the rest. */
  write(data: Uint8Array): void {
    if (this.closed) return;
    if (this.pending > 0) {
      this.#enqueue(data.slice());
      this.flush();
      return;
    }
    for (let from = 0; from < data.length; ) {
      const part = data.subarray(from, from + CHUNK);
      chunkBytes.set(part);
      const done = this.#put(part.length);
      if (this.closed) return;
      from += done;
      if (done === part.length) continue;
      this.#enqueue(data.slice(from));
      return;
    }
  }

  /** Writes what is pending as far as the reader takes it; true when nothing is left. */
  flush(): boolean {
    while (this.#queue.length > 0 && !this.closed) {
      const head = this.#queue[0]!;
      const part = head.length > CHUNK ? head.subarray(0, CHUNK) : head;
      chunkBytes.set(part);
      const done = this.#put(part.length);
      if (this.closed) return true;
      this.pending -= done;
      if (done === head.length) this.#queue.shift();
      else this.#queue[0] = head.subarray(done);
      if (done < part.length) return false;
    }
    return true;
  }

  /** Waits up to `timeout` ms for room; false when there was none. */
  waitWritable(timeout: number): boolean {
    return poll(this.#fd, POLLOUT, timeout) !== 0;
  }

  /** A descriptor that epoll can watch, for room and for the end of the reader; none for a file. */
  get watchable(): number | undefined {
    return this.#regular ? undefined : this.#fd;
  }

  /** Whether nobody can read any more; asks the kernel, so also while nothing is written. */
  hungUp(): boolean {
    if ((poll(this.#fd, 0, 0) & (POLLERR | POLLHUP)) !== 0) this.#close();
    return this.closed;
  }

  #enqueue(data: Uint8Array): void {
    this.#queue.push(data);
    this.pending += data.length;
  }

  #close(): void {
    this.closed = true;
    this.#queue = [];
    this.pending = 0;
  }

  /** Writes the first `length` bytes of the chunk as far as it goes; the number of bytes written. */
  #put(length: number): number {
    let at = 0;
    while (at < length) {
      if (this.#polls && (poll(this.#fd, POLLOUT, 0) & (POLLOUT | POLLERR)) === 0) break;
      const size = this.#polls ? Math.min(PIPE_BUF, length - at) : length - at;
      const written = Number(libc.write(this.#fd, pointer(chunk + at), size));
      if (written >= 0) {
        at += written;
        continue;
      }
      const errno = lastErrno();
      if (errno === EINTR) continue;
      if (errno === EAGAIN) break;
      if (errno !== EPIPE && errno !== ECONNRESET) throw new SystemError("write", errno);
      this.#close();
      return length;
    }
    return at;
  }
}

/** The same file, as a description of our own that does not block; -1 where it cannot be had. */
function reopen(fd: number): number {
  setCString(path, 64, `/proc/self/fd/${fd}`);
  return libc.open(pointer(path), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
}
