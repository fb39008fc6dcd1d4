/**
 * src/state/: what the host looks like now, and how that differs from before. Messages go in, changes come out;
 * what lives here does not know how a change is shown, filtered or acted upon.
 */
import type { Dev } from "../rtnetlink/dev.ts";
import type { Bodies, ObjectName } from "../rtnetlink/objects.ts";

/** How we know: a notification, the first dump, the dump after a loss, or by what the kernel is known not to say. */
export type Origin = "kernel" | "snapshot" | "resync" | "inferred";

/** Field -> [before, after]; null where there is none. Fields of nested objects as `linkinfo.info_data.mtu`. */
export type Changed = Record<string, [before: unknown, after: unknown]>;

const KEPT = ["exists", "added", "changed", "removed", "refreshed", "unchanged"] as const;
const REPLACED = ["exists", "added", "replaced", "removed", "unchanged"] as const;
/** The kernel keeps none of it. */
const RECEIVED = ["received"] as const;

/** What can happen to each object. */
export const VERBS = {
  link: ["exists", "added", "removed", "up", "down", "renamed", "changed", "unchanged"],
  address: [
    "exists",
    "added",
    "usable",
    "changed",
    "deprecated",
    "failed",
    "removed",
    "refreshed",
    "unchanged",
  ],
  neighbour: KEPT,
  neighbour_miss: RECEIVED,
  netconf: KEPT,
  prefix: RECEIVED,
  nsid: KEPT,
  mroute: KEPT,
  cachereport: RECEIVED,
  maddress: KEPT,
  acaddress: KEPT,
  mdb: KEPT,
  mdb_router: KEPT,
  vlan: KEPT,
  vlan_global: KEPT,
  nduseropt: RECEIVED,
  stats: RECEIVED,
  tunnel: KEPT,
  qdisc: KEPT,
  class: KEPT,
  chain: KEPT,
  filter: KEPT,
  action: KEPT,
  nexthop: [...REPLACED, "refreshed"],
  nexthop_bucket: [...REPLACED, "refreshed"],
  route: REPLACED,
  rule: REPLACED,
} as const satisfies Readonly<Record<ObjectName, readonly string[]>>;

export type VerbOf<O extends ObjectName> = (typeof VERBS)[O][number];

interface Common {
  dev: Dev | undefined;
  origin: Origin;
  changed?: Changed;
  /** For inferred changes: the event that they follow from. */
  cause?: string;
}

interface ChangeOf<O extends ObjectName> extends Common {
  object: O;
  verb: VerbOf<O>;
  body: Bodies[O];
}

export interface LinkChange extends ChangeOf<"link"> {
  dev: Dev;
  /** Of one that is new: the name under which others have told of it, where it is another. */
  calledBefore?: string;
}

export interface AddressChange extends ChangeOf<"address"> {
  dev: Dev;
}

/** The usable addresses of one interface and family, as `203.0.113.7/24`. */
export interface UsableAddresses {
  family: string;
  addresses: string[];
  before: string[];
  added: string[];
  removed: string[];
  /** Those of `addresses` that are so (RFC 8981, RFC 4429); absent: none. */
  temporary?: string[];
  optimistic?: string[];
  /** Still valid, but not for new connections: no longer in `addresses` (RFC 4862, section 5.5.4). */
  deprecated?: string[];
}

/** The set of usable addresses of one interface and family is another one. */
export interface AddressesChange extends Common {
  dev: Dev;
  object: "addresses";
  verb: "changed";
  body: UsableAddresses;
  /** Of each address that the sets name. */
  scopes: ReadonlyMap<string, string>;
}

/** A change of an object that has no file of its own in src/state. */
export type ObjectChange = {
  [O in Exclude<ObjectName, "link" | "address">]: ChangeOf<O> & {
    /** What tells it from others of its kind. */
    key: string;
  };
}[Exclude<ObjectName, "link" | "address">];

export type Change = LinkChange | AddressChange | AddressesChange | ObjectChange;
