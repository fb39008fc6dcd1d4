/** TCA_OPTIONS of filters by kind: one file and one row here per kind. */
import { lazily } from "../../../netlink/attr.ts";
import type { FilterKind } from "../filter-kind.ts";

export const filterKinds = lazily<FilterKind>({
  basic: () => require("./basic.ts").basic,
  bpf: () => require("./bpf.ts").bpf,
  cgroup: () => require("./cgroup.ts").cgroup,
  flow: () => require("./flow.ts").flow,
  flower: () => require("./flower-kind.ts").flower,
  fw: () => require("./fw.ts").fw,
  matchall: () => require("./matchall.ts").matchall,
  route: () => require("./route.ts").route,
  u32: () => require("./u32.ts").u32,
});
