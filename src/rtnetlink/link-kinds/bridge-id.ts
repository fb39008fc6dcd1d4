/** The id of a bridge, in fields of bridges and of their ports. */
import { HEX } from "../../netlink/hex.ts";
import { keptText } from "../../netlink/kept-text.ts";
import type { RtType } from "../types.ts";

/** "0" to "ff". */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16));

/** struct ifla_bridge_id as `8000.b2:e3:ea:ba:f:87`, the address as ether_ntoa(3) writes it. */
export const bridgeId: RtType<string> = {
  min: 8,
  read: keptText(8, (view, at) => {
    let text = `${HEX[view.getUint8(at)]}${HEX[view.getUint8(at + 1)]}.${BYTES[view.getUint8(at + 2)]}`;
    for (let i = 3; i < 8; i++) text += `:${BYTES[view.getUint8(at + i)]}`;
    return text;
  }),
};
