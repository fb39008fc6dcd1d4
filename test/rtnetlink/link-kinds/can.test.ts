import { expect, test } from "bun:test";
import { linkinfo } from "./linkinfo.ts";

// ip link add can0 type can bitrate 500000 loopback on, the request (n-p-r)
test("a bit rate that is asked for", () => {
  expect(
    linkinfo(`
  4000 1200                                        // IFLA_LINKINFO
    0800 0100 63616e00                             // IFLA_INFO_KIND "can"
    3400 0200                                      // IFLA_INFO_DATA
      2400 0100 50c30000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 // IFLA_CAN_BITTIMING
      0c00 0500 01000000 00000000                  // IFLA_CAN_CTRLMODE 0`),
  ).toEqual({
    info_kind: "can",
    info_data: {
      bittiming: {
        bitrate: 50000,
        tq: 0,
        prop_seg: 0,
        phase_seg1: 0,
        phase_seg2: 0,
        sjw: 0,
        brp: 0,
        sample_point: "0.000",
      },
    },
  });
});

// By hand: ip link set can0 type can bitrate 500000 sample-point 0.875 berr-reporting on restart-ms 100 on
//   a controller with a switchable termination
test("classical CAN", () => {
  expect(
    linkinfo(`
  b800 1200                                        // IFLA_LINKINFO
    0800 0100 63616e00                             // IFLA_INFO_KIND "can"
    ac00 0200                                      // IFLA_INFO_DATA
      2400 0100 20a10700 6b030000 32000000 06000000 07000000 02000000 01000000 04000000 // IFLA_CAN_BITTIMING
      3400 0200 666c6578 63616e00 00000000 00000000 04000000 10000000 02000000 08000000 // IFLA_CAN_BITTIMING_CONST
                04000000 01000000 00010000 01000000
      0800 0300 005a6202                           // IFLA_CAN_CLOCK 40000000
      0800 0400 00000000                           // IFLA_CAN_STATE ERROR-ACTIVE
      0c00 0500 ff000000 10000000                  // IFLA_CAN_CTRLMODE 16
      0800 0600 64000000                           // IFLA_CAN_RESTART_MS 100
      0800 0800 03000500                           // IFLA_CAN_BERR_COUNTER
      0600 0b00 7800 0000                          // IFLA_CAN_TERMINATION 120
      0800 0c00 00007800                           // IFLA_CAN_TERMINATION_CONST
      0800 0f00 40420f00                           // IFLA_CAN_BITRATE_MAX 1000000
      0c00 1100                                    // IFLA_CAN_CTRLMODE_EXT
        0800 0100 13000000                         // IFLA_CAN_CTRLMODE_SUPPORTED`),
  ).toEqual({
    info_kind: "can",
    info_data: {
      ctrlmode: ["BERR-REPORTING"],
      ctrlmode_supported: ["LOOPBACK", "LISTEN-ONLY", "BERR-REPORTING"],
      state: "ERROR-ACTIVE",
      berr_counter: { tx: 3, rx: 5 },
      restart_ms: 100,
      bittiming: {
        bitrate: 500000,
        tq: 50,
        prop_seg: 6,
        phase_seg1: 7,
        phase_seg2: 2,
        sjw: 1,
        brp: 4,
        sample_point: "0.875",
      },
      bittiming_const: {
        name: "flexcan",
        tseg1: { min: 4, max: 16 },
        tseg2: { min: 2, max: 8 },
        sjw: { min: 1, max: 4 },
        brp: { min: 1, max: 256 },
        brp_inc: 1,
      },
      termination: 120,
      termination_const: [0, 120],
      clock: 40000000,
    },
  });
});

// By hand: ip link set can0 type can bitrate 500000 dbitrate 2000000 fd on, of a controller that is FD
//   alone
test("CAN FD", () => {
  expect(
    linkinfo(`
  b400 1200                                        // IFLA_LINKINFO
    0800 0100 63616e00                             // IFLA_INFO_KIND "can"
    a800 0200                                      // IFLA_INFO_DATA
      0c00 0500 00000000 20020000                  // IFLA_CAN_CTRLMODE 544
      0c00 1100                                    // IFLA_CAN_CTRLMODE_EXT
        0800 0100 00020000                         // IFLA_CAN_CTRLMODE_SUPPORTED
      0800 0400 05000000                           // IFLA_CAN_STATE SLEEPING
      2400 0900 80841e00 ee020000 32000000 06000000 07000000 02000000 01000000 04000000 // IFLA_CAN_DATA_BITTIMING
      3400 0a00 6d637032 35317866 64000000 00000000 04000000 10000000 02000000 08000000 // IFLA_CAN_DATA_BITTIMING_CONST
                04000000 01000000 00010000 01000000
      2c00 1000                                    // IFLA_CAN_TDC
        0800 0100 00000000                         // IFLA_CAN_TDC_TDCV_MIN
        0800 0200 3f000000                         // IFLA_CAN_TDC_TDCV_MAX
        0800 0300 01000000                         // IFLA_CAN_TDC_TDCO_MIN
        0800 0400 7f000000                         // IFLA_CAN_TDC_TDCO_MAX
        0800 0800 0e000000                         // IFLA_CAN_TDC_TDCO`),
  ).toEqual({
    info_kind: "can",
    info_data: {
      ctrlmode: ["FD", "TDC-AUTO"],
      ctrlmode_supported: ["TDC-AUTO"],
      ctrlmode_static: ["FD"],
      state: "SLEEPING",
      data_bittiming: {
        bitrate: 2000000,
        tq: 50,
        prop_seg: 6,
        phase_seg1: 7,
        phase_seg2: 2,
        sjw: 1,
        brp: 4,
        sample_point: "0.750",
        tdc: { tdco: 14 },
      },
      data_bittiming_const: {
        name: "mcp251xfd",
        tseg1: { min: 4, max: 16 },
        tseg2: { min: 2, max: 8 },
        sjw: { min: 1, max: 4 },
        brp: { min: 1, max: 256 },
        brp_inc: 1,
        tdc: { tdcv: { min: 0, max: 63 }, tdco: { min: 1, max: 127 } },
      },
    },
  });
});

