/**
 * Multicast databases of bridges and VXLANs: struct br_port_msg and MDBA_*, include/uapi/linux/if_bridge.h. They hold
 * entries (mdb-entry.ts) and, of bridges, ports with a multicast router; a notification is of one of the two.
 */
import { arrayOf, attr, type FieldsOf, table } from "../netlink/attr.ts";
import type { Request } from "../netlink/dump.ts";
import type { Message } from "../netlink/nlmsg.ts";
import { mapped, u8, u16 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { AF_BRIDGE } from "./inet.ts";
import { type MdbEntry, mdbEntry, timer } from "./mdb-entry.ts";
import { firstAttribute, object } from "./object.ts";
import { RTM_DELMDB, RTM_GETMDB, RTM_NEWMDB, RTNLGRP_MDB } from "./rtm.ts";
import type { RtContext, RtType } from "./types.ts";

/** struct br_port_msg: family u8, ifindex u32 at 4. */
const BR_PORT_MSG_SIZE = 8;

const MDBA_ROUTER = 2;

/** MDB_RTR_TYPE_*: by a query, by hand, for a time. */
const MDB_RTR_TYPE_PERM = 2;

const PATTR = {
  1: attr("MDBA_ROUTER_PATTR_TIMER", "timer", timer, "detail"),
  2: attr(
    "MDBA_ROUTER_PATTR_TYPE",
    "type",
    mapped(u8, (type) => (type === MDB_RTR_TYPE_PERM ? "permanent" : "temp")),
    "detail",
  ),
  3: attr("MDBA_ROUTER_PATTR_INET_TIMER", "inet_timer", timer, "detail"),
  4: attr("MDBA_ROUTER_PATTR_INET6_TIMER", "inet6_timer", timer, "detail"),
  5: attr("MDBA_ROUTER_PATTR_VID", "vid", u16),
} as const;

export const pattr = table<RtContext>()("MDBA_ROUTER_PATTR", PATTR);

interface RouterPort extends FieldsOf<typeof PATTR> {
  port: Dev;
}

/** MDBA_ROUTER_PORT: the index of the port, and attributes. */
const routerPort: RtType<RouterPort> = {
  min: 4,
  read(view, at, length, cx) {
    const port = cx.devs.refer(view.getUint32(at, true));
    cx.path.push(cx.current);
    const of = pattr.read(view, at + 4, at + length, cx);
    cx.path.pop();
    return { port, ...of };
  },
};

const MDBA = {
  1: attr(
    "MDBA_MDB",
    "entries",
    mapped(arrayOf("MDBA_MDB_ENTRY", 1, arrayOf("MDBA_MDB_ENTRY_INFO", 1, mdbEntry)), (entries) =>
      entries.flat(),
    ),
  ),
  [MDBA_ROUTER]: attr("MDBA_ROUTER", "router", arrayOf("MDBA_ROUTER_PORT", 1, routerPort)),
} as const;

export const mdba = table<RtContext>()("MDBA", MDBA);

const dumps = (): Request[] => {
  const body = new Uint8Array(BR_PORT_MSG_SIZE);
  body[0] = AF_BRIDGE;
  return [{ name: "RTM_GETMDB", type: RTM_GETMDB, body }];
};

/** The device and what is said of it; undefined when the header is not whole. */
function read(
  { view, at, end }: Message,
  cx: RtContext,
): { dev: Dev; of: FieldsOf<typeof MDBA> } | undefined {
  cx.reset();
  if (end - at < BR_PORT_MSG_SIZE) {
    cx.problem("br_port_msg", `${end - at} bytes, ${BR_PORT_MSG_SIZE} expected`);
    return undefined;
  }
  // Addresses are told apart by their length.
  cx.family = AF_BRIDGE;
  const of: FieldsOf<typeof MDBA> = mdba.read(view, at + BR_PORT_MSG_SIZE, end, cx);
  return { dev: cx.devs.get(view.getUint32(at + 4, true)), of };
}

const isRouter = (message: Message): boolean => firstAttribute(message, BR_PORT_MSG_SIZE) === MDBA_ROUTER;

export interface Mdb extends MdbEntry {
  index: number;
  dev: Dev;
}

export const mdb = object<Mdb>({
  set: RTM_NEWMDB,
  answer: RTM_GETMDB,
  delete: RTM_DELMDB,
  groups: [RTNLGRP_MDB],
  holds: (message) => !isRouter(message),
  dumps,
  ticking: new Set(["timer"]),
  read(message, cx) {
    const said = read(message, cx);
    return (
      said?.of.entries?.map((entry) => {
        const { dev } = said;
        const body: Mdb = { index: dev.ifindex, dev, ...entry };
        cx.remember(body);
        const { port, grp, vid, src, src_vni, dst } = entry;
        return { dev, body, key: `${dev.ifindex} ${port.ifindex} ${grp} ${vid} ${src} ${src_vni} ${dst}` };
      }) ??
      (said && [])
    );
  },
});

/** A port behind which there is a multicast router. */
export interface MdbRouter extends RouterPort {
  dev: Dev;
}

export const mdb_router = object<MdbRouter>({
  set: RTM_NEWMDB,
  answer: RTM_GETMDB,
  delete: RTM_DELMDB,
  groups: [RTNLGRP_MDB],
  holds: isRouter,
  dumps,
  // Notifications do not have the type.
  ticking: new Set(["timer", "inet_timer", "inet6_timer", "type"]),
  read(message, cx) {
    const said = read(message, cx);
    return (
      said?.of.router?.map((port) => {
        const { dev } = said;
        const body: MdbRouter = { dev, ...port };
        cx.remember(body);
        return { dev, body, key: `${dev.ifindex} ${port.port.ifindex} ${port.vid}` };
      }) ??
      (said && [])
    );
  },
});
