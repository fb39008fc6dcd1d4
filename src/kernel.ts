/** The kernel as a source: subscribes to groups, and decides when a follower is told that messages were lost. */
import { now } from "../ffi/clock.ts";
import { giveWay } from "../ffi/fd.ts";
import { ifIndexToName } from "../ffi/ifname.ts";
import { NETLINK_ROUTE } from "../ffi/netlink.ts";
import type { Netns } from "../ffi/netns.ts";
import type { Reactor, Timeout } from "../ffi/reactor.ts";
import type { Where } from "./events/event.ts";
import { type Process, Processes } from "./events/processes.ts";
import type { Receiver } from "./netlink/drain.ts";
import { DumpSession } from "./netlink/dump.ts";
import { Subscription } from "./netlink/subscription.ts";
import { type Follow, Peers } from "./peers.ts";
import { kept, OBJECTS, type ObjectName } from "./rtnetlink/objects.ts";
import { RTNLGRP_NSID } from "./rtnetlink/rtm.ts";
import { socketFilter, type Wanted } from "./rtnetlink/socket-filter.ts";
import type { Follower, Source } from "./source.ts";

/** Losses that follow one another, and dumps that were interrupted, are answered by one resync in so many ms. */
const RESYNC_INTERVAL = 1000;
/** What is told once a batch waits for the end of a burst, but no longer than so many ms. */
const SETTLE_INTERVAL = 1000;
/** What the kernel leaves to a worker of its own is done within so many ms. */
const LATER = 200;

export interface KernelOptions {
  /** Whose groups are joined. */
  objects: ReadonlySet<ObjectName>;
  /** Bytes of receive buffer; undefined: DEFAULT_RCVBUF, or what is allowed of it. */
  rcvbuf: number | undefined;
  /** Another network namespace than the one that nlmon was started in. */
  other?: { netns: Netns; where: Where; id: string };
  /** What of the objects; absent: all. */
  wanted?: Wanted;
  /** What follows the namespaces that have an id in this one; absent: they are not listened to. */
  follow?: Follow;
  onWarning(text: string): void;
  /** Something that is so, and that nobody has to do anything about. */
  onNote(text: string): void;
}

const NOTHING = new Uint8Array();

export class Kernel implements Source, Receiver {
  readonly dumps: DumpSession;
  readonly where: Where | undefined;
  readonly now = now;
  readonly giveWay = giveWay;
  /** What comes from now on is not waited for. */
  #finishing = false;
  readonly #loop: Reactor;
  readonly #subscription: Subscription;
  readonly #options: KernelOptions;
  readonly #processes: Processes;
  readonly #peers: Peers | undefined;
  #filter: Uint8Array | undefined;
  #follower: Follower | undefined;
  /** Lost and not yet told. */
  #lost = 0;
  #resyncedAt = Number.NEGATIVE_INFINITY;
  #resyncTimer: Timeout | undefined;
  readonly #late = new Set<Timeout>();
  #settledAt = 0;

  /** Subscribes at once; nothing is delivered before `start`. */
  constructor(loop: Reactor, options: KernelOptions) {
    this.#loop = loop;
    this.#options = options;
    const { other } = options;
    this.where = other?.where;
    this.dumps = new DumpSession(NETLINK_ROUTE, other?.netns);
    this.#processes = new Processes(other?.id);
    this.#subscription = new Subscription(loop, NETLINK_ROUTE, this, options.rcvbuf, other?.netns);
    if (options.follow !== undefined) {
      this.#subscription.listenToAll();
      this.#subscription.join(RTNLGRP_NSID);
      this.#peers = new Peers(this.dumps, this.where, options.follow);
    }
    if (options.wanted !== undefined) this.narrow(options.wanted);
    this.listen(kept(options.objects));
  }

