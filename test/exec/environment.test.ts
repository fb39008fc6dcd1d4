import { expect, test } from "bun:test";
import type { Event } from "../../src/events/event.ts";
import { environment } from "../../src/exec/environment.ts";
import { Pending } from "../../src/exec/pending.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import { addressEvent, addressesEvent, linkEvent, time } from "./fixtures/events.ts";

const of = (event: Event, rule: Record<string, string> = {}, own: Record<string, string> = {}) =>
  environment(own, rule, new Pending(event));

test("a link", () => {
  const event = linkEvent(
    "changed",
    { flags: ["UP"], operstate: "UP", address: "02:00:00:00:00:01", mtu: 9000 },
    { mtu: [1500, 9000], flags: [[], ["UP", "LOWER_UP"]], "linkinfo.info_data.mode": ["a b", null] },
  );
  expect(of(event)).toEqual({
    NLMON_EVENT: "link.changed",
    NLMON_TIME: "2026-11-22T03:57:01.828737Z",
    NLMON_SEQ: String(event.seq),
    NLMON_ORIGIN: "kernel",
    NLMON_COALESCED: "1",
    NLMON_INTERFACES: "eth0",
    NLMON_IFINDEX: "3",
    NLMON_IFNAME: "eth0",
    NLMON_STATE: "up",
    NLMON_MAC: "02:00:00:00:00:01",
    NLMON_MTU: "9000",
    NLMON_CHANGED: "mtu flags linkinfo.info_data.mode",
    NLMON_OLD_MTU: "1500",
    NLMON_NEW_MTU: "9000",
    NLMON_NEW_FLAGS: "UP LOWER_UP",
    NLMON_OLD_LINKINFO_INFO_DATA_MODE: "a b",
  });
});

test("an address, a set of addresses, an event of nlmon's own", () => {
  expect(of(addressEvent("added"))).toMatchObject({
    NLMON_FAMILY: "inet",
    NLMON_ADDRESS: "192.0.2.1",
    NLMON_PREFIXLEN: "24",
    NLMON_SCOPE: "global",
    NLMON_USABLE: "true",
  });
  expect(of(addressesEvent(["a/24", "b/24"], ["b/24"], ["c/24"]))).toMatchObject({
    NLMON_FAMILY: "inet",
    NLMON_ADDRESSES: "a/24 b/24",
    NLMON_ADDED: "b/24",
    NLMON_REMOVED: "c/24",
  });
  const ready = of({ time, seq: 1, origin: "snapshot", event: "monitor.ready" });
  expect(ready.NLMON_EVENT).toBe("monitor.ready");
  expect(ready.NLMON_IFNAME).toBeUndefined();
});

test("another network namespace", () => {
  expect(of({ ...addressEvent("added"), netns: "blue" })).toMatchObject({ NLMON_NETNS: "blue" });
  expect(of({ ...addressEvent("added"), nsid: 7 })).toMatchObject({ NLMON_NSID: "7" });
});

test("nlmon's own environment, and what the rule adds or removes", () => {
  const env = of(addressEvent("added"), { A: "1", B: "" }, { A: "0", B: "0", C: "0", NLMON_OLD_MTU: "1" });
  expect(env).toMatchObject({ A: "1", C: "0" });
  expect(Object.keys(env)).not.toContain("B");
  expect(Object.keys(env)).not.toContain("NLMON_OLD_MTU");
});

test("what systemd gave to nlmon is for nlmon", () => {
  const own = { NOTIFY_SOCKET: "/run/x", WATCHDOG_PID: "1", WATCHDOG_USEC: "1", INVOCATION_ID: "x" };
  const env = of(addressEvent("added"), {}, own);
  expect(Object.keys(env).filter((name) => name in own)).toEqual(["INVOCATION_ID"]);
});

test("control characters, NUL and lone surrogates are shown, not passed on", () => {
  const dev = new Dev(9, "a\u001b[31m\u202e");
  const env = of(linkEvent("changed", {}, { ifalias: ["x\0y", "a\n'\"$(touch x)\ud800"] }, dev));
  expect(env.NLMON_IFNAME).toBe("a\\x1b[31m\\u202e");
  expect(env.NLMON_OLD_IFALIAS).toBe("x\\x00y");
  expect(env.NLMON_NEW_IFALIAS).toBe("a\\x0a'\"$(touch x)\\ud800");
  for (const value of Object.values(env)) expect(value).not.toMatch(/[\0-\x1f\x7f]/);
});

test("nests and devices", () => {
  const env = of(
    linkEvent("changed", {}, { master: [null, new Dev(7, "br0")], nest: [{ a: 1 }, [{ b: 2 }]] }),
  );
  expect(env.NLMON_NEW_MASTER).toBe("br0");
  expect(env.NLMON_OLD_NEST).toBe('{"a":1}');
  expect(env.NLMON_NEW_NEST).toBe('{"b":2}');
});

test("what execve would refuse is left out, and said so", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `10.0.${i >> 8}.${i & 255}/24`);
  const env = of(addressesEvent(many, many));
  expect(env.NLMON_OMITTED).toBe("ADDRESSES ADDED");
  expect(env.NLMON_ADDRESSES).toBeUndefined();
  expect(env.NLMON_FAMILY).toBe("inet");
});
