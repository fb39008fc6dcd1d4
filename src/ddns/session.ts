/** Talks with one server: signs what goes there, believes only what is signed in return. */
import { Closed, type Connection, type Edge, NoAnswer, type Server, serverText } from "./edge.ts";
import { Failure } from "./failure.ts";
import type { Key } from "./key.ts";
import { type Decoded, decode, encode, type Message, rcodeOf } from "./message.ts";
import { answerTo } from "./query.ts";
import { distrustFailure, type Situation } from "./sentences.ts";
import { sign, verify } from "./tsig.ts";

export class Session {
  readonly server: string;
  readonly #edge: Edge;
  readonly #at: Server;
  readonly #key: Key | undefined;
  #connection: Connection | undefined;

  constructor(edge: Edge, at: Server, key: Key | undefined) {
    this.server = serverText(at);
    this.#edge = edge;
    this.#at = at;
    this.#key = key;
  }

  /** The answer, whatever its response code is. `what` is for the sentence if there is none to be believed. */
  async ask(message: Message, zone: string, what: string): Promise<Decoded | Failure> {
    const key = this.#key;
    const plain = encode(message);
    const { data, mac } = key === undefined ? { data: plain, mac: plain } : sign(plain, key, this.#now());
    try {
      const answerData = await this.#exchange(data, message);
      const answer = decode(answerData);
      if (typeof answer === "string")
        return new Failure(`${this.server} sends a damaged answer: ${answer}`, "elsewhere");
      if (key === undefined) return answer;
      const now = this.#now();
      const distrust = verify(answerData, answer, key, mac, now);
      if (distrust === undefined) return answer;
      return distrustFailure(distrust, rcodeOf(answer), now, { ...this.situation(zone, what), key });
    } catch (error) {
      if (error instanceof NoAnswer) return new Failure(`${this.server} ${error.message}`, "elsewhere");
      throw error;
    }
  }

  situation(zone: string, what: string): Situation {
    return { server: this.server, zone, key: this.#key, what };
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  get edge(): Edge {
    return this.#edge;
  }

  /** A server may close a connection after any answer (RFC 7766, section 6.2.3): then once more, on a new one. */
  async #exchange(data: Uint8Array, message: Message): Promise<Uint8Array> {
    const accept = answerTo(message);
    if (this.#connection?.isOpen) {
      try {
        return await this.#connection.ask(data, accept);
      } catch (error) {
        if (!(error instanceof Closed)) throw error;
      }
    }
    this.#connection = await this.#edge.network.tcp(this.#at);
    return this.#connection.ask(data, accept);
  }

  #now(): number {
    return Math.floor(this.#edge.wallClock() / 1000);
  }
}
