/** What was asked of the kernel, and its answers, as a recording has them: asked again, they are given again. */
import type { Dumps, Request } from "../netlink/dump.ts";
import { RequestError, readError } from "../netlink/error.ts";
import {
  type Message,
  MessageWalk,
  NLM_F_DUMP_INTR,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
} from "../netlink/nlmsg.ts";

interface Exchange {
  readonly type: number;
  readonly body: Uint8Array;
  /** Messages, one after the other. */
  readonly answers: Uint8Array[];
  /** False: the dump was interrupted, or is not all there. */
  whole: boolean;
  given: boolean;
  /** It was not taken, but asked for again later. */
  putOff: boolean;
  /** How often the time had been asked for before. */
  readonly round: number;
}

export class Answers implements Dumps {
  #exchanges: Exchange[] = [];
  #given: Exchange | undefined;
  /** How often the time was asked for in the recording, and how often in the replay. */
  #rounds = { recorded: 0, replayed: 0 };

  clear(): void {
    this.#exchanges = [];
    this.#rounds = { recorded: 0, replayed: 0 };
  }

  /** The time is asked for: what is asked after that may have another answer than before. */
  round(where: "recorded" | "replayed"): void {
    this.#rounds[where]++;
  }

  request({ type, view, at, end }: Message): void {
    const body = bytes(view, at, end);
    const round = this.#rounds.recorded;
    this.#exchanges.push({ type, body, answers: [], whole: false, given: false, putOff: false, round });
  }

  answer({ type, flags, view, at, end }: Message): void {
    const last = this.#exchanges.at(-1);
    if (last === undefined) return;
    if (type === NLMSG_DONE) last.whole = (flags & NLM_F_DUMP_INTR) === 0;
    else last.answers.push(bytes(view, at - NLMSG_HDRLEN, end));
  }

  putLastOff(): void {
    const last = this.#exchanges.at(-1);
    if (last !== undefined) last.putOff = true;
  }

  /** What was given last was not taken. */
  get putOff(): boolean {
    return this.#given?.putOff === true;
  }

  dump<T>(
    request: Request,
    read: (message: Message) => T | undefined,
  ): { objects: T[]; interrupted: boolean } {
    const exchange = this.#find(request);
    const objects: T[] = [];
    // What was not asked then is not known now.
    if (exchange === undefined) return { objects, interrupted: true };
    for (const message of messages(exchange)) {
      if (message.type === NLMSG_ERROR)
        throw new RequestError(request.name, readError(message) ?? { error: 0 });
      const object = read(message);
      if (object !== undefined) objects.push(object);
    }
    return { objects, interrupted: !exchange.whole };
  }

  get<T>(request: Request, read: (message: Message) => T | undefined): T | undefined {
    const exchange = this.#find(request);
    if (exchange === undefined) return undefined;
    for (const message of messages(exchange)) return message.type === NLMSG_ERROR ? undefined : read(message);
    return undefined;
  }

  /** Every message that answers a request of this type. */
  *to(type: number): Generator<Message> {
    for (const exchange of this.#exchanges) if (exchange.type === type) yield* messages(exchange);
  }

  /**
   * What was asked twice is answered in turn. The round counts: then, others may have asked the same before, who do not
   * ask now.
   */
  #find({ type, body }: Request): Exchange | undefined {
    const asked = this.#exchanges.filter(
      (exchange) =>
        exchange.type === type &&
        exchange.body.length === body.length &&
        exchange.body.every((byte, i) => byte === body[i]),
    );
    const now = asked.filter(({ round }) => round === this.#rounds.replayed);
    const next =
      now.find(({ given }) => !given) ?? now.at(-1) ?? asked.find(({ given }) => !given) ?? asked.at(-1);
    if (next !== undefined) next.given = true;
    this.#given = next;
    return next;
  }
}

const bytes = (view: DataView, at: number, end: number): Uint8Array =>
  new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + at, end - at).slice();

function* messages({ answers }: Exchange): Generator<Message> {
  for (const answer of answers) {
    const walk = new MessageWalk(new DataView(answer.buffer), 0, answer.length);
    if (walk.next()) yield walk.message;
  }
}
