/** What a packet has to have for a filter of kind `flower`, as tc shows it: values with their masks, by protocol. */
import { type Mask, masked, maskedHex, withMask } from "../masked.ts";
import { hexText } from "../numbers.ts";
import type { FlowerFields } from "./flower.ts";

const ETH_P_IP = 0x0800;
const ETH_P_IPV6 = 0x86dd;
const IPPROTO_ICMP = 1;
const IPPROTO_TCP = 6;
const IPPROTO_UDP = 17;
const IPPROTO_ICMPV6 = 58;
const IPPROTO_SCTP = 132;

const ETH_TYPES: Readonly<Record<number, string>> = {
  [ETH_P_IP]: "ipv4",
  [ETH_P_IPV6]: "ipv6",
  2054: "arp",
  32821: "rarp",
};
const IP_PROTOS: Readonly<Record<number, string>> = {
  [IPPROTO_TCP]: "tcp",
  [IPPROTO_UDP]: "udp",
  [IPPROTO_SCTP]: "sctp",
  [IPPROTO_ICMP]: "icmp",
  [IPPROTO_ICMPV6]: "icmpv6",
  115: "l2tp",
  50: "esp",
  51: "ah",
};
const ARP_OPS: Readonly<Record<number, string>> = { 1: "request", 2: "reply" };
/** PPP_* of linux/ppp_defs.h */
const PPP_PROTOS: Readonly<Record<number, string>> = {
  33: "ip",
  41: "at",
  43: "ipx",
  45: "vjc_comp",
  47: "vjc_uncomp",
  61: "mp",
  87: "ipv6",
  251: "compfrag",
  253: "comp",
  641: "mpls_uc",
  643: "mpls_mc",
  32801: "ipcp",
  32809: "atcp",
  32811: "ipxcp",
  32855: "ipv6cp",
  33019: "ccpfrag",
  33021: "ccp",
  49185: "lcp",
  49187: "pap",
  49189: "lqr",
  49193: "cbcp",
  49699: "chap",
};
/** TCA_FLOWER_KEY_CT_FLAGS_* */
const CT_STATES = [
  [8, "trk"],
  [1, "new"],
  [2, "est"],
  [4, "rel"],
  [16, "inv"],
  [32, "rpl"],
] as const;
/** TCA_FLOWER_KEY_FLAGS_* */
const IP_FLAGS = [
  [1, "frag"],
  [2, "firstfrag"],
] as const;
const ENC_FLAGS = [
  [4, "tuncsum"],
  [8, "tundf"],
  [16, "tunoam"],
  [32, "tuncrit"],
] as const;

const mac = (address: string | undefined, mask: Mask | undefined): string | undefined =>
  address === undefined || mask === undefined ? address : withMask(address, mask);

/** A network address; tc shows it only with its mask. */
const inet = (address: string | undefined, mask: Mask | undefined): string | undefined =>
  address === undefined || mask === undefined ? undefined : withMask(address, mask);

/** A value that may have a mask, as text: `8/7`. */
function text(
  value: number | undefined,
  mask = 0xff,
  names: Readonly<Record<number, string>> = {},
): string | undefined {
  if (value === undefined) return undefined;
  return mask === 0xff ? (names[value] ?? String(value)) : `${value}/${mask}`;
}

type Flags = readonly (readonly [bit: number, name: string])[];

/** `{"frag":true}`: those that the mask asks for. */
function flags(value = 0, mask: number | undefined, names: Flags): object | undefined {
  const asked = names.filter(([bit]) => ((mask ?? 0) & bit) !== 0);
  return asked.length === 0
    ? undefined
    : Object.fromEntries(asked.map(([bit, name]) => [name, (value & bit) !== 0]));
}

const ctState = (state: number | undefined, mask = 0xffff): string | undefined =>
  state === undefined
    ? undefined
    : CT_STATES.filter(([bit]) => (mask & bit) !== 0)
        .map(([bit, name]) => ((state & bit) !== 0 ? "+" : "-") + name)
        .join("");

