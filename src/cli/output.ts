/** Standard output of a run: collects a batch, writes it at once, and watches the reader. */
import { FdWriter } from "../../ffi/writer.ts";

/** How often a reader that does not keep up is offered more, in ms. */
const RETRY = 10;

export class Output {
  readonly #writer = new FdWriter(1);
  readonly #onClosed: () => void;
  readonly #onFull: (full: boolean) => void;
  #batch = "";
  #timer: Timer | undefined;
  #full = false;

  /** `onFull(true)`: the reader is so far behind that no more should be produced until `onFull(false)`. */
  constructor(onClosed: () => void, onFull: (full: boolean) => void) {
    this.#onClosed = onClosed;
    this.#onFull = onFull;
  }

  add(text: string): void {
    this.#batch += text;
    if (this.#batch.length > BATCH) this.write();
  }

  /** Hands the batch to the reader as far as it takes it. */
  write(): void {
    const batch = this.#batch;
    if (batch === "") return;
    this.#batch = "";
    this.#writer.write(batch);
    this.#after();
  }

  /** SIGIO when the reader goes; false where that cannot be had (then the next write tells). */
  watchReader(): boolean {
    return this.#writer.watch();
  }

  /** The reader may have gone without a write telling it. */
  checkReader(): void {
    if (this.#writer.hungUp()) this.#onClosed();
  }

  /** Writes what is left, as long as the reader takes something every `patience` ms; the bytes it did not take. */
  finish(patience: number): number {
    clearTimeout(this.#timer);
    this.#writer.write(this.#batch);
    this.#batch = "";
    while (!this.#writer.flush()) if (!this.#writer.waitWritable(patience)) break;
    return this.#writer.pending;
  }

  #after(): void {
    if (this.#writer.closed) {
      this.#onClosed();
      return;
    }
    const { pending } = this.#writer;
    if (pending > 0) this.#timer ??= setTimeout(this.#retry, RETRY);
    if (this.#full ? pending < LOW : pending > HIGH) {
      this.#full = !this.#full;
      this.#onFull(this.#full);
    }
  }

  readonly #retry = (): void => {
    this.#timer = undefined;
    this.#writer.flush();
    this.#after();
  };
}

/** Characters collected before they are written within a batch. */
const BATCH = 1 << 16;
/** Bytes waiting for the reader at which reading the kernel pauses, and at which it goes on. */
const HIGH = 64 << 20;
const LOW = 16 << 20;
