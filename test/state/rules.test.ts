import { expect, test } from "bun:test";
import type { Reading } from "../../src/rtnetlink/object.ts";
import { Rules } from "../../src/state/rules.ts";
import { type Json, Namespace } from "../e2e/namespace.ts";

const rule = (priority: number): Reading => ({
  dev: undefined,
  body: { family: "inet", priority, src: "all", table: "main" },
  key: `rule ${priority}`,
});

const count = (rules: Rules): number => [...rules.values()].length;

test("two that are the same are two, when they were read", () => {
  const rules = new Rules();
  for (const reading of [rule(1), rule(1), rule(2)]) rules.set(reading, 0, "snapshot");
  expect(count(rules)).toBe(3);
  expect(rules.delete(rule(1), "kernel")?.verb).toBe("removed");
  expect(count(rules)).toBe(2);
  expect(rules.delete(rule(1), "kernel")?.verb).toBe("removed");
  expect(rules.delete(rule(1), "kernel")).toBeUndefined();
  expect(count(rules)).toBe(1);
});

test("a second one that is told of is counted when the rules have been read again", () => {
  const rules = new Rules();
  rules.set(rule(1), 0, "kernel");
  expect(rules.set(rule(1), 0, "kernel")?.verb).toBe("unchanged");
  const dump = [rule(1), rule(1)];
  expect([...rules.removals(dump, "inferred")]).toEqual([]);
  expect(dump.map((reading) => rules.set(reading, 0, "inferred")?.verb)).toEqual(["unchanged", "added"]);
  expect([...rules.removals([rule(1)], "resync")]).toMatchObject([{ verb: "removed" }]);
  expect(count(rules)).toBe(1);
});

const SECOND = `${import.meta.dir}/fixtures/second-rule.ts`;

test("the kernel takes the same rule twice, and so does nlmon", async () => {
  await using ns = await Namespace.create();
  await ns.ip("rule add from all table main pref 7");
  await using monitor = await ns.nlmon("-f", "json", "-s", "-o", "rule").ready();
  const told = (verb: string): Json[] =>
    monitor.events.filter(({ event, rule }) => event === `rule.${verb}` && (rule as Json).priority === 7);
  expect(told("exists")).toHaveLength(1);
  await ns.run(process.execPath, SECOND);
  await monitor.until(() => told("added").length === 1, "the second rule");
  expect((await ns.json("rule show")).filter(({ priority }) => priority === 7)).toHaveLength(2);
  for (const left of [1, 2]) {
    await ns.ip("rule del pref 7");
    await monitor.until(() => told("removed").length === left, "a rule less");
  }
});
