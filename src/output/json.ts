/** NDJSON: one event a line, objects with the keys of `ip -j -d`. */
import type { Event } from "../events/event.ts";
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

function write(event: Event, out: Bytes): void {
  out.text('{"time":"');
  out.text(utcSecond(event.time));
  out.digits(microsecond(event.time), 6);
  out.text('Z","seq":');
  out.digits(event.seq);
  out.text(',"event":"');
  out.text(event.event);
  out.text('","origin":"');
  out.text(event.origin);
  out.text('"');
  const { netns, nsid } = event;
  if (netns !== undefined) member(out, "netns", netns);
  // Of an id of a namespace, `nsid` is the object.
  const key = "change" in event && event.change.object === "nsid" ? "in_nsid" : "nsid";
  if (nsid !== undefined) member(out, key, nsid);
  if ("change" in event) {
    const { change, by, unknown, problems } = event;
    const { dev, cause, changed, object, body } = change;
    if (dev !== undefined) {
      out.text(',"ifindex":');
      out.digits(dev.ifindex);
      out.text(',"ifname":');
      out.json(dev);
    }
    if (cause !== undefined) member(out, "cause", cause);
    if (changed !== undefined) member(out, "changed", changed);
    if (object === "addresses") out.members(body);
    else member(out, object, body);
    if (by !== undefined) member(out, "by", by);
    if (unknown !== undefined && unknown.length > 0) member(out, "unknown", unknown);
    if (problems !== undefined && problems.length > 0) member(out, "problems", problems);
  } else if (event.event === "monitor.overflow") member(out, "lost", event.lost);
  else if (event.event === "monitor.resynced") member(out, "events", event.events);
  out.text("}\n");
}

function member(out: Bytes, key: string, value: unknown): void {
  out.text(`,"`);
  out.text(key);
  out.text(`":`);
  out.json(value);
}
