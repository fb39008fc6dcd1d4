/** What the screen shows: the interfaces there are, and what has happened since the start. Times are in ms. */
import type { ChangeEvent, Event, Where } from "../../events/event.ts";
import type { Filter } from "../../events/filter.ts";
import type { Monitor } from "../../monitor.ts";
import type { Address } from "../../rtnetlink/address.ts";
import type { Dev } from "../../rtnetlink/dev.ts";
import type { Link } from "../../rtnetlink/link.ts";
import type { ObjectName } from "../../rtnetlink/objects.ts";
import type { Change } from "../../state/change.ts";
import { History } from "./history.ts";

/** An interface that has gone is shown for so long. */
const GONE = 10_000;
/** Events kept for the lines below the table: no terminal has more. */
const EVENTS = 500;

/** Of one interface. */
interface Activity {
  readonly history: History;
  last?: { change: Change; at: number };
  gone?: { row: Omit<Row, "activity" | "gone">; at: number };
}

export interface Row {
  where: string;
  dev: Dev;
  link: Link;
  addresses: readonly Address[];
  gone: boolean;
  /** Absent: nothing has happened to it. */
  activity: Activity | undefined;
}

/** A line below the table: an event, or something that nlmon has to say. */
export type Said = Event | string;

export class Board {
  readonly history = new History();
  events = 0;
  lost = 0;
  /** How many there are of the objects that have no rows. */
  readonly objects = new Map<ObjectName, number>();
  readonly #monitors = new Map<Monitor, string>();
  readonly #activities = new Map<Dev, Activity>();
  readonly #filter: Filter;
  readonly #now: () => number;
  #said: Said[] = [];

  constructor(filter: Filter, now: () => number) {
    this.#filter = filter;
    this.#now = now;
  }

  /** Its interfaces are rows from now on. */
  add(monitor: Monitor, where: Where | undefined): void {
    this.#monitors.set(monitor, whereText(where));
  }

  remove(monitor: Monitor): void {
    this.#monitors.delete(monitor);
  }

  /** Letters of the longest name of an interface. */
  get widest(): number {
    return [...this.#monitors.keys()].reduce((most, { host }) => Math.max(most, host.devs.widest), 2);
  }

  say(said: Said): void {
    this.#said.push(said);
    if (this.#said.length > 2 * EVENTS) this.#said = this.#said.slice(-EVENTS);
  }

  /** The last so many, the oldest first. */
  latest(count: number): readonly Said[] {
    return count > 0 ? this.#said.slice(-count) : [];
  }

  note(event: Event): void {
    if (!("change" in event)) {
      if (event.event === "monitor.overflow") this.lost += event.lost;
      if (event.event !== "monitor.ready") this.say(event);
      return;
    }
    this.#tally(event.change);
    if (event.change.verb === "exists") return;
    const at = this.#now();
    this.events++;
    this.history.add(at);
    this.say(event);
    this.#act(event, at);
  }

  /** All that is to be shown: by namespace, then in the order of their indexes. */
  rows(): Row[] {
    const at = this.#now();
    const rows: Row[] = [];
    for (const [monitor, where] of this.#monitors) {
      const addresses = this.#addresses(monitor);
      for (const { dev, body: link } of monitor.host.links.values()) {
        if (!this.#wants("link", dev, link)) continue;
        const activity = this.#activities.get(dev);
        rows.push({ where, dev, link, addresses: addresses.get(dev) ?? [], gone: false, activity });
      }
    }
    for (const [dev, activity] of this.#activities) {
      const { gone } = activity;
      if (gone === undefined) continue;
      if (at - gone.at >= GONE) this.#activities.delete(dev);
      else rows.push({ ...gone.row, gone: true, activity });
    }
    return rows.sort((a, b) => a.where.localeCompare(b.where) || a.dev.ifindex - b.dev.ifindex);
  }

  #addresses(monitor: Monitor): Map<Dev, Address[]> {
    const byDev = new Map<Dev, Address[]>();
    for (const { dev, body } of monitor.host.addresses.values()) {
      if (!this.#wants("address", dev, body)) continue;
      const list = byDev.get(dev);
      if (list === undefined) byDev.set(dev, [body]);
      else list.push(body);
    }
    return byDev;
  }

  #wants(object: "link" | "address", dev: Dev, body: Link | Address): boolean {
    return this.#filter.wants({ object, verb: "exists", dev, body, origin: "snapshot" } as Change);
  }

  #tally({ object, verb }: Change): void {
    if (object === "link" || object === "address" || object === "addresses") return;
    const step = verb === "exists" || verb === "added" ? 1 : verb === "removed" ? -1 : 0;
    this.objects.set(object, (this.objects.get(object) ?? 0) + step);
  }

  #act({ change, netns, nsid }: ChangeEvent, at: number): void {
    const { dev } = change;
    if (dev === undefined) return;
    let activity = this.#activities.get(dev);
    if (activity === undefined) this.#activities.set(dev, (activity = { history: new History() }));
    activity.history.add(at);
    activity.last = { change, at };
    if (change.object === "link" && change.verb === "removed")
      activity.gone = {
        row: { where: whereText({ netns, nsid }), dev, link: change.body, addresses: [] },
        at,
      };
  }
}

const whereText = ({ netns, nsid }: { netns?: string | undefined; nsid?: number | undefined } = {}): string =>
  [netns, nsid === undefined ? undefined : `nsid ${nsid}`].filter((part) => part !== undefined).join(" ");
