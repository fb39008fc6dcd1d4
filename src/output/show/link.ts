/** Links as `ip -d link`. */
import type { Link } from "../../rtnetlink/link.ts";
import { isUp } from "../../state/links.ts";
import type { Shown } from "./shown.ts";

export const link: Shown<Link> = {
  columns: [
    ["INDEX", ({ body }) => body.ifindex],
    ["NAME", ({ body }) => body.ifname],
    ["STATE", ({ body }) => (isUp(body) ? "up" : "down")],
    ["KIND", ({ body }) => body.linkinfo?.info_kind ?? body.link_type],
    ["ADDRESS", ({ body }) => body.address],
    ["MTU", ({ body }) => body.mtu],
    ["MASTER", ({ body }) => body.master],
    ["FLAGS", ({ body }) => body.flags],
  ],
  json: (readings) => readings.map(({ body }) => body),
};
