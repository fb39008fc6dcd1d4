/** Facts of neighbours and forwarding entries. */
import { isFdbEntry, type Neighbour } from "../../../src/rtnetlink/neighbour.ts";
import { type Facts, number, type Recover } from "./facts.ts";

const FAMILY: Readonly<Record<string, number>> = { inet: 2, bridge: 7, inet6: 10 };
/** linux/neighbour.h, NUD_*; a forwarding entry's have other names. */
const NUD: Readonly<Record<string, number>> = {
  INCOMPLETE: 0x01,
  REACHABLE: 0x02,
  STALE: 0x04,
  DELAY: 0x08,
  PROBE: 0x10,
  FAILED: 0x20,
  NOARP: 0x40,
  PERMANENT: 0x80,
};
const FDB: Readonly<Record<string, number>> = { "": 0x02, stale: 0x04, static: 0x40, permanent: 0x80 };

/** NTF_*. */
const IP_FLAGS = [
  ["proxy", 0x08],
  ["extern_learn", 0x10],
  ["offload", 0x20],
  ["router", 0x80],
] as const;
const FDB_FLAGS: Readonly<Record<string, number>> = {
  self: 0x02,
  master: 0x04,
  extern_learn: 0x10,
  offload: 0x20,
  sticky: 0x40,
  router: 0x80,
};

/** RTN_*. */
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
];

function flags(body: Neighbour): number {
  if (isFdbEntry(body)) return body.flags.reduce((bits, name) => bits | FDB_FLAGS[name]!, 0);
  let bits = Number(body.ndm_flags ?? 0);
  for (const [key, bit] of IP_FLAGS) if (body[key]) bits |= bit;
  return bits;
}

/** decode writes the last 32 bits of a mapped address dotted, as glibc does. */
const inet = (address: string | undefined): string | undefined =>
  address?.startsWith("::ffff:") ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;

const recover: Readonly<Record<string, Recover<Neighbour>>> = {
  ndm_family: (body) => number(FAMILY, body.family) ?? (isFdbEntry(body) ? undefined : body.family_index),
  ndm_ifindex: (_body, dev) => dev.ifindex,
  ndm_state: (body) =>
    isFdbEntry(body)
      ? number(FDB, body.state)
      : (body.state ?? []).reduce((bits, name) => bits | (NUD[name] ?? Number.parseInt(name, 16)), 0),
  ndm_flags: flags,
  ndm_type: ({ type }) => TYPES.indexOf(type ?? ""),
  NDA_DST: (body, _dev, _cx, fact) =>
    typeof fact === "string" && fact.startsWith("::ffff:") ? inet(body.dst) : body.dst,
  NDA_LLADDR: (body) => (isFdbEntry(body) ? body.mac : body.lladdr),
  NDA_PROBES: (body) => (isFdbEntry(body) ? undefined : body.probes),
  NDA_IFINDEX: (body) => body.viaIfIndex,
};

export const neighbour: Facts<Neighbour> = {
  types: ["RTM_NEWNEIGH", "RTM_DELNEIGH"],
  names: /^(ndm|NDA)_/,
  recover,
};
