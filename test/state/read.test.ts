/** What the kernel leaves out of an answer without a word. */
import { expect, test } from "bun:test";
import type { Dumps } from "../../src/netlink/dump.ts";
import { Devs } from "../../src/rtnetlink/dev.ts";
import type { ObjectName } from "../../src/rtnetlink/objects.ts";
import { RtContext } from "../../src/rtnetlink/types.ts";
import { readObject } from "../../src/state/read.ts";

const devs = new Devs();
const all = Array.from({ length: 40 }, (_, i) => {
  const dev = devs.name(i + 1, `v${i}`);
  return { dev, key: `${i}`, body: { dev } };
});

/** The indexes of the devices in what is read, where each time that it is asked the kernel leaves out others. */
function read(object: ObjectName, has: readonly (typeof all)[number][]): number[] {
  let asked = 0;
  const dumps: Dumps = {
    dump: <T>() => {
      const from = 10 * ++asked;
      return { objects: [...has.slice(0, from), ...has.slice(from + 2)] as T[], interrupted: false };
    },
    get: () => undefined,
  };
  const { readings, whole } = readObject(dumps, object, new RtContext(devs));
  expect(whole).toBe(true);
  return readings.map(({ dev }) => dev!.ifindex).sort((a, b) => a - b);
}

test("a qdisc of a device whose place another one took while they were read is found", () => {
  expect(read("qdisc", all)).toEqual(all.map(({ dev }) => dev.ifindex));
});

test("what comes in one part of an answer is read once", () => {
  expect(read("qdisc", all.slice(0, 14))).toHaveLength(12);
});
