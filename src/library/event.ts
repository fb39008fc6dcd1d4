/**
 * src/library/: what `import ... from "nlmon"` gives, for programs on Bun; nothing of the command line. Here: events as
 * a program gets them, the same as the lines of `nlmon -f json`, as objects.
 */
import type { Event as Internal } from "../events/event.ts";
import type { Process } from "../events/processes.ts";
import type { Problem, UnknownAttribute } from "../netlink/context.ts";
import { json } from "../output/json.ts";
import type { Dev } from "../rtnetlink/dev.ts";
import type { Bodies, ObjectName } from "../rtnetlink/objects.ts";
import type { Origin, UsableAddresses, VerbOf } from "../state/change.ts";

/** A body as JSON has it: devices are their names. */
export type Plain<T> = T extends Dev
  ? string
  : T extends readonly (infer U)[]
    ? Plain<U>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

interface Common {
  /** RFC 3339, UTC, microseconds: when it was received. */
  time: string;
  /** From 1, without gaps. */
  seq: number;
  origin: Origin;
}

interface OfChange extends Common {
  /** Field -> [before, after]; null where there is none. Fields of nested objects as `linkinfo.info_data.id`. */
  changed?: Record<string, [before: unknown, after: unknown]>;
  /** Of inferred changes: the event that they follow from. */
  cause?: string;
  /** Who asked the kernel for it, where that is known. */
  by?: Process;
  unknown?: UnknownAttribute[];
  problems?: Problem[];
}

type Named<O extends ObjectName> = O extends "link" | "address"
  ? { ifindex: number; ifname: string }
  : { ifindex?: number; ifname?: string };

/** What happened to an object: `{ event: "link.up", link: { ... } }`. */
export type ObjectEvent<O extends ObjectName = ObjectName> = {
  [P in O]: OfChange & Named<P> & { event: `${P}.${VerbOf<P>}` } & { [K in P]: Plain<Bodies[P]> };
}[O];

export interface AddressesEvent extends OfChange, UsableAddresses {
  event: "addresses.changed";
  ifindex: number;
  ifname: string;
}

export type MonitorEvent = Common &
  (
    | { event: "monitor.ready" }
    | { event: "monitor.overflow"; lost: number }
    | { event: "monitor.resynced"; events: number }
  );

export type Event = ObjectEvent | AddressesEvent | MonitorEvent;

/** By way of the line: what a program gets cannot differ from it, and later changes of the state do not reach it. */
export const plainEvent = (event: Internal): Event => JSON.parse(json.format(event)) as Event;
