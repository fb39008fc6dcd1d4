/** A rule in words, as ip writes it. */
import type { Rule } from "../rtnetlink/rule.ts";
import type { Words } from "./words.ts";

type Part = string | false | undefined;

export const ruleWords: Words<Rule> = {
  word: "rule",
  title: ({ iif_detached: _iif, oif_detached: _oif, ...body }) => words([...which(body), ...selectors(body)]),
  summary: (body) => words([...which(body), ...selectors(body), ...does(body)]),
};

/** The rules of each family look the same: those of all but IPv4 say theirs. */
const which = ({ family, priority }: Rule): Part[] => [family !== "inet" && family, `${priority}:`];

const words = (parts: readonly Part[]): string => parts.filter(Boolean).join(" ");

const prefix = (address: string, length: number | undefined): string =>
  length === undefined ? address : `${address}/${length}`;

const mask = (value: string | undefined, full?: string): string =>
  value === undefined || value === full ? "" : `/${value}`;

/** All bits of a port, of a DSCP, of a flow label. */
const PORT = "0xffff";
const DSCP = "0x3f";
const LABEL = "0xfffff";

/** What a packet has to be like. */
export const selectors = (rule: Rule): Part[] => [
  rule.not && "not",
  `from ${prefix(rule.src, rule.srclen)}`,
  rule.dst && `to ${prefix(rule.dst, rule.dstlen)}`,
  rule.tos && `tos ${rule.tos}`,
  rule.fwmark && `fwmark ${rule.fwmark}${mask(rule.fwmask)}`,
  rule.iif && `iif ${rule.iif}${rule.iif_detached ? " [detached]" : ""}`,
  rule.oif && `oif ${rule.oif}${rule.oif_detached ? " [detached]" : ""}`,
  rule.uid_start !== undefined && `uidrange ${rule.uid_start}-${rule.uid_end}`,
  rule.ipproto && `ipproto ${rule.ipproto}`,
  rule.sport !== undefined && `sport ${rule.sport}${mask(rule.sport_mask, PORT)}`,
  rule.sport_start !== undefined && `sport ${rule.sport_start}-${rule.sport_end}`,
  rule.dport !== undefined && `dport ${rule.dport}${mask(rule.dport_mask, PORT)}`,
  rule.dport_start !== undefined && `dport ${rule.dport_start}-${rule.dport_end}`,
  rule.tun_id !== undefined && `tun_id ${rule.tun_id}`,
  rule.dscp && `dscp ${rule.dscp}${mask(rule.dscp_mask, DSCP)}`,
  rule.flowlabel && `flowlabel ${rule.flowlabel}${mask(rule.flowlabel_mask, LABEL)}`,
];

/** What becomes of it then. */
export const does = (rule: Rule): Part[] => [
  rule.l3mdev && "lookup [l3mdev-table]",
  rule.table && `lookup ${rule.table}`,
  rule.suppress_prefixlen !== undefined && `suppress_prefixlength ${rule.suppress_prefixlen}`,
  rule.suppress_ifgroup && `suppress_ifgroup ${rule.suppress_ifgroup}`,
  rule.flow_to && `realms ${rule.flow_from === undefined ? "" : `${rule.flow_from}/`}${rule.flow_to}`,
  rule.masquerade && "masquerade",
  rule.goto !== undefined && `goto ${rule.goto}${rule.unresolved ? " [unresolved]" : ""}`,
  rule.nop && "nop",
  rule.action,
  rule.protocol && rule.protocol !== "unspec" && `proto ${rule.protocol}`,
];
