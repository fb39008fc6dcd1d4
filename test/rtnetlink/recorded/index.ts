/** Recorded messages of each object, one row each. */
import type { ObjectName } from "../../../src/rtnetlink/objects.ts";
import { encap } from "./encap.ts";
import { flower } from "./flower.ts";
import { acaddress, maddress } from "./maddress.ts";
import { mdb, mdb_router } from "./mdb.ts";
import { cachereport, mroute } from "./mroute.ts";
import { neighbour, neighbour_miss } from "./neighbour.ts";
import { netconf } from "./netconf.ts";
import { nexthop, nexthop_bucket } from "./nexthop.ts";
import { nsid } from "./nsid.ts";
import type { Recorded } from "./recorded.ts";
import { route } from "./route.ts";
import { nduseropt, prefix } from "./router.ts";
import { rule } from "./rule.ts";
import { stats } from "./stats.ts";
import { action } from "./tc-action.ts";
import { chain } from "./tc-chain.ts";
import { tclass } from "./tc-class.ts";
import { filter } from "./tc-filter.ts";
import { qdisc } from "./tc-qdisc.ts";
import { tunnel } from "./tunnel.ts";
import { vlan, vlan_global } from "./vlan.ts";

export const RECORDED: Readonly<Partial<Record<ObjectName, readonly Recorded[]>>> = {
  neighbour,
  neighbour_miss,
  netconf,
  prefix,
  nsid,
  mroute,
  cachereport,
  maddress,
  acaddress,
  mdb,
  mdb_router,
  vlan,
  vlan_global,
  nduseropt,
  stats,
  tunnel,
  qdisc,
  class: tclass,
  chain,
  filter: [...filter, ...flower],
  action,
  nexthop,
  nexthop_bucket,
  route: [...route, ...encap],
  rule,
};
