/** Chains of filters: RTM_NEWCHAIN, as `tc -j -d chain` shows them. */
import type { Message } from "../../netlink/nlmsg.ts";
import { object, type Reading } from "../object.ts";
import { RTM_DELCHAIN, RTM_GETCHAIN, RTM_NEWCHAIN, RTNLGRP_TC } from "../rtm.ts";
import type { RtContext } from "../types.ts";
import { type Place, placeOf } from "./filter.ts";
import { filterKinds } from "./filters/index.ts";
import { filterRequests } from "./places.ts";
import { readTc, tca } from "./tca.ts";

export interface Chain extends Place {
  /** Of the template that its filters have to follow, if there is one. */
  kind?: string;
  chain?: number;
  options?: object;
  warn?: string;
}

const attributes = tca(
  Object.fromEntries(Object.entries(filterKinds).map(([kind, { attributes }]) => [kind, attributes])),
);

function read(message: Message, cx: RtContext): Reading<Chain> | undefined {
  const header = readTc(attributes, message, cx);
  if (header === undefined) return undefined;
  const { kind, chain, options, warn } = header.fields;
  const place = placeOf(header, cx);
  const body: Chain = {
    ...place,
    ...(kind !== undefined && { kind }),
    ...(chain !== undefined && { chain }),
    ...(options && {
      options: kind === undefined ? {} : (filterKinds[kind]?.show(options, header.handle) ?? {}),
    }),
    ...(warn !== undefined && { warn }),
  };
  cx.remember(body);
  return { dev: place.dev, body, key: `${header.ifindex} ${header.parent} ${chain ?? 0}` };
}

export const chain = object<Chain>({
  set: RTM_NEWCHAIN,
  delete: RTM_DELCHAIN,
  groups: [RTNLGRP_TC],
  dumps: (ask) => filterRequests("RTM_GETCHAIN", RTM_GETCHAIN, ask),
  dumpsOf: (ifindex, ask) => filterRequests("RTM_GETCHAIN", RTM_GETCHAIN, ask, ifindex),
  read,
});
