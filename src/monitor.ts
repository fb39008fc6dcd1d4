/** From the kernel's socket to numbered, filtered events: subscribes, reads the state, follows it, repairs it. */
import { now } from "../ffi/clock.ts";
import type { Loop, Timeout } from "../ffi/loop.ts";
import { NETLINK_ROUTE } from "../ffi/netlink.ts";
import { type ChangeEvent, type Event, eventName, type Notice } from "./events/event.ts";
import type { Filter } from "./events/filter.ts";
import { Processes } from "./events/processes.ts";
import type { Receiver } from "./netlink/drain.ts";
import { DumpSession } from "./netlink/dump.ts";
import { MessageWalk } from "./netlink/nlmsg.ts";
import { Subscription } from "./netlink/subscription.ts";
import { getLink, readLink } from "./rtnetlink/link.ts";
import { OBJECT_NAMES, OBJECTS, type ObjectName } from "./rtnetlink/objects.ts";
import { messageTypeName } from "./rtnetlink/rtm.ts";
import type { Change, Origin } from "./state/change.ts";
import { type Dump, Host } from "./state/host.ts";
import { readObject } from "./state/read.ts";

/** Losses that follow one another, and dumps that were interrupted, are answered by one resync in so many ms. */
const RESYNC_INTERVAL = 1000;
/** What is told once a batch waits for the end of a burst, but no longer than so many ms. */
const SETTLE_INTERVAL = 1000;

export interface MonitorOptions {
  objects: ReadonlySet<ObjectName>;
  filter: Filter;
  /** First the state found, as `*.exists` events. */
  snapshot: boolean;
  /** Bytes of receive buffer; undefined: DEFAULT_RCVBUF, or what is allowed of it. */
  rcvbuf: number | undefined;
  /** Only addresses of these scopes count as usable in `addresses.changed`; undefined: all. */
  scopes: ReadonlySet<string> | undefined;
  /** Keep attributes that no table has, with each event. */
  keepUnknown: boolean;
  onEvent(event: Event): void;
  /** No more for now: time to write. */
  onBatch(): void;
  onWarning(text: string): void;
  /** Something that is so, and that nobody has to do anything about. */
  onNote(text: string): void;
}

export class Monitor implements Receiver {
  readonly host: Host;
  readonly subscription: Subscription;
  readonly #options: MonitorOptions;
  readonly #dumps: DumpSession;
  readonly #loop: Loop;
  #time = now();
  #seq = 0;
  /** Of the socket that asked for what is being applied; 0: the kernel by itself. */
  #portId = 0;
  readonly #processes = new Processes();
  /** Lost and not yet told. */
  #lost = 0;
  /** Differences told since the last loss. */
  #repaired = 0;
  #resyncedAt = Number.NEGATIVE_INFINITY;
  #resyncTimer: Timeout | undefined;
  #settledAt = 0;

