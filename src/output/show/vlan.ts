/** VLANs as `bridge -d vlan show`, and `bridge vlan global show`. */
import type { Vlan, VlanGlobal } from "../../rtnetlink/vlan.ts";
import { ranges } from "./ranges.ts";
import type { Shown } from "./shown.ts";

/** bridge has a command of its own for tunnels. */
const withoutTunnel = ({ tunid: _tunid, ...body }: Vlan): Vlan => body;

export const vlan: Shown<Vlan> = {
  columns: [
    ["NAME", ({ dev }) => dev],
    ["VLAN", ({ body }) => body.vlan],
    ["STATE", ({ body }) => body.state],
    ["FLAGS", ({ body }) => body.flags],
    ["TUNNEL", ({ body }) => body.tunid],
  ],
  json: (readings) =>
    ranges(
      readings.map((reading) => ({ ...reading, body: withoutTunnel(reading.body) })),
      "vlan",
      // The kernel leaves it out of ranges.
      ({ flags }) => flags?.includes("PVID") === true,
    ).map(([ifname, vlans]) => ({ ifname, vlans })),
};

export const vlanGlobal: Shown<VlanGlobal> = {
  columns: [
    ["NAME", ({ dev }) => dev],
    ["VLAN", ({ body }) => body.vlan],
    ["SNOOPING", ({ body }) => body.mcast_snooping],
    ["QUERIER", ({ body }) => body.mcast_querier],
    ["MSTI", ({ body }) => body.msti],
  ],
  json: (readings) => ranges(readings, "vlan").map(([ifname, vlans]) => ({ ifname, vlans })),
};
