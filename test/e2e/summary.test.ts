/** `--summary`: what there was, said at the end. */
import { expect, test } from "bun:test";
import { type Json, Namespace } from "./namespace.ts";

const counted = ["--summary", "-q", "-i", "v?", "--on", "link.added"];

async function pairs(ns: Namespace): Promise<void> {
  await ns.ip("link add v0 type veth peer name v1");
  await ns.ip("link del v0");
}

test("in text: how many events of each name, whatever ended it, also with --quiet", async () => {
  await using ns = await Namespace.create();
  await using nlmon = ns.nlmon(...counted, "-c", "3");
  while (nlmon.lines.length < 3) await pairs(ns);
  expect(await nlmon.exit()).toBe(0);
  const [first, ...rest] = nlmon.stderr.trimEnd().split("\n");
  expect(first).toMatch(/^nlmon: 3 events in \d+\.\d{3} s, nothing lost$/);
  expect(rest).toEqual(["nlmon:   3 link.added"]);
});

test("for programs: as JSON, on standard error, with the counts of the lines on standard output", async () => {
  await using ns = await Namespace.create();
  await using nlmon = await ns.nlmon("-f", "json", "-s", "--summary", "--log-format", "json").ready();
  await pairs(ns);
  await nlmon.event("link.removed", "v1");
  expect((await nlmon.end("SIGTERM")).code).toBe(143);
  const said = JSON.parse(nlmon.stderr) as { events: Json; uptime: number };
  const events: Record<string, number> = {};
  for (const { event } of nlmon.events)
    if (event !== "monitor.ready") events[String(event)] = (events[String(event)] ?? 0) + 1;
  expect(said).toMatchObject({ level: "info", events, lost: 0, resyncs: 0 });
  expect(said.uptime).toBeGreaterThan(0);
});

test("none of messages", async () => {
  await using ns = await Namespace.create();
  await using nlmon = ns.nlmon("--raw", "--summary");
  expect(await nlmon.exit()).toBe(2);
  expect(nlmon.stderr).toContain("--summary");
});
