/**
 * Random sequences of changes to the routes of a namespace, each from a fixed seed: at the end the store has what the
 * kernel has, in the kernel's order, and so does whoever adds up what it told.
 */
import { describe, expect, test } from "bun:test";
import { type Json, Namespace } from "../e2e/namespace.ts";
import { random } from "../rtnetlink/corpus.ts";

const FIXTURE = `${import.meta.dir}/fixtures/routes.ts`;

/** Two ends of a veth with addresses of both families, and nexthop objects to route through. */
const SETUP = [
  "link add v0 type veth peer name v1",
  "link add w0 type veth peer name w1",
  ...["v0", "v1", "w0", "w1"].map((name) => `link set ${name} addrgenmode none up`),
  "addr add 10.0.0.1/24 dev v0",
  "addr add 10.0.1.1/24 dev w0",
  "addr add 2001:db8::1/64 dev v0 nodad",
  "addr add 2001:db8:1::1/64 dev w0 nodad",
  "nexthop add id 1 via 10.0.0.2 dev v0",
  "nexthop add id 2 via 10.0.0.3 dev v0",
  "nexthop add id 3 via 10.0.1.2 dev w0",
  "nexthop add id 10 group 1/2",
  "nexthop add id 11 group 1/3,7",
  "nexthop add id 4 via 2001:db8::2 dev v0",
  "nexthop add id 5 via 2001:db8::3 dev v0",
  "nexthop add id 6 via 2001:db8:1::2 dev w0",
  "nexthop add id 20 group 4/5",
  "nexthop add id 21 group 4/6",
];

type Pick = <T>(of: readonly T[]) => T;

const VERBS = ["add", "add", "append", "append", "prepend", "replace", "replace", "del", "del", "del"];

/** What comes after the prefix and the metric. */
const INET_PATHS = [
  "via 10.0.0.2 dev v0",
  "via 10.0.0.3 dev v0",
  "via 10.0.1.2 dev w0",
  "via 10.0.0.9 dev v0 onlink",
  "via inet6 2001:db8::5 dev v0",
  "dev v0 scope link",
  "dev w0 scope link src 10.0.1.1",
  "nexthop via 10.0.0.2 dev v0 nexthop via 10.0.1.2 dev w0 weight 3",
  "nexthop via 10.0.0.2 dev v0 nexthop via 10.0.0.3 dev v0",
  "nhid 1",
  "nhid 3",
  "nhid 10",
  "nhid 11",
];
const INET_ABOUT = [
  "",
  "",
  "",
  "proto static",
  "proto bird",
  "mtu 1400",
  "mtu lock 1300 advmss 1200",
  "src 10.0.0.1",
];
const INET_TYPES = ["", "", "", "", "", "blackhole", "unreachable", "prohibit"];

const INET6_PATHS = [
  "via 2001:db8::2 dev v0",
  "via 2001:db8::3 dev v0",
  "via 2001:db8:1::2 dev w0",
  "via fe80::1 dev v0",
  "nexthop via 2001:db8::2 dev v0 nexthop via 2001:db8:1::2 dev w0 weight 3",
  "nexthop via 2001:db8::4 dev v0 nexthop via 2001:db8::3 dev v0 nexthop via 2001:db8:1::9 dev w0",
];
/** Not siblings of any. */
const INET6_ALONE = ["dev v0", "dev w0", "nhid 4", "nhid 6", "nhid 20", "nhid 21"];
const INET6_ABOUT = ["", "", "", "proto static", "proto bird", "mtu 1400", "pref high"];

const NUMBERS = Array.from({ length: 50 }, (_, index) => 200 + index);

function inet(pick: Pick): string {
  const verb = pick(VERBS);
  const key = [
    pick(["10.1.0.0/16", "10.1.2.0/24", "10.1.2.3", "default"]),
    pick(["", "", "tos 0x10"]),
    pick(["", "", "metric 5", "metric 6"]),
    pick(["", "", "table 100", "table 1000"]),
  ].join(" ");
  if (verb === "del") return `route del ${key} ${pick(["", "", ...INET_PATHS, ...INET_ABOUT])}`;
  const type = pick(INET_TYPES);
  if (type !== "") return `route ${verb} ${type} ${key}`;
  return `route ${verb} ${key} ${pick(INET_ABOUT)} ${pick(INET_PATHS)}`;
}

