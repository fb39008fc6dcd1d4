/** What differs between two states of an object. */
import { Dev } from "../rtnetlink/dev.ts";
import type { Changed } from "./change.ts";

type Body = Readonly<Record<string, unknown>>;

const NOTHING: ReadonlySet<string> = new Set();

/** The fields in which two bodies differ, but those in `ticking`, at any depth. undefined: none. */
export function diff(before: object, after: object, ticking = NOTHING): Changed | undefined {
  return compare(before as Body, after as Body, ticking, "", undefined);
}

function compare(
  before: Body,
  after: Body,
  ticking: ReadonlySet<string>,
  path: string,
  into: Changed | undefined,
): Changed | undefined {
  let changed = into;
  for (const key in after) changed = field(key, before[key], after[key], ticking, path, changed);
  for (const key in before)
    if (!(key in after)) changed = field(key, before[key], undefined, ticking, path, changed);
  return changed;
}

function field(
  key: string,
  a: unknown,
  b: unknown,
  ticking: ReadonlySet<string>,
  path: string,
  into: Changed | undefined,
): Changed | undefined {
  if (ticking.has(key) || same(a, b, ticking)) return into;
  if (isNest(a) && isNest(b)) return compare(a, b, ticking, `${path}${key}.`, into);
  const changed = into ?? {};
  changed[path + key] = [a ?? null, b ?? null];
  return changed;
}

/** An object with fields of its own: no array, no Dev, no exact number. */
export const isNest = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Equal values; arrays and what they hold by content, but for the keys in `ticking`. */
export function same(a: unknown, b: unknown, ticking = NOTHING): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return (a ?? null) === (b ?? null);
  if (a instanceof Dev || b instanceof Dev) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = steady(a, ticking);
  if (keys.length !== steady(b, ticking).length) return false;
  return keys.every((key) => same((a as Body)[key], (b as Body)[key], ticking));
}

/** Whether one of the fields that tick by themselves differs, at the top of the bodies. */
export function ticked(before: object, after: object, ticking: ReadonlySet<string>): boolean {
  for (const key in after)
    if (ticking.has(key) && !same((before as Body)[key], (after as Body)[key])) return true;
  return false;
}

/** Keys whose values do not tick by themselves. */
const steady = (object: object, ticking: ReadonlySet<string>): string[] => {
  const keys = Object.keys(object);
  return ticking.size === 0 ? keys : keys.filter((key) => !ticking.has(key));
};
