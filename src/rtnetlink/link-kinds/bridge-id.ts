import type { RtType } from "../types.ts";

/** struct ifla_bridge_id as `8000.b2:e3:ea:ba:f:87`, the address as ether_ntoa(3) writes it. */
export const bridgeId: RtType<string> = {
  min: 8,
  read(view, at) {
    let text = `${view.getUint16(at).toString(16).padStart(4, "0")}.${view.getUint8(at + 2).toString(16)}`;
    for (let i = 3; i < 8; i++) text += `:${view.getUint8(at + i).toString(16)}`;
    return text;
  },
};
