/** Facts of multicast routes. */
import type { Mroute } from "../../../src/rtnetlink/mroute.ts";
import { type Facts, number, type Recover } from "./facts.ts";

const FAMILY: Readonly<Record<string, number>> = { inet: 128, inet6: 129 };
const HOST: Readonly<Record<string, number>> = { inet: 32, inet6: 128 };
const TABLE: Readonly<Record<string, number>> = { default: 253, main: 254, local: 255 };

/** What is the same of every one (ip6mr_fill_mroute), and so not shown. */
const RTPROT_MROUTED = 17;
const RT_SCOPE_UNIVERSE = 0;
const RTN_MULTICAST = 5;

const recover: Readonly<Record<string, Recover<Mroute>>> = {
  rtm_family: ({ family }) => number(FAMILY, family),
  rtm_dst_len: ({ family }) => number(HOST, family),
  rtm_src_len: ({ family }) => number(HOST, family),
  rtm_tos: () => 0,
  rtm_table: ({ table }) => number(TABLE, table) ?? Number(table),
  rtm_protocol: () => RTPROT_MROUTED,
  rtm_scope: () => RT_SCOPE_UNIVERSE,
  rtm_type: () => RTN_MULTICAST,
  rtm_flags: ({ state, offload }) => (state === "unresolved" ? 32 : 0) | (offload ? 8 : 0),
  RTA_IIF: ({ iif }) => (iif === "unresolved" ? undefined : iif.ifindex),
};

export const mroute: Facts<Mroute> = {
  types: ["RTM_NEWROUTE", "RTM_DELROUTE"],
  names: /^(rtm|RTA)_/,
  recover,
};
