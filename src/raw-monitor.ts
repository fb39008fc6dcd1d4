/** --raw: the kernel's messages as they come. No state but the names of devices, no diff, nothing suppressed. */
import { now } from "../ffi/clock.ts";
import { EPOLLIN } from "../ffi/epoll.ts";
import { ifIndexToName } from "../ffi/ifname.ts";
import type { Loop } from "../ffi/loop.ts";
import { NETLINK_ROUTE, NetlinkSocket } from "../ffi/netlink.ts";
import type { Globs } from "./events/glob.ts";
import { DEFAULT_RCVBUF } from "./monitor.ts";
import { Drain, type Receiver } from "./netlink/drain.ts";
import { DumpSession } from "./netlink/dump.ts";
import { type Message, MessageWalk } from "./netlink/nlmsg.ts";
import type { RawSink } from "./output/raw.ts";
import { type Decoded, decode, OBJECTS, type ObjectName } from "./rtnetlink/decode.ts";
import { Devs } from "./rtnetlink/dev.ts";
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
  readonly #socket: NetlinkSocket;
  readonly rcvbuf: number;
  readonly #options: RawOptions;
  readonly #loop: Loop;
  readonly #cx = new RtContext(new Devs(ifIndexToName));
  readonly #drain: Drain;
  #time = now();
  #drops = 0;

  constructor(loop: Loop, options: RawOptions) {
    this.#options = options;
    this.#loop = loop;
    this.#socket = new NetlinkSocket(NETLINK_ROUTE);
    this.#drain = new Drain(this.#socket, this);
    this.rcvbuf = this.#socket.setReceiveBuffer(options.rcvbuf ?? DEFAULT_RCVBUF);
    this.#cx.all = true;
    this.#cx.keepUnknown = true;
    for (const object of new Set<ObjectName>(["link", ...options.objects]))
      for (const group of OBJECTS[object].groups) this.#socket.join(group);
  }

  start(): void {
    this.#loop.add(this.#socket.fd, EPOLLIN, () => this.#drain.read());
    if (this.#options.snapshot) this.#snapshot();
    this.#options.onBatch();
  }

  pause(paused: boolean): void {
    this.#loop.modify(this.#socket.fd, paused ? 0 : EPOLLIN);
  }

  finish(): void {
    this.#drain.finish();
  }

  datagram(view: DataView, at: number, end: number): void {
    this.#time = now();
    const walk = new MessageWalk(view, at, end);
    while (walk.next()) this.#show(walk.message);
    if (walk.problem !== undefined) this.#options.onWarning(`malformed datagram: ${walk.problem}`);
  }

  /** There is no state to repair: the loss is said, and it stays a loss. */
  overrun(): void {
    const drops = this.#socket.drops();
    this.#options.onWarning(
      `${Math.max(1, (drops - this.#drops) >>> 0)} messages lost (receive buffer ${this.rcvbuf} bytes)`,
    );
    this.#drops = drops;
  }

  drained(): void {
    this.#options.onBatch();
  }

  #snapshot(): void {
    const dumps = new DumpSession();
    for (const object of this.#options.objects)
      dumps.dump(OBJECTS[object].dump(), (message) => this.#show(message));
    dumps.close();
  }

  #show(message: Message): undefined {
    const { devs } = this.#cx;
    this.#cx.reset();
    const decoded = decode(message, this.#cx);
    if (message.type === RTM_NEWLINK && decoded?.object === "link")
      devs.name(decoded.dev.ifindex, decoded.body.ifname);
    if (message.type === RTM_DELLINK && decoded !== undefined) devs.forget(decoded.dev.ifindex);
    if (decoded !== undefined && !this.#wants(decoded)) return;
    this.#options.onText(this.#options.sink.format(this.#time, message, decoded, this.#cx));
  }

  #wants({ object, dev, body }: Decoded): boolean {
    const { objects, interfaces, families } = this.#options;
    if (!objects.has(object) || !interfaces.match(dev.ifname)) return false;
    return object !== "address" || families === undefined || families.has(String(body.family));
  }
}
