/**
 * src/state/: what the host looks like now, and how that differs from before. Messages go in, changes come out;
 * what lives here does not know how a change is shown, filtered or acted upon.
 */
import type { Address } from "../rtnetlink/address.ts";
import type { Dev } from "../rtnetlink/dev.ts";
import type { Link } from "../rtnetlink/link.ts";

/** How we know: a notification, the first dump, the dump after a loss, or by what the kernel is known not to say. */
export type Origin = "kernel" | "snapshot" | "resync" | "inferred";

/** Field -> [before, after]; null where there is none. Fields of nested objects as `linkinfo.info_data.mtu`. */
export type Changed = Record<string, [before: unknown, after: unknown]>;

interface Common {
  dev: Dev;
  origin: Origin;
  changed?: Changed;
  /** For inferred changes: the event that they follow from. */
  cause?: string;
}

export interface LinkChange extends Common {
  object: "link";
  verb: "exists" | "added" | "removed" | "up" | "down" | "renamed" | "changed" | "unchanged";
  body: Link;
}

export interface AddressChange extends Common {
  object: "address";
  verb:
    | "exists"
    | "added"
    | "removed"
    | "usable"
    | "deprecated"
    | "failed"
    | "changed"
    | "refreshed"
    | "unchanged";
  body: Address;
}

/** The set of usable addresses of one interface and family is another one. `203.0.113.7/24`. */
export interface AddressesChange extends Common {
  object: "addresses";
  verb: "changed";
  body: { family: string; addresses: string[]; added: string[]; removed: string[] };
}

export type Change = LinkChange | AddressChange | AddressesChange;
