import { describe, expect, test } from "bun:test";
import type { Backend, Done, Wish } from "../../src/ddns/backend.ts";
import { A } from "../../src/ddns/codes.ts";
import { Failure } from "../../src/ddns/failure.ts";
import type { Planned } from "../../src/ddns/plan.ts";
import { Publisher } from "../../src/ddns/publisher.ts";
import { StateFile } from "../../src/ddns/state-file.ts";
import { Updater } from "../../src/ddns/updater.ts";
import { FakeEdge } from "./fixtures/edge.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const planned =
  (...data: string[]) =>
  (): Planned[] => [{ set: { name: "host.example.com.", type: A, ttl: 300, data }, onlyLast: false }];

/** A server that has one record, and an updater for it. */
function scene() {
  const edge = new FakeEdge();
  const said: string[] = [];
  const server = {
    has: [] as readonly string[],
    /** Each time that it was asked: when (s), for what. */
    asked: [] as string[],
    fails: undefined as Failure | undefined,
    /** ms that an answer takes. */
    slow: 0,
  };
  const backend: Backend = {
    async publish({ set }: Wish): Promise<Done | Failure> {
      server.asked.push(`${edge.now / SECOND} ${set.data.join(" ")}`);
      if (server.slow > 0) await new Promise<void>((resolve) => void edge.after(server.slow, resolve));
      if (server.fails !== undefined) return server.fails;
      const before = server.has;
      server.has = set.data;
      return { zone: "example.com.", server: "s", changed: before.join() !== set.data.join(), before };
    },
    check: async () => "fine",
    close() {},
  };
  const report = { info: (text: string) => said.push(text), warn: (text: string) => said.push(text) };
  const state = new StateFile(undefined);
  const publisher = new Publisher(edge, backend, state, report);
  const updater = new Updater(edge, publisher, report, { debounce: 2 * SECOND, maxWait: 10 * SECOND });
  return { edge, said, server, state, updater };
}

const timeout = new Failure("s does not answer", "elsewhere");
const refused = new Failure("s refuses", "lasting");

test("a change is published when it has been quiet for 2 s", async () => {
  const { edge, server, updater, said } = scene();
  updater.set(planned("192.0.2.1"));
  await edge.pass(1999);
  expect(server.asked).toEqual([]);
  await edge.pass(1);
  expect(server.asked).toEqual(["2 192.0.2.1"]);
  expect(said).toEqual(["host.example.com A none -> 192.0.2.1 (s, 0 ms)"]);
});

test("but no later than 10 s after the first of a burst", async () => {
  const { edge, server, updater } = scene();
  for (let i = 0; i < 20; i++) {
    updater.set(planned(`192.0.2.${i}`));
    await edge.pass(SECOND);
  }
  expect(server.asked).toEqual(["10 192.0.2.9", "20 192.0.2.19"]);
});

test("a flap is no change", async () => {
  const { edge, server, updater } = scene();
  updater.set(planned("192.0.2.1"));
  await edge.pass(HOUR);
  updater.set(planned());
  await edge.pass(500);
  updater.set(planned("192.0.2.1"));
  await edge.pass(HOUR);
  expect(server.asked).toEqual(["2 192.0.2.1"]);
});

test("the same again is no change either", async () => {
  const { edge, server, updater } = scene();
  updater.set(planned("192.0.2.1", "192.0.2.2"));
  await edge.pass(HOUR);
  updater.set(planned("192.0.2.2", "192.0.2.1"));
  await edge.pass(HOUR);
  expect(server.asked).toHaveLength(1);
});

