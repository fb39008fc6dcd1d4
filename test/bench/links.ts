/**
 * Many interfaces: link messages that public projects recorded, under 10,000 other indexes, names and addresses. Read as
 * a dump; then each loses its carrier and gets it back, is told again as it is, renamed, removed; events as JSON. Each
 * round in a process of its own: `bun test/bench/links.ts`. The recordings lie beside the checkout; without them there
 * is nothing to measure.
 */
import { readFileSync } from "node:fs";
import { Monitor } from "../../src/monitor.ts";
import { MessageWalk } from "../../src/netlink/nlmsg.ts";
import { Bytes } from "../../src/output/bytes.ts";
import { json } from "../../src/output/json.ts";
import { wanting } from "../events/wanting.ts";
import { attribute, join, message, text, u8, u32 } from "../netlink/fixtures/wire.ts";
import { corpus } from "../rtnetlink/corpus.ts";
import { type Row, say, spread } from "./table.ts";

const COUNT = 10_000;
const ROUNDS = 5;
/** Bytes of output after which it counts as written. */
const BATCH = 1 << 16;
const NOW = 1764300000000000;

const RTM_NEWLINK = 16;
const RTM_DELLINK = 17;
const HEADERS = 32;
const IFF_UP = 0x1;
const IFF_RUNNING = 0x40;
const IFF_LOWER_UP = 0x10000;
const IFLA_ADDRESS = 1;
const IFLA_IFNAME = 3;
const IFLA_LINK = 5;
const IFLA_MASTER = 10;
const IFLA_OPERSTATE = 16;
const IFLA_LINK_NETNSID = 37;
const IFLA_PROP_LIST = 52;
const IF_OPER_DOWN = 2;
const IF_OPER_UP = 6;

/** What is different in each. */
const OWN: ReadonlySet<number> = new Set([
  IFLA_ADDRESS,
  IFLA_IFNAME,
  IFLA_LINK,
  IFLA_MASTER,
  IFLA_OPERSTATE,
  IFLA_LINK_NETNSID,
  IFLA_PROP_LIST,
]);

interface Recorded {
  type: number;
  /** Its attributes but those that are different in each. */
  rest: Uint8Array;
  own: ReadonlySet<number>;
}

/** Whole messages of the family AF_UNSPEC, with a name. */
function recorded(): Recorded[] {
  const links = corpus!.filter(
    ({ type, wellformed, bytes }) => type === "RTM_NEWLINK" && wellformed && bytes[16] === 0,
  );
  return links.map(({ bytes }) => take(bytes)).filter(({ own }) => own.has(IFLA_IFNAME));
}

function take(bytes: Uint8Array): Recorded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rest: Uint8Array[] = [];
  const own = new Set<number>();
  for (let at = HEADERS; at + 4 <= bytes.length; ) {
    const length = view.getUint16(at, true);
    const type = view.getUint16(at + 2, true) & 0x3fff;
    const end = at + ((length + 3) & ~3);
    if (OWN.has(type)) own.add(type);
    else rest.push(bytes.slice(at, end));
    at = end;
  }
  return { type: view.getUint16(18, true), rest: join(...rest), own };
}

interface Shape {
  up?: boolean;
  name?: string;
  type?: number;
}

/** The i-th link; pairs name each other, the ports of bridges the first link. */
function link({ type, rest, own }: Recorded, i: number, shape: Shape): Uint8Array {
  const { up = true, name = "eth" } = shape;
  const flags = IFF_UP | (up ? IFF_RUNNING | IFF_LOWER_UP : 0);
  return message(
    shape.type ?? RTM_NEWLINK,
    0,
    join(u8(0, 0, type & 255, type >> 8), u32(i + 1, flags, 0)),
    attribute(IFLA_IFNAME, text(`${name}${i}`)),
    attribute(IFLA_OPERSTATE, u8(up ? IF_OPER_UP : IF_OPER_DOWN)),
    ...(own.has(IFLA_ADDRESS)
      ? [attribute(IFLA_ADDRESS, u8(2, 0, 0, i >> 16, (i >> 8) & 255, i & 255))]
      : []),
    ...(own.has(IFLA_LINK) ? [attribute(IFLA_LINK, u32((i ^ 1) + 1))] : []),
    ...(own.has(IFLA_MASTER) ? [attribute(IFLA_MASTER, u32(1))] : []),
    rest,
  );
}

