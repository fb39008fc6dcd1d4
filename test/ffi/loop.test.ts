import { expect, test } from "bun:test";
import { join } from "node:path";

async function scene(name: string): Promise<unknown> {
  const { stdout, exited } = Bun.spawn([process.execPath, join(import.meta.dir, "fixtures/loop.ts"), name], {
    stdin: "ignore",
    timeout: 4000,
  });
  const text = await new Response(stdout).text();
  expect(await exited).toBe(0);
  return JSON.parse(text);
}

test("after: in order, once, and not before their time", async () => {
  expect(await scene("after")).toEqual({ order: [0, 45, 90], early: 0 });
});

test("after, from within a timeout", async () => {
  expect(await scene("again")).toEqual({ runs: 20 });
});

test("cancel", async () => {
  expect(await scene("cancel")).toEqual({ ran: ["kept"] });
});

test("cancel, of one that is due in the same turn", async () => {
  expect(await scene("cancel-due")).toEqual({ ran: ["first"] });
});

test("add and delete: a netlink socket", async () => {
  expect(await scene("fd")).toEqual({ seqs: [1, 2, 3, 4, 5] });
});

test("modify: pauses and resumes", async () => {
  expect(await scene("modify")).toEqual({ told: ["resumed"] });
});

test("Bun gets its turns while nothing is due", async () => {
  expect(await scene("bun")).toEqual({ happened: ["text", "exit 0", "signal"] });
});

test("Bun gets its turns while there is always something to do", async () => {
  expect(await scene("busy")).toEqual({ happened: ["fd", "immediate", "timeout"] });
});
