/**
 * The addresses of one network namespace. The kernel knows an IPv6 address by device and address, an IPv4 one by
 * device, address, prefix length and the peer's address (inet_insert_ifa, ipv6_add_addr).
 */
import { type Address, type AddressMessage, address as type } from "../rtnetlink/address.ts";
import type { Dev } from "../rtnetlink/dev.ts";
import type { AddressChange, AddressesChange, Origin, UsableAddresses } from "./change.ts";
import { diff, ticked } from "./diff.ts";

interface OfDevice {
  dev: Dev;
  byKey: Map<string, Address>;
  /** Usable sets as last told, by family; absent where empty. */
  told: Map<string, Scopes>;
}

/** `192.0.2.1/24` -> its scope. */
type Scopes = ReadonlyMap<string, string>;

const TICKING = type.ticking!;
const FAMILIES = ["inet", "inet6"];
const MARKS = ["temporary", "optimistic", "deprecated"] as const;
type Mark = (typeof MARKS)[number];
const NONE: Scopes = new Map();

const key = ({ family, local, address, prefixlen }: Address): string =>
  family === "inet6" ? (local ?? "") : `${local}/${prefixlen}${address === undefined ? "" : ` ${address}`}`;

const cidr = ({ local, prefixlen }: Address): string => `${local}/${prefixlen}`;

export class Addresses {
  readonly #devices = new Map<number, OfDevice>();
  /** Devices whose usable sets may be others than told. */
  readonly #unsettled = new Set<OfDevice>();