function inet6(pick: Pick): string {
  const verb = pick(VERBS);
  // The kernel leaves a route that stands between siblings out of its dumps: those that are alone have their own.
  const [prefix, paths] = pick([
    ["2001:db8:10::/48", INET6_PATHS],
    ["2001:db8:11::/48", INET6_PATHS],
    ["::/0", INET6_PATHS],
    ["2001:db8:20::/48", INET6_ALONE],
    ["2001:db8:21::1", INET6_ALONE],
  ] as const);
  const key = [
    prefix,
    pick(["", "", "metric 5", "metric 6"]),
    pick(["", "", "table 100", "table 1000"]),
  ].join(" ");
  if (verb === "del") return `route del ${key} ${pick(["", ...paths])}`;
  // Else the notification might as well be that of a nexthop object that has changed.
  const path = pick(paths);
  // The kernel shows the properties of the first, and never those of several that are appended to it.
  const how = verb === "append" && path.startsWith("nexthop") ? "prepend" : verb;
  const about = verb === "replace" && paths === INET6_ALONE ? `proto ${pick(NUMBERS)}` : pick(INET6_ABOUT);
  return `route ${how} ${key} ${about} ${path}`;
}

const nexthop = (pick: Pick): string =>
  pick([
    `nexthop replace id 1 via 10.0.0.${pick([2, 6, 7])} dev v0`,
    `nexthop replace id 4 via 2001:db8::${pick([2, 6, 7])} dev v0`,
    `nexthop replace id 10 group ${pick(["1/2", "1/3", "2/3,5"])}`,
    `nexthop replace id 20 group ${pick(["4/5", "4/6", "5/6,5"])}`,
  ]);

/** The follower in the namespace: a question, and the line that answers it. */
class Follower implements AsyncDisposable {
  readonly #child;
  readonly #reader;
  #rest = "";

  constructor(ns: Namespace) {
    this.#child = ns.spawn([process.execPath, FIXTURE]);
    this.#reader = this.#child.stdout.getReader();
  }

  async ask(line: string): Promise<{ routes: Json[]; told: Told[] }> {
    this.#child.stdin.write(`${line}\n`);
    this.#child.stdin.flush();
    return JSON.parse(await this.line());
  }

  async line(): Promise<string> {
    const decoder = new TextDecoder();
    for (;;) {
      const end = this.#rest.indexOf("\n");
      if (end >= 0) {
        const line = this.#rest.slice(0, end);
        this.#rest = this.#rest.slice(end + 1);
        return line;
      }
      const { value, done } = await this.#reader.read();
      if (done) throw new Error(await new Response(this.#child.stderr).text());
      this.#rest += decoder.decode(value, { stream: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill();
    await this.#child.exited;
  }
}

interface Told {
  verb: string;
  body: Json;
  changed?: Record<string, [before: unknown, after: unknown]>;
}

/** Without what ticks, and what ip asks for elsewhere. */
const plain = ({ expires: _expires, nh_info: _info, ...route }: Json): Json => route;

/** ip says of which family a route is only by whom one asked. */
async function ip(ns: Namespace): Promise<Json[]> {
  const of = async (family: string, option: string) =>
    (await ns.json(`${option} -d route show table all`)).map((route) => plain({ family, ...route }));
  return [...(await of("inet", "-4")), ...(await of("inet6", "-6"))];
}

/** The routes with one key, in order. */
function byKey(routes: readonly Json[]): Record<string, string[]> {
  const keys: Record<string, string[]> = {};
  for (const route of routes) {
    const { family, dst, from, table, tos, metric } = route;
    (keys[`${family} ${dst} ${from} ${table} ${tos} ${metric}`] ??= []).push(text(route));
  }
  return Object.fromEntries(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Keys in order; ip does not tell locks, and the kernel notes only later that a carrier is lost or back. */
const text = (route: Json): string => JSON.stringify(sorted(plain(route)));

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.filter((element) => element !== "linkdown").map(sorted)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => key !== "lock")
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, value]) => [key, sorted(value)]),
        )
      : value;

