import { expect, test } from "bun:test";
import { GAP, layout, type Widths } from "../../../src/cli/top/layout.ts";

const WANTED = { netns: 0, name: 5, state: 10, addresses: 60, change: 40 };

const total = (widths: Widths): number =>
  Object.values(widths).reduce((sum, width) => sum + (width > 0 ? width + GAP : 0), -GAP);

test("no more cells than there are, whatever is wanted", () => {
  for (let columns = 20; columns < 300; columns++)
    for (const addresses of [9, 30, 72])
      for (const change of [11, 72])
        for (const netns of [0, 12]) {
          const widths = layout(columns, { ...WANTED, netns, addresses, change });
          if (columns >= netns + 20) expect(total(widths)).toBeLessThanOrEqual(columns);
          expect(Object.values(widths).every((width) => width >= 0)).toBe(true);
        }
});

test("the narrower, the fewer columns", () => {
  const shown = (columns: number) =>
    Object.entries(layout(columns, WANTED))
      .filter(([, width]) => width > 0)
      .map(([name]) => name);
  expect(shown(20)).toEqual(["name", "state"]);
  expect(shown(40)).toEqual(["name", "state", "change", "ago"]);
  expect(shown(80)).toEqual(["name", "state", "addresses", "change", "ago", "rate"]);
  expect(shown(100)).toEqual(["name", "state", "addresses", "change", "ago", "rate", "spark"]);
});

test("what the texts do not need goes to the bars, by whole minutes", () => {
  const short = { ...WANTED, addresses: 20, change: 20 };
  expect(layout(100, short)).toMatchObject({ addresses: 20, change: 20, spark: 24 });
  expect(layout(140, short).spark).toBe(60);
  expect(layout(300, short).spark).toBe(60);
});
