/** Two changes of one object as one: from what was before the first to what is after the second. */
import type { ChangeEvent } from "../events/event.ts";
import { addressKey } from "../rtnetlink/address.ts";
import { compare } from "../state/addresses.ts";
import type { AddressesChange, Change, Changed } from "../state/change.ts";
import { diff, same } from "../state/diff.ts";

/** Which object an event is of. */
export const objectOf = ({ change, netns, nsid }: ChangeEvent): string =>
  netns === undefined && nsid === undefined ? keyOf(change) : `${netns} ${nsid} ${keyOf(change)}`;

function keyOf(change: Change): string {
  switch (change.object) {
    case "link":
      return `link ${change.dev.ifindex}`;
    case "address":
      return `address ${addressKey(change.dev, change.body)}`;
    case "addresses":
      return `addresses ${change.dev.ifindex} ${change.body.family}`;
    default:
      return `${change.object} ${change.key}`;
  }
}

/** `after`, with what has changed since before `before`. */
export function merge(before: ChangeEvent, after: ChangeEvent): ChangeEvent {
  const [a, b] = [before.change, after.change];
  if (a.object === "addresses" && b.object === "addresses")
    return { ...after, change: { ...b, body: mergeSets(a.body, b.body) } };
  const { changed: _changed, ...change } = b;
  const changed = mergeChanged(a, b);
  return { ...after, change: (changed === undefined ? change : { ...change, changed }) as Change };
}

type Sets = AddressesChange["body"];

const mergeSets = (a: Sets, b: Sets): Sets => ({
  ...b,
  ...(compare(a.before, b.addresses) ?? { before: a.before, added: [], removed: [] }),
});

function mergeChanged(a: Change, b: Change): Changed | undefined {
  const first = a.changed ?? {};
  // An object that went and came back is told without what differs.
  const second = (a.verb === "removed" ? diff(a.body, b.body) : b.changed) ?? {};
  const merged: Changed = {};
  for (const [path, [before]] of Object.entries(first)) {
    const after = valueAt(b.body, path) ?? null;
    if (!same(before, after)) merged[path] = [before, after];
  }
  for (const [path, values] of Object.entries(second))
    if (first[path] === undefined && !within(path, first)) merged[path] = values;
  return Object.keys(merged).length === 0 ? undefined : merged;
}

/** Whether a nest that holds this field is told as a whole. */
const within = (path: string, changed: Changed): boolean =>
  Object.keys(changed).some((nest) => path.startsWith(`${nest}.`));

function valueAt(body: object, path: string): unknown {
  let value: unknown = body;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Whether the merged change says that nothing is different from before. */
export const isNothing = ({ change }: ChangeEvent): boolean =>
  change.object === "addresses"
    ? change.body.added.length === 0 && change.body.removed.length === 0
    : change.verb !== "added" &&
      change.verb !== "exists" &&
      change.verb !== "removed" &&
      change.changed === undefined;
