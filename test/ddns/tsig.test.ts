import { expect, test } from "bun:test";
import { algorithm } from "../../src/ddns/algorithm.ts";
import { BADKEY, BADTIME } from "../../src/ddns/codes.ts";
import { Key } from "../../src/ddns/key.ts";
import { type Decoded, decode } from "../../src/ddns/message.ts";
import { sign, verify } from "../../src/ddns/tsig.ts";
import { Writer } from "../../src/ddns/wire.ts";
import { REQUESTS, SECRET } from "./fixtures/requests.ts";

const secret = Buffer.from(SECRET, "base64");
const key = (name = "key.example.", of = "hmac-sha256") => new Key(name, algorithm(of)!, secret);

function read(data: Uint8Array): Decoded {
  const message = decode(data);
  if (typeof message === "string") throw new Error(message);
  return message;
}

/** The message as it was before it was signed. */
function unsigned(data: Uint8Array): Uint8Array {
  const plain = data.slice(0, read(data).lastAt);
  plain[11]!--;
  return plain;
}

for (const [tool, of, hex] of REQUESTS)
  test(`signed byte by byte as ${tool} does it: ${of}`, () => {
    const theirs = Uint8Array.from(Buffer.from(hex, "hex"));
    const tsig = read(theirs).additional.at(-1)!;
    const afterName = tsig.data.indexOf(0) + 1;
    const view = new DataView(tsig.data.buffer, tsig.data.byteOffset + afterName);
    const time = view.getUint16(0) * 2 ** 32 + view.getUint32(2);
    const ours = sign(unsigned(theirs), key("key.example.", of), time, view.getUint16(6));
    expect(Buffer.from(ours.data).toString("hex")).toBe(hex);
  });

const NOW = 1_800_000_000;
const request = sign(
  Buffer.from("123428000001000000000000076578616d706c6503636f6d0000060001", "hex"),
  key(),
  NOW,
);
const PLAIN = Buffer.from("1234a8000000000000000000", "hex");

interface Forgery {
  of?: Key;
  requestMac?: Uint8Array;
  time?: number;
  error?: number;
  other?: Uint8Array;
  macLength?: number;
  id?: number;
}

/** A server's answer (RFC 8945, section 5.4.1), made here from the RFC and not with what is tested. */
function answer({
  of = key(),
  requestMac = request.mac,
  time = NOW,
  error = 0,
  other = new Uint8Array(),
  macLength,
  id = 0x1234,
}: Forgery = {}): Uint8Array {
  const variables = new Writer().name(of.name).u16(255).u32(0).name(of.algorithm.wireName).u48(time).u16(300);
  variables.u16(error).u16(other.length).raw(other);
  const digest = of.hash(new Writer().u16(requestMac.length).bytes(), requestMac, PLAIN, variables.bytes());
  const mac = digest.subarray(0, macLength ?? of.algorithm.length);
  const data = new Writer().name(of.algorithm.wireName).u48(time).u16(300).u16(mac.length).raw(mac);
  data.u16(0x1234).u16(error).u16(other.length).raw(other);
  const message = new Writer().u16(id).raw(PLAIN.subarray(2, 10)).u16(1);
  message.name(of.name).u16(250).u16(255).u32(0).u16(data.length).raw(data.bytes());
  return message.bytes();
}

const check = (data: Uint8Array, of = key(), now = NOW) => verify(data, read(data), of, request.mac, now);

test("the server's own answer to this request is believed", () => {
  expect(check(answer())).toBeUndefined();
  expect(check(answer({ time: NOW + 300 }))).toBeUndefined();
  // A forwarder may have changed the id (section 5.3.1): what is signed is the original one.
  expect(check(answer({ id: 0x4321 }))).toBeUndefined();
  // The name is compared without case.
  expect(check(answer(), key("KEY.example."))).toBeUndefined();
});

test("nothing else is", () => {
  expect(check(Uint8Array.from(PLAIN))).toMatchObject({ why: "unsigned" });
  expect(check(answer({ requestMac: new Uint8Array(32) }))).toMatchObject({ why: "mac" });
  expect(check(answer({ of: key("other.") }))).toMatchObject({ why: "key" });
  expect(check(answer({ of: key("key.example.", "hmac-sha512") }))).toMatchObject({ why: "key" });
  expect(
    check(answer({ of: new Key("key.example.", algorithm("hmac-sha256")!, Buffer.from("wrong")) })),
  ).toMatchObject({ why: "mac" });
  const changed = answer();
  changed[3]! ^= 5;
  expect(check(changed)).toMatchObject({ why: "mac" });
  expect(check(answer({ macLength: 16 }))).toMatchObject({ why: "mac" });
  expect(check(answer({ macLength: 0 }))).toMatchObject({ why: "unsigned" });
  expect(check(answer({ time: NOW + 301 }))).toMatchObject({ why: "time", serverTime: NOW + 301 });
});

test("a truncated MAC, where the key has one", () => {
  const short = key("key.example.", "hmac-sha256-128");
  expect(check(answer({ macLength: 16 }), short)).toBeUndefined();
  expect(check(answer({ macLength: 32 }), short)).toBeUndefined();
  expect(check(answer({ macLength: 10 }), short)).toMatchObject({ why: "mac" });
});

test("what the server finds wrong with the request", () => {
  expect(check(answer({ error: BADKEY, macLength: 0 }))).toEqual({
    why: "server",
    error: BADKEY,
    authentic: false,
  });
  const other = new Writer().u48(NOW + 3600).bytes();
  expect(check(answer({ error: BADTIME, other }))).toEqual({
    why: "server",
    error: BADTIME,
    serverTime: NOW + 3600,
    authentic: true,
  });
  // Without a right MAC nobody knows whose clock that is.
  expect(
    check(answer({ error: BADTIME, other, requestMac: new Uint8Array(32) }))?.serverTime,
  ).toBeUndefined();
});

test("a damaged record is no signature", () => {
  const whole = answer();
  for (let length = 12; length < whole.length; length++) {
    const data = whole.slice(0, length);
    const message = decode(data);
    if (typeof message !== "string") expect(verify(data, message, key(), request.mac, NOW)).toBeDefined();
  }
});

test("algorithms", () => {
  expect(algorithm("HMAC-SHA256.")).toMatchObject({ name: "hmac-sha256", length: 32 });
  expect(algorithm("hmac-md5.sig-alg.reg.int")).toMatchObject({ name: "hmac-md5" });
  expect(algorithm("hmac-sha512-256")).toMatchObject({ name: "hmac-sha512-256", length: 32 });
  expect(algorithm("hmac-sha1-80")).toMatchObject({ length: 10 });
  for (const name of [
    "hmac-sha3",
    "sha256",
    "hmac-sha256-64",
    "hmac-sha256-129",
    "hmac-sha256-512",
    "hmac-sha256-",
  ])
    expect(algorithm(name)).toBeUndefined();
});

test("no other byte may be changed, but of the id and the case of names", () => {
  const whole = answer();
  const harmless = new Set<number>();
  for (let at = 0; at < whole.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const data = Uint8Array.from(whole);
      data[at]! ^= 1 << bit;
      const message = decode(data);
      if (typeof message !== "string" && verify(data, message, key(), request.mac, NOW) === undefined)
        harmless.add(bit === 5 ? -1 : at);
    }
  }
  // The id; -1: upper or lower case.
  expect([...harmless].sort((a, b) => a - b)).toEqual([-1, 0, 1]);
});
