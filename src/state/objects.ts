/** The objects of one kind in one network namespace, by the key that their reader gives them. */
import type { Reading } from "../rtnetlink/object.ts";
import { OBJECTS, type ObjectName } from "../rtnetlink/objects.ts";
import type { Change, Changed, Origin } from "./change.ts";
import { diff, ticked } from "./diff.ts";
import type { Store } from "./store.ts";

/** What happened to an object that is another than before; `changed` is what differs. */
type ChangeVerb = (before: object, after: object, changed: Changed) => string;

interface ObjectsOptions {
  verb?: ChangeVerb;
  /** Dumps show it, and no notification tells when it comes or goes: it is no part of the state. */
  unspoken?: (body: object) => boolean;
}

const NOTHING: ReadonlySet<string> = new Set();
const changedVerb: ChangeVerb = () => "changed";

export class Objects implements Store {
  readonly #object: ObjectName;
  readonly #ticking: ReadonlySet<string>;
  readonly #verb: ChangeVerb;
  readonly #unspoken: (body: object) => boolean;
  /** The kernel keeps none: each is received and forgotten. */
  readonly #stateless: boolean;
  readonly slots = new Map<string, Reading>();

  constructor(object: ObjectName, { verb = changedVerb, unspoken = () => false }: ObjectsOptions = {}) {
    const { ticking, delete: del } = OBJECTS[object] as { ticking?: ReadonlySet<string>; delete?: number };
    this.#object = object;
    this.#ticking = ticking ?? NOTHING;
    this.#verb = verb;
    this.#unspoken = unspoken;
    this.#stateless = del === undefined;
  }

  values(): Iterable<Reading> {
    return this.slots.values();
  }

  get(key: string): Reading | undefined {
    return this.slots.get(key);
  }

  has({ key }: Reading): boolean {
    return this.slots.has(key);
  }

  set(reading: Reading, _flags: number, origin: Origin): Change | undefined {
    // What is read of such an object is no event.
    if (this.#stateless) return origin === "kernel" ? this.#change(reading, "received", origin) : undefined;
    const before = this.slots.get(reading.key)?.body;
    if (before === undefined && origin !== "kernel" && this.#unspoken(reading.body)) return undefined;
    this.slots.set(reading.key, reading);
    if (before === undefined) return this.#change(reading, "added", origin);
    const changed = diff(before, reading.body, this.#ticking);
    if (changed !== undefined)
      return this.#change(reading, this.#verb(before, reading.body, changed), origin, changed);
    const verb = ticked(before, reading.body, this.#ticking) ? "refreshed" : "unchanged";
    return this.#change(reading, verb, origin);
  }

  delete({ key }: Reading, origin: Origin): Change | undefined {
    const before = this.slots.get(key);
    if (before === undefined) return undefined;
    this.slots.delete(key);
    return this.#change(before, "removed", origin);
  }

  *removals(
    dump: readonly Reading[],
    origin: Origin,
    within?: (reading: Reading) => boolean,
  ): Generator<Change> {
    const present = new Set(dump.map(({ key }) => key));
    for (const reading of this.slots.values()) {
      if (present.has(reading.key) || within?.(reading) === false) continue;
      this.slots.delete(reading.key);
      yield this.#change(reading, "removed", origin);
    }
  }

  /** The object and its verbs are known by name only here: VERBS says that they fit. */
  #change({ dev, body, key }: Reading, verb: string, origin: Origin, changed?: Changed): Change {
    const change = { object: this.#object, verb, dev, body, key, origin } as Change;
    if (changed !== undefined) change.changed = changed;
    return change;
  }
}
