import { expect, test } from "bun:test";
import { differences } from "./fold.ts";
import { type Json, Namespace } from "./namespace.ts";

const BINARY = `${import.meta.dir}/../../dist/nlmon`;

async function prepared(): Promise<Namespace> {
  const ns = await Namespace.create();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link set v0 up",
    "link set v1 up",
    "addr add 192.0.2.1/24 dev v0",
    "addr add 198.51.100.1 peer 198.51.100.2/32 dev v1",
    "addr add 2001:db8::1/64 dev v0 nodad",
  ]);
  return ns;
}

const show = async (ns: Namespace, ...words: string[]): Promise<unknown> =>
  JSON.parse(await ns.run(BINARY, "show", ...words, "-f", "json"));

test("link and address are the arrays of ip", async () => {
  await using ns = await prepared();
  for (const [object, command] of [
    ["link", "-d link show"],
    ["address", "-d addr show"],
  ] as const) {
    const theirs = await ns.json(command);
    const ours = (await show(ns, object)) as Json[];
    expect(ours.map(({ ifname }) => ifname)).toEqual(theirs.map(({ ifname }) => ifname));
    for (const [index, link] of theirs.entries()) {
      const { addr_info: theirAddresses = [], ...theirLink } = link;
      const { addr_info: ourAddresses = [], ...ourLink } = ours[index]!;
      expect(differences(theirLink, ourLink)).toEqual([]);
      expect((ourAddresses as Json[]).length).toBe((theirAddresses as Json[]).length);
      for (const [i, address] of (theirAddresses as Json[]).entries())
        expect(differences(address, (ourAddresses as Json[])[i])).toEqual([]);
    }
  }
});

test("several objects give an object of arrays; names may be cut short", async () => {
  await using ns = await prepared();
  const both = (await show(ns, "l", "addr")) as Json;
  expect(Object.keys(both)).toEqual(["link", "address"]);
});

test("all objects; one that the kernel does not keep is said to be none", async () => {
  await using ns = await prepared();
  const all = (await show(ns, "all")) as Json;
  expect(Object.keys(all)).toContainValues(["link", "route", "qdisc"]);
  await using prefix = ns.nlmon("show", "prefix");
  expect(await prefix.exit()).toBe(0);
  expect([prefix.lines, prefix.stderr]).toEqual([
    [],
    "nlmon: warning: prefix: the kernel keeps none; nlmon -o prefix tells of them as they come\n",
  ]);
});

test("a table: headings, a line each; only what is asked for", async () => {
  await using ns = await prepared();
  const text = await ns.run(BINARY, "show", "address", "-i", "v0", "-4");
  expect(text).toBe("NAME  FAMILY  ADDRESS       SCOPE\nv0    inet    192.0.2.1/24  global\n");
});

test("wrong words", async () => {
  for (const [words, said] of [
    [["nothing"], 'OBJECT: unknown value "nothing"'],
    [["link", "--raw"], "unknown option --raw"],
    [["link", "-f", "yaml"], "--format"],
  ] as const) {
    const { exitCode, stderr, stdout } = Bun.spawnSync([BINARY, "show", ...words]);
    expect({ exitCode, stdout: stdout.toString() }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.toString()).toContain(said);
    expect(stderr.toString()).toEndWith("nlmon: try: nlmon show --help\n");
  }
});
