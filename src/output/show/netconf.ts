/** Settings as `ip netconf`. */
import type { Netconf } from "../../rtnetlink/netconf.ts";
import type { Shown } from "./shown.ts";

export const netconf: Shown<Netconf> = {
  columns: [
    ["FAMILY", ({ body }) => body.family],
    ["INTERFACE", ({ body }) => body.interface],
    ["FORWARDING", ({ body }) => body.forwarding],
    ["RP_FILTER", ({ body }) => body.rp_filter],
    ["MC_FORWARDING", ({ body }) => body.mc_forwarding],
    ["PROXY_NEIGH", ({ body }) => body.proxy_neigh],
    ["IGNORE_LINKDOWN", ({ body }) => body.ignore_routes_with_linkdown],
  ],
  // Of all objects, this one has its family in ip's array.
  json: (readings) => readings.map(({ body }) => body),
};
