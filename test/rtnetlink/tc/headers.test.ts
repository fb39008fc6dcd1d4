/** The tables of traffic control against the kernel's headers: all numbers, and names that a table lacks. */
import { describe, expect, test } from "bun:test";
import type { Row } from "../../../src/netlink/attr.ts";
import { tcaAct } from "../../../src/rtnetlink/tc/act.ts";
import { tcaRoot } from "../../../src/rtnetlink/tc/action.ts";
import { gateEntry } from "../../../src/rtnetlink/tc/actions/gate.ts";
import { ifeMeta } from "../../../src/rtnetlink/tc/actions/ife.ts";
import { actionKinds } from "../../../src/rtnetlink/tc/actions/index.ts";
import { peditKeyEx } from "../../../src/rtnetlink/tc/actions/pedit.ts";
import { tunnelKeyOpts } from "../../../src/rtnetlink/tc/actions/tunnel_key.ts";
import { ematchTree } from "../../../src/rtnetlink/tc/ematches/index.ts";
import { metaAttributes } from "../../../src/rtnetlink/tc/ematches/meta.ts";
import { cfm, encOpts, mplsLse } from "../../../src/rtnetlink/tc/filters/flower-nests.ts";
import { filterKinds } from "../../../src/rtnetlink/tc/filters/index.ts";
import { cakeStatsAttributes, tinStats } from "../../../src/rtnetlink/tc/qdiscs/cake-stats.ts";
import { virtualQueue } from "../../../src/rtnetlink/tc/qdiscs/gred.ts";
import { classKinds, qdiscKinds } from "../../../src/rtnetlink/tc/qdiscs/index.ts";
import { mqprioEntry } from "../../../src/rtnetlink/tc/qdiscs/mqprio.ts";
import { loss } from "../../../src/rtnetlink/tc/qdiscs/netem.ts";
import { schedEntry, taprioStats, tcEntry } from "../../../src/rtnetlink/tc/qdiscs/taprio.ts";
import { stats2Attributes } from "../../../src/rtnetlink/tc/stats.ts";
import { stabAttributes, tca } from "../../../src/rtnetlink/tc/tca.ts";
import { requireAll } from "../corpus.ts";
import { FOLDER, type Header, isAttribute, load } from "../headers.ts";

const FILES = [
  "rtnetlink.h",
  "pkt_sched.h",
  "pkt_cls.h",
  "gen_stats.h",
  "ife.h",
  "tc_ematch/tc_em_meta.h",
  ...[
    "bpf",
    "connmark",
    "csum",
    "ct",
    "ctinfo",
    "defact",
    "gact",
    "gate",
    "ife",
    "mirred",
    "mpls",
    "nat",
  ].map((kind) => `tc_act/tc_${kind}.h`),
  ...["pedit", "sample", "skbedit", "skbmod", "tunnel_key", "vlan"].map((kind) => `tc_act/tc_${kind}.h`),
];

type AnyTable = {
  readonly name: string;
  readonly rows: Readonly<Record<number, Row<string, unknown, never>>>;
};

/** Names that a table lacks on purpose. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  // Another name of TCA_TAPRIO_ATTR_PAD.
  TCA_TAPRIO_ATTR: ["TCA_TAPRIO_PAD"],
};

/** Where the enum does not begin with the table's name and _UNSPEC. */
const FIRST: Readonly<Record<string, string>> = {
  IFE_META: "IFE_META_SKBMARK",
  TCA_CAKE_STATS: "__TCA_CAKE_STATS_INVALID",
  TCA_CAKE_TIN_STATS: "__TCA_CAKE_TIN_STATS_INVALID",
  TCA_FLOWER_KEY_CFM: "TCA_FLOWER_KEY_CFM_OPT_UNSPEC",
  TCA_NETEM_LOSS: "NETEM_LOSS_UNSPEC",
  TCA_PEDIT_KEY_EX: "TCA_PEDIT_KEY_EX_HTYPE",
  TCA_STATS2: "TCA_STATS_UNSPEC",
  TCA_TAPRIO_OFFLOAD_STATS: "TCA_TAPRIO_OFFLOAD_STATS_PAD",
};

const TABLES: readonly AnyTable[] = [
  tca(qdiscKinds),
  tcaAct,
  tcaRoot,
  stats2Attributes,
  stabAttributes,
  ...Object.values(qdiscKinds),
  ...Object.values(classKinds),
  ...Object.values(actionKinds),
  ...Object.values(filterKinds).map(({ attributes }) => attributes),
  cakeStatsAttributes,
  tinStats,
  virtualQueue,
  mqprioEntry,
  loss,
  schedEntry,
  tcEntry,
  taprioStats,
  gateEntry,
  ifeMeta,
  peditKeyEx,
  tunnelKeyOpts,
  encOpts,
  mplsLse,
  cfm,
  ematchTree,
  metaAttributes,
].filter(({ rows }) => Object.keys(rows).length > 0);

const firstOf = ({ name }: AnyTable): string => FIRST[name] ?? `${name}_UNSPEC`;

/** One test each: some kinds share a table. */
const BY_NAME = new Map(TABLES.map((table) => [table.name, table]));

function present({ numbers, enums }: Header): void {
  const names = (table: AnyTable) => enums.find((names) => names.includes(firstOf(table)));

  test("most tables have their enum in these headers", () => {
    const without = [...BY_NAME.values()].filter((table) => names(table) === undefined);
    // Newer than Linux 6.1.
    for (const { name } of without)
      expect([
        "TCA_DUALPI2",
        "TCA_MQPRIO_TC_ENTRY",
        "TCA_TAPRIO_OFFLOAD_STATS",
        "TCA_FLOWER_KEY_CFM",
      ]).toContain(name);
  });

  describe("numbers", () => {
    for (const table of BY_NAME.values())
      test(table.name, () => {
        for (const [number, { name }] of Object.entries(table.rows))
          expect([name, Number(number)]).toEqual([name, numbers.get(name) ?? Number(number)]);
      });
  });

  describe("names that a table lacks", () => {
    for (const table of BY_NAME.values())
      test(table.name, () => {
        const has = new Set(Object.values(table.rows).map(({ name }) => name));
        const lacks = (names(table) ?? []).filter((name) => isAttribute(name) && !has.has(name));
        expect(lacks).toEqual([...(LACKING[table.name] ?? [])]);
      });
  });
}

const header = load(FILES);
if (header === undefined) {
  console.log(
    `headers: ${FOLDER} lacks one of ${FILES.join(", ")}; the numbers of traffic control are not checked`,
  );
  test("the headers are absent, and nothing asked for them", () => {
    expect(requireAll).toBe(false);
  });
} else present(header);
