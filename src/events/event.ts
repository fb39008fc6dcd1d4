/**
 * src/events/: changes under the names that users see, numbered, and the filters over them. What lives here does
 * not know where an event goes.
 */
import type { Problem, UnknownAttribute } from "../netlink/context.ts";
import { OBJECT_NAMES, type ObjectName } from "../rtnetlink/objects.ts";
import { type Change, type Origin, VERBS, type VerbOf } from "../state/change.ts";
import type { Process } from "./processes.ts";

type ObjectEvent = { [O in ObjectName]: `${O}.${VerbOf<O>}` }[ObjectName];

export type EventName = ObjectEvent | "addresses.changed" | Notice["event"];

const NOTICES = [
  "monitor.ready",
  "monitor.overflow",
  "monitor.resynced",
  "netns.added",
  "netns.removed",
] as const;

/** Every event name, by object; those that say that nothing has changed are hidden unless asked for. */
export const EVENTS: readonly EventName[] = [
  ...OBJECT_NAMES.flatMap((object) => VERBS[object].map((verb) => `${object}.${verb}` as EventName)),
  "addresses.changed",
  ...NOTICES,
];

export const isHidden = (name: string): boolean => name.endsWith(".unchanged") || name.endsWith(".refreshed");

/** Which network namespace, where it is not the one that nlmon was started in. */
export interface Where {
  /** Name or path, as it was asked for. */
  netns?: string;
  /** Its id in that one, or in the one that nlmon was started in. */
  nsid?: number;
}

interface Numbered extends Where {
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

/** The state has been read; a network namespace that was asked for is there now, or not any more. */
interface Plain {
  event: "monitor.ready" | "netns.added" | "netns.removed";
}

export type PlainNotice = Plain["event"];

/** What nlmon says of itself. */
export type Notice =
  | Plain
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
