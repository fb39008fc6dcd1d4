/**
 * The rules of one network namespace. The kernel lets two be the same in all: the second and later ones have a number
 * behind their key. A notification of a rule that is known may be about one more, or older than what was read of it:
 * the rules are then read again (state/silence.ts).
 */
import type { Reading } from "../rtnetlink/object.ts";
import type { Change, Origin } from "./change.ts";
import { Objects } from "./objects.ts";

const numbered = (key: string, number: number): string => (number === 1 ? key : `${key} ${number}`);

export class Rules extends Objects {
  constructor() {
    super("rule", { verb: () => "replaced" });
  }

  override set(reading: Reading, flags: number, origin: Origin): Change | undefined {
    if (origin !== "snapshot") return super.set(reading, flags, origin);
    return super.set({ ...reading, key: numbered(reading.key, this.#count(reading.key) + 1) }, flags, origin);
  }

  override delete(reading: Reading, origin: Origin): Change | undefined {
    return super.delete({ ...reading, key: numbered(reading.key, this.#count(reading.key)) }, origin);
  }

  override *removals(
    dump: readonly Reading[],
    origin: Origin,
    within?: (reading: Reading) => boolean,
  ): Generator<Change> {
    const counts = new Map<string, number>();
    for (const reading of dump) {
      const count = (counts.get(reading.key) ?? 0) + 1;
      counts.set(reading.key, count);
      // What is read is taken by `set` afterwards.
      reading.key = numbered(reading.key, count);
    }
    yield* super.removals(dump, origin, within);
  }

  #count(key: string): number {
    let count = 0;
    while (this.get(numbered(key, count + 1)) !== undefined) count++;
    return count;
  }
}
