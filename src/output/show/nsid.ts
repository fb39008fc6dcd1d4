/** Ids of network namespaces as `ip netns list-id`. */
import type { Nsid } from "../../rtnetlink/nsid.ts";
import type { Shown } from "./shown.ts";

export const nsid: Shown<Nsid> = {
  columns: [["NSID", ({ body }) => body.nsid]],
  json: (readings) => readings.map(({ body }) => body),
};
