/**
 * The network namespaces that have an id in ours, heard from there on one socket (NETLINK_LISTEN_ALL_NSID). The kernel
 * can be asked for their links and addresses; of what else they have, only what is said of it from now on is known.
 */
import { now } from "../ffi/clock.ts";
import type { Where } from "./events/event.ts";
import type { Process } from "./events/processes.ts";
import type { Dumps, Request } from "./netlink/dump.ts";
import { RequestError } from "./netlink/error.ts";
import { type Message, MessageWalk } from "./netlink/nlmsg.ts";
import { Devs } from "./rtnetlink/dev.ts";
import { getLink, readLink } from "./rtnetlink/link.ts";
import { type Nsid, nsid as nsids } from "./rtnetlink/nsid.ts";
import type { ObjectName } from "./rtnetlink/objects.ts";
import { RTM_DELNSID, RTM_GETADDR, RTM_GETLINK, RTM_NEWNSID } from "./rtnetlink/rtm.ts";
import { RtContext } from "./rtnetlink/types.ts";
import type { Follower, Source } from "./source.ts";

/** IFLA_TARGET_NETNSID and IFA_TARGET_NETNSID: whose objects are meant. */
const TARGET_NETNSID: Readonly<Record<number, number>> = { [RTM_GETLINK]: 46, [RTM_GETADDR]: 10 };
const READABLE: readonly ObjectName[] = ["link", "address"];
/** The id has been taken back, or this program may not ask. */
const REFUSED: ReadonlySet<string> = new Set(["EINVAL", "ENOENT", "EPERM", "EACCES"]);

/** What follows the namespace of `source`; `appeared`: it had no id at the start. */
export type Follow = (source: Source, appeared: boolean) => Follower;

export class Peers {
  readonly #dumps: Dumps;
  readonly #where: Where | undefined;
  readonly #follow: Follow;
  readonly #followers = new Map<number, Follower>();
  readonly #cx = new RtContext(new Devs());

  /** `where`: the namespace in which they have their ids. */
  constructor(dumps: Dumps, where: Where | undefined, follow: Follow) {
    this.#dumps = dumps;
    this.#where = where;
    this.#follow = follow;
  }

  /** Those that have an id now. */
  start(): void {
    for (const id of this.#ids()) this.#add(id, false);
  }

  datagram(time: number, nsid: number, view: DataView, at: number, end: number): void {
    // That it has an id may still be on its way to us.
    (this.#followers.get(nsid) ?? this.#add(nsid, true)).datagram(time, view, at, end);
  }

  /** What is said in our own namespace: who has got an id, and who has one no more. */
  heed(view: DataView, at: number, end: number): void {
    const said: [id: number, type: number][] = [];
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) {
      const { type } = walk.message;
      const id = type === RTM_NEWNSID || type === RTM_DELNSID ? this.#idOf(walk.message) : undefined;
      if (id !== undefined) said.push([id, type]);
    }
    for (const [id, type] of said) {
      if (type === RTM_DELNSID) this.#remove(id);
      else if (!this.#followers.has(id)) this.#add(id, true);
    }
  }

  drained(settle: boolean): void {
    for (const follower of this.#followers.values()) follower.drained(settle);
  }

  /** Messages were lost, of whom nobody knows. */
  resync(time: number): boolean {
    const ids = this.#ids();
    for (const id of [...this.#followers.keys()]) if (!ids.has(id)) this.#remove(id);
    let whole = true;
    for (const follower of this.#followers.values()) if (!follower.resync(time, 0)) whole = false;
    for (const id of ids) if (!this.#followers.has(id)) this.#add(id, true);
    return whole;
  }

  #ids(): ReadonlySet<number> {
    const requests = nsids.dumps(() => []);
    return new Set(
      requests.flatMap((request) => this.#dumps.dump(request, (message) => this.#idOf(message)).objects),
    );
  }

  #add(nsid: number, appeared: boolean): Follower {
    const follower = this.#follow(new Peer({ ...this.#where, nsid }, this.#dumps), appeared);
    this.#followers.set(nsid, follower);
    follower.start();
    return follower;
  }

  #remove(nsid: number): void {
    this.#followers.get(nsid)?.gone?.();
    this.#followers.delete(nsid);
  }

  #idOf(message: Message): number | undefined {
    const read = nsids.read(message, this.#cx);
    return (read as { body: Nsid } | undefined)?.body.nsid;
  }
}

class Peer implements Source {
  readonly where: Where;
  readonly dumps: Dumps;
  readonly now = now;
  /** Names of its devices when it was met; asked for at once, for to ask while something is read is to lose it. */
  readonly #names: ReadonlyMap<number, string>;

  constructor(where: Where & { nsid: number }, dumps: Dumps) {
    this.where = where;
    this.dumps = new PeerDumps(where.nsid, dumps);
    const cx = new RtContext(new Devs());
    const { objects } = this.dumps.dump(getLink(0), (message) => readLink(message, cx)?.body);
    this.#names = new Map(objects.map(({ ifindex, ifname }) => [ifindex, ifname]));
  }

  reads(object: ObjectName): boolean {
    return READABLE.includes(object);
  }

  /** A port id says nothing of a process when it is not known in which namespace that is. */
  by(): Process | undefined {
    return undefined;
  }

  ifname(ifindex: number): string | undefined {
    return this.#names.get(ifindex);
  }
}

class PeerDumps implements Dumps {
  readonly #nsid: number;
  readonly #dumps: Dumps;

  constructor(nsid: number, dumps: Dumps) {
    this.#nsid = nsid;
    this.#dumps = dumps;
  }

  dump<T>(
    request: Request,
    read: (message: Message) => T | undefined,
  ): { objects: T[]; interrupted: boolean } {
    try {
      return this.#dumps.dump(this.#ofPeer(request), read);
    } catch (error) {
      if (error instanceof RequestError && REFUSED.has(error.code))
        return { objects: [], interrupted: false };
      throw error;
    }
  }

  get<T>(request: Request, read: (message: Message) => T | undefined): T | undefined {
    return this.#dumps.get(this.#ofPeer(request), read);
  }

  #ofPeer(request: Request): Request {
    const size = (request.body.length + 3) & ~3;
    const body = new Uint8Array(size + 8);
    body.set(request.body);
    const view = new DataView(body.buffer);
    view.setUint16(size, 8, true);
    view.setUint16(size + 2, TARGET_NETNSID[request.type]!, true);
    view.setInt32(size + 4, this.#nsid, true);
    return { ...request, body };
  }
}
