import { describe, expect, test } from "bun:test";
import type { ChangeEvent, Event } from "../../src/events/event.ts";
import { Pending } from "../../src/exec/pending.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import { addressEvent, addressesEvent, linkEvent, time } from "./fixtures/events.ts";

function pending(first: Event, ...rest: Event[]): Pending {
  const all = new Pending(first);
  for (const event of rest) all.add(event);
  return all;
}

const changes = (of: Pending) =>
  of.events.map(({ event, change: { changed } }) => (changed === undefined ? event : [event, changed]));

describe("links", () => {
  test("one event: itself", () => {
    const up = linkEvent("up", {}, { operstate: ["DOWN", "UP"] });
    expect(pending(up).event).toBe(up);
    expect(pending(up).events).toEqual([up]);
  });

  test("the newest event, with what has changed since before the first", () => {
    const all = pending(
      linkEvent("changed", { mtu: 9000, ifalias: "a" }, { mtu: [1500, 9000], ifalias: [null, "a"] }),
      linkEvent("down", { mtu: 1400, ifalias: "a" }, { operstate: ["UP", "DOWN"], mtu: [9000, 1400] }),
    );
    expect(all.count).toBe(2);
    expect(all.event.event).toBe("link.down");
    expect(changes(all)).toEqual([
      ["link.down", { mtu: [1500, 1400], ifalias: [null, "a"], operstate: ["UP", "DOWN"] }],
    ]);
  });

  test("what is again as it was has not changed; the newest event is told all the same", () => {
    const all = pending(
      linkEvent("down", { operstate: "DOWN" }, { operstate: ["UP", "DOWN"] }),
      linkEvent("up", { operstate: "UP" }, { operstate: ["DOWN", "UP"] }),
    );
    expect(all.event.event).toBe("link.up");
    expect(all.events).toEqual([]);
  });

  test("fields of nests", () => {
    const nest = (mode: number) => ({ linkinfo: { info_kind: "bond", info_data: { mode } } }) as object;
    const all = pending(
      linkEvent("changed", nest(1), { "linkinfo.info_data.mode": [0, 1] }),
      linkEvent("changed", nest(2), { "linkinfo.info_data.mode": [1, 2] }),
    );
    expect(changes(all)).toEqual([["link.changed", { "linkinfo.info_data.mode": [0, 2] }]]);
    const whole = pending(
      linkEvent("changed", nest(1), { linkinfo: [null, nest(1)] }),
      linkEvent("changed", nest(2), { "linkinfo.info_data.mode": [1, 2] }),
    );
    expect(changes(whole)).toEqual([
      ["link.changed", { linkinfo: [null, { info_kind: "bond", info_data: { mode: 2 } }] }],
    ]);
  });

  test("one that is new since the last run and changes is new; one that also goes was never there", () => {
    const changed = linkEvent("changed", { mtu: 9000 }, { mtu: [1500, 9000] });
    expect(changes(pending(linkEvent("added"), changed))).toEqual([["link.changed", { mtu: [1500, 9000] }]]);
    const gone = pending(linkEvent("added"), changed, linkEvent("removed"));
    expect(gone.events).toEqual([]);
    expect(gone.event.event).toBe("link.removed");
  });

  test("one that goes and comes back differs by what differs", () => {
    const all = pending(linkEvent("removed", { mtu: 1500 }), linkEvent("added", { mtu: 9000 }));
    expect(changes(all)).toEqual([["link.added", { mtu: [1500, 9000] }]]);
  });
});

