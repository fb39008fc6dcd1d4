/** From a change to the line that tells it: one address at a time, the programs in turn, on pipes. */
import { FLOOR, Monitor, NLMON } from "./monitor.ts";
import { type Row, ratio, say, spread } from "./table.ts";
import { address, inetText, RTM_DELADDR, RTM_NEWADDR, Sender } from "./wire.ts";

const ROUNDS = 7;
const CHANGES = 200;
/** The first ones warm the caches and compile the program. */
const UNCOUNTED = 50;
const PAUSE = 2;

const PROGRAMS = {
  nlmon: [NLMON],
  "nlmon -f json": [NLMON, "-f", "json"],
  "bare loop in Bun": FLOOR.address,
  "ip -ts monitor": ["ip", "-ts", "monitor"],
};

/** Of the times of a round. */
const PERCENTILES = [50, 90, 99] as const;

/** The percentiles, in us. */
async function round(command: readonly string[], ifindex: number): Promise<number[]> {
  const monitor = new Monitor(command);
  const sender = new Sender();
  await Bun.sleep(500);
  monitor.drain(50);
  const times: number[] = [];
  for (let i = 0; i < UNCOUNTED + CHANGES; i++) {
    const from = performance.now();
    sender.send(address(RTM_NEWADDR, ifindex, i));
    if (!monitor.waitFor(inetText(i))) throw new Error(`${command.join(" ")} did not tell ${inetText(i)}`);
    if (i >= UNCOUNTED) times.push((performance.now() - from) * 1000);
    Bun.sleepSync(PAUSE);
    sender.send(address(RTM_DELADDR, ifindex, i));
    monitor.drain(PAUSE);
  }
  await monitor.end();
  times.sort((a, b) => a - b);
  return PERCENTILES.map((percent) => times[Math.floor((times.length * percent) / 100)]!);
}

export async function latency(ifindex: number): Promise<Row[]> {
  /** By program, then by percentile, one of each round. */
  const took: Record<string, number[][]> = {};
  for (let i = 0; i < ROUNDS; i++)
    for (const [name, command] of Object.entries(PROGRAMS)) {
      const one = await round(command, ifindex);
      const rounds = (took[name] ??= PERCENTILES.map(() => []));
      for (const [k, us] of one.entries()) rounds[k]!.push(us);
      say(`latency ${name}: ${PERCENTILES.map((p, k) => `p${p} ${one[k]!.toFixed(0)}`).join(", ")} us`);
    }
  const { "ip -ts monitor": ip, ...others } = took;
  return Object.entries(others).flatMap(([name, rounds]) =>
    PERCENTILES.map(
      (percent, k): Row => [
        `${name}: change to line, p${percent}, us`,
        spread(rounds[k]!),
        spread(ip![k]!),
        ratio(rounds[k]!, ip![k]!),
      ],
    ),
  );
}
