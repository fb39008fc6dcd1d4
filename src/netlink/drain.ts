/** Reads a netlink socket empty, and tells where the kernel dropped messages. */
import { view } from "../../ffi/arena.ts";
import { datagram, type NetlinkSocket, NOTHING, OVERRUN } from "../../ffi/netlink.ts";

/** Datagrams between two writes of the output, and before others get their turn. */
const BATCH = 256;

/** What is still in the queue at the end may take so long, in ms. */
const FINISH = 50;

export interface Receiver {
  /** A datagram from the kernel: [at, end) of `view`, valid during the call; `nsid`: of another namespace. */
  datagram(view: DataView, at: number, end: number, nsid: number | undefined): void;
  /** The kernel dropped messages; called when everything that came before the gap has been delivered. */
  overrun(): void;
  /** Everything that was there (`empty`), or a batch of it, has been delivered: write it out. */
  drained(empty: boolean): void;
}

export class Drain {
  readonly #socket: NetlinkSocket;
  readonly #receiver: Receiver;
  /** Messages were lost, and older ones are still to be delivered: the kernel drops until the queue is empty. */
  #gap = false;

  constructor(socket: NetlinkSocket, receiver: Receiver) {
    this.#socket = socket;
    this.#receiver = receiver;
  }

  /** Delivers what has arrived, at most a batch; true when there was no more. */
  read(): boolean {
    const socket = this.#socket;
    const receiver = this.#receiver;
    let empty = false;
    for (let left = BATCH; left > 0 && !empty; left--) {
      const length = socket.receive();
      if (length === NOTHING) empty = true;
      else if (length === OVERRUN || socket.truncated) this.#gap = true;
      else if (socket.sender === 0) receiver.datagram(view, datagram, datagram + length, socket.nsid);
    }
    if (empty && this.#gap) {
      this.#gap = false;
      receiver.overrun();
    }
    receiver.drained(empty);
    return empty;
  }

  /** Delivers what has arrived up to now, at the end of a run; not what a flood brings meanwhile. */
  finish(): void {
    const until = performance.now() + FINISH;
    while (!this.read() && performance.now() < until);
  }
}
