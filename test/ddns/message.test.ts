import { expect, test } from "bun:test";
import { A, CNAME, IN, SOA } from "../../src/ddns/codes.ts";
import { decode, encode, type Message } from "../../src/ddns/message.ts";
import { answerTo, question } from "../../src/ddns/query.ts";
import { dataText, rdata, reverseName, soaOf } from "../../src/ddns/records.ts";
import { updateMessage } from "../../src/ddns/update.ts";
import { REQUESTS } from "./fixtures/requests.ts";

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ""), "hex"));

/** An answer as BIND sends it, names compressed: `dig alias.example.com` and the SOA beside it. */
const ANSWER = bytes(`
  1234 8580 0001 0002 0001 0000
  05 616c696173 07 6578616d706c65 03 636f6d 00 0001 0001
  c00c 0005 0001 0000012c 0006 03 6e7331 c012
  c02f 0001 0001 0000012c 0004 7f000001
  c012 0006 0001 0000003c 001d c02f 04 686f7374 c012 00000007 00000e10 00000258 00015180 0000003c`);

test("compressed names are read, in names and in data", () => {
  const message = decode(ANSWER);
  if (typeof message === "string") throw new Error(message);
  expect(message.question).toEqual([{ name: "alias.example.com.", type: A, class: IN }]);
  expect(message.answer.map((rr) => [rr.name, rr.type, dataText(rr)])).toEqual([
    ["alias.example.com.", CNAME, "ns1.example.com."],
    ["ns1.example.com.", A, "127.0.0.1"],
  ]);
  expect(soaOf(message.authority[0]!)).toEqual({
    zone: "example.com.",
    primary: "ns1.example.com.",
    serial: 7,
  });
});

test("a message is read as it was written", () => {
  const message: Message = {
    id: 0xbeef,
    flags: 0x2800,
    question: [{ name: "example.com.", type: SOA, class: IN }],
    answer: [{ name: "Host.example.com.", type: A, class: 254, ttl: 0, data: new Uint8Array() }],
    authority: [
      { name: "host.example.com.", type: A, class: IN, ttl: 4294967295, data: rdata(A, "192.0.2.1") },
    ],
    additional: [],
  };
  expect(decode(encode(message))).toMatchObject(message);
});

test("an update is the one that nsupdate sends", () => {
  const [, , hex] = REQUESTS[0]!;
  const theirs = decode(bytes(hex));
  if (typeof theirs === "string") throw new Error(theirs);
  const set = { name: "host.example.com.", type: A, ttl: 300, data: ["192.0.2.2"] };
  const ours = updateMessage(theirs.id, "example.com.", set, ["192.0.2.1"]);
  const { additional: _, lastAt: __, ...rest } = theirs;
  expect(rest).toEqual({
    id: ours.id,
    flags: ours.flags,
    question: ours.question,
    answer: ours.answer,
    authority: ours.authority,
  } as never);
});

test("names of addresses", () => {
  expect(reverseName("192.0.2.7")).toBe("7.2.0.192.in-addr.arpa.");
  expect(reverseName("2001:db8::1")).toBe(`1.${"0.".repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa.`);
});

test("what is damaged is told, and nothing else happens", () => {
  const header = "0000 8000 0001 0000 0000 0000";
  expect(decode(bytes("00"))).toBe("1 bytes, at least 12 expected");
  expect(decode(bytes(header))).toBe("cut short at byte 12");
  expect(decode(bytes(`${header} c00c 0001 0001`))).toBe("a name points forward at byte 12");
  expect(decode(bytes(`${header} 40 00 0001 0001`))).toBe("a label of an unknown kind at byte 12");
  expect(decode(bytes(`${header} ${`3f${"61".repeat(63)}`.repeat(4)} 00 0001 0001`))).toBe(
    "a name longer than 255 bytes at byte 12",
  );
  expect(decode(bytes(`${header} 00 0001 0001 00`))).toBe("1 bytes after the last record");
  // A record's data may not reach beyond the message, nor a name in it beyond the data.
  expect(decode(bytes("0000 8000 0000 0001 0000 0000 00 0001 0001 00000000 0005 7f000001"))).toMatch(
    "cut short",
  );
  expect(decode(bytes("0000 8000 0000 0001 0000 0000 00 0005 0001 00000000 0001 01 61 00"))).toMatch(
    "cut short",
  );
});

test("100,000 mutated answers: no throw, no hang", () => {
  const seeds = [ANSWER, ...REQUESTS.map(([, , hex]) => bytes(hex))];
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const accept = answerTo(question(0x1234, "alias.example.com.", A, 0));
  let whole = 0;
  for (let i = 0; i < 100_000; i++) {
    const data = Uint8Array.from(seeds[random(seeds.length)]!);
    for (let flips = random(4); flips >= 0; flips--) data[random(data.length)] = random(256);
    // Pointers at random, for the worst there is.
    if (i % 5 === 0) data.set([0xc0, random(data.length)], random(data.length - 1));
    accept(data);
    const message = decode(i % 7 === 0 ? data.subarray(0, random(data.length)) : data);
    if (typeof message !== "string") {
      whole++;
      for (const rr of [...message.answer, ...message.authority, ...message.additional]) {
        dataText(rr);
        soaOf(rr);
      }
    }
  }
  expect(whole).toBeGreaterThan(10_000);
});
