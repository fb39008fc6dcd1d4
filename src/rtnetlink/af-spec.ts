/**
 * What address families say of a link: IFLA_AF_SPEC (one nest per family) and IFLA_PROTINFO (the family of the
 * header). `ip -d link` shows one of these values; the rest are settings read from /proc/sys/net and VLANs of a
 * bridge, which are objects of their own: shown as received, by --raw.
 */
import { attr, ignored, many, nest, table } from "../netlink/attr.ts";
import { bytes, mapped, struct, u8, u16, u32, u64 } from "../netlink/types.ts";
import { AF_BRIDGE, AF_INET6 } from "./inet.ts";
import { bridgePort } from "./link-kinds/bridge-port.ts";
import { inet6 as inet6Address, type RtContext, type RtType } from "./types.ts";

/** IN6_ADDR_GEN_MODE_* */
const ADDR_GEN_MODES = ["eui64", "none", "stable_secret", "random"];

/** An array of u32, indexed by IPV4_DEVCONF_* - 1 or DEVCONF_*. */
const devconf: RtType<number[]> = {
  min: 0,
  read(view, at, length) {
    const values = new Array<number>(length >> 2);
    for (let i = 0; i < values.length; i++) values[i] = view.getInt32(at + 4 * i, true);
    return values;
  },
};

/** An array of u64 counters, indexed by IPSTATS_MIB_* or ICMP6_MIB_*. */
const mib: RtType<number[]> = {
  min: 0,
  read(view, at, length, cx) {
    const values = new Array<number>(length >> 3);
    for (let i = 0; i < values.length; i++) values[i] = u64.read(view, at + 8 * i, 8, cx) ?? 0;
    return values;
  },
};

const inet = table<RtContext>()("IFLA_INET", {
  1: attr("IFLA_INET_CONF", "conf", devconf, "detail"),
});

export const inet6 = table<RtContext>()("IFLA_INET6", {
  1: attr("IFLA_INET6_FLAGS", "flags", u32, "detail"),
  2: attr("IFLA_INET6_CONF", "conf", devconf, "detail"),
  3: attr("IFLA_INET6_STATS", "stats", mib, "detail"),
  4: ignored("IFLA_INET6_MCAST"),
  5: attr(
    "IFLA_INET6_CACHEINFO",
    "cacheinfo",
    struct(16, [
      ["max_reasm_len", u32],
      ["tstamp", u32],
      ["reachable_time", u32],
      ["retrans_time", u32],
    ]),
    "detail",
  ),
  6: attr("IFLA_INET6_ICMP6STATS", "icmp6stats", mib, "detail"),
  7: attr("IFLA_INET6_TOKEN", "token", inet6Address, "detail"),
  8: attr(
    "IFLA_INET6_ADDR_GEN_MODE",
    "inet6_addr_gen_mode",
    mapped(u8, (mode) => ADDR_GEN_MODES[mode] ?? `0x${mode.toString(16).padStart(2, "0")}`),
  ),
  9: attr("IFLA_INET6_RA_MTU", "ra_mtu", u32, "detail"),
});

const mctp = table<RtContext>()("IFLA_MCTP", {
  1: attr("IFLA_MCTP_NET", "net", u32, "detail"),
  2: attr("IFLA_MCTP_PHYS_BINDING", "phys_binding", u8, "detail"),
});

/** struct bridge_vlan_info. */
const vlanInfo = struct(4, [
  ["flags", u16],
  ["vid", u16],
]);

const bridge = table<RtContext>()("IFLA_BRIDGE", {
  0: attr("IFLA_BRIDGE_FLAGS", "flags", u16, "detail"),
  1: attr("IFLA_BRIDGE_MODE", "mode", u16, "detail"),
  2: many("IFLA_BRIDGE_VLAN_INFO", "vlan_info", vlanInfo, "detail"),
  3: attr("IFLA_BRIDGE_VLAN_TUNNEL_INFO", "vlan_tunnel_info", bytes, "detail"),
  4: attr("IFLA_BRIDGE_MRP", "mrp", bytes, "detail"),
  5: attr("IFLA_BRIDGE_CFM", "cfm", bytes, "detail"),
  6: attr("IFLA_BRIDGE_MST", "mst", bytes, "detail"),
});

const families = table<RtContext>()("AF_SPEC", {
  2: attr("AF_INET", "inet", nest(inet)),
  10: attr("AF_INET6", "inet6", nest(inet6)),
  45: attr("AF_MCTP", "mctp", nest(mctp)),
});

const spec = nest(families);
const bridgeSpec = nest(bridge);
const inet6Info = nest(inet6);
const portInfo = nest(bridgePort);

interface AfSpec {
  inet6_addr_gen_mode?: string;
  /** Only with `all`. */
  af_spec?: object;
}

/** IFLA_AF_SPEC: in messages of AF_BRIDGE it holds IFLA_BRIDGE_*, else one nest per family. */
export const afSpec: RtType<AfSpec> = {
  min: 0,
  read(view, at, length, cx) {
    if (cx.family === AF_BRIDGE)
      return cx.all ? { af_spec: { bridge: bridgeSpec.read(view, at, length, cx) } } : undefined;
    const of = spec.read(view, at, length, cx) ?? {};
    const mode = of.inet6?.inet6_addr_gen_mode;
    const result: AfSpec = cx.all ? { af_spec: of } : {};
    if (mode !== undefined) result.inet6_addr_gen_mode = mode;
    return result;
  },
};

interface Protinfo {
  inet6_addr_gen_mode?: string;
  linkinfo?: { info_slave_kind?: string; info_slave_data?: object };
  protinfo?: object;
}

/** IFLA_PROTINFO: IFLA_BRPORT_* for AF_BRIDGE, IFLA_INET6_* for AF_INET6. */
export const protinfo: RtType<Protinfo> = {
  min: 0,
  read(view, at, length, cx) {
    if (cx.family === AF_BRIDGE)
      return {
        linkinfo: { info_slave_kind: "bridge", info_slave_data: portInfo.read(view, at, length, cx) ?? {} },
      };
    if (cx.family === AF_INET6) {
      const info = inet6Info.read(view, at, length, cx) ?? {};
      const result: Protinfo = cx.all ? { protinfo: info } : {};
      if (info.inet6_addr_gen_mode !== undefined) result.inet6_addr_gen_mode = info.inet6_addr_gen_mode;
      return result;
    }
    cx.keep("IFLA_PROTINFO", view, at, length);
    return undefined;
  },
};
