/** --raw: the kernel's messages as they come. No state but the names of devices, no diff, nothing suppressed. */
import { now } from "../ffi/clock.ts";
import { ifIndexToName } from "../ffi/ifname.ts";
import type { Loop } from "../ffi/loop.ts";
import { NETLINK_ROUTE } from "../ffi/netlink.ts";
import type { Globs } from "./events/glob.ts";
import type { Receiver } from "./netlink/drain.ts";
import { DumpSession } from "./netlink/dump.ts";
import { type Message, MessageWalk } from "./netlink/nlmsg.ts";
import { Subscription } from "./netlink/subscription.ts";
import type { RawSink } from "./output/raw.ts";
import { type Decoded, decode, OBJECTS, type ObjectName } from "./rtnetlink/decode.ts";
import { Devs } from "./rtnetlink/dev.ts";
import { AF_UNSPEC } from "./rtnetlink/inet.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "./rtnetlink/rtm.ts";
import { RtContext } from "./rtnetlink/types.ts";

export interface RawOptions {
  objects: ReadonlySet<ObjectName>;
  interfaces: Globs;
  /** Families of addresses; none: all. */
  families: ReadonlySet<string> | undefined;
  /** First the messages of a dump of what there is. */
  snapshot: boolean;
  rcvbuf: number | undefined;
  sink: RawSink;
  onText(text: string): void;
  onBatch(): void;
  onWarning(text: string): void;
}

export class RawMonitor implements Receiver {
  readonly subscription: Subscription;
  readonly #options: RawOptions;
  readonly #cx = new RtContext(new Devs(ifIndexToName));
  #time = now();

  constructor(loop: Loop, options: RawOptions) {
    this.#options = options;
    this.subscription = new Subscription(loop, NETLINK_ROUTE, this, options.rcvbuf);
    this.#cx.all = true;
    this.#cx.keepUnknown = true;
    for (const object of new Set<ObjectName>(["link", ...options.objects]))
      for (const group of OBJECTS[object].groups) this.subscription.join(group);
  }

  start(): void {
    this.subscription.start();
    if (this.#options.snapshot) this.#snapshot();
    this.#options.onBatch();
  }

  /** Delivers everything that has arrived. */
  finish(): void {
    this.subscription.finish();
  }

  datagram(view: DataView, at: number, end: number): void {
    this.#time = now();
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) this.#show(walk.message);
    if (walk.problem !== undefined) this.#options.onWarning(`malformed datagram: ${walk.problem}`);
  }

  /** There is no state to repair: the loss is said, and it stays a loss. */
  overrun(): void {
    const { rcvbuf } = this.subscription;
    // A rename may be among them: ask the kernel again.
    this.#cx.devs.clear();
    this.#options.onWarning(`${this.subscription.lost()} messages lost (receive buffer ${rcvbuf} bytes)`);
  }

  drained(): void {
    this.#options.onBatch();
  }

  #snapshot(): void {
    const dumps = new DumpSession(NETLINK_ROUTE);
    for (const object of this.#options.objects) {
      const { objects, interrupted } = dumps.dump(OBJECTS[object].dump(), (message) => this.#text(message));
      for (const text of objects) this.#options.onText(text);
      if (interrupted) this.#options.onWarning(`${object}: the state changes faster than it can be read`);
    }
    dumps.close();
  }

  #show(message: Message): void {
    const text = this.#text(message);
    if (text !== undefined) this.#options.onText(text);
  }

  #text(message: Message): string | undefined {
    const decoded = decode(message, this.#cx);
    if (decoded?.object === "link" && message.view.getUint8(message.at) === AF_UNSPEC)
      this.#name(message, decoded);
    if (decoded !== undefined && !this.#wants(decoded)) return undefined;
    return this.#options.sink.format(this.#time, message, decoded, this.#cx);
  }

  /** The names of a link that this message tells, or that it has gone. */
  #name({ type }: Message, { dev, body }: Extract<Decoded, { object: "link" }>): void {
    if (type === RTM_NEWLINK) this.#cx.devs.name(dev.ifindex, body.ifname, body.altnames);
    else if (type === RTM_DELLINK) this.#cx.devs.forget(dev.ifindex);
  }

  #wants({ object, dev, body }: Decoded): boolean {
    const { objects, interfaces, families } = this.#options;
    if (!objects.has(object) || !interfaces.matchAny(dev.names)) return false;
    return object !== "address" || families === undefined || families.has(String(body.family));
  }
}
