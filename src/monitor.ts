/** From messages to numbered, filtered events: reads the state, follows it, repairs it after a loss. */

import { noFTL } from "bun:jsc";
import { hotPath } from "../ffi/hot.ts";
import { type ChangeEvent, eventName, type Notice } from "./events/event.ts";
import type { Filter } from "./events/filter.ts";
import { Outlet, type OutletOptions } from "./events/outlet.ts";
import { Likeness } from "./likeness.ts";
import { MessageWalk, NLM_F_REQUEST } from "./netlink/nlmsg.ts";
import { getLink, readLink } from "./rtnetlink/link.ts";
import { decode, OBJECT_NAMES, type ObjectName } from "./rtnetlink/objects.ts";
import { messageTypeName } from "./rtnetlink/rtm.ts";
import type { Follower, Source } from "./source.ts";
import type { Change, Origin } from "./state/change.ts";
import type { Doubt } from "./state/doubts.ts";
import { type Dump, Host } from "./state/host.ts";
import { readObject } from "./state/read.ts";

/** A link takes a nexthop along, this one a group, this one routes. */
const ROUNDS = 4;
/** So many times in a row an answer is put off, for messages that came before it. */
const MOST_PUT_OFF = 16;

export interface MonitorOptions extends OutletOptions {
  objects: ReadonlySet<ObjectName>;
  /** It was not there when nlmon started: what is found in it has been added since. */
  appeared?: boolean;
  /** Tell when the state has been read; others tell it for all where there are several. */
  ready?: boolean;
  /** Keep attributes that no table has, with each event. */
  keepUnknown: boolean;
  /** No more for now: time to write. */
  onBatch(): void;
  onWarning(text: string): void;
  /** What it says of itself, whether the filter wants it or not. */
  onNotice?(notice: Notice): void;
  /** The network namespace has gone, and all of it has been told. */
  onGone?(): void;
}

export class Monitor implements Follower {
  readonly host: Host;
  readonly #source: Source;
  readonly #options: MonitorOptions;
  readonly #main: Outlet;
  #outlets: readonly Outlet[];
  #time = 0;
  /** What is told now follows from this, and no message said it. */
  #cause: string | undefined;
  readonly #walk = new MessageWalk();
  /** Of the socket that asked for what is being applied; 0: the kernel by itself. */
  #portId = 0;
  /** A loss was told, and not yet that it is repaired. */
  #owed = false;
  #likeness: Likeness | undefined;
  /** Of the message that is being applied: how many changes, the last of them, and the event of it. */
  #changes = 0;
  #change: Change | undefined;
  #told: ChangeEvent | undefined;
  /** Differences told since the last loss. */
  #repaired = 0;
  #putOff = 0;
  /** Doubts that are too early. */
  #waiting = false;

  constructor(source: Source, options: MonitorOptions) {
    this.#source = source;
    this.#options = options;
    this.#main = new Outlet(options);
    this.#outlets = [this.#main];
    this.host = new Host((change) => this.#tell(change, this.#outlets), {
      objects: options.objects,
      ifname: (ifindex) => source.ifname(ifindex),
    });
    hotPath(this.#tell, this.#offer, this.#infer);
    this.host.cx.keepUnknown = options.keepUnknown;
    this.host.cx.foreign = source.where?.nsid !== undefined;
  }

  start(): boolean {
    const { appeared, ready } = this.#options;
    const dump = this.#dump();
    this.#time = this.#source.now();
    if (appeared) this.#because("added", () => this.host.appear(dump));
    else this.host.load(dump);
    const snapshots = appeared ? [] : this.#outlets.filter(({ options }) => options.snapshot);
    if (snapshots.length > 0) for (const change of this.host.existing()) this.#tell(change, snapshots);
    if (ready !== false) this.#notice({ event: "monitor.ready" }, "snapshot");
    this.#options.onBatch();
    return isWhole(dump);
  }

  /** Follows these objects too. */
  watch(objects: ReadonlySet<ObjectName>): void {
    const more = objects.difference(this.host.objects);
    if (more.size === 0) return;
    this.#source.listen?.(more);
    this.host.watch(more);
    const dump = this.#dump([...more]);
    this.host.load(dump);
    if (!isWhole(dump)) this.#source.again?.();
  }

