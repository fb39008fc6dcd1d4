/** What the kernel says of the messages that it dropped. */
import { readFileSync } from "node:fs";
import type { Monitor } from "./namespace.ts";

/** The kernel's drop counter of a process's netlink sockets, /proc/net/netlink. */
export function kernelDrops(monitor: Monitor): number {
  const rows = readFileSync(`/proc/${monitor.pid}/net/netlink`, "utf8").trim().split("\n").slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(
      ([, protocol, portId, groups]) => protocol === "0" && Number(portId) !== 0 && groups !== "00000000",
    )
    .reduce((sum, columns) => sum + Number(columns[8]), 0);
}
