import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { bitNames, hex0x } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { type FdbEntry, fdbEntry, fdbKey } from "./fdb.ts";
import { AF_BRIDGE, AF_UNSPEC, familyName } from "./inet.ts";
import { type Attributes, nda } from "./nda.ts";
import { object, type Reading } from "./object.ts";
import { RTM_DELNEIGH, RTM_GETNEIGH, RTM_NEWNEIGH, RTNLGRP_NEIGH } from "./rtm.ts";
import { typeName } from "./rtn.ts";
import type { RtContext } from "./types.ts";

/** struct ndmsg: family u8, pad u8, pad u16, ifindex s32, state u16, flags u8, type u8. */
const NDMSG_SIZE = 12;

const NDA_IFINDEX = 8;

const NTF_PROXY = 0x08;
const NTF_EXT_LEARNED = 0x10;
const NTF_OFFLOADED = 0x20;
const NTF_ROUTER = 0x80;
/** NDA_FLAGS_EXT. */
const NTF_EXT_MANAGED = 0x1;
const NTF_EXT_EXT_VALIDATED = 0x4;

/** NUD_*: one at a time; none is set while nothing has been sent to the neighbour, and for proxies. */
const NUD = [
  [0x01, "INCOMPLETE"],
  [0x02, "REACHABLE"],
  [0x04, "STALE"],
  [0x08, "DELAY"],
  [0x10, "PROBE"],
  [0x20, "FAILED"],
  [0x40, "NOARP"],
  [0x80, "PERMANENT"],
] as const;

/** An entry of ARP or NDP, or a proxy, as `ip -j -d neigh` shows it; what ip writes as null is true here. */
export interface IpNeighbour {
  family?: string;
  family_index?: number;
  dst?: string;
  dev?: Dev;
  lladdr?: string;
  viaIfIndex?: number;
  router?: true;
  proxy?: true;
  managed?: true;
  extern_learn?: true;
  offload?: true;
  extern_valid?: true;
  /** Flags that ip does not show, in hex. */
  ndm_flags?: string;
  flags_ext?: string;
  refcnt?: number;
  /** Seconds ago. */
  used?: number;
  confirmed?: number;
  updated?: number;
  probes?: number;
  state?: readonly string[];
  protocol?: string;
  /** RTN_*; only where everything is asked for. */
  type?: string;
}

export type Neighbour = IpNeighbour | FdbEntry;

export const isFdbEntry = (neighbour: Neighbour): neighbour is FdbEntry => neighbour.family === "bridge";

/** One array per state: there are few, and neighbours are many. */
const states = new Map<number, readonly string[]>();

function stateNames(state: number): readonly string[] {
  let names = states.get(state);
  if (names === undefined) states.set(state, (names = bitNames(state, NUD)));
  return names;
}

/** Asks for the entries of a family, or for proxies; of one device where it is given. */
function request(family: number, flags: number, ifindex: number | undefined): Request {
  const named = ifindex !== undefined && family !== AF_BRIDGE;
  const body = new Uint8Array(NDMSG_SIZE + (named ? 8 : 0));
  const view = new DataView(body.buffer);
  body[0] = family;
  body[10] = flags;
  if (named) {
    view.setUint16(NDMSG_SIZE, 8, true);
    view.setUint16(NDMSG_SIZE + 2, NDA_IFINDEX, true);
    view.setUint32(NDMSG_SIZE + 4, ifindex, true);
  } else if (ifindex !== undefined) view.setInt32(4, ifindex, true);
  return { name: "RTM_GETNEIGH", type: RTM_GETNEIGH, body };
}

const requests = (ifindex?: number): Request[] => [
  request(AF_UNSPEC, 0, ifindex),
  request(AF_UNSPEC, NTF_PROXY, ifindex),
  request(AF_BRIDGE, 0, ifindex),
];

