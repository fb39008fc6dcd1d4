/**
 * A capture as a source: tells a follower what it holds, with the times it has. A recording of nlmon's gives exactly
 * what the follower of the kernel was told; in any other, what others asked the kernel is told apart from its news.
 */
import type { Process } from "../events/processes.ts";
import {
  type Message,
  MessageWalk,
  NLM_F_MULTI,
  NLM_F_REQUEST,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
  NLMSG_NOOP,
} from "../netlink/nlmsg.ts";
import { Devs } from "../rtnetlink/dev.ts";
import { readLink } from "../rtnetlink/link.ts";
import type { ObjectName } from "../rtnetlink/objects.ts";
import {
  RTM_DELACTION,
  RTM_DELCHAIN,
  RTM_DELTFILTER,
  RTM_GETLINK,
  RTM_NEWACTION,
  RTM_NEWCHAIN,
  RTM_NEWTFILTER,
} from "../rtnetlink/rtm.ts";
import { RtContext } from "../rtnetlink/types.ts";
import type { Follower, Source } from "../source.ts";
import { Answers } from "./answers.ts";
import { BEGIN_BATCH, BEGIN_DRAINED, BEGIN_RESYNC, BEGIN_SNAPSHOT, type Note, readNote } from "./note.ts";
import type { CaptureReader } from "./reader.ts";

interface ReplayOptions {
  /** Times as fast as it happened; undefined: as fast as can be. */
  speed: number | undefined;
  /** Objects that are asked about: it is said which of them a recording does not have. */
  wanted: ReadonlySet<ObjectName>;
  /** The follower has been told the state with which it begins. */
  onStarted?(): void;
  onWarning(text: string): void;
}

/** What was asked between two notes, and why. */
interface Group {
  begin: number;
  time: number;
  lost: number;
}

export class Replay implements Source {
  readonly dumps = new Answers();
  readonly #reader: CaptureReader;
  readonly #options: ReplayOptions;
  #follower: Follower | undefined;
  /** A recording of nlmon's; undefined before the first packet. */
  #own: boolean | undefined;
  #started = false;
  #finished = false;
  #group: Group | undefined;
  #time = 0;
  /** What the follower was told the time was, each time it asked. */
  #times: number[] = [];
  #comm: string | undefined;
  /** What the follower wants to do later, which is when the recorded one did it. */
  readonly #tasks: (() => void)[] = [];
  #names = new Map<number, string>();
  /** A packet has been read whose time has not come. */
  #pending = false;
  /** The moment, here and in the capture, from which times are counted. */
  #origin: { here: number; there: number } | undefined;
  /** Packets that are not whole; of the first one more is said. */
  #damaged = 0;

  constructor(reader: CaptureReader, options: ReplayOptions) {
    this.#reader = reader;
    this.#options = options;
  }

  now(): number {
    this.dumps.round("replayed");
    return this.#times.shift() ?? this.#time;
  }

  by(portId: number): Process | undefined {
    return this.#comm === undefined ? undefined : { pid: portId, comm: this.#comm };
  }

  ifname(ifindex: number): string | undefined {
    return this.#names.get(ifindex);
  }

  waits(): boolean {
    return this.dumps.putOff;
  }

  later(task: () => void): void {
    this.#tasks.push(task);
  }

  start(follower: Follower): void {
    this.#follower = follower;
  }

