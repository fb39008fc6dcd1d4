/** Statistics as `ip -d stats`, without the groups that say nothing. */
import type { Stats } from "../../rtnetlink/stats.ts";
import type { Shown } from "./shown.ts";

export const stats: Shown<Stats> = {
  columns: [
    ["NAME", ({ dev }) => dev],
    ["GROUP", ({ body }) => body.group],
    ["SUBGROUP", ({ body }) => body.subgroup],
    ["SUITE", ({ body }) => body.suite],
    ["RX PACKETS", ({ body }) => body.stats64?.rx.packets],
    ["RX BYTES", ({ body }) => body.stats64?.rx.bytes],
    ["TX PACKETS", ({ body }) => body.stats64?.tx.packets],
    ["TX BYTES", ({ body }) => body.stats64?.tx.bytes],
  ],
  json: (readings) => readings.map(({ body }) => body),
};
