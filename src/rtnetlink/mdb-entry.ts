/**
 * An entry of a multicast database: struct br_mdb_entry and MDBA_MDB_EATTR_*, include/uapi/linux/if_bridge.h, as
 * `bridge -j -d mdb` shows it.
 */
import { arrayOf, attr, type FieldsOf, nest, table } from "../netlink/attr.ts";
import { bitNames, mapped, u8, u16, u32 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { inOrder } from "./in-order.ts";
import { AF_INET, AF_INET6, AF_UNSPEC } from "./inet.ts";
import { protocolName } from "./names.ts";
import { dev, formatAddress, inetAny, type RtContext, type RtType } from "./types.ts";

/** struct br_mdb_entry: ifindex u32, state u8, flags u8, vid u16, address 16 bytes, proto be16, padded. */
const BR_MDB_ENTRY_SIZE = 28;

const MDB_PERMANENT = 1;
const MCAST_INCLUDE = 1;

/** MDB_FLAGS_* */
const MDB_FLAGS = [
  [0x01, "offload"],
  [0x02, "fast_leave"],
  [0x04, "added_by_star_ex"],
  [0x08, "blocked"],
  [0x10, "offload_failed"],
] as const;

const ETH_P_IP = 0x0800;
const ETH_P_IPV6 = 0x86dd;
const ETH_ALEN = 6;

/** Ticks, 100 a second, as `260.00`. */
const seconds = (ticks: number): string =>
  `${Math.floor(ticks / 100)}.${String(ticks % 100).padStart(2, "0")}`;

/** The time that is left, as bridge aligns it. */
export const timer: RtType<string> = mapped(u32, (ticks) => seconds(ticks).padStart(7));

export const sourceAttributes = table<RtContext>()("MDBA_MDB_SRCATTR", {
  1: attr("MDBA_MDB_SRCATTR_ADDRESS", "address", inetAny),
  2: attr("MDBA_MDB_SRCATTR_TIMER", "timer", mapped(u32, seconds)),
});

const EATTR = {
  1: attr("MDBA_MDB_EATTR_TIMER", "timer", timer, "detail"),
  2: attr(
    "MDBA_MDB_EATTR_SRC_LIST",
    "source_list",
    arrayOf("MDBA_MDB_SRCLIST_ENTRY", 1, nest(sourceAttributes)),
  ),
  3: attr(
    "MDBA_MDB_EATTR_GROUP_MODE",
    "filter_mode",
    mapped(u8, (mode) => (mode === MCAST_INCLUDE ? "include" : "exclude")),
  ),
  4: attr("MDBA_MDB_EATTR_SOURCE", "src", inetAny),
  5: attr("MDBA_MDB_EATTR_RTPROT", "protocol", mapped(u8, protocolName)),
  6: attr("MDBA_MDB_EATTR_DST", "dst", inetAny),
  7: attr("MDBA_MDB_EATTR_DST_PORT", "dst_port", u16),
  8: attr("MDBA_MDB_EATTR_VNI", "vni", u32),
  9: attr("MDBA_MDB_EATTR_IFINDEX", "via", dev),
  10: attr("MDBA_MDB_EATTR_SRC_VNI", "src_vni", u32),
} as const;

export const eattr = table<RtContext>()("MDBA_MDB_EATTR", EATTR);

export interface MdbEntry extends FieldsOf<typeof EATTR> {
  port: Dev;
  grp: string;
  state: "permanent" | "temp";
  flags: string[];
  vid?: number;
}

export const mdbEntry: RtType<MdbEntry> = {
  min: BR_MDB_ENTRY_SIZE,
  read(view, at, length, cx) {
    cx.path.push(cx.current);
    const of: FieldsOf<typeof EATTR> = eattr.read(view, at + BR_MDB_ENTRY_SIZE, at + length, cx);
    cx.path.pop();
    const vid = view.getUint16(at + 6, true);
    const body = {
      port: cx.devs.refer(view.getUint32(at, true)),
      grp: group(view.getUint16(at + 24), view, at + 8),
    } as MdbEntry;
    if (of.src !== undefined) body.src = of.src;
    body.state = (view.getUint8(at + 4) & MDB_PERMANENT) === 0 ? "temp" : "permanent";
    inOrder(body, of, ["filter_mode", "source_list", "protocol"]);
    body.flags = bitNames(view.getUint8(at + 5), MDB_FLAGS);
    if (vid !== 0) body.vid = vid;
    inOrder(body, of, ["dst", "dst_port", "vni", "src_vni", "via", "timer"]);
    return body;
  },
};

/** Of an Ethernet group proto is 0. */
function group(proto: number, view: DataView, at: number): string {
  if (proto === ETH_P_IP) return formatAddress(AF_INET, view, at, 4);
  if (proto === ETH_P_IPV6) return formatAddress(AF_INET6, view, at, 16);
  return formatAddress(AF_UNSPEC, view, at, ETH_ALEN);
}
