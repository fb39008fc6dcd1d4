/** How each object is shown, one row each. */
import type { Bodies, ObjectName } from "../../rtnetlink/objects.ts";
import { address } from "./address.ts";
import { link } from "./link.ts";
import { neighbour } from "./neighbour.ts";
import type { Shown } from "./shown.ts";

const SHOWN: { readonly [O in ObjectName]: Shown<Bodies[O]> } = { link, address, neighbour };

export const shownOf = (object: ObjectName): Shown<object> => SHOWN[object] as Shown<object>;
