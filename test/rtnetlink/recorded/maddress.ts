/** Multicast and anycast addresses. */
import type { Recorded } from "./recorded.ts";

export const maddress: readonly Recorded[] = [
  {
    title: "a group that a socket has joined",
    command: "setsockopt(IP_ADD_MEMBERSHIP, 239.1.2.3 on 192.0.2.1)",
    bytes: `
      34000000 3800 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWMULTICAST
      02 20 80 00 03000000 // ifaddrmsg: AF_INET, /32, PERMANENT, scope 0, index 3
      0800 0700 ef010203 // IFA_MULTICAST 239.1.2.3
      1400 0600 fffffffffffffffffa4d0300fa4d0300 // IFA_CACHEINFO forever; made and changed at 216570`,
    ifindex: 3,
    bodies: [{ family: "inet", address: "239.1.2.3" }],
  },
  {
    title: "gone",
    command: "close of that socket",
    bytes: `
      34000000 3900 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_DELMULTICAST
      02 20 80 00 03000000 // ifaddrmsg: AF_INET, /32, PERMANENT, scope 0, index 3
      0800 0700 ef010203 // IFA_MULTICAST 239.1.2.3
      1400 0600 fffffffffffffffffa4d0300fa4d0300 // IFA_CACHEINFO forever; made and changed at 216570`,
    ifindex: 3,
    bodies: [{ family: "inet", address: "239.1.2.3" }],
  },
];

export const acaddress: readonly Recorded[] = [
  {
    title: "for routers of a subnet",
    command: "echo 1 > /proc/sys/net/ipv6/conf/v0/forwarding",
    bytes: `
      40000000 3c00 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWANYCAST
      0a 80 80 00 03000000 // ifaddrmsg: AF_INET6, /128, PERMANENT, scope 0, index 3
      1400 0500 20010db8000000000000000000000000 // IFA_ANYCAST 2001:db8::
      1400 0600 ffffffffffffffff2d4d03002d4d0300 // IFA_CACHEINFO forever; made and changed at 216365`,
    ifindex: 3,
    bodies: [{ family: "inet6", address: "2001:db8::" }],
  },
  {
    title: "gone",
    command: "ip addr del 2001:db8:1::1/64 dev v0",
    bytes: `
      40000000 3d00 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_DELANYCAST
      0a 80 80 00 03000000 // ifaddrmsg: AF_INET6, /128, PERMANENT, scope 0, index 3
      1400 0500 20010db8000100000000000000000000 // IFA_ANYCAST 2001:db8:1::
      1400 0600 ffffffffffffffffae4d0300ae4d0300 // IFA_CACHEINFO forever; made and changed at 216494`,
    ifindex: 3,
    bodies: [{ family: "inet6", address: "2001:db8:1::" }],
  },
  {
    title: "in a dump the kernel answers with RTM_GETANYCAST",
    command: "RTM_GETANYCAST",
    bytes: `
      40000000 3e00 0200 00000000 00000000 // nlmsghdr: 64 bytes, RTM_GETANYCAST flags 0x2
      0a 80 80 00 03000000 // ifaddrmsg: AF_INET6, /128, PERMANENT, scope 0, index 3
      1400 0500 fe800000000000000000000000000000 // IFA_ANYCAST fe80::
      1400 0600 ffffffffffffffff2d4d03002d4d0300 // IFA_CACHEINFO forever; made and changed at 216365`,
    ifindex: 3,
    bodies: [{ family: "inet6", address: "fe80::" }],
  },
];