/** Ports belong to the protocol above IP: one with a mask, or a range. */
function ports(fields: FlowerFields): object {
  const protocol = PORTED[fields.ip_proto ?? 0];
  if (protocol === undefined) return {};
  const one = (side: "src" | "dst"): object =>
    masked(`${side}_port`, fields[`${protocol}_${side}`], fields[`${protocol}_${side}_mask`], 0xffff);
  const range = (side: "src" | "dst"): object => {
    const start = fields[`port_${side}_min`];
    const end = fields[`port_${side}_max`];
    return start === undefined || end === undefined ? {} : { [`${side}_port`]: { start, end } };
  };
  return { ...one("dst"), ...one("src"), ...range("dst"), ...range("src") };
}

const PORTED: Readonly<Record<number, "tcp" | "udp" | "sctp">> = {
  [IPPROTO_TCP]: "tcp",
  [IPPROTO_UDP]: "udp",
  [IPPROTO_SCTP]: "sctp",
};

function icmp({ eth_type, ip_proto, ...fields }: FlowerFields): object {
  if (eth_type === ETH_P_IP && ip_proto === IPPROTO_ICMP)
    return {
      icmp_type: text(fields.icmpv4_type, fields.icmpv4_type_mask),
      icmp_code: text(fields.icmpv4_code, fields.icmpv4_code_mask),
    };
  if (eth_type === ETH_P_IPV6 && ip_proto === IPPROTO_ICMPV6)
    return {
      icmp_type: text(fields.icmpv6_type, fields.icmpv6_type_mask),
      icmp_code: text(fields.icmpv6_code, fields.icmpv6_code_mask),
    };
  return {};
}

function addresses(fields: FlowerFields): object {
  if (fields.eth_type === ETH_P_IP)
    return {
      dst_ip: inet(fields.ipv4_dst, fields.ipv4_dst_mask),
      src_ip: inet(fields.ipv4_src, fields.ipv4_src_mask),
    };
  if (fields.eth_type === ETH_P_IPV6)
    return {
      dst_ip: inet(fields.ipv6_dst, fields.ipv6_dst_mask),
      src_ip: inet(fields.ipv6_src, fields.ipv6_src_mask),
    };
  return {};
}

/** Options of the outer header, by the kind of tunnel. */
function tunnelOptions({ enc_opts = {}, enc_opts_mask = {} }: FlowerFields): object {
  const shown: Record<string, unknown> = {};
  for (const kind of ["geneve", "vxlan", "erspan", "gtp", "pfcp"] as const) {
    if (enc_opts[kind] === undefined) continue;
    shown[`${kind}_opt_key`] = enc_opts[kind];
    if (enc_opts_mask[kind] !== undefined) shown[`${kind}_opt_mask`] = enc_opts_mask[kind];
  }
  return shown;
}

const tunnel = (fields: FlowerFields): object => ({
  enc_dst_ip:
    inet(fields.enc_ipv4_dst, fields.enc_ipv4_dst_mask) ??
    inet(fields.enc_ipv6_dst, fields.enc_ipv6_dst_mask),
  enc_src_ip:
    inet(fields.enc_ipv4_src, fields.enc_ipv4_src_mask) ??
    inet(fields.enc_ipv6_src, fields.enc_ipv6_src_mask),
  enc_key_id: fields.enc_key_id,
  ...masked("enc_dst_port", fields.enc_udp_dst, fields.enc_udp_dst_mask, 0xffff),
  ...masked("enc_src_port", fields.enc_udp_src, fields.enc_udp_src_mask, 0xffff),
  ...masked("enc_tos", fields.enc_tos, fields.enc_tos_mask, 0xff),
  ...masked("enc_ttl", fields.enc_ttl, fields.enc_ttl_mask, 0xff),
  ...tunnelOptions(fields),
});

