/**
 * src/rtnetlink/encap/: lightweight tunnels, include/uapi/linux/lwtunnel.h: what a route or a nexthop puts around a
 * packet. The shape of RTA_ENCAP follows RTA_ENCAP_TYPE; one file a type.
 */
import { attr, type Fields, lazily, type Row, type Table, union } from "../../netlink/attr.ts";
import { mapped, u16 } from "../../netlink/types.ts";
import type { RtContext } from "../types.ts";

/** enum lwtunnel_encap_types, as ip calls them. */
const TYPES = ["none", "mpls", "ip", "ila", "ip6", "seg6", "bpf", "seg6local", "rpl", "ioam6", "xfrm"];

/** By type. */
export const encaps = lazily<Table<RtContext, object>>({
  bpf: () => require("./bpf.ts").bpf,
  ila: () => require("./ila.ts").ila,
  ioam6: () => require("./ioam6.ts").ioam6,
  ip: () => require("./ip.ts").ip,
  ip6: () => require("./ip6.ts").ip6,
  mpls: () => require("./mpls.ts").mpls,
  rpl: () => require("./rpl.ts").rpl,
  seg6: () => require("./seg6.ts").seg6,
  seg6local: () => require("./seg6local.ts").seg6local,
  xfrm: () => require("./xfrm.ts").xfrm,
});

/** The type, and what is in it under the keys of that type. */
export interface Encap extends Fields {
  encap_type: string;
}

/** The rows RTA_ENCAP and RTA_ENCAP_TYPE (or NHA_*) of a table; `encapOf` makes one of the two. */
export const encap = <const N extends string>(name: N): Row<"encap", Fields, RtContext> =>
  union(name, "encap", "encap_type", encaps);

export const encapType = <const N extends string>(name: N): Row<"encap_type", string, RtContext> =>
  attr(
    name,
    "encap_type",
    mapped(u16, (type) => TYPES[type] ?? String(type)),
  );

interface EncapFields {
  encap?: Fields;
  encap_type?: string;
}

/** As ip does it: nothing without a type. */
export const encapOf = ({ encap_type, encap }: EncapFields): Encap | undefined =>
  encap_type === undefined ? undefined : { encap_type, ...encap };
