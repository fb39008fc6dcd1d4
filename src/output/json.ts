/** NDJSON: one event a line, objects with the keys of `ip -j -d`. */
import { noFTL } from "bun:jsc";
import type { ChangeEvent, Event, MonitorEvent } from "../events/event.ts";
import type { Change } from "../state/change.ts";
import { Bytes } from "./bytes.ts";
import type { Sink } from "./sink.ts";
import { microsecond, utcSecond } from "./time.ts";

const line = new Bytes();
const encoder = new TextEncoder();

export const json: Sink = {
  format(event) {
    line.clear();
    write(event, line);
    return line.textFrom(0);
  },
  write,
};

/** In few calls: the compiler puts a copy of what it calls into each place, which takes longer than 10,000 events. */
function write(event: Event, out: Bytes): void {
  number(event.time, event.seq, out);
  out.text(head(event));
  out.members("change" in event ? ofChange(event) : ofNotice(event));
  out.text("}\n");
}

// As in src/likeness.ts.
noFTL(writeAlike);

function number(time: number, seq: number, out: Bytes): void {
  out.put(start(time));
  out.digits(microsecond(time), 6);
  out.put(SEQ);
  out.digits(seq);
}

const SEQ = encoder.encode('Z","seq":');
let second = "";
let startBytes = new Uint8Array();

/** `{"time":"2026-11-22T03:57:01.`, kept for the events of the same second. */
function start(time: number): Uint8Array {
  const now = utcSecond(time);
  if (now !== second) {
    second = now;
    startBytes = encoder.encode(`{"time":"${now}`);
  }
  return startBytes;
}

/** The bytes of a line before and after a value. */
export interface JsonPattern {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

const HOLE = "\x01";
const HOLE_JSON = JSON.stringify(HOLE);

/** The line of an event from its name on, without the value of `field`; undefined: it cannot be told from the rest. */
export function patternOf(event: ChangeEvent, field: string): JsonPattern | undefined {
  const { change } = event;
  line.clear();
  line.text(head(event));
  line.members(
    ofChange({ ...event, change: { ...change, body: { ...change.body, [field]: HOLE } } as Change }),
  );
  line.text("}\n");
  const [before, after, more] = line.textFrom(0).split(HOLE_JSON);
  if (before === undefined || after === undefined || more !== undefined) return undefined;
  return { before: encoder.encode(`${before}"`), after: encoder.encode(`"${after}`) };
}

/** The line of an event that is like the one of the pattern. */
export function writeAlike(
  { before, after }: JsonPattern,
  time: number,
  seq: number,
  text: string,
  out: Bytes,
): void {
  number(time, seq, out);
  out.put(before);
  out.text(text);
  out.put(after);
}

const heads: Record<string, Record<string, string>> = {};

/** `,"event":"link.up","origin":"kernel"`, made once for each. */
const head = ({ event, origin }: Event): string =>
  ((heads[origin] ??= {})[event] ??= `,"event":"${event}","origin":"${origin}"`);

/** What follows, in this order; what is undefined is left out. A Dev is written as its name. */
function ofChange({ netns, nsid, change, by, unknown, problems }: ChangeEvent): object {
  const { dev, cause, changed, object, body } = change;
  const ifindex = dev?.ifindex;
  return object === "addresses"
    ? { netns, nsid, ifindex, ifname: dev, cause, changed, ...body, by }
    : {
        netns,
        // Of an id of a namespace, `nsid` is the object.
        in_nsid: object === "nsid" ? nsid : undefined,
        nsid,
        ifindex,
        ifname: dev,
        cause,
        changed,
        [object]: body,
        by,
        unknown: some(unknown),
        problems: some(problems),
      };
}

const some = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;

function ofNotice(event: MonitorEvent): object {
  const { netns, nsid } = event;
  return {
    netns,
    nsid,
    lost: event.event === "monitor.overflow" ? event.lost : undefined,
    events: event.event === "monitor.resynced" ? event.events : undefined,
  };
}
