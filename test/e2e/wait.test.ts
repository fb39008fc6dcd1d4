import { expect, test } from "bun:test";
import { type Json, type Monitor, Namespace } from "./namespace.ts";

const BINARY = `${import.meta.dir}/../../dist/nlmon`;

async function prepared(): Promise<Namespace> {
  const ns = await Namespace.create();
  await ns.batch(["link add v0 type veth peer name v1", "link set v1 up"]);
  return ns;
}

const wait = (ns: Namespace, ...options: string[]): Monitor =>
  ns.nlmon("wait", "-v", "-t", "20s", ...options);

/** It waits: it has said so, and nothing else. */
async function waiting(ns: Namespace, ...options: string[]): Promise<Monitor> {
  const started = wait(ns, ...options);
  await started.until(({ stderr, lines }) => stderr.includes("waiting for") || lines.length > 0, "the start");
  expect(started.lines).toEqual([]);
  return started;
}

/** Ends with 0 and one line. */
async function met(started: Monitor): Promise<Json> {
  expect({ code: await started.exit(), lines: started.lines.length }).toEqual({ code: 0, lines: 1 });
  return JSON.parse(started.lines[0]!) as Json;
}

test("what is so already ends it at once, with what was found", async () => {
  await using ns = await prepared();
  await ns.batch(["link set v0 up", "addr add 192.0.2.1/24 dev v0", "addr add 2001:db8::1/64 dev v0 nodad"]);
  for (const [options, event] of [
    ["-i v0 --on link.up", "link.exists"],
    ["-i v? --on link.up", "link.exists"],
    ["-i v0 --on link.added", "link.exists"],
    ["-i v0 --on link.down,link.up", "link.exists"],
    ["-i v0 --on link.*", "link.exists"],
    ["-i v0 --address usable", "address.exists"],
    ["-i v0 --address usable -6 --scope global", "address.exists"],
    ["--address 192.0.2.1", "address.exists"],
    ["--address 2001:DB8:0::1", "address.exists"],
    ["--address 2001:db8::1/64 -i v*", "address.exists"],
    ["--on monitor.ready", "monitor.ready"],
  ] as const) {
    await using started = wait(ns, "-f", "json", ...options.split(" "));
    const found = await met(started);
    expect({ options, event: found.event, seq: found.seq }).toEqual({ options, event, seq: 1 });
  }
});

test("what is not there (any more): nothing to print", async () => {
  await using ns = await prepared();
  for (const options of [
    "-i v7 --on link.removed",
    "-i v0 --on address.removed",
    "--address 192.0.2.77 --on address.removed",
  ]) {
    await using started = wait(ns, ...options.split(" "));
    expect({ code: await started.exit(), lines: started.lines }).toEqual({ code: 0, lines: [] });
  }
});

test("an event ends it, in text too", async () => {
  await using ns = await prepared();
  await using up = await waiting(ns, "-f", "json", "-i", "v0", "--on", "link.up");
  await using address = await waiting(ns, "-i", "v0", "--address", "usable", "-6", "--scope", "global");
  await using gone = await waiting(ns, "-f", "json", "-i", "v0", "--on", "link.removed");
  await ns.ip("link set v0 up");
  expect(await met(up)).toMatchObject({ event: "link.up", ifname: "v0" });
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await ns.ip("addr add 2001:db8::1/64 dev v0 nodad");
  expect(await address.exit()).toBe(0);
  expect(address.lines.join("\n")).toMatch(/ \+ addr {2}v0 {2}2001:db8::1\/64 global/);
  await ns.ip("link del v0");
  expect(await met(gone)).toMatchObject({ event: "link.removed", ifname: "v0" });
});

test("a state that comes with another event counts", async () => {
  await using ns = await prepared();
  await using named = await waiting(ns, "-f", "json", "-i", "wan", "--on", "link.up");
  await using left = await waiting(ns, "-f", "json", "-i", "v1", "--on", "link.removed");
  await ns.ip("link set v0 up");
  await ns.ip("link property add dev v0 altname uplink");
  await ns.ip("link set v0 name wan");
  // It is up under this name: that it came up was before.
  expect(await met(named)).toMatchObject({ event: "link.renamed", ifname: "wan" });
  await ns.ip("link set v1 name other");
  expect(await left.exit()).toBe(0);
  await using dad = await waiting(ns, "-f", "json", "--address", "2001:db8::9");
  await ns.ip("addr add 2001:db8::9/64 dev wan");
  expect(await met(dad)).toMatchObject({ event: "address.usable", address: { local: "2001:db8::9" } });
});

