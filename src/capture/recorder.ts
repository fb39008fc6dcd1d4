/**
 * Writes down what a follower is told and what it asks for, so that a replay can tell it again: it stands between a
 * source and its follower, and is each to the other.
 */
import { version } from "../../package.json";
import type { Process } from "../events/processes.ts";
import type { Dumps, Request } from "../netlink/dump.ts";
import { RequestError } from "../netlink/error.ts";
import {
  encodeMessage,
  type Message,
  MessageWalk,
  NLM_F_DUMP,
  NLM_F_DUMP_INTR,
  NLM_F_MULTI,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_OVERRUN,
} from "../netlink/nlmsg.ts";
import { Devs } from "../rtnetlink/dev.ts";
import { kept, type ObjectName } from "../rtnetlink/objects.ts";
import { RtContext } from "../rtnetlink/types.ts";
import type { Follower, Source } from "../source.ts";
import { readObject } from "../state/read.ts";
import { PACKET_KERNEL, PACKET_USER } from "./linktype.ts";
import { BEGIN_BATCH, BEGIN_DRAINED, BEGIN_RESYNC, BEGIN_SNAPSHOT, type Note, writeNote } from "./note.ts";
import { pcapRecord } from "./pcap-writer.ts";

/** Where the packets go. */
export interface Tape {
  write(packet: Uint8Array): void;
  /** No more for now. */
  flush(): void;
}

const ENODEV = 19;

export class Recorder implements Source, Follower {
  /** Messages so far, without those that were asked for. */
  messages = 0;
  readonly dumps: Dumps;
  readonly #source: Source;
  readonly #objects: ReadonlySet<ObjectName>;
  /** What a file begins with. */
  readonly #first: Note;
  readonly #tape: Tape;
  readonly #follower: Follower;
  /** The last message: what is to be said of it comes out only when the next comes, or none for now. */
  #held: { time: number; message: Uint8Array; note: Note } | undefined;
  /** Between `begin` and `end` of what is asked. */
  #open = false;
  /** What is begun if something is asked now. */
  #reason = BEGIN_SNAPSHOT;
  /** Something was told since the last time that all was derived from what was told. */
  #unsettled = false;
  #seq = 0;

  constructor(
    source: Source,
    objects: ReadonlySet<ObjectName>,
    tape: Tape,
    follower: (source: Source) => Follower,
  ) {
    this.#source = source;
    this.#objects = objects;
    this.#first = { nlmon: version, begin: BEGIN_SNAPSHOT, objects: kept(objects).join(",") };
    this.#tape = tape;
    this.dumps = {
      dump: (request, read) => this.#dump(request, read),
      get: (request, read) => this.#get(request, read),
    };
    this.#follower = follower(this);
  }

