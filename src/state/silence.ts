/**
 * What the kernel changes without a message, one row each: after which event, what else may be another now, and why
 * nobody says so. Such objects are read again; what differs is told with that event as its cause.
 */
import { Dev } from "../rtnetlink/dev.ts";
import type { Reading } from "../rtnetlink/object.ts";
import { OBJECT_NAMES, type ObjectName } from "../rtnetlink/objects.ts";
import type { Change } from "./change.ts";

/** What is in doubt: what names the device, its ports, what it is or was a port of, what is from the address or by the nexthop. */
type Tie = "device" | "ports" | "bridge" | "local" | "nhid" | "all";

interface Silence {
  readonly after: string;
  /** Absent: any. */
  readonly verbs?: readonly string[];
  /** One of these differs; absent: in any case. */
  readonly fields?: readonly string[];
  readonly objects: readonly string[];
  readonly tie: Tie;
  /** It has these values; absent: in any case. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** It is the first one of its family on its device, or was the last. */
  readonly alone?: true;
  /** There may also be new ones. */
  readonly adds?: true;
  /** The kernel leaves it to a worker: in doubt also later, so many times. */
  readonly late?: number;
  readonly why: string;
}

const STATE = ["flags", "operstate", "master"];

const SILENCES: readonly Silence[] = [
  {
    after: "link",
    fields: STATE,
    objects: ["route"],
    tie: "device",
    why: "fib_sync_down_dev flushes routes of a device that is down, and marks next hops dead or linkdown, without rtmsg_fib; fib_sync_up takes the marks away; so does rt6_sync_down_dev for IPv6",
  },
  {
    after: "link",
    verbs: ["removed"],
    objects: ["route"],
    tie: "device",
    why: "the same for routes with several next hops, of which one was by this device",
  },
  {
    after: "link",
    verbs: ["removed", "down", "changed"],
    objects: ["nexthop"],
    tie: "all",
    why: "nexthop_flush_dev removes nexthops, also from their groups, without nexthop_notify",
  },
  {
    after: "nexthop",
    verbs: ["removed", "replaced"],
    objects: ["route"],
    tie: "nhid",
    why: "__remove_nexthop_fib flushes routes with fib_flush; a route shows the next hops of a nexthop that is replaced",
  },
  {
    after: "nexthop",
    verbs: ["removed"],
    objects: ["neighbour"],
    tie: "nhid",
    why: "vxlan_fdb_nh_flush removes the entries of a nexthop without vxlan_fdb_notify",
  },
  {
    after: "address",
    verbs: ["removed"],
    objects: ["route"],
    tie: "local",
    why: "fib_sync_down_addr flushes routes whose preferred source has gone",
  },
  {
    after: "address",
    verbs: ["removed"],
    body: { family: "inet" },
    alone: true,
    objects: ["route"],
    tie: "device",
    why: "fib_disable_ip does what fib_sync_down_dev does when a device has no IPv4 address left",
  },
  {
    after: "address",
    verbs: ["added"],
    body: { family: "inet" },
    alone: true,
    objects: ["route"],
    tie: "device",
    why: "fib_sync_up takes the marks away when it has one again",
  },
  {
    after: "link",
    fields: STATE,
    objects: ["neighbour"],
    tie: "device",
    why: "pneigh_ifdown removes proxies without __neigh_notify",
  },
  {
    after: "link",
    verbs: ["added", "removed", "renamed"],
    objects: ["rule"],
    tie: "all",
    why: "attach_rules and detach_rules bind rules to a device by its name, and say nothing",
  },
  {
    after: "rule",
    verbs: ["unchanged"],
    objects: ["rule"],
    tie: "all",
    adds: true,
    why: "the same rule may be there twice (fib_newrule without NLM_F_EXCL), and a message does not say which one it is about",
  },
  {
    after: "netconf",
    verbs: ["changed"],
    body: { interface: "default" },
    objects: ["netconf"],
    tie: "all",
    why: "devinet_copy_dflt_conf gives a default to the devices that have no setting of their own, without inet_netconf_notify_devconf",
  },
  {
    after: "vlan",
    verbs: ["added", "removed"],
    objects: ["vlan_global"],
    tie: "all",
    adds: true,
    why: "br_vlan_add and br_vlan_put_master make and free the VLAN of the bridge, with its options, without br_vlan_notify",
  },
  {
    after: "link",
    fields: ["flags", "operstate", "qdisc"],
    objects: ["qdisc", "class", "filter", "chain"],
    tie: "device",
    adds: true,
    why: "attach_default_qdiscs and dev_deactivate exchange queueing disciplines without qdisc_notify",
  },
  {
    after: "qdisc",
    verbs: ["added", "removed", "changed"],
    objects: ["qdisc", "class", "filter", "chain"],
    tie: "device",
    adds: true,
    why: "qdisc_destroy takes classes and filters with it; the default one comes back in silence",
  },
  {
    after: "chain",
    verbs: ["removed"],
    objects: ["chain"],
    tie: "device",
    adds: true,
    why: "tc_chain_fill_node calls the chains at both sides of clsact the same",
  },
  {
    after: "class",
    verbs: ["removed"],
    objects: ["qdisc", "filter"],
    tie: "device",
    why: "the qdisc of a class and the filters at it go with the class without a message",
  },
  {
    after: "filter",
    verbs: ["changed", "refreshed", "unchanged"],
    objects: ["filter"],
    tie: "device",
    why: "u32_change replaces a node, and what is told is the node that was replaced",
  },
  {
    after: "filter",
    verbs: ["added", "removed", "changed"],
    objects: ["action"],
    tie: "all",
    adds: true,
    late: 5,
    why: "tcf_action_init makes the actions of a filter, tcf_exts_destroy lets go of them, without tcf_add_notify and tcf_del_notify",
  },
  {
    after: "link",
    fields: ["address"],
    objects: ["link"],
    tie: "ports",
    why: "br_stp_change_bridge_id changes what the ports say of their bridge",
  },
  {
    after: "link",
    fields: ["master"],
    objects: ["link"],
    tie: "bridge",
    why: "br_set_gso_limits changes the limits of a bridge with its ports",
  },
  {
    after: "link",
    verbs: ["removed"],
    objects: ["link"],
    tie: "bridge",
    why: "the same, for a port that has gone",
  },
];

