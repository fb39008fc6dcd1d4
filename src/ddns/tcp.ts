/** DNS over TCP (RFC 1035, section 4.2.2; RFC 7766): each message has its length in front, 16 bits. */
import { createConnection, type Socket } from "node:net";
import { type Accept, Closed, type Connection, type Edge, NoAnswer, type Server } from "./edge.ts";

/** Until the connection stands, and for each answer, in ms. */
const CONNECT_TIMEOUT = 5_000;
const ANSWER_TIMEOUT = 10_000;

/** No message is longer, with its length. */
const MOST = 2 + 0xffff;

type Timing = Pick<Edge, "after" | "cancel">;

export function connectTcp(timing: Timing, { address, port }: Server): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: address, port });
    const timer = timing.after(CONNECT_TIMEOUT, () => fail(new NoAnswer("does not answer (TCP)")));
    const fail = (error: Error): void => {
      timing.cancel(timer);
      socket.destroy();
      reject(error);
    };
    socket.once("error", (error) => fail(noAnswer(error)));
    socket.once("connect", () => {
      timing.cancel(timer);
      socket.removeAllListeners("error");
      socket.setNoDelay(true);
      resolve(new TcpConnection(timing, socket));
    });
  });
}

/** What is waited for: one at a time. */
interface Pending {
  accept: Accept;
  resolve(data: Uint8Array): void;
  reject(error: NoAnswer): void;
}

class TcpConnection implements Connection {
  readonly #timing: Timing;
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #pending: Pending | undefined;
  #failure: NoAnswer | undefined;

  constructor(timing: Timing, socket: Socket) {
    this.#timing = timing;
    this.#socket = socket;
    socket.on("data", (data: Uint8Array) => this.#take(data));
    socket.on("error", (error) => this.#fail(noAnswer(error)));
    for (const event of ["end", "close"])
      socket.on(event, () => this.#fail(new Closed("closed the connection without an answer")));
  }

  get isOpen(): boolean {
    return this.#failure === undefined;
  }

  ask(query: Uint8Array, accept: Accept): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      const timer = this.#timing.after(ANSWER_TIMEOUT, () =>
        this.#fail(new NoAnswer("took the message and does not answer")),
      );
      const done = (): void => {
        this.#pending = undefined;
        this.#timing.cancel(timer);
      };
      this.#pending = {
        accept,
        resolve(data) {
          done();
          resolve(data);
        },
        reject(error) {
          done();
          reject(error);
        },
      };
      const framed = new Uint8Array(2 + query.length);
      framed.set([query.length >>> 8, query.length & 0xff]);
      framed.set(query, 2);
      this.#socket.write(framed);
      // It may have come before it was asked for.
      this.#take(new Uint8Array());
    });
  }

  close(): void {
    this.#failure ??= new NoAnswer("closed");
    this.#socket.destroy();
  }

  /** A message may come in pieces, and several in one. */
  #take(data: Uint8Array): void {
    let rest = Buffer.concat([this.#received, data]);
    while (this.#pending !== undefined && rest.length >= 2) {
      const end = 2 + rest.readUInt16BE(0);
      if (rest.length < end) break;
      const message = Uint8Array.from(rest.subarray(2, end));
      rest = rest.subarray(end);
      if (this.#pending.accept(message)) this.#pending.resolve(message);
    }
    this.#received = rest;
    if (rest.length > MOST) this.#fail(new NoAnswer("sends what nobody asked for"));
  }

  #fail(error: NoAnswer): void {
    this.#failure ??= error;
    this.#socket.destroy();
    this.#pending?.reject(this.#failure);
  }
}

function noAnswer({ code = "", message }: NodeJS.ErrnoException): NoAnswer {
  if (code === "ECONNRESET" || code === "EPIPE") return new Closed("broke the connection off");
  // Bun says ECONNREFUSED also where there is no route.
  if (code === "ECONNREFUSED")
    return new NoAnswer("cannot be connected to (nothing listens on TCP there, a firewall, or no route)");
  return new NoAnswer(`cannot be reached (${code || message})`);
}
