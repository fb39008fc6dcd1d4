/**
 * The units of packet scheduling. The kernel counts time in ticks of 64 ns (PSCHED_SHIFT 6), 15.625 of them a
 * microsecond, and a burst as the time that it takes at the rate.
 */
const TICKS_PER_US = 15.625;

/** Microseconds of ticks. */
export const microseconds = (ticks: number): number => ticks / TICKS_PER_US;

/** Bytes that take so many ticks at `rate` bytes a second. */
export const transmitted = (rate: number, ticks: number): number =>
  Math.trunc((approximate(rate) * microseconds(ticks)) / 1_000_000);

/** A number to reckon with: those beyond 2^53 come as text (JSON.rawJSON). */
export const approximate = (value: number): number =>
  typeof value === "number" ? value : Number(JSON.stringify(value));

/** As printf's %g shows it: six significant digits. */
export const sixDigits = (value: number): number => Number(value.toPrecision(6));

/** A share of 2^32 - 1, or of another whole. */
export const share = (value: number, whole = 0xffff_ffff): number => sixDigits(value / whole);

const KILO = 1024;
const MEGA = KILO * KILO;
const GIGA = KILO * MEGA;

/** `1600b`, `32Kb`: as tc writes a size where even its JSON has it as text. */
export function formatSize(bytes: number): string {
  for (const [unit, suffix, slack] of [
    [GIGA, "Gb", 1024],
    [MEGA, "Mb", 1024],
    [KILO, "Kb", 16],
  ] as const) {
    const units = roundHalfEven(bytes / unit);
    if (bytes >= unit && Math.abs(unit * units - bytes) < slack) return `${sixDigits(units)}${suffix}`;
  }
  return `${bytes}b`;
}

/** rint(3). */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
}
