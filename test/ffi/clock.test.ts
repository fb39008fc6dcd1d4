import { expect, test } from "bun:test";
import { now, synchronized } from "../../ffi/clock.ts";

test("microseconds since 1970, in step with Date", () => {
  const before = Date.now();
  const time = now();
  const after = Date.now();
  expect(Number.isSafeInteger(time)).toBe(true);
  expect(time).toBeGreaterThanOrEqual(before * 1000);
  expect(time).toBeLessThan((after + 1) * 1000);
});

test("goes forward, in steps smaller than a millisecond", () => {
  const times = Array.from({ length: 5000 }, now);
  for (let i = 1; i < times.length; i++) expect(times[i]! >= times[i - 1]!).toBe(true);
  expect(times.some((time) => time % 1000 !== 0)).toBe(true);
  const steps = times.slice(1).map((time, i) => time - times[i]!);
  expect(steps.some((step) => step > 0 && step < 1000)).toBe(true);
});

test("whether the clock is synchronized is known", () => {
  expect(typeof synchronized()).toBe("boolean");
});
