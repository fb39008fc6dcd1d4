/**
 * Bursts: a message that is, word for word, like one before but for one value (the destination of a route) means the
 * same of another object. It needs no decoding, and its line is that of the one before with another value in it. What is
 * alike is learned from messages that went all the way, and tried on a message with a third value before it is believed;
 * whatever is not known goes all the way too.
 */
import { noFTL } from "bun:jsc";
import type { ChangeEvent } from "./events/event.ts";
import type { AlikeLines, Outlet } from "./events/outlet.ts";
import type { Process } from "./events/processes.ts";
import { Message, NLMSG_HDRLEN } from "./netlink/nlmsg.ts";
import { NLA_HDRLEN, nlaAlign } from "./netlink/row.ts";
import type { ObjectType, Reading, Varies } from "./rtnetlink/object.ts";
import { type Claim, claim, OBJECTS } from "./rtnetlink/objects.ts";
import { Alike, type Kind, keyOf } from "./state/alike.ts";
import type { Change } from "./state/change.ts";
import type { Host } from "./state/host.ts";
import type { Slots } from "./state/store.ts";

/** By message type. */
const VARIES: Varies[] = [];
for (const type of Object.values(OBJECTS) as ObjectType[]) {
  if (type.varies === undefined || type.delete === undefined) continue;
  VARIES[type.set] = type.varies;
  VARIES[type.delete] = type.varies;
}

/** More kinds of messages than so many are not remembered at a time. */
const MOST = 1024;

interface Pattern {
  readonly claim: Claim;
  readonly varies: Varies;
  readonly slots: Slots;
  /** A message of this kind, with its header, and where in it the value stands. */
  readonly bytes: DataView;
  readonly hole: number;
  readonly holeEnd: number;
  readonly kind: Kind;
  /** Of a removal: what the object was like. */
  readonly gone: Reading | undefined;
  readonly by: Process | undefined;
  /** When it was last looked who `by` is. */
  looked: number;
  /** undefined: nobody wants to be told. */
  readonly line: unknown;
}

export class Likeness {
  readonly #host: Host;
  readonly #outlet: Outlet;
  readonly #lines: AlikeLines;
  readonly #by: (portId: number) => Process | undefined;
  /** By the hash of what is the same in all of them. */
  readonly #patterns = new Map<number, Pattern>();
  /** Hashes that have come up once. */
  readonly #once = new Set<number>();
  /** The one of the last message: mostly that of the next. */
  #last: Pattern | undefined;
  /** Of the message that is being looked at: where its value stands. */
  #hole = 0;
  #holeEnd = 0;
  #hash = 0;

  constructor(host: Host, outlet: Outlet, lines: AlikeLines, by: (portId: number) => Process | undefined) {
    this.#host = host;
    this.#outlet = outlet;
    this.#lines = lines;
    this.#by = by;
  }

  /** Names, or who is told, have changed. */
  clear(): void {
    this.#patterns.clear();
    this.#once.clear();
    this.#last = undefined;
  }

