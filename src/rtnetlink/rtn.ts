/** RTN_*, include/uapi/linux/rtnetlink.h: what a route is, what a rule does, what kind of address a neighbour has. */

const TYPES = [
  "none",
  "unicast",
  "local",
  "broadcast",
  "anycast",
  "multicast",
  "blackhole",
  "unreachable",
  "prohibit",
  "throw",
  "nat",
  "xresolve",
];

export const typeName = (type: number): string => TYPES[type] ?? String(type);
