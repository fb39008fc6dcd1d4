/** TCA_OPTIONS of qdiscs and of classes, and their own counters, by kind: one file and one row here per kind. */
import { nest, type Table } from "../../../netlink/attr.ts";
import type { RtContext, RtType } from "../../types.ts";
import { NONE } from "../payload.ts";
import { cake } from "./cake.ts";
import { cakeStats } from "./cake-stats.ts";
import { cbs } from "./cbs.ts";
import { choke, chokeStats } from "./choke.ts";
import { codel, codelStats } from "./codel.ts";
import { drrClass, drrStats } from "./drr.ts";
import { dualpi2, dualpi2Stats } from "./dualpi2.ts";
import { etf } from "./etf.ts";
import { ets, etsClass } from "./ets.ts";
import { fifo } from "./fifo.ts";
import { fq, fqStats } from "./fq.ts";
import { fqCodel, fqCodelStats } from "./fq_codel.ts";
import { fqPie, fqPieStats } from "./fq_pie.ts";
import { gred } from "./gred.ts";
import { hfsc, hfscClass, hfscStats } from "./hfsc.ts";
import { hhf, hhfStats } from "./hhf.ts";
import { htb, htbStats } from "./htb.ts";
import { mqprio } from "./mqprio.ts";
import { multiq } from "./multiq.ts";
import { netem, netemStats } from "./netem.ts";
import { pie, pieStats } from "./pie.ts";
import { prio } from "./prio.ts";
import { qfqClass, qfqStats } from "./qfq.ts";
import { red, redStats } from "./red.ts";
import { sfb, sfbStats } from "./sfb.ts";
import { sfq, sfqStats } from "./sfq.ts";
import { taprio, taprioStats } from "./taprio.ts";
import { tbf } from "./tbf.ts";

type Kinds = Readonly<Record<string, Table<RtContext, object>>>;

export const qdiscKinds: Kinds = {
  bfifo: fifo,
  cake,
  cbs,
  choke,
  clsact: NONE,
  codel,
  drr: NONE,
  dualpi2,
  etf,
  ets,
  fq,
  fq_codel: fqCodel,
  fq_pie: fqPie,
  gred,
  hfsc,
  hhf,
  htb,
  ingress: NONE,
  mq: NONE,
  mqprio,
  multiq,
  netem,
  noqueue: NONE,
  pfifo: fifo,
  pfifo_fast: prio,
  pfifo_head_drop: fifo,
  pie,
  plug: NONE,
  prio,
  qfq: NONE,
  red,
  sfb,
  sfq,
  skbprio: fifo,
  taprio,
  tbf,
};

/** Kinds whose classes have none are left out. */
export const classKinds: Kinds = { drr: drrClass, ets: etsClass, hfsc: hfscClass, htb, qfq: qfqClass };

/** TCA_STATS_APP and TCA_XSTATS. */
export const appStats: Readonly<Record<string, RtType<object>>> = {
  cake: cakeStats,
  choke: chokeStats,
  codel: codelStats,
  drr: drrStats,
  dualpi2: dualpi2Stats,
  fq: fqStats,
  fq_codel: fqCodelStats,
  fq_pie: fqPieStats,
  hfsc: hfscStats,
  hhf: hhfStats,
  htb: htbStats,
  netem: netemStats,
  pie: pieStats,
  qfq: qfqStats,
  red: redStats,
  sfb: sfbStats,
  sfq: sfqStats,
  taprio: nest(taprioStats),
};