  /** Who is told besides the one that the options name. */
  alsoTell(outlets: readonly Outlet[]): void {
    this.#outlets = [this.#main, ...outlets];
    this.#likeness?.clear();
    const { alike } = this.#options;
    this.#likeness =
      outlets.length > 0 || alike === undefined
        ? undefined
        : new Likeness(this.host, this.#main, alike, (portId) => this.#source.by(portId));
  }

  /** Tells the state there is, as far as `filter` wants it: as `*.exists` and `addresses.changed`. */
  tellFound(outlet: Outlet, filter: Filter): void {
    this.#time = this.#source.now();
    for (const change of this.host.existing()) this.#offer(change, outlet, filter);
    for (const change of this.host.addresses.usableSets("snapshot")) this.#offer(change, outlet, filter);
  }

  datagram(time: number, view: DataView, at: number, end: number): void {
    this.#time = time;
    const walk = this.#walk;
    walk.enter(view, at, end);
    while (walk.next()) {
      if (this.#likeness?.take(walk.message, time)) continue;
      this.#changes = 0;
      this.#portId = walk.message.pid;
      if (!this.host.apply(walk.message)) this.#warnOfProblems(messageTypeName(walk.message.type));
      this.#likeness?.learn(walk.message, this.#changes, this.#change, this.#told);
    }
    this.#portId = 0;
    if (walk.problem !== undefined) this.#options.onWarning(`malformed datagram: ${walk.problem}`);
  }

  overhear(_time: number, view: DataView, at: number, end: number): void {
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) {
      if ((walk.message.flags & NLM_F_REQUEST) !== 0) continue;
      const decoded = decode(walk.message, this.host.cx);
      if (decoded !== undefined) this.host.load(new Map([[decoded.object, { ...decoded, whole: false }]]));
    }
  }

  drained(settle: boolean): void {
    for (const ifindex of this.host.takeStale()) {
      const link = this.#source.dumps.get(getLink(ifindex), (message) => readLink(message, this.host.cx));
      if (link !== undefined) this.host.correct(link);
    }
    // What is derived can wait until the lines that it follows from are out.
    this.#options.onBatch();
    if (!settle) return;
    this.#source.giveWay?.();
    this.#infer();
    this.host.settle("kernel");
    this.#options.onBatch();
  }

  resync(time: number, lost: number): boolean {
    this.#time = time;
    if (lost > 0) {
      this.#owed = true;
      this.#notice({ event: "monitor.overflow", lost }, "kernel");
    }
    const dump = this.#dump();
    this.#time = this.#source.now();
    const before = this.#main.last;
    this.host.resync(dump);
    this.#repaired += this.#main.last - before;
    const whole = isWhole(dump);
    if (whole && (this.#owed || this.#repaired > 0)) {
      this.#notice({ event: "monitor.resynced", events: this.#repaired }, "resync");
      this.#owed = false;
      this.#repaired = 0;
    }
    this.#options.onBatch();
    return whole;
  }

  /** Reads again what the kernel may have changed in silence; what is found can give rise to further doubts. */
  #infer(): void {
    const left: Doubt[] = [];
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const doubts = this.host.takeDoubts();
      if (doubts.length === 0) break;
      this.#time = this.#source.now();
      for (const doubt of doubts) if (this.#reads(doubt.object) && !this.#answer(doubt)) left.push(doubt);
    }
    for (const doubt of left) this.host.doubtAgain(doubt);
    if (this.#waiting || !this.host.hasLateDoubts || this.#source.later === undefined) return;
    this.#waiting = true;
    this.#source.later(() => {
      this.#waiting = false;
      this.host.ripen();
    });
  }

  /** False: a message waits that may be older than what was read, and would undo it. It is told first. */
  #answer(doubt: Doubt): boolean {
    const part = readObject(this.#source.dumps, doubt.object, this.host.cx, doubt.ifindexes);
    if (this.#putOff < MOST_PUT_OFF && this.#source.waits?.()) {
      this.#putOff++;
      return false;
    }
    this.#putOff = 0;
    this.host.infer(doubt, part);
    if (!part.whole) this.#source.again?.();
    return true;
  }

  gone(): void {
    this.#time = this.#source.now();
    const nothing = new Map(this.#watched.map((object) => [object, NOTHING]));
    this.#because("removed", () => this.host.resync(nothing));
    this.#options.onBatch();
    this.#options.onGone?.();
  }

  /** What this tells follows from what happened to the namespace. */
  #because(verb: "added" | "removed", take: () => void): void {
    this.#cause = `${this.#source.where?.nsid === undefined ? "netns" : "nsid"}.${verb}`;
    take();
    this.#cause = undefined;
  }

  #warnOfProblems(what: string): void {
    for (const { path, problem } of this.host.cx.problems)
      this.#options.onWarning(`${what}: ${path}: ${problem}`);
  }

  get #watched(): ObjectName[] {
    return OBJECT_NAMES.filter((object) => this.host.objects.has(object));
  }

  #reads(object: ObjectName): boolean {
    return this.#source.reads?.(object) !== false;
  }

  #dump(objects = this.#watched): Dump {
    const { dumps } = this.#source;
    const { cx } = this.host;
    const readable = objects.filter((object) => this.#reads(object));
    return new Map(readable.map((object) => [object, readObject(dumps, object, cx)]));
  }

  #tell(change: Change, outlets: readonly Outlet[]): void {
    if (this.#cause !== undefined) {
      change.origin = "inferred";
      change.cause = this.#cause;
    }
    if (change.object === "link") this.#likeness?.clear();
    this.#changes++;
    this.#change = change;
    this.#told = undefined;
    for (const outlet of outlets) this.#offer(change, outlet, outlet.options.filter);
  }

  #offer(change: Change, outlet: Outlet, filter: Filter): void {
    const event = eventName(change);
    const wanted = filter.wantsName(event) ? filter.select(change) : undefined;
    if (wanted === undefined) return;
    const told: ChangeEvent = {
      time: this.#time,
      seq: 0,
      event,
      origin: change.origin,
      change: wanted,
    };
    const { where } = this.#source;
    if (where !== undefined) Object.assign(told, where);
    const by = change.origin === "kernel" ? this.#source.by(this.#portId) : undefined;
    if (by !== undefined) told.by = by;
    const oddities = this.host.cx.odditiesOf(change.body);
    if (oddities !== undefined) Object.assign(told, oddities);
    this.#told = told;
    outlet.tell(told);
  }

  #notice(notice: Notice, origin: Origin): void {
    this.#options.onNotice?.(notice);
    for (const outlet of this.#outlets)
      if (outlet.options.filter.wantsName(notice.event))
        outlet.tell({ time: this.#time, seq: 0, origin, ...notice, ...this.#source.where });
  }
}

// As in src/likeness.ts.
noFTL(Monitor.prototype.datagram);

const NOTHING = { readings: [], whole: true };
const isWhole = (dump: Dump): boolean => dump.values().every(({ whole }) => whole);
