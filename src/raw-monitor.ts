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
import { Devs } from "./rtnetlink/dev.ts";
import { AF_UNSPEC } from "./rtnetlink/inet.ts";
import type { Link } from "./rtnetlink/link.ts";
import { type Decoded, decode, OBJECT_NAMES, OBJECTS, type ObjectName } from "./rtnetlink/objects.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "./rtnetlink/rtm.ts";
import { RtContext } from "./rtnetlink/types.ts";

export interface RawOptions {
  objects: ReadonlySet<ObjectName>;
  interfaces: Globs;
  /** Families of all objects but links; none: all. */
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
    for (const object of OBJECT_NAMES)
      if (object === "link" || options.objects.has(object))
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
      for (const request of OBJECTS[object].dumps()) {
        const { objects, interrupted } = dumps.dump(request, (message) => this.#text(message));
        for (const text of objects) this.#options.onText(text);
        if (interrupted) this.#options.onWarning(`${object}: the state changes faster than it can be read`);
      }
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
  #name({ type }: Message, { readings }: Decoded): void {
    const { ifindex, ifname, altnames } = readings[0]!.body as Link;
    if (type === RTM_NEWLINK) this.#cx.devs.name(ifindex, ifname, altnames);
    else if (type === RTM_DELLINK) this.#cx.devs.forget(ifindex);
  }

  #wants({ object, readings }: Decoded): boolean {
    const { objects, interfaces, families } = this.#options;
    if (!objects.has(object)) return false;
    return readings.some(({ dev, body }) => {
      if (!interfaces.matchesAll && (dev === undefined || !interfaces.matchAny(dev.names))) return false;
      if (object === "link" || families === undefined) return true;
      return families.has(String((body as { family?: string }).family));
    });
  }
}