/** A datagram of them all. */
function links(list: readonly Recorded[], shape: Shape): DataView {
  const all = Array.from({ length: COUNT }, (_, i) => link(list[i % list.length]!, i, shape));
  return new DataView(join(...all).buffer);
}

/** In bytes, when nothing is left to collect. */
function anonymous(): number {
  Bun.gc(true);
  Bun.shrink();
  return Number(/^Anonymous:\s+(\d+)/m.exec(readFileSync("/proc/self/smaps_rollup", "utf8"))?.[1]) * 1024;
}

const OBJECTS = new Set(["link", "address"] as const);

/** A monitor of links and addresses, that is told what a kernel would tell it. */
class Watch {
  readonly #out = new Bytes();
  events = 0;
  readonly #monitor: Monitor;

  /** `dump`: the links that there are. */
  constructor(dump: DataView) {
    this.#monitor = new Monitor(
      {
        dumps: {
          dump: ({ name }, read) => {
            const objects = [];
            const walk = new MessageWalk(dump, 0, name === "RTM_GETLINK" ? dump.byteLength : 0);
            while (walk.next()) {
              const object = read(walk.message);
              if (object !== undefined) objects.push(object);
            }
            return { objects, interrupted: false };
          },
          get: () => undefined,
        },
        now: () => NOW,
        by: () => undefined,
        ifname: () => undefined,
      },
      {
        objects: OBJECTS,
        filter: wanting(OBJECTS),
        snapshot: false,
        ready: false,
        keepUnknown: false,
        onEvent: (event) => {
          this.events++;
          json.write(event, this.#out);
          if (this.#out.length > BATCH) this.#out.clear();
        },
        onBatch: () => this.#out.clear(),
        onWarning: (warning) => {
          throw new Error(warning);
        },
      },
    );
  }

  start(): void {
    this.#monitor.start();
    this.#monitor.alsoTell([]);
  }

  take(messages: DataView): void {
    this.#monitor.datagram(NOW, messages, 0, messages.byteLength);
    this.#monitor.drained(true);
  }
}

const STEPS = ["read", "down", "up", "same", "renamed", "removed"] as const;

interface Round {
  /** Bytes for each. */
  memory: number;
  /** Microseconds for each. */
  us: Readonly<Record<(typeof STEPS)[number], number>>;
}

/** One round, run by itself. */
function own(): Round {
  const list = recorded();
  const up = links(list, {});
  const messages = {
    down: links(list, { up: false }),
    up,
    same: up,
    renamed: links(list, { name: "lan" }),
    removed: links(list, { name: "lan", type: RTM_DELLINK }),
  };
  const watch = new Watch(up);
  const measured = (what: () => void): number => {
    const from = performance.now();
    what();
    return ((performance.now() - from) * 1000) / COUNT;
  };
  const before = anonymous();
  const read = measured(() => watch.start());
  const memory = (anonymous() - before) / COUNT;
  const after = Object.entries(messages).map(([name, all]) => [name, measured(() => watch.take(all))]);
  if (watch.events < 4 * COUNT) throw new Error(`only ${watch.events} events`);
  return { memory, us: { read, ...Object.fromEntries(after) } };
}

export async function links10000(): Promise<Row[]> {
  if (corpus === undefined) {
    say("links: no recorded messages here");
    return [];
  }
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const { stdout } = Bun.spawnSync([process.execPath, "--smol", import.meta.path]);
    const round = JSON.parse(stdout.toString()) as Round;
    rounds.push(round);
    const told = STEPS.map((name) => `${name} ${round.us[name].toFixed(1)} us`);
    say(`links: ${round.memory.toFixed(0)} bytes each, ${told.join(", ")}`);
  }
  const row = (what: string, name: (typeof STEPS)[number]): Row => [
    what,
    spread(
      rounds.map(({ us }) => us[name]),
      1,
    ),
    "",
    "",
  ];
  return [
    row("10,000 recorded interfaces, read at the start: us each", "read"),
    ["the same: memory of each, bytes", spread(rounds.map(({ memory }) => memory)), "", ""],
    row("each loses its carrier, an event in JSON: us", "down"),
    row("gets it back: us", "up"),
    row("is told again, unchanged: us", "same"),
    row("is renamed, some named by others: us", "renamed"),
    row("is removed: us", "removed"),
  ];
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(own())}\n`);
