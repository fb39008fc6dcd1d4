/** VLANs of bridges in words. */
import type { Vlan, VlanGlobal } from "../rtnetlink/vlan.ts";
import { plainWords } from "./fields-text.ts";

export const vlanWords = plainWords<Vlan>("vlan", ({ vlan }) => String(vlan), ["vlan"]);

export const vlanGlobalWords = plainWords<VlanGlobal>("vlan", ({ vlan }) => `${vlan} global`, ["vlan"]);
