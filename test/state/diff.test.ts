import { describe, expect, test } from "bun:test";
import { volatileKeys } from "../../src/netlink/table.ts";
import { u64 } from "../../src/netlink/types.ts";
import { address } from "../../src/rtnetlink/address.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import { ifla } from "../../src/rtnetlink/link.ts";
import { kinds, portKinds } from "../../src/rtnetlink/link-kinds/index.ts";
import { diff, same, ticked } from "../../src/state/diff.ts";

// A table says what ticks when it is loaded, and it is loaded when it is asked for.
const TABLES = [ifla, ...Object.values({ ...kinds, ...portKinds })];
const TICKING = address.ticking!;

describe("diff", () => {
  test("equal bodies have none", () => {
    const body = { mtu: 1500, flags: ["UP"], linkinfo: { info_kind: "veth" } };
    expect(diff(body, body)).toBeUndefined();
    expect(diff(body, { linkinfo: { info_kind: "veth" }, flags: ["UP"], mtu: 1500 })).toBeUndefined();
    expect(diff({}, {})).toBeUndefined();
  });

  test("every field that differs, with what it was and is", () => {
    expect(
      diff({ mtu: 1500, qdisc: "noop", txqlen: 1000 }, { mtu: 9000, qdisc: "noqueue", txqlen: 1000 }),
    ).toEqual({
      mtu: [1500, 9000],
      qdisc: ["noop", "noqueue"],
    });
  });

  test("null stands for a field that is not there", () => {
    expect(diff({}, { ifalias: "uplink" })).toEqual({ ifalias: [null, "uplink"] });
    expect(diff({ ifalias: "uplink" }, {})).toEqual({ ifalias: ["uplink", null] });
    expect(diff({ link: null }, {})).toBeUndefined();
    expect(diff({}, { link: undefined })).toBeUndefined();
  });

  test("false, 0 and an empty text are values", () => {
    expect(diff({}, { carrier: false, promiscuity: 0, ifalias: "" })).toEqual({
      carrier: [null, false],
      promiscuity: [null, 0],
      ifalias: [null, ""],
    });
  });

  test("a field of a nest by its path", () => {
    const body = (cost: number, state: string) => ({
      ifname: "v1",
      linkinfo: { info_kind: "veth", info_slave_data: { cost, state, id: "0x8001" } },
    });
    expect(diff(body(2, "learning"), body(7, "forwarding"))).toEqual({
      "linkinfo.info_slave_data.cost": [2, 7],
      "linkinfo.info_slave_data.state": ["learning", "forwarding"],
    });
  });

  test("a nest that comes or goes is one field", () => {
    const slave = { info_slave_kind: "bridge", info_slave_data: { cost: 2 } };
    expect(diff({ linkinfo: { info_kind: "veth" } }, { linkinfo: { info_kind: "veth", ...slave } })).toEqual({
      "linkinfo.info_slave_kind": [null, "bridge"],
      "linkinfo.info_slave_data": [null, { cost: 2 }],
    });
    expect(diff({ linkinfo: slave }, {})).toEqual({ linkinfo: [slave, null] });
  });

  test("an array is one field, by its content and order", () => {
    expect(diff({ flags: ["UP", "LOWER_UP"] }, { flags: ["UP", "LOWER_UP"] })).toBeUndefined();
    expect(diff({ flags: ["UP"] }, { flags: ["UP", "LOWER_UP"] })).toEqual({
      flags: [["UP"], ["UP", "LOWER_UP"]],
    });
    expect(diff({ altnames: ["a", "b"] }, { altnames: ["b", "a"] })).toEqual({
      altnames: [
        ["a", "b"],
        ["b", "a"],
      ],
    });
    expect(diff({ qos: [{ from: 1, to: 2 }] }, { qos: [{ from: 1, to: 2 }] })).toBeUndefined();
    expect(diff({ qos: [{ from: 1, to: 2 }] }, { qos: [{ from: 1, to: 3 }] })).toEqual({
      qos: [[{ from: 1, to: 2 }], [{ from: 1, to: 3 }]],
    });
  });

  test("a device is the same while it is the same Dev, whatever its name", () => {
    const bridge = new Dev(4, "br0");
    const before = { master: bridge };
    bridge.ifname = "lan";
    expect(diff(before, { master: bridge })).toBeUndefined();
  });

  test("another Dev is another device, also under the same name and index", () => {
    const one = new Dev(4, "br0");
    const other = new Dev(4, "br0");
    expect(diff({ master: one }, { master: other })).toEqual({ master: [one, other] });
    expect(diff({ master: one }, {})).toEqual({ master: [one, null] });
    expect(diff({ link: null }, { link: one })).toEqual({ link: [null, one] });
  });

  test("a number beyond 2^53 is one field", () => {
    const changed = diff({ interval: read(2n ** 60n) }, { interval: read(2n ** 61n) });
    expect(JSON.stringify(changed)).toBe('{"interval":[1152921504606846976,2305843009213693952]}');
  });

  test("what ticks by itself is no difference, at the top and in a nest", () => {
    expect(
      diff(
        { valid_life_time: 100, preferred_life_time: 50 },
        { valid_life_time: 99, preferred_life_time: 49 },
        TICKING,
      ),
    ).toBeUndefined();
    expect(diff({ event: "NOTIFY PEERS" }, {}, volatileKeys)).toBeUndefined();
    const bridge = (gc_timer: number, fdb_n_learned: number, forward_delay: number) => ({
      linkinfo: { info_data: { gc_timer, fdb_n_learned, forward_delay } },
    });
    expect(diff(bridge(1, 2, 1500), bridge(2, 3, 1500), volatileKeys)).toBeUndefined();
    expect(diff(bridge(1, 2, 1500), bridge(2, 3, 200), volatileKeys)).toEqual({
      "linkinfo.info_data.forward_delay": [1500, 200],
    });
  });

  test("lifetimes and timers are the ones that tick", () => {
    expect(TABLES.length).toBeGreaterThan(30);
    for (const key of [
      "event",
      "hello_timer",
      "tcn_timer",
      "topology_change_timer",
      "gc_timer",
      "fdb_n_learned",
      "hold_timer",
      "message_age_timer",
      "forward_delay_timer",
    ])
      expect([key, volatileKeys.has(key)]).toEqual([key, true]);
    for (const key of ["mtu", "flags", "operstate", "address", "forward_delay", "usable"])
      expect([key, volatileKeys.has(key)]).toEqual([key, false]);
  });
});

