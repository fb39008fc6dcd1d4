/**
 * Dumps: ask the kernel for all objects of a kind, on a socket of their own, so that answers and notifications
 * never mix. The kernel sends NLM_F_DUMP_INTR when the table changed while it was walked: objects can then be
 * missing or twice, so the dump is asked for again.
 */
import { view as arena } from "../../ffi/arena.ts";
import {
  datagram,
  NETLINK_EXT_ACK,
  NETLINK_GET_STRICT_CHK,
  NetlinkSocket,
  NOTHING,
  OVERRUN,
} from "../../ffi/netlink.ts";
import type { Netns } from "../../ffi/netns.ts";
import { RequestError, readError } from "./error.ts";
import {
  encodeMessage,
  type Message,
  MessageWalk,
  NLM_F_DUMP,
  NLM_F_DUMP_INTR,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
} from "./nlmsg.ts";

/** How long the kernel may take for the next part of an answer, in ms. */
const TIMEOUT = 10_000;
/** A table that changes faster than it can be read is taken as it came after so many tries. */
const TRIES = 20;

export interface Request {
  /** Kernel name, for messages. */
  name: string;
  type: number;
  /** Family header and attributes. */
  body: Uint8Array;
}

/** Asks the kernel, or what has its answers. */
export interface Dumps {
  /**
   * Every message of a dump, through `read`; what it returns is collected. Throws RequestError when the kernel
   * refuses. `interrupted` tells that the table changed under each of the tries.
   */
  dump<T>(
    request: Request,
    read: (message: Message) => T | undefined,
  ): { objects: T[]; interrupted: boolean };
  /** One object, or undefined when the kernel has none (ENODEV, ENOENT, ...). */
  get<T>(request: Request, read: (message: Message) => T | undefined): T | undefined;
}

/** The kernel did not answer, or its answer does not make sense. */
class DumpError extends Error {
  override name = "DumpError";
}

export class DumpSession implements Dumps {
  readonly #protocol: number;
  readonly #netns: Netns | undefined;
  #socket: NetlinkSocket;
  #seq = 0;
  /** An answer is being read: there is one buffer for all. */
  #busy = false;

  constructor(protocol: number, netns?: Netns) {
    this.#protocol = protocol;
    this.#netns = netns;
    this.#socket = open(protocol, netns);
  }

  dump<T>(
    request: Request,
    read: (message: Message) => T | undefined,
  ): { objects: T[]; interrupted: boolean } {
    let objects: T[] = [];
    for (let left = TRIES; left > 0; left--) {
      objects = [];
      const whole = this.#exchange(request, NLM_F_REQUEST | NLM_F_DUMP, (message) => {
        const object = read(message);
        if (object !== undefined) objects.push(object);
      });
      if (whole) return { objects, interrupted: false };
    }
    return { objects, interrupted: true };
  }

  get<T>(request: Request, read: (message: Message) => T | undefined): T | undefined {
    if (this.#busy) return undefined;
    let object: T | undefined;
    try {
      this.#exchange(request, NLM_F_REQUEST, (message) => {
        object ??= read(message);
      });
    } catch (error) {
      if (error instanceof RequestError) return undefined;
      throw error;
    }
    return object;
  }

  #exchange(request: Request, flags: number, each: (message: Message) => void): boolean {
    this.#busy = true;
    try {
      return this.#ask(request, flags, each);
    } finally {
      this.#busy = false;
    }
  }

  /** False when the answer was interrupted or lost. */
  #ask(request: Request, flags: number, each: (message: Message) => void): boolean {
    const seq = ++this.#seq;
    this.#socket.send(encodeMessage(request.type, flags, seq, request.body));
    let whole = true;
    for (;;) {
      const length = this.#socket.receive();
      if (length === NOTHING)
        throw new DumpError(`${request.name}: no answer from the kernel in ${TIMEOUT / 1000} s`);
      if (length === OVERRUN) {
        this.#reopen();
        return false;
      }
      if (this.#socket.sender !== 0) continue;
      if (this.#socket.truncated)
        throw new DumpError(`${request.name}: answer longer than the receive buffer`);
      const walk = new MessageWalk(arena, datagram, datagram + length);
      while (walk.next()) {
        const { message } = walk;
        if (message.seq !== seq) continue;
        if ((message.flags & NLM_F_DUMP_INTR) !== 0) whole = false;
        if (message.type === NLMSG_DONE || message.type === NLMSG_ERROR) {
          const error = readError(message);
          if (error !== undefined && error.error < 0) throw new RequestError(request.name, error);
          return whole;
        }
        each(message);
        if ((flags & NLM_F_DUMP) === 0) return true;
      }
      if (walk.problem !== undefined) throw new DumpError(`${request.name}: ${walk.problem}`);
    }
  }

  /** The kernel is still at an answer that is of no use any more: it would not begin another on the same socket. */
  #reopen(): void {
    this.#socket.close();
    this.#socket = open(this.#protocol, this.#netns);
  }

  close(): void {
    this.#socket.close();
  }
}

function open(protocol: number, netns: Netns | undefined): NetlinkSocket {
  const socket = new NetlinkSocket(protocol, TIMEOUT, netns);
  socket.enable(NETLINK_EXT_ACK);
  socket.enable(NETLINK_GET_STRICT_CHK);
  return socket;
}
