/**
 * Side by side with `ip monitor`: CPU per event and losses in a burst of address changes, and memory afterwards.
 * `bun test/bench/addresses.ts [CHANGES]`, as root; needs dist/nlmon.
 */
import { readFileSync, statSync, unlinkSync } from "node:fs";
import { Namespace } from "../e2e/namespace.ts";

const CHANGES = Number(process.argv[2] ?? 40_000);
const TICKS = 100;

const MONITORS: Readonly<Record<string, readonly string[]>> = {
  "nlmon -f json": [`${import.meta.dir}/../../dist/nlmon`, "-f", "json"],
  nlmon: [`${import.meta.dir}/../../dist/nlmon`],
  "nlmon, no event wanted": [`${import.meta.dir}/../../dist/nlmon`, "-f", "json", "--on", "monitor.overflow"],
  "ip monitor address": ["ip", "monitor", "address"],
};

const cpu = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
};
const anonymous = (pid: number): number =>
  Number(/^Anonymous:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]);

const lines: string[] = [];
for (let i = 0; i < CHANGES / 2; i++) {
  const address = `10.${(i >> 14) & 127}.${(i >> 7) & 127}.${(i & 127) + 1}/32 dev v0`;
  lines.push(`addr add ${address}`, `addr del ${address}`);
}

for (const [name, command] of Object.entries(MONITORS)) {
  await using ns = await Namespace.create();
  await ns.batch(["link add v0 type veth peer name v1", "link set v0 up", "link set v1 up"]);
  const out = `/tmp/nlmon-bench-${process.pid}`;
  const child = ns.spawn(["sh", "-c", 'exec "$@" > "$0"', out, ...command]);
  const size = () => {
    try {
      return statSync(out).size;
    } catch {
      return -1;
    }
  };
  await Bun.sleep(1000);
  const before = cpu(child.pid);
  const from = performance.now();
  await ns.batch(lines);
  const took = (performance.now() - from) / 1000;
  for (let last = -2; size() !== last; await Bun.sleep(300)) last = size();
  const used = cpu(child.pid) - before;
  const text = readFileSync(out, "latin1");
  const seen = new Set(text.match(/10\.\d+\.\d+\.\d+/g)).size;
  console.log(
    `${name.padEnd(24)} ${CHANGES} changes in ${took.toFixed(2)} s  cpu ${((used / CHANGES) * 1e6).toFixed(2)} us/change` +
      `  addresses seen ${seen} of ${CHANGES / 2}  anonymous ${anonymous(child.pid)} kB  ${(size() / 1e6).toFixed(1)} MB written`,
  );
  child.kill();
  await child.exited;
  unlinkSync(out);
}
