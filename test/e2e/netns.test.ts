import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { type Json, Monitor, Namespace } from "./namespace.ts";

const BINARY = `${import.meta.dir}/../../dist/nlmon`;

/** What happened to what, where: `b link.added v1`. */
const told = ({ events }: Monitor): string[] =>
  events
    .filter(({ event }) => event !== "addresses.changed")
    .map((event) => [event.netns, event.event, event.ifname].filter((word) => word !== undefined).join(" "));

const happened = (nlmon: Monitor, what: string): Promise<void> =>
  nlmon.until((monitor) => told(monitor).includes(what), what);

/** The namespaces that have come since the start and are still there. */
function existing({ events }: Monitor): unknown[] {
  const there = new Set<unknown>();
  for (const { event, netns } of events) {
    if (event === "netns.added") there.add(netns);
    else if (event === "netns.removed") there.delete(netns);
  }
  return [...there];
}

/** The links that the events of a namespace add up to. */
function links({ events }: Monitor, netns: string): string[] {
  const names = new Set<string>();
  for (const { event, link, netns: where } of events as (Json & { link?: { ifname: string } })[])
    if (where === netns && link !== undefined)
      event === "link.removed" ? names.delete(link.ifname) : names.add(link.ifname);
  return [...names].sort();
}

test("two namespaces are made and deleted, and made again, while it watches", async () => {
  await using ns = await Namespace.create({ run: true });
  await using all = ns.nlmon("-f", "json", "--netns", "*");
  await using named = ns.nlmon("-f", "json", "-s", "-o", "link", "--netns", "a", "--netns", "b");
  await Promise.all([all.ready(), named.ready()]);
  expect(named.stderr).toBe(
    "nlmon: no network namespace is called a now: waiting for one\n" +
      "nlmon: no network namespace is called b now: waiting for one\n",
  );
  expect(existsSync("/run/netns/a")).toBe(false);

  await ns.ip("netns add a");
  await happened(all, "a link.added lo");
  await ns.ip("netns add b");
  await happened(all, "b link.added lo");
  await ns.ip("-n a link add v0 type veth peer name v1 netns b");
  await ns.ip("-n a addr add 192.0.2.1/24 dev v0");
  await happened(all, "a address.added v0");
  for (const nlmon of [all, named]) {
    await happened(nlmon, "a link.added v0");
    await happened(nlmon, "b link.added v1");
    expect(links(nlmon, "a")).toEqual(["lo", "v0"]);
    expect(links(nlmon, "b")).toEqual(["lo", "v1"]);
  }
  expect(all.events.find(({ event }) => event === "address.added")).toMatchObject({
    netns: "a",
    ifname: "v0",
    origin: "kernel",
    address: { local: "192.0.2.1" },
  });

  await ns.ip("netns del b");
  for (const nlmon of [all, named]) {
    await happened(nlmon, "b netns.removed");
    // Its end of the pair is gone with it, and so is the other one.
    await happened(nlmon, "a link.removed v0");
    expect(links(nlmon, "b")).toEqual([]);
    expect(links(nlmon, "a")).toEqual(["lo"]);
  }
  expect(all.events.find(({ event, netns }) => event === "link.removed" && netns === "b")).toMatchObject({
    origin: "inferred",
    cause: "netns.removed",
  });

  const before = told(named).length;
  await ns.ip("netns add b");
  await ns.ip("-n b link set lo up");
  await happened(named, "b link.up lo");
  expect(told(named).slice(before)).toEqual(["b netns.added", "b link.added lo", "b link.up lo"]);
  await ns.ip("netns del a");
  await ns.ip("netns del b");
  await named.until(
    (all) => told(all).filter((line) => line.endsWith("netns.removed")).length === 3,
    "the ends",
  );
  expect([...links(named, "a"), ...links(named, "b")]).toEqual([]);
  expect(named.events.map(({ seq }) => seq)).toEqual(named.events.map((_, index) => index + 1));
});

test("names come and go quickly: what is there at the end is what was told", async () => {
  await using ns = await Namespace.create({ run: true });
  await using nlmon = await ns.nlmon("-f", "json", "-o", "link", "--netns", "*").ready();
  for (let round = 0; round < 5; round++)
    await ns.run(
      "sh",
      "-ec",
      "ip netns del n0 || :; for n in 0 1 2 3 4 5 6 7; do ip netns add n$n; done; for n in 1 2 3 4 5 6 7; do ip netns del n$n; done; ip netns del n0; ip netns add n0",
    );
  await ns.run("sh", "-ec", "ip -n n0 link add last type veth peer name tsal");
  await happened(nlmon, "n0 link.added last");
  expect(existing(nlmon)).toEqual(["n0"]);
  expect(links(nlmon, "n0")).toEqual(["last", "lo", "tsal"]);
  expect(nlmon.stderr).toBe("");
});

test("paths: of a process, until it ends; of its own; a link in /run/netns", async () => {
  await using ns = await Namespace.create({ run: true });
  const holder = ns.spawn(["unshare", "-n", "sh", "-c", "ip link set lo up; echo ready; exec cat"]);
  const { value } = await holder.stdout.getReader().read();
  expect(new TextDecoder().decode(value)).toBe("ready\n");
  const path = `/proc/${holder.pid}/ns/net`;
  await ns.run("sh", "-ec", `mkdir /run/netns; ln -s ${path} /run/netns/linked`);
  await using nlmon = ns.nlmon(
    "-f",
    "json",
    "-s",
    "-o",
    "link",
    "--netns",
    `${path},/proc/self/ns/net,linked`,
  );
  await nlmon.ready();
  expect(told(nlmon)).toEqual([
    `${path} link.exists lo`,
    "/proc/self/ns/net link.exists lo",
    "linked link.exists lo",
    "monitor.ready",
  ]);
  await ns.ip("link add v0 type veth peer name v1");
  await happened(nlmon, "/proc/self/ns/net link.added v0");
  holder.stdin.end();
  await holder.exited;
  await happened(nlmon, `${path} netns.removed`);
  await happened(nlmon, "linked netns.removed");
});

