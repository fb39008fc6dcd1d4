import { expect, test } from "bun:test";
import { PTR } from "../../src/ddns/codes.ts";
import { plan, planText, type Records } from "../../src/ddns/plan.ts";
import { updateScript } from "../../src/ddns/script.ts";
import { StateFile } from "../../src/ddns/state-file.ts";
import { setName } from "../../src/ddns/update.ts";

const RECORDS: Records = {
  names: ["a.example.com.", "b.example.com."],
  ttl: 300,
  ptr: false,
  onLoss: "keep",
};
const addresses = (inet: readonly string[], inet6?: readonly string[]) =>
  new Map([["inet", inet] as const, ...(inet6 === undefined ? [] : [["inet6", inet6] as const])]);

const shown = (records: Records, of: ReturnType<typeof addresses>, state = new StateFile(undefined)) =>
  plan(records, of, state).map(
    ({ set, onlyLast }) => `${setName(set)} ${set.data.join(" ")}${onlyLast ? "?" : ""}`,
  );

test("each name has the addresses of each family", () => {
  expect(shown(RECORDS, addresses(["192.0.2.1"], ["2001:db8::1", "2001:db8::2"]))).toEqual([
    "a.example.com A 192.0.2.1",
    "b.example.com A 192.0.2.1",
    "a.example.com AAAA 2001:db8::1 2001:db8::2",
    "b.example.com AAAA 2001:db8::1 2001:db8::2",
  ]);
});

test("without an address the record stays, or goes", () => {
  expect(shown(RECORDS, addresses([], ["2001:db8::1"]))).toHaveLength(2);
  expect(shown({ ...RECORDS, onLoss: "delete" }, addresses([]))).toEqual([
    "a.example.com A ",
    "b.example.com A ",
  ]);
});

test("PTR records: to the first name; those of addresses that are gone go, if they are still ours", () => {
  const state = new StateFile(undefined);
  const entry = (data: string) => ({ zone: "z.", data: [data], ttl: 300, server: "s", verified: "" });
  state.set({ name: "1.2.0.192.in-addr.arpa.", type: PTR }, entry("a.example.com."));
  state.set({ name: "9.2.0.192.in-addr.arpa.", type: PTR }, entry("a.example.com."));
  state.set({ name: "8.2.0.192.in-addr.arpa.", type: PTR }, entry("other.example.com."));
  state.set({ name: "1.ip6.arpa.", type: PTR }, entry("a.example.com."));
  const records = { ...RECORDS, ptr: true };
  expect(shown(records, addresses(["192.0.2.1"]), state).slice(2)).toEqual([
    "1.2.0.192.in-addr.arpa PTR a.example.com.",
    "9.2.0.192.in-addr.arpa PTR ?",
  ]);
  expect(shown(records, addresses([]), state)).toEqual([]);
  expect(shown({ ...records, onLoss: "delete" }, addresses([]), state).slice(2)).toEqual([
    "1.2.0.192.in-addr.arpa PTR ?",
    "9.2.0.192.in-addr.arpa PTR ?",
  ]);
});

test("the order of addresses makes no other plan", () => {
  const text = (...data: string[]) => planText(plan(RECORDS, addresses(data), new StateFile(undefined)));
  expect(text("192.0.2.1", "192.0.2.2")).toBe(text("192.0.2.2", "192.0.2.1"));
  expect(text("192.0.2.1")).not.toBe(text("192.0.2.2"));
});

test("the same in the words of nsupdate", () => {
  const [{ set }] = plan(RECORDS, addresses(["192.0.2.1"]), new StateFile(undefined)) as [
    ReturnType<typeof plan>[0],
  ];
  expect(updateScript({ server: undefined, zone: undefined, set, expected: undefined })).toBe(
    "prereq nxrrset a.example.com CNAME\nupdate delete a.example.com A\nupdate add a.example.com 300 A 192.0.2.1\nsend\n",
  );
  expect(
    updateScript({
      server: { host: "ns", port: 54 },
      zone: "example.com.",
      set: { ...set, data: [] },
      expected: [],
    }),
  ).toBe(
    "server ns 54\nzone example.com\nprereq nxrrset a.example.com CNAME\nprereq nxrrset a.example.com A\nupdate delete a.example.com A\nsend\n",
  );
});