export const neighbour = object<Neighbour>({
  set: RTM_NEWNEIGH,
  delete: RTM_DELNEIGH,
  groups: [RTNLGRP_NEIGH],
  dumps: () => requests(),
  dumpsOf: requests,
  ticking: new Set(["refcnt", "used", "confirmed", "updated", "probes"]),
  read,
});

/** The kernel asks programs: for an address that it cannot resolve alone (app_solicit, l2miss, l3miss). */
export const neighbour_miss = object<Neighbour>({
  set: RTM_GETNEIGH,
  groups: [RTNLGRP_NEIGH],
  dumps: () => [],
  read,
});

function read({ view, at, end }: Message, cx: RtContext): Reading<Neighbour> | undefined {
  cx.reset();
  if (end - at < NDMSG_SIZE) {
    cx.problem("ndmsg", `${end - at} bytes, ${NDMSG_SIZE} expected`);
    return undefined;
  }
  const family = view.getUint8(at);
  const ifindex = view.getInt32(at + 4, true);
  const state = view.getUint16(at + 8, true);
  const flags = view.getUint8(at + 10);
  const type = view.getUint8(at + 11);
  const dev = ifindex === 0 ? undefined : cx.devs.get(ifindex);
  cx.family = family;
  cx.arphrd = dev?.arphrd ?? 0;
  const of: Attributes = nda.lend(view, at + NDMSG_SIZE, end, cx);

  let body: Neighbour;
  let key: string;
  if (family === AF_BRIDGE) {
    body = fdbEntry(dev, state, flags, of, cx);
    key = fdbKey(body, ifindex, flags);
  } else {
    body = ipNeighbour(family, dev, state, flags, of);
    // neigh_lookup and pneigh_lookup: a table per family, device and address; proxies are kept apart.
    key = `${family} ${ifindex} ${of.dst}${(flags & NTF_PROXY) === 0 ? "" : " proxy"}`;
  }
  if (cx.all) body.type = typeName(type);
  cx.remember(body);
  return { dev, body, key };
}

function ipNeighbour(
  family: number,
  dev: Dev | undefined,
  state: number,
  flags: number,
  of: Attributes,
): IpNeighbour {
  const body: IpNeighbour = {};
  const name = familyName(family);
  if (name === undefined) body.family_index = family;
  else body.family = name;
  if (of.dst !== undefined) body.dst = of.dst;
  if (dev !== undefined) body.dev = dev;
  if (of.lladdr) body.lladdr = of.lladdr;
  if (of.ifindex !== undefined) body.viaIfIndex = of.ifindex;
  if (flags !== 0 || of.flags_ext !== undefined) setFlags(body, flags, of.flags_ext ?? 0);
  if (of.ages !== undefined) Object.assign(body, of.ages);
  if (of.probes !== undefined) body.probes = of.probes;
  if (state !== 0) body.state = stateNames(state);
  if (of.protocol !== undefined) body.protocol = of.protocol;
  return body;
}

function setFlags(body: IpNeighbour, flags: number, ext: number): void {
  if ((flags & NTF_ROUTER) !== 0) body.router = true;
  if ((flags & NTF_PROXY) !== 0) body.proxy = true;
  if ((ext & NTF_EXT_MANAGED) !== 0) body.managed = true;
  if ((flags & NTF_EXT_LEARNED) !== 0) body.extern_learn = true;
  if ((flags & NTF_OFFLOADED) !== 0) body.offload = true;
  if ((ext & NTF_EXT_EXT_VALIDATED) !== 0) body.extern_valid = true;
  const rest = flags & ~(NTF_ROUTER | NTF_PROXY | NTF_EXT_LEARNED | NTF_OFFLOADED);
  if (rest !== 0) body.ndm_flags = hex0x(rest);
  const extRest = (ext & ~(NTF_EXT_MANAGED | NTF_EXT_EXT_VALIDATED)) >>> 0;
  if (extRest !== 0) body.flags_ext = hex0x(extRest);
}
