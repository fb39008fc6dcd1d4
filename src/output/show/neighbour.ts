/** Neighbours as `ip neigh` shows them, forwarding entries as `bridge fdb`. */
import { isFdbEntry, type Neighbour } from "../../rtnetlink/neighbour.ts";
import type { Shown } from "./shown.ts";

/** What ip writes as null where it is set. */
const MARKS = ["router", "proxy", "managed", "extern_learn", "offload", "extern_valid"] as const;

export const neighbour: Shown<Neighbour> = {
  // Forwarding entries are asked for with --family bridge.
  family: ["inet", "inet6"],
  columns: [
    ["ADDRESS", ({ body }) => (isFdbEntry(body) ? body.mac : body.dst)],
    ["DEV", ({ dev }) => dev],
    ["LLADDR", ({ body }) => (isFdbEntry(body) ? body.dst : body.lladdr)],
    ["VLAN", ({ body }) => (isFdbEntry(body) ? body.vlan : undefined)],
    ["MASTER", ({ body }) => (isFdbEntry(body) ? body.master : undefined)],
    ["STATE", ({ body }) => body.state],
    ["FLAGS", ({ body }) => (isFdbEntry(body) ? body.flags : MARKS.filter((mark) => body[mark]))],
  ],
  json: (readings) =>
    readings
      .map(({ body }) => body)
      .filter(isShown)
      .map(plain),
};

/** ip shows neither what needs no resolution nor proxies, unless asked for them. */
function isShown(body: Neighbour): boolean {
  if (isFdbEntry(body)) return true;
  if (body.proxy) return false;
  return body.extern_learn === true || body.state?.some((name) => name !== "NOARP") === true;
}

function plain({ family, ...body }: Neighbour): object {
  if (family !== "bridge") for (const mark of MARKS) if (mark in body) Object.assign(body, { [mark]: null });
  return body;
}
