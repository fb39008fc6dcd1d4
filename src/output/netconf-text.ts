/** Settings of a family in words. */
import type { Netconf } from "../rtnetlink/netconf.ts";
import { plainWords } from "./fields-text.ts";

export const netconfWords = plainWords<Netconf>(
  "conf",
  // The line has the device; those of all and of new ones have none.
  ({ family, interface: of }) => (typeof of === "string" ? `${family} ${of}` : String(family)),
  ["family", "interface"],
);
