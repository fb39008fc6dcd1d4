/** How each object is shown, one row each. */
import type { Bodies, ObjectName } from "../../rtnetlink/objects.ts";
import { address } from "./address.ts";
import { link } from "./link.ts";
import { acaddress, maddress } from "./listen-address.ts";
import { mdb, mdbRouter } from "./mdb.ts";
import { mroute } from "./mroute.ts";
import { neighbour } from "./neighbour.ts";
import { netconf } from "./netconf.ts";
import { nexthop, nexthopBucket } from "./nexthop.ts";
import { nsid } from "./nsid.ts";
import { received } from "./received.ts";
import { route } from "./route.ts";
import { rule } from "./rule.ts";
import type { Shown } from "./shown.ts";
import { stats } from "./stats.ts";
import { action, chain, filter, qdisc, tclass } from "./tc.ts";
import { tunnel } from "./tunnel.ts";
import { vlan, vlanGlobal } from "./vlan.ts";

const SHOWN: { readonly [O in ObjectName]: Shown<Bodies[O]> } = {
  link,
  address,
  neighbour,
  neighbour_miss: received,
  nexthop,
  nexthop_bucket: nexthopBucket,
  route,
  rule,
  netconf,
  prefix: received,
  nsid,
  mroute,
  cachereport: received,
  maddress,
  acaddress,
  mdb,
  mdb_router: mdbRouter,
  vlan,
  vlan_global: vlanGlobal,
  nduseropt: received,
  stats,
  tunnel,
  qdisc,
  class: tclass,
  chain,
  filter,
  action,
};

export const shownOf = (object: ObjectName): Shown<object> => SHOWN[object] as Shown<object>;
