/** Kind `cake`: TCA_CAKE_*; bandwidth in bytes a second (0: unlimited), rtt in microseconds. */
import { attr, ignored, table } from "../../../netlink/attr.ts";
import { flag, hex0x, s32, u32, u64, unlessZero } from "../../../netlink/types.ts";
import { type RtContext, together } from "../../types.ts";

/** CAKE_DIFFSERV_* */
const DIFFSERV = ["diffserv3", "diffserv4", "diffserv8", "besteffort", "precedence"];
/** CAKE_FLOW_* */
const FLOW = [
  "flowblind",
  "srchost",
  "dsthost",
  "hosts",
  "flows",
  "dual-srchost",
  "dual-dsthost",
  "triple-isolate",
];
/** CAKE_ACK_* */
const ACK_FILTER = ["disabled", "enabled", "aggressive"];
/** CAKE_ATM_* */
const ATM = ["noatm", "atm", "ptm"];

const nameOf = (value: number | undefined, names: readonly string[]): string | undefined =>
  value === undefined ? undefined : (names[value] ?? "unknown");

const cakeAttributes = table<RtContext>()("TCA_CAKE", {
  1: ignored("TCA_CAKE_PAD"),
  2: attr("TCA_CAKE_BASE_RATE64", "bandwidth", u64),
  3: attr("TCA_CAKE_DIFFSERV_MODE", "diffserv", u32),
  4: attr("TCA_CAKE_ATM", "atm", u32),
  5: attr("TCA_CAKE_FLOW_MODE", "flowmode", u32),
  6: attr("TCA_CAKE_OVERHEAD", "overhead", s32),
  7: attr("TCA_CAKE_RTT", "rtt", u32),
  8: attr("TCA_CAKE_TARGET", "target", u32, "detail"),
  9: attr("TCA_CAKE_AUTORATE", "autorate", u32),
  10: attr("TCA_CAKE_MEMORY", "memlimit", unlessZero(u32)),
  11: attr("TCA_CAKE_NAT", "nat", u32),
  12: attr("TCA_CAKE_RAW", "raw", flag),
  13: attr("TCA_CAKE_WASH", "wash", u32),
  14: attr("TCA_CAKE_MPU", "mpu", unlessZero(u32)),
  15: attr("TCA_CAKE_INGRESS", "ingress", u32),
  16: attr("TCA_CAKE_ACK_FILTER", "ack_filter", u32),
  17: attr("TCA_CAKE_SPLIT_GSO", "split_gso", u32),
  18: attr("TCA_CAKE_FWMARK", "fwmark", u32),
});

export const cake = together(cakeAttributes, (fields) => {
  const { bandwidth, autorate = 0, raw = false, atm = 0 } = fields;
  return {
    bandwidth: bandwidth === 0 ? "unlimited" : bandwidth,
    autorate: autorate === 0 ? undefined : autorate === 1 ? "autorate-ingress" : "unknown",
    diffserv: nameOf(fields.diffserv, DIFFSERV),
    flowmode: nameOf(fields.flowmode, FLOW),
    nat: Boolean(fields.nat),
    wash: Boolean(fields.wash),
    ingress: Boolean(fields.ingress),
    "ack-filter": ACK_FILTER[fields.ack_filter ?? 0] ?? "disabled",
    split_gso: Boolean(fields.split_gso),
    rtt: fields.rtt ?? 0,
    raw,
    atm: ATM[atm] !== "noatm" && ATM[atm] !== undefined ? ATM[atm] : raw ? undefined : "noatm",
    overhead: fields.overhead ?? 0,
    mpu: fields.mpu,
    memlimit: fields.memlimit,
    fwmark: hex0x(fields.fwmark ?? 0),
    target: fields.target,
  };
});
