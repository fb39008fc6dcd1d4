/** A multicast route in words. */
import type { Mroute } from "../rtnetlink/mroute.ts";
import type { Words } from "./words.ts";

export const mrouteWords: Words<Mroute> = {
  word: "mrout",
  title: ({ src, dst }) => `(${src},${dst})`,
  summary(body) {
    const parts = [mrouteWords.title(body)];
    if (body.multipath !== undefined)
      parts.push(
        `to ${body.multipath.map(({ oif, ttl }) => (ttl === undefined ? oif : `${oif} ttl ${ttl}`)).join(",")}`,
      );
    if (body.state === "unresolved") parts.push("unresolved");
    if (body.offload) parts.push("offload");
    if (body.table !== "default" && body.table !== "main") parts.push(`table ${body.table}`);
    return parts.join(" ");
  },
};
