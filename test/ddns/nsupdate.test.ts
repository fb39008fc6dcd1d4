import { expect, test } from "bun:test";
import type { Edge } from "../../src/ddns/edge.ts";
import { Failure } from "../../src/ddns/failure.ts";
import type { Key } from "../../src/ddns/key.ts";
import { parseKey } from "../../src/ddns/key-file.ts";
import { NsupdateBackend } from "../../src/ddns/nsupdate.ts";
import { isGroupAlive } from "../../src/exec/group.ts";

const SECRET = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0";
const key = parseKey(`hmac-sha256:key1:${SECRET}`, false) as Key;

/** What is said of a command that fails. `patience`: the time that it gets. */
async function said(command: string, patience = 10_000): Promise<string> {
  const edge = {
    after: (_ms: number, run: () => void) => setTimeout(run, patience),
    cancel: (timer: Timer) => clearTimeout(timer),
  } as unknown as Edge;
  const backend = new NsupdateBackend({ edge, command, zone: undefined, servers: [], key });
  const result = await backend.check("h.example.com.");
  expect(result).toBeInstanceOf(Failure);
  return (result as Failure).sentence.replace("h.example.com at the primary: ", "");
}

/** Waits until nobody of a process group is left; one that is killed takes its time. */
async function ended(group: number): Promise<void> {
  while (isGroupAlive(group)) await Bun.sleep(10);
}

test("the first lines of what it says, or how it ended", async () => {
  expect(await said("echo one >&2; echo two >&2; exit 1")).toBe("echo: one, two");
  expect(await said("exit 3")).toBe("exit: exit 3");
  expect(await said("exec <&-; kill -9 $$")).toBe("exec: SIGKILL");
  expect(await said("/no/such/nsupdate -g")).toContain("nsupdate: /bin/sh: 1: /no/such/nsupdate: not found");
});

test("never the secret, neither out of its output nor out of the command", async () => {
  expect(await said(`cat >&2; : -y hmac-sha256:key1:${SECRET}; exit 1`)).not.toContain(SECRET);
});

test("output without end is heard no longer", async () => {
  expect((await said("yes >&2; exit 1")).length).toBeLessThan(3100);
});

test("all that it started ends with it, and when its time is up", async () => {
  const group = Number(/\d+/.exec(await said("sleep 600 & echo $$ >&2; exit 1"))![0]);
  await ended(group);
  // One that has left the group keeps the pipe open.
  expect(await said("setsid sleep 3 & echo no >&2; exit 1", 100)).toContain("setsid: ");
  const hangs = Number(/\d+/.exec(await said("echo $$ >&2; trap '' TERM; sleep 600 & sleep 600", 1000))![0]);
  await ended(hangs);
});