// By hand: a controller with a list of bit rates instead of timing
test("fixed bit rates", () => {
  expect(
    linkinfo(`
  a000 1200                                        // IFLA_LINKINFO
    0800 0100 63616e00                             // IFLA_INFO_KIND "can"
    9400 0200                                      // IFLA_INFO_DATA
      2400 0100 48e80100 00000000 32000000 06000000 07000000 02000000 01000000 04000000 // IFLA_CAN_BITTIMING
      3400 0200 78000000 00000000 00000000 00000000 04000000 10000000 02000000 08000000 // IFLA_CAN_BITTIMING_CONST
                04000000 01000000 00010000 01000000
      2400 0900 20a10700 00000000 32000000 06000000 07000000 02000000 01000000 04000000 // IFLA_CAN_DATA_BITTIMING
      0c00 0d00 48e80100 90d00300                  // IFLA_CAN_BITRATE_CONST
      0800 0e00 20a10700                           // IFLA_CAN_DATA_BITRATE_CONST`),
  ).toEqual({
    info_kind: "can",
    info_data: {
      bittiming_bitrate: 125000,
      bitrate_const: [125000, 250000],
      data_bittiming_bitrate: 500000,
      data_bitrate_const: [500000],
    },
  });
});

// By hand: ip link set can0 type can bitrate 500000 xbitrate 10000000 xl on tms on
test("CAN XL", () => {
  expect(
    linkinfo(`
  dc00 1200                                        // IFLA_LINKINFO
    0800 0100 63616e00                             // IFLA_INFO_KIND "can"
    d000 0200                                      // IFLA_INFO_DATA
      0c00 0500 00000000 00900000                  // IFLA_CAN_CTRLMODE 36864
      2400 1200 80969800 f4010000 32000000 06000000 07000000 02000000 01000000 04000000 // IFLA_CAN_XL_DATA_BITTIMING
      3400 1300 7863616e 62000000 00000000 00000000 04000000 10000000 02000000 08000000 // IFLA_CAN_XL_DATA_BITTIMING_CONST
                04000000 01000000 00010000 01000000
      1c00 1500                                    // IFLA_CAN_XL_TDC
        0800 0300 01000000                         // IFLA_CAN_TDC_TDCO_MIN
        0800 0400 7f000000                         // IFLA_CAN_TDC_TDCO_MAX
        0800 0800 09000000                         // IFLA_CAN_TDC_TDCO
      4c00 1600                                    // IFLA_CAN_XL_PWM
        0800 0100 01000000                         // IFLA_CAN_PWM_PWMS_MIN
        0800 0200 08000000                         // IFLA_CAN_PWM_PWMS_MAX
        0800 0300 02000000                         // IFLA_CAN_PWM_PWML_MIN
        0800 0400 18000000                         // IFLA_CAN_PWM_PWML_MAX
        0800 0500 00000000                         // IFLA_CAN_PWM_PWMO_MIN
        0800 0600 10000000                         // IFLA_CAN_PWM_PWMO_MAX
        0800 0700 04000000                         // IFLA_CAN_PWM_PWMS
        0800 0800 0c000000                         // IFLA_CAN_PWM_PWML
        0800 0900 00000000                         // IFLA_CAN_PWM_PWMO`),
  ).toEqual({
    info_kind: "can",
    info_data: {
      ctrlmode: ["XL", "TMS"],
      xl_data_bittiming: {
        bitrate: 10000000,
        tq: 50,
        prop_seg: 6,
        phase_seg1: 7,
        phase_seg2: 2,
        sjw: 1,
        brp: 4,
        sample_point: "0.500",
        xtdc: { tdco: 9 },
        pwm: { pwms: 4, pwml: 12, pwmo: 0 },
      },
      xl_data_bittiming_const: {
        name: "xcanb",
        tseg1: { min: 4, max: 16 },
        tseg2: { min: 2, max: 8 },
        sjw: { min: 1, max: 4 },
        brp: { min: 1, max: 256 },
        brp_inc: 1,
        xtdc: { tdco: { min: 1, max: 127 } },
        pwm: { pwms: { min: 1, max: 8 }, pwml: { min: 2, max: 24 }, pwmo: { min: 0, max: 16 } },
      },
    },
  });
});
