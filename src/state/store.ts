/** What every store of objects can do; those of links and addresses know more. */
import type { Reading } from "../rtnetlink/object.ts";
import type { Change, Origin } from "./change.ts";

/** Objects by their key; several that have one key, in their order. */
export type Slots = Map<string, Reading | Reading[]>;

export interface Store {
  /** All there are. */
  readonly slots: Slots;
  values(): Iterable<Reading>;
  /** The same object is known. */
  has(reading: Reading): boolean;
  /** RTM_NEW*, with the flags of its header; undefined: nothing to tell. */
  set(reading: Reading, flags: number, origin: Origin): Change | undefined;
  /** RTM_DEL*; undefined when there was no such object. */
  delete(reading: Reading, origin: Origin): Change | undefined;
  /** What goes by the same RTM_DEL*, where one can be about several. */
  covered?(reading: Reading, origin: Origin): Iterable<Change>;
  /** What a whole dump does not have any more; `within`: of those for which it holds. */
  removals(
    dump: readonly Reading[],
    origin: Origin,
    within?: (reading: Reading) => boolean,
  ): Iterable<Change>;
}
