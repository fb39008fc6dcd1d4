/** Multicast routes as `ip -d mroute show table all`. */
import type { Mroute } from "../../rtnetlink/mroute.ts";
import type { Shown } from "./shown.ts";

export const mroute: Shown<Mroute> = {
  columns: [
    ["SOURCE", ({ body }) => body.src],
    ["GROUP", ({ body }) => body.dst],
    ["IIF", ({ body }) => body.iif],
    ["OIFS", ({ body }) => body.multipath?.map(({ oif }) => oif)],
    ["STATE", ({ body }) => body.state],
    ["TABLE", ({ body }) => body.table],
  ],
  json: (readings) => readings.map(({ body }) => plain(body)),
};

/** What is set, ip writes as null. */
function plain({ family: _family, ...body }: Mroute): object {
  return body.offload ? { ...body, offload: null } : body;
}
