/**
 * Bit timing of CAN controllers: structs of include/uapi/linux/can/netlink.h, and what ip makes of those of one
 * phase: the timing with its limits, or the bit rate out of a fixed list.
 */
import { attr, nest, table } from "../../netlink/attr.ts";
import { mapped, str, struct, u32 } from "../../netlink/types.ts";
import type { RtContext, RtType } from "../types.ts";

interface Range {
  min: number;
  max: number;
}

interface Bittiming {
  bitrate?: number;
  sample_point: string;
}

/** struct can_bittiming; the sample point is in tenths of a percent. */
export const bittiming: RtType<Bittiming> = mapped(
  struct(32, [
    ["bitrate", u32],
    ["sample_point", u32],
    ["tq", u32],
    ["prop_seg", u32],
    ["phase_seg1", u32],
    ["phase_seg2", u32],
    ["sjw", u32],
    ["brp", u32],
  ]),
  ({ sample_point = 0, ...rest }) => ({ ...rest, sample_point: (sample_point / 1000).toFixed(3) }),
);

interface BittimingConst {
  name: string;
  tseg1: Range;
  tseg2: Range;
  sjw: Range;
  brp: Range;
  brp_inc: number;
}

/** struct can_bittiming_const: name char[16]; u32: tseg1 min, max, tseg2 min, max, sjw max, brp min, max, inc. */
export const bittimingConst: RtType<BittimingConst> = {
  min: 48,
  read(view, at, _length, cx) {
    const number = (offset: number): number => view.getUint32(at + offset, true);
    return {
      name: str.read(view, at, 16, cx) ?? "",
      tseg1: { min: number(16), max: number(20) },
      tseg2: { min: number(24), max: number(28) },
      sjw: { min: 1, max: number(32) },
      brp: { min: number(36), max: number(40) },
      brp_inc: number(44),
    };
  },
};

/** A nest of values and of their limits, `NAME_min` and `NAME_max`. */
interface Tuning {
  values: Record<string, number> | undefined;
  limits: Record<string, Range>;
}

function tuning(numbers: Readonly<Record<string, number>>): Tuning {
  const values: Record<string, number> = {};
  const limits: Record<string, Range> = {};
  for (const [key, value] of Object.entries(numbers)) {
    const name = key.slice(0, -4);
    const min = numbers[`${name}_min`];
    if (!/_(min|max)$/.test(key)) values[key] = value;
    else if (key.endsWith("_max") && min !== undefined) limits[name] = { min, max: value };
  }
  return { values: Object.keys(values).length > 0 ? values : undefined, limits };
}

/** Transmitter delay compensation. */
export const tdcAttributes = table<RtContext>()("IFLA_CAN_TDC", {
  1: attr("IFLA_CAN_TDC_TDCV_MIN", "tdcv_min", u32),
  2: attr("IFLA_CAN_TDC_TDCV_MAX", "tdcv_max", u32),
  3: attr("IFLA_CAN_TDC_TDCO_MIN", "tdco_min", u32),
  4: attr("IFLA_CAN_TDC_TDCO_MAX", "tdco_max", u32),
  5: attr("IFLA_CAN_TDC_TDCF_MIN", "tdcf_min", u32),
  6: attr("IFLA_CAN_TDC_TDCF_MAX", "tdcf_max", u32),
  7: attr("IFLA_CAN_TDC_TDCV", "tdcv", u32),
  8: attr("IFLA_CAN_TDC_TDCO", "tdco", u32),
  9: attr("IFLA_CAN_TDC_TDCF", "tdcf", u32),
});
export const tdc = mapped(nest(tdcAttributes), tuning);

/** Pulse-width modulation. */
export const pwmAttributes = table<RtContext>()("IFLA_CAN_PWM", {
  1: attr("IFLA_CAN_PWM_PWMS_MIN", "pwms_min", u32),
  2: attr("IFLA_CAN_PWM_PWMS_MAX", "pwms_max", u32),
  3: attr("IFLA_CAN_PWM_PWML_MIN", "pwml_min", u32),
  4: attr("IFLA_CAN_PWM_PWML_MAX", "pwml_max", u32),
  5: attr("IFLA_CAN_PWM_PWMO_MIN", "pwmo_min", u32),
  6: attr("IFLA_CAN_PWM_PWMO_MAX", "pwmo_max", u32),
  7: attr("IFLA_CAN_PWM_PWMS", "pwms", u32),
  8: attr("IFLA_CAN_PWM_PWML", "pwml", u32),
  9: attr("IFLA_CAN_PWM_PWMO", "pwmo", u32),
});
export const pwm = mapped(nest(pwmAttributes), tuning);

/** What is known of the timing of one phase. */
interface Phase {
  timing: Bittiming | undefined;
  limits: BittimingConst | undefined;
  bitrates: number[] | undefined;
  tunings?: Readonly<Record<string, Tuning | undefined>>;
}

/** The keys of one phase, each after `prefix`. */
export function phase(
  prefix: string,
  { timing, limits, bitrates, tunings = {} }: Phase,
): Record<string, unknown> {
  if (bitrates !== undefined)
    return {
      [`${prefix}bittiming_bitrate`]: timing?.bitrate ?? 0,
      [`${prefix}bitrate_const`]: bitrates,
    };
  const shown: Record<string, unknown> = {};
  if (timing !== undefined) shown[`${prefix}bittiming`] = { ...timing, ...part(tunings, "values") };
  if (limits !== undefined) shown[`${prefix}bittiming_const`] = { ...limits, ...part(tunings, "limits") };
  return shown;
}

const part = (
  tunings: Readonly<Record<string, Tuning | undefined>>,
  which: keyof Tuning,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(tunings).flatMap(([name, tuning]) => (tuning?.[which] ? [[name, tuning[which]]] : [])),
  );
