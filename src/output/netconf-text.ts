/** Settings of a family in words: those that are not off, `inet forwarding rp_filter loose`. */
import type { Netconf } from "../rtnetlink/netconf.ts";
import { plainWords } from "./fields-text.ts";
import type { Words } from "./words.ts";

const words = plainWords<Netconf>(
  "conf",
  // The line has the device; those of all and of new ones have none.
  ({ family, interface: of }) => (typeof of === "string" ? `${family} ${of}` : String(family)),
  ["family", "interface"],
);

export const netconfWords: Words<Netconf> = {
  ...words,
  summary(body) {
    const on = Object.entries(body).filter(([, value]) => value !== false && value !== "off");
    const { length } = Object.keys(body);
    return on.length < length && on.every(([key]) => key === "family" || key === "interface")
      ? `${words.title(body)}: all off`
      : words.summary(Object.fromEntries(on) as unknown as Netconf);
  },
};
