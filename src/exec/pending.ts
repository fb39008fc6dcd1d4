/** What one run is to be told: the newest event, and all that has changed since the run before. */
import type { ChangeEvent, Event } from "../events/event.ts";
import { json } from "../output/json.ts";
import { isNothing, merge, objectOf } from "./merge.ts";

/** Objects that a run is told of (it takes 10 ms to write so many down); of those that changed before there is a count. */
const MOST_OBJECTS = 2048;

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
  #entries = new Map<string, Entry>();
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
    // Now and then, for it takes long to find the first of a map after many have been deleted there.
    if (this.#entries.size > 2 * MOST_OBJECTS) this.#omit();
  }

  /** Leaves those that changed last. */
  #omit(): void {
    const omitted = Math.max(0, this.#entries.size - MOST_OBJECTS);
    if (omitted === 0) return;
    this.#omitted += omitted;
    this.#entries = new Map([...this.#entries].slice(omitted));
  }

  /** The newest event, with what has changed of its object since the run before. */
  get event(): Event {
    const newest = this.#newest;
    return ("change" in newest ? this.#entries.get(objectOf(newest))?.event : undefined) ?? newest;
  }

  /** All that has changed since the run before, one event an object. */
  get events(): ChangeEvent[] {
    this.#omit();
    return [...this.#entries.values()].map(({ event }) => event);
  }

  /** One line: the newest event, `coalesced` and `events`. */
  json(): string {
    const one = (event: Event): string => json.format(event).slice(0, -1);
    const events = this.events.map(one).join(",");
    const omitted = this.#omitted > 0 ? `,"omitted":${this.#omitted}` : "";
    return `${one(this.event).slice(0, -1)},"coalesced":${this.count},"events":[${events}]${omitted}}\n`;
  }
}
