/** A netlink socket that listens to multicast groups: its buffer, its turn in the loop, what was lost on it. */
import { EPOLLIN } from "../../ffi/epoll.ts";
import { NetlinkSocket } from "../../ffi/netlink.ts";
import type { Netns } from "../../ffi/netns.ts";
import type { Reactor } from "../../ffi/reactor.ts";
import { Drain, type Receiver } from "./drain.ts";

/** Room asked for when nothing else is said: some 100,000 messages. Used only when they pile up. */
export const DEFAULT_RCVBUF = 128 << 20;

export class Subscription {
  /** Bytes of receive buffer that the kernel granted. */
  readonly rcvbuf: number;
  readonly #loop: Reactor;
  readonly #socket: NetlinkSocket;
  readonly #drain: Drain;
  /** The kernel's drop counter when last read. */
  #drops = 0;

  /** Subscribes at once; nothing is delivered before `start`. `rcvbuf` undefined: as large as is allowed. */
  constructor(
    loop: Reactor,
    protocol: number,
    receiver: Receiver,
    rcvbuf: number | undefined,
    netns?: Netns,
  ) {
    this.#loop = loop;
    this.#socket = new NetlinkSocket(protocol, undefined, netns);
    this.#drain = new Drain(this.#socket, receiver);
    this.rcvbuf = this.#socket.setReceiveBuffer(rcvbuf ?? DEFAULT_RCVBUF);
  }

  /** False: this kernel does not have the group. */
  join(group: number): boolean {
    return this.#socket.join(group);
  }

  /** The kernel queues only what this program (classic BPF) accepts; undefined: everything. */
  setFilter(program: Uint8Array | undefined): void {
    this.#socket.setFilter(program);
  }

  /** Hears all network namespaces that have an id in its own. */
  listenToAll(): void {
    this.#socket.listenToAll();
  }

  /** Delivers from the loop's next turn on. */
  start(): void {
    this.#loop.add(this.#socket.fd, EPOLLIN, () => this.#drain.read());
  }

  /** Stops or resumes reading; while it is stopped, the kernel keeps what comes, then drops and counts it. */
  pause(paused: boolean): void {
    this.#loop.modify(this.#socket.fd, paused ? 0 : EPOLLIN);
  }

  close(): void {
    this.#loop.delete(this.#socket.fd);
    this.#socket.close();
  }

  /** Delivers, now, everything that has arrived. */
  finish(): void {
    this.#drain.finish();
  }

  /** Something has arrived that is not delivered yet. */
  waits(): boolean {
    return this.#drain.waits();
  }

  /** Messages lost since this was last asked, after an overrun: at least one, for not every loss is counted. */
  lost(): number {
    const drops = this.#socket.drops();
    const lost = (drops - this.#drops) >>> 0;
    this.#drops = drops;
    return Math.max(1, lost);
  }
}
