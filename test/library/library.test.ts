import { expect, test } from "bun:test";
import { Monitor, Namespace } from "../e2e/namespace.ts";

const PROGRAM = `${import.meta.dir}/fixtures/program.ts`;

async function started(scene: string): Promise<{ ns: Namespace; program: Monitor }> {
  const ns = await Namespace.create();
  await ns.batch([
    "link add v0 type veth peer name v1",
    "link set v0 addrgenmode none",
    "link set v1 up",
    "link set v0 up",
    "addr add 192.0.2.1/24 dev v0",
  ]);
  return { ns, program: new Monitor(ns.spawn([process.execPath, PROGRAM, scene])) };
}

const ready = (program: Monitor, times = 1): Promise<void> =>
  program.until(({ lines }) => lines.filter((line) => line === '"ready"').length === times, "the start");

const ended = async (program: Monitor): Promise<unknown[]> => {
  expect({ code: await program.exit(), stderr: program.stderr }).toEqual({ code: 0, stderr: "" });
  return program.lines.map((line) => JSON.parse(line) as unknown);
};

test("monitor: an iterator of typed events, beside the program's own timers; break ends it, and the program", async () => {
  const { ns, program } = await started("monitor");
  await using _ns = ns;
  await using _program = program;
  await ready(program);
  await ns.ip("addr add 192.0.2.7/24 dev v0");
  await program.until(({ lines }) => lines.some((line) => line.includes("192.0.2.7")), "the address");
  await ns.ip("link set v0 down");
  expect(await ended(program)).toEqual([
    "ready",
    { local: "192.0.2.7", usable: true },
    {
      told: [
        "link.exists",
        "address.exists",
        "monitor.ready",
        "address.added",
        "addresses.changed",
        "link.down",
      ],
      ticked: true,
    },
  ]);
});

test("an AbortSignal ends all that have it; each has its own filter", async () => {
  const { ns, program } = await started("signal");
  await using _ns = ns;
  await using _program = program;
  await ready(program, 2);
  await ns.ip("addr add 192.0.2.7/24 dev v0");
  expect((await ended(program)).at(-1)).toEqual({
    all: ["monitor.ready", "address.added", "addresses.changed"],
    addresses: ["monitor.ready", "address.added"],
  });
});

test("wait: what is so already, what comes, what does not come", async () => {
  const { ns, program } = await started("wait");
  await using _ns = ns;
  await using _program = program;
  await ready(program);
  await ns.batch(["addr add 192.0.2.8/24 dev v0", "addr add 192.0.2.9/24 dev v0"]);
  const [lo, , address, late] = await ended(program);
  expect(lo).toMatchObject({ event: "link.exists", ifname: "lo" });
  expect(address).toMatchObject({ event: "address.added", address: { local: "192.0.2.9" } });
  expect(late).toEqual({ late: true });
});

test("snapshot", async () => {
  const { ns, program } = await started("snapshot");
  await using _ns = ns;
  await using _program = program;
  expect(await ended(program)).toEqual([{ links: ["v0"], addresses: [["v0", "192.0.2.1"]] }]);
});

test("names that do not exist", async () => {
  const { ns, program } = await started("wrong");
  await using _ns = ns;
  await using _program = program;
  expect(await ended(program)).toEqual([
    'RangeError: no object is called "lnk"',
    'RangeError: no event is called "link.upp"',
    'RangeError: no event is called "link.upp"',
    'RangeError: no object is called "lnk"',
  ]);
});
