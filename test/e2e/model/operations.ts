/** Random `ip` commands over a small world, the same ones for the same seed; many of them cannot work, as in life. */
import { random } from "../../rtnetlink/corpus.ts";

const PAIRS = ["v0", "v1", "v2"];
const LINKS = [...PAIRS, "w0", "w1", "w2", "br0", "br1", "ifb7", "x0"];
const NAMES = [...LINKS, "wan0", "wan1"];
const INET = ["192.0.2.1/24", "192.0.2.2/24", "192.0.2.129/25", "198.51.100.1/32", "203.0.113.1/28"];
const INET6 = ["2001:db8::1/64", "2001:db8::2/64", "2001:db8:1::1/48", "2001:db8:ff::1/128"];
const DST = ["default", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.9.9.9"];
const DST6 = ["default", "2001:db8:a::/48", "2001:db8:a:b::/64", "2001:db8:c::1"];
const GATEWAYS = ["192.0.2.7", "192.0.2.9", "203.0.113.9"];
const GATEWAYS6 = ["2001:db8::7", "2001:db8::9"];

export class Operations {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = random(seed);
  }

  /** One `ip -batch` line. */
  next(): string {
    return this.#one<() => string>(
      [8, () => this.#link()],
      [6, () => this.#linkSetting()],
      [8, () => this.#address()],
      [10, () => this.#route()],
      [6, () => this.#route6()],
      [3, () => this.#rule()],
      [4, () => this.#neighbour()],
      [4, () => this.#nexthop()],
    )();
  }

  #link(): string {
    return this.#pick([
      () => this.#addLink(),
      () => this.#addLink(),
      () => this.#addLink(),
      () => `link del ${this.#pick(LINKS)}`,
      () => `link set ${this.#pick(NAMES)} up`,
      () => `link set ${this.#pick(NAMES)} up`,
      () => `link set ${this.#pick(NAMES)} up`,
      () => `link set ${this.#pick(NAMES)} down`,
    ])();
  }

  #addLink(): string {
    const index = this.#random() % PAIRS.length;
    return this.#pick([
      `link add v${index} type veth peer name w${index}`,
      `link add v${index} type veth peer name w${index}`,
      `link add ${this.#pick(["br0", "br1"])} type bridge`,
      "link add ifb7 type ifb",
      "link add x0 type vxlan id 42 dstport 4789 local 192.0.2.1",
    ]);
  }

  #linkSetting(): string {
    const link = this.#pick(NAMES);
    return this.#pick([
      `link set ${link} mtu ${1280 + (this.#random() % 3) * 100}`,
      `link set ${link} master ${this.#pick(["br0", "br1"])}`,
      `link set ${link} nomaster`,
      `link set ${link} address 02:00:00:00:00:${(16 + (this.#random() % 8)).toString(16)}`,
      `link set ${link} name ${this.#pick(NAMES)}`,
      // Of a device that is down the kernel would not say it.
      `link property add dev lo altname alt-${this.#pick(PAIRS)}`,
      `link property del dev lo altname alt-${this.#pick(PAIRS)}`,
    ]);
  }

  #address(): string {
    const [dev, inet, inet6] = [this.#pick(NAMES), this.#pick(INET), this.#pick(INET6)];
    return this.#pick([
      `addr add ${inet} dev ${dev}`,
      `addr add ${inet} dev ${dev}`,
      `addr add ${inet6} dev ${dev} nodad`,
      `addr add ${inet6} dev ${dev} nodad valid_lft 9000 preferred_lft ${this.#pick([0, 5000])}`,
      `addr replace ${inet} dev ${dev} valid_lft 9000 preferred_lft 8000`,
      `addr del ${inet} dev ${dev}`,
      `addr del ${inet6} dev ${dev}`,
      `addr flush dev ${dev}`,
    ]);
  }

  #route(): string {
    const verb = this.#pick(["add", "replace", "append", "prepend", "del"]);
    const dst = this.#pick(DST);
    const [a, b] = [this.#pick(GATEWAYS), this.#pick(GATEWAYS)];
    const how = this.#pick([
      `via ${a}`,
      `via ${a} src 192.0.2.1`,
      `dev ${this.#pick(NAMES)}`,
      `nexthop via ${a} weight 1 nexthop via ${b} weight 2`,
      `nhid ${1 + (this.#random() % 5)}`,
    ]);
    const where = this.#pick(["", "", " table 100", " metric 50", " tos 8"]);
    if (this.#random() % 12 === 0) return `route ${verb} blackhole ${dst}${where}`;
    return `route ${verb} ${dst}${where} ${how}`;
  }

  #route6(): string {
    const verb = this.#pick(["add", "replace", "append", "del"]);
    const how = this.#pick([
      `via ${this.#pick(GATEWAYS6)}`,
      `dev ${this.#pick(NAMES)}`,
      `nexthop via ${GATEWAYS6[0]} nexthop via ${GATEWAYS6[1]}`,
    ]);
    return `-6 route ${verb} ${this.#pick(DST6)}${this.#pick(["", " metric 50", " table 100"])} ${how}`;
  }

  #rule(): string {
    const family = this.#pick(["", "-6 "]);
    const which = this.#pick([
      `iif ${this.#pick(NAMES)}`,
      "fwmark 0x7/0xf",
      family === "" ? "from 10.0.0.0/8" : "from 2001:db8::/32",
      "ipproto tcp dport 443",
    ]);
    return `${family}rule ${this.#pick(["add", "add", "del"])} pref ${100 + (this.#random() % 3)} ${which} table 100`;
  }

  #neighbour(): string {
    const dev = this.#pick(NAMES);
    const ip = this.#pick([...GATEWAYS, ...GATEWAYS6]);
    return this.#pick([
      `neigh replace ${ip} lladdr 02:00:00:00:00:${16 + (this.#random() % 4)} dev ${dev} nud permanent`,
      `neigh replace ${ip} lladdr 02:00:00:00:00:21 dev ${dev} nud noarp`,
      `neigh del ${ip} dev ${dev}`,
    ]);
  }

  #nexthop(): string {
    const id = 1 + (this.#random() % 5);
    return this.#pick([
      `nexthop ${this.#pick(["add", "replace"])} id ${id} via ${this.#pick(GATEWAYS)} dev ${this.#pick(NAMES)}`,
      `nexthop ${this.#pick(["add", "replace"])} id ${id} dev ${this.#pick(NAMES)}`,
      `nexthop add id ${id} blackhole`,
      `nexthop replace id 9 group ${id}/${1 + (this.#random() % 5)}`,
      `nexthop del id ${id}`,
    ]);
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#random() % from.length]!;
  }

  /** By weight. */
  #one<T>(...from: (readonly [weight: number, value: T])[]): T {
    let at = this.#random() % from.reduce((sum, [weight]) => sum + weight, 0);
    return from.find(([weight]) => (at -= weight) < 0)![1];
  }
}
