/**
 * Waits for netlink sockets on Bun's one thread. A blocking epoll_wait would starve timers, children and signals,
 * so the kernel sends SIGIO (O_ASYNC) when a socket becomes readable, which wakes Bun's own loop. A signal a
 * message would cost more than the message: the first one disarms, then the sockets are drained until nothing came
 * for a millisecond, and only then armed again.
 */
import { view as arena } from "../../ffi/arena.ts";
import { Epoll } from "../../ffi/epoll.ts";
import { armSigio, disarmSigio, ownSigio, POLLIN, poll } from "../../ffi/fd.ts";
import { datagram, type NetlinkSocket, NOTHING, OVERRUN } from "../../ffi/netlink.ts";

/** Drain for at most so long (ms) before Bun's timers and children get their turn. */
const SLICE = 10;
/** Datagrams between two looks at the clock, and between two writes of the output. */
const BATCH = 256;

export interface Receiver {
  readonly socket: NetlinkSocket;
  /** A datagram from the kernel: [at, end) of `view`, valid during the call. */
  datagram(view: DataView, at: number, end: number): void;
  /** The kernel dropped messages; called when everything that came before the gap has been delivered. */
  overrun(): void;
  /** Everything that was there has been delivered: write it out. */
  drained(): void;
}

export class KernelLoop {
  readonly #epoll = new Epoll();
  readonly #receivers = new Map<number, Receiver>();
  /** Sockets that lost messages and still have older ones to deliver. */
  readonly #gaps = new Set<Receiver>();
  /** Reading is paused: nothing is drained, the kernel keeps (or drops and counts) what comes. */
  #paused = false;
  /** Work is going on or scheduled: SIGIO is disarmed and needs no attention. */
  #busy = false;

  /** A signal handler alone does not keep Bun's loop going. */
  readonly #keepAlive = setInterval(() => {}, 2 ** 31 - 1);

  constructor() {
    process.on("SIGIO", this.#wake);
  }

  add(receiver: Receiver): void {
    const { fd } = receiver.socket;
    this.#receivers.set(fd, receiver);
    this.#epoll.add(fd);
    ownSigio(fd);
    this.#wake();
  }

  /** Stops or resumes reading; for a consumer that cannot take more. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused) this.#wake();
  }

  /** Delivers, now, everything that has arrived. */
  drain(): void {
    for (const receiver of this.#receivers.values())
      while (poll(receiver.socket.fd, POLLIN, 0) !== 0) this.#drain(receiver);
  }

  close(): void {
    clearInterval(this.#keepAlive);
    process.off("SIGIO", this.#wake);
    for (const receiver of this.#receivers.values()) {
      disarmSigio(receiver.socket.fd);
      receiver.socket.close();
    }
    this.#receivers.clear();
    this.#epoll.close();
  }

  readonly #wake = (): void => {
    if (this.#busy || this.#paused) return;
    this.#busy = true;
    for (const fd of this.#receivers.keys()) disarmSigio(fd);
    this.#run();
  };

  readonly #run = (): void => {
    const until = performance.now() + SLICE;
    do {
      if (this.#paused) {
        this.#busy = false;
        return;
      }
      if (performance.now() >= until) {
        setImmediate(this.#run);
        return;
      }
    } while (this.#drainReady(1));
    for (const fd of this.#receivers.keys()) armSigio(fd);
    this.#busy = false;
    // What came between the last look and arming sends no signal.
    if (this.#epoll.wait(0) > 0) this.#wake();
  };

  /** Drains what is ready within `timeout` ms; false when nothing was. */
  #drainReady(timeout: number): boolean {
    const count = this.#epoll.wait(timeout);
    const ready: Receiver[] = [];
    for (let i = 0; i < count; i++) {
      const receiver = this.#receivers.get(this.#epoll.ready(i));
      if (receiver !== undefined) ready.push(receiver);
    }
    for (const receiver of ready) this.#drain(receiver);
    return count > 0;
  }

  /** Delivers what has arrived, at most BATCH datagrams; a gap is told once the queue before it is empty. */
  #drain(receiver: Receiver): void {
    const { socket } = receiver;
    for (let left = BATCH; left > 0; left--) {
      const length = socket.receive();
      if (length === NOTHING) {
        if (this.#gaps.delete(receiver)) receiver.overrun();
        break;
      }
      if (length === OVERRUN || socket.truncated) this.#gaps.add(receiver);
      else if (socket.sender === 0) receiver.datagram(arena, datagram, datagram + length);
    }
    receiver.drained();
  }
}
