/** The store of each object; a row for those that are more than a map of keys. */
import type { ObjectName } from "../rtnetlink/objects.ts";
import { Actions } from "./actions.ts";
import { Classes } from "./classes.ts";
import { Filters } from "./filters.ts";
import { isUnspoken, neighbourVerb } from "./neighbours.ts";
import { Netconfs } from "./netconfs.ts";
import { Objects } from "./objects.ts";
import { Routes } from "./routes.ts";
import { Rules } from "./rules.ts";
import type { Store } from "./store.ts";

const STORES: { readonly [O in ObjectName]?: () => Store } = {
  netconf: () => new Netconfs(),
  neighbour: () => new Objects("neighbour", { verb: neighbourVerb, unspoken: isUnspoken }),
  class: () => new Classes("class"),
  filter: () => new Filters("filter"),
  action: () => new Actions("action"),
  nexthop: () => new Objects("nexthop", { verb: () => "replaced" }),
  nexthop_bucket: () => new Objects("nexthop_bucket", { verb: () => "replaced" }),
  route: () => new Routes(),
  rule: () => new Rules(),
};

export const storeOf = (object: ObjectName): Store => STORES[object]?.() ?? new Objects(object);
