import { expect, test } from "bun:test";
import { join } from "node:path";

async function scene(name: string): Promise<unknown> {
  const { stdout, exited } = Bun.spawn(
    [process.execPath, join(import.meta.dir, "fixtures/guest-loop.ts"), name],
    { stdin: "ignore", timeout: 4000 },
  );
  const text = await new Response(stdout).text();
  expect(await exited).toBe(0);
  return JSON.parse(text);
}

test("a netlink socket wakes the program, whose own timers go on", async () => {
  expect(await scene("fd")).toEqual({ seqs: [1, 2, 3, 4, 5], ticked: true });
});

test("modify: pauses and resumes", async () => {
  expect(await scene("modify")).toEqual({ before: [], after: [1] });
});

test("delete and cancel: nothing keeps the program", async () => {
  expect(await scene("delete")).toEqual({ deleted: true });
});
