/** VNIs as `bridge vni show`. */
import type { Tunnel } from "../../rtnetlink/tunnel.ts";
import { ranges } from "./ranges.ts";
import type { Shown } from "./shown.ts";

export const tunnel: Shown<Tunnel> = {
  columns: [
    ["NAME", ({ dev }) => dev],
    ["VNI", ({ body }) => body.vni],
    ["GROUP", ({ body }) => body.group],
    ["REMOTE", ({ body }) => body.remote],
  ],
  json: (readings) => ranges(readings, "vni").map(([ifname, vnis]) => ({ ifname, vnis })),
};
