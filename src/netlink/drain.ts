/** Reads a netlink socket empty, and tells where the kernel dropped messages. */

import { view } from "../../ffi/arena.ts";
import { now } from "../../ffi/clock.ts";
import { POLLIN, poll } from "../../ffi/fd.ts";
import { hotPath } from "../../ffi/hot.ts";
import { isTruncated, lengthOf, nsidOf, receiveMany, SLOTS, senderOf, slot } from "../../ffi/mmsg.ts";
import { type NetlinkSocket, NOTHING, OVERRUN } from "../../ffi/netlink.ts";

/** Times that all slots are filled between two writes of the output, and before others get their turn. */
const BATCH = 8;

/** What is still in the queue at the end may take so long, in ms. */
const FINISH = 50;

export interface Receiver {
  /**
   * A datagram from the kernel, received at `time`: [at, end) of `view`, valid during the call; `nsid`: of another
   * namespace.
   */
  datagram(time: number, view: DataView, at: number, end: number, nsid: number | undefined): void;
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
    hotPath(this.#deliver);
  }

  /** Delivers what has arrived, at most a batch; true when there was no more. */
  read(): boolean {
    const receiver = this.#receiver;
    let empty = false;
    for (let left = BATCH; left > 0 && !empty; left--) {
      const count = receiveMany(this.#socket);
      if (count === OVERRUN) this.#gap = true;
      else if (count !== NOTHING) this.#deliver(count);
      // What is there and did not come along is an overrun: that is heard of at once, but first what came is told.
      empty = count >= 0 ? count < SLOTS : count === NOTHING;
    }
    // Nobody would call again for a queue that has become empty with the last of the batch.
    if (!empty && !this.waits()) empty = true;
    if (empty && this.#gap) {
      this.#gap = false;
      receiver.overrun();
    }
    receiver.drained(empty);
    return empty;
  }

  #deliver(count: number): void {
    const time = now();
    for (let i = 0; i < count; i++) {
      if (isTruncated(i)) this.#gap = true;
      else if (senderOf(i) === 0)
        this.#receiver.datagram(time, view, slot(i), slot(i) + lengthOf(i), nsidOf(i));
    }
  }

  /** Delivers what has arrived up to now, at the end of a run; not what a flood brings meanwhile. */
  finish(): void {
    const until = performance.now() + FINISH;
    do this.read();
    while (this.waits() && performance.now() < until);
  }

  /** There are messages, or an overrun. */
  waits(): boolean {
    return poll(this.#socket.fd, POLLIN, 0) !== 0;
  }
}
