/** A group of statistics in words. */
import type { Stats } from "../rtnetlink/stats.ts";
import { plainWords } from "./fields-text.ts";

export const statsWords = plainWords<Stats>(
  "stats",
  ({ group, subgroup, suite }) => [group, subgroup, suite].filter(Boolean).join(" "),
  ["ifindex", "ifname", "group", "subgroup", "suite"],
);
