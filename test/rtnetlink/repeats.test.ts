/** Links are read with the help of what was read before: they say what they say when each is the first. */
import { expect, test } from "bun:test";
import { Devs } from "../../src/rtnetlink/dev.ts";
import type { Link } from "../../src/rtnetlink/link.ts";
import type { RtContext } from "../../src/rtnetlink/types.ts";
import { corpus, decodeBytes, everything, random, wire } from "./corpus.ts";

const NLMSG_HDRLEN = 16;
const MUTANTS = 10;

/** All that a message says, in its order, and what is odd about it. */
function said(bytes: Uint8Array, cx: RtContext): string {
  const decoded = decodeBytes(bytes, cx);
  return JSON.stringify([decoded, cx.problems, cx.unknown]);
}

test.skipIf(corpus === undefined)("links of the corpus, changed here and there", () => {
  const next = random(1);
  const links = corpus!.filter(({ type }) => type === "RTM_NEWLINK" || type === "RTM_DELLINK");
  for (const all of [true, false]) {
    const context = (): RtContext => Object.assign(everything(), { all, keepUnknown: all });
    const cx = context();
    const mutants = links.flatMap(({ bytes }) => mutantsOf(bytes, next));
    const together = mutants.map((bytes) => said(bytes, cx));
    for (const [i, bytes] of mutants.entries()) expect(together[i]).toBe(said(bytes, context()));
  }
});

test.skipIf(corpus === undefined)(
  "who is given something keeps it: what is read later does not change it",
  () => {
    const cx = everything();
    const next = random(2);
    const given = corpus!
      .filter(({ type }) => type === "RTM_NEWLINK" || type === "RTM_NEWROUTE" || type === "RTM_NEWADDR")
      .flatMap(({ bytes }) => mutantsOf(bytes, next))
      .map((bytes) => decodeBytes(bytes, cx))
      .map((decoded) => ({ decoded, before: JSON.stringify(decoded) }));
    for (const { decoded, before } of given) expect(JSON.stringify(decoded)).toBe(before);
  },
);

/** The bytes as they are, and with ever more of them changed. */
const mutantsOf = (bytes: Uint8Array, next: () => number): Uint8Array[] =>
  Array.from({ length: MUTANTS }, (_, mutant) => {
    const changed = bytes.slice();
    for (let i = 0; i < mutant && bytes.length > NLMSG_HDRLEN; i++)
      changed[NLMSG_HDRLEN + (next() % (bytes.length - NLMSG_HDRLEN))] = next();
    return changed;
  });

/** veth v0 with index 4 and a flag word; its peer is index 9, its master 7, its operstate as given. */
const veth = (flags: string, operstate: string): Uint8Array =>
  wire(`
    50000000 1000 0000 00000000 00000000
    00 00 0100 04000000 ${flags} 00000000
    0700 0300 763000 00
    0800 0500 09000000
    0800 0a00 07000000
    0500 1000 ${operstate} 000000
    0800 6300 01020304
    0800 0400 dc050000`);

const read = (bytes: Uint8Array, cx: RtContext): Link => decodeBytes(bytes, cx)!.readings[0]!.body as Link;

test("what differs is read, what does not is as before", () => {
  const cx = everything();
  const down = read(veth("02100000", "02"), cx);
  const up = read(veth("43100100", "06"), cx);
  expect(down.operstate).toBe("DOWN");
  expect(up).toMatchObject({ ifname: "v0", mtu: 1500, operstate: "UP" });
  expect(up.flags).toEqual(["BROADCAST", "MULTICAST", "UP", "LOWER_UP"]);
  expect(cx.unknown).toEqual([{ path: "99", hex: "01020304" }]);
  expect(read(veth("43100100", "ff"), cx)).toMatchObject({ operstate_index: 255 });
  expect(read(veth("02100000", "02"), cx)).toEqual(down);
});

test("an index that stands for another device now is another device", () => {
  const devs = new Devs();
  devs.name(7, "br0");
  const cx = everything(devs);
  const before = read(veth("02100000", "02"), cx);
  devs.forget(7);
  devs.name(7, "br1");
  const after = read(veth("02100000", "02"), cx);
  expect(`${before.master} ${after.master}`).toBe("br0 br1");
});
