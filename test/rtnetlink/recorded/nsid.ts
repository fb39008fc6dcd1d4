/** Ids of network namespaces. */
import type { Recorded } from "./recorded.ts";

export const nsid: readonly Recorded[] = [
  {
    title: "assigned",
    command: "ip link set y1 netns PID",
    bytes: `
      1c000000 5800 0000 00000000 00000000 // nlmsghdr: 28 bytes, RTM_NEWNSID
      00 000000 // rtgenmsg: AF_UNSPEC
      0800 0100 00000000 // NETNSA_NSID 0`,
    ifindex: undefined,
    bodies: [{ nsid: 0 }],
  },
  {
    title: "gone",
    command: "the end of that namespace",
    bytes: `
      1c000000 5900 0000 00000000 00000000 // nlmsghdr: 28 bytes, RTM_DELNSID
      00 000000 // rtgenmsg: AF_UNSPEC
      0800 0100 00000000 // NETNSA_NSID 0`,
    ifindex: undefined,
    bodies: [{ nsid: 0 }],
  },
  {
    title: "asked for from a third network namespace",
    command: "written by hand",
    bytes: `
      24000000 5800 0000 00000000 00000000 // nlmsghdr: 36 bytes, RTM_NEWNSID
      00 000000 // rtgenmsg: AF_UNSPEC
      0800 0100 03000000 // NETNSA_NSID 3
      0800 0500 05000000 // NETNSA_CURRENT_NSID 5`,
    ifindex: undefined,
    bodies: [{ nsid: 3, "current-nsid": 5 }],
  },
];
