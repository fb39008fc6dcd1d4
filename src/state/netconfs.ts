/** Settings of address families: a notification has those that were written, the others stay as they were. */
import type { Reading } from "../rtnetlink/object.ts";
import type { Change, Origin } from "./change.ts";
import { Objects } from "./objects.ts";

export class Netconfs extends Objects {
  constructor() {
    super("netconf");
  }

  override set(reading: Reading, flags: number, origin: Origin): Change | undefined {
    const before = this.get(reading.key)?.body;
    // The same body, for what was odd about its message is known by it.
    if (before !== undefined) Object.assign(reading.body, { ...before, ...reading.body });
    return super.set(reading, flags, origin);
  }
}
