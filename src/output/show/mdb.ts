/** Entries of multicast databases as `bridge mdb`, and ports with a router as its `router`. */
import type { Mdb, MdbRouter } from "../../rtnetlink/mdb.ts";
import type { Shown } from "./shown.ts";

export const mdb: Shown<Mdb> = {
  columns: [
    ["DEV", ({ body }) => body.dev],
    ["PORT", ({ body }) => body.port],
    ["GROUP", ({ body }) => body.grp],
    ["SOURCE", ({ body }) => body.src],
    ["VID", ({ body }) => body.vid],
    ["STATE", ({ body }) => body.state],
    ["MODE", ({ body }) => body.filter_mode],
    ["FLAGS", ({ body }) => body.flags],
  ],
  json: (readings) => [{ mdb: readings.map(({ body }) => body) }],
};

export const mdbRouter: Shown<MdbRouter> = {
  within: "mdb",
  columns: [
    ["DEV", ({ body }) => body.dev],
    ["PORT", ({ body }) => body.port],
    ["VID", ({ body }) => body.vid],
  ],
  json: (readings) => [
    {
      router: Object.fromEntries(
        [...Map.groupBy(readings, ({ body }) => body.dev.ifname)].map(([ifname, of]) => [
          ifname,
          of.map(({ body: { dev: _dev, ...port } }) => port),
        ]),
      ),
    },
  ],
};
