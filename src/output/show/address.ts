/** Addresses as `ip -d addr`. */
import type { Address } from "../../rtnetlink/address.ts";
import { lifetimes, marks } from "../address-text.ts";
import type { Shown } from "./shown.ts";

const withoutUsable = ({ usable: _usable, ...address }: Address): Omit<Address, "usable"> => address;

export const address: Shown<Address> = {
  columns: [
    ["NAME", ({ dev }) => dev],
    ["FAMILY", ({ body }) => body.family],
    ["ADDRESS", ({ body }) => `${body.local}/${body.prefixlen}`],
    ["PEER", ({ body }) => body.address],
    ["SCOPE", ({ body }) => body.scope],
    ["FLAGS", ({ body }) => marks(body)],
    ["LIFETIME", ({ body }) => lifetimes(body)],
  ],
  json(readings, links) {
    const byDev = Map.groupBy(readings, ({ dev }) => dev);
    return links.map(({ dev, body }) => ({
      ...body,
      addr_info: (byDev.get(dev) ?? []).map((reading) => withoutUsable(reading.body)),
    }));
  },
};
