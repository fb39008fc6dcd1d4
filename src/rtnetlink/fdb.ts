/** Forwarding entries of bridges, VXLANs and devices: neighbours of AF_BRIDGE, as `bridge -j -d fdb` shows them. */
import { bitNames, hex0x } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import type { Attributes } from "./nda.ts";
import type { RtContext } from "./types.ts";

const NTF_SELF = 0x02;

/** NTF_*, in bridge's order; NTF_EXT_LOCKED of NDA_FLAGS_EXT comes last. */
const NTF = [
  [NTF_SELF, "self"],
  [0x80, "router"],
  [0x10, "extern_learn"],
  [0x20, "offload"],
  [0x04, "master"],
  [0x40, "sticky"],
  [0x200, "locked"],
] as const;
/** Where the bits of NDA_FLAGS_EXT are put, above those of ndm_flags. */
const EXT_SHIFT = 8;

const NUD_REACHABLE = 0x02;
const NUD_STALE = 0x04;
const NUD_NOARP = 0x40;
const NUD_PERMANENT = 0x80;

/** FDB_NOTIFY_*, of NFEA_ACTIVITY_NOTIFY. */
const FDB_NOTIFY_BIT = 0x1;
const FDB_NOTIFY_INACTIVE_BIT = 0x2;

export interface FdbEntry {
  family: "bridge";
  mac?: string;
  ifname?: Dev;
  dst?: string;
  vlan?: number;
  port?: number;
  vni?: number;
  src_vni?: number;
  /** In another network namespace (linkNetNsId) only its index is known. */
  viaIfIndex?: number;
  viaIf?: Dev;
  nhid?: number;
  linkNetNsId?: number;
  activity_notify?: true;
  inactive?: true;
  /** Seconds ago. */
  used?: number;
  updated?: number;
  flags: readonly string[];
  master?: Dev;
  state: string;
  protocol?: string;
  /** RTN_*; only where everything is asked for. */
  type?: string;
}

export function fdbEntry(
  dev: Dev | undefined,
  state: number,
  flags: number,
  of: Attributes,
  cx: RtContext,
): FdbEntry {
  const body = { family: "bridge" } as FdbEntry;
  if (of.lladdr !== undefined) body.mac = of.lladdr;
  if (dev !== undefined) body.ifname = dev;
  if (of.dst !== undefined) body.dst = of.dst;
  if (of.vlan) body.vlan = of.vlan;
  if (of.port !== undefined) body.port = of.port;
  if (of.vni !== undefined) body.vni = of.vni;
  if (of.src_vni !== undefined) body.src_vni = of.src_vni;
  if (of.ifindex !== undefined) {
    if (of.link_netnsid !== undefined) body.viaIfIndex = of.ifindex;
    else body.viaIf = cx.devs.refer(of.ifindex);
  }
  if (of.nhid !== undefined) body.nhid = of.nhid;
  if (of.link_netnsid !== undefined) body.linkNetNsId = of.link_netnsid;
  const notify = of.ext_attrs?.activity_notify ?? 0;
  if ((notify & FDB_NOTIFY_BIT) !== 0) body.activity_notify = true;
  if ((notify & FDB_NOTIFY_INACTIVE_BIT) !== 0) body.inactive = true;
  if (of.ages !== undefined) {
    body.used = of.ages.used;
    body.updated = of.ages.updated;
  }
  body.flags = flagNames(flags | ((of.flags_ext ?? 0) << EXT_SHIFT));
  if (of.master !== undefined) body.master = of.master;
  body.state = stateName(state);
  if (of.protocol !== undefined) body.protocol = of.protocol;
  return body;
}

/** One array per set of flags: there are few, and entries are many. */
const flagSets = new Map<number, readonly string[]>();

function flagNames(flags: number): readonly string[] {
  let names = flagSets.get(flags);
  if (names === undefined) flagSets.set(flags, (names = bitNames(flags, NTF)));
  return names;
}

function stateName(state: number): string {
  if ((state & NUD_PERMANENT) !== 0) return "permanent";
  if ((state & NUD_NOARP) !== 0) return "static";
  if ((state & NUD_STALE) !== 0) return "stale";
  if ((state & NUD_REACHABLE) !== 0) return "";
  return hex0x(state);
}

/**
 * A bridge has one entry per address and VLAN, whatever the port: it moves with its host. A device has its own per
 * address and, for VXLAN, source VNI; only an address for many (multicast, zero) may have several destinations.
 */
export function fdbKey(body: FdbEntry, ifindex: number, flags: number): string {
  const { mac = "", vlan = 0, src_vni = 0, master } = body;
  if (master !== undefined && (flags & NTF_SELF) === 0) return `bridge ${master.ifindex} ${mac} ${vlan}`;
  const one = `fdb ${ifindex} ${mac} ${vlan} ${src_vni}`;
  return isForMany(mac)
    ? `${one} ${body.dst} ${body.port} ${body.vni} ${body.viaIf?.ifindex ?? body.viaIfIndex} ${body.nhid}`
    : one;
}

/** The lowest bit of the first byte: of the second digit. */
function isForMany(mac: string): boolean {
  const digit = mac.charCodeAt(1);
  // In ASCII, "0" to "9" and "b", "d", "f" differ in what an odd digit is.
  const odd = digit < 0x3a ? (digit & 1) === 1 : (digit & 1) === 0;
  return odd || mac === "00:00:00:00:00:00";
}
