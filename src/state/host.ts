/** One network namespace: messages and dumps in, changes out, in the order in which they happened. */
import { hotPath } from "../../ffi/hot.ts";
import type { Message } from "../netlink/nlmsg.ts";
import type { AddressMessage } from "../rtnetlink/address.ts";
import { Devs } from "../rtnetlink/dev.ts";
import { AF_UNSPEC } from "../rtnetlink/inet.ts";
import type { LinkMessage } from "../rtnetlink/link.ts";
import type { ObjectType, Reading } from "../rtnetlink/object.ts";
import { claim, OBJECT_NAMES, OBJECTS, type ObjectName } from "../rtnetlink/objects.ts";
import { RtContext } from "../rtnetlink/types.ts";
import { Addresses } from "./addresses.ts";
import type { Change, LinkChange, Origin } from "./change.ts";
import { type Doubt, Doubts } from "./doubts.ts";
import { Links } from "./links.ts";
import type { Slots, Store } from "./store.ts";
import { storeOf } from "./stores.ts";

/** What was read of one object. */
export interface Part {
  readings: readonly Reading[];
  /** False: the state changed while it was read; what is not in it may be there all the same. */
  whole: boolean;
}

/** What was read of each object that is watched. */
export type Dump = ReadonlyMap<ObjectName, Part>;

interface HostOptions {
  /** Objects that are kept; links always are. */
  objects: ReadonlySet<ObjectName>;
  /** Name of a device that something refers to before any message has told it. */
  ifname?: (ifindex: number) => string | undefined;
}

/** Links that name each other: a message from before the dump can have undone what the dump said of one of them. */
const PAIRS: ReadonlySet<string> = new Set(["veth", "netkit", "vxcan"]);
const NONE: number[] = [];
const NOTHING: Part = { readings: [], whole: true };

export class Host {
  readonly devs: Devs;
  readonly links: Links;
  readonly addresses = new Addresses();
  /** What the messages are read with; knows what was odd about them. */
  readonly cx: RtContext;
  /** Those that are kept but links and addresses, in the order of OBJECTS. */
  readonly #stores = new Map<ObjectName, Store>();
  readonly #objects = new Set<ObjectName>(["link"]);
  /** Links whose peer came after them, or left for another namespace: what they said of it is true no more. */
  readonly #stale = new Set<number>();
  readonly #doubts: Doubts;
  readonly #emit: (change: Change) => void;

