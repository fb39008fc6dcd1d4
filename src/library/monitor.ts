/** `monitor()`: events as an async iterator. */
import { Kernel } from "../kernel.ts";
import { Monitor } from "../monitor.ts";
import { type Event, plainEvent } from "./event.ts";
import { guestLoop } from "./guest.ts";
import { filterOf, type Selection, selectObjects } from "./selection.ts";

export interface MonitorOptions extends Selection {
  /** Patterns of event names: `link.up`, `address.*`; default: all that change something. */
  on?: readonly string[];
  /** Also events that change nothing: `*.refreshed`, `*.unchanged`. */
  all?: boolean;
  /** First the state there is, as `*.exists` events. */
  snapshot?: boolean;
  /** Bytes of receive buffer; default: as large as is allowed, up to 128 MiB. */
  rcvbuf?: number;
  /** Ends it. */
  signal?: AbortSignal;
  /** What a person should know: messages were lost, a group is not there. */
  onWarning?(text: string): void;
}

/** Events not yet taken at which reading the kernel pauses, and at which it goes on. */
const HIGH = 65_536;
const LOW = 16_384;

/**
 * What changes, as it happens, from now on. It ends with `signal`, with `break`, or with `return()`. A program that
 * takes its events slowly loses none: the kernel's queue fills, and what it drops is told (`monitor.overflow`) and
 * repaired. Throws a RangeError for names that do not exist, a SystemError (`code`, `syscall`) when the kernel refuses.
 */
export function monitor(options: MonitorOptions = {}): AsyncIterableIterator<Event> {
  return new Events(options);
}

class Events implements AsyncIterableIterator<Event> {
  readonly #kernel: Kernel;
  readonly #signal: AbortSignal | undefined;
  #queue: Event[] = [];
  /** Taken from the queue so far. */
  #taken = 0;
  #wake: (() => void) | undefined;
  #paused = false;
  #done = false;

  constructor(options: MonitorOptions) {
    const objects = selectObjects(options);
    const warn = options.onWarning ?? (() => {});
    const filter = filterOf(options, objects, options);
    this.#kernel = new Kernel(guestLoop(), {
      objects,
      rcvbuf: options.rcvbuf,
      onWarning: warn,
      onNote: () => {},
    });
    const follower = new Monitor(this.#kernel, {
      objects,
      filter,
      snapshot: options.snapshot === true,
      keepUnknown: true,
      onEvent: (event) => this.#queue.push(plainEvent(event)),
      onBatch: () => this.#told(),
      onWarning: warn,
    });
    this.#signal = options.signal;
    this.#signal?.addEventListener("abort", this.#end);
    this.#kernel.start(follower);
    if (this.#signal?.aborted) this.#end();
  }

  async next(): Promise<IteratorResult<Event, undefined>> {
    while (this.#taken >= this.#queue.length && !this.#done) {
      this.#queue = [];
      this.#taken = 0;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const event = this.#queue[this.#taken];
    if (event === undefined) return { done: true, value: undefined };
    this.#taken++;
    if (this.#paused && this.#waiting < LOW) this.#pause(false);
    return { done: false, value: event };
  }

  async return(): Promise<IteratorResult<Event, undefined>> {
    this.#end();
    this.#queue = [];
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  get #waiting(): number {
    return this.#queue.length - this.#taken;
  }

  #told(): void {
    if (this.#waiting === 0) return;
    if (!this.#paused && this.#waiting > HIGH) this.#pause(true);
    this.#wake?.();
  }

  #pause(paused: boolean): void {
    this.#paused = paused;
    if (!this.#done) this.#kernel.pause(paused);
  }

  readonly #end = (): void => {
    if (this.#done) return;
    this.#done = true;
    this.#signal?.removeEventListener("abort", this.#end);
    this.#kernel.close();
    this.#wake?.();
  };
}
