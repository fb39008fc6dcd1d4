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
  out.members("change" in event ? ofChange(event) : ofNotice(event));
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
  line.members(
    ofChange({ ...event, change: { ...change, body: { ...change.body, [field]: HOLE } } as Change }),
  );
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
