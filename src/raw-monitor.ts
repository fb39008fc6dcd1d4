/** --raw: the kernel's messages as they come. No state but the names of devices, no diff, nothing suppressed. */
import type { Globs } from "./events/glob.ts";
import { type Message, MessageWalk } from "./netlink/nlmsg.ts";
import type { RawSink } from "./output/raw.ts";
import { Devs } from "./rtnetlink/dev.ts";
import { AF_UNSPEC } from "./rtnetlink/inet.ts";
import type { Link } from "./rtnetlink/link.ts";
import { type Decoded, decode, type ObjectName } from "./rtnetlink/objects.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "./rtnetlink/rtm.ts";
import { RtContext } from "./rtnetlink/types.ts";
import type { Follower, Source } from "./source.ts";
import { requestsFor } from "./state/read.ts";

interface RawOptions {
  objects: ReadonlySet<ObjectName>;
  interfaces: Globs;
  /** Families of all objects but links; none: all. */
  families: ReadonlySet<string> | undefined;
  /** First the messages of a dump of what there is. */
  snapshot: boolean;
  sink: RawSink;
  onText(text: string): void;
  onBatch(): void;
  onWarning(text: string): void;
}

export class RawMonitor implements Follower {
  readonly #source: Source;
  readonly #options: RawOptions;
  readonly #cx: RtContext;
  #time = 0;

  constructor(source: Source, options: RawOptions) {
    this.#source = source;
    this.#options = options;
    this.#cx = new RtContext(new Devs((ifindex) => source.ifname(ifindex)));
    this.#cx.all = true;
    this.#cx.keepUnknown = true;
  }

  start(): boolean {
    this.#time = this.#source.now();
    if (this.#options.snapshot) this.#snapshot();
    this.#options.onBatch();
    return true;
  }

  datagram(time: number, view: DataView, at: number, end: number): void {
    this.#time = time;
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) this.#show(walk.message);
    if (walk.problem !== undefined) this.#options.onWarning(`malformed datagram: ${walk.problem}`);
  }

  overhear(time: number, view: DataView, at: number, end: number): void {
    this.datagram(time, view, at, end);
  }

  drained(): void {
    this.#options.onBatch();
  }

  /** There is no state to repair: a loss is said by the source, and it stays a loss. */
  resync(): boolean {
    // A rename may have been lost: ask again.
    this.#cx.devs.clear();
    return true;
  }

  #snapshot(): void {
    const { dumps } = this.#source;
    for (const object of this.#options.objects) {
      if (this.#source.reads?.(object) === false) continue;
      for (const request of requestsFor(dumps, object, this.#cx)) {
        const { objects, interrupted } = dumps.dump(request, (message) => this.#text(message));
        for (const text of objects) this.#options.onText(text);
        if (interrupted) this.#options.onWarning(`${object}: the state changes faster than it can be read`);
      }
    }
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
    return this.#options.sink.format(this.#time, message, decoded, this.#cx, this.#source.where);
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
