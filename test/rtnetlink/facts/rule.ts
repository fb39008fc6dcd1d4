/** Facts of rules. */
import type { Rule } from "../../../src/rtnetlink/rule.ts";
import { type Facts, number, type Recover } from "./facts.ts";

const FAMILY: Readonly<Record<string, number>> = { inet: 2, inet6: 10 };
const HOST: Readonly<Record<string, number>> = { inet: 32, inet6: 128 };
const TABLE: Readonly<Record<string, number>> = { default: 253, main: 254, local: 255 };
const PROTO: Readonly<Record<string, number>> = {
  unspec: 0,
  kernel: 2,
  boot: 3,
  static: 4,
  dhcp: 16,
  bgp: 186,
};
const IP_PROTO: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, "ipv6-icmp": 58 };
const FR_ACT: Readonly<Record<string, number>> = { blackhole: 6, unreachable: 7, prohibit: 8 };

const ALL_BITS = 0xffff_ffff;

function action(rule: Rule): number | undefined {
  if (rule.goto !== undefined) return 2;
  if (rule.nop) return 3;
  return rule.action === undefined ? 1 : number(FR_ACT, rule.action);
}

/** A length that is not told is a whole address, or none at all. */
const length = (address: string | undefined, bits: number | undefined, { family }: Rule): number =>
  bits ?? (address === undefined || address === "all" ? 0 : HOST[family!]!);

const recover: Readonly<Record<string, Recover<Rule>>> = {
  frh_family: ({ family }) => number(FAMILY, family),
  frh_dst_len: (rule) => length(rule.dst, rule.dstlen, rule),
  frh_src_len: (rule) => length(rule.src, rule.srclen, rule),
  frh_tos: ({ tos }) => Number(tos ?? 0),
  frh_table: ({ table }) => number(TABLE, table) ?? Number(table ?? 0),
  frh_action: action,
  FRA_DST: ({ dst }) => dst,
  FRA_SRC: ({ src }) => src,
  FRA_FWMARK: ({ fwmark }) => Number(fwmark),
  FRA_FWMASK: ({ fwmark, fwmask }) => (fwmark === undefined ? undefined : Number(fwmask ?? ALL_BITS)),
  FRA_GOTO: ({ goto }) => goto,
  FRA_IIFNAME: ({ iif }) => iif,
  FRA_OIFNAME: ({ oif }) => oif,
  FRA_IP_PROTO: ({ ipproto }) => number(IP_PROTO, ipproto) ?? Number(ipproto?.replace("ipproto-", "")),
  FRA_PRIORITY: ({ priority }) => priority,
  FRA_PROTOCOL: ({ protocol }) => number(PROTO, protocol) ?? Number(protocol),
  // Shown where it is set.
  FRA_SUPPRESS_PREFIXLEN: ({ suppress_prefixlen }) => suppress_prefixlen ?? ALL_BITS,
};

export const rule: Facts<Rule> = {
  types: ["RTM_NEWRULE", "RTM_DELRULE"],
  names: /^(frh|FRA)_/,
  recover,
};
