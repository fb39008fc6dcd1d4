/** What may be another than is known, since the kernel changes it in silence (silence.ts): noted, then read again. */
import { Dev, devicesIn } from "../rtnetlink/dev.ts";
import type { Reading } from "../rtnetlink/object.ts";
import { OBJECT_NAMES, type ObjectName } from "../rtnetlink/objects.ts";
import type { Change } from "./change.ts";
import { type Silence, silencesAfter, type Tie } from "./silence.ts";

/** What is in doubt of one kind of object, each tie with the event that it follows from. */
export class Doubt {
  readonly devices = new Map<Dev, string>();
  readonly masters = new Map<Dev, string>();
  readonly locals = new Map<string, string>();
  readonly nhids = new Map<unknown, string>();
  all: string | undefined;
  adds = false;
  /** How many times it is still to be answered later. */
  left = 0;

  constructor(readonly object: ObjectName) {}

  /** The indexes of the devices, when it is about these only. */
  get ifindexes(): readonly number[] | undefined {
    if (this.all !== undefined || this.locals.size > 0 || this.nhids.size > 0 || this.masters.size > 0)
      return undefined;
    return [...this.devices.keys()].map(({ ifindex }) => ifindex);
  }

  /** The event after which this object may be another, or gone; undefined: it is not in doubt. */
  causeOf({ dev, body }: Reading): string | undefined {
    if (this.all !== undefined) return this.all;
    // What is in a block (of traffic control) belongs to any device.
    if ("block" in body) for (const cause of this.devices.values()) return cause;
    if (this.devices.size > 0) {
      if (dev !== undefined) {
        const cause = this.devices.get(dev);
        if (cause !== undefined) return cause;
      } else
        for (const named of devicesIn(body)) {
          const cause = this.devices.get(named);
          if (cause !== undefined) return cause;
        }
    }
    const { prefsrc, nhid, master } = body as { prefsrc?: string; nhid?: number; master?: Dev };
    return (
      (prefsrc === undefined ? undefined : this.locals.get(prefsrc)) ??
      (nhid === undefined ? undefined : this.nhids.get(nhid)) ??
      (master === undefined ? undefined : this.masters.get(master))
    );
  }

  /** What is in doubt in `other` is in doubt here too. */
  join(other: Doubt): void {
    this.all ??= other.all;
    this.adds ||= other.adds;
    for (const [dev, cause] of other.devices) this.devices.set(dev, cause);
    for (const [dev, cause] of other.masters) this.masters.set(dev, cause);
    for (const [local, cause] of other.locals) this.locals.set(local, cause);
    for (const [nhid, cause] of other.nhids) this.nhids.set(nhid, cause);
  }

  note(tie: Tie, { dev, body, changed }: Change, cause: string): void {
    switch (tie) {
      case "all":
        this.all = cause;
        break;
      case "local":
        this.locals.set((body as { local?: string }).local ?? "", cause);
        break;
      case "nhid":
        this.nhids.set((body as { id?: number }).id, cause);
        break;
      case "bridge":
        for (const master of [(body as { master?: Dev }).master, changed?.master?.[0]])
          if (master instanceof Dev) this.devices.set(master, cause);
        break;
      default:
        if (dev !== undefined) (tie === "device" ? this.devices : this.masters).set(dev, cause);
    }
  }
}

/** Doubts that have come up since they were last taken. */
export class Doubts {
  #byObject = new Map<ObjectName, Doubt>();
  readonly #late = new Map<ObjectName, Doubt>();
  readonly #watched: ReadonlySet<ObjectName>;
  /** By object and verb. */
  readonly #silences = new Map<string, Map<string, readonly Silence[]>>();
  readonly #isAlone: (change: Change) => boolean;

  /** `isAlone`: there is none besides it, of its family on its device. */
  constructor(watched: ReadonlySet<ObjectName>, isAlone: (change: Change) => boolean) {
    this.#watched = watched;
    this.#isAlone = isAlone;
  }

  /** More is watched than before. */
  rewatch(): void {
    this.#silences.clear();
  }

  /** Something may be in doubt after such a change. */
  heeds(object: string, verb: string): boolean {
    return this.#after(object, verb).length > 0;
  }

  #after(object: string, verb: string): readonly Silence[] {
    let byVerb = this.#silences.get(object);
    if (byVerb === undefined) this.#silences.set(object, (byVerb = new Map()));
    let silences = byVerb.get(verb);
    if (silences === undefined) byVerb.set(verb, (silences = silencesAfter(object, verb, this.#watched)));
    return silences;
  }

  note(change: Change): void {
    if (change.origin === "resync" || change.origin === "snapshot") return;
    for (const { fields, body, alone, objects, tie, adds, late } of this.#after(change.object, change.verb)) {
      if (fields !== undefined && !fields.some((field) => change.changed?.[field] !== undefined)) continue;
      if (body !== undefined && !hasValues(change.body, body)) continue;
      if (alone && !this.#isAlone(change)) continue;
      for (const object of objects) {
        if (!this.#watched.has(object)) continue;
        for (const doubts of late ? [this.#byObject, this.#late] : [this.#byObject]) {
          let doubt = doubts.get(object);
          if (doubt === undefined) doubts.set(object, (doubt = new Doubt(object)));
          doubt.note(tie, change, `${change.object}.${change.verb}`);
          if (adds) doubt.adds = true;
          if (doubts === this.#late) doubt.left = late!;
        }
      }
    }
  }

  get hasLate(): boolean {
    return this.#late.size > 0;
  }

  /** What was for later is for now, and some of it for later again. */
  ripen(): void {
    for (const [object, doubt] of this.#late) {
      this.again(doubt);
      if (--doubt.left <= 0) this.#late.delete(object);
    }
  }

  /** It is still to be answered. */
  again(doubt: Doubt): void {
    const known = this.#byObject.get(doubt.object);
    if (known === undefined) this.#byObject.set(doubt.object, doubt);
    else known.join(doubt);
  }

  /** In the order of OBJECTS. */
  take(): Doubt[] {
    if (this.#byObject.size === 0) return [];
    const taken = OBJECT_NAMES.flatMap((object) => this.#byObject.get(object) ?? []);
    this.#byObject = new Map();
    return taken;
  }

  /** They have been answered by reading everything again. */
  clear(): void {
    this.#byObject.clear();
    this.#late.clear();
  }
}

const hasValues = (body: object, values: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(values).every(([key, value]) => (body as Record<string, unknown>)[key] === value);