  constructor(loop: Loop, options: MonitorOptions) {
    this.#options = options;
    this.#loop = loop;
    this.host = new Host(this.#change, options);
    this.host.cx.keepUnknown = options.keepUnknown;
    this.subscription = new Subscription(loop, NETLINK_ROUTE, this, options.rcvbuf);
    // Links are followed in any case: every other object is shown with the name of its device.
    for (const object of this.#kept) {
      const missing = OBJECTS[object].groups.filter((group) => !this.subscription.join(group));
      if (missing.length > 0)
        options.onNote(`${object}: this kernel has no multicast group ${missing.join(", ")}`);
    }
    this.#dumps = new DumpSession(NETLINK_ROUTE);
  }

  /** Reads the state, tells it where asked for, and follows what happened since the subscription. */
  start(): void {
    this.subscription.start();
    const dump = this.#dump();
    this.host.load(dump);
    if (!isWhole(dump)) this.#resyncLater();
    if (this.#options.snapshot) this.host.snapshot();
    this.#notice({ event: "monitor.ready" }, "snapshot");
    this.#options.onBatch();
  }

  /** Delivers everything that has arrived, and repairs what is still to be repaired. */
  finish(): void {
    this.subscription.finish();
    if (this.#lost > 0) this.#resync();
    this.host.settle("kernel");
  }

  datagram(view: DataView, at: number, end: number): void {
    this.#time = now();
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) {
      this.#portId = walk.message.pid;
      if (!this.host.apply(walk.message)) this.#warnOfProblems(messageTypeName(walk.message.type));
    }
    this.#portId = 0;
    if (walk.problem !== undefined) this.#options.onWarning(`malformed datagram: ${walk.problem}`);
  }

  overrun(): void {
    this.#lost += this.subscription.lost();
    if (performance.now() - this.#resyncedAt >= RESYNC_INTERVAL) this.#resync();
    else this.#resyncLater();
  }

  drained(empty: boolean): void {
    for (const ifindex of this.host.takeStale()) {
      const link = this.#dumps.get(getLink(ifindex), (message) => readLink(message, this.host.cx));
      if (link !== undefined) this.host.correct(link);
    }
    // What is derived can wait until the lines that it follows from are out, and until a burst is over.
    this.#options.onBatch();
    if (!empty && performance.now() - this.#settledAt < SETTLE_INTERVAL) return;
    this.#settledAt = performance.now();
    this.host.settle("kernel");
    this.#options.onBatch();
  }

  #resyncLater(): void {
    this.#resyncTimer ??= this.#loop.after(RESYNC_INTERVAL, () => this.#resync());
  }

  #resync(): void {
    this.#loop.cancel(this.#resyncTimer);
    this.#resyncTimer = undefined;
    this.#time = now();
    this.#sayLost();
    const dump = this.#dump();
    this.#time = now();
    const before = this.#seq;
    this.host.resync(dump);
    this.#repaired += this.#seq - before;
    if (isWhole(dump)) {
      this.#notice({ event: "monitor.resynced", events: this.#repaired }, "resync");
      this.#repaired = 0;
    } else this.#resyncLater();
    this.#options.onBatch();
    this.#resyncedAt = performance.now();
  }

  #sayLost(): void {
    const lost = this.#lost;
    if (lost === 0) return;
    this.#lost = 0;
    const { rcvbuf } = this.subscription;
    this.#options.onWarning(
      `${lost} messages lost (receive buffer ${rcvbuf} bytes): reading the state again`,
    );
    this.#notice({ event: "monitor.overflow", lost }, "kernel");
  }

  #warnOfProblems(what: string): void {
    for (const { path, problem } of this.host.cx.problems)
      this.#options.onWarning(`${what}: ${path}: ${problem}`);
  }

  /** Links in any case: every other object is shown with the name of its device. */
  get #kept(): readonly ObjectName[] {
    const { objects } = this.#options;
    return OBJECT_NAMES.filter((object) => object === "link" || objects.has(object));
  }

  #dump(): Dump {
    const dump = new Map(this.#kept.map((object) => [object, readObject(this.#dumps, object, this.host.cx)]));
    if (!isWhole(dump))
      this.#options.onWarning(
        "the state changes faster than it can be read: it will be read again until it is whole",
      );
    return dump;
  }

  readonly #change = (change: Change): void => {
    const { filter } = this.#options;
    const event = eventName(change);
    if (!filter.wantsName(event) || !filter.wants(change)) return;
    const told: ChangeEvent = { time: this.#time, seq: ++this.#seq, event, origin: change.origin, change };
    const by = change.origin === "kernel" ? this.#processes.of(this.#portId) : undefined;
    if (by !== undefined) told.by = by;
    const oddities = this.host.cx.odditiesOf(change.body);
    if (oddities !== undefined) Object.assign(told, oddities);
    this.#options.onEvent(told);
  };

  #notice(notice: Notice, origin: Origin): void {
    if (!this.#options.filter.wantsName(notice.event)) return;
    this.#options.onEvent({ time: this.#time, seq: ++this.#seq, origin, ...notice });
  }
}

const isWhole = (dump: Dump): boolean => dump.values().every(({ whole }) => whole);
