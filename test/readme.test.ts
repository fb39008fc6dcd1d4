import { expect, test } from "bun:test";
import { normal, OUTPUTS, shown } from "./readme.ts";

test.each(Object.keys(OUTPUTS))("README shows what nlmon prints: %s", async (name) => {
  expect(normal(shown(name) ?? "nothing")).toBe(normal(await OUTPUTS[name]!()));
});
