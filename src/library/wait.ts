/** `wait()`: a promise of an event, or of a state. */
import { Condition } from "../events/condition.ts";
import { unmatched } from "../events/filter.ts";
import { Kernel } from "../kernel.ts";
import { Monitor } from "../monitor.ts";
import { OBJECT_NAMES } from "../rtnetlink/objects.ts";
import { type Event, plainEvent } from "./event.ts";
import { guestLoop } from "./guest.ts";
import { filterOf, type Selection } from "./selection.ts";

export interface WaitOptions extends Omit<Selection, "objects"> {
  /** Which of the objects count: `(address) => address.usable`. */
  only?(body: Record<string, unknown>): boolean;
  /** Milliseconds; a TimeoutError after them. */
  timeout?: number;
  /** Rejects with its reason. */
  signal?: AbortSignal;
}

/** It has not come to pass in time. */
export class TimeoutError extends Error {
  override name = "TimeoutError";
}

/**
 * Resolves as soon as one of the events happens, or as what it says is so already: `wait("link.up", { interfaces:
 * ["eth0"] })`. The event; undefined where it is absence that was waited for (`link.removed`) and there is nothing.
 */
export function wait(on: string | readonly string[], options: WaitOptions = {}): Promise<Event | undefined> {
  const globs = typeof on === "string" ? [on] : on;
  for (const glob of unmatched(globs)) throw new RangeError(`no event is called ${JSON.stringify(glob)}`);
  const { only, timeout, signal } = options;
  const condition = new Condition({
    on: globs,
    only: only && ((body) => only(JSON.parse(JSON.stringify(body)) as Record<string, unknown>)),
    filter: filterOf(options, new Set(OBJECT_NAMES), { all: true }),
  });
  const { promise, resolve, reject } = Promise.withResolvers<Event | undefined>();
  const loop = guestLoop();
  const kernel = new Kernel(loop, {
    objects: condition.objects,
    rcvbuf: undefined,
    onWarning: () => {},
    onNote: () => {},
  });
  let met: Event | undefined;
  const monitor: Monitor = new Monitor(kernel, {
    objects: condition.objects,
    filter: filterOf(options, condition.objects, { all: true }),
    snapshot: true,
    keepUnknown: true,
    onEvent(event) {
      if (met === undefined && condition.metBy(event)) met = plainEvent({ ...event, seq: 1 });
    },
    onBatch() {
      if (met !== undefined || condition.metByAbsence((object) => monitor.host.existing(object)))
        resolve(met);
    },
    onWarning: () => {},
  });
  const late =
    timeout === undefined
      ? undefined
      : loop.after(timeout, () => reject(new TimeoutError(`not within ${timeout} ms: ${globs.join(", ")}`)));
  const abort = () => reject(signal?.reason);
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  kernel.start(monitor);
  return promise.finally(() => {
    kernel.close();
    loop.cancel(late);
    signal?.removeEventListener("abort", abort);
  });
}
