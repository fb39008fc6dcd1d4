/** One network namespace: messages and dumps in, changes out, in the order in which they happened. */
import type { Message } from "../netlink/nlmsg.ts";
import { type AddressMessage, readAddress } from "../rtnetlink/address.ts";
import { Devs } from "../rtnetlink/dev.ts";
import { AF_UNSPEC } from "../rtnetlink/inet.ts";
import { type LinkMessage, readLink } from "../rtnetlink/link.ts";
import { RTM_DELADDR, RTM_DELLINK, RTM_NEWADDR, RTM_NEWLINK } from "../rtnetlink/rtm.ts";
import { RtContext } from "../rtnetlink/types.ts";
import { Addresses } from "./addresses.ts";
import type { Change, LinkChange } from "./change.ts";
import { Links } from "./links.ts";

export interface Dump {
  links: LinkMessage[];
  addresses: AddressMessage[];
  /** False: the state changed while it was read; what is not in it may be there all the same. */
  whole: boolean;
}

const NONE: number[] = [];

export class Host {
  readonly devs = new Devs();
  readonly links = new Links(this.devs);
  readonly addresses: Addresses;
  /** What the messages are read with; knows what was odd about them. */
  readonly cx = new RtContext(this.devs);
  /** Links whose peer came after them: what they said of `link` was too early. */
  readonly #stale = new Set<number>();
  readonly #emit: (change: Change) => void;

  /** `scopes`: of the addresses that make up the usable sets; undefined: all. */
  constructor(emit: (change: Change) => void, scopes?: ReadonlySet<string>) {
    this.#emit = emit;
    this.addresses = new Addresses(scopes);
  }

  /** False when the message is too damaged to tell anything: `cx.problems` says why. */
  apply(message: Message): boolean {
    const { cx } = this;
    switch (message.type) {
      case RTM_NEWLINK:
      case RTM_DELLINK: {
        const link = readLink(message, cx);
        if (link === undefined) return false;
        const verb = message.type === RTM_NEWLINK ? "set" : "delete";
        this.#linkChange(this.links[verb](link, "kernel"));
        return true;
      }
      case RTM_NEWADDR:
      case RTM_DELADDR: {
        const address = readAddress(message, cx);
        if (address === undefined) return false;
        const verb = message.type === RTM_NEWADDR ? "set" : "delete";
        const change = this.addresses[verb](address, "kernel");
        if (change !== undefined) this.#emit(change);
        return true;
      }
      default:
        return true;
    }
  }

  /** Indexes of links whose peer came after them, since last asked. */
  takeStale(): number[] {
    if (this.#stale.size === 0) return NONE;
    const stale = [...this.#stale];
    this.#stale.clear();
    return stale;
  }

  /** Takes a dump as the state there is, without a word: at the start. */
  load({ links, addresses }: Dump): void {
    for (const link of links) this.links.set(link, "snapshot");
    for (const address of addresses) this.addresses.set(address, "snapshot");
    for (const _ of this.addresses.usableChanges("snapshot"));
  }

  /** Everything there is, as changes with the verb `exists`. */
  snapshot(): void {
    for (const entry of this.links.values())
      this.#emit({ object: "link", verb: "exists", ...entry, origin: "snapshot" });
    for (const entry of this.addresses.values())
      this.#emit({ object: "address", verb: "exists", ...entry, origin: "snapshot" });
  }

  /** Takes a dump after a loss: the differences come out as changes. */
  resync({ links, addresses, whole }: Dump): void {
    if (whole) for (const change of this.addresses.resyncRemoved(addresses)) this.#emit(change);
    for (const change of this.links.resync(links, whole)) this.#linkChange(change);
    for (const change of this.addresses.resync(addresses)) this.#emit(change);
    this.#stale.clear();
    this.settle("resync");
  }

  /** A batch of messages is done: derives what is told once a batch. */
  settle(origin: "kernel" | "resync"): void {
    for (const change of this.addresses.usableChanges(origin)) this.#emit(change);
  }

  /** What a link that is in `stale` says of its peer now. */
  correct({ dev, body }: LinkMessage): void {
    const before = this.links.get(dev.ifindex);
    if (before === undefined || before.link) return;
    const { link, link_index, link_netnsid } = body;
    const after = { ...before };
    if (link !== undefined) after.link = link;
    if (link_index !== undefined) after.link_index = link_index;
    if (link_netnsid !== undefined) after.link_netnsid = link_netnsid;
    const change = this.links.set({ dev, body: after, family: AF_UNSPEC }, "inferred");
    if (change !== undefined && change.verb !== "unchanged") this.#emit({ ...change, cause: "link.added" });
  }

  #linkChange(change: LinkChange | undefined): void {
    if (change === undefined) return;
    const { dev, verb, body } = change;
    const follows = change.origin === "resync" ? "resync" : "inferred";
    if (verb === "removed")
      for (const address of this.addresses.deleteAll(dev.ifindex, "link.removed", follows))
        this.#emit(address);
    this.#emit(change);
    if (verb === "added" && body.link) {
      const peer = this.links.get(body.link.ifindex);
      if (peer !== undefined && !peer.link) this.#stale.add(peer.ifindex);
    }
    const nameBefore = verb === "added" ? `if${dev.ifindex}` : change.changed?.ifname?.[0];
    if (dev.referenced && typeof nameBefore === "string")
      for (const dependent of this.links.renamed(dev, nameBefore, follows)) this.#emit(dependent);
  }
}
