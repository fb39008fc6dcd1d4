/** Anycast addresses that a device listens to: struct ifaddrmsg and IFA_ANYCAST; IPv6 only. */
import { AF_INET6 } from "./inet.ts";
import { type ListenAddress, listenRequest, readListenAddress } from "./maddress.ts";
import { object } from "./object.ts";
import { RTM_DELANYCAST, RTM_GETANYCAST, RTM_NEWANYCAST, RTNLGRP_IPV6_ACADDR } from "./rtm.ts";

export const acaddress = object<ListenAddress>({
  set: RTM_NEWANYCAST,
  answer: RTM_GETANYCAST,
  delete: RTM_DELANYCAST,
  groups: [RTNLGRP_IPV6_ACADDR],
  dumps: () => [listenRequest("RTM_GETANYCAST", RTM_GETANYCAST, AF_INET6)],
  read: (message, cx) => readListenAddress(message, "anycast", cx),
});
