/**
 * The state that whoever believes every event arrives at: an object is added, replaced by what it was changed to, and
 * removed as it was last told. An event that does not fit what was told before is an error.
 */
import { same } from "../../../src/state/diff.ts";
import type { Json } from "../namespace.ts";

export interface Kept {
  ifindex: number | undefined;
  body: Json;
}

const IGNORED = new Set(["monitor", "addresses"]);

export class Fold {
  readonly kept = new Map<string, Kept[]>();
  readonly errors: string[] = [];
  readonly #ticking: (object: string, key: string) => boolean;

  /** `ticking`: keys that change without an event. */
  constructor(ticking: (object: string, key: string) => boolean) {
    this.#ticking = ticking;
  }

  apply(event: Json): void {
    const [object, verb] = String(event.event).split(".") as [string, string];
    if (IGNORED.has(object)) return;
    const { ifindex } = event as { ifindex?: number };
    const now: Kept = { ifindex, body: event[object] as Json };
    const list = this.kept.get(object) ?? [];
    this.kept.set(object, list);
    if (object === "link") this.#link(list, now, verb, event);
    else if (verb === "added" || verb === "exists") list.push(now);
    else {
      const before = verb === "removed" ? now.body : reversed(now.body, event.changed as Json | undefined);
      const index = list.findIndex((kept) => this.#equal(object, kept.body, before));
      if (index < 0) this.errors.push(`not known before: ${JSON.stringify(event)}`);
      else if (verb === "removed") list.splice(index, 1);
      else list[index] = now;
    }
  }

  /** Links are known by their index; what names a device changes its name with it. */
  #link(list: Kept[], now: Kept, verb: string, event: Json): void {
    const index = list.findIndex(({ ifindex }) => ifindex === now.ifindex);
    if ((verb === "added" || verb === "exists") !== index < 0)
      this.errors.push(`out of order: ${JSON.stringify(event)}`);
    if (verb === "removed") list.splice(index, 1);
    else if (index < 0) list.push(now);
    else list[index] = now;
    const renamed = (event.changed as Record<string, [string, string]> | undefined)?.ifname;
    if (renamed === undefined) return;
    for (const [object, kept] of this.kept)
      if (object !== "link") for (const each of kept) rename(each.body, ...renamed);
  }

  #equal(object: string, a: Json, b: Json): boolean {
    const clean = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(clean)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .filter(([key, inner]) => inner !== null && !this.#ticking(object, key))
                .map(([key, inner]) => [key, clean(inner)]),
            )
          : value;
    return same(clean(a), clean(b));
  }
}

/** The body before: `changed` undone. */
function reversed(body: Json, changed: Json = {}): Json {
  const before = structuredClone(body);
  for (const [path, [old]] of Object.entries(changed) as [string, [unknown, unknown]][]) {
    const keys = path.split(".");
    const last = keys.pop()!;
    let nest = before;
    for (const key of keys) nest = (nest[key] ??= {}) as Json;
    if (old === null) delete nest[last];
    else nest[last] = old;
  }
  return before;
}

/** Keys whose value is the name of a device. */
const DEVICES = new Set(["dev", "ifname", "master", "viaIf"]);

function rename(body: Json, before: string, after: string): void {
  for (const [key, value] of Object.entries(body)) {
    if (DEVICES.has(key) && value === before) body[key] = after;
    else if (typeof value === "object" && value !== null) rename(value as Json, before, after);
  }
}