  /** What the kernel need not hand over is something else from now on: what it did not till now may have changed. */
  narrow(wanted: Wanted): void {
    // Whoever listens to namespaces has to hear of their ids.
    const objects =
      this.#peers === undefined ? wanted.objects : new Set([...wanted.objects, "nsid" as const]);
    const filter = socketFilter({ ...wanted, objects });
    if (Buffer.compare(filter ?? NOTHING, this.#filter ?? NOTHING) === 0) return;
    this.#filter = filter;
    this.#subscription.setFilter(filter);
    if (this.#follower !== undefined) this.check();
  }

  /** Reads the state again: something may have changed of which nothing was heard. */
  check(): void {
    // What was heard comes first, for the state has it already.
    this.#subscription.finish();
    this.#resyncSoon();
  }

  listen(objects: Iterable<ObjectName>): void {
    for (const object of objects) {
      const missing = OBJECTS[object].groups.filter((group) => !this.#subscription.join(group));
      if (missing.length > 0)
        this.#options.onNote(`${object}: this kernel has no multicast group ${missing.join(", ")}`);
    }
  }

  /** Bytes of receive buffer that the kernel granted. */
  get rcvbuf(): number {
    return this.#subscription.rcvbuf;
  }

  ifname(ifindex: number): string | undefined {
    const { other } = this.#options;
    return other === undefined ? ifIndexToName(ifindex) : other.netns.run(() => ifIndexToName(ifindex));
  }

  by(portId: number): Process | undefined {
    return this.#processes.of(portId);
  }

  start(follower: Follower): void {
    this.#follower = follower;
    this.#subscription.start();
    this.#peers?.start();
    if (!follower.start()) this.again();
  }

  /** Stops or resumes reading; while it is stopped, the kernel keeps what comes, then drops and counts it. */
  pause(paused: boolean): void {
    this.#subscription.pause(paused);
  }

  waits(): boolean {
    return !this.#finishing && this.#subscription.waits();
  }

  /** Delivers everything that has arrived, and repairs what is still to be repaired. */
  finish(): void {
    this.#finishing = true;
    this.#subscription.finish();
    if (this.#lost > 0) this.#resync();
    this.#drained(true);
  }

  /** No more is wanted of it. */
  close(): void {
    this.#loop.cancel(this.#resyncTimer);
    for (const timer of this.#late) this.#loop.cancel(timer);
    this.#subscription.close();
    this.dumps.close();
  }

  datagram(time: number, view: DataView, at: number, end: number, nsid: number | undefined): void {
    if (nsid === undefined) {
      this.#follower?.datagram(time, view, at, end);
      this.#peers?.heed(view, at, end);
    } else this.#peers?.datagram(time, nsid, view, at, end);
  }

  overrun(): void {
    this.#lost += this.#subscription.lost();
    this.#resyncSoon();
  }

  #resyncSoon(): void {
    if (performance.now() - this.#resyncedAt >= RESYNC_INTERVAL) this.#resync();
    else this.#resyncTimer ??= this.#loop.after(RESYNC_INTERVAL, () => this.#resync());
  }

  drained(empty: boolean): void {
    const settle = empty || performance.now() - this.#settledAt >= SETTLE_INTERVAL;
    if (settle) this.#settledAt = performance.now();
    this.#drained(settle);
  }

  #drained(settle: boolean): void {
    this.#follower?.drained(settle);
    this.#peers?.drained(settle);
  }

  later(task: () => void): void {
    const timer = this.#loop.after(LATER, () => {
      this.#late.delete(timer);
      task();
      this.#drained(true);
    });
    this.#late.add(timer);
  }

  #resync(): void {
    this.#loop.cancel(this.#resyncTimer);
    this.#resyncTimer = undefined;
    const lost = this.#lost;
    this.#lost = 0;
    if (lost > 0) this.#options.onWarning(`${lost} messages lost (receive buffer ${this.rcvbuf} bytes)`);
    const whole = this.#follower?.resync(now(), lost) !== false;
    if (this.#peers?.resync(now()) === false || !whole) this.again();
    this.#resyncedAt = performance.now();
  }

  again(): void {
    this.#options.onWarning(
      "the state changes faster than it can be read: it will be read again until it is whole",
    );
    this.#resyncTimer ??= this.#loop.after(RESYNC_INTERVAL, () => this.#resync());
  }
}