describe("several objects", () => {
  test("one event each, the one that changed last comes last", () => {
    const wlan0 = new Dev(4, "wlan0");
    const all = pending(
      linkEvent("down", {}, { operstate: ["UP", "DOWN"] }),
      linkEvent("up", {}, { operstate: ["DOWN", "UP"] }, wlan0),
      addressEvent("added"),
      linkEvent("changed", { mtu: 9000, operstate: "DOWN" }, { mtu: [1500, 9000] }),
    );
    expect(all.events.map(({ event, change }) => `${event} ${change.dev!.ifname}`)).toEqual([
      "link.up wlan0",
      "address.added eth0",
      "link.changed eth0",
    ]);
  });

  test("addresses are told apart as the kernel does", () => {
    const all = pending(
      addressEvent("added", "192.0.2.1"),
      addressEvent("added", "192.0.2.1", { prefixlen: 25 }),
      addressEvent("removed", "192.0.2.1"),
    );
    expect(all.events).toHaveLength(1);
    expect(all.event.event).toBe("address.removed");
  });

  test("of several network namespaces", () => {
    const changed = (netns: string, mtu: number): ChangeEvent => ({
      ...linkEvent("changed", { mtu }, { mtu: [1500, mtu] }),
      netns,
    });
    const all = pending(changed("blue", 1400), changed("red", 1400), changed("blue", 1300));
    expect(all.events.map(({ netns, change }) => [netns, change.changed?.mtu])).toEqual([
      ["red", [1500, 1400]],
      ["blue", [1500, 1300]],
    ]);
  });

  test("what failed and what came after it", () => {
    const failed = pending(linkEvent("down", { operstate: "DOWN" }, { operstate: ["UP", "DOWN"] }));
    failed.absorb(
      pending(
        linkEvent("up", { operstate: "UP", mtu: 9000 }, { operstate: ["DOWN", "UP"], mtu: [1500, 9000] }),
      ),
    );
    expect(failed.count).toBe(2);
    expect(changes(failed)).toEqual([["link.up", { mtu: [1500, 9000] }]]);
  });

  test("more objects than fit: the newest, and a count", () => {
    const all = pending(addressEvent("added"));
    for (let i = 0; i < 5000; i++) all.add(addressEvent("added", `10.0.${i >> 8}.${i & 255}`));
    const told = JSON.parse(all.json()) as { events: unknown[]; omitted: number; coalesced: number };
    expect(told.events).toHaveLength(2048);
    expect(told.omitted).toBe(2953);
    expect(told.coalesced).toBe(5001);
  });
});

describe("sets of addresses", () => {
  test("added and removed since the last run", () => {
    const all = pending(
      addressesEvent(["a/24", "b/24"], ["b/24"]),
      addressesEvent(["b/24", "c/24"], ["c/24"], ["a/24"]),
      addressesEvent(["c/24"], [], ["b/24"]),
    );
    const { body } = (all.event as ChangeEvent).change;
    expect(body as unknown).toEqual({
      family: "inet",
      addresses: ["c/24"],
      before: ["a/24"],
      added: ["c/24"],
      removed: ["a/24"],
    });
  });

  test("a set for each family", () => {
    const all = pending(addressesEvent(["a/24"], ["a/24"]), addressesEvent(["b/64"], ["b/64"], [], "inet6"));
    expect(all.events).toHaveLength(2);
  });

  test("the set that it was", () => {
    const all = pending(addressesEvent(["a/24"], ["a/24"]), addressesEvent([], [], ["a/24"]));
    expect(all.events).toEqual([]);
    expect((all.event as ChangeEvent).change.body as unknown).toMatchObject({ removed: ["a/24"] });
  });
});

test("json: one line, the newest event and all that have changed", () => {
  const all = pending(addressEvent("added"), linkEvent("up", { ifalias: "a\n\u001b" }));
  const text = all.json();
  expect(text.indexOf("\n")).toBe(text.length - 1);
  const told = JSON.parse(text) as Record<string, unknown>;
  expect(told).toMatchObject({ event: "link.up", ifname: "eth0", coalesced: 2 });
  expect((told.events as { event: string }[]).map(({ event }) => event)).toEqual([
    "address.added",
    "link.up",
  ]);
});

test("nlmon's own events", () => {
  const ready: Event = { time, seq: 1, origin: "snapshot", event: "monitor.ready" };
  expect(JSON.parse(pending(ready).json())).toMatchObject({
    event: "monitor.ready",
    coalesced: 1,
    events: [],
  });
});
