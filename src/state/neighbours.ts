/** What happened to a neighbour that is another than before. */
import { isFdbEntry, type Neighbour } from "../rtnetlink/neighbour.ts";
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
