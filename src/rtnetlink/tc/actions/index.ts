/** TCA_ACT_OPTIONS by kind: one file and one row here per kind. */
import { lazily, type Table } from "../../../netlink/attr.ts";
import type { RtContext } from "../../types.ts";

export const actionKinds = lazily<Table<RtContext, object>>({
  bpf: () => require("./bpf.ts").bpf,
  connmark: () => require("./connmark.ts").connmark,
  csum: () => require("./csum.ts").csum,
  ct: () => require("./ct.ts").ct,
  ctinfo: () => require("./ctinfo.ts").ctinfo,
  gact: () => require("./gact.ts").gact,
  gate: () => require("./gate.ts").gate,
  ife: () => require("./ife.ts").ife,
  mirred: () => require("./mirred.ts").mirred,
  mpls: () => require("./mpls.ts").mpls,
  nat: () => require("./nat.ts").nat,
  pedit: () => require("./pedit.ts").pedit,
  police: () => require("./police.ts").police,
  sample: () => require("./sample.ts").sample,
  simple: () => require("./simple.ts").simple,
  skbedit: () => require("./skbedit.ts").skbedit,
  skbmod: () => require("./skbmod.ts").skbmod,
  tunnel_key: () => require("./tunnel_key.ts").tunnelKey,
  vlan: () => require("./vlan.ts").vlan,
});
