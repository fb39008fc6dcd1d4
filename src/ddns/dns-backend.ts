/** Finds the servers of a name's zone and tries them in order. */
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import type { Backend, Done, Wish } from "./backend.ts";
import { DNS_PORT, type Edge, type Server, serverText } from "./edge.ts";
import { Failure } from "./failure.ts";
import type { Key } from "./key.ts";
import { isWithin, shownName } from "./name.ts";
import { probe, publish } from "./publish.ts";
import { parseResolvConf, stubAt } from "./resolv-conf.ts";
import { findZone } from "./resolver.ts";
import { Session } from "./session.ts";

export interface HostPort {
  host: string;
  port: number;
}

interface DnsOptions {
  edge: Edge;
  /** undefined: found by the SOA record. */
  zone: string | undefined;
  /** In order; none: the zone's primary. */
  servers: readonly HostPort[];
  key: Key | undefined;
}

/** Where updates of a zone go to. */
interface Place {
  zone: string;
  servers: readonly Server[];
}

export class DnsBackend implements Backend {
  readonly #options: DnsOptions;
  /** By name; forgotten when one of its servers failed. */
  readonly #places = new Map<string, Place>();
  readonly #sessions = new Map<string, Session>();

  constructor(options: DnsOptions) {
    this.#options = options;
  }

  async publish({ set, last, look, onlyLast }: Wish): Promise<Done | Failure> {
    return this.#onServers(set.name, async (session, zone) => {
      const published = await publish(session, {
        zone,
        set,
        // In another zone it is another record.
        last: last?.zone === zone ? last.data : undefined,
        look,
        onlyLast,
      });
      return published instanceof Failure ? published : { zone, server: session.server, ...published };
    });
  }

  async check(name: string): Promise<string | Failure> {
    const { edge, key } = this.#options;
    const from = edge.monotonic();
    return this.#onServers(name, async (session, zone) => {
      const failure = await probe(session, zone);
      if (failure !== undefined) return failure;
      const ms = Math.ceil(edge.monotonic() - from);
      const by = key === undefined ? "without a key" : `with key ${shownName(key.name)}`;
      return `${session.server} takes updates of zone ${shownName(zone)} ${by} (${ms} ms)`;
    });
  }

  close(): void {
    for (const session of this.#sessions.values()) session.close();
    this.#sessions.clear();
  }

  /** The first answer that another server would not give better. */
  async #onServers<T>(
    name: string,
    work: (session: Session, zone: string) => Promise<T | Failure>,
  ): Promise<T | Failure> {
    const place = await this.#place(name);
    if (place instanceof Failure) return place;
    const said: string[] = [];
    for (const server of place.servers) {
      const result = await work(this.#session(server), place.zone);
      if (!(result instanceof Failure)) return result;
      this.#places.delete(name);
      this.#sessions.get(serverText(server))?.close();
      said.push(result.sentence);
      if (result.remedy !== "elsewhere") return new Failure(said.join("; "), result.remedy);
    }
    return new Failure(said.join("; "), "elsewhere");
  }

  #session(server: Server): Session {
    const text = serverText(server);
    let session = this.#sessions.get(text);
    if (session === undefined)
      this.#sessions.set(text, (session = new Session(this.#options.edge, server, this.#options.key)));
    return session;
  }

  async #place(name: string): Promise<Place | Failure> {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = await this.#find(name);
    if (!(place instanceof Failure)) this.#places.set(name, place);
    return place;
  }

  async #find(name: string): Promise<Place | Failure> {
    const { edge, servers } = this.#options;
    // Of a reverse name the zone is always another one.
    const zone = this.#options.zone;
    const isGiven = zone !== undefined && isWithin(name, zone);
    const given = await this.#addresses(servers);
    if (given instanceof Failure) return given;
    if (isGiven && given.length > 0) return { zone, servers: given };
    const soa = await findZone(edge, [...given, ...resolvers()], isGiven ? zone : name);
    if (soa instanceof Failure) return soa;
    const found = isGiven ? zone : soa.zone;
    if (given.length > 0) return { zone: found, servers: given };
    const primary = await this.#addresses([{ host: shownName(soa.primary), port: DNS_PORT }]);
    return primary instanceof Failure ? primary : { zone: found, servers: primary };
  }

  /** Of all these hosts, in order. */
  async #addresses(hosts: readonly HostPort[]): Promise<readonly Server[] | Failure> {
    const servers: Server[] = [];
    for (const { host, port } of hosts) {
      const addresses = isIP(host) === 0 ? await this.#options.edge.network.lookup(host) : [host];
      servers.push(...addresses.map((address) => ({ address, port })));
    }
    if (hosts.length > 0 && servers.length === 0)
      return new Failure(`${hosts.map(({ host }) => host).join(", ")}: no address is found for it`, "later");
    const stub = servers.find(({ address }) => stubAt(address) !== undefined);
    return stub === undefined
      ? servers
      : new Failure(
          `${stub.address} is ${stubAt(stub.address)}, which drops updates: give the zone's primary with --server`,
          "lasting",
        );
  }
}

function resolvers(): Server[] {
  try {
    return parseResolvConf(readFileSync("/etc/resolv.conf", "utf8"));
  } catch {
    return parseResolvConf("");
  }
}