/** A number as the u64 reader gives it. */
function read(value: bigint): unknown {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, value, true);
  return u64.read(view, 0, 8, undefined as never);
}

describe("same", () => {
  test("values, null and undefined", () => {
    expect([same(1, 1), same("a", "a"), same(null, undefined), same(undefined, undefined)]).toEqual(
      Array(4).fill(true),
    );
    expect([same(1, 2), same(1, "1"), same(0, null), same("", undefined), same([], null)]).toEqual(
      Array(5).fill(false),
    );
  });

  test("an array is no object with the same keys, and a Dev is no object", () => {
    expect(same(["a"], { 0: "a" })).toBe(false);
    expect(same(new Dev(1, "lo"), {})).toBe(false);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  });

  test("numbers beyond 2^53 by their digits", () => {
    expect(same(read(2n ** 60n), read(2n ** 60n))).toBe(true);
    expect(same(read(2n ** 60n), read(2n ** 60n + 1n))).toBe(false);
  });
});

test("ticked tells that only the time went on", () => {
  expect(ticked({ valid_life_time: 100 }, { valid_life_time: 99 }, TICKING)).toBe(true);
  expect(ticked({ valid_life_time: 100, mtu: 1 }, { valid_life_time: 100, mtu: 2 }, TICKING)).toBe(false);
  expect(ticked({}, { valid_life_time: 100 }, TICKING)).toBe(true);
});