/** Objects after whose events something may be in doubt. */
const BEFORE: ReadonlySet<string> = new Set(SILENCES.map(({ after }) => after));

/** These objects, and those after whose changes they are in doubt. */
export function withCauses(objects: Iterable<ObjectName>): ReadonlySet<ObjectName> {
  const all = new Set(objects);
  // What is added is looked at in its turn.
  for (const object of all)
    for (const { after, objects: doubtful } of SILENCES)
      if (doubtful.includes(object)) all.add(after as ObjectName);
  return all;
}

/** By object and verb (`link.down`). */
const ROWS = new Map<string, readonly Silence[]>();

const rowsOf = (object: string, verb: string): readonly Silence[] => {
  const event = `${object}.${verb}`;
  let rows = ROWS.get(event);
  if (rows === undefined) {
    rows = SILENCES.filter(({ after, verbs }) => after === object && verbs?.includes(verb) !== false);
    ROWS.set(event, rows);
  }
  return rows;
};

/** What is in doubt of one kind of object, each tie with the event that it follows from. */
export class Doubt {
  readonly devices = new Map<Dev, string>();
  readonly masters = new Map<Dev, string>();
  readonly locals = new Map<string, string>();
  readonly nhids = new Map<unknown, string>();
  all: string | undefined;
  adds = false;
  /** How many times it is still to be answered later. */
  left = 0;

  constructor(readonly object: ObjectName) {}

  /** The indexes of the devices, when it is about these only. */
  get ifindexes(): readonly number[] | undefined {
    if (this.all !== undefined || this.locals.size > 0 || this.nhids.size > 0 || this.masters.size > 0)
      return undefined;
    return [...this.devices.keys()].map(({ ifindex }) => ifindex);
  }

  /** The event after which this object may be another, or gone; undefined: it is not in doubt. */
  causeOf({ dev, body }: Reading): string | undefined {
    if (this.all !== undefined) return this.all;
    // What is in a block (of traffic control) belongs to any device.
    if ("block" in body) for (const cause of this.devices.values()) return cause;
    if (this.devices.size > 0) {
      if (dev !== undefined) {
        const cause = this.devices.get(dev);
        if (cause !== undefined) return cause;
      } else
        for (const named of devicesIn(body)) {
          const cause = this.devices.get(named);
          if (cause !== undefined) return cause;
        }
    }
    const { prefsrc, nhid, master } = body as { prefsrc?: string; nhid?: number; master?: Dev };
    return (
      (prefsrc === undefined ? undefined : this.locals.get(prefsrc)) ??
      (nhid === undefined ? undefined : this.nhids.get(nhid)) ??
      (master === undefined ? undefined : this.masters.get(master))
    );
  }

