import { expect, test } from "bun:test";
import { Answers } from "../../src/capture/answers.ts";
import {
  type Message,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_HDRLEN,
} from "../../src/netlink/nlmsg.ts";

const TYPE = 38;
const BODY = new Uint8Array(4);

function message(type: number, ...body: number[]): Message {
  const data = new Uint8Array(NLMSG_HDRLEN + 4);
  const view = new DataView(data.buffer);
  view.setUint32(0, data.length, true);
  view.setUint16(4, type, true);
  data.set(body, NLMSG_HDRLEN);
  const flags = NLM_F_REQUEST | NLM_F_DUMP;
  return { type, flags, seq: 1, pid: 0, view, at: NLMSG_HDRLEN, end: data.length };
}

/** Asked then, and this answered. */
function exchange(answers: Answers, answer: number): void {
  answers.request(message(TYPE));
  answers.answer(message(36, answer));
  answers.answer(message(NLMSG_DONE));
}

const ask = (answers: Answers): number | undefined =>
  answers.dump({ name: "RTM_GETQDISC", type: TYPE, body: BODY }, ({ view, at }) => view.getUint8(at))
    .objects[0];

test("what was asked twice is answered in turn, and then as the last time", () => {
  const answers = new Answers();
  exchange(answers, 1);
  exchange(answers, 2);
  expect([ask(answers), ask(answers), ask(answers)]).toEqual([1, 2, 2]);
  answers.clear();
  expect(ask(answers)).toBeUndefined();
});

test("one who asks once a round has the answers of the rounds, however often others asked then", () => {
  const answers = new Answers();
  for (const round of [1, 2]) {
    answers.round("recorded");
    exchange(answers, 10 * round);
    exchange(answers, 10 * round + 1);
  }
  const asked = [1, 2].map(() => {
    answers.round("replayed");
    return ask(answers);
  });
  expect(asked).toEqual([10, 20]);
});