  /** Does all that there is to do for this message, and returns true; or nothing. */
  take(message: Message, time: number): boolean {
    this.#hash = 0;
    let pattern = this.#last;
    if (pattern === undefined || !isOf(message, pattern)) {
      pattern = this.#known(message);
      if (pattern === undefined) return false;
      this.#last = pattern;
    }
    if (pattern.line !== undefined && pattern.looked !== time) {
      if (this.#by(message.pid) !== pattern.by) return this.#miss(message);
      pattern.looked = time;
    }
    const { slots, kind, gone, hole, holeEnd } = pattern;
    const value = message.at - NLMSG_HDRLEN + hole;
    const text = pattern.varies.text(message, value, holeEnd - hole, this.#host.cx);
    const key = keyOf(kind, text);
    if (gone === undefined) {
      if (slots.has(key)) return this.#miss(message);
      slots.set(key, new Alike(kind, text));
    } else {
      const slot = slots.get(key);
      if (!(slot instanceof Alike) || slot.kind.like !== gone) return this.#miss(message);
      slots.delete(key);
    }
    if (pattern.line !== undefined) this.#outlet.tellAlike(this.#lines, pattern.line, time, text);
    return true;
  }

  /** The pattern that it is like. */
  #known(message: Message): Pattern | undefined {
    const varies = VARIES[message.type];
    if (varies === undefined || !this.#find(message, varies)) return undefined;
    const pattern = this.#patterns.get(this.#hash);
    return pattern !== undefined && isOf(message, pattern) ? pattern : undefined;
  }

  /** It goes all the way, to be learned from. */
  #miss(message: Message): false {
    this.#known(message);
    return false;
  }

  /** Takes note of what the message that was looked at last has led to, if that was one change. */
  learn(message: Message, changes: number, change: Change | undefined, told: ChangeEvent | undefined): void {
    if (this.#hash === 0) return;
    if (!this.#once.has(this.#hash)) {
      if (this.#once.size >= MOST) this.#once.clear();
      this.#once.add(this.#hash);
      return;
    }
    if (changes !== 1 || change === undefined) return;
    const pattern = this.#patternOf(message, change, told);
    if (pattern === undefined) return;
    if (this.#patterns.size >= MOST) this.#patterns.clear();
    this.#patterns.set(this.#hash, pattern);
  }

  /** Where the value stands, and the hash of all the rest. False: it is not there. */
  #find({ view, at, end }: Message, { header, attribute }: Varies): boolean {
    if (((end - at) & 3) !== 0) return false;
    let next = at + header;
    for (;;) {
      if (end - next < NLA_HDRLEN) return false;
      const length = view.getUint16(next, true);
      if (length < NLA_HDRLEN || length > end - next) return false;
      if (view.getUint16(next + 2, true) === attribute) {
        this.#hole = next + NLA_HDRLEN;
        this.#holeEnd = next + length;
        break;
      }
      next += nlaAlign(length);
    }
    // Type and flags, port id; the number and the length say nothing that the rest does not.
    let hash = mixed(view.getInt32(at - 12, true), view.getInt32(at - 4, true));
    for (let word = at; word < this.#hole; word += 4) hash = mixed(hash, view.getInt32(word, true));
    for (let word = nlaAlign(this.#holeEnd - at) + at; word < end; word += 4)
      hash = mixed(hash, view.getInt32(word, true));
    this.#hash = hash | 1;
    return true;
  }

  #patternOf(message: Message, change: Change, told: ChangeEvent | undefined): Pattern | undefined {
    const { cx } = this.#host;
    const claimed = claim(message);
    if (claimed?.type.varies === undefined) return undefined;
    const { object, verb, type } = claimed;
    const varies = type.varies!;
    const slots = this.#host.slots(object);
    const is = verb === "set" ? "added" : "removed";
    if (slots === undefined || !("key" in change) || change.object !== object || change.verb !== is)
      return undefined;
    if (cx.problems.length > 0 || cx.unknown.length > 0 || !this.#host.isQuiet(object, is)) return undefined;
    const hole = this.#hole - message.at + NLMSG_HDRLEN;
    const holeEnd = this.#holeEnd - message.at + NLMSG_HDRLEN;
    const text = varies.text(message, this.#hole, holeEnd - hole, cx);
    const { dev, body, key } = change;
    const at = key.indexOf(text);
    if (at < 0 || (body as Body)[varies.field] !== text) return undefined;
    const keyStart = key.slice(0, at);
    const keyEnd = key.slice(at + text.length);
    const bytes = copyOf(message);
    const known = this.#patterns.get(this.#hash);
    // Those that are there are like the one that was there first.
    const like = known !== undefined && isOf(message, known) ? known.kind.like : { dev, body, key };
    const kind = { like, field: varies.field, keyStart, keyEnd };
    if (!this.#holdsOf(bytes, hole, holeEnd, claimed, kind)) return undefined;
    let gone: Reading | undefined;
    if (verb === "delete") {
      gone = this.#like(object, key, text, body);
      if (gone === undefined || slots.has(key)) return undefined;
    }
    const line = told === undefined ? undefined : this.#lines.pattern(told, varies.field);
    if (told !== undefined && line === undefined) return undefined;
    return {
      claim: claimed,
      varies,
      slots,
      bytes,
      hole,
      holeEnd,
      kind,
      gone,
      by: told?.by,
      looked: Number.NaN,
      line,
    };
  }

  /** Whether a message with another value says what is to be expected. */
  #holdsOf(bytes: DataView, hole: number, holeEnd: number, { type, verb }: Claim, kind: Kind): boolean {
    const { cx } = this.#host;
    const varies = type.varies!;
    const other = new DataView(bytes.buffer.slice(0));
    for (let at = hole; at < holeEnd; at++) other.setUint8(at, other.getUint8(at) ^ TRIAL);
    const message = new Message(other);
    message.at = NLMSG_HDRLEN;
    message.end = other.byteLength;
    message.type = other.getUint16(4, true);
    const text = varies.text(message, hole, holeEnd - hole, cx);
    const read = type.read(message, cx);
    if (read === undefined || !("key" in read)) return false;
    const alike = new Alike(kind, text);
    if (read.key !== alike.key || read.dev !== alike.dev) return false;
    return verb === "delete" || JSON.stringify(read.body) === JSON.stringify(alike.body);
  }

  /** What an object that was like one before was like. */
  #like(object: string, key: string, text: string, body: object): Reading | undefined {
    for (const { claim, kind, gone } of this.#patterns.values())
      if (
        claim.object === object &&
        gone === undefined &&
        keyOf(kind, text) === key &&
        JSON.stringify(new Alike(kind, text).body) === JSON.stringify(body)
      )
        return kind.like;
    return undefined;
  }
}

// The last stage of the engine's compiler would take as long for this as for 100,000 messages, and gain nothing.
noFTL(Likeness.prototype.take);

type Body = Readonly<Record<string, unknown>>;

/** Makes another value of one. */
const TRIAL = 0x55;

/** Word for word, but for the length, which the rest says, the number, and the value. */
function isOf({ view, at, end }: Message, { bytes, hole, holeEnd }: Pattern): boolean {
  const start = at - NLMSG_HDRLEN;
  const length = bytes.byteLength;
  if (end - start !== length || view.getInt32(start + 4, true) !== bytes.getInt32(4, true)) return false;
  for (let word = NLMSG_HDRLEN - 4; word < hole; word += 4)
    if (view.getInt32(start + word, true) !== bytes.getInt32(word, true)) return false;
  for (let word = nlaAlign(holeEnd); word < length; word += 4)
    if (view.getInt32(start + word, true) !== bytes.getInt32(word, true)) return false;
  return true;
}

const mixed = (hash: number, word: number): number => {
  const product = Math.imul(hash ^ word, 0x9e37_79b1);
  return product ^ (product >>> 15);
};

function copyOf({ view, at, end }: Message): DataView {
  const start = view.byteOffset + at - NLMSG_HDRLEN;
  return new DataView(view.buffer.slice(start, view.byteOffset + end));
}
