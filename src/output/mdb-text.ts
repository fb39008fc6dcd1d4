/** Entries of multicast databases, and ports with a router, in words. */
import type { Mdb, MdbRouter } from "../rtnetlink/mdb.ts";
import { plainWords } from "./fields-text.ts";

export const mdbWords = plainWords<Mdb>(
  "mdb",
  ({ port, grp, src, vid }) =>
    `${src === undefined ? grp : `(${src},${grp})`} port ${port}${vid === undefined ? "" : ` vid ${vid}`}`,
  ["index", "dev", "port", "grp", "src", "vid", "flags"],
);

export const mdbRouterWords = plainWords<MdbRouter>("mdb", ({ port }) => `router port ${port}`, [
  "dev",
  "port",
]);
