/**
 * What the kernel changes without a message, one row each: after which event, what else may be another now, and why
 * nobody says so. Such objects are read again; what differs is told with that event as its cause.
 */
import type { ObjectName } from "../rtnetlink/objects.ts";

/** What is in doubt: what names the device, its ports, what it is or was a port of, what is from the address or by the nexthop. */
export type Tie = "device" | "ports" | "bridge" | "local" | "nhid" | "all";

export interface Silence {
  readonly after: ObjectName;
  /** Absent: any. */
  readonly verbs?: readonly string[];
  /** One of these differs; absent: in any case. */
  readonly fields?: readonly string[];
  readonly objects: readonly ObjectName[];
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

/** These objects, and those after whose changes they are in doubt. */
export function withCauses(objects: Iterable<ObjectName>): ReadonlySet<ObjectName> {
  const all = new Set(objects);
  // What is added is looked at in its turn.
  for (const object of all)
    for (const { after, objects: doubtful } of SILENCES) if (doubtful.includes(object)) all.add(after);
  return all;
}

/** What may be in doubt of the watched objects after such a change. */
export const silencesAfter = (
  object: string,
  verb: string,
  watched: ReadonlySet<ObjectName>,
): readonly Silence[] =>
  SILENCES.filter(
    ({ after, verbs, objects }) =>
      after === object &&
      verbs?.includes(verb) !== false &&
      objects.some((doubtful) => watched.has(doubtful)),
  );
