/** struct tc_ratespec: cell_log u8, linklayer u8, overhead u16, cell_align s16, mpu u16, rate u32. */
import type { Type } from "../../netlink/attr.ts";

export interface RateSpec {
  /** Bytes of a cell of the rate table. */
  cell: number;
  linklayer: string;
  overhead: number;
  mpu: number;
  /** Bytes a second; 0xffffffff where the true one is in an attribute of its own. */
  rate: number;
}

const RATESPEC_SIZE = 12;
/** TC_LINKLAYER_MASK */
const LINKLAYER_MASK = 0x0f;
/** TC_LINKLAYER_* */
const LINKLAYERS = ["unspec", "ethernet", "atm"];

export const linklayerName = (linklayer: number): string => LINKLAYERS[linklayer] ?? "unknown";

export const ratespec: Type<RateSpec> = {
  min: RATESPEC_SIZE,
  read: (view, at) => ({
    cell: 1 << view.getUint8(at),
    linklayer: linklayerName(view.getUint8(at + 1) & LINKLAYER_MASK),
    overhead: view.getUint16(at + 2, true),
    mpu: view.getUint16(at + 6, true),
    rate: view.getUint32(at + 8, true),
  }),
};

/** Two of them and then u32s: how tc_tbf_qopt and tc_htb_opt begin. */
export const twoRates = <const K extends string>(
  names: readonly K[],
): Type<{ first: RateSpec; second: RateSpec } & Record<K, number>> => ({
  min: 2 * RATESPEC_SIZE + 4 * names.length,
  read(view, at, length, cx) {
    const words: Record<string, number> = {};
    for (const [index, name] of names.entries())
      words[name] = view.getUint32(at + 2 * RATESPEC_SIZE + 4 * index, true);
    return {
      first: ratespec.read(view, at, length, cx)!,
      second: ratespec.read(view, at + RATESPEC_SIZE, length, cx)!,
      ...(words as Record<K, number>),
    };
  },
});