  now(): number {
    if (!this.#open) this.#begin({ begin: this.#reason });
    const time = this.#source.now();
    this.#write(writeNote({ now: 1 }), time);
    return time;
  }

  by(portId: number): Process | undefined {
    return this.#source.by(portId);
  }

  ifname(ifindex: number): string | undefined {
    const ifname = this.#source.ifname(ifindex);
    const said = ifname === undefined ? String(ifindex) : `${ifindex} ${ifname}`;
    if (this.#open || this.#held === undefined) this.#write(writeNote({ ifnames: [said] }));
    else (this.#held.note.ifnames ??= []).push(said);
    return ifname;
  }

  waits(): boolean {
    const waits = this.#source.waits?.() === true;
    if (waits) this.#write(writeNote({ waits: 1 }));
    return waits;
  }

  giveWay(): void {
    this.#source.giveWay?.();
  }

  later(task: () => void): void {
    this.#source.later?.(() => {
      this.#release({ more: 1 });
      this.#write(writeNote({ later: 1 }));
      this.#unsettled = true;
      task();
    });
  }

  start(): boolean {
    this.#begin(this.#first);
    const whole = this.#follower.start();
    this.#end();
    this.#tape.flush();
    return whole;
  }

  datagram(time: number, view: DataView, at: number, end: number): void {
    const walk = new MessageWalk(view, at, end);
    let next = at;
    while (walk.next()) {
      const { message } = walk;
      this.#hold(time, view, message.at - NLMSG_HDRLEN, message.end, message.pid);
      next = message.at - NLMSG_HDRLEN + ((message.end - message.at + NLMSG_HDRLEN + 3) & ~3);
    }
    if (walk.problem !== undefined) this.#hold(time, view, next, end, 0);
    this.#unsettled = true;
    this.#follower.datagram(time, view, at, end);
  }

  drained(settle: boolean): void {
    this.#reason = settle ? BEGIN_DRAINED : BEGIN_BATCH;
    this.#follower.drained(settle);
    if (this.#open) this.#end();
    else if (settle && this.#held !== undefined) this.#release({});
    else if (settle && this.#unsettled) this.#write(writeNote({ begin: BEGIN_DRAINED, end: 1 }));
    if (settle) this.#unsettled = false;
    this.#tape.flush();
  }

  resync(time: number, lost: number): boolean {
    const note: Note = { begin: BEGIN_RESYNC, lost };
    if (lost === 0) this.#begin(note, time);
    else {
      this.#release({ more: 1 });
      this.#open = true;
      const overrun = encodeMessage(NLMSG_OVERRUN, 0, 0, new Uint8Array());
      this.#tape.write(pcapRecord(time, PACKET_USER, overrun, writeNote(note)));
    }
    const whole = this.#follower.resync(time, lost);
    this.#end();
    this.#unsettled = true;
    return whole;
  }

  /** Writes the state there is, at the start of another file. */
  snapshot(): void {
    this.#begin(this.#first);
    const cx = new RtContext(new Devs());
    for (const object of kept(this.#objects)) readObject(this.dumps, object, cx);
    this.now();
    this.#end();
  }

  /** Nothing is under way: a file may end here. */
  get idle(): boolean {
    return !this.#open && this.#held === undefined;
  }

  /** Nothing more comes. */
  close(): void {
    this.#release({});
    if (this.#open) this.#end();
    this.#tape.flush();
  }

  #hold(time: number, view: DataView, at: number, end: number, portId: number): void {
    this.#release({ more: 1 });
    const message = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + at, end - at).slice();
    const comm = this.#source.by(portId)?.comm;
    this.#held = { time, message, note: comm === undefined ? {} : { comm } };
    this.messages++;
  }

  #release(also: Note): void {
    if (this.#held === undefined) return;
    const { time, message, note } = this.#held;
    const all = { ...note, ...also };
    const written = Object.keys(all).length === 0 ? undefined : writeNote(all);
    this.#tape.write(pcapRecord(time, PACKET_USER, message, written));
    this.#held = undefined;
  }

  #begin(note: Note, time = this.#source.now()): void {
    this.#release({ more: 1 });
    this.#open = true;
    this.#write(writeNote(note), time);
  }

  #end(): void {
    this.#open = false;
    this.#write(writeNote({ end: 1 }));
  }

  #dump<T>(
    request: Request,
    read: (message: Message) => T | undefined,
  ): { objects: T[]; interrupted: boolean } {
    this.#ask(request, NLM_F_REQUEST | NLM_F_DUMP);
    try {
      const { objects, interrupted } = this.#source.dumps.dump(request, (message) => ({
        packet: this.#answer(message),
        object: read(message),
      }));
      for (const { packet } of objects) this.#tape.write(packet);
      const done = encodeMessage(
        NLMSG_DONE,
        NLM_F_MULTI | (interrupted ? NLM_F_DUMP_INTR : 0),
        this.#seq,
        new Uint8Array(4),
      );
      this.#write(done);
      return {
        objects: objects.flatMap(({ object }) => (object === undefined ? [] : [object])),
        interrupted,
      };
    } catch (error) {
      if (error instanceof RequestError) this.#refuse(request, error.error.error);
      throw error;
    }
  }

  #get<T>(request: Request, read: (message: Message) => T | undefined): T | undefined {
    this.#ask(request, NLM_F_REQUEST);
    let packet: Uint8Array | undefined;
    const object = this.#source.dumps.get(request, (message) => {
      packet = this.#answer(message);
      return read(message);
    });
    if (packet === undefined) this.#refuse(request, -ENODEV);
    else this.#tape.write(packet);
    return object;
  }

  #ask({ type, body }: Request, flags: number): void {
    if (!this.#open) this.#begin({ begin: this.#reason });
    this.#tape.write(
      pcapRecord(this.#source.now(), PACKET_KERNEL, encodeMessage(type, flags, ++this.#seq, body)),
    );
  }

  /** The packet of an answer, under the number of our request. */
  #answer({ view, type, flags, at, end }: Message): Uint8Array {
    const body = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + at, end - at);
    return pcapRecord(this.#source.now(), PACKET_USER, encodeMessage(type, flags, this.#seq, body));
  }

  /** NLMSG_ERROR: the error and the header of the request. */
  #refuse({ type, body }: Request, error: number): void {
    const refusal = new Uint8Array(4 + NLMSG_HDRLEN);
    const view = new DataView(refusal.buffer);
    view.setInt32(0, error, true);
    view.setUint32(4, NLMSG_HDRLEN + body.length, true);
    view.setUint16(8, type, true);
    view.setUint32(12, this.#seq, true);
    this.#write(encodeMessage(NLMSG_ERROR, 0, this.#seq, refusal));
  }

  #write(message: Uint8Array, time = this.#source.now()): void {
    this.#tape.write(pcapRecord(time, PACKET_USER, message));
  }
}
