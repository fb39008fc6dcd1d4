/** Standard output of a run: collects a batch, writes it at once, and watches the reader. */

import { EPOLLOUT } from "../../ffi/epoll.ts";
import { hotPath } from "../../ffi/hot.ts";
import type { Reactor } from "../../ffi/reactor.ts";
import { FdWriter } from "../../ffi/writer.ts";
import { Bytes } from "../output/bytes.ts";

/** At the end: a reader that takes nothing for so long (ms) is not waited for, nor any reader for longer than that. */
const PATIENCE = 100;
const LONGEST = 1000;
/** Bytes collected before they are written within a batch. */
const BATCH = 1 << 16;
/** Bytes waiting for the reader at which reading the kernel pauses, and at which it goes on. */
const HIGH = 64 << 20;
const LOW = 16 << 20;

export class Output {
  readonly #writer = new FdWriter(1);
  readonly #loop: Reactor;
  readonly #onClosed: () => void;
  readonly #onFull: (full: boolean) => void;
  /** What is to be written; `added` after each piece. */
  readonly batch = new Bytes();
  /** Waiting for the reader to take more. */
  #blocked = false;
  #full = false;

  /** `onFull(true)`: the reader is so far behind that no more should be produced until `onFull(false)`. */
  constructor(loop: Reactor, onClosed: () => void, onFull: (full: boolean) => void) {
    this.#loop = loop;
    this.#onClosed = onClosed;
    this.#onFull = onFull;
    hotPath(this.#after);
    const { watchable } = this.#writer;
    if (watchable !== undefined) loop.add(watchable, 0, this.#ready);
  }

  /** The reader has not taken all yet. */
  get waiting(): boolean {
    return this.#writer.pending > 0;
  }

  /** Something has been put into `batch`: it is handed on when there is much. */
  added(): void {
    if (this.batch.length > BATCH) this.write();
  }

  /** The same for bytes, which go out at once. */
  send(data: Uint8Array): void {
    this.write();
    this.#writer.write(data);
    this.#after();
  }

  /** Hands the batch to the reader as far as it takes it. False: there is none. */
  write(): boolean {
    if (this.batch.length === 0) return false;
    this.#writer.write(this.batch.data);
    this.batch.clear();
    this.#after();
    return true;
  }

  /** Writes what is left while the reader takes something every 100 ms, for a second; the bytes it did not take. */
  finish(): number {
    const until = performance.now() + LONGEST;
    this.#writer.write(this.batch.data);
    this.batch.clear();
    while (!this.#writer.flush())
      if (performance.now() > until || !this.#writer.waitWritable(PATIENCE)) break;
    return this.#writer.pending;
  }

  #after(): void {
    if (this.#writer.closed) {
      this.#onClosed();
      return;
    }
    const { pending } = this.#writer;
    const { watchable } = this.#writer;
    if (pending > 0 !== this.#blocked && watchable !== undefined) {
      this.#blocked = pending > 0;
      this.#loop.modify(watchable, this.#blocked ? EPOLLOUT : 0);
    }
    if (this.#full ? pending < LOW : pending > HIGH) {
      this.#full = !this.#full;
      this.#onFull(this.#full);
    }
  }

  /** The reader has taken something, or has gone. */
  readonly #ready = (): void => {
    if (!this.#writer.hungUp()) this.#writer.flush();
    this.#after();
  };
}
