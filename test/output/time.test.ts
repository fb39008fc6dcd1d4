import { afterEach, beforeEach, expect, test } from "bun:test";
import { join } from "node:path";
import { local, utc } from "../../src/output/time.ts";

/** 2026-11-22T03:57:01Z */
const SECOND = Date.UTC(2026, 10, 22, 3, 57, 1) * 1000;

test.each([
  [0, "2026-11-22T03:57:01.000000Z"],
  [1, "2026-11-22T03:57:01.000001Z"],
  [828_737, "2026-11-22T03:57:01.828737Z"],
  [999_999, "2026-11-22T03:57:01.999999Z"],
  [1_000_000, "2026-11-22T03:57:02.000000Z"],
  [-1, "2026-11-22T03:57:00.999999Z"],
  [59_000_000, "2026-11-22T03:58:00.000000Z"],
] as const)("utc: %d us after", (offset, text) => {
  expect(utc(SECOND + offset)).toBe(text);
});

test("utc agrees with Date, in whatever order the times come", () => {
  let state = 1;
  for (let i = 0; i < 2000; i++) {
    state = (state * 48271) % 0x7fffffff;
    const time = SECOND + (state % 5_000_000) - 2_500_000;
    const text = utc(time);
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(Date.parse(text)).toBe(Math.floor(time / 1000));
    expect(text.slice(20, 26)).toBe(String(time % 1_000_000).padStart(6, "0"));
  }
});

test("utc at the ends", () => {
  expect(utc(0)).toBe("1970-01-01T00:00:00.000000Z");
  expect(utc(Date.UTC(2024, 1, 29, 23, 59, 59) * 1000 + 999_999)).toBe("2024-02-29T23:59:59.999999Z");
  expect(utc(Date.UTC(2200, 0, 1) * 1000)).toBe("2200-01-01T00:00:00.000000Z");
});

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = "UTC";
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  [0, "03:57:01.000"],
  [999, "03:57:01.000"],
  [1000, "03:57:01.001"],
  [828_737, "03:57:01.828"],
  [999_999, "03:57:01.999"],
  [1_000_000, "03:57:02.000"],
  [-1, "03:57:00.999"],
] as const)("local: %d us after, milliseconds cut off, not rounded", (offset, text) => {
  expect(local(SECOND + offset)).toBe(text);
});

test.each([
  ["UTC", "03:57:01.828"],
  ["Asia/Kolkata", "09:27:01.828"],
  ["America/New_York", "22:57:01.828"],
])("local in %s", (TZ, text) => {
  const { stdout } = Bun.spawnSync(
    [
      process.execPath,
      "-e",
      `import { local } from ${JSON.stringify(join(import.meta.dir, "../../src/output/time.ts"))};
       console.log(local(${SECOND + 828_737}));`,
    ],
    { env: { ...process.env, TZ } },
  );
  expect(stdout.toString()).toBe(`${text}\n`);
});

test("local and utc do not disturb each other", () => {
  expect(utc(SECOND)).toBe("2026-11-22T03:57:01.000000Z");
  expect(local(SECOND + 60_000_000)).toBe("03:58:01.000");
  expect(utc(SECOND + 5)).toBe("2026-11-22T03:57:01.000005Z");
  expect(local(SECOND + 60_500_000)).toBe("03:58:01.500");
});
