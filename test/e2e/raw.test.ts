import { expect, test } from "bun:test";
import { type Json, Namespace } from "./namespace.ts";

test("--raw repeats the C program's session: its fields for every message", async () => {
  await using ns = await Namespace.create();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link set v0 addrgenmode none",
    "link set v0 up",
    "link set v1 up",
  ]);
  await using raw = ns.nlmon("--raw", "-i", "v0");
  await using text = ns.nlmon("-i", "v0", "-s");
  await text.until(({ lines }) => lines.some((line) => line.includes("state found")), "the snapshot");
  // --raw says nothing when it starts: it is there when the first message is.
  for (let mtu = 1400; raw.lines.length === 0; mtu++) {
    await ns.ip(`link set v0 mtu ${mtu}`);
    await Bun.sleep(20);
  }
  await ns.ip("link set v0 down");
  await ns.ip("link set v0 up");
  await ns.ip("addr add 192.0.2.1/24 dev v0");
  await raw.until(({ lines }) => lines.includes("address     192.0.2.1/24"), "the address");
  await text.until(({ lines }) => lines.some((line) => line.includes("192.0.2.1/24")), "the address");

  const blocks = raw.lines
    .join("\n")
    .split("\n\n")
    .filter((block) => block !== "")
    .map(fields);
  expect(blocks.every((block) => block.ifname === "v0")).toBe(true);
  expect(blocks.at(-1)).toMatchObject({
    ifname: "v0",
    nlmsg_type: "0x14 RTM_NEWADDR",
    ifa_family: "2 AF_INET",
    address: "192.0.2.1/24",
    scope: "global",
  });
  const links = blocks.filter(({ nlmsg_type }) => nlmsg_type === "0x10 RTM_NEWLINK");
  expect(links.length).toBeGreaterThanOrEqual(3);
  for (const link of links) expect(link.address).toMatch(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/);
  // The same story in fewer lines.
  const told = text.lines
    .slice(text.lines.findIndex((line) => line.includes("state found")) + 1)
    .filter((line) => !/ mtu \d/.test(line));
  expect(told.map((line) => line.slice(14, 20).trim())).toEqual(["v link", "~ link", "^ link", "+ addr"]);
  expect(told.length).toBeLessThan(blocks.length - 1);
});

const fields = (block: string): Record<string, string> =>
  Object.fromEntries(block.split("\n").map((line) => [line.split(" ")[0], line.slice(12).trim()]));

test("--raw -f json: every message, also what changes nothing; -s shows the dump's", async () => {
  await using ns = await Namespace.create();
  await ns.ip("link add v0 type veth peer name v1");
  await using raw = ns.nlmon("--raw", "-f", "json", "-s");
  await raw.until(({ lines }) => lines.some((line) => line.includes('"local":"::1"')), "the dump");
  expect(raw.events[0]).toMatchObject({
    type: "RTM_NEWLINK",
    flags: ["MULTI"],
    ifname: "lo",
    unknown: [],
    problems: [],
  });
  const found = raw.lines.length;
  for (let i = 0; i < 3; i++) await ns.ip("addr replace 192.0.2.1/24 dev v0");
  await raw.until(({ events }) => events.length >= found + 3, "three messages");
  const [first, , third] = raw.events.slice(found) as [Json, Json, Json];
  expect(first).toMatchObject({
    type: "RTM_NEWADDR",
    ifindex: 3,
    ifname: "v0",
    address: { family: "inet", local: "192.0.2.1", prefixlen: 24 },
  });
  expect(third.address).toEqual(first.address);
  expect(String(first.time)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
});

test("--raw shows the family parts that the state only merges", async () => {
  await using ns = await Namespace.create();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link add br0 type bridge",
    "link set v0 up",
    "link set br0 up",
  ]);
  await using raw = ns.nlmon("--raw", "-f", "json", "-s", "-o", "link");
  await raw.until(({ lines }) => lines.some((line) => line.includes('"ifname":"br0"')), "the dump");
  await ns.ip("link set v0 master br0");
  await raw.until(
    ({ lines }) =>
      lines.some(
        (line) =>
          line.includes('"af_spec":{"bridge"') ||
          line.includes('"state":"blocking"') ||
          line.includes('"state":"disabled"'),
      ),
    "a bridge message",
  );
  expect(raw.events.every(({ problems }) => (problems as unknown[]).length === 0)).toBe(true);
});

test("--raw knows a device by its other names too, once it has seen them", async () => {
  await using ns = await Namespace.create();
  await ns.batch(["link add v0 type veth peer name v1", "link property add dev v0 altname the-other-name"]);
  await using raw = ns.nlmon("--raw", "-f", "json", "-s", "-i", "the-other-*");
  await raw.until(({ lines }) => lines.length > 0, "the dump");
  await ns.batch(["addr add 192.0.2.1/24 dev v1", "addr add 192.0.2.2/24 dev v0"]);
  await raw.until(({ lines }) => lines.some((line) => line.includes("192.0.2.2")), "the address");
  expect(new Set(raw.events.map(({ ifname }) => ifname))).toEqual(new Set(["v0"]));
});
