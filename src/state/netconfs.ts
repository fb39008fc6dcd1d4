/** Settings of address families: a notification has those that were written, the others stay as they were. */
import type { Fields } from "../netlink/attr.ts";
import type { Reading } from "../rtnetlink/object.ts";
import type { Change, Origin } from "./change.ts";
import { Objects } from "./objects.ts";

export class Netconfs extends Objects {
  constructor() {
    super("netconf");
  }

  override set(reading: Reading, flags: number, origin: Origin): Change | undefined {
    const before = this.get(reading.key)?.body;
    if (before !== undefined) complete(reading.body as Fields, before);
    return super.set(reading, flags, origin);
  }
}

/** Puts into a body what it lacks, in the order of the one before: what was odd about a message is known by its body. */
function complete(body: Fields, before: object): void {
  const written = { ...body };
  for (const key of Object.keys(written)) delete body[key];
  Object.assign(body, before, written);
}
