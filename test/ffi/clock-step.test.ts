import { expect, test } from "bun:test";
import { ClockStep } from "../../ffi/clock-step.ts";
import { poll } from "../../ffi/fd.ts";
import { maySetClock, setClock } from "./fixtures/clock.ts";

const POLLIN = 1;

test("that the clock was set is told, each time, and nothing before that", () => {
  const step = new ClockStep();
  const ready = () => (poll(step.fd, POLLIN, 0) & POLLIN) !== 0;
  expect(ready()).toBe(false);
  expect(step.happened()).toBe(false);
  for (let round = 0; maySetClock() && round < 2; round++) {
    setClock();
    expect(ready()).toBe(true);
    expect(step.happened()).toBe(true);
    expect(step.happened()).toBe(false);
    expect(ready()).toBe(false);
  }
});
