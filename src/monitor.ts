/** From messages to numbered, filtered events: reads the state, follows it, repairs it after a loss. */
import { type ChangeEvent, type Event, eventName, type Notice } from "./events/event.ts";
import type { Filter } from "./events/filter.ts";
import { MessageWalk } from "./netlink/nlmsg.ts";
import { getLink, readLink } from "./rtnetlink/link.ts";
import { kept, type ObjectName } from "./rtnetlink/objects.ts";
import { messageTypeName } from "./rtnetlink/rtm.ts";
import type { Follower, Source } from "./source.ts";
import type { Change, Origin } from "./state/change.ts";
import { type Dump, Host } from "./state/host.ts";
import { readObject } from "./state/read.ts";

/** A link takes a nexthop along, this one a group, this one routes. */
const ROUNDS = 4;

export interface MonitorOptions {
  objects: ReadonlySet<ObjectName>;
  filter: Filter;
  /** First the state found, as `*.exists` events. */
  snapshot: boolean;
  /** It was not there when nlmon started: what is found in it has been added since. */
  appeared?: boolean;
  /** Tell when the state has been read; others tell it for all where there are several. */
  ready?: boolean;
  /** Number of the last event; several monitors may count together. */
  numbers?: Numbers;
  /** Keep attributes that no table has, with each event. */
  keepUnknown: boolean;
  onEvent(event: Event): void;
  /** No more for now: time to write. */
  onBatch(): void;
  onWarning(text: string): void;
}

export interface Numbers {
  last: number;
}

export class Monitor implements Follower {
  readonly host: Host;
  readonly #source: Source;
  readonly #options: MonitorOptions;
  #time = 0;
  readonly #numbers: Numbers;
  /** What is told now follows from this, and no message said it. */
  #cause: string | undefined;
  /** Of the socket that asked for what is being applied; 0: the kernel by itself. */
  #portId = 0;
  /** Differences told since the last loss. */
  #repaired = 0;

  constructor(source: Source, options: MonitorOptions) {
    this.#source = source;
    this.#options = options;
    this.#numbers = options.numbers ?? { last: 0 };
    this.host = new Host(this.#change, options);
    this.host.cx.keepUnknown = options.keepUnknown;
  }

  start(): boolean {
    const { appeared, snapshot, ready } = this.#options;
    const dump = this.#dump();
    this.#time = this.#source.now();
    if (appeared) this.#because("netns.added", dump);
    else this.host.load(dump);
    if (snapshot && !appeared) this.host.snapshot();
    if (ready !== false) this.#notice({ event: "monitor.ready" }, "snapshot");
    this.#options.onBatch();
    return isWhole(dump);
  }

  datagram(time: number, view: DataView, at: number, end: number): void {
    this.#time = time;
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) {
      this.#portId = walk.message.pid;
      if (!this.host.apply(walk.message)) this.#warnOfProblems(messageTypeName(walk.message.type));
    }
    this.#portId = 0;
    if (walk.problem !== undefined) this.#options.onWarning(`malformed datagram: ${walk.problem}`);
  }

  drained(settle: boolean): void {
    for (const ifindex of this.host.takeStale()) {
      const link = this.#source.dumps.get(getLink(ifindex), (message) => readLink(message, this.host.cx));
      if (link !== undefined) this.host.correct(link);
    }
    // What is derived can wait until the lines that it follows from are out.
    this.#options.onBatch();
    if (!settle) return;
    this.#infer();
    this.host.settle("kernel");
    this.#options.onBatch();
  }

  resync(time: number, lost: number): boolean {
    this.#time = time;
    if (lost > 0) this.#notice({ event: "monitor.overflow", lost }, "kernel");
    const dump = this.#dump();
    this.#time = this.#source.now();
    const before = this.#numbers.last;
    this.host.resync(dump);
    this.#repaired += this.#numbers.last - before;
    const whole = isWhole(dump);
    if (whole) {
      this.#notice({ event: "monitor.resynced", events: this.#repaired }, "resync");
      this.#repaired = 0;
    }
    this.#options.onBatch();
    return whole;
  }

  /** Reads again what the kernel may have changed in silence; what is found can give rise to further doubts. */
  #infer(): void {
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const doubts = this.host.takeDoubts();
      if (doubts.length === 0) return;
      this.#time = this.#source.now();
      for (const doubt of doubts)
        this.host.infer(doubt, readObject(this.#source.dumps, doubt.object, this.host.cx, doubt.ifindexes));
    }
  }

  gone(): void {
    this.#time = this.#source.now();
    this.#because("netns.removed", new Map(kept(this.#options.objects).map((object) => [object, NOTHING])));
    this.#options.onBatch();
  }

  /** What there is now is this; the difference is not a repair, but follows from something that was told. */
  #because(cause: string, dump: Dump): void {
    this.#cause = cause;
    this.host.resync(dump);
    this.#cause = undefined;
  }

  #warnOfProblems(what: string): void {
    for (const { path, problem } of this.host.cx.problems)
      this.#options.onWarning(`${what}: ${path}: ${problem}`);
  }

  #dump(): Dump {
    const { dumps } = this.#source;
    const { cx } = this.host;
    return new Map(kept(this.#options.objects).map((object) => [object, readObject(dumps, object, cx)]));
  }

  readonly #change = (change: Change): void => {
    if (this.#cause !== undefined) {
      change.origin = "inferred";
      change.cause = this.#cause;
    }
    const { filter } = this.#options;
    const event = eventName(change);
    const wanted = filter.wantsName(event) ? filter.select(change) : undefined;
    if (wanted === undefined) return;
    const told: ChangeEvent = {
      time: this.#time,
      seq: ++this.#numbers.last,
      event,
      origin: change.origin,
      change: wanted,
      ...this.#source.where,
    };
    const by = change.origin === "kernel" ? this.#source.by(this.#portId) : undefined;
    if (by !== undefined) told.by = by;
    const oddities = this.host.cx.odditiesOf(change.body);
    if (oddities !== undefined) Object.assign(told, oddities);
    this.#options.onEvent(told);
  };

  #notice(notice: Notice, origin: Origin): void {
    if (!this.#options.filter.wantsName(notice.event)) return;
    this.#options.onEvent({
      time: this.#time,
      seq: ++this.#numbers.last,
      origin,
      ...notice,
      ...this.#source.where,
    });
  }
}

const NOTHING = { readings: [], whole: true };
const isWhole = (dump: Dump): boolean => dump.values().every(({ whole }) => whole);
