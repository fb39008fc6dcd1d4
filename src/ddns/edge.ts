/**
 * src/ddns/: names that follow addresses, by RFC 2136 and RFC 8945. What it needs of the world comes in through the
 * interfaces of this file: time, chance and the network, so that tests decide all three.
 */

export interface Timer {
  readonly at: number;
}

export interface Edge {
  /** Milliseconds since 1970: TSIG and the state file. */
  wallClock(): number;
  /** Milliseconds that only go forward: waiting. */
  monotonic(): number;
  /** In [0, 1), nothing that anybody could guess. */
  random(): number;
  after(ms: number, run: () => void): Timer;
  cancel(timer: Timer | undefined): void;
  network: Network;
}

export interface Server {
  /** IPv4 or IPv6. */
  address: string;
  port: number;
}

/** `192.0.2.53`, `2001:db8::53#5353`. */
export const serverText = ({ address, port }: Server): string =>
  port === DNS_PORT ? address : `${address}#${port}`;

export const DNS_PORT = 53;

/** No answer: what happened, in words that follow the server's name. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

/** The server has ended the connection. */
export class Closed extends NoAnswer {}

/** Whether these bytes are the answer that is waited for; others are passed over. */
export type Accept = (data: Uint8Array) => boolean;

export interface Connection {
  readonly isOpen: boolean;
  /** One message there, its answer back. Rejects with NoAnswer; the connection is then of no more use. */
  ask(query: Uint8Array, accept: Accept): Promise<Uint8Array>;
  close(): void;
}

interface Network {
  /** Rejects with NoAnswer. */
  tcp(server: Server): Promise<Connection>;
  /** One datagram there, its answer back. Rejects with NoAnswer. */
  udp(server: Server, query: Uint8Array, accept: Accept): Promise<Uint8Array>;
  /** The addresses of a host, as the system finds them; none when it does not. */
  lookup(host: string): Promise<readonly string[]>;
}
