/** What the kernel tells a multicast routing daemon, in words. */
import type { CacheReport } from "../rtnetlink/cachereport.ts";
import { plainWords } from "./fields-text.ts";

export const cachereportWords = plainWords<CacheReport>(
  "mrout",
  ({ msgtype, src, dst }) => `${msgtype} (${src},${dst})`,
  ["family", "msgtype", "src", "dst", "pkt"],
);
