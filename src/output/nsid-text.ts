/** The id of a network namespace in words. */
import type { Nsid } from "../rtnetlink/nsid.ts";
import { plainWords } from "./fields-text.ts";

export const nsidWords = plainWords<Nsid>("nsid", ({ nsid }) => String(nsid ?? "unassigned"), ["nsid"]);
