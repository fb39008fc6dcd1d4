import { expect, test } from "bun:test";
import { BUCKETS, History, untilNextBucket } from "../../../src/cli/top/history.ts";

test("counts by five seconds, the oldest first", () => {
  const history = new History();
  for (const at of [1000, 4999, 5000, 12_000]) history.add(at);
  expect(history.latest(4, 12_000)).toEqual([0, 2, 1, 1]);
  expect(history.latest(4, 15_000)).toEqual([2, 1, 1, 0]);
});

test("a minute has twelve of them", () => {
  const history = new History();
  history.add(1000);
  history.add(30_000);
  expect(history.perMinute(59_999)).toBe(2);
  expect(history.perMinute(60_000)).toBe(1);
  expect(history.perMinute(90_000)).toBe(0);
});

test("what is older than all of them is forgotten, however long nobody asked", () => {
  const history = new History();
  expect(history.isEmpty(0)).toBe(true);
  history.add(0);
  expect(history.latest(BUCKETS, 299_999)[0]).toBe(1);
  expect(history.isEmpty(299_999)).toBe(false);
  expect(history.isEmpty(300_000)).toBe(true);
  history.add(1e9);
  expect(history.latest(BUCKETS, 1e9).reduce((sum, count) => sum + count)).toBe(1);
});

test("all of them move on at the same time", () => {
  expect(untilNextBucket(12_000)).toBe(3000);
  expect(untilNextBucket(15_000)).toBe(5000);
});
