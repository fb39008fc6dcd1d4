/**
 * Random changes, with nlmon stopped every now and then until the kernel drops messages: at every quiet point, what the
 * events add up to is what ip shows. Each seed is always the same run of commands.
 */
import { expect, test } from "bun:test";
import { OBJECTS, type ObjectName } from "../../../src/rtnetlink/objects.ts";
import { additions, differences } from "../fold.ts";
import { type Json, type Monitor, Namespace } from "../namespace.ts";
import { Fold, type Kept } from "./fold.ts";
import { Operations } from "./operations.ts";

const WATCHED = ["link", "address", "route", "neighbour", "rule", "nexthop"].filter(
  (name) => name in OBJECTS,
);
const OPERATIONS = 420;
const CHUNK = 20;
/** How long the state may take to be the same, in ms: far more than it ever needs. */
const PATIENCE = 10_000;

const ticking = (object: string, key: string): boolean =>
  (OBJECTS[object as ObjectName] as { ticking?: ReadonlySet<string> }).ticking?.has(key) === true;

/** Addresses for many, and those that a device lets in: nobody tells when they come and go. */
const isTold = ({ flags, dst, vni, state }: Json): boolean =>
  !(String(state) === "NOARP" && /^(ff|2[23])/.test(String(dst))) &&
  !(String(flags) === "self" && dst === undefined && vni === undefined && state === "permanent");

/** What ip shows, by object, each element with the index of its device where it says one. */
async function truth(ns: Namespace): Promise<Map<string, Json[]>> {
  const both = async (words: string) => [
    ...(await ns.json(`-4 ${words}`)),
    ...(await ns.json(`-6 ${words}`)),
  ];
  const links = await ns.json("-d addr show");
  const fdb = JSON.parse(await ns.run("bridge", "-j", "-d", "fdb", "show")) as Json[];
  return new Map<string, Json[]>([
    ["link", links.map(({ addr_info: _addresses, ...link }) => link)],
    ["address", links.flatMap((link) => link.addr_info as Json[])],
    // ip looks up the nexthop object by itself (nh_info): it is no part of the route. The time that is left runs.
    [
      "route",
      (await both("-d route show table all")).map(({ nh_info: _info, expires: _expires, ...route }) => route),
    ],
    ["rule", await both("-d rule show")],
    ["nexthop", await ns.json("-d nexthop show")],
    ["neighbour", [...(await ns.json("-d neigh show nud all")), ...fdb].filter(isTold)],
  ]);
}

/** Where the one that has all that `element` has stands, and the least besides; -1: there is none. */
function closest(element: Json, among: readonly Json[]): number {
  const fits = among.filter((body) => differences(element, body).length === 0);
  const sizes = fits.map((body) => additions(element, body).length);
  return fits.length === 0 ? -1 : among.indexOf(fits[sizes.indexOf(Math.min(...sizes))]!);
}

/** ip writes what is there and has no value as null; nlmon as true. */
const present = (element: Json): Json =>
  Object.fromEntries(Object.entries(element).map(([key, value]) => [key, value ?? true]));

/** Elements of ip without their like in the folded state, and the other way round. */
function mismatches(object: string, theirs: readonly Json[], ours: readonly Kept[]): string[] {
  const left = ours.map(({ body }) => body);
  const found: string[] = [];
  for (const element of theirs) {
    const index = closest(present(element), left);
    if (index >= 0) left.splice(index, 1);
    else {
      const like = left.find((body) => object === "link" && body.ifindex === element.ifindex);
      found.push(`${object}: ip alone has ${JSON.stringify(element)} ${like && differences(element, like)}`);
    }
  }
  return [...found, ...left.map((body) => `${object}: ip has not ${JSON.stringify(body)}`)];
}

class Model {
  readonly #fold = new Fold(ticking);
  #folded = 0;
  #marks = 0;

  constructor(
    readonly ns: Namespace,
    readonly nlmon: Monitor,
  ) {}

  /** Waits until the folded state is what ip shows. */
  async agree(done: readonly string[]): Promise<void> {
    const mark = `m${++this.#marks}`;
    await this.ns.run("ip", "link", "set", "lo", "alias", mark);
    await this.nlmon.until(({ lines }) => lines.some((line) => line.includes(`"${mark}"`)), mark);
    const until = performance.now() + PATIENCE;
    for (;;) {
      const found = await this.#compare();
      if (found.length === 0) return;
      if (performance.now() > until)
        throw new Error(`${found.join("\n")}\n\nafter\n${done.slice(-3 * CHUNK).join("\n")}`);
      await Bun.sleep(20);
    }
  }

  async #compare(): Promise<string[]> {
    const theirs = await truth(this.ns);
    const { events } = this.nlmon;
    while (this.#folded < events.length) this.#fold.apply(events[this.#folded++]!);
    return [
      ...this.#fold.errors,
      ...WATCHED.flatMap((object) =>
        mismatches(object, theirs.get(object)!, this.#fold.kept.get(object) ?? []),
      ),
    ];
  }
}

async function run(seed: number): Promise<void> {
  await using ns = await Namespace.create();
  await using nlmon = await ns
    .nlmon("-f", "json", "-s", "--table", "all", "--rcvbuf", "64K", "-o", WATCHED.join(","))
    .ready();
  const model = new Model(ns, nlmon);
  const operations = new Operations(seed);
  const done: string[] = [];
  for (let chunk = 0; chunk < OPERATIONS / CHUNK; chunk++) {
    const lines = Array.from({ length: CHUNK }, () => operations.next());
    done.push(...lines);
    const stopped = chunk % 5 === 4;
    if (stopped) {
      nlmon.signal("SIGSTOP");
      // More than its buffer holds.
      await ns.batch(Array.from({ length: 300 }, (_, i) => `link set lo mtu ${60_000 + (i % 2)}`));
    }
    // Not as a batch: that ends with the first word that ip does not like.
    await ns.run(
      "sh",
      "-c",
      `while read -r line; do ip $line; done >/dev/null 2>&1 <<'END'\n${lines.join("\n")}\nEND\ntrue`,
    );
    if (stopped) nlmon.signal("SIGCONT");
    await model.agree(done);
  }
  expect(nlmon.events.some(({ event }) => event === "monitor.overflow")).toBe(true);
}

for (const seed of [1, 2, 3, 4, 5])
  test(`${OPERATIONS} random commands, seed ${seed}`, () => run(seed), 60_000);
