/** IFLA_BR_MCAST_QUERIER_STATE: BRIDGE_QUERIER_*, include/uapi/linux/if_bridge.h; one object per family, as in ip. */
import { attr, ignored, nest, table } from "../../netlink/attr.ts";
import { mapped, u32 } from "../../netlink/types.ts";
import { inet4, inet6, type RtContext, type RtType } from "../types.ts";

/** Nanoseconds as ip's sprint_time64 writes them: three digits and a unit. */
function time(ns: number): string {
  if (ns >= 1e9) return `${Number((ns / 1e9).toPrecision(3))}s`;
  if (ns >= 1e6) return `${Number((ns / 1e6).toPrecision(3))}ms`;
  if (ns >= 1e3) return `${Number((ns / 1e3).toPrecision(3))}us`;
  return `${ns}ns`;
}
/** A number beyond 2^53 may lose digits here: three are shown. */
const nanoseconds: RtType<number> = {
  min: 8,
  read: (view, at) => Number(view.getBigUint64(at, true)),
};
const timer = mapped(nanoseconds, time);

const querier = table<RtContext>()("BRIDGE_QUERIER", {
  1: attr("BRIDGE_QUERIER_IP_ADDRESS", "mcast_querier_ipv4_addr", inet4),
  2: attr("BRIDGE_QUERIER_IP_PORT", "mcast_querier_ipv4_port", u32),
  3: attr("BRIDGE_QUERIER_IP_OTHER_TIMER", "mcast_querier_ipv4_other_timer", timer, "volatile"),
  4: ignored("BRIDGE_QUERIER_PAD"),
  5: attr("BRIDGE_QUERIER_IPV6_ADDRESS", "mcast_querier_ipv6_addr", inet6),
  6: attr("BRIDGE_QUERIER_IPV6_PORT", "mcast_querier_ipv6_port", u32),
  7: attr("BRIDGE_QUERIER_IPV6_OTHER_TIMER", "mcast_querier_ipv6_other_timer", timer, "volatile"),
});
const all = nest(querier);

interface QuerierState {
  mcast_querier_state_ipv4: Record<string, unknown>;
  mcast_querier_state_ipv6: Record<string, unknown>;
}

export const querierState: RtType<QuerierState> = {
  min: 0,
  read(view, at, length, cx) {
    const ipv4: Record<string, unknown> = {};
    const ipv6: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(all.read(view, at, length, cx) ?? {}))
      (key.includes("_ipv4_") ? ipv4 : ipv6)[key] = value;
    return { mcast_querier_state_ipv4: ipv4, mcast_querier_state_ipv6: ipv6 };
  },
};
