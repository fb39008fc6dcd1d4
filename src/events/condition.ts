/** Something to wait for: events, and the state in which they have had their effect already. */
import type { Address } from "../rtnetlink/address.ts";
import type { Link } from "../rtnetlink/link.ts";
import { OBJECT_NAMES, type ObjectName } from "../rtnetlink/objects.ts";
import type { Change } from "../state/change.ts";
import { isUp } from "../state/links.ts";
import { EVENTS, type Event, type EventName, isHidden } from "./event.ts";
import type { Filter } from "./filter.ts";
import { Globs } from "./glob.ts";

type Holds = (body: object) => boolean;

/** Events after which an object is in a state that it may be in already. What is not here has to happen. */
const STATES: Readonly<Record<string, Holds>> = {
  ...Object.fromEntries(
    OBJECT_NAMES.flatMap((name) => [`${name}.exists`, `${name}.added`]).map((name) => [name, () => true]),
  ),
  "link.up": (body) => isUp(body as Link),
  "link.down": (body) => !isUp(body as Link),
  "address.usable": (body) => (body as Address).usable,
  "address.deprecated": (body) => (body as Address).deprecated === true,
  "address.failed": (body) => (body as Address).dadfailed === true,
};

interface ConditionOptions {
  /** Event name globs. */
  on: readonly string[];
  /** Interface, family, scope and table. */
  filter: Filter;
  /** Which of the objects count; undefined: all. */
  only: Holds | undefined;
}

export class Condition {
  /** Objects that have to be followed. */
  readonly objects: ReadonlySet<ObjectName>;
  readonly #names: ReadonlySet<EventName>;
  readonly #states: ReadonlyMap<ObjectName, readonly Holds[]>;
  readonly #filter: Filter;
  readonly #only: Holds;

  constructor({ on, filter, only = () => true }: ConditionOptions) {
    const globs = new Globs(on);
    this.#names = new Set(
      EVENTS.filter((name) => globs.match(name) && (!isHidden(name) || on.includes(name))),
    );
    const states = new Map<ObjectName, Holds[]>();
    for (const name of this.#names) {
      const object = objectOf(name);
      if (object === undefined) continue;
      const holds = states.get(object) ?? [];
      if (STATES[name] !== undefined) holds.push(STATES[name]);
      states.set(object, holds);
    }
    this.#states = states;
    this.objects = new Set(states.keys());
    this.#filter = filter;
    this.#only = only;
  }

  /** This event fulfils it: by its name, or by the state that it leaves behind. It has passed the filter. */
  metBy(event: Event): boolean {
    if (!("change" in event)) return this.#names.has(event.event);
    const { change } = event;
    if (!this.#only(change.body)) return false;
    if (this.#names.has(event.event)) return true;
    if (change.object === "addresses" || change.verb === "removed") return false;
    const states = this.#states.get(change.object) ?? [];
    return states.some((holds) => holds(change.body)) && this.#counts(change);
  }

  /** There has to be none of an object, and there is none; `existing` gives what there is. */
  metByAbsence(existing: (object: ObjectName) => IteratorObject<Change>): boolean {
    for (const object of this.objects) {
      if (!this.#names.has(`${object}.removed` as EventName)) continue;
      if (!existing(object).some((change) => this.#only(change.body) && this.#counts(change))) return true;
    }
    return false;
  }

  /** The object as it is now is one of those asked for (an event also counts for the name that it had). */
  #counts({ object, dev, body }: Change): boolean {
    return this.#filter.wants({ object, verb: "exists", dev, body, origin: "snapshot" } as Change);
  }
}

function objectOf(name: EventName): ObjectName | undefined {
  const object = name.slice(0, name.indexOf("."));
  return object === "addresses" ? "address" : OBJECT_NAMES.find((known) => known === object);
}