  *values(): Generator<{ dev: Dev; body: Address }> {
    for (const { dev, byKey } of this.#devices.values())
      for (const body of byKey.values()) yield { dev, body };
  }

  /** The device has no other address of this one's family. */
  isAlone({ dev, body }: AddressChange): boolean {
    const device = this.#devices.get(dev.ifindex);
    const other = ({ family }: Address) => family === body.family;
    return !device?.byKey.values().some((address) => address !== body && other(address));
  }

  /** RTM_NEWADDR. */
  set({ dev, body }: AddressMessage, origin: Origin): AddressChange {
    const device = this.#device(dev);
    const identity = key(body);
    const before = device.byKey.get(identity);
    // An IPv6 address keeps its identity when its prefix length changes; what the set shows of it does not.
    if (before?.usable !== body.usable || before.prefixlen !== body.prefixlen) this.#unsettled.add(device);
    device.byKey.set(identity, body);
    if (before === undefined) return { object: "address", verb: "added", dev, body, origin };
    const changed = diff(before, body, TICKING);
    if (changed !== undefined)
      return { object: "address", verb: verb(before, body), dev, body, changed, origin };
    return {
      object: "address",
      verb: ticked(before, body, TICKING) ? "refreshed" : "unchanged",
      dev,
      body,
      origin,
    };
  }

  /** RTM_DELADDR; undefined when there was no such address. */
  delete({ dev, body }: AddressMessage, origin: Origin): AddressChange | undefined {
    const device = this.#devices.get(dev.ifindex);
    const before = device?.byKey.get(key(body));
    return device === undefined || before === undefined ? undefined : this.#remove(device, before, origin);
  }

  /** A link is gone, and with it its addresses: those that the kernel did not take off one by one. */
  *deleteAll(ifindex: number, cause: string, origin: Origin): Generator<AddressChange> {
    const device = this.#devices.get(ifindex);
    if (device === undefined) return;
    for (const body of [...device.byKey.values()]) yield { ...this.#remove(device, body, origin), cause };
    this.#devices.delete(ifindex);
  }

  /** What a whole dump does not have any more. To be taken before the links of the same resync. */
  *resyncRemoved(dump: readonly AddressMessage[]): Generator<AddressChange> {
    const present = new Set(dump.map(({ dev, body }) => `${dev.ifindex} ${body.family} ${key(body)}`));
    for (const device of this.#devices.values())
      for (const body of [...device.byKey.values()])
        if (!present.has(`${device.dev.ifindex} ${body.family} ${key(body)}`))
          yield this.#remove(device, body, "resync");
  }

  /** What a dump has new or different. */
  *resync(dump: readonly AddressMessage[]): Generator<AddressChange> {
    for (const message of dump) {
      const change = this.set(message, "resync");
      if (change.verb !== "unchanged" && change.verb !== "refreshed") yield change;
    }
  }

  /** The usable sets that are others than when last asked, once per interface and family. */
  *usableChanges(origin: Origin): Generator<AddressesChange> {
    for (const device of this.#unsettled) {
      for (const family of FAMILIES) {
        const before = device.told.get(family) ?? NONE;
        const after = scopesOf(device, family, ({ usable }) => usable);
        const sets = compare([...before.keys()], [...after.keys()]);
        if (sets === undefined) continue;
        device.told.set(family, after);
        const marks = this.#marks(device, family);
        yield {
          object: "addresses",
          verb: "changed",
          dev: device.dev,
          body: { family, ...sets, ...marks },
          scopes: new Map([...before, ...scopesOf(device, family, () => true)]),
          origin,
        };
      }
    }
    this.#unsettled.clear();
  }

  /** The usable sets there are, as if all of them had come just now. */
  *usableSets(origin: Origin): Generator<AddressesChange> {
    for (const device of this.#devices.values())
      for (const [family, scopes] of device.told) {
        if (scopes.size === 0) continue;
        const addresses = [...scopes.keys()];
        const body = {
          family,
          addresses,
          before: [],
          added: addresses,
          removed: [],
          ...this.#marks(device, family),
        };
        yield { object: "addresses", verb: "changed", dev: device.dev, body, scopes, origin };
      }
  }

  #marks(device: OfDevice, family: string): Pick<UsableAddresses, Mark> {
    const marks: Pick<UsableAddresses, Mark> = {};
    for (const mark of MARKS) {
      const marked = scopesOf(
        device,
        family,
        (address) => address[mark] === true && (address.usable || mark === "deprecated"),
      );
      if (marked.size > 0) marks[mark] = [...marked.keys()];
    }
    return marks;
  }

  #device(dev: Dev): OfDevice {
    let device = this.#devices.get(dev.ifindex);
    if (device === undefined)
      this.#devices.set(dev.ifindex, (device = { dev, byKey: new Map(), told: new Map() }));
    else if (device.dev !== dev) device.dev = dev;
    return device;
  }

  #remove(device: OfDevice, body: Address, origin: Origin): AddressChange {
    if (body.usable) this.#unsettled.add(device);
    device.byKey.delete(key(body));
    return { object: "address", verb: "removed", dev: device.dev, body, origin };
  }
}

function verb(before: Address, after: Address): AddressChange["verb"] {
  if (after.dadfailed && !before.dadfailed) return "failed";
  if (after.deprecated && !before.deprecated) return "deprecated";
  return after.usable && !before.usable ? "usable" : "changed";
}

function scopesOf({ byKey }: OfDevice, family: string, wanted: (address: Address) => boolean): Scopes {
  const scopes = new Map<string, string>();
  for (const address of byKey.values())
    if (address.family === family && wanted(address)) scopes.set(cidr(address), address.scope);
  return scopes;
}

/** undefined: the sets are equal. */
export function compare(
  before: string[],
  addresses: string[],
): Pick<UsableAddresses, "addresses" | "before" | "added" | "removed"> | undefined {
  const had = new Set(before);
  const has = new Set(addresses);
  const added = addresses.filter((address) => !had.has(address));
  const removed = before.filter((address) => !has.has(address));
  return added.length + removed.length === 0 ? undefined : { addresses, before, added, removed };
}

/** The change, of addresses of these scopes only; undefined: nothing has changed of those. */
export function narrow(change: AddressesChange, wanted: ReadonlySet<string>): AddressesChange | undefined {
  const { body, scopes } = change;
  const within = (addresses: string[]): string[] =>
    addresses.filter((address) => wanted.has(scopes.get(address) ?? ""));
  const sets = compare(within(body.before), within(body.addresses));
  if (sets === undefined) return undefined;
  const narrowed: UsableAddresses = { family: body.family, ...sets };
  for (const mark of MARKS) {
    const marked = within(body[mark] ?? []);
    if (marked.length > 0) narrowed[mark] = marked;
  }
  return { ...change, body: narrowed };
}