  /**
   * Tells what the reader has, at most `most` packets. "more": it needs more bytes, or is at its end. "again": there
   * is more to tell. A number: the next packet is due in so many ms.
   */
  run(most: number): "more" | "again" | number {
    for (let left = most; left > 0; left--) {
      if (!this.#pending && !this.#reader.next()) return "more";
      const wait = this.#wait(this.#reader.packet.time);
      this.#pending = wait > 0;
      if (wait > 0) return wait;
      this.#packet();
    }
    return "again";
  }

  /** The end of the capture, or of the patience with it. */
  finish(): void {
    if (this.#finished || this.#follower === undefined) return;
    this.#finished = true;
    if (this.#group !== undefined) this.#close();
    if (!this.#started) this.#start();
    this.#follower.drained(true);
    if (this.#damaged > 1) this.#options.onWarning(`${this.#damaged} packets are not whole`);
  }

  #wait(time: number): number {
    const { speed } = this.#options;
    if (speed === undefined || this.#group !== undefined) return 0;
    const here = performance.now();
    this.#origin ??= { here, there: time };
    return (time - this.#origin.there) / 1000 / speed - (here - this.#origin.here);
  }

  #packet(): void {
    const { view, at, end, time, offset, lost } = this.#reader.packet;
    if (lost > 0) this.#options.onWarning(`offset ${offset}: ${lost} packets lost before this one`);
    const walk = new MessageWalk(view, at, end);
    if (this.#own === undefined) this.#own = isOwn(new MessageWalk(view, at, end));
    if (this.#own) this.#recorded(walk);
    else while (walk.next()) this.#foreign(walk.message, time);
    if (walk.problem !== undefined) this.#sayDamage(walk.problem);
  }

  #sayDamage(problem: string): void {
    if (this.#damaged++ > 0) return;
    const { offset, missing } = this.#reader.packet;
    const cut = missing > 0 ? ` (the capture left ${missing} bytes of the packet out)` : "";
    this.#options.onWarning(`offset ${offset}: ${problem}${cut}`);
  }

  /** A packet of a recording: a message, a note, or both. */
  #recorded(walk: MessageWalk): void {
    const { view, time } = this.#reader.packet;
    let from = -1;
    let to = -1;
    let note: Note = {};
    const { message } = walk;
    while (walk.next()) {
      if (message.type === NLMSG_NOOP) note = readNote(message);
      else if (this.#group !== undefined) {
        if ((message.flags & NLM_F_REQUEST) !== 0 && isGet(message)) this.dumps.request(message);
        else this.dumps.answer(message);
      } else {
        if (from < 0) from = message.at - NLMSG_HDRLEN;
        to = message.end;
      }
    }
    if (note.begin !== undefined) {
      if (this.#group !== undefined) this.#close();
      this.#group = { begin: note.begin, time, lost: note.lost ?? 0 };
      if (note.objects !== undefined && !this.#started) this.#sayMissing(note.objects.split(","));
    }
    if (note.now !== undefined) {
      this.#times.push(time);
      this.dumps.round("recorded");
    }
    if (note.waits !== undefined) this.dumps.putLastOff();
    for (const said of note.ifnames ?? []) this.#learnName(said);
    if (note.later !== undefined) this.#tasks.shift()?.();
    if (note.end !== undefined) this.#close();
    this.#time = time;
    if (from < 0 || this.#group !== undefined || note.begin !== undefined) return;
    this.#comm = note.comm;
    this.#follower?.datagram(time, view, from, to);
    this.#comm = undefined;
    if (note.more === undefined) this.#follower?.drained(true);
  }

  /** What was asked is all there: the follower asks for it. */
  #close(): void {
    const group = this.#group;
    this.#group = undefined;
    if (group === undefined) return;
    this.#learnNames();
    const { begin, time, lost } = group;
    if (begin === BEGIN_DRAINED || begin === BEGIN_BATCH) this.#follower?.drained(begin === BEGIN_DRAINED);
    else if (begin === BEGIN_SNAPSHOT && !this.#started) this.#start();
    else if (begin === BEGIN_RESYNC || begin === BEGIN_SNAPSHOT) {
      if (lost > 0) this.#options.onWarning(`${lost} messages were lost when this was recorded`);
      this.#follower?.resync(time, lost);
    }
    this.dumps.clear();
    this.#times = [];
  }

  #start(): void {
    this.#started = true;
    this.#follower?.start();
    this.#options.onStarted?.();
  }

  #sayMissing(recorded: readonly string[]): void {
    for (const object of this.#options.wanted)
      if (!recorded.includes(object)) this.#options.onWarning(`${object}: not in this recording`);
  }

  /** `2 eth0`, or `2`. */
  #learnName(said: string): void {
    const [ifindex = "", ...ifname] = said.split(" ");
    if (ifname.length === 0) this.#names.delete(Number(ifindex));
    else this.#names.set(Number(ifindex), ifname.join(" "));
  }

  #learnNames(): void {
    const cx = new RtContext(new Devs());
    for (const message of this.dumps.to(RTM_GETLINK)) {
      const link = readLink(message, cx);
      if (link !== undefined) this.#names.set(link.body.ifindex, link.body.ifname);
    }
  }

  #foreign(message: Message, time: number): void {
    const { view, at, end } = message;
    const from = at - NLMSG_HDRLEN;
    this.#time = time;
    if (isTalk(message)) {
      this.#follower?.overhear?.(time, view, from, end);
      return;
    }
    if (!this.#started) this.#start();
    this.#follower?.datagram(time, view, from, end);
    this.#follower?.drained(true);
  }
}

function isOwn(walk: MessageWalk): boolean {
  while (walk.next())
    if (walk.message.type === NLMSG_NOOP && readNote(walk.message).nlmon !== undefined) return true;
  return false;
}

/** Of the four numbers of an object, the third. */
const isGet = ({ type }: Message): boolean => (type & 3) === 2;

/** Of these the kernel tells under the flags of the request, and with the port id of who asked. */
const ECHOED: ReadonlySet<number> = new Set([
  RTM_NEWTFILTER,
  RTM_DELTFILTER,
  RTM_NEWCHAIN,
  RTM_DELCHAIN,
  RTM_NEWACTION,
  RTM_DELACTION,
]);

/** Part of somebody's talk with the kernel: a request, or an answer in parts; not what the kernel tells everybody. */
function isTalk({ type, flags, pid }: Message): boolean {
  if (type < NLMSG_MIN_TYPE || (flags & NLM_F_MULTI) !== 0) return true;
  return (flags & NLM_F_REQUEST) !== 0 && !(ECHOED.has(type) && pid !== 0);
}
