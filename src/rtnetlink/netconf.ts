/** Settings of a family, per device, for all and for new ones: NETCONFA_*, include/uapi/linux/netconf.h, as `ip -j netconf`. */
import { attr, type FieldsOf, table } from "../netlink/attr.ts";
import { mapped, s32 } from "../netlink/types.ts";
import type { Dev } from "./dev.ts";
import { inOrder } from "./in-order.ts";
import { AF_UNSPEC, familyName } from "./inet.ts";
import { object } from "./object.ts";
import {
  RTM_DELNETCONF,
  RTM_GETNETCONF,
  RTM_NEWNETCONF,
  RTNLGRP_IPV4_NETCONF,
  RTNLGRP_IPV6_NETCONF,
  RTNLGRP_MPLS_NETCONF,
} from "./rtm.ts";
import type { RtContext } from "./types.ts";

/** struct netconfmsg: family u8, padded. */
const NETCONFMSG_SIZE = 4;

const NETCONFA_IFINDEX_ALL = -1;
const NETCONFA_IFINDEX_DEFAULT = -2;

const RP_FILTERS = ["off", "strict", "loose"];

const onOff = mapped(s32, (value) => value !== 0);

const NETCONFA = {
  1: attr("NETCONFA_IFINDEX", "ifindex", s32),
  2: attr("NETCONFA_FORWARDING", "forwarding", onOff),
  3: attr(
    "NETCONFA_RP_FILTER",
    "rp_filter",
    mapped(s32, (mode): string | number => RP_FILTERS[mode] ?? mode),
  ),
  4: attr("NETCONFA_MC_FORWARDING", "mc_forwarding", onOff),
  5: attr("NETCONFA_PROXY_NEIGH", "proxy_neigh", onOff),
  6: attr("NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN", "ignore_routes_with_linkdown", onOff),
  7: attr("NETCONFA_INPUT", "input", onOff),
  8: attr("NETCONFA_BC_FORWARDING", "bc_forwarding", onOff),
  9: attr("NETCONFA_FORCE_FORWARDING", "force_forwarding", onOff),
} as const;

export const netconfa = table<RtContext>()("NETCONFA", NETCONFA);

const SETTINGS = [
  "forwarding",
  "rp_filter",
  "mc_forwarding",
  "proxy_neigh",
  "ignore_routes_with_linkdown",
  "input",
  "bc_forwarding",
  "force_forwarding",
] as const;

/** A notification has only the settings that were written: those that are absent are as before. */
export interface Netconf extends Omit<FieldsOf<typeof NETCONFA>, "ifindex"> {
  family?: string;
  family_index?: number;
  interface?: Dev | "all" | "default";
}

export const netconf = object<Netconf>({
  set: RTM_NEWNETCONF,
  delete: RTM_DELNETCONF,
  groups: [RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_MPLS_NETCONF],
  dumps: () => [{ name: "RTM_GETNETCONF", type: RTM_GETNETCONF, body: Uint8Array.of(AF_UNSPEC, 0, 0, 0) }],
  read({ view, at, end }, cx) {
    cx.reset();
    if (end - at < NETCONFMSG_SIZE) {
      cx.problem("netconfmsg", `${end - at} bytes, ${NETCONFMSG_SIZE} expected`);
      return undefined;
    }
    const family = view.getUint8(at);
    const of: FieldsOf<typeof NETCONFA> = netconfa.read(view, at + NETCONFMSG_SIZE, end, cx);
    const { ifindex } = of;
    const dev = ifindex !== undefined && ifindex > 0 ? cx.devs.get(ifindex) : undefined;
    const body: Netconf = {};
    const name = familyName(family);
    if (name === undefined) body.family_index = family;
    else body.family = name;
    if (dev !== undefined) body.interface = dev;
    else if (ifindex === NETCONFA_IFINDEX_ALL) body.interface = "all";
    else if (ifindex === NETCONFA_IFINDEX_DEFAULT) body.interface = "default";
    inOrder(body, of, SETTINGS);
    cx.remember(body);
    return { dev, body, key: `${family} ${ifindex}` };
  },
});
