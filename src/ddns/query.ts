/** Questions, and what counts as the answer to them. */
import { IN, NOERROR, QUERY, UPDATE } from "./codes.ts";
import type { Accept, Edge } from "./edge.ts";
import { flagsOf, type Message, opcodeOf, QR } from "./message.ts";
import { sameName } from "./name.ts";
import { Reader } from "./wire.ts";

/** A message that nobody who does not see it can answer (RFC 5452, section 4.3). */
export const newId = (edge: Pick<Edge, "random">): number => Math.floor(edge.random() * 0x1_0000);

export const question = (id: number, name: string, type: number, bits: number): Message => ({
  id,
  flags: flagsOf(QUERY, bits),
  question: [{ name, type, class: IN }],
  answer: [],
  authority: [],
  additional: [],
});

/**
 * Same id, opcode and question (RFC 5452, section 9.1). A server may leave the question out when it says only that it
 * failed, and of an update also when all is well (RFC 2136, section 3.8).
 */
export const answerTo =
  (asked: Message): Accept =>
  (data) => {
    const reader = new Reader(data);
    const id = reader.u16();
    const flags = reader.u16();
    const count = reader.u16();
    reader.take(6);
    const opcode = (flags >>> 11) & 0xf;
    if (id !== asked.id || (flags & QR) === 0 || opcode !== opcodeOf(asked)) return false;
    if (count === 0) return reader.problem === undefined && (opcode === UPDATE || (flags & 0xf) !== NOERROR);
    const { name, type, class: class_ } = asked.question[0]!;
    const isSame = sameName(reader.name(), name) && reader.u16() === type && reader.u16() === class_;
    return count === 1 && isSame && reader.problem === undefined;
  };
