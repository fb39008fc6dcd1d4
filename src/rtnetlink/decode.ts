/** The objects there are: which messages speak of them, on which groups, how they are asked for and read. */
import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { type Address, addressRequest, readAddress } from "./address.ts";
import type { Dev } from "./dev.ts";
import { type Link, linkRequest, readLink } from "./link.ts";
import {
  RTM_DELADDR,
  RTM_DELLINK,
  RTM_GETADDR,
  RTM_GETLINK,
  RTM_NEWADDR,
  RTM_NEWLINK,
  RTNLGRP_IPV4_IFADDR,
  RTNLGRP_IPV6_IFADDR,
  RTNLGRP_IPV6_IFINFO,
  RTNLGRP_LINK,
} from "./rtm.ts";
import type { RtContext } from "./types.ts";

export type Decoded =
  | { object: "link"; dev: Dev; body: Link }
  | { object: "address"; dev: Dev; body: Address };

export type ObjectName = Decoded["object"];

interface ObjectType {
  /** Multicast groups that tell of it. */
  groups: readonly number[];
  /** Asks for all of them. */
  dump: () => Request;
}

export const OBJECTS: Readonly<Record<ObjectName, ObjectType>> = {
  link: {
    groups: [RTNLGRP_LINK, RTNLGRP_IPV6_IFINFO],
    dump: () => ({ name: "RTM_GETLINK", type: RTM_GETLINK, body: linkRequest() }),
  },
  address: {
    groups: [RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR],
    dump: () => ({ name: "RTM_GETADDR", type: RTM_GETADDR, body: addressRequest() }),
  },
};

/** Asks for one link. */
export const getLink = (ifindex: number): Request => ({
  name: "RTM_GETLINK",
  type: RTM_GETLINK,
  body: linkRequest(ifindex),
});

/** The object a message speaks of; undefined for types that are not here, or when not even the header is whole. */
export function decode(message: Message, cx: RtContext): Decoded | undefined {
  switch (message.type) {
    case RTM_NEWLINK:
    case RTM_DELLINK: {
      const link = readLink(message, cx);
      return link && { object: "link", dev: link.dev, body: link.body };
    }
    case RTM_NEWADDR:
    case RTM_DELADDR: {
      const address = readAddress(message, cx);
      return address && { object: "address", ...address };
    }
    default:
      cx.reset();
      return undefined;
  }
}
