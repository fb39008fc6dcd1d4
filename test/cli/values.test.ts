import { expect, test } from "bun:test";
import { UsageError } from "../../src/cli/usage-error.ts";
import { count, duration, list, oneOf, size } from "../../src/cli/values.ts";

/** What a wrong value is told; every one is a UsageError that names the option and shows the value. */
function wrong(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error("taken");
}

test.each([
  ["1ms", 1],
  ["500ms", 500],
  ["10s", 10_000],
  ["10", 10_000],
  ["0.5", 500],
  ["1.5s", 1500],
  ["2m", 120_000],
  ["1h", 3_600_000],
  ["1.5h", 5_400_000],
  ["1d", 86_400_000],
  ["24d", 24 * 86_400_000],
  ["007s", 7000],
])("duration %s", (value, ms) => {
  expect(duration("--timeout", value)).toBe(ms);
});

test.each([
  "",
  "0",
  "0s",
  "0.0h",
  "s",
  "-1s",
  "+1s",
  "1 s",
  " 1s",
  "1s ",
  "1S",
  "1w",
  "1us",
  "1e3",
  "0x10",
  ".5",
  "1.",
  "1,5s",
  "1s2",
  "Infinity",
  "NaN",
  "ten",
  "1s\n",
])("no duration: %j", (value) => {
  expect(wrong(() => duration("--timeout", value))).toStartWith(
    `--timeout: ${JSON.stringify(value)} is no duration`,
  );
});

test.each(["25d", "1000h", "99999999999999999999", "2147483.648"])("too long: %s", (value) => {
  expect(wrong(() => duration("--timeout", value))).toBe(`--timeout: ${value} is too long; at most 24d`);
});

test.each([
  ["1", 1],
  ["65536", 65536],
  ["512k", 512 * 1024],
  ["512K", 512 * 1024],
  ["16M", 16 * 1024 ** 2],
  ["16m", 16 * 1024 ** 2],
  ["1023M", 1023 * 1024 ** 2],
  ["1073741823", 2 ** 30 - 1],
])("size %s", (value, bytes) => {
  expect(size("--rcvbuf", value)).toBe(bytes);
});

test.each(["", "0", "0M", "-1", "1.5M", "16MB", "16MiB", "16 M", "M", "1T", "0x10", "1e6", "sixteen"])(
  "no size: %j",
  (value) => {
    expect(wrong(() => size("--rcvbuf", value))).toStartWith(`--rcvbuf: ${JSON.stringify(value)} is no size`);
  },
);

test.each(["1G", "1024M", "1073741824", "99999999999999999999"])("too large: %s", (value) => {
  expect(wrong(() => size("--rcvbuf", value))).toStartWith(`--rcvbuf: ${value} is too large`);
});

test.each([
  ["1", 1],
  ["10", 10],
  ["9007199254740991", 9007199254740991],
])("count %s", (value, number) => {
  expect(count("--count", value)).toBe(number);
});

test.each(["", "0", "-1", "1.5", "1e3", "0x1", "ten", "1k", " 1", "9007199254740992", "Infinity"])(
  "no count: %j",
  (value) => {
    expect(wrong(() => count("--count", value))).toStartWith(
      `--count: ${JSON.stringify(value)} is no number`,
    );
  },
);

test.each([
  [undefined, []],
  ["a", ["a"]],
  ["a,b,c", ["a", "b", "c"]],
  [" a , b ", ["a", "b"]],
  ["a,a", ["a", "a"]],
  ["!eth*", ["!eth*"]],
] as const)("list %j", (value, parts) => {
  expect(list("--on", value)).toEqual([...parts]);
});

test.each(["", ",", "a,", ",a", "a,,b", " ", "a, ,b"])("no list: %j", (value) => {
  expect(wrong(() => list("--on", value))).toBe(`--on: empty name in ${JSON.stringify(value)}`);
});

test("oneOf takes one of the names as it stands", () => {
  expect(oneOf("--format", "json", ["text", "json"])).toBe("json");
  expect(wrong(() => oneOf("--format", "jsno", ["text", "json"]))).toBe(
    '--format: unknown value "jsno"; did you mean json?',
  );
  expect(wrong(() => oneOf("--format", "protobuf", ["text", "json"]))).toBe(
    '--format: unknown value "protobuf"; known: text, json',
  );
  expect(wrong(() => oneOf("--format", "JSON", ["text", "json"]))).toStartWith(
    '--format: unknown value "JSON"',
  );
  expect(wrong(() => oneOf("--format", "", ["text", "json"]))).toStartWith('--format: unknown value ""');
});
