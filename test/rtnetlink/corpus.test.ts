import { expect, test } from "bun:test";
import { NLMSG_HDRLEN } from "../../src/netlink/nlmsg.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import { claim, decode, OBJECTS, type ObjectName } from "../../src/rtnetlink/objects.ts";
import { messageTypeName } from "../../src/rtnetlink/rtm.ts";
import { type CorpusMessage, corpus, everything, requireAll, walked } from "./corpus.ts";
import { FACTS } from "./facts/index.ts";

/** As many as there are: fewer would mean that the comparison has become blind. */
const COUNT = 11180;

/** For objects without a device. */
const NO_DEV = new Dev(0, "");

/** Message types that decode knows. */
const TYPES = Object.values(OBJECTS).flatMap(({ set, delete: del }) =>
  del === undefined ? [set] : [set, del],
);

function present(messages: readonly CorpusMessage[]): void {
  test("the corpus is whole", () => {
    expect(messages.length).toBe(1240);
  });

  test("every message is walked and decoded without a throw, and has the type that others see", () => {
    for (const { id, type, bytes, wellformed } of messages) {
      const { message, problem } = walked(bytes);
      if (wellformed) expect([id, problem]).toEqual([id, undefined]);
      if (message === undefined) {
        expect({ id, wellformed, stopped: problem !== undefined }).toEqual({
          id,
          wellformed: false,
          stopped: true,
        });
        continue;
      }
      const name = messageTypeName(message.type);
      if (/^[A-Z]/.test(type ?? "")) expect([id, name]).toEqual([id, type ?? ""]);
      else expect([id, message.type]).toEqual([id, Number(type)]);
      const decoded = decode(message, everything());
      if (wellformed) expect([id, decoded !== undefined]).toEqual([id, claim(message) !== undefined]);
    }
  });

  test("malformed messages end: no throw, no hang, and one that cannot be decoded says why", () => {
    let count = 0;
    for (const { bytes, wellformed } of messages) {
      if (wellformed) continue;
      count++;
      const { message } = walked(bytes);
      if (message === undefined) continue;
      const cx = everything();
      // Whatever the message says that it is, its body may be taken for that of any object.
      for (const type of TYPES) {
        cx.reset();
        message.type = type;
        if (claim(message) === undefined) continue;
        if (decode(message, cx) === undefined) expect([type, cx.problems.length]).toEqual([type, 1]);
      }
      expect(message.at - NLMSG_HDRLEN).toBe(0);
    }
    expect(count).toBe(46);
  });

  test("every fact known of an object is what decode gives", () => {
    const counts: Partial<Record<ObjectName, number>> = {};
    const wrong: string[] = [];
    const missing: string[] = [];
    const cx = everything();
    for (const { id, bytes, wellformed, type, facts } of messages) {
      const { message } = walked(bytes);
      const object = wellformed && message !== undefined ? claim(message)?.object : undefined;
      const known = object && FACTS[object];
      if (message === undefined || known === undefined || !known.types.includes(type ?? "")) continue;
      for (const [name, fact] of Object.entries(facts)) {
        if (!known.names.test(name)) continue;
        counts[object!] = (counts[object!] ?? 0) + 1;
        const reading = decode(message, cx)?.readings[0];
        const given = reading && known.recover[name]?.(reading.body, reading.dev ?? NO_DEV, cx, fact);
        const told = `${id} ${name}: ${JSON.stringify(fact)}, got ${JSON.stringify(given)}`;
        if (given === undefined) missing.push(told);
        else if (!Bun.deepEquals(given, fact)) wrong.push(told);
      }
    }
    const checked = Object.values(counts).reduce((sum, count) => sum + count, 0);
    console.log(
      `corpus: ${checked} facts checked, ${wrong.length} wrong, ${missing.length} missing: ${JSON.stringify(counts)}`,
    );
    expect(wrong).toEqual([]);
    expect(missing).toEqual([]);
    expect(checked).toBeGreaterThanOrEqual(COUNT);
  });
}

if (corpus === undefined) {
  console.log("corpus: shared/corpus is not beside this checkout; its messages are not checked");
  test("the corpus is absent, and nothing asked for it", () => {
    expect({ corpus, requireAll }).toEqual({ corpus: undefined, requireAll: false });
  });
} else present(corpus);
