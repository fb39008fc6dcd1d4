/** What nlmon shows next to what ip shows: which keys are equal. */
import { expect } from "bun:test";
import type { Namespace } from "./namespace.ts";

const BINARY = `${import.meta.dir}/../../dist/nlmon`;

/** How long the two may differ: both look at something that moves. In ms. */
const PATIENCE = 5000;

interface Equal {
  /** Leaves of theirs, and how many of them are the same in ours. */
  total: number;
  equal: number;
  /** `[0].state: "STALE" -> "REACHABLE"`. */
  differences: string[];
}

/** Every leaf of theirs; what ours has in addition is not counted. */
function compareKeys(theirs: unknown, ours: unknown, path = "", into?: Equal): Equal {
  const found = into ?? { total: 0, equal: 0, differences: [] };
  if (typeof theirs === "object" && theirs !== null && Object.keys(theirs).length > 0) {
    if (Array.isArray(theirs) && (ours as unknown[] | undefined)?.length !== theirs.length)
      found.differences.push(
        `${path}: ${theirs.length} elements -> ${(ours as unknown[] | undefined)?.length}`,
      );
    for (const [key, value] of Object.entries(theirs))
      compareKeys(value, (ours as Record<string, unknown> | undefined)?.[key], `${path}.${key}`, found);
    return found;
  }
  found.total++;
  if (JSON.stringify(theirs) === JSON.stringify(ours)) found.equal++;
  else found.differences.push(`${path}: ${JSON.stringify(theirs)} -> ${JSON.stringify(ours)}`);
  return found;
}

/** Runs both until they agree; says how many keys that were. `adjust` is applied to what they print. */
export async function expectEqual(
  ns: Namespace,
  command: string,
  words: string,
  adjust: (array: unknown[]) => unknown = (array) => array,
): Promise<void> {
  const from = performance.now();
  for (;;) {
    const theirs = adjust(JSON.parse(await ns.run(...command.split(" "))) as unknown[]);
    const ours = adjust(
      JSON.parse(await ns.run(BINARY, "show", ...words.split(" "), "-f", "json")) as unknown[],
    );
    const { total, equal, differences } = compareKeys(theirs, ours);
    if (differences.length > 0 && performance.now() - from < PATIENCE) continue;
    console.log(`nlmon show ${words}: ${equal} of ${total} keys as ${command}`);
    expect(differences).toEqual([]);
    expect(total).toBeGreaterThan(0);
    return;
  }
}
