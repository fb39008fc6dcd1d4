/** An advertised prefix in words. */
import type { Prefix } from "../rtnetlink/prefix.ts";
import { plainWords } from "./fields-text.ts";

export const prefixWords = plainWords<Prefix>("prefx", ({ prefix }) => prefix ?? "?", [
  "family",
  "prefix",
  "dev",
]);
