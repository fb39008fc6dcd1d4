/** Settings of address families. */
import type { Recorded } from "./recorded.ts";

export const netconf: readonly Recorded[] = [
  {
    title: "one setting",
    command: "echo 1 > /proc/sys/net/ipv4/conf/v0/forwarding",
    bytes: `
      24000000 5000 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWNETCONF
      02 000000 // netconfmsg: AF_INET
      0800 0100 03000000 // NETCONFA_IFINDEX 3
      0800 0200 01000000 // NETCONFA_FORWARDING 1`,
    ifindex: 3,
    bodies: [{ family: "inet", interface: "if3", forwarding: true }],
  },
  {
    title: "a mode",
    command: "echo 2 > /proc/sys/net/ipv4/conf/v0/rp_filter",
    bytes: `
      24000000 5000 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWNETCONF
      02 000000 // netconfmsg: AF_INET
      0800 0100 03000000 // NETCONFA_IFINDEX 3
      0800 0300 02000000 // NETCONFA_RP_FILTER 2`,
    ifindex: 3,
    bodies: [{ family: "inet", interface: "if3", rp_filter: "loose" }],
  },
  {
    title: "for new devices",
    command: "echo 1 > /proc/sys/net/ipv4/conf/default/proxy_arp",
    bytes: `
      24000000 5000 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWNETCONF
      02 000000 // netconfmsg: AF_INET
      0800 0100 feffffff // NETCONFA_IFINDEX -2
      0800 0500 01000000 // NETCONFA_PROXY_NEIGH 1`,
    ifindex: undefined,
    bodies: [{ family: "inet", interface: "default", proxy_neigh: true }],
  },
  {
    title: "of IPv6",
    command: "echo 1 > /proc/sys/net/ipv6/conf/v0/forwarding",
    bytes: `
      24000000 5000 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWNETCONF
      0a 000000 // netconfmsg: AF_INET6
      0800 0100 03000000 // NETCONFA_IFINDEX 3
      0800 0200 01000000 // NETCONFA_FORWARDING 1`,
    ifindex: 3,
    bodies: [{ family: "inet6", interface: "if3", forwarding: true }],
  },
  {
    title: "of a new device",
    command: "ip link add x0 type veth peer name x1",
    bytes: `
      4c000000 5000 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWNETCONF
      02 000000 // netconfmsg: AF_INET
      0800 0100 04000000 // NETCONFA_IFINDEX 4
      0800 0200 00000000 // NETCONFA_FORWARDING 0
      0800 0300 00000000 // NETCONFA_RP_FILTER 0
      0800 0400 00000000 // NETCONFA_MC_FORWARDING 0
      0800 0800 00000000 // NETCONFA_BC_FORWARDING 0
      0800 0500 01000000 // NETCONFA_PROXY_NEIGH 1
      0800 0600 00000000 // NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN 0`,
    ifindex: 4,
    bodies: [
      {
        family: "inet",
        interface: "if4",
        forwarding: false,
        rp_filter: "off",
        mc_forwarding: false,
        proxy_neigh: true,
        ignore_routes_with_linkdown: false,
        bc_forwarding: false,
      },
    ],
  },
  {
    title: "of a device that has gone",
    command: "ip link del x0",
    bytes: `
      1c000000 5100 0000 00000000 00000000 // nlmsghdr: 28 bytes, RTM_DELNETCONF
      02 000000 // netconfmsg: AF_INET
      0800 0100 05000000 // NETCONFA_IFINDEX 5`,
    ifindex: 5,
    bodies: [{ family: "inet", interface: "if5" }],
  },
  {
    title: "of MPLS",
    command: "written by hand",
    bytes: `
      24000000 5000 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWNETCONF
      1c 000000 // netconfmsg: AF_MPLS
      0800 0100 03000000 // NETCONFA_IFINDEX 3
      0800 0700 01000000 // NETCONFA_INPUT 1`,
    ifindex: 3,
    bodies: [{ family: "mpls", interface: "if3", input: true }],
  },
  {
    title: "for all devices; a mode that has no name",
    command: "written by hand",
    bytes: `
      2c000000 5000 0000 00000000 00000000 // nlmsghdr: 44 bytes, RTM_NEWNETCONF
      0a 000000 // netconfmsg: AF_INET6
      0800 0100 ffffffff // NETCONFA_IFINDEX -1
      0800 0900 01000000 // NETCONFA_FORCE_FORWARDING 1
      0800 0300 07000000 // NETCONFA_RP_FILTER 7`,
    ifindex: undefined,
    bodies: [{ family: "inet6", interface: "all", rp_filter: 7, force_forwarding: true }],
  },
];
