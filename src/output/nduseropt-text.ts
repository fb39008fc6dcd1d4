/** An option of a router advertisement in words. */
import type { NdUserOpt } from "../rtnetlink/nduseropt.ts";
import { plainWords } from "./fields-text.ts";

export const nduseroptWords = plainWords<NdUserOpt>("ndopt", ({ option }) => option ?? "?", [
  "family",
  "icmp_type",
  "icmp_code",
  "option",
]);
