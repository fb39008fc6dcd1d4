import { expect, test } from "bun:test";
import { keysOf, roomOf, sizeOf, typed } from "../../ffi/terminal.ts";
import { Fifo } from "./fixtures/fifo.ts";

// What a real terminal does: test/e2e/top.test.ts.
test("what is no terminal has no size, and room for everything", () => {
  using fifo = new Fifo();
  expect(sizeOf(fifo.writer)).toBeUndefined();
  expect(sizeOf(-1)).toBeUndefined();
  expect(roomOf(fifo.writer)()).toBe(Number.POSITIVE_INFINITY);
});

test("nor keys", () => {
  using fifo = new Fifo();
  expect(() => keysOf(fifo.reader)).toThrow("ioctl(TCGETS)");
  expect(typed(-1)).toBe("");
});