/** Adds up what was told; a route that was replaced is found by what it was before. */
function fold(told: readonly Told[]): string[] {
  const routes: string[] = [];
  const take = (route: Json): void => {
    const index = routes.indexOf(text(route));
    if (index < 0) throw new Error(`told of a route that there was not: ${text(route)}`);
    routes.splice(index, 1);
  };
  for (const { verb, body, changed } of told) {
    if (verb === "removed") take(body);
    else {
      if (verb === "replaced") take(before(body, changed!));
      routes.push(text(body));
    }
  }
  return routes.sort();
}

function before(body: Json, changed: NonNullable<Told["changed"]>): Json {
  const route = structuredClone(body);
  for (const [path, [value]] of Object.entries(changed)) {
    const keys = path.split(".");
    let at = route;
    for (const key of keys.slice(0, -1)) at = at[key] as Json;
    if (value === null) delete at[keys.at(-1)!];
    else at[keys.at(-1)!] = value;
  }
  return route;
}

/** How often the two are compared before they are said to differ. */
const TRIES = 50;

async function follow(
  seed: number,
  operations: (pick: Pick) => string,
  count: number,
  line = "",
): Promise<void> {
  await using ns = await Namespace.create();
  await ns.batch(SETUP);
  await using follower = new Follower(ns);
  expect(await follower.line()).toBe('"ready"');
  const next = random(seed);
  const pick: Pick = (of) => of[next() % of.length]!;
  const lines = Array.from({ length: count }, () => operations(pick));
  for (let at = 0; at < count; at += 50) {
    // Some are refused: there is no such route, or there is one.
    const batch = ns.spawn(["ip", "-force", "-batch", "-"]);
    batch.stdin.write(lines.slice(at, at + 50).join("\n"));
    batch.stdin.end();
    await batch.exited;
    let { routes, told } = await follower.ask(line);
    let theirs = await ip(ns);
    // IPv6 takes its time with the routes of a new address.
    for (let left = TRIES; left > 0 && !Bun.deepEquals(byKey(routes), byKey(theirs)); left--) {
      await Bun.sleep(20);
      ({ routes, told } = await follower.ask(line));
      theirs = await ip(ns);
    }
    expect(byKey(routes)).toEqual(byKey(theirs));
    expect(fold(told)).toEqual(theirs.map(text).sort());
  }
}

/** What the kernel does without a word: routes, IPv4 ones above all, that go with a device, an address, a nexthop. */
const silent = (pick: Pick): string =>
  pick([
    "link set v0 down",
    "link set v0 up",
    "addr add 2001:db8::1/64 dev v0 nodad",
    "addr add 2001:db8:1::1/64 dev w0 nodad",
    "link set w1 down",
    "link set w1 up",
    "addr del 10.0.1.1/24 dev w0",
    "addr add 10.0.1.1/24 dev w0",
    "nexthop del id 3",
    "nexthop add id 3 via 10.0.1.2 dev w0",
    "nexthop del id 5",
    "nexthop add id 5 via 2001:db8::3 dev v0",
  ]);

describe("random changes", () => {
  test("IPv4", () => follow(1, inet, 400), 60_000);
  test("IPv6", () => follow(2, inet6, 400), 60_000);
  test(
    "both, and the nexthop objects they use",
    () => follow(3, (pick) => pick([inet, inet, inet6, inet6, nexthop])(pick), 400),
    60_000,
  );
  test(
    "those of which the kernel does not tell are right after a repair",
    () => follow(4, (pick) => pick([inet, inet, inet6, inet6, silent])(pick), 400, "dump"),
    60_000,
  );
});
