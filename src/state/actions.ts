/** Actions of traffic control: they can be flushed, all of a kind that no filter uses. */
import type { Reading } from "../rtnetlink/object.ts";
import type { Change, Origin } from "./change.ts";
import { Objects } from "./objects.ts";

export class Actions extends Objects {
  *covered({ key }: Reading, origin: Origin): Generator<Change> {
    // Of a flush the message says only the kind.
    if (!key.endsWith(" ")) return;
    yield* this.removals(
      [],
      origin,
      (reading) => reading.key.startsWith(key) && !(reading.body as { bind?: number }).bind,
    );
  }
}
