/** What a follower is told and answered when it is recorded, it is told and answered when that is replayed. */
import { expect, test } from "bun:test";
import { pcapHeader } from "../../src/capture/pcap-writer.ts";
import { CaptureReader } from "../../src/capture/reader.ts";
import { Recorder } from "../../src/capture/recorder.ts";
import { Replay } from "../../src/capture/replay.ts";
import type { Dumps, Request } from "../../src/netlink/dump.ts";
import { RequestError } from "../../src/netlink/error.ts";
import { type Message, MessageWalk } from "../../src/netlink/nlmsg.ts";
import type { Follower, Source } from "../../src/source.ts";
import { join, message, u8, u32 } from "../netlink/fixtures/wire.ts";

const RTM_NEWADDR = 20;
const GET_ADDR: Request = { name: "RTM_GETADDR", type: 22, body: u8(2, 0, 0, 0) };
const GET_LINK: Request = { name: "RTM_GETLINK", type: 18, body: u8(0, 0, 0, 0) };
const GET_MDB: Request = { name: "RTM_GETMDB", type: 86, body: u8(7, 0, 0, 0) };

const shown = ({ view, at, end, type }: Message) =>
  `${type}:${new Uint8Array(view.buffer.slice(at, end) as ArrayBuffer).toHex()}`;

/** What is asked at which moment. */
type Asks = Readonly<Record<string, (witness: Witness, source: Source) => void>>;

/** Writes down all that it is told and answered; asks what the test has it ask. */
class Witness implements Follower {
  readonly log: string[] = [];
  readonly #source: Source;
  readonly #asks: Asks;
  #drained = 0;

  constructor(source: Source, asks: Asks) {
    this.#source = source;
    this.#asks = asks;
  }

  #ask(when: string): void {
    this.#asks[when]?.(this, this.#source);
  }

  dump(request: Request): void {
    try {
      const { objects, interrupted } = this.#source.dumps.dump(request, shown);
      this.log.push(`  ${request.name}: ${objects.join(" ")}${interrupted ? " ..." : ""}`);
    } catch (error) {
      this.log.push(`  ${request.name}: ${(error as RequestError).code}`);
    }
  }

  get(request: Request): void {
    this.log.push(`  ${request.name}: ${this.#source.dumps.get(request, shown)}`);
  }

  start(): boolean {
    this.log.push("start");
    this.#ask("start");
    return true;
  }

  datagram(time: number, view: DataView, at: number, end: number): void {
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) {
      const by = this.#source.by(walk.message.pid);
      this.log.push(`${time} ${shown(walk.message)}${by === undefined ? "" : ` by ${by.comm}[${by.pid}]`}`);
    }
    this.#ask("datagram");
  }

  drained(settle: boolean): void {
    this.log.push(`drained ${settle}`);
    this.#ask(`drained ${++this.#drained}`);
  }

  resync(time: number, lost: number): boolean {
    this.log.push(`resync ${time} ${lost}`);
    this.#ask("resync");
    return true;
  }
}

/** A kernel of the test's: its clock ticks when it is asked. */
class Fake implements Source {
  #now = 1_700_000_000_000_000;
  tasks: (() => void)[] = [];
  interrupted = false;