const arp = (fields: FlowerFields): object => ({
  arp_sip: inet(fields.arp_sip, fields.arp_sip_mask),
  arp_tip: inet(fields.arp_tip, fields.arp_tip_mask),
  arp_op: text(fields.arp_op, fields.arp_op_mask, ARP_OPS),
  arp_sha: mac(fields.arp_sha, fields.arp_sha_mask),
  arp_tha: mac(fields.arp_tha, fields.arp_tha_mask),
});

const link = (fields: FlowerFields): object => ({
  num_of_vlans: fields.num_of_vlans,
  vlan_id: fields.vlan_id,
  vlan_prio: fields.vlan_prio,
  vlan_ethtype: fields.vlan_ethtype,
  cvlan_id: fields.cvlan_id,
  cvlan_prio: fields.cvlan_prio,
  cvlan_ethtype: fields.cvlan_ethtype,
  dst_mac: mac(fields.eth_dst, fields.eth_dst_mask),
  src_mac: mac(fields.eth_src, fields.eth_src_mask),
  eth_type: named(fields.eth_type, ETH_TYPES, (type) => type.toString(16).padStart(4, "0")),
  ip_proto: named(fields.ip_proto, IP_PROTOS, (proto) => `0x${proto.toString(16).padStart(2, "0")}`),
});

const named = (
  value: number | undefined,
  names: Readonly<Record<number, string>>,
  otherwise: (value: number) => string,
): string | undefined => (value === undefined ? undefined : (names[value] ?? otherwise(value)));

const mpls = (fields: FlowerFields): object => ({
  mpls: fields.mpls,
  mpls_label: fields.mpls_label,
  mpls_tc: text(fields.mpls_tc),
  mpls_bos: text(fields.mpls_bos),
  mpls_ttl: text(fields.mpls_ttl),
});

const tcpFlags = ({ tcp_flags, tcp_flags_mask }: FlowerFields): string | undefined =>
  tcp_flags === undefined
    ? undefined
    : `0x${hexText(tcp_flags)}${tcp_flags_mask === undefined ? "" : `/${hexText(tcp_flags_mask)}`}`;

const conntrack = (fields: FlowerFields): object => ({
  ct_state: ctState(fields.ct_state, fields.ct_state_mask),
  ...masked("ct_zone", fields.ct_zone, fields.ct_zone_mask, 0xffff),
  ...masked("ct_mark", fields.ct_mark, fields.ct_mark_mask, 0xffff_ffff),
  ct_label: maskedHex(fields.ct_labels, fields.ct_labels_mask),
});

/** `keys`, in tc's order. */
export const flowerKeys = (fields: FlowerFields): object => ({
  ...link(fields),
  ...masked("ip_tos", fields.ip_tos, fields.ip_tos_mask, 0xff),
  ...masked("ip_ttl", fields.ip_ttl, fields.ip_ttl_mask, 0xff),
  ...mpls(fields),
  ...addresses(fields),
  ...ports(fields),
  tcp_flags: tcpFlags(fields),
  ...icmp(fields),
  l2tpv3_sid: fields.l2tpv3_sid,
  spi: fields.spi === undefined ? undefined : hexText(fields.spi),
  ...arp(fields),
  pppoe_sid: fields.pppoe_sid,
  ppp_proto: named(fields.ppp_proto, PPP_PROTOS, (proto) => `[${proto}]`),
  ...tunnel(fields),
  ip_flags: flags(fields.key_flags, fields.key_flags_mask, IP_FLAGS),
  enc_flags: flags(fields.enc_flags, fields.enc_flags_mask, ENC_FLAGS),
  l2_miss: fields.l2_miss,
  ...conntrack(fields),
  cfm: fields.cfm,
  ...masked("hash", fields.hash, fields.hash_mask, 0xffff_ffff),
});
