/** Kind `ct`: TCA_CT_*. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { be16, bytes, str, u8, u16, u32 } from "../../../netlink/types.ts";
import { AF_INET } from "../../inet.ts";
import { inet4, inet6, type RtContext, together } from "../../types.ts";
import { masked, maskedHex } from "../masked.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** TCA_CT_ACT_* */
const COMMIT = 1;
const FORCE = 2;
const CLEAR = 4;
const NAT = 8;
const NAT_SRC = 16;
const NAT_DST = 32;

/** Names of protocols for which there are helpers. */
const PROTOCOLS: Readonly<Record<number, string>> = { 6: "tcp", 17: "udp", 33: "dccp", 132: "sctp" };

const ctAttributes = table<RtContext>()("TCA_CT", {
  1: attr("TCA_CT_PARMS", "parms", gen()),
  2: tmRow("TCA_CT_TM"),
  3: attr("TCA_CT_ACTION", "action", u16),
  4: attr("TCA_CT_ZONE", "zone", u16),
  5: attr("TCA_CT_MARK", "mark", u32),
  6: attr("TCA_CT_MARK_MASK", "mark_mask", u32),
  7: attr("TCA_CT_LABELS", "labels", bytes),
  8: attr("TCA_CT_LABELS_MASK", "labels_mask", bytes),
  9: attr("TCA_CT_NAT_IPV4_MIN", "ipv4_min", inet4),
  10: attr("TCA_CT_NAT_IPV4_MAX", "ipv4_max", inet4),
  11: attr("TCA_CT_NAT_IPV6_MIN", "ipv6_min", inet6),
  12: attr("TCA_CT_NAT_IPV6_MAX", "ipv6_max", inet6),
  13: attr("TCA_CT_NAT_PORT_MIN", "port_min", be16),
  14: attr("TCA_CT_NAT_PORT_MAX", "port_max", be16),
  15: ignored("TCA_CT_PAD"),
  16: attr("TCA_CT_HELPER_NAME", "helper_name", str),
  17: attr("TCA_CT_HELPER_FAMILY", "helper_family", u8),
  18: attr("TCA_CT_HELPER_PROTO", "helper_proto", u8),
});

type Fields = typeof ctAttributes.fields;

/** ` addr 192.0.2.1-192.0.2.9`, or nothing. */
function range(word: string, first: string | number | undefined, last: string | number | undefined): string {
  if (first === undefined) return "";
  return last === undefined || last === first ? ` ${word} ${first}` : ` ${word} ${first}-${last}`;
}

/** `src addr 192.0.2.1 port 1024-2048`; empty where only what a connection has is to be done. */
function nat(action: number, fields: Fields): string | undefined {
  if ((action & NAT) === 0) return undefined;
  const side = (action & NAT_SRC) !== 0 ? "src" : (action & NAT_DST) !== 0 ? "dst" : "";
  if (side === "") return side;
  const addresses =
    range("addr", fields.ipv4_min, fields.ipv4_max) + range("addr", fields.ipv6_min, fields.ipv6_max);
  return side + addresses + range("port", fields.port_min, fields.port_max);
}

function verb(action: number): string | undefined {
  if ((action & COMMIT) !== 0) return (action & FORCE) !== 0 ? "commit force" : "commit";
  return (action & CLEAR) !== 0 ? "clear" : undefined;
}

function helper({ helper_name, helper_family, helper_proto }: Fields): string | undefined {
  if (helper_name === undefined || helper_family === undefined || helper_proto === undefined)
    return undefined;
  const protocol = PROTOCOLS[helper_proto] ?? helper_proto;
  return `${helper_family === AF_INET ? "ipv4" : "ipv6"}-${protocol}-${helper_name}`;
}

export const ct = together(ctAttributes, (fields) => {
  const { parms, action = 0, tm } = fields;
  if (parms === undefined) return {};
  return {
    action: verb(action),
    ...masked("mark", fields.mark, fields.mark_mask, 0xffff_ffff),
    zone: fields.zone,
    label: maskedHex(fields.labels, fields.labels_mask),
    helper: helper(fields),
    nat: nat(action, fields),
    control_action: controlOf(parms),
    ...identity(parms, tm),
  };
});
