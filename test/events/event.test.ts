import { expect, test } from "bun:test";
import { EVENTS, eventName, isHidden } from "../../src/events/event.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";

test("every name is there once, and the hidden ones are among them", () => {
  expect(new Set(EVENTS).size).toBe(EVENTS.length);
  expect(EVENTS.filter(isHidden)).toEqual(EVENTS.filter((name) => /\.(unchanged|refreshed)$/.test(name)));
  expect(EVENTS.filter(isHidden)).toContain("address.refreshed");
});

test("eventName is object and verb", () => {
  const common = { dev: new Dev(1, "lo"), origin: "kernel" } as const;
  const link = { ifindex: 1, ifname: "lo", flags: [], link_type: "loopback" };
  const address = { prefixlen: 8, scope: "host", usable: true };
  const set = { family: "inet", addresses: [], before: [], added: [], removed: [] };
  expect([
    eventName({ ...common, object: "link", verb: "up", body: link }),
    eventName({ ...common, object: "link", verb: "exists", body: link }),
    eventName({ ...common, object: "address", verb: "removed", body: address }),
    eventName({ ...common, object: "addresses", verb: "changed", scopes: new Map(), body: set }),
  ]).toEqual(["link.up", "link.exists", "address.removed", "addresses.changed"]);
});
