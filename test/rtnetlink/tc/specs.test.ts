/** The tables of traffic control against descriptions of the protocol that others wrote (tc.yaml of Linux and of netlink-bindings). */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import type { Row } from "../../../src/netlink/attr.ts";
import { tcaAct } from "../../../src/rtnetlink/tc/act.ts";
import { gateEntry } from "../../../src/rtnetlink/tc/actions/gate.ts";
import { actionKinds } from "../../../src/rtnetlink/tc/actions/index.ts";
import { ematchTree } from "../../../src/rtnetlink/tc/ematches/index.ts";
import { cfm, encOpts, mplsLse } from "../../../src/rtnetlink/tc/filters/flower-nests.ts";
import { filterKinds } from "../../../src/rtnetlink/tc/filters/index.ts";
import { cakeStatsAttributes, tinStats } from "../../../src/rtnetlink/tc/qdiscs/cake-stats.ts";
import { virtualQueue } from "../../../src/rtnetlink/tc/qdiscs/gred.ts";
import { classKinds, qdiscKinds } from "../../../src/rtnetlink/tc/qdiscs/index.ts";
import { loss } from "../../../src/rtnetlink/tc/qdiscs/netem.ts";
import { schedEntry, tcEntry } from "../../../src/rtnetlink/tc/qdiscs/taprio.ts";
import { stats2Attributes } from "../../../src/rtnetlink/tc/stats.ts";
import { stabAttributes, tca } from "../../../src/rtnetlink/tc/tca.ts";
import { requireAll } from "../corpus.ts";

const FOLDER = `${import.meta.dir}/../../../../shared/specs`;
const FILES = ["linux-6.12.117-debian/tc.yaml", "netlink-bindings-0.2.3/tc.yaml"];

type AnyTable = { readonly rows: Readonly<Record<number, Row<string, unknown, never>>> };

interface AttributeSet {
  name: string;
  attributes: readonly { name: string; value?: number }[];
}

const filters = (kind: string): AnyTable => filterKinds[kind]!.attributes;

const TABLES: Readonly<Record<string, AnyTable>> = {
  attrs: tca(qdiscKinds),
  "act-attrs": tcaAct,
  "act-gate-entry-attrs": gateEntry,
  "cake-stats-attrs": cakeStatsAttributes,
  "cake-tin-stats-attrs": tinStats,
  "ematch-attrs": ematchTree,
  "flower-key-enc-opts-attrs": encOpts,
  "flower-key-mpls-opt-attrs": mplsLse,
  "flower-key-cfm-attrs": cfm,
  "gred-vq-entry-attrs": virtualQueue,
  "hfsc-attrs": classKinds.hfsc!,
  "drr-attrs": classKinds.drr!,
  "qfq-attrs": classKinds.qfq!,
  "netem-loss-attrs": loss,
  "taprio-sched-entry": schedEntry,
  "taprio-tc-entry-attrs": tcEntry,
  "police-attrs": actionKinds.police!,
  "stab-attrs": stabAttributes,
  "stats-attrs": stats2Attributes,
};

/** `fq-codel-attrs`, `act-tunnel-key-attrs` */
function tableOf(set: string): AnyTable | undefined {
  const kind = /^(act-)?([a-z0-9-]+)-attrs$/.exec(set);
  if (TABLES[set] !== undefined) return TABLES[set];
  if (kind === null) return undefined;
  const name = kind[2]!.replaceAll("-", "_");
  if (kind[1] !== undefined) return actionKinds[name];
  return filterKinds[name] === undefined ? qdiscKinds[name] : filters(name);
}

/** Sets of one attribute each, and what stands in a table of its own kind here (tunnel options). */
const ELSEWHERE = /^(act-stats-attrs|flower-key-enc-opt-.*|gred-vq-list-attrs|taprio-sched-entry-list)$/;

function present(file: string): void {
  const { "attribute-sets": sets } = Bun.YAML.parse(readFileSync(`${FOLDER}/${file}`, "utf8")) as {
    "attribute-sets": readonly AttributeSet[];
  };
  describe(file, () => {
    for (const { name: full, attributes } of sets) {
      // One of them has a prefix.
      const name = full.replace(/^tca?-/, "");
      if (ELSEWHERE.test(name)) continue;
      test(name, () => {
        const table = tableOf(name);
        expect(table).toBeDefined();
        let number = 0;
        for (const attribute of attributes) {
          number = attribute.value ?? number + 1;
          const ending = attribute.name.toUpperCase().replaceAll("-", "_");
          const row = table!.rows[number]?.name;
          expect([number, ending, row?.endsWith(ending)]).toEqual([number, ending, true]);
        }
      });
    }
  });
}

if (FILES.every((file) => existsSync(`${FOLDER}/${file}`))) for (const file of FILES) present(file);
else {
  console.log(
    "specs: shared/specs is not beside this checkout; the tables of traffic control are not compared with it",
  );
  test("the specs are absent, and nothing asked for them", () => {
    expect(requireAll).toBe(false);
  });
}
