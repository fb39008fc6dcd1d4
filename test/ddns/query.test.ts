import { expect, test } from "bun:test";
import { A, SOA } from "../../src/ddns/codes.ts";
import { encode, flagsOf, type Message, QR } from "../../src/ddns/message.ts";
import { answerTo, newId, question } from "../../src/ddns/query.ts";
import { probeMessage } from "../../src/ddns/update.ts";

const asked = question(7, "host.example.com.", A, 0);
const answer = (over: Partial<Message>, to: Message = asked): Uint8Array =>
  encode({ ...to, flags: to.flags | QR, ...over });

test("the answer to a question has its id and its question, and is an answer", () => {
  const accept = answerTo(asked);
  expect(accept(answer({}))).toBe(true);
  expect(accept(answer({ question: [{ name: "HOST.example.com.", type: A, class: 1 }] }))).toBe(true);
  expect(accept(answer({ id: 8 }))).toBe(false);
  expect(accept(encode(asked))).toBe(false);
  expect(accept(answer({ question: [{ name: "other.example.com.", type: A, class: 1 }] }))).toBe(false);
  expect(accept(answer({ question: [{ name: "host.example.com.", type: SOA, class: 1 }] }))).toBe(false);
  expect(accept(answer({ question: [...asked.question, ...asked.question] }))).toBe(false);
  expect(accept(answer({ flags: flagsOf(5, QR) }))).toBe(false);
  // Without a question only failures are answers.
  expect(accept(answer({ question: [] }))).toBe(false);
  expect(accept(answer({ question: [], flags: QR | 1 }))).toBe(true);
  for (let length = 0; length < 12; length++) expect(accept(answer({}).subarray(0, length))).toBe(false);
});

test("the answer to an update may leave the zone out", () => {
  const update = probeMessage(7, "example.com.");
  expect(answerTo(update)(answer({ question: [] }, update))).toBe(true);
  expect(answerTo(update)(answer({}, update))).toBe(true);
  expect(
    answerTo(update)(answer({ question: [{ name: "example.org.", type: SOA, class: 1 }] }, update)),
  ).toBe(false);
});

test("ids are all that 16 bits can be", () => {
  expect(newId({ random: () => 0 })).toBe(0);
  expect(newId({ random: () => 0.9999999999 })).toBe(65535);
});
