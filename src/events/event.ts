/**
 * src/events/: changes under the names that users see, numbered, and the filters over them. What lives here does
 * not know where an event goes.
 */
import type { Problem, UnknownAttribute } from "../netlink/attr.ts";
import type { Change, Origin } from "../state/change.ts";
import type { Process } from "./processes.ts";

/** Every event name; those hidden unless `--all` asks for them are in HIDDEN. */
export const EVENTS = [
  "link.exists",
  "link.added",
  "link.removed",
  "link.up",
  "link.down",
  "link.renamed",
  "link.changed",
  "link.unchanged",
  "address.exists",
  "address.added",
  "address.usable",
  "address.changed",
  "address.deprecated",
  "address.failed",
  "address.removed",
  "address.refreshed",
  "address.unchanged",
  "addresses.changed",
  "monitor.ready",
  "monitor.overflow",
  "monitor.resynced",
] as const;

export type EventName = (typeof EVENTS)[number];

export const HIDDEN: ReadonlySet<string> = new Set<EventName>([
  "link.unchanged",
  "address.refreshed",
  "address.unchanged",
]);

interface Numbered {
  /** Microseconds since 1970, UTC, when the message was received. */
  time: number;
  /** From 1, per run. */
  seq: number;
  origin: Origin;
}

export interface ChangeEvent extends Numbered {
  event: EventName;
  change: Change;
  /** Who asked the kernel for it, where that is known. */
  by?: Process;
  /** Attributes that no table has, of the message behind it; only when asked for. */
  unknown?: UnknownAttribute[];
  problems?: Problem[];
}

/** What nlmon says of itself. */
export type Notice =
  | { event: "monitor.ready" }
  /** Messages that the kernel dropped. */
  | { event: "monitor.overflow"; lost: number }
  /** State and events agree again, after so many events with origin `resync`. */
  | { event: "monitor.resynced"; events: number };

export type MonitorEvent = Numbered & Notice;

export type Event = ChangeEvent | MonitorEvent;

/** The name of each object's verbs, made once. */
const NAMES: Readonly<Record<string, Readonly<Record<string, EventName>>>> = EVENTS.reduce(
  (names: Record<string, Record<string, EventName>>, name) => {
    const [object, verb] = name.split(".") as [string, string];
    (names[object] ??= {})[verb] = name;
    return names;
  },
  {},
);

export const eventName = ({ object, verb }: Change): EventName => NAMES[object]![verb]!;
