/** Classes of traffic control, but those that packets make. */
import type { Reading } from "../rtnetlink/object.ts";
import type { Class } from "../rtnetlink/tc/class.ts";
import type { Change, Origin } from "./change.ts";
import { Objects } from "./objects.ts";

/** Kinds whose classes are flows: they come and go with their packets, and no message tells of them. */
const FLOWS: ReadonlySet<string | undefined> = new Set(["cake", "fq_codel", "sfq"]);

export class Classes extends Objects {
  override set(reading: Reading, flags: number, origin: Origin): Change | undefined {
    return FLOWS.has((reading.body as Class).class) ? undefined : super.set(reading, flags, origin);
  }
}