  readonly dumps: Dumps = {
    dump: (request, read) => {
      if (request === GET_MDB) throw new RequestError(request.name, { error: -95, code: "EOPNOTSUPP" });
      const objects = this.#answers(request).flatMap((answer) => read(answer) ?? []);
      return { objects, interrupted: this.interrupted };
    },
    get: (request, read) => (request === GET_ADDR ? undefined : read(this.#answers(request)[0]!)),
  };

  now(): number {
    return ++this.#now;
  }

  by(portId: number) {
    return portId === 77 ? { pid: 77, comm: "ip" } : undefined;
  }

  ifname(ifindex: number): string | undefined {
    return ifindex === 2 ? "eth0" : undefined;
  }

  later(task: () => void): void {
    this.tasks.push(task);
  }

  #answers({ type }: Request): Message[] {
    const bytes = join(message(type - 2, 2, u32(type, 1)), message(type - 2, 2, u32(type, 2)));
    const found: Message[] = [];
    for (let start = 0; start < bytes.length; start += 24) {
      const walk = new MessageWalk(new DataView(bytes.buffer), start, start + 24);
      if (walk.next()) found.push(walk.message);
    }
    return found;
  }
}

/** Records what `script` does; what the follower saw then, and what it sees in the replay. */
function both(
  asks: Asks,
  script: (recorder: Recorder, fake: Fake, tell: (...messages: Uint8Array[]) => void) => void,
): [live: string[], replayed: string[]] {
  const packets: Uint8Array[] = [pcapHeader()];
  const fake = new Fake();
  let live: Witness | undefined;
  const tape = { write: (packet: Uint8Array) => void packets.push(packet), flush: () => {} };
  const recorder = new Recorder(
    fake,
    new Set(["address"] as const),
    tape,
    (source) => (live = new Witness(source, asks)),
  );
  recorder.start();
  script(recorder, fake, (...messages) => {
    const bytes = join(...messages);
    recorder.datagram(fake.now(), new DataView(bytes.buffer), 0, bytes.length);
  });
  recorder.close();

  const reader = new CaptureReader();
  const replay = new Replay(reader, {
    speed: undefined,
    wanted: new Set(["address"] as const),
    onWarning: () => {},
  });
  const replayed = new Witness(replay, asks);
  replay.start(replayed);
  for (const packet of packets) {
    reader.push(packet);
    replay.run(100);
  }
  reader.end();
  expect(replay.run(100)).toBe("more");
  expect(reader.damage).toBeUndefined();
  // What is derived at the end of a file is no part of it.
  return [live!.log, replayed.log];
}

const news = (number: number, pid = 0): Uint8Array => {
  const bytes = message(RTM_NEWADDR, 0, u32(number));
  new DataView(bytes.buffer).setUint32(12, pid, true);
  return bytes;
};

test("messages, bursts and batches", () => {
  const [live, replayed] = both({}, (recorder, _fake, tell) => {
    tell(news(1));
    recorder.drained(true);
    tell(news(2));
    tell(news(3), news(4));
    recorder.drained(true);
    tell(news(5));
    recorder.drained(false);
    tell(news(6));
    recorder.drained(false);
    recorder.drained(true);
    recorder.drained(true);
  });
  // Where nothing happened since, nothing is derived either, and batches are only pauses.
  const told = (log: readonly string[]) => log.filter((line) => line !== "drained false");
  expect(told(replayed)).toEqual(told(live).slice(0, -1));
  expect(told(replayed).filter((line) => line.startsWith("drained"))).toHaveLength(3);
});

test("what is asked, at the start, after messages and after a loss; and what is refused", () => {
  const [live, replayed] = both(
    {
      start(witness, source) {
        witness.dump(GET_LINK);
        witness.dump(GET_ADDR);
        witness.dump(GET_MDB);
        witness.log.push(`  now ${source.now()}`);
      },
      "drained 2"(witness, source) {
        witness.log.push(`  now ${source.now()}`);
        witness.dump(GET_ADDR);
        witness.log.push(`  now ${source.now()}`);
        witness.get(GET_LINK);
        witness.get(GET_ADDR);
      },
      resync(witness, source) {
        witness.dump(GET_LINK);
        witness.log.push(`  now ${source.now()}`);
      },
    },
    (recorder, fake, tell) => {
      tell(news(1));
      recorder.drained(true);
      tell(news(2));
      recorder.drained(true);
      tell(news(3));
      fake.interrupted = true;
      recorder.resync(fake.now(), 4711);
      recorder.drained(true);
      fake.interrupted = false;
      recorder.resync(fake.now(), 0);
      recorder.drained(true);
    },
  );
  expect(replayed).toEqual(live);
  expect(live.join("\n")).toContain("RTM_GETMDB: EOPNOTSUPP");
  expect(live.join("\n")).toMatch(/resync \d+ 4711\n {2}RTM_GETLINK: .* \.\.\.\n/);
});

test("who made a change, names of devices, and what is done later", () => {
  let asked = 0;
  const ask = (witness: Witness, source: Source) =>
    witness.log.push(`  ${source.ifname(2)} ${source.ifname(3)}`);
  const [live, replayed] = both(
    {
      datagram: ask,
      "drained 1"(witness, source) {
        source.later?.(() => witness.log.push("  later"));
        ask(witness, source);
        asked++;
      },
    },
    (recorder, fake, tell) => {
      tell(news(1, 77));
      recorder.drained(true);
      tell(news(2, 78));
      recorder.drained(true);
      for (const task of fake.tasks) task();
      recorder.drained(true);
      tell(news(3));
      recorder.drained(true);
    },
  );
  expect(asked).toBe(2);
  expect(replayed).toEqual(live);
  expect(live).toContain("  later");
  expect(live).toContain("  eth0 undefined");
  expect(live.some((line) => line.endsWith(" by ip[77]"))).toBe(true);
});
