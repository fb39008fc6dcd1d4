/** Facts of routes. */
import type { Route } from "../../../src/rtnetlink/route.ts";
import { type Facts, number, type Recover } from "./facts.ts";

const FAMILY: Readonly<Record<string, number>> = { inet: 2, inet6: 10, mpls: 28 };
const HOST: Readonly<Record<string, number>> = { inet: 32, inet6: 128, mpls: 20 };
const SCOPE: Readonly<Record<string, number>> = { global: 0, site: 200, link: 253, host: 254, nowhere: 255 };
const TABLE: Readonly<Record<string, number>> = { default: 253, main: 254, local: 255 };
const TYPE = ["none", "unicast", "local", "broadcast", "anycast", "multicast", "blackhole", "unreachable"];
const PROTO: Readonly<Record<string, number>> = {
  unspec: 0,
  redirect: 1,
  kernel: 2,
  boot: 3,
  static: 4,
  ra: 9,
  dhcp: 16,
};
const PREF: Readonly<Record<string, number>> = { medium: 0, high: 1, low: 3 };
const FLAG: Readonly<Record<string, number>> = { dead: 1, pervasive: 2, onlink: 4, linkdown: 16 };
const RTM_F_CLONED = 0x200;
const RTCF_LOCAL = 0x8000_0000;

/** What stands before the slash; a label as the bytes of its entry, which others show as an address. */
function address(prefix: string | undefined, { family }: Route): string | undefined {
  if (prefix === undefined || prefix === "default") return undefined;
  if (family !== "mpls") return prefix.split("/")[0];
  const entry = (Number(prefix) << 12) | 0x100;
  return [24, 16, 8, 0].map((shift) => (entry >>> shift) & 0xff).join(".");
}

/** The fact has an IPv4-mapped address in groups of hex digits. */
function groups(address: string | undefined): string | undefined {
  if (address === undefined || !address.startsWith("::ffff:")) return address;
  const [a = 0, b = 0, c = 0, d = 0] = address.slice("::ffff:".length).split(".").map(Number);
  return `::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

function length(prefix: string | undefined, { family }: Route): number | undefined {
  if (prefix === undefined || prefix === "default") return 0;
  const [, bits] = prefix.split("/");
  return bits === undefined ? number(HOST, family) : Number(bits);
}

function flags(route: Route): number {
  let bits = route.cloned ? RTM_F_CLONED : 0;
  for (const name of route.flags) bits |= FLAG[name] ?? Number.parseInt(name, 16);
  if (route.cache?.includes("local")) bits |= RTCF_LOCAL;
  return bits >>> 0;
}

const recover: Readonly<Record<string, Recover<Route>>> = {
  rtm_family: (route) => number(FAMILY, route.family) ?? route.family_index,
  rtm_dst_len: (route) => length(route.dst, route),
  rtm_src_len: (route) => length(route.from ?? route.src, route),
  rtm_tos: ({ tos }) => Number(tos ?? 0),
  rtm_table: ({ table }) => number(TABLE, table) ?? Number(table ?? 0),
  rtm_protocol: ({ protocol }) => number(PROTO, protocol) ?? Number(protocol),
  rtm_scope: ({ scope }) => number(SCOPE, scope) ?? Number(scope),
  rtm_type: ({ type }) => TYPE.indexOf(type),
  rtm_flags: flags,
  RTA_DST: (route) => groups(address(route.dst, route)),
  RTA_GATEWAY: ({ gateway }) => groups(gateway),
  RTA_IIF: ({ iif }) => iif?.ifindex,
  RTA_OIF: ({ dev }) => dev?.ifindex,
  RTA_PREF: ({ pref }) => number(PREF, pref as string) ?? pref,
  RTA_PREFSRC: ({ prefsrc }) => prefsrc,
  RTA_PRIORITY: ({ metric }) => metric,
  RTA_VIA: ({ via }) => via?.host,
  RTA_MULTIPATH: ({ nexthops }) =>
    nexthops?.map(({ dev, weight, gateway }) => ({
      rtnh_ifindex: dev.ifindex,
      rtnh_hops: weight! - 1,
      ...(gateway !== undefined && { RTA_GATEWAY: gateway }),
    })),
};

export const route: Facts<Route> = {
  types: ["RTM_NEWROUTE", "RTM_DELROUTE"],
  names: /^(rtm|RTA)_/,
  recover,
};
