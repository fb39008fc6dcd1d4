/** What becomes of neighbours: what happened to one that is another than before, and which are none. */
import type { FdbEntry } from "../rtnetlink/fdb.ts";
import { type IpNeighbour, isFdbEntry, type Neighbour } from "../rtnetlink/neighbour.ts";
import type { Changed } from "./change.ts";

/** A neighbour that answers goes through these all the time; so does a bridge's entry, whose states have other names. */
const ALIVE: ReadonlySet<string> = new Set(["REACHABLE", "STALE", "DELAY", "PROBE", "", "stale"]);

/** As ip tells the neighbour from others: with whom, not how well it is known. */
export const neighbourVerb = (before: object, after: object, changed: Changed): "changed" | "refreshed" =>
  "state" in changed &&
  Object.keys(changed).length === 1 &&
  isAlive(before as Neighbour) &&
  isAlive(after as Neighbour)
    ? "refreshed"
    : "changed";

const isAlive = (neighbour: Neighbour): boolean =>
  isFdbEntry(neighbour)
    ? ALIVE.has(neighbour.state)
    : neighbour.state?.every((name) => ALIVE.has(name)) === true;

/**
 * Entries that dumps show and no notification tells: addresses for many, which are resolved without asking
 * (arp_constructor, ndisc_constructor), and those that a device lets in (ndo_dflt_fdb_dump). One of the latter that
 * somebody adds by hand is told like any other.
 */
export const isUnspoken = (neighbour: object): boolean =>
  isFdbEntry(neighbour as Neighbour) ? isFilter(neighbour as FdbEntry) : isGiven(neighbour as IpNeighbour);

const isFilter = ({ flags, state, dst, vni, nhid, viaIf }: FdbEntry): boolean =>
  dst === undefined &&
  vni === undefined &&
  nhid === undefined &&
  viaIf === undefined &&
  state === "permanent" &&
  flags.length === 1 &&
  flags[0] === "self";

/** Multicast and broadcast: 224.0.0.0/4, 255.255.255.255, ff00::/8. */
const FOR_MANY = /^(2(2[4-9]|3\d|55)\.|ff..:)/;

const isGiven = ({ state, dst = "" }: IpNeighbour): boolean =>
  state?.length === 1 && state[0] === "NOARP" && FOR_MANY.test(dst);
