/** Filters of traffic control: one message can be about all of a preference. */
import type { Reading } from "../rtnetlink/object.ts";
import type { Filter } from "../rtnetlink/tc/filter.ts";
import type { Change, Origin } from "./change.ts";
import { Objects } from "./objects.ts";

/** Keys end with the handle. */
const ALL = " 0";

export class Filters extends Objects {
  /** What a dump has beside the filters, and no message tells: that there are some of a preference, where u32 begins. */
  override set(reading: Reading, flags: number, origin: Origin): Change | undefined {
    return isHead(reading as Reading<Filter>) ? undefined : super.set(reading, flags, origin);
  }

  override delete(reading: Reading, origin: Origin): Change | undefined {
    return reading.key.endsWith(ALL) ? undefined : super.delete(reading, origin);
  }

  *covered({ key }: Reading, origin: Origin): Generator<Change> {
    if (!key.endsWith(ALL)) return;
    const prefix = key.slice(0, -1);
    yield* this.removals([], origin, (reading) => reading.key.startsWith(prefix));
  }
}

/** Tables from here on are made by the kernel. */
const FIRST_TABLE = 0x800;

function isHead({ key, body: { kind, options } }: Reading<Filter>): boolean {
  if (options === undefined) return key.endsWith(ALL);
  if (kind !== "u32") return false;
  const { fh, ht_divisor } = options as { fh?: string; ht_divisor?: number };
  return ht_divisor === 1 && Number.parseInt(fh ?? "", 16) >= FIRST_TABLE;
}
