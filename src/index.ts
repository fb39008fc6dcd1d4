/**
 * The library: what nlmon's command line does, for programs that run on Bun (Linux).
 *
 * ```ts
 * import { monitor } from "nlmon";
 *
 * for await (const event of monitor({ snapshot: true, interfaces: ["eth0"] }))
 *   if (event.event === "address.added") console.log(event.ifname, event.address.local);
 * ```
 */
export type { AddressesEvent, Event, MonitorEvent, ObjectEvent, Plain } from "./library/event.ts";
export { type MonitorOptions, monitor } from "./library/monitor.ts";
export type { Selection } from "./library/selection.ts";
export { type Snapshot, snapshot } from "./library/snapshot.ts";
export { TimeoutError, type WaitOptions, wait } from "./library/wait.ts";
export type { Bodies, ObjectName } from "./rtnetlink/objects.ts";
export type { Changed, Origin } from "./state/change.ts";
