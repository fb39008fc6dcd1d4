/**
 * src/rtnetlink/: what the messages of NETLINK_ROUTE say, one file per object and per link kind, as tables under
 * the kernel's names and numbers. What lives here turns one message into one object with the keys of `ip -j -d`;
 * it remembers nothing but the names of devices.
 */

const NONE: readonly string[] = [];

let eras = 0;

/** A network device as other objects refer to it: written as its name, and always as the name it has now. */
export class Dev {
  constructor(
    readonly ifindex: number,
    public ifname: string,
  ) {}

  /** Other names under which it can be asked for (IFLA_ALT_IFNAME). */
  altnames: readonly string[] = NONE;
  /** ARPHRD_*, for the shape of hardware addresses that are reached through it. */
  arphrd = 0;
  /** Another object has named it. */
  referenced = false;

  /** All names under which it can be asked for. */
  get names(): readonly string[] {
    return [this.ifname, ...this.altnames];
  }

  toJSON(): string {
    return this.ifname;
  }

  toString(): string {
    return this.ifname;
  }
}

/** The devices of one network namespace, one Dev per index. */
export class Devs {
  readonly #byIndex = new Map<number, Dev>();
  readonly #resolve: (ifindex: number) => string | undefined;
  /** Another number for each set of devices, and whenever an index may stand for another device than before. */
  era = ++eras;
  /** Length of the longest name so far, for aligned output. */
  widest = 2;

  /** `resolve` knows names of devices that have not been seen; none: they are called `if5`, as ip calls them. */
  constructor(resolve: (ifindex: number) => string | undefined = () => undefined) {
    this.#resolve = resolve;
  }

  get(ifindex: number): Dev {
    let dev = this.#byIndex.get(ifindex);
    if (dev === undefined) {
      dev = new Dev(ifindex, this.#resolve(ifindex) ?? `if${ifindex}`);
      this.#byIndex.set(ifindex, dev);
    }
    return dev;
  }

  /** The same, on behalf of an object that refers to it. */
  refer(ifindex: number): Dev {
    const dev = this.get(ifindex);
    dev.referenced = true;
    return dev;
  }

  /** The kernel says that these are its names now. */
  name(ifindex: number, ifname: string, altnames: readonly string[] = NONE): Dev {
    const dev = this.get(ifindex);
    dev.ifname = ifname;
    dev.altnames = altnames;
    if (ifname.length > this.widest) this.widest = ifname.length;
    return dev;
  }

  /** Nothing is known any more: messages were lost. */
  clear(): void {
    this.#byIndex.clear();
    this.era = ++eras;
  }

  /** The device is gone: objects that still name it keep its last name, a new device with its index is another. */
  forget(ifindex: number): void {
    this.#byIndex.delete(ifindex);
    this.era = ++eras;
  }
}

/** The devices that a value names, at any depth. */
export function* devicesIn(value: unknown): Generator<Dev> {
  if (value instanceof Dev) yield value;
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) yield* devicesIn(inner);
}