test("a name that was left is not up, and what happened before is no event", async () => {
  await using ns = await prepared();
  await ns.ip("link set v0 up");
  await using renamed = await waiting(ns, "-f", "json", "-i", "v0", "--on", "link.renamed");
  await using down = await waiting(ns, "-f", "json", "-i", "v0", "--on", "link.down");
  await ns.ip("link set v0 name wan");
  expect(await met(renamed)).toMatchObject({ event: "link.renamed", ifname: "wan" });
  await ns.ip("link set wan down");
  await ns.ip("link set wan name v0");
  expect(await met(down)).toMatchObject({ ifname: "v0" });
});

test("routes: by destination, in the main table unless another is asked for", async () => {
  await using ns = await prepared();
  await ns.ip("link set v0 up");
  await ns.ip("route add unreachable default metric 9");
  await ns.ip("route add default dev v0 table 100");
  await using route = await waiting(ns, "-f", "json", "--route", "default");
  await using other = wait(ns, "-f", "json", "--route", "0.0.0.0/0", "--table", "100");
  expect(await met(other)).toMatchObject({ event: "route.exists", route: { dst: "default", table: "100" } });
  await using six = await waiting(ns, "-f", "json", "--route", "2001:DB8::/32", "-i", "v0");
  await ns.ip("route add default dev v0");
  expect(await met(route)).toMatchObject({ event: "route.added", route: { dst: "default", table: "main" } });
  await ns.ip("route add 2001:db8::/32 dev v1");
  await ns.ip("route add 2001:db8::/32 dev v0 metric 7");
  expect(await met(six)).toMatchObject({
    event: "route.added",
    ifname: "v0",
    route: { dst: "2001:db8::/32" },
  });
  await using gone = await waiting(ns, "-f", "json", "--route", "default", "--on", "route.removed");
  // The kernel says nothing of the route that goes with the link.
  await ns.ip("link set v0 down");
  expect(await met(gone)).toMatchObject({
    event: "route.removed",
    origin: "inferred",
    route: { dst: "default" },
  });
  await using none = wait(ns, "--route", "default", "--on", "route.removed");
  expect({ code: await none.exit(), lines: none.lines }).toEqual({ code: 0, lines: [] });
});

test("exit status: 124 in vain, 130 on Ctrl-C, 143 on SIGTERM", async () => {
  await using ns = await prepared();
  await using late = ns.nlmon("wait", "-i", "v0", "--on", "link.up", "--timeout", "50ms");
  expect(await late.exit()).toBe(124);
  expect({ lines: late.lines, stderr: late.stderr }).toEqual({
    lines: [],
    stderr: "nlmon: not within 50ms\n",
  });
  await using interrupted = await waiting(ns, "-i", "v0", "--on", "link.up");
  expect((await interrupted.end("SIGINT")).code).toBe(130);
  await using terminated = await waiting(ns, "-i", "v0", "--on", "link.up");
  expect((await terminated.end("SIGTERM")).code).toBe(143);
});

test.each([
  [[], "nothing to wait for"],
  [["-i", "v0"], "nothing to wait for"],
  [["--on", "link.upp"], '--on: no event is called "link.upp"'],
  [["--address", "fast"], '--address: "fast" is neither usable nor an address or prefix'],
  [["--address", "192.0.2.1/33"], "neither usable nor"],
  [["--address", "usable", "--on", "link.up"], "--address goes with events of that object"],
  [["--address", "usable", "--route", "default"], "--address and --route"],
  [["--route", "somewhere"], "neither default nor"],
  [["--on", "link.up", "eth0"], "unexpected argument"],
  [["--on", "link.up", "-t", "never"], "--timeout"],
])("wrong usage %p", (words, said) => {
  const { exitCode, stderr, stdout } = Bun.spawnSync([BINARY, "wait", ...(words as string[])]);
  expect({ exitCode, stdout: stdout.toString() }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.toString()).toContain(said as string);
  expect(stderr.toString()).toEndWith("nlmon: try: nlmon wait --help\n");
});
