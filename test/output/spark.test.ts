import { expect, test } from "bun:test";
import { glyphs, sparkline } from "../../src/output/spark.ts";

const unicode = glyphs({ LANG: "C.UTF-8" });

test("a bar is one higher when the number doubles, and no higher than the highest", () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 8, 9, 16, 17, 32, 33, 64, 65, 1e6], unicode)).toBe(" ▁▂▃▃▄▄▅▅▆▆▇▇██");
  expect(sparkline([], unicode)).toBe("");
});

test.each([
  [{}, "."],
  [{ LANG: "C" }, "."],
  [{ LANG: "de_DE.utf8" }, "▁"],
  [{ LC_ALL: "C", LANG: "C.UTF-8" }, "."],
  [{ LC_ALL: "", LC_CTYPE: "en_US.UTF-8", LANG: "C" }, "▁"],
])("%j has bars of %s", (env, bar) => {
  expect(sparkline([1], glyphs(env))).toBe(bar);
});
