/** What one run is to be told: the newest event, and all that has changed since the run before. */
import type { ChangeEvent, Event } from "../events/event.ts";
import { json } from "../output/json.ts";
import { isNothing, merge, objectOf } from "./merge.ts";

/** Objects that a run is told of; of those that changed before these there is a count. */
const MOST_OBJECTS = 4096;

interface Entry {
  event: ChangeEvent;
  /** The object was there at the time of the run before. */
  existed: boolean;
}

export class Pending {
  /** The newest event, as it came. */
  #newest: Event;
  /** How many events this stands for. */
  count = 0;
  /** Merged, by object; the object that changed last comes last. */
  readonly #entries = new Map<string, Entry>();
  #omitted = 0;

  constructor(event: Event) {
    this.#newest = event;
    this.add(event);
  }

  add(event: Event): void {
    this.#newest = event;
    this.count++;
    if ("change" in event)
      this.#merge(event, event.change.verb !== "added" && event.change.verb !== "exists");
  }

  /** Adds what came after this. */
  absorb(newer: Pending): void {
    for (const { event, existed } of newer.#entries.values()) this.#merge(event, existed);
    this.#newest = newer.#newest;
    this.count += newer.count;
    this.#omitted += newer.#omitted;
  }

  #merge(event: ChangeEvent, existed: boolean): void {
    const object = objectOf(event);
    const before = this.#entries.get(object);
    this.#entries.delete(object);
    const entry =
      before === undefined
        ? { event, existed }
        : { event: merge(before.event, event), existed: before.existed };
    // Came and went, or is again what it was: nothing that has changed since.
    if (
      before !== undefined &&
      (isNothing(entry.event) || (!entry.existed && event.change.verb === "removed"))
    )
      return;
    this.#entries.set(object, entry);
    if (this.#entries.size <= MOST_OBJECTS) return;
    this.#entries.delete(this.#entries.keys().next().value!);
    this.#omitted++;
  }

  /** The newest event, with what has changed of its object since the run before. */
  get event(): Event {
    const newest = this.#newest;
    return ("change" in newest ? this.#entries.get(objectOf(newest))?.event : undefined) ?? newest;
  }

  /** All that has changed since the run before, one event an object. */
  get events(): ChangeEvent[] {
    return [...this.#entries.values()].map(({ event }) => event);
  }

  /** One line: the newest event, `coalesced` and `events`. */
  json(): string {
    const one = (event: Event): string => json.format(event).slice(0, -1);
    const omitted = this.#omitted > 0 ? `,"omitted":${this.#omitted}` : "";
    return `${one(this.event).slice(0, -1)},"coalesced":${this.count},"events":[${this.events.map(one).join(",")}]${omitted}}\n`;
  }
}