test("text and --raw have a column and a field for it", async () => {
  await using ns = await Namespace.create({ run: true });
  await ns.ip("netns add blue");
  await using text = ns.nlmon("-v", "--netns", "blue");
  await using raw = ns.nlmon("-v", "--raw", "-f", "json", "--netns", "blue");
  for (const nlmon of [text, raw])
    await nlmon.until(({ stderr }) => stderr.includes("watching"), "the start");
  await ns.ip("-n blue link set lo up");
  await text.until(({ lines }) => lines.length > 0, "a line");
  expect(text.lines[0]).toMatch(/^[\d:.]{12} {2}blue {2}\^ link {2}lo {2}up \(admin\)$/);
  await raw.until(({ events }) => events.length > 0, "a message");
  expect(raw.events[0]).toMatchObject({ type: "RTM_NEWLINK", netns: "blue", ifname: "lo" });
});

test("show and wait", async () => {
  await using ns = await Namespace.create({ run: true });
  await ns.ip("netns add blue");
  await ns.ip("-n blue link add v0 type veth peer name v1");
  const shown = JSON.parse(await ns.run(BINARY, "show", "link", "--netns", "blue", "-f", "json")) as Json[];
  expect(shown.map(({ ifname }) => ifname)).toEqual(["lo", "v1", "v0"]);
  await using found = ns.nlmon("wait", "-f", "json", "-i", "v0", "--on", "link.added", "--netns", "*");
  expect(await found.exit()).toBe(0);
  expect(found.events).toMatchObject([{ event: "link.exists", netns: "blue", ifname: "v0" }]);
  await using none = ns.nlmon("wait", "-i", "v0", "--on", "link.removed", "--netns", "green");
  expect({ code: await none.exit(), lines: none.lines }).toEqual({ code: 0, lines: [] });
  await using later = ns.nlmon("wait", "-v", "-f", "json", "--on", "link.up", "--netns", "green");
  await later.until(({ stderr }) => stderr.includes("waiting for link.up"), "the start");
  await ns.ip("netns add green");
  await ns.ip("-n green link set lo up");
  expect(await later.exit()).toBe(0);
  expect(later.events).toMatchObject([{ netns: "green", ifname: "lo" }]);
  await using gone = ns.nlmon(
    "wait",
    "-v",
    "-f",
    "json",
    "-i",
    "v0",
    "--on",
    "link.removed",
    "--netns",
    "blue",
  );
  await gone.until(({ stderr }) => stderr.includes("waiting for link.removed"), "the start");
  await ns.ip("netns del blue");
  expect(await gone.exit()).toBe(0);
});

test("what is no namespace", async () => {
  await using ns = await Namespace.create({ run: true });
  const pipe = "/run/pipe";
  await ns.run("mkfifo", pipe);
  for (const [options, said] of [
    [["show", "--netns", "blue"], "nlmon: no network namespace is called blue\n"],
    [["show", "--netns", "/etc/passwd"], "nlmon: /etc/passwd is no network namespace\n"],
    [["--netns", "/etc/passwd"], "nlmon: /etc/passwd is no network namespace\n"],
    [["--netns", "/proc/self/ns/mnt"], "nlmon: /proc/self/ns/mnt is no network namespace\n"],
    [["--netns", pipe], `nlmon: ${pipe} is no network namespace\n`],
    [["wait", "--on", "link.up", "--netns", "/etc"], "nlmon: /etc is no network namespace\n"],
    [["--raw", "--netns", "/etc/passwd"], "nlmon: /etc/passwd is no network namespace\n"],
    [["top", "-b", "--netns", "/etc/passwd"], "nlmon: /etc/passwd is no network namespace\n"],
    [["record", "--netns", "/etc/passwd", "-"], "nlmon: /etc/passwd is no network namespace\n"],
  ] as const) {
    const child = ns.spawn([BINARY, ...options]);
    expect({ code: await child.exited, said: await new Response(child.stderr).text() }).toEqual({
      code: 1,
      said,
    });
  }
  // A file is what ip netns add makes first.
  await ns.run("sh", "-ec", "mkdir /run/netns; : > /run/netns/blue");
  await using nlmon = await ns.nlmon("-f", "json", "--netns", "blue").ready();
  await ns.run("sh", "-ec", "mount --bind /proc/self/ns/net /run/netns/blue");
  await happened(nlmon, "blue link.added lo");
  await ns.run("umount", "/run/netns/blue");
  await happened(nlmon, "blue netns.removed");
});

test("without descriptors for more, those that are there stay; there is room again when some have gone", async () => {
  await using ns = await Namespace.create({ run: true });
  const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
  const limited = ["sh", "-c", `ulimit -n 40; exec ${BINARY} -f json -o link --netns '*'`];
  await using nlmon = await new Monitor(ns.spawn(limited)).ready();
  await ns.run("sh", "-ec", `for n in ${names.join(" ")}; do ip netns add $n; done`);
  await nlmon.until(({ stderr }) => stderr.includes("EMFILE"), "the warning");
  const added = nlmon.events.filter(({ event }) => event === "netns.added").length;
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(20);
  expect(nlmon.events.some(({ event }) => event === "netns.removed")).toBe(false);
  await ns.run("sh", "-ec", `for n in ${names.slice(0, -1).join(" ")}; do ip netns del $n; done`);
  await happened(nlmon, "n19 link.added lo");
  await nlmon.until((monitor) => existing(monitor).join() === "n19", "the ends");
});
