/** Which links name a device (`link`, `master`, ...): when it gets another name, only these are looked at. */
import { type Dev, devicesIn } from "../rtnetlink/dev.ts";

export class Namers {
  readonly #byDev = new Map<Dev, Set<number>>();

  /** The link with this index is so now. */
  add(ifindex: number, body: object): void {
    for (const dev of devicesIn(body)) {
      const known = this.#byDev.get(dev);
      if (known === undefined) this.#byDev.set(dev, new Set([ifindex]));
      else known.add(ifindex);
    }
  }

  /** It was so, and is no more. */
  delete(ifindex: number, body: object): void {
    for (const dev of devicesIn(body)) {
      const known = this.#byDev.get(dev);
      known?.delete(ifindex);
      if (known?.size === 0) this.#byDev.delete(dev);
    }
  }

  /** Indexes, in order. */
  of(dev: Dev): readonly number[] {
    return [...(this.#byDev.get(dev) ?? [])].sort((a, b) => a - b);
  }
}
