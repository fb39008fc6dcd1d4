/** `field before -> after` for what has no wording of its own. */
import type { Changed } from "../state/change.ts";
import { isNest } from "../state/diff.ts";
import { valueText } from "./value-text.ts";

/** The last part of a field's path: `linkinfo.info_slave_data.state` is `state`. */
const fieldName = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

/** All but the fields in `without`; `mtu 1500 -> 9000, qdisc noop -> noqueue`. */
export function describeChanged(changed: Changed | undefined, without: readonly string[] = []): string[] {
  const parts: string[] = [];
  // A nest that came or went whole says less than the field that brought it (master, kind): only if it is all.
  const nests: string[] = [];
  for (const [path, [before, after]] of Object.entries(changed ?? {})) {
    if (without.includes(path)) continue;
    const name = fieldName(path);
    if (isNest(before) || isNest(after)) nests.push(isNest(after) ? `now ${name}` : `no longer ${name}`);
    else if (path === "flags") parts.push(setChange(name, before, after));
    else if (after === true && before === null) parts.push(`now ${name}`);
    else if (after === null && before === true) parts.push(`no longer ${name}`);
    else parts.push(`${name} ${valueText(before)} -> ${valueText(after)}`);
  }
  return parts.length > 0 ? parts : nests;
}

/** `flags +UP -NO-CARRIER`. */
function setChange(name: string, before: unknown, after: unknown): string {
  const had = new Set(Array.isArray(before) ? before.map(String) : []);
  const has = new Set(Array.isArray(after) ? after.map(String) : []);
  const signs = [
    ...[...has].filter((flag) => !had.has(flag)).map((flag) => `+${flag}`),
    ...[...had].filter((flag) => !has.has(flag)).map((flag) => `-${flag}`),
  ];
  return `${name} ${signs.join(" ")}`;
}
