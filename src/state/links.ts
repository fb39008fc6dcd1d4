/** The links of one network namespace, by ifindex. */
import { volatileKeys } from "../netlink/table.ts";
import { type Dev, type Devs, devicesIn } from "../rtnetlink/dev.ts";
import { AF_BRIDGE, AF_UNSPEC } from "../rtnetlink/inet.ts";
import type { Link, LinkMessage } from "../rtnetlink/link.ts";
import type { Changed, LinkChange, Origin } from "./change.ts";
import { diff, isNest } from "./diff.ts";
import { Namers } from "./namers.ts";

interface Entry {
  dev: Dev;
  body: Link;
}

/** Usable: IFF_UP, and operstate UP, or UNKNOWN (lo, tun: nobody keeps it) with the lower layer up. */
export const isUp = ({ flags, operstate }: Link): boolean =>
  flags.includes("UP") && (operstate === "UP" || (operstate === "UNKNOWN" && flags.includes("LOWER_UP")));

export class Links {
  readonly #devs: Devs;
  readonly #entries = new Map<number, Entry>();
  /** From the first rename on. */
  #namers: Namers | undefined;

  constructor(devs: Devs) {
    this.#devs = devs;
  }

  values(): Iterable<Entry> {
    return this.#entries.values();
  }

  get(ifindex: number): Link | undefined {
    return this.#entries.get(ifindex)?.body;
  }

  /** RTM_NEWLINK. Messages of a family other than AF_UNSPEC tell a part: they update, and never wipe. */
  set({ body, family }: LinkMessage, origin: Origin): LinkChange | undefined {
    const before = this.#entries.get(body.ifindex);
    if (family === AF_UNSPEC) {
      // Only a dump has them; a notification without them takes nothing away.
      const vfs = origin === "kernel" ? before?.body.vfinfo_list : undefined;
      return this.#replace(before, vfs === undefined ? body : { vfinfo_list: vfs, ...body }, origin);
    }
    return before === undefined ? undefined : this.#replace(before, merge(before.body, body, family), origin);
  }

  /** RTM_DELLINK. Of AF_BRIDGE: the port left its bridge. */
  delete({ dev, body, family }: LinkMessage, origin: Origin): LinkChange | undefined {
    const before = this.#entries.get(dev.ifindex);
    if (before === undefined) return undefined;
    if (family === AF_BRIDGE) return this.#replace(before, withoutMaster(before.body), origin);
    if (family !== AF_UNSPEC) return undefined;
    const last = { ...before.body };
    if (body.new_netnsid !== undefined) last.new_netnsid = body.new_netnsid;
    if (body.new_ifindex !== undefined) last.new_ifindex = body.new_ifindex;
    return this.#remove({ dev: before.dev, body: last }, origin);
  }

  /** Takes a dump: what is not in a whole one is gone. Removals come first, for a name may have a new owner. */
  *resync(dump: readonly LinkMessage[], whole: boolean): Generator<LinkChange> {
    const present = new Set(dump.map(({ dev }) => dev.ifindex));
    for (const entry of [...this.#entries.values()])
      if (whole && !present.has(entry.dev.ifindex)) yield this.#remove(entry, "resync");
    for (const message of dump) {
      const change = this.set(message, "resync");
      if (change !== undefined && change.verb !== "unchanged") yield change;
    }
  }

  /** Links that name this device (`link`, `master`, ...) under another name now; the kernel says nothing of it. */
  *renamed(dev: Dev, before: string, origin: Origin): Generator<LinkChange> {
    this.#namers ??= this.#allNamers();
    for (const ifindex of this.#namers.of(dev)) {
      const entry = this.#entries.get(ifindex);
      if (entry === undefined || entry.dev === dev) continue;
      const changed: Changed = {};
      for (const field of fieldsOf(entry.body, dev)) changed[field] = [before, dev.ifname];
      if (Object.keys(changed).length === 0) continue;
      yield { object: "link", verb: "changed", ...entry, changed, origin, cause: "link.renamed" };
    }
  }

  #allNamers(): Namers {
    const namers = new Namers();
    for (const { dev, body } of this.#entries.values()) namers.add(dev.ifindex, body);
    return namers;
  }

  #replace(before: Entry | undefined, body: Link, origin: Origin): LinkChange {
    const called = this.#devs.get(body.ifindex).ifname;
    const dev = this.#devs.name(body.ifindex, body.ifname, body.altnames);
    this.#entries.set(body.ifindex, { dev, body });
    if (before === undefined) {
      this.#namers?.add(body.ifindex, body);
      const added: LinkChange = { object: "link", verb: "added", dev, body, origin };
      if (dev.referenced && called !== body.ifname) added.calledBefore = called;
      return added;
    }
    const changed = diff(before.body, body, volatileKeys);
    if (changed === undefined) return { object: "link", verb: "unchanged", dev, body, origin };
    if (this.#namers !== undefined && namesDevice(changed)) {
      this.#namers.delete(body.ifindex, before.body);
      this.#namers.add(body.ifindex, body);
    }
    return { object: "link", verb: verb(before.body, body), dev, body, changed, origin };
  }

  #remove({ dev, body }: Entry, origin: Origin): LinkChange {
    this.#entries.delete(dev.ifindex);
    this.#namers?.delete(dev.ifindex, body);
    this.#devs.forget(dev.ifindex);
    return { object: "link", verb: "removed", dev, body, origin };
  }
}

function verb(before: Link, after: Link): LinkChange["verb"] {
  const up = isUp(after);
  if (up !== isUp(before)) return up ? "up" : "down";
  return after.ifname === before.ifname ? "changed" : "renamed";
}

/** br_fill_ifinfo and inet6_fill_ifinfo of the kernel: of what they send, this is true of the link as a whole. */
function merge(before: Link, part: Link, family: number): Link {
  const body: Link = { ...before, ifname: part.ifname, flags: part.flags };
  if (part.mtu !== undefined) body.mtu = part.mtu;
  if (part.address !== undefined) body.address = part.address;
  if (part.operstate !== undefined) body.operstate = part.operstate;
  if (part.inet6_addr_gen_mode !== undefined) body.inet6_addr_gen_mode = part.inet6_addr_gen_mode;
  if (family !== AF_BRIDGE) return body;
  // A bridge names itself as its master when it speaks of itself.
  if (part.master !== undefined && part.master.ifindex !== body.ifindex) body.master = part.master;
  if (part.linkinfo !== undefined) body.linkinfo = { ...before.linkinfo, ...part.linkinfo };
  return body;
}

/** The fields of a body, also of its nests, whose value is this device. */
function* fieldsOf(body: object, dev: Dev, path = ""): Generator<string> {
  for (const [key, value] of Object.entries(body)) {
    if (value === dev) yield path + key;
    else if (isNest(value)) yield* fieldsOf(value, dev, `${path}${key}.`);
  }
}

function namesDevice(value: object): boolean {
  for (const _ of devicesIn(value)) return true;
  return false;
}

function withoutMaster(before: Link): Link {
  const { master: _master, linkinfo, ...body } = before;
  if (linkinfo === undefined) return body;
  const { info_slave_kind: _kind, info_slave_data: _data, ...own } = linkinfo;
  return Object.keys(own).length === 0 ? body : { ...body, linkinfo: own };
}