  constructor(emit: (change: Change) => void, { objects, ifname }: HostOptions) {
    this.devs = new Devs(ifname);
    this.links = new Links(this.devs);
    this.cx = new RtContext(this.devs);
    this.#doubts = new Doubts(
      this.#objects,
      (change) => change.object === "address" && this.addresses.isAlone(change),
    );
    this.#emit = (change) => {
      emit(change);
      this.#doubts.note(change);
    };
    hotPath(this.#apply, this.#emitAll, this.#linkChange);
    this.watch(objects);
  }

  /** What is kept. */
  get objects(): ReadonlySet<ObjectName> {
    return this.#objects;
  }

  /** Keeps these too, from now on. */
  watch(objects: ReadonlySet<ObjectName>): void {
    const before = new Map(this.#stores);
    this.#stores.clear();
    for (const object of OBJECT_NAMES) {
      if (objects.has(object)) this.#objects.add(object);
      if (object !== "link" && object !== "address" && this.#objects.has(object))
        this.#stores.set(object, before.get(object) ?? storeOf(object));
    }
    this.#doubts.rewatch();
  }

  /** False when the message is too damaged to tell anything: `cx.problems` says why. */
  apply(message: Message): boolean {
    const claimed = claim(message);
    if (claimed === undefined) return true;
    const { object, type, verb } = claimed;
    if (!this.#objects.has(object)) return true;
    const read = type.read(message, this.cx);
    if (read === undefined) return false;
    if (Array.isArray(read)) for (const reading of read) this.#apply(object, verb, reading, message.flags);
    else this.#apply(object, verb, read as Reading, message.flags);
    return true;
  }

  #apply(object: ObjectName, verb: "set" | "delete", reading: Reading, flags: number): void {
    if (object === "link") this.#linkChange(this.links[verb](reading as LinkMessage, "kernel"));
    else {
      const change =
        object === "address"
          ? this.addresses[verb](reading as AddressMessage, "kernel")
          : verb === "set"
            ? this.#stores.get(object)!.set(reading, flags, "kernel")
            : (this.#stores.get(object)!.delete(reading, "kernel") ?? this.#unknown(object, reading));
      if (change !== undefined) this.#emit(change);
      if (verb === "delete") this.#emitAll(this.#stores.get(object)?.covered?.(reading, "kernel") ?? []);
    }
  }

  /** The objects of one kind, where nothing else has to be done when one comes or goes. */
  slots(object: ObjectName): Slots | undefined {
    const store = this.#stores.get(object);
    return store?.covered === undefined ? store?.slots : undefined;
  }

  /** Nothing can be in doubt after this. */
  isQuiet(object: ObjectName, verb: string): boolean {
    return !this.#doubts.heeds(object, verb);
  }

  /** Of what could not be read at the start, the removal is the first that is heard. */
  #unknown(object: ObjectName, { dev, body, key }: Reading): Change | undefined {
    return this.cx.foreign
      ? ({ object, verb: "removed", dev, body, key, origin: "kernel" } as Change)
      : undefined;
  }

  /** Indexes of links whose peer came after them, or left for another namespace, since last asked. */
  takeStale(): number[] {
    if (this.#stale.size === 0) return NONE;
    const stale = [...this.#stale];
    this.#stale.clear();
    return stale;
  }

  /** There are doubts for later. */
  get hasLateDoubts(): boolean {
    return this.#doubts.hasLate;
  }

  /** It is later: they are in the next `takeDoubts`. */
  ripen(): void {
    this.#doubts.ripen();
  }

  /** What the kernel may have changed in silence, and of which there is something to lose; since last asked. */
  takeDoubts(): Doubt[] {
    return this.#doubts.take().filter((doubt) => {
      if (doubt.object === "link" || doubt.adds) return true;
      for (const reading of this.#stores.get(doubt.object)!.values())
        if (doubt.causeOf(reading) !== undefined) return true;
      return false;
    });
  }

  /** It is in the next `takeDoubts` too. */
  doubtAgain(doubt: Doubt): void {
    this.#doubts.again(doubt);
  }

  /** Takes what was read because of a doubt: what is in doubt and differs is told with its cause. */
  infer(doubt: Doubt, { readings, whole }: Part): void {
    if (doubt.object === "link") {
      for (const reading of readings as readonly LinkMessage[]) {
        const cause = doubt.causeOf(reading as Reading);
        if (cause === undefined || this.links.get(reading.dev.ifindex) === undefined) continue;
        const change = this.links.set(reading, "inferred");
        if (change !== undefined && change.verb !== "unchanged") this.#emit({ ...change, cause });
      }
      return;
    }
    const store = this.#stores.get(doubt.object)!;
    if (whole) {
      const suspect = (reading: Reading) => doubt.causeOf(reading) !== undefined;
      for (const gone of store.removals(readings, "inferred", suspect))
        this.#emit({ ...gone, cause: doubt.causeOf(gone as Reading)! });
    }
    for (const reading of readings) {
      const cause = doubt.causeOf(reading);
      if (cause === undefined || !(doubt.adds || store.has(reading))) continue;
      const change = store.set(reading, 0, "inferred");
      if (change !== undefined && isNews(change)) this.#emit({ ...change, cause });
    }
  }

  /** Takes a dump as the state there is, without a word: at the start. */
  load(dump: Dump): void {
    this.#take(dump);
    for (const _ of this.addresses.usableChanges("snapshot"));
  }

  /** Takes a dump of a namespace that was not there before: all of it is new. */
  appear(dump: Dump): void {
    this.#take(dump);
    for (const found of this.existing()) this.#emit({ ...found, verb: "added" } as Change);
    this.settle("kernel");
  }

  #take(dump: Dump): void {
    const { links, addresses } = parts(dump);
    for (const link of links.readings) this.links.set(link as LinkMessage, "snapshot");
    for (const address of addresses.readings) this.addresses.set(address as AddressMessage, "snapshot");
    for (const [object, store] of this.#stores)
      for (const reading of dump.get(object)?.readings ?? []) store.set(reading, 0, "snapshot");
  }

  /** Everything there is of one object, or of all, as changes with the verb `exists`. */
  *existing(only?: ObjectName): Generator<Change> {
    for (const object of OBJECT_NAMES) {
      if (only !== undefined && object !== only) continue;
      for (const found of this.#values(object))
        yield { object, verb: "exists", dev: found.dev, body: found.body, origin: "snapshot" } as Change;
    }
  }

  #values(object: ObjectName): Iterable<Pick<Reading, "dev" | "body">> {
    if (object === "link") return this.links.values();
    if (object === "address") return this.addresses.values();
    return this.#stores.get(object)?.values() ?? NOTHING.readings;
  }

  /** Takes a dump after a loss: the differences come out as changes. Removals first, from what refers to what. */
  resync(dump: Dump): void {
    const { links, addresses } = parts(dump);
    for (const [object, store] of [...this.#stores].reverse()) {
      const part = dump.get(object);
      if (part?.whole) this.#emitAll(store.removals(part.readings, "resync"));
    }
    if (addresses.whole)
      this.#emitAll(this.addresses.resyncRemoved(addresses.readings as readonly AddressMessage[]));
    for (const change of this.links.resync(links.readings as readonly LinkMessage[], links.whole))
      this.#linkChange(change);
    this.#emitAll(this.addresses.resync(addresses.readings as readonly AddressMessage[]));
    for (const [object, store] of this.#stores)
      this.#update(store, dump.get(object)?.readings ?? [], "resync");
    this.#stale.clear();
    this.#doubts.clear();
    this.settle("resync");
  }

  /** A batch of messages is done: derives what is told once a batch. */
  settle(origin: "kernel" | "resync"): void {
    this.#emitAll(this.addresses.usableChanges(origin));
  }

  /** What a link that is in `stale` says of its peer now. */
  correct({ dev, body }: LinkMessage): void {
    const before = this.links.get(dev.ifindex);
    // Once it is known, messages say what becomes of it: an answer may be older than they are.
    if (before === undefined || (before.link && this.links.get(before.link.ifindex) !== undefined)) return;
    const { link, link_index, link_netnsid } = body;
    const after = { ...before };
    if (link === undefined) delete after.link;
    else after.link = link;
    if (link_index === undefined) delete after.link_index;
    else after.link_index = link_index;
    if (link_netnsid === undefined) delete after.link_netnsid;
    else after.link_netnsid = link_netnsid;
    const change = this.links.set({ dev, body: after, family: AF_UNSPEC }, "inferred");
    const cause = link ? "link.added" : "link.removed";
    if (change !== undefined && change.verb !== "unchanged") this.#emit({ ...change, cause });
  }

  #emitAll(changes: Iterable<Change>): void {
    for (const change of changes) this.#emit(change);
  }

  /** Takes what was read of objects that are known: tells what is new or different. */
  #update(store: Store, readings: readonly Reading[], origin: Origin): void {
    for (const reading of readings) {
      const change = store.set(reading, 0, origin);
      if (change !== undefined && isNews(change)) this.#emit(change);
    }
  }

  #linkChange(change: LinkChange | undefined): void {
    if (change === undefined) return;
    const { dev, verb, body } = change;
    const follows = change.origin === "resync" ? "resync" : "inferred";
    if (verb === "removed") {
      for (const [object, store] of this.#stores)
        if (!(OBJECTS[object] as ObjectType).outlivesDevice)
          for (const gone of store.removals([], follows, (reading) => reading.dev === dev))
            this.#emit({ ...gone, cause: "link.removed" });
      for (const gone of this.addresses.deleteAll(dev.ifindex, "link.removed", follows)) this.#emit(gone);
    }
    this.#emit(change);
    if (verb === "removed" && body.new_ifindex !== undefined)
      for (const link of this.links.values()) if (link.body.link === dev) this.#stale.add(link.dev.ifindex);
    if (body.link && (verb === "added" || PAIRS.has(body.linkinfo?.info_kind ?? ""))) {
      const peer = this.links.get(body.link.ifindex);
      if (peer !== undefined && !peer.link) this.#stale.add(peer.ifindex);
    }
    const nameBefore = change.calledBefore ?? change.changed?.ifname?.[0];
    if (dev.referenced && typeof nameBefore === "string")
      this.#emitAll(this.links.renamed(dev, nameBefore, follows));
  }
}

const parts = (dump: Dump): { links: Part; addresses: Part } => ({
  links: dump.get("link") ?? NOTHING,
  addresses: dump.get("address") ?? NOTHING,
});

/** What differs, or is there or gone: not what was only found again, or has only ticked. */
const isNews = ({ verb, changed }: Change): boolean =>
  changed !== undefined || (verb !== "unchanged" && verb !== "refreshed");
