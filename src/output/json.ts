/** NDJSON: one event a line, objects with the keys of `ip -j -d`. */
import type { ChangeEvent, Event, MonitorEvent } from "../events/event.ts";
import type { Change } from "../state/change.ts";
import { Bytes } from "./bytes.ts";
import { JsonPattern } from "./json-pattern.ts";
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

function write(event: Event, out: Bytes): void {
  out.put(start(event.time));
  out.digits(microsecond(event.time), 6);
  out.put(SEQ);
  out.digits(event.seq);
  out.text(head(event));
  if ("change" in event) writeChange(event, out);
  else writeNotice(event, out);
  out.text("}\n");
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

const HOLE = "\x01";
const HOLE_JSON = JSON.stringify(HOLE);

/** The lines of events that differ in the value of `field` only; undefined: it cannot be told from the rest. */
export function patternOf(event: ChangeEvent, field: string): JsonPattern | undefined {
  const { change } = event;
  line.clear();
  line.text(head(event));
  writeChange({ ...event, change: { ...change, body: { ...change.body, [field]: HOLE } } as Change }, line);
  line.text("}\n");
  const [before, after, more] = line.textFrom(0).split(HOLE_JSON);
  if (before === undefined || after === undefined || more !== undefined) return undefined;
  return new JsonPattern(`${before}"`, `"${after}`);
}

const heads: Record<string, Record<string, string>> = {};

/** `,"event":"link.up","origin":"kernel"`, made once for each. */
const head = ({ event, origin }: Event): string =>
  ((heads[origin] ??= {})[event] ??= `,"event":"${event}","origin":"${origin}"`);

/** What follows, in this order; what is undefined is left out. A Dev is written as its name. */
function writeChange({ netns, nsid, change, by, unknown, problems }: ChangeEvent, out: Bytes): void {
  const { dev, cause, changed, object, body } = change;
  out.member("netns", netns);
  // Of an id of a namespace, `nsid` is the object.
  out.member(object === "nsid" ? "in_nsid" : "nsid", nsid);
  if (dev !== undefined) {
    out.member("ifindex", dev.ifindex);
    out.member("ifname", dev.ifname);
  }
  out.member("cause", cause);
  out.member("changed", changed);
  if (object === "addresses") out.members(body);
  else out.member(object, body);
  out.member("by", by);
  if (unknown !== undefined && unknown.length > 0) out.member("unknown", unknown);
  if (problems !== undefined && problems.length > 0) out.member("problems", problems);
}

function writeNotice(event: MonitorEvent, out: Bytes): void {
  out.member("netns", event.netns);
  out.member("nsid", event.nsid);
  if (event.event === "monitor.overflow") out.member("lost", event.lost);
  if (event.event === "monitor.resynced") out.member("events", event.events);
}