describe("while it does not work", () => {
  test("tries come less and less often, each at another moment", async () => {
    const { edge, server, updater, said } = scene();
    server.fails = timeout;
    updater.set(planned("192.0.2.1"));
    await edge.pass(HOUR);
    const times = server.asked.map((asked) => Number(asked.split(" ")[0]));
    // 3/4 of 2, 4, 8, ... s, at most 5 minutes.
    expect(times.slice(0, 6)).toEqual([2, 3.5, 6.5, 12.5, 24.5, 48.5]);
    expect(times.at(-1)! - times.at(-2)!).toBe(225);
    // Said once, and not each time.
    expect(said).toEqual(["s does not answer\ntrying again in 2 s, then less and less often"]);

    edge.chance = 0;
    const waited = edge.waits;
    expect(waited).toHaveLength(1);
    server.fails = undefined;
    await edge.pass(5 * 60 * SECOND);
    expect(server.has).toEqual(["192.0.2.1"]);
  });

  test("what is refused is asked for more rarely", async () => {
    const { edge, server, updater } = scene();
    server.fails = refused;
    updater.set(planned("192.0.2.1"));
    await edge.pass(4 * HOUR);
    expect(server.asked.slice(0, 3)).toEqual(["2 192.0.2.1", "47 192.0.2.1", "137 192.0.2.1"]);
    expect(server.asked.length).toBeLessThan(12);
  });

  test("a change of the network is a reason to try at once", async () => {
    const { edge, server, updater } = scene();
    server.fails = timeout;
    updater.set(planned("192.0.2.1"));
    await edge.pass(1200 * SECOND);
    const before = server.asked.length;
    server.fails = undefined;
    updater.set(planned("192.0.2.1"));
    await edge.pass(2 * SECOND);
    expect(server.asked).toHaveLength(before + 1);
    expect(server.has).toEqual(["192.0.2.1"]);
    // And what failed is forgotten: the same again is no reason any more.
    updater.set(planned("192.0.2.1"));
    await edge.pass(HOUR);
    expect(server.asked).toHaveLength(before + 1);
  });

  test("the same trouble is told again after an hour, another at once", async () => {
    const { edge, server, updater, said } = scene();
    server.fails = timeout;
    updater.set(planned("192.0.2.1"));
    await edge.pass(1.5 * HOUR);
    expect(said).toHaveLength(2);
    server.fails = refused;
    await edge.pass(0.2 * HOUR);
    expect(said).toHaveLength(3);
  });
});

test("once a day it is looked at, and put right", async () => {
  const { edge, server, updater, said } = scene();
  updater.set(planned("192.0.2.1"));
  await edge.pass(24 * HOUR);
  expect(server.asked).toHaveLength(1);
  await edge.pass(2 * SECOND);
  expect(server.asked).toHaveLength(2);
  expect(said.at(-1)).toBe("host.example.com A 192.0.2.1, as it was (s)");
  server.has = ["203.0.113.66"];
  await edge.pass(24 * HOUR);
  expect(server.has).toEqual(["192.0.2.1"]);
  expect(said.slice(-2)).toEqual([
    "host.example.com A was 203.0.113.66, not 192.0.2.1: somebody else has changed it",
    "host.example.com A 203.0.113.66 -> 192.0.2.1 (s, 0 ms)",
  ]);
});

test("a change that comes while another is on its way follows it", async () => {
  const { edge, server, updater } = scene();
  server.slow = 5 * SECOND;
  updater.set(planned("192.0.2.1"));
  await edge.pass(3 * SECOND);
  updater.set(planned("192.0.2.2"));
  await edge.pass(60 * SECOND);
  expect(server.asked).toEqual(["2 192.0.2.1", "9 192.0.2.2"]);
  expect(server.has).toEqual(["192.0.2.2"]);
});

test("the end waits for what is in flight, and begins nothing", async () => {
  const { edge, server, updater, state } = scene();
  server.slow = 5 * SECOND;
  updater.set(planned("192.0.2.1"));
  await edge.pass(3 * SECOND);
  let isOver = false;
  const end = updater.stop().then(() => (isOver = true));
  updater.set(planned("192.0.2.2"));
  await edge.pass(SECOND);
  expect(isOver).toBe(false);
  await edge.pass(3 * SECOND);
  await end;
  expect(state.get({ name: "host.example.com.", type: A })?.data).toEqual(["192.0.2.1"]);
  await edge.pass(48 * HOUR);
  expect(server.asked).toEqual(["2 192.0.2.1"]);
  expect(edge.waits).toEqual([]);
});
