import { expect, test } from "bun:test";
import { Bytes } from "../../src/output/bytes.ts";
import { safeJson } from "../../src/output/escape.ts";
import { Dev } from "../../src/rtnetlink/dev.ts";
import { corpus, decodeBytes, everything, random } from "../rtnetlink/corpus.ts";

const jsonOf = (value: unknown): string => {
  const out = new Bytes();
  out.json(value);
  return out.textFrom(0);
};

const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

test.each([
  ["ascii", 'plain "quoted" back\\slash'],
  ["controls", "\0\t\n\x1b\x7f\x9b"],
  ["beyond ASCII", "zwölf € 🦀 \u202e"],
  ["half a character", "a\ud800b"],
  ["integers", [0, 1, 9, 10, 99, 100, 2147483647, 2147483648, 4294967295, 4294967296, -1, 2 ** 53]],
  ["other numbers", [0.5, -0, 1e21, Number.NaN, Number.POSITIVE_INFINITY]],
  ["exact numbers", { many: rawJSON("18446744073709551615") }],
  ["words", [true, false, null, undefined]],
  ["empty", [{}, [], "", { a: undefined }]],
  ["nests", { a: { b: [{ c: 1 }, "x"], d: undefined }, 'k"ey': [[]] }],
  ["devices", { dev: new Dev(2, "eth0"), of: [new Dev(3, "\x1b[2J")] }],
])("JSON is that of JSON.stringify: %s", (_, value) => {
  expect(jsonOf(value)).toBe(safeJson(JSON.stringify(value)));
});

test.if(corpus !== undefined)("also of every object of the corpus", () => {
  const cx = everything();
  for (const { bytes } of corpus!) {
    const decoded = decodeBytes(bytes, cx);
    if (decoded === undefined) continue;
    const value = [decoded.readings.map(({ body }) => body), cx.unknown, cx.problems];
    expect(jsonOf(value)).toBe(safeJson(JSON.stringify(value)));
  }
});

test("also of random text, at any place in the buffer", () => {
  const next = random(1);
  const out = new Bytes();
  let all = "";
  for (let i = 0; i < 2000; i++) {
    const codes = Array.from({ length: next() % 40 }, () => next() % (next() % 2 === 0 ? 128 : 65536));
    const text = String.fromCharCode(...codes);
    out.json(text);
    all += safeJson(JSON.stringify(text));
  }
  expect(out.textFrom(0)).toBe(all);
});

test("text is UTF-8, and half a character the replacement character", () => {
  const out = new Bytes();
  out.text("zwölf €");
  const start = out.length;
  out.text("a\ud800b");
  expect(out.textFrom(0)).toBe("zwölf €a\ufffdb");
  expect(out.textFrom(start)).toBe("a\ufffdb");
  out.clear();
  expect(out.data.length).toBe(0);
});

test.each([
  [0, 1, "0"],
  [7, 6, "000007"],
  [999999, 6, "999999"],
  [10, 1, "10"],
  [2147483647, 1, "2147483647"],
])("digits of %d in %d places", (value, width, text) => {
  const out = new Bytes();
  out.digits(value, width);
  expect(out.textFrom(0)).toBe(text);
});
