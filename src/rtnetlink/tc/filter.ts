/** Filters: RTM_NEWTFILTER, as `tc -j -d filter` shows them. */
import type { Message } from "../../netlink/nlmsg.ts";
import type { Dev } from "../dev.ts";
import { ethertypeName } from "../ethertype.ts";
import { object, type Reading } from "../object.ts";
import { RTM_DELTFILTER, RTM_GETTFILTER, RTM_NEWTFILTER, RTNLGRP_TC } from "../rtm.ts";
import type { RtContext } from "../types.ts";
import { filterKinds } from "./filters/index.ts";
import { CLSACT_EGRESS, CLSACT_INGRESS, formatClassid, TC_H_ROOT } from "./handle.ts";
import { filterRequests } from "./places.ts";
import { countersOf, readTc, TCM_IFINDEX_MAGIC_BLOCK, type Tcmsg, tca } from "./tca.ts";

/** Where a filter or a chain of filters is: at a qdisc or class of a device, or in a block that several share. */
export interface Place {
  block?: number;
  dev?: Dev;
  root?: true;
  ingress?: true;
  egress?: true;
  parent?: string;
}

export interface Filter extends Place {
  protocol?: string;
  pref?: number;
  kind?: string;
  chain?: number;
  /** By kind. Without them it is not a filter, but that there are some of this protocol and preference. */
  options?: object;
  warn?: string;
}

export function placeOf({ ifindex, parent }: Tcmsg, cx: RtContext): Place {
  if (ifindex === TCM_IFINDEX_MAGIC_BLOCK) return { block: parent };
  const dev = cx.devs.get(ifindex);
  switch (parent) {
    case TC_H_ROOT:
      return { dev, root: true };
    case CLSACT_INGRESS:
      return { dev, ingress: true };
    case CLSACT_EGRESS:
      return { dev, egress: true };
    default:
      return { dev, parent: formatClassid(parent) };
  }
}

const attributes = tca(
  Object.fromEntries(Object.entries(filterKinds).map(([kind, { attributes }]) => [kind, attributes])),
);

const swap16 = (value: number): number => ((value & 0xff) << 8) | ((value >>> 8) & 0xff);

function read(message: Message, cx: RtContext): Reading<Filter> | undefined {
  const header = readTc(attributes, message, cx);
  if (header === undefined) return undefined;
  const { ifindex, handle, parent, info, fields } = header;
  const { kind, chain, options, warn } = fields;
  // Upper half: the preference; lower half: the protocol, in network order.
  const protocol = swap16(info);
  const pref = info >>> 16;
  const place = placeOf(header, cx);
  const body: Filter = {
    ...place,
    ...(protocol !== 0 && { protocol: ethertypeName(protocol) }),
    ...(pref !== 0 && { pref }),
    ...(kind !== undefined && { kind }),
    ...(chain !== undefined && { chain }),
    ...(options && { options: optionsOf(kind, options, handle) }),
    ...(cx.all && countersOf(fields)),
    ...(warn !== undefined && { warn }),
  };
  cx.remember(body);
  return {
    dev: place.dev,
    body,
    key: `${ifindex} ${parent} ${chain ?? 0} ${pref} ${protocol} ${handle}`,
  };
}

const optionsOf = (kind: string | undefined, options: object, handle: number): object =>
  kind !== undefined && Object.hasOwn(filterKinds, kind) ? filterKinds[kind]!.show(options, handle) : {};

export const filter = object<Filter>({
  set: RTM_NEWTFILTER,
  delete: RTM_DELTFILTER,
  groups: [RTNLGRP_TC],
  dumps: (ask) => filterRequests("RTM_GETTFILTER", RTM_GETTFILTER, ask),
  dumpsOf: (ifindex, ask) => filterRequests("RTM_GETTFILTER", RTM_GETTFILTER, ask, ifindex),
  read,
  // Who else uses the same actions; what the hardware counts, known only once somebody has asked; marked packets.
  ticking: new Set(["ref", "bind", "used_hw_stats", "fwmark_success"]),
});
