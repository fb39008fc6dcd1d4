/**
 * One run of a program, from its start to the end of everything that it started: its process group gets SIGTERM when
 * its time is up or when it leaves something behind, and SIGKILL when that does not help. The output of all of them
 * comes through one pipe.
 */
import { EPOLLIN } from "../../ffi/epoll.ts";
import { closeFd, memoryFile, openPipe, readPipe } from "../../ffi/pipe.ts";
import { isGroupAlive, signalGroup } from "./group.ts";
import { Lines } from "./lines.ts";

interface Timer {
  readonly at: number;
}

/** The event loop: ffi/loop.ts. */
export interface Waiter {
  add(fd: number, events: number, ready: () => void): void;
  delete(fd: number): void;
  after(ms: number, run: () => void): Timer;
  cancel(timer: Timer | undefined): void;
}

export interface RunOptions {
  argv: readonly string[];
  env: Readonly<Record<string, string>>;
  stdin: string;
  /** Time until SIGTERM, and from there to SIGKILL; in ms. */
  timeout: number;
  grace: number;
  onLine(line: string): void;
  onEnd(end: RunEnd): void;
}

export interface RunEnd {
  code: number | null;
  signal: NodeJS.Signals | number | null;
  /** From its start to its exit. */
  ms: number;
  timedOut: boolean;
  /** Processes of its group that were still there when it had ended. */
  leftBehind: boolean;
  /** Bytes of output that were too many to show. */
  dropped: number;
}

/** Output that is more than is shown is read at this pace, in ms: a pipe's worth (64 KiB) each time. */
const PACE = 20;
const READS = 4;
/** After the end of the program, its output and its group may take so long to end too, in ms. */
const LINGER = 1000;
/** When is looked again whether a group is gone, at first, and from time to time twice that; in ms. */
const POLL = 10;
const LONGEST_POLL = 200;

const encoder = new TextEncoder();

export class Run {
  readonly #waiter: Waiter;
  readonly #options: RunOptions;
  readonly #child: Bun.Subprocess;
  readonly #lines: Lines;
  readonly #reader: number;
  readonly #from = performance.now();
  #watching = false;
  #open = true;
  #timer: Timer | undefined;
  #paceTimer: Timer | undefined;
  #killAt = Number.POSITIVE_INFINITY;
  #killed = false;
  #ms = 0;
  #timedOut = false;
  #leftBehind = false;

  /** Throws when the program cannot be started: an error with `code` and a message that names it. */
  constructor(waiter: Waiter, options: RunOptions) {
    this.#waiter = waiter;
    this.#options = options;
    this.#lines = new Lines(options.onLine);
    const { reader, writer } = openPipe();
    let stdin = -1;
    try {
      stdin = memoryFile(encoder.encode(options.stdin));
      this.#child = Bun.spawn([...options.argv], {
        stdin,
        stdout: writer,
        stderr: writer,
        env: options.env,
        // A session and process group of its own.
        detached: true,
      });
    } catch (error) {
      closeFd(reader);
      throw error;
    } finally {
      closeFd(writer);
      if (stdin >= 0) closeFd(stdin);
    }
    this.#reader = reader;
    this.#watch();
    this.#timer = waiter.after(options.timeout, () => {
      this.#timedOut = true;
      this.terminate();
    });
    void this.#child.exited.then(() => this.#exited());
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** SIGTERM to the group, and SIGKILL after the grace. */
  terminate(): void {
    if (this.#killAt !== Number.POSITIVE_INFINITY) return;
    this.#killAt = performance.now() + this.#options.grace;
    signalGroup(this.pid, "SIGTERM");
    this.#waiter.cancel(this.#timer);
    this.#timer = this.#waiter.after(this.#options.grace, () => this.kill());
  }

  kill(): void {
    this.#killed = true;
    signalGroup(this.pid, "SIGKILL");
  }

  #exited(): void {
    this.#ms = performance.now() - this.#from;
    this.#waiter.cancel(this.#timer);
    this.#settle(performance.now() + LINGER, POLL);
  }

  /** The program has ended: waits for its output and for its group. */
  #settle(until: number, poll: number): void {
    this.#read();
    const now = performance.now();
    const alive = !this.#killed && isGroupAlive(this.pid);
    if (!alive && (!this.#open || now >= until)) {
      this.#end();
      return;
    }
    if (alive && now >= this.#killAt) this.kill();
    else if (alive && now >= until && this.#killAt === Number.POSITIVE_INFINITY) {
      this.#leftBehind = true;
      this.#killAt = now + this.#options.grace;
      signalGroup(this.pid, "SIGTERM");
    }
    const wait = Math.min(poll, Math.max(1, this.#killAt - now));
    this.#waiter.after(wait, () => this.#settle(until, Math.min(2 * poll, LONGEST_POLL)));
  }

  #end(): void {
    this.#close();
    this.#lines.end();
    this.#options.onEnd({
      code: this.#child.exitCode,
      signal: this.#child.signalCode,
      ms: this.#ms,
      timedOut: this.#timedOut,
      leftBehind: this.#leftBehind,
      dropped: this.#lines.dropped,
    });
  }

  #watch(): void {
    this.#waiter.add(this.#reader, EPOLLIN, this.#ready);
    this.#watching = true;
  }

  #unwatch(): void {
    if (this.#watching) this.#waiter.delete(this.#reader);
    this.#watching = false;
  }

  readonly #ready = (): void => {
    this.#read();
    if (!this.#lines.full || !this.#watching) return;
    this.#unwatch();
    this.#paceTimer = this.#waiter.after(PACE, () => this.#watch());
  };

  /** Reads what is there, as far as a pipe holds it. */
  #read(): void {
    for (let reads = 0; reads < READS && this.#open; reads++) {
      const data = readPipe(this.#reader);
      if (data === undefined) return;
      if (data.length > 0) this.#lines.add(data);
      else this.#close();
    }
  }

  #close(): void {
    if (!this.#open) return;
    this.#waiter.cancel(this.#paceTimer);
    this.#unwatch();
    this.#open = false;
    closeFd(this.#reader);
  }
}