  /** What is in doubt in `other` is in doubt here too. */
  join(other: Doubt): void {
    this.all ??= other.all;
    this.adds ||= other.adds;
    for (const [dev, cause] of other.devices) this.devices.set(dev, cause);
    for (const [dev, cause] of other.masters) this.masters.set(dev, cause);
    for (const [local, cause] of other.locals) this.locals.set(local, cause);
    for (const [nhid, cause] of other.nhids) this.nhids.set(nhid, cause);
  }

  note(tie: Tie, { dev, body, changed }: Change, cause: string): void {
    switch (tie) {
      case "all":
        this.all = cause;
        break;
      case "local":
        this.locals.set((body as { local?: string }).local ?? "", cause);
        break;
      case "nhid":
        this.nhids.set((body as { id?: number }).id, cause);
        break;
      case "bridge":
        for (const master of [(body as { master?: Dev }).master, changed?.master?.[0]])
          if (master instanceof Dev) this.devices.set(master, cause);
        break;
      default:
        if (dev !== undefined) (tie === "device" ? this.devices : this.masters).set(dev, cause);
    }
  }
}

/** Doubts that have come up since they were last taken. */
export class Doubts {
  #byObject = new Map<string, Doubt>();
  readonly #late = new Map<string, Doubt>();
  readonly #watched: ReadonlySet<string>;
  readonly #isAlone: (change: Change) => boolean;

  /** `isAlone`: there is none besides it, of its family on its device. */
  constructor(watched: ReadonlySet<ObjectName>, isAlone: (change: Change) => boolean) {
    this.#watched = watched;
    this.#isAlone = isAlone;
  }

  /** Something may be in doubt after such a change. */
  heeds(object: string, verb: string): boolean {
    return rowsOf(object, verb).length > 0;
  }

  note(change: Change): void {
    if (!BEFORE.has(change.object)) return;
    if (change.origin === "resync" || change.origin === "snapshot") return;
    for (const { fields, body, alone, objects, tie, adds, late } of rowsOf(change.object, change.verb)) {
      if (fields !== undefined && !fields.some((field) => change.changed?.[field] !== undefined)) continue;
      if (body !== undefined && !hasValues(change.body, body)) continue;
      if (alone && !this.#isAlone(change)) continue;
      for (const object of objects) {
        if (!this.#watched.has(object)) continue;
        for (const doubts of late ? [this.#byObject, this.#late] : [this.#byObject]) {
          let doubt = doubts.get(object);
          if (doubt === undefined) doubts.set(object, (doubt = new Doubt(object as ObjectName)));
          doubt.note(tie, change, `${change.object}.${change.verb}`);
          if (adds) doubt.adds = true;
          if (doubts === this.#late) doubt.left = late!;
        }
      }
    }
  }

  get hasLate(): boolean {
    return this.#late.size > 0;
  }

  /** What was for later is for now, and some of it for later again. */
  ripen(): void {
    for (const [object, doubt] of this.#late) {
      const known = this.#byObject.get(object);
      if (known === undefined) this.#byObject.set(object, doubt);
      else known.join(doubt);
      if (--doubt.left <= 0) this.#late.delete(object);
    }
  }

  /** In the order of OBJECTS. */
  take(): Doubt[] {
    if (this.#byObject.size === 0) return [];
    const taken = OBJECT_NAMES.flatMap((object) => this.#byObject.get(object) ?? []);
    this.#byObject = new Map();
    return taken;
  }

  /** They have been answered by reading everything again. */
  clear(): void {
    this.#byObject.clear();
    this.#late.clear();
  }
}

/** The devices that a value names, at any depth. */
export function* devicesIn(value: unknown): Generator<Dev> {
  if (value instanceof Dev) yield value;
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) yield* devicesIn(inner);
}

const hasValues = (body: object, values: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(values).every(([key, value]) => (body as Record<string, unknown>)[key] === value);
