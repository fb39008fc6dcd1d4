import { expect, test } from "bun:test";
import { random } from "../rtnetlink/corpus.ts";
import { compare } from "./fold.ts";
import { type Monitor, Namespace } from "./namespace.ts";

const NAMES = ["a", "b", "c"];

/** Silent where a link is down, or comes from another namespace: nobody is told of it. */
const told = (difference: string): boolean => !difference.includes("inet6_addr_gen_mode");

/** Commands that make and delete namespaces, pairs in them, and move one end to another; `there` follows. */
function commands(next: (below: number) => number, there: Set<string>, round: number): string[] {
  const lines: string[] = [];
  for (let step = 0; step < 12; step++) {
    const name = NAMES[next(3)]!;
    const other = NAMES[next(3)]!;
    const id = `${round}_${step}`;
    if (!there.has(name)) {
      lines.push(`ip netns add ${name}`);
      there.add(name);
    } else if (next(4) === 0) {
      lines.push(`ip netns del ${name}`);
      there.delete(name);
    } else {
      const ip = `ip -n ${name}`;
      lines.push(`${ip} link add x${id} type veth peer name y${id}`);
      for (const end of ["x", "y"]) lines.push(`${ip} link set ${end}${id} addrgenmode none`);
      lines.push(`${ip} addr add 10.0.${round}.${step}/32 dev x${id}`, `${ip} link set x${id} up`);
      if (other !== name && there.has(other)) lines.push(`${ip} link set y${id} netns ${other}`);
    }
  }
  for (const name of there) lines.push(`ip -n ${name} link add end${round} type veth peer name dne${round}`);
  return lines;
}

const of = ({ events }: Monitor, name: string) => events.filter(({ netns }) => netns === name);

/** Everything that was done in this round has been told. */
function isOver(nlmon: Monitor, name: string, isThere: boolean, round: number): boolean {
  const last = of(nlmon, name).findLast(({ event }) => String(event).startsWith("netns."));
  if (!isThere) return last === undefined || last.event === "netns.removed";
  return of(nlmon, name).some(({ event, ifname }) => event === "link.added" && ifname === `end${round}`);
}

test.each([99, 1234])(
  "namespaces, links and moves at random, stopped at times: what was told adds up to what ip says (seed %i)",
  async (seed) => {
    const numbers = random(seed);
    const there = new Set<string>();
    await using ns = await Namespace.create({ run: true });
    await using nlmon = await ns.nlmon("-f", "json", "-o", "link,address", "--netns", "*").ready();
    for (let round = 0; round < 8; round++) {
      const stops = round % 3 === 1;
      if (stops) nlmon.signal("SIGSTOP");
      await ns.run("sh", "-ec", commands((below) => numbers() % below, there, round).join("\n"));
      if (stops) nlmon.signal("SIGCONT");
      await nlmon.until(
        () => NAMES.every((name) => isOver(nlmon, name, there.has(name), round)),
        `round ${round}`,
      );
      for (const name of NAMES) {
        if (!there.has(name)) continue;
        const ip = { json: (words: string) => ns.json(`-n ${name} ${words}`) };
        // The other end of the last pair may still be on its way.
        let wrong = ["not compared yet"];
        for (let tries = 0; wrong.length > 0 && tries < 100; tries++) {
          wrong = (await compare(ip, of(nlmon, name))).filter(told);
          if (wrong.length > 0) await Bun.sleep(20);
        }
        expect(wrong).toEqual([]);
      }
    }
    expect(nlmon.stderr).toBe("");
  },
);
