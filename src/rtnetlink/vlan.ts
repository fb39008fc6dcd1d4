/**
 * VLANs of bridges and their ports: struct br_vlan_msg and BRIDGE_VLANDB_*, include/uapi/linux/if_bridge.h, as
 * elements of `bridge -j -d vlan show`; and settings of a VLAN of a whole bridge, as `bridge -j vlan global show`. The
 * kernel sends those that are alike as a range; here each is an object of its own, for they change one by one.
 */
import { type FieldsOf, many, nest, table } from "../netlink/attr.ts";
import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import type { Dev } from "./dev.ts";
import { inOrder } from "./in-order.ts";
import { AF_BRIDGE } from "./inet.ts";
import { firstAttribute, object, type Reading } from "./object.ts";
import { RTM_DELVLAN, RTM_GETVLAN, RTM_NEWVLAN, RTNLGRP_BRVLAN } from "./rtm.ts";
import type { RtContext } from "./types.ts";
import { type VlanEntry, vlanEntry, vlanFlagNames } from "./vlan-entry.ts";
import { type GlobalOptions, gopts, OPTIONS } from "./vlan-global.ts";

/** struct br_vlan_msg: family u8, reserved u8, reserved u16, ifindex u32. */
const BR_VLAN_MSG_SIZE = 8;

const BRIDGE_VLANDB_GLOBAL_OPTIONS = 2;
const BRIDGE_VLANDB_DUMP_FLAGS = 1;
const BRIDGE_VLANDB_DUMPF_GLOBAL = 1 << 1;

/** The last number of a VLAN: ranges end there. */
const VLAN_VID_MAX = 4095;

const VLANDB = {
  1: many("BRIDGE_VLANDB_ENTRY", "entries", nest(vlanEntry)),
  [BRIDGE_VLANDB_GLOBAL_OPTIONS]: many("BRIDGE_VLANDB_GLOBAL_OPTIONS", "options", nest(gopts)),
} as const;

export const vlandb = table<RtContext>()("BRIDGE_VLANDB", VLANDB);

function request(flags: number): Request {
  const body = new Uint8Array(BR_VLAN_MSG_SIZE + 8);
  const view = new DataView(body.buffer);
  body[0] = AF_BRIDGE;
  view.setUint16(BR_VLAN_MSG_SIZE, 8, true);
  view.setUint16(BR_VLAN_MSG_SIZE + 2, BRIDGE_VLANDB_DUMP_FLAGS, true);
  view.setUint32(BR_VLAN_MSG_SIZE + 4, flags, true);
  return { name: "RTM_GETVLAN", type: RTM_GETVLAN, body };
}

/** The device and what is said of its VLANs; undefined when the header is not whole. */
function read(
  { view, at, end }: Message,
  cx: RtContext,
): { dev: Dev; of: FieldsOf<typeof VLANDB> } | undefined {
  cx.reset();
  if (end - at < BR_VLAN_MSG_SIZE) {
    cx.problem("br_vlan_msg", `${end - at} bytes, ${BR_VLAN_MSG_SIZE} expected`);
    return undefined;
  }
  cx.family = AF_BRIDGE;
  const of: FieldsOf<typeof VLANDB> = vlandb.read(view, at + BR_VLAN_MSG_SIZE, end, cx);
  return { dev: cx.devs.get(view.getUint32(at + 4, true)), of };
}

/** One reading per VLAN from `first` to `last`, whose bodies differ in nothing else. */
function* each<B extends { vlan: number }>(
  dev: Dev,
  last: number | undefined,
  body: B,
  cx: RtContext,
): Generator<Reading<B>> {
  for (let vlan = body.vlan; vlan <= Math.min(last ?? body.vlan, VLAN_VID_MAX); vlan++) {
    const one = { ...body, vlan };
    cx.remember(one);
    yield { dev, body: one, key: `${dev.ifindex} ${vlan}` };
  }
}

export interface Vlan extends Omit<VlanEntry, "info" | "range" | "tunnel" | "stats"> {
  vlan: number;
  flags?: string[];
  /** As `bridge vlan tunnelshow`. */
  tunid?: number;
  rx_bytes?: number;
  rx_packets?: number;
  tx_bytes?: number;
  tx_packets?: number;
}

const isGlobal = (message: Message): boolean =>
  firstAttribute(message, BR_VLAN_MSG_SIZE) === BRIDGE_VLANDB_GLOBAL_OPTIONS;

export const vlan = object<Vlan>({
  set: RTM_NEWVLAN,
  delete: RTM_DELVLAN,
  groups: [RTNLGRP_BRVLAN],
  holds: (message) => !isGlobal(message),
  dumps: () => [request(0)],
  ticking: new Set(["mcast_n_groups", "rx_bytes", "rx_packets", "tx_bytes", "tx_packets"]),
  read(message, cx) {
    const said = read(message, cx);
    return said && (said.of.entries ?? []).flatMap((entry) => vlans(said.dev, entry, cx));
  },
});

function vlans(dev: Dev, entry: VlanEntry, cx: RtContext): Reading<Vlan>[] {
  const { info, range, stats, tunnel } = entry;
  if (info === undefined) {
    cx.problem("BRIDGE_VLANDB_ENTRY", "no BRIDGE_VLANDB_ENTRY_INFO");
    return [];
  }
  const body: Vlan = { vlan: info.vid! };
  const flags = vlanFlagNames(info.flags!);
  if (flags.length > 0) body.flags = flags;
  inOrder(body, entry, [
    "state",
    "mcast_router",
    "mcast_n_groups",
    "mcast_max_groups",
    "neigh_suppress",
    "neigh_forward_grat",
  ]);
  const tunid = tunnel?.id;
  if (stats !== undefined) inOrder(body, stats, ["rx_bytes", "rx_packets", "tx_bytes", "tx_packets"]);
  const readings = [...each(dev, range, body, cx)];
  // The tunnels of a range go up with its VLANs.
  if (tunid !== undefined)
    for (const [index, reading] of readings.entries()) reading.body.tunid = tunid + index;
  return readings;
}

export interface VlanGlobal extends Omit<GlobalOptions, "vlan" | "range"> {
  vlan: number;
}

export const vlan_global = object<VlanGlobal>({
  set: RTM_NEWVLAN,
  delete: RTM_DELVLAN,
  groups: [RTNLGRP_BRVLAN],
  holds: isGlobal,
  dumps: () => [request(BRIDGE_VLANDB_DUMPF_GLOBAL)],
  ticking: new Set([
    "timer",
    "inet_timer",
    "inet6_timer",
    "type",
    "mcast_querier_ipv4_other_timer",
    "mcast_querier_ipv6_other_timer",
  ]),
  read(message, cx) {
    const said = read(message, cx);
    return said && (said.of.options ?? []).flatMap((options) => globals(said.dev, options, cx));
  },
});

function globals(dev: Dev, options: GlobalOptions, cx: RtContext): Reading<VlanGlobal>[] {
  const { vlan, range } = options;
  if (vlan === undefined) {
    cx.problem("BRIDGE_VLANDB_GLOBAL_OPTIONS", "no BRIDGE_VLANDB_GOPTS_ID");
    return [];
  }
  const body: VlanGlobal = { vlan };
  inOrder(body, options, OPTIONS);
  return [...each(dev, range, body, cx)];
}
