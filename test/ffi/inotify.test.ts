import { expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { poll } from "../../ffi/fd.ts";
import { Inotify } from "../../ffi/inotify.ts";

const POLLIN = 1;

test("what comes into a folder and leaves it is told, once it is watched", () => {
  const folder = mkdtempSync(join(tmpdir(), "nlmon-"));
  const inotify = new Inotify();
  const told = () => (poll(inotify.fd, POLLIN, 0) & POLLIN) !== 0;
  writeFileSync(join(folder, "before"), "");
  expect(inotify.watch(join(folder, "nothing"))).toBe(false);
  expect(inotify.watch(folder)).toBe(true);
  expect(inotify.watch(folder)).toBe(true);
  expect(told()).toBe(false);
  for (const act of [
    () => writeFileSync(join(folder, "new"), ""),
    () => rmSync(join(folder, "before")),
    () => rmSync(folder, { recursive: true }),
  ]) {
    act();
    expect(told()).toBe(true);
    inotify.drain();
    expect(told()).toBe(false);
  }
});
