import { expect, test } from "bun:test";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { SystemError } from "../../ffi/errno.ts";
import { poll } from "../../ffi/fd.ts";
import { Netns, openProcess } from "../../ffi/netns.ts";

const POLLIN = 1;

test("there and back; nothing of Bun's is taken along", async () => {
  const child = Bun.spawn(["unshare", "-rn", process.execPath, join(import.meta.dir, "fixtures/netns.ts")], {
    stdin: "ignore",
    stdout: "pipe",
    timeout: 10_000,
  });
  expect(JSON.parse(await new Response(child.stdout).text())).toEqual({
    another: true,
    there: true,
    found: true,
    back: true,
    thrown: "there",
    inode: true,
    answer: "here",
    noNamespace: true,
  });
});

test("what is not there", () => {
  expect(() => Netns.open("/nowhere/at/all")).toThrow(SystemError);
});

test("the end of a process makes its descriptor ready", async () => {
  const child = Bun.spawn(["cat"], { stdin: "pipe" });
  const fd = openProcess(child.pid)!;
  expect(poll(fd, POLLIN, 0)).toBe(0);
  child.stdin.end();
  expect(poll(fd, POLLIN, 5000) & POLLIN).toBe(POLLIN);
  closeSync(fd);
  await child.exited;
  expect(openProcess(child.pid)).toBeUndefined();
});
