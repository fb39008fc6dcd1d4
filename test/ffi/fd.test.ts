import { expect, test } from "bun:test";
import { writeSync } from "node:fs";
import { isatty, POLLERR, POLLOUT, poll } from "../../ffi/fd.ts";
import { Fifo } from "./fixtures/fifo.ts";

const POLLIN = 1;
const POLLNVAL = 0x20;

test("poll tells what holds, and only what was asked for", () => {
  using fifo = new Fifo();
  expect(poll(fifo.reader, POLLIN, 0)).toBe(0);
  expect(poll(fifo.writer, POLLOUT, 0)).toBe(POLLOUT);
  expect(poll(fifo.writer, 0, 0)).toBe(0);
  writeSync(fifo.writer, "x");
  expect(poll(fifo.reader, POLLIN, -1)).toBe(POLLIN);
});

test("a reader that is gone is an error on the other end, asked for or not", () => {
  using fifo = new Fifo();
  fifo.close(fifo.reader);
  expect(poll(fifo.writer, 0, 0) & POLLERR).toBe(POLLERR);
});

test("a descriptor that is not open is told as such", () => {
  expect(poll(0x7fff, POLLIN, 0)).toBe(POLLNVAL);
});

test("waits as long as it is told", () => {
  using fifo = new Fifo();
  const start = performance.now();
  expect(poll(fifo.reader, POLLIN, 20)).toBe(0);
  expect(performance.now() - start).toBeGreaterThanOrEqual(19);
});

test("a pipe is no terminal", () => {
  using fifo = new Fifo();
  expect(isatty(fifo.reader)).toBe(false);
  expect(isatty(-1)).toBe(false);
});
