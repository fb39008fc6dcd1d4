/** The facts of each object, one row each. */
import type { ObjectName } from "../../../src/rtnetlink/objects.ts";
import { address } from "./address.ts";
import type { Facts } from "./facts.ts";
import { link } from "./link.ts";
import { mroute } from "./mroute.ts";
import { neighbour } from "./neighbour.ts";
import { route } from "./route.ts";
import { rule } from "./rule.ts";

export const FACTS = { link, address, mroute, neighbour, route, rule } as Readonly<
  Partial<Record<ObjectName, Facts<object>>>
>;
