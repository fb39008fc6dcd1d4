/** Nexthop objects as `ip nexthop` shows them, and buckets as `ip nexthop bucket`. */
import type { NexthopObject } from "../../rtnetlink/nexthop.ts";
import type { NexthopBucket } from "../../rtnetlink/nexthop-bucket.ts";
import { groupText } from "../nexthop-text.ts";
import type { Shown } from "./shown.ts";

export const nexthop: Shown<NexthopObject> = {
  columns: [
    ["ID", ({ body }) => body.id],
    ["VIA", ({ body }) => body.gateway ?? (body.group && groupText(body.group))],
    ["DEV", ({ body }) => body.dev],
    ["TYPE", ({ body }) => body.type ?? (body.blackhole && "blackhole") ?? (body.fdb && "fdb")],
    ["ENCAP", ({ body }) => body.encap?.encap_type],
    ["SCOPE", ({ body }) => body.scope],
    ["PROTO", ({ body }) => body.protocol],
    ["FLAGS", ({ body }) => body.flags],
  ],
  json: (readings) =>
    readings.map(({ body: { family: _family, ...body } }) => {
      for (const mark of ["blackhole", "fdb"] as const) if (body[mark]) Object.assign(body, { [mark]: null });
      return body;
    }),
};

export const nexthopBucket: Shown<NexthopBucket> = {
  columns: [
    ["ID", ({ body }) => body.id],
    ["INDEX", ({ body }) => body.bucket?.index],
    ["NHID", ({ body }) => body.bucket?.nhid],
    ["IDLE", ({ body }) => body.bucket?.idle_time],
    ["FLAGS", ({ body }) => body.flags],
  ],
  json: (readings) => readings.map(({ body }) => body),
};
