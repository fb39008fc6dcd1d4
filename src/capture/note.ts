/**
 * What a recording of nlmon's says besides the messages themselves: attributes of an NLMSG_NOOP, which every reader
 * of netlink passes over. It stands alone in a packet, or behind the message that it belongs to.
 */
import { attr, type FieldsOf, many, table } from "../netlink/attr.ts";
import { Context } from "../netlink/context.ts";
import { encodeMessage, type Message, NLMSG_NOOP } from "../netlink/nlmsg.ts";
import { str, u32 } from "../netlink/types.ts";

const NOTE = {
  /** The nlmon that wrote it; stands first in each of its recordings, and is the mark by which they are known. */
  1: attr("NOTE_NLMON", "nlmon", str),
  /** BEGIN_*: what the requests and answers are for that follow, up to NOTE_END. */
  2: attr("NOTE_BEGIN", "begin", u32),
  3: attr("NOTE_END", "end", u32),
  /** 1: when this message was applied, more had arrived, and nothing was derived yet. */
  4: attr("NOTE_MORE", "more", u32),
  /** Messages that the kernel dropped before. */
  5: attr("NOTE_LOST", "lost", u32),
  /** Name of the process that has the message's port id. */
  6: attr("NOTE_COMM", "comm", str),
  /** The follower asked for the time, and was told that of this packet. */
  7: attr("NOTE_NOW", "now", u32),
  /** What is recorded: `link,address,...`. */
  8: attr("NOTE_OBJECTS", "objects", str),
  /** Names that the follower asked for: `2 eth0`; `2` where there was no such device. */
  9: many("NOTE_IFNAME", "ifnames", str),
  /** 1: what the follower wanted to do later, the first of it, it did now. */
  10: attr("NOTE_LATER", "later", u32),
  /** 1: when the last request had been answered, older messages waited, and the answer was not taken. */
  11: attr("NOTE_WAITS", "waits", u32),
} as const;

/** The state there is, at the start. */
export const BEGIN_SNAPSHOT = 1;
/** What had to be asked after the messages before it; then what they lead to is derived. */
export const BEGIN_DRAINED = 2;
/** The same, and more had arrived: nothing is derived yet. */
export const BEGIN_BATCH = 3;
/** The state there is, after a loss. */
export const BEGIN_RESYNC = 4;

const note = table<Context>()("NOTE", NOTE);

export type Note = FieldsOf<typeof NOTE>;

const cx = new Context();

export function readNote({ view, at, end }: Message): Note {
  cx.reset();
  return note.read(view, at, end, cx);
}

const encoder = new TextEncoder();

/** A whole NLMSG_NOOP. */
export function writeNote(of: Note): Uint8Array {
  const body: number[] = [];
  for (const [number, { key }] of Object.entries(NOTE)) {
    const value = of[key];
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) {
      const payload =
        typeof one === "string" ? encoder.encode(`${one}\0`) : new Uint8Array(Uint32Array.of(one).buffer);
      const length = 4 + payload.length;
      body.push(length & 0xff, length >> 8, Number(number), 0, ...payload);
      while (body.length % 4 !== 0) body.push(0);
    }
  }
  return encodeMessage(NLMSG_NOOP, 0, 0, Uint8Array.from(body));
}
