import { expect, test } from "bun:test";
import { describeChanged } from "../../src/output/changed-text.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";

/** A number beyond 2^53, as the reader of 64-bit attributes gives it. */
const exact = (digits: string): unknown =>
  (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);

test("nothing", () => {
  expect(describeChanged(undefined)).toEqual([]);
  expect(describeChanged({})).toEqual([]);
});

test.each([
  ["mtu", 1500, 9000, "mtu 1500 -> 9000"],
  ["qdisc", "noop", "noqueue", "qdisc noop -> noqueue"],
  ["ifalias", null, "uplink", "ifalias none -> uplink"],
  ["ifalias", "uplink", null, "ifalias uplink -> none"],
  ["promiscuity", 0, 1, "promiscuity 0 -> 1"],
  ["usable", false, true, "usable false -> true"],
  ["usable", true, false, "usable true -> false"],
  ["proto_down", null, true, "now proto_down"],
  ["proto_down", true, null, "no longer proto_down"],
  ["deprecated", null, false, "deprecated none -> false"],
  ["master", null, new Dev(3, "br0"), "master none -> br0"],
  ["master", new Dev(3, "br0"), new Dev(4, "br1"), "master br0 -> br1"],
  ["linkinfo.info_slave_data.state", "blocking", "forwarding", "state blocking -> forwarding"],
  ["altnames", ["a"], ["a", "b"], "altnames a -> a,b"],
] as const)("%s: %j -> %j", (path, before, after, text) => {
  expect(describeChanged({ [path]: [before, after] })).toEqual([text]);
});

test("numbers beyond 2^53 keep all their digits", () => {
  expect(describeChanged({ max: [exact("9007199254740993"), exact("18446744073709551615")] })).toEqual([
    "max 9007199254740993 -> 18446744073709551615",
  ]);
});

test("flags are told by what was set and what was cleared", () => {
  expect(
    describeChanged({
      flags: [
        ["UP", "NO-CARRIER", "BROADCAST"],
        ["BROADCAST", "UP", "LOWER_UP"],
      ],
    }),
  ).toEqual(["flags +LOWER_UP -NO-CARRIER"]);
  expect(describeChanged({ flags: [null, ["UP"]] })).toEqual(["flags +UP"]);
  expect(describeChanged({ flags: [["UP"], null] })).toEqual(["flags -UP"]);
});

test("nests that came or went whole are left to the field that brought them", () => {
  expect(
    describeChanged({
      "linkinfo.info_slave_data": [null, { state: "forwarding" }],
      "linkinfo.info_data": [{ id: 1 }, null],
      "linkinfo.info_slave_kind": [null, "bridge"],
    }),
  ).toEqual(["info_slave_kind none -> bridge"]);
});

test("in the order given, without those that are told otherwise", () => {
  const changed = { mtu: [1, 2], operstate: ["DOWN", "UP"], txqlen: [3, 4] } as Record<
    string,
    [unknown, unknown]
  >;
  expect(describeChanged(changed)).toEqual(["mtu 1 -> 2", "operstate DOWN -> UP", "txqlen 3 -> 4"]);
  expect(describeChanged(changed, ["operstate", "nosuch"])).toEqual(["mtu 1 -> 2", "txqlen 3 -> 4"]);
});
