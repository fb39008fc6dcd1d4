import { expect, test } from "bun:test";
import { ranges } from "../../../src/output/show/ranges.ts";
import { Dev } from "../../../src/rtnetlink/dev.ts";

const v0 = new Dev(3, "v0");
const v1 = new Dev(4, "v1");

const of = (dev: Dev, ...bodies: { vlan: number; flags?: string[] }[]) =>
  bodies.map((body) => ({ dev, body, key: `${dev.ifindex} ${body.vlan}` }));

test("neighbours that are alike are one; each device for itself", () => {
  expect(ranges([...of(v0, { vlan: 1 }, { vlan: 2 }, { vlan: 3 }), ...of(v1, { vlan: 4 })], "vlan")).toEqual([
    [v0, [{ vlan: 1, vlanEnd: 3 }]],
    [v1, [{ vlan: 4 }]],
  ]);
});

test("a gap, another field, and those that stand alone end a range", () => {
  const pvid = { vlan: 7, flags: ["PVID"] };
  const bodies = [
    { vlan: 1 },
    { vlan: 2 },
    { vlan: 4 },
    { vlan: 5, flags: ["Egress Untagged"] },
    { vlan: 6, flags: ["Egress Untagged"] },
    pvid,
    { vlan: 8, flags: ["PVID"] },
  ];
  expect(ranges(of(v0, ...bodies), "vlan", ({ flags }) => flags?.includes("PVID") === true)).toEqual([
    [
      v0,
      [
        { vlan: 1, vlanEnd: 2 },
        { vlan: 4 },
        { vlan: 5, vlanEnd: 6, flags: ["Egress Untagged"] },
        pvid,
        { vlan: 8, flags: ["PVID"] },
      ],
    ],
  ]);
});

test("the end comes right after the beginning, as bridge writes it", () => {
  const [[, [range]]] = ranges(of(v0, { vlan: 1, flags: [] }, { vlan: 2, flags: [] }), "vlan") as [
    [Dev, [object]],
  ];
  expect(Object.keys(range)).toEqual(["vlan", "vlanEnd", "flags"]);
});
