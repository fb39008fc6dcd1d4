/** TCA_OPTIONS of qdiscs and of classes, and their own counters, by kind: one file and one row here per kind. */
import { lazily, nest, type Table } from "../../../netlink/attr.ts";
import type { RtContext, RtType } from "../../types.ts";
import { NONE } from "../payload.ts";

export const qdiscKinds = lazily<Table<RtContext, object>>({
  bfifo: () => require("./fifo.ts").fifo,
  cake: () => require("./cake.ts").cake,
  cbs: () => require("./cbs.ts").cbs,
  choke: () => require("./choke.ts").choke,
  clsact: () => NONE,
  codel: () => require("./codel.ts").codel,
  drr: () => NONE,
  dualpi2: () => require("./dualpi2.ts").dualpi2,
  etf: () => require("./etf.ts").etf,
  ets: () => require("./ets.ts").ets,
  fq: () => require("./fq.ts").fq,
  fq_codel: () => require("./fq_codel.ts").fqCodel,
  fq_pie: () => require("./fq_pie.ts").fqPie,
  gred: () => require("./gred.ts").gred,
  hfsc: () => require("./hfsc.ts").hfsc,
  hhf: () => require("./hhf.ts").hhf,
  htb: () => require("./htb.ts").htb,
  ingress: () => NONE,
  mq: () => NONE,
  mqprio: () => require("./mqprio.ts").mqprio,
  multiq: () => require("./multiq.ts").multiq,
  netem: () => require("./netem.ts").netem,
  noqueue: () => NONE,
  pfifo: () => require("./fifo.ts").fifo,
  pfifo_fast: () => require("./prio.ts").prio,
  pfifo_head_drop: () => require("./fifo.ts").fifo,
  pie: () => require("./pie.ts").pie,
  plug: () => NONE,
  prio: () => require("./prio.ts").prio,
  qfq: () => NONE,
  red: () => require("./red.ts").red,
  sfb: () => require("./sfb.ts").sfb,
  sfq: () => require("./sfq.ts").sfq,
  skbprio: () => require("./fifo.ts").fifo,
  taprio: () => require("./taprio.ts").taprio,
  tbf: () => require("./tbf.ts").tbf,
});

/** Kinds whose classes have none are left out. */
export const classKinds = lazily<Table<RtContext, object>>({
  drr: () => require("./drr.ts").drrClass,
  ets: () => require("./ets.ts").etsClass,
  hfsc: () => require("./hfsc.ts").hfscClass,
  htb: () => require("./htb.ts").htb,
  qfq: () => require("./qfq.ts").qfqClass,
});

/** TCA_STATS_APP and TCA_XSTATS. */
export const appStats = lazily<RtType<object>>({
  cake: () => require("./cake-stats.ts").cakeStats,
  choke: () => require("./choke.ts").chokeStats,
  codel: () => require("./codel.ts").codelStats,
  drr: () => require("./drr.ts").drrStats,
  dualpi2: () => require("./dualpi2.ts").dualpi2Stats,
  fq: () => require("./fq.ts").fqStats,
  fq_codel: () => require("./fq_codel.ts").fqCodelStats,
  fq_pie: () => require("./fq_pie.ts").fqPieStats,
  hfsc: () => require("./hfsc.ts").hfscStats,
  hhf: () => require("./hhf.ts").hhfStats,
  htb: () => require("./htb.ts").htbStats,
  netem: () => require("./netem.ts").netemStats,
  pie: () => require("./pie.ts").pieStats,
  qfq: () => require("./qfq.ts").qfqStats,
  red: () => require("./red.ts").redStats,
  sfb: () => require("./sfb.ts").sfbStats,
  sfq: () => require("./sfq.ts").sfqStats,
  taprio: () => nest(require("./taprio.ts").taprioStats),
});
