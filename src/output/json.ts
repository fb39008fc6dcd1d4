/** NDJSON: one event a line, objects with the keys of `ip -j -d`. */
import type { ChangeEvent, Event, MonitorEvent } from "../events/event.ts";
import { Bytes } from "./bytes.ts";
import type { Sink } from "./sink.ts";
import { microsecond, utcSecond } from "./time.ts";

const line = new Bytes();

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
  out.text(start(event.time));
  out.digits(microsecond(event.time), 6);
  out.text('Z","seq":');
  out.number(event.seq);
  out.text(head(event));
  out.members("change" in event ? ofChange(event) : ofNotice(event));
  out.text("}\n");
}

let second = "";
let startText = "";

/** `{"time":"2026-11-22T03:57:01.`, kept for the events of the same second. */
function start(time: number): string {
  const now = utcSecond(time);
  if (now !== second) {
    second = now;
    startText = `{"time":"${now}`;
  }
  return startText;
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
