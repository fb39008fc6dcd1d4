/** What a command listens to: the network namespace that nlmon was started in, or others. */
import { ClockStep } from "../../ffi/clock-step.ts";
import { EPOLLIN } from "../../ffi/epoll.ts";
import type { Loop } from "../../ffi/loop.ts";
import { Kernel } from "../kernel.ts";
import { Namespaces, type NamespacesOptions } from "../namespaces.ts";
import type { ObjectName } from "../rtnetlink/objects.ts";
import type { Wanted } from "../rtnetlink/socket-filter.ts";
import { log } from "./log.ts";
import type { Driver } from "./session.ts";

interface Listening {
  objects: ReadonlySet<ObjectName>;
  rcvbuf: number | undefined;
  /** What of the objects; the kernel does not hand over the rest. */
  wanted: Wanted;
  /** Names, paths and patterns of network namespaces; none: the own one. */
  netns: readonly string[];
  /** Also the namespaces that have an id there. */
  allNsid: boolean;
}

interface Sources extends Driver {
  /** Bytes of receive buffer that the kernel granted; undefined: nothing is listened to yet. */
  readonly rcvbuf: number | undefined;
  start(): void;
  /** Reads the state again. */
  check(): void;
}

const onAbsent = (name: string): void =>
  log.info(`no network namespace is called ${name} now: waiting for one`);

export function sources(
  loop: Loop,
  { objects, rcvbuf, wanted, netns, allNsid }: Listening,
  { follower, onNotice }: Pick<NamespacesOptions, "follower" | "onNotice">,
): Sources {
  const options = {
    objects,
    rcvbuf,
    wanted,
    ...(allNsid ? { follow: follower } : {}),
    onWarning: (warning: string) => log.warn(warning),
    onNote: (note: string) => log.debug(note),
  };
  const listening =
    netns.length > 0
      ? new Namespaces(loop, { ...options, names: netns, follower, onNotice, onAbsent })
      : alone(new Kernel(loop, options), follower);
  const clock = new ClockStep();
  loop.add(clock.fd, EPOLLIN, () => {
    if (!clock.happened()) return;
    log.debug("the clock was set, or the machine slept: the state is read again");
    listening.check();
  });
  return listening;
}

function alone(kernel: Kernel, follower: NamespacesOptions["follower"]): Sources {
  return {
    rcvbuf: kernel.rcvbuf,
    start: () => kernel.start(follower(kernel, false)),
    pause: (paused) => kernel.pause(paused),
    check: () => kernel.check(),
    narrow: (wanted) => kernel.narrow(wanted),
    finish: () => kernel.finish(),
  };
}
