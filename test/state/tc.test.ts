/** What the stores of traffic control leave out, and what one message takes with it. */
import { expect, test } from "bun:test";
import { Devs } from "../../src/rtnetlink/dev.ts";
import type { Reading } from "../../src/rtnetlink/object.ts";
import { storeOf } from "../../src/state/stores.ts";

const dev = new Devs().name(3, "v0");
const reading = (key: string, body: object): Reading => ({ dev, key, body: { dev, ...body } });

test("flows are no classes", () => {
  const store = storeOf("class");
  expect(store.set(reading("3 1", { class: "fq_codel", handle: "1:3ab" }), 0, "kernel")).toBeUndefined();
  expect(store.set(reading("3 2", { class: "htb", handle: "1:10" }), 0, "kernel")?.verb).toBe("added");
  expect([...store.values()].length).toBe(1);
});

test("that there are filters is no filter, nor is the table where u32 begins", () => {
  const store = storeOf("filter");
  for (const [key, body] of [
    ["3 1 0 5 800 0", { kind: "u32", pref: 5 }],
    ["3 1 0 5 800 2147483648", { kind: "u32", pref: 5, options: { fh: "800:", ht_divisor: 1 } }],
  ] as const)
    expect(store.set(reading(key, body), 0, "kernel")).toBeUndefined();
  // A table that somebody made.
  const made = reading("3 1 0 5 800 1048576", { kind: "u32", options: { fh: "1:", ht_divisor: 1 } });
  expect(store.set(made, 0, "kernel")?.verb).toBe("added");
});

test("a message without a handle is about all filters of the preference", () => {
  const store = storeOf("filter");
  for (const key of ["3 1 0 5 800 1", "3 1 0 5 800 2", "3 1 0 55 800 1", "3 1 2 5 800 1"])
    store.set(reading(key, { kind: "matchall", options: { handle: 1 } }), 0, "kernel");
  const all = reading("3 1 0 5 800 0", { kind: "matchall" });
  expect(store.delete(all, "kernel")).toBeUndefined();
  expect([...store.covered!(all, "kernel")].map(({ verb }) => verb)).toEqual(["removed", "removed"]);
  expect([...store.values()].map(({ key }) => key)).toEqual(["3 1 0 55 800 1", "3 1 2 5 800 1"]);
  // One that has a handle is about itself.
  const one = reading("3 1 0 55 800 1", {});
  expect(store.delete(one, "kernel")?.verb).toBe("removed");
  expect([...store.covered!(one, "kernel")]).toEqual([]);
});

test("a flush takes the actions of a kind that no filter uses", () => {
  const store = storeOf("action");
  for (const [key, bind] of [
    ["gact 1", 0],
    ["gact 2", 1],
    ["mirred 1", 0],
  ] as const)
    store.set(reading(key, { kind: key.split(" ")[0], bind }), 0, "kernel");
  const flush = reading("gact ", { kind: "gact" });
  expect(store.delete(flush, "kernel")).toBeUndefined();
  expect([...store.covered!(flush, "kernel")].length).toBe(1);
  expect([...store.values()].map(({ key }) => key)).toEqual(["gact 2", "mirred 1"]);
});

test("who uses an action, and what is known of hardware only once asked, is no change", () => {
  const store = storeOf("filter");
  const body = (bind: number, more: object = {}) => ({
    kind: "matchall",
    options: { handle: 1, actions: [{ order: 1, kind: "gact", index: 1, bind, ...more }] },
  });
  store.set(reading("3 1 0 5 800 1", body(1)), 0, "kernel");
  const again = store.set(reading("3 1 0 5 800 1", body(2, { used_hw_stats: ["disabled"] })), 0, "kernel");
  expect(again?.verb).toBe("unchanged");
  const other = store.set(reading("3 1 0 5 800 1", body(2, { index: 2 })), 0, "kernel");
  expect(Object.keys(other?.changed ?? {})).toEqual(["options.actions"]);
});
