/** Keeps the addresses and links of this host, and says when they are others. */
import { MessageWalk } from "../netlink/nlmsg.ts";
import { kept, type ObjectName } from "../rtnetlink/objects.ts";
import type { Follower, Source } from "../source.ts";
import { type Dump, Host } from "../state/host.ts";
import { readObject } from "../state/read.ts";
import type { Candidate } from "./select.ts";

/** What has to be followed. */
export const FOLLOWED: ReadonlySet<ObjectName> = new Set(["link", "address"]);

export class AddressFollower implements Follower {
  readonly #source: Pick<Source, "dumps">;
  readonly #onChange: () => void;
  readonly #host: Host;
  #changed = false;

  constructor(source: Pick<Source, "dumps">, onChange: () => void) {
    this.#source = source;
    this.#onChange = onChange;
    this.#host = new Host(
      ({ verb }) => {
        if (verb !== "unchanged" && verb !== "refreshed") this.#changed = true;
      },
      { objects: FOLLOWED },
    );
  }

  *candidates(): Generator<Candidate> {
    const { addresses, links } = this.#host;
    for (const { dev, body } of addresses.values()) yield { dev, body, link: links.get(dev.ifindex) };
  }

  start(): boolean {
    const dump = this.#dump();
    this.#host.load(dump);
    this.#onChange();
    return isWhole(dump);
  }

  datagram(_time: number, view: DataView, at: number, end: number): void {
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) this.#host.apply(walk.message);
  }

  drained(settle: boolean): void {
    this.#host.takeStale();
    if (!settle) return;
    this.#host.settle("kernel");
    this.#told();
  }

  resync(): boolean {
    const dump = this.#dump();
    this.#host.resync(dump);
    this.#told();
    return isWhole(dump);
  }

  #told(): void {
    if (!this.#changed) return;
    this.#changed = false;
    this.#onChange();
  }

  #dump(): Dump {
    const { dumps } = this.#source;
    return new Map(kept(FOLLOWED).map((object) => [object, readObject(dumps, object, this.#host.cx)]));
  }
}

const isWhole = (dump: Dump): boolean => dump.values().every(({ whole }) => whole);
