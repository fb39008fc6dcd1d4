/** NDJSON: one event a line, objects with the keys of `ip -j -d`. */
import type { Event } from "../events/event.ts";
import { safeJson } from "./escape.ts";
import type { Sink } from "./sink.ts";
import { utc } from "./time.ts";

export const json: Sink = {
  format(event) {
    return `${safeJson(line(event))}\n`;
  },
};

function where({ netns, nsid }: Event): string {
  if (netns !== undefined) return `,"netns":${JSON.stringify(netns)}`;
  return nsid === undefined ? "" : `,"nsid":${nsid}`;
}

function line(event: Event): string {
  const head = `{"time":"${utc(event.time)}","seq":${event.seq},"event":"${event.event}","origin":"${event.origin}"${where(event)}`;
  if (!("change" in event)) {
    if (event.event === "monitor.overflow") return `${head},"lost":${event.lost}}`;
    return event.event === "monitor.resynced" ? `${head},"events":${event.events}}` : `${head}}`;
  }
  const { change, by, unknown, problems } = event;
  let text = change.dev === undefined ? head : `${head},${change.dev.json}`;
  if (change.cause !== undefined) text += `,"cause":${JSON.stringify(change.cause)}`;
  if (change.changed !== undefined) text += `,"changed":${JSON.stringify(change.changed)}`;
  if (change.object === "addresses") text += `,${JSON.stringify(change.body).slice(1, -1)}`;
  else text += `,"${change.object}":${JSON.stringify(change.body)}`;
  if (by !== undefined) text += `,"by":${JSON.stringify(by)}`;
  if (unknown !== undefined && unknown.length > 0) text += `,"unknown":${JSON.stringify(unknown)}`;
  if (problems !== undefined && problems.length > 0) text += `,"problems":${JSON.stringify(problems)}`;
  return `${text}}`;
}
