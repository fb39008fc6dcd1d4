import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { IFADDRMSG_SIZE, ifa } from "./address.ts";
import { AF_INET, AF_INET6, familyName } from "./inet.ts";
import { object, type Reading } from "./object.ts";
import {
  RTM_DELMULTICAST,
  RTM_GETMULTICAST,
  RTM_NEWMULTICAST,
  RTNLGRP_IPV4_MCADDR,
  RTNLGRP_IPV6_MCADDR,
} from "./rtm.ts";
import type { RtContext } from "./types.ts";

/** An address that a device listens to, without the number of its users, which rtnetlink does not tell. */
export interface ListenAddress {
  family?: string;
  family_index?: number;
  address?: string;
}

export function listenRequest(name: string, type: number, family: number): Request {
  const body = new Uint8Array(IFADDRMSG_SIZE);
  body[0] = family;
  return { name, type, body };
}

/** `which`: the attribute that has the address. */
export function readListenAddress(
  { view, at, end }: Message,
  which: "multicast" | "anycast",
  cx: RtContext,
): Reading<ListenAddress> | undefined {
  cx.reset();
  if (end - at < IFADDRMSG_SIZE) {
    cx.problem("ifaddrmsg", `${end - at} bytes, ${IFADDRMSG_SIZE} expected`);
    return undefined;
  }
  const family = view.getUint8(at);
  const ifindex = view.getUint32(at + 4, true);
  cx.family = family;
  const of: (typeof ifa)["fields"] = ifa.lend(view, at + IFADDRMSG_SIZE, end, cx);
  const body: ListenAddress = {};
  const name = familyName(family);
  if (name === undefined) body.family_index = family;
  else body.family = name;
  if (of[which] !== undefined) body.address = of[which];
  cx.remember(body);
  return { dev: cx.devs.get(ifindex), body, key: `${family} ${ifindex} ${body.address}` };
}

export const maddress = object<ListenAddress>({
  set: RTM_NEWMULTICAST,
  answer: RTM_GETMULTICAST,
  delete: RTM_DELMULTICAST,
  groups: [RTNLGRP_IPV4_MCADDR, RTNLGRP_IPV6_MCADDR],
  dumps: () =>
    [AF_INET, AF_INET6].map((family) => listenRequest("RTM_GETMULTICAST", RTM_GETMULTICAST, family)),
  read: (message, cx) => readListenAddress(message, "multicast", cx),
});
