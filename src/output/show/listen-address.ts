/** Addresses that devices listen to, by device, as `ip maddr`; without those of the link layer, which are not in rtnetlink. */
import type { ListenAddress } from "../../rtnetlink/maddress.ts";
import type { Shown } from "./shown.ts";

const listening = (key: string): Shown<ListenAddress> => ({
  columns: [
    ["NAME", ({ dev }) => dev],
    ["FAMILY", ({ body }) => body.family],
    ["ADDRESS", ({ body }) => body.address],
  ],
  json: (readings) =>
    [...Map.groupBy(readings, ({ dev }) => dev!)]
      .sort(([a], [b]) => a.ifindex - b.ifindex)
      .map(([dev, of]) => ({ ifindex: dev.ifindex, ifname: dev, [key]: of.map(({ body }) => body) })),
});

export const maddress = listening("maddr");
export const acaddress = listening("acaddr");
