/** Kind `pedit`: struct tc_pedit_sel with its keys, and TCA_PEDIT_*. */
import { arrayOf, attr, ignored, nest, table } from "../../../netlink/attr.ts";
import { u16 } from "../../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../../types.ts";
import { hexText } from "../numbers.ts";
import { controlOf, gen, identity, tmRow } from "./gen.ts";

/** TCA_PEDIT_KEY_EX_HDR_TYPE_* */
const HEADERS = ["network", "eth", "ipv4", "ipv6", "tcp", "udp"];

/** mask, val in network order; off, at, offmask, shift u32. */
const KEY_SIZE = 24;
/** tc_gen, nkeys u8, flags u8, padding */
const SEL_SIZE = 24;

interface Key {
  offset: number;
  val: string;
  mask: string;
}

const base = gen();

const sel: RtType<NonNullable<ReturnType<typeof base.read>> & { keys: Key[] }> = {
  min: SEL_SIZE,
  read(view, at, length, cx) {
    const count = Math.min(view.getUint8(at + 20), Math.floor((length - SEL_SIZE) / KEY_SIZE));
    const keys = Array.from({ length: count }, (_, index) => {
      const key = at + SEL_SIZE + KEY_SIZE * index;
      return {
        offset: view.getInt32(key + 8, true),
        val: hexText(view.getUint32(key + 4)),
        mask: hexText(view.getUint32(key)),
      };
    });
    return { ...base.read(view, at, length, cx)!, keys };
  },
};

export const peditKeyEx = table<RtContext>()("TCA_PEDIT_KEY_EX", {
  1: attr("TCA_PEDIT_KEY_EX_HTYPE", "htype", u16),
  2: attr("TCA_PEDIT_KEY_EX_CMD", "cmd", u16),
});

const peditAttributes = table<RtContext>()("TCA_PEDIT", {
  1: tmRow("TCA_PEDIT_TM"),
  2: attr("TCA_PEDIT_PARMS", "parms", sel),
  3: ignored("TCA_PEDIT_PAD"),
  4: attr("TCA_PEDIT_PARMS_EX", "parms_ex", sel),
  5: attr("TCA_PEDIT_KEYS_EX", "keys_ex", arrayOf("TCA_PEDIT_KEY_EX", 6, nest(peditKeyEx))),
  6: ignored("TCA_PEDIT_KEY_EX"),
});

export const pedit = together(peditAttributes, ({ parms, parms_ex, keys_ex, tm }) => {
  const sel = parms ?? parms_ex;
  if (sel === undefined) return {};
  const more = parms === undefined ? keys_ex : undefined;
  return {
    control_action: controlOf(sel),
    nkeys: sel.keys.length,
    ...identity(sel, tm),
    keys: sel.keys.map(({ offset, val, mask }, index) => {
      const { htype = 0, cmd = 0 } = more?.[index] ?? {};
      return { htype: HEADERS[htype] ?? `unknown(${htype})`, offset, cmd: cmd ? "add" : "set", val, mask };
    }),
  };
});
