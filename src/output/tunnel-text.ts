/** A VNI that is let in, in words. */
import type { Tunnel } from "../rtnetlink/tunnel.ts";
import { plainWords } from "./fields-text.ts";

export const tunnelWords = plainWords<Tunnel>(
  "vni",
  ({ vni, vniEnd }) => (vniEnd === undefined ? String(vni) : `${vni}-${vniEnd}`),
  ["vni", "vniEnd"],
);
