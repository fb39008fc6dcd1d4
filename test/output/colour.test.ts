import { expect, test } from "bun:test";
import { type Colours, colours } from "../../src/output/colour.ts";

const KINDS = ["good", "bad", "note", "dim", "bold"] as const;
const paint = (with_: Colours): string[] => KINDS.map((kind) => with_[kind]("x"));
const COLOURED = [
  "\x1b[32mx\x1b[0m",
  "\x1b[31mx\x1b[0m",
  "\x1b[33mx\x1b[0m",
  "\x1b[2mx\x1b[0m",
  "\x1b[1mx\x1b[0m",
];

test.each([
  [{}],
  [{ TERM: "xterm-256color" }],
  [{ TERM: "" }],
  // https://no-color.org: "when present and not an empty string".
  [{ NO_COLOR: "" }],
])("colour on a terminal: %j", (env) => {
  expect(paint(colours(true, env))).toEqual(COLOURED);
});

test.each([
  [true, { NO_COLOR: "1" }],
  [true, { NO_COLOR: "0", TERM: "xterm" }],
  [true, { TERM: "dumb" }],
  [false, {}],
  [false, { TERM: "xterm-256color" }],
] as const)("none: terminal %j, %j", (terminal, env) => {
  expect(paint(colours(terminal, env))).toEqual(["x", "x", "x", "x", "x"]);
});
