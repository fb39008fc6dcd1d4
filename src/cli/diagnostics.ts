/** Standard error while something is followed: whoever reads it slowly, or not at all, does not hold that up. */
import { EPOLLOUT } from "../../ffi/epoll.ts";
import type { Loop } from "../../ffi/loop.ts";
import { FdWriter } from "../../ffi/writer.ts";
import type { LogWriter } from "./log.ts";

/** Bytes that wait for the reader; lines beyond are dropped and counted. */
const MOST = 1 << 20;
/** At the end the reader gets so long (ms). */
const PATIENCE = 100;

const encoder = new TextEncoder();

export class Diagnostics implements LogWriter {
  readonly #loop: Loop;
  readonly #writer: FdWriter;
  #watched = false;
  #dropped = 0;

  /** undefined: standard error is closed. */
  static open(loop: Loop): Diagnostics | undefined {
    try {
      return new Diagnostics(loop, new FdWriter(2));
    } catch {
      return undefined;
    }
  }

  private constructor(loop: Loop, writer: FdWriter) {
    this.#loop = loop;
    this.#writer = writer;
  }

  write(text: string): void {
    if (this.#writer.pending > MOST) this.#dropped++;
    else this.#writer.write(encoder.encode(text));
    this.#watch();
  }

  finish(): void {
    if (!this.#writer.flush()) this.#writer.waitWritable(PATIENCE);
    this.#writer.flush();
  }

  /** Only while something waits: a reader that has gone would wake us for ever. */
  #watch(): void {
    const { watchable, pending } = this.#writer;
    if (watchable === undefined || pending > 0 === this.#watched) return;
    this.#watched = pending > 0;
    if (this.#watched) this.#loop.add(watchable, EPOLLOUT, this.#ready);
    else this.#loop.delete(watchable);
  }

  readonly #ready = (): void => {
    this.#writer.flush();
    if (this.#dropped > 0 && this.#writer.pending === 0) {
      this.#writer.write(
        encoder.encode(`nlmon: warning: ${this.#dropped} lines dropped: nobody read standard error\n`),
      );
      this.#dropped = 0;
    }
    this.#watch();
  };
}
