/** Routes as `ip route` shows them. */
import type { Fields } from "../../netlink/attr.ts";
import type { Route } from "../../rtnetlink/route.ts";
import type { Shown } from "./shown.ts";

export const route: Shown<Route> = {
  family: "inet",
  columns: [
    ["TYPE", ({ body }) => body.type],
    ["DESTINATION", ({ body }) => body.dst],
    ["FROM", ({ body }) => body.from],
    ["TOS", ({ body }) => body.tos],
    ["VIA", ({ body }) => via(body)],
    ["DEV", ({ body }) => body.dev ?? body.nexthops?.map(({ dev }) => dev)],
    ["TABLE", ({ body }) => body.table],
    ["PROTO", ({ body }) => body.protocol],
    ["SCOPE", ({ body }) => body.scope],
    ["SRC", ({ body }) => body.prefsrc],
    ["METRIC", ({ body }) => body.metric],
    ["FLAGS", ({ body }) => body.flags],
  ],
  json(readings) {
    // Of one table only, ip does not say which.
    const tables = new Set(readings.map(({ body }) => body.table));
    return readings.map(({ body: { family: _family, ...body } }) => {
      if (tables.size === 1) delete body.table;
      return body.metrics === undefined ? body : { ...body, metrics: body.metrics.map(plain) };
    });
  },
};

const hopVia = (hop: Pick<Route, "gateway" | "via">): string | undefined => hop.gateway ?? hop.via?.host;

function via(body: Route): unknown {
  if (body.nexthops !== undefined) return body.nexthops.map((hop) => hopVia(hop) ?? "-");
  return hopVia(body);
}

/** What ip writes as null where it is set; it does not tell locks apart. */
function plain({ lock: _lock, ...metrics }: Fields): Fields {
  for (const mark of ["ecn", "tcp_usec_ts"]) if (mark in metrics) metrics[mark] = null;
  return metrics;
}
