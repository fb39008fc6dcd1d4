/** Multicast and anycast addresses in words. */
import type { ListenAddress } from "../rtnetlink/maddress.ts";
import { plainWords } from "./fields-text.ts";

const words = (word: string) =>
  plainWords<ListenAddress>(word, ({ address }) => address ?? "?", ["family", "address"]);

export const maddressWords = words("maddr");
export const acaddressWords = words("acadr");
