/** `snapshot()`: the state, once. */
import { ifIndexToName } from "../../ffi/ifname.ts";
import { NETLINK_ROUTE } from "../../ffi/netlink.ts";
import { DumpSession } from "../netlink/dump.ts";
import { Devs } from "../rtnetlink/dev.ts";
import type { Reading } from "../rtnetlink/object.ts";
import type { Bodies, ObjectName } from "../rtnetlink/objects.ts";
import { RtContext } from "../rtnetlink/types.ts";
import type { Change } from "../state/change.ts";
import { readObject } from "../state/read.ts";
import type { Plain } from "./event.ts";
import { filterOf, type Selection, selectObjects } from "./selection.ts";

/** Bodies as in events, by object; each with the device that it belongs to. */
export type Snapshot = { [O in ObjectName]?: (Plain<Bodies[O]> & { ifname?: string })[] };

/** What is there now. Throws as `monitor` does. */
export function snapshot(selection: Selection = {}): Snapshot {
  const objects = selectObjects(selection);
  const filter = filterOf(selection, objects, { all: true });
  const dumps = new DumpSession(NETLINK_ROUTE);
  const cx = new RtContext(new Devs(ifIndexToName));
  try {
    const found = [...objects].map((object) => {
      const wanted = ({ dev, body }: Reading) =>
        filter.wants({ object, verb: "exists", dev, body, origin: "snapshot" } as Change);
      const bodies = readObject(dumps, object, cx)
        .readings.filter(wanted)
        .map(({ dev, body }) => (dev === undefined ? body : { ifname: dev, ...body }));
      return [object, bodies] as const;
    });
    return JSON.parse(JSON.stringify(Object.fromEntries(found))) as Snapshot;
  } finally {
    dumps.close();
  }
}
