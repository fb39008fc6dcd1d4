import { describe, expect, test } from "bun:test";
import { shownOf } from "../../src/output/show/index.ts";
import { actionWords, chainWords, classWords, filterWords, qdiscWords } from "../../src/output/tc-text.ts";
import type { Words } from "../../src/output/words.ts";
import { decode, type ObjectName } from "../../src/rtnetlink/objects.ts";
import { everything, messageOf, wire } from "../rtnetlink/corpus.ts";
import { RECORDED } from "../rtnetlink/recorded/index.ts";

/** The recorded message that a command with these words made, without counters. */
function recorded(object: ObjectName, words: string) {
  const cx = everything();
  cx.all = false;
  const { bytes } = RECORDED[object]!.find(({ title }) => title.includes(words))!;
  return decode(messageOf(wire(bytes)), cx)!.readings[0]!;
}

const WORDS = {
  qdisc: qdiscWords,
  class: classWords,
  chain: chainWords,
  filter: filterWords,
  action: actionWords,
} as unknown as Readonly<Record<string, Words<object>>>;

describe("in words", () => {
  for (const [object, words, title, summary] of [
    [
      "qdisc",
      "codel limit 100",
      "codel 1: root",
      "codel 1: root limit 100 target 9999 ce_threshold 1999 interval 199999 ecn",
    ],
    ["class", "hfsc 2", "hfsc 1:1 parent 1:", undefined],
    ["filter", "matchall action mirred", "ingress protocol all pref 3 matchall", undefined],
    [
      "filter",
      "match ip dst 192.0.2.0/24",
      "ingress protocol ip pref 5 u32",
      "ingress protocol ip pref 5 u32 fh 800::800 key_ht 800 bkt 0 flowid 1:1 match c0000200/ffffff00 at 16",
    ],
    ["chain", "chain 1 again", "block 21 chain 4", "block 21 chain 4"],
    ["action", "jump 2", "gact index 1", "gact jump 2 prob (random_type none pass val 0) index 1"],
  ] as const)
    test(`${object}: ${words}`, () => {
      const { body } = recorded(object, words);
      expect(WORDS[object]!.title(body)).toBe(title);
      if (summary !== undefined) expect(WORDS[object]!.summary(body)).toBe(summary);
    });
});

test("what tc writes as null is null in its array, and true in events", () => {
  const reading = recorded("action", "skbmod ecn");
  expect(reading.body).toMatchObject({ kind: "skbmod", ecn: true });
  expect(shownOf("action").json([reading], [])).toMatchObject([
    { "total acts": 1 },
    { actions: [{ order: 0, kind: "skbmod", ecn: null }] },
  ]);
  // Of other kinds it is a boolean there too.
  const codel = recorded("qdisc", "codel limit 100");
  expect(shownOf("qdisc").json([codel], [])).toMatchObject([{ options: { ecn: true } }]);
});
