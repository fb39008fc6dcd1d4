/** Kind `can`: IFLA_CAN_*, include/uapi/linux/can/netlink.h; `data_` is of CAN FD, `xl_data_` of CAN XL. */
import { attr, ignored, nest, table } from "../../netlink/attr.ts";
import { bitNames, mapped, named, struct, u16, u32 } from "../../netlink/types.ts";
import { type RtContext, type RtType, together } from "../types.ts";
import { bittiming, bittimingConst, phase, pwm, tdc } from "./can-timing.ts";

/** CAN_STATE_* */
const STATES = ["ERROR-ACTIVE", "ERROR-WARNING", "ERROR-PASSIVE", "BUS-OFF", "STOPPED", "SLEEPING"];

/** CAN_CTRLMODE_* */
const CTRLMODES = [
  [0x1, "LOOPBACK"],
  [0x2, "LISTEN-ONLY"],
  [0x4, "TRIPLE-SAMPLING"],
  [0x8, "ONE-SHOT"],
  [0x10, "BERR-REPORTING"],
  [0x20, "FD"],
  [0x80, "FD-NON-ISO"],
  [0x40, "PRESUME-ACK"],
  [0x100, "CC-LEN8-DLC"],
  [0x200, "TDC-AUTO"],
  [0x400, "TDC-MANUAL"],
  [0x800, "RESTRICTED"],
  [0x1000, "XL"],
  [0x2000, "XL-TDC-AUTO"],
  [0x4000, "XL-TDC-MANUAL"],
  [0x8000, "TMS"],
] as const;

/** Names of the modes, if there is one. */
const modes = (bits: number): string[] | undefined => (bits ? bitNames(bits, CTRLMODES) : undefined);

/** struct can_ctrlmode. */
const ctrlmode = struct(8, [
  ["mask", u32],
  ["flags", u32],
]);

const ctrlmodeExt = table<RtContext>()("IFLA_CAN_CTRLMODE", {
  1: attr("IFLA_CAN_CTRLMODE_SUPPORTED", "supported", u32),
});

/** struct can_berr_counter. */
const berrCounter = struct(4, [
  ["tx", u16],
  ["rx", u16],
]);

const list = (type: RtType<number>): RtType<number[]> => ({
  min: 0,
  read(view, at, length, cx) {
    const values: number[] = [];
    for (let offset = 0; offset + type.min <= length; offset += type.min)
      values.push(type.read(view, at + offset, type.min, cx) ?? 0);
    return values;
  },
});

const attributes = table<RtContext>()("IFLA_CAN", {
  1: attr("IFLA_CAN_BITTIMING", "bittiming", bittiming),
  2: attr("IFLA_CAN_BITTIMING_CONST", "bittiming_const", bittimingConst),
  3: attr("IFLA_CAN_CLOCK", "clock", u32),
  4: attr("IFLA_CAN_STATE", "state", named(u32, STATES)),
  5: attr(
    "IFLA_CAN_CTRLMODE",
    "ctrlmode",
    mapped(ctrlmode, ({ flags }) => flags),
  ),
  6: attr("IFLA_CAN_RESTART_MS", "restart_ms", u32),
  7: ignored("IFLA_CAN_RESTART"),
  8: attr("IFLA_CAN_BERR_COUNTER", "berr_counter", berrCounter, "volatile"),
  9: attr("IFLA_CAN_DATA_BITTIMING", "data_bittiming", bittiming),
  10: attr("IFLA_CAN_DATA_BITTIMING_CONST", "data_bittiming_const", bittimingConst),
  11: attr("IFLA_CAN_TERMINATION", "termination", u16),
  12: attr("IFLA_CAN_TERMINATION_CONST", "termination_const", list(u16)),
  13: attr("IFLA_CAN_BITRATE_CONST", "bitrate_const", list(u32)),
  14: attr("IFLA_CAN_DATA_BITRATE_CONST", "data_bitrate_const", list(u32)),
  15: attr("IFLA_CAN_BITRATE_MAX", "bitrate_max", u32, "detail"),
  16: attr("IFLA_CAN_TDC", "tdc", tdc),
  17: attr("IFLA_CAN_CTRLMODE_EXT", "ctrlmode_ext", nest(ctrlmodeExt)),
  18: attr("IFLA_CAN_XL_DATA_BITTIMING", "xl_data_bittiming", bittiming),
  19: attr("IFLA_CAN_XL_DATA_BITTIMING_CONST", "xl_data_bittiming_const", bittimingConst),
  20: attr("IFLA_CAN_XL_DATA_BITRATE_CONST", "xl_data_bitrate_const", list(u32)),
  21: attr("IFLA_CAN_XL_TDC", "xl_tdc", tdc),
  22: attr("IFLA_CAN_XL_PWM", "xl_pwm", pwm),
});

type Fields = typeof attributes.fields;

/** What is on, what can be switched, and what is on and cannot. */
function controlModes({ ctrlmode, ctrlmode_ext }: Fields) {
  const supported = ctrlmode_ext?.supported;
  if (ctrlmode === undefined) return {};
  if (supported === undefined) return { ctrlmode: modes(ctrlmode) };
  return {
    ctrlmode: modes(ctrlmode),
    ctrlmode_supported: modes(supported),
    ctrlmode_static: modes(ctrlmode & ~supported),
  };
}

export const can = together(attributes, (fields) => {
  const { state, berr_counter, restart_ms, clock, bitrate_max, termination, termination_const } = fields;
  return {
    ...controlModes(fields),
    state,
    berr_counter,
    restart_ms,
    ...phase("", {
      timing: fields.bittiming,
      limits: fields.bittiming_const,
      bitrates: fields.bitrate_const,
    }),
    ...phase("data_", {
      timing: fields.data_bittiming,
      limits: fields.data_bittiming_const,
      bitrates: fields.data_bitrate_const,
      tunings: { tdc: fields.tdc },
    }),
    ...phase("xl_data_", {
      timing: fields.xl_data_bittiming,
      limits: fields.xl_data_bittiming_const,
      bitrates: fields.xl_data_bitrate_const,
      tunings: { xtdc: fields.xl_tdc, pwm: fields.xl_pwm },
    }),
    ...(termination !== undefined && termination_const !== undefined
      ? { termination, termination_const }
      : {}),
    clock,
    bitrate_max,
  };
});
