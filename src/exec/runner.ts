/** One rule at work: what waits, what runs, when the next run starts. Never more than one at a time. */
import type { Event } from "../events/event.ts";
import { asOfNow } from "./as-of-now.ts";
import { environment } from "./environment.ts";
import { Pending } from "./pending.ts";
import type { Rule } from "./rule.ts";
import { Run, type RunEnd, type Waiter } from "./run.ts";

/** From SIGTERM to SIGKILL, in ms. */
const GRACE = 5000;
/** Pause before the first retry, doubled for each further one up to the longest; in ms. */
const BACK_OFF = 1000;
const LONGEST_BACK_OFF = 300_000;
/** Events that wait with `each`; beyond, the oldest are dropped. */
const MOST_WAITING = 10_000;

/**
 * What a run leaves behind is collected after so many of them: the collector looks at the size of the heap, of which the
 * program's own code is by far the largest part, and would wait for 40 MB. It takes some 5 ms.
 */
const COLLECT_AFTER = 500;
let uncollected = 0;

export type Level = "error" | "warn" | "info" | "debug";

/** What is reported of a run: a line for people, the same as fields for programs. */
type Report = (level: Level, message: string, fields: Readonly<Record<string, unknown>>) => void;

export interface RunnerOptions {
  waiter: Waiter;
  report: Report;
  /** nlmon's environment. */
  env: Readonly<Record<string, string | undefined>>;
  grace?: number;
  backOff?: number;
  /** Nothing runs and nothing waits any more. */
  onIdle(): void;
}

export class Runner {
  readonly rule: Rule;
  readonly #options: RunnerOptions;
  /** What waits; at most one, but with `each`. */
  #queue: Pending[] = [];
  #run: Run | undefined;
  /** Runs in a row that have failed for the first in the queue. */
  #failed = 0;
  /** Not before. */
  #startAt = 0;
  /** Not after, whatever comes. */
  #startBy = 0;
  #timer: ReturnType<Waiter["after"]> | undefined;
  #dropped = 0;
  /** What waits has failed, and waits to be tried again. */
  #pausing = false;
  /** No event is taken any more, and nothing waits without need. */
  #ending = false;

  constructor(rule: Rule, options: RunnerOptions) {
    this.rule = rule;
    this.#options = options;
  }

  get idle(): boolean {
    return this.#run === undefined && this.#queue.length === 0;
  }

  take(event: Event): void {
    if (this.#ending) return;
    const now = performance.now();
    const waiting = this.#queue[0];
    if (waiting === undefined || this.#pausing) this.#startBy = now + this.rule.maxWait;
    this.#pausing = false;
    if (waiting !== undefined && !this.rule.each) waiting.add(event);
    else this.#queue.push(new Pending(this.rule.each ? asOfNow(event) : event));
    if (this.#queue.length > MOST_WAITING) {
      this.#queue.splice(1, 1);
      if (this.#dropped++ === 0)
        this.#report("warn", `more than ${MOST_WAITING} events wait: the oldest are dropped`, {});
    }
    if (this.rule.each && waiting !== undefined) return;
    // Something new has happened: what failed before may work now.
    this.#failed = 0;
    this.#startAt = Math.min(now + this.rule.debounce, this.#startBy);
    this.#schedule();
  }

  /** Takes what was found at the start, as one run. */
  takeAll(events: readonly Event[]): void {
    const [first, ...rest] = events;
    if (first === undefined) return;
    const pending = new Pending(first);
    for (const event of rest) pending.add(event);
    this.#queue.push(pending);
    this.#schedule();
  }

  /** Takes no more; what waits is run now, once, or is dropped. `onIdle` tells the end. */
  end(drop: boolean): void {
    this.#ending = true;
    this.#failed = this.rule.retry;
    this.#startAt = 0;
    if (drop && this.#queue.length > 0) {
      const count = this.#queue.reduce((sum, pending) => sum + pending.count, 0);
      this.#report("warn", `${count} events not acted upon`, { dropped: count });
      this.#queue = [];
    }
    this.#next();
  }

  /** Takes no more events, and goes on with what it has. */
  retire(): void {
    this.#ending = true;
    this.#schedule();
  }

  kill(): void {
    this.#run?.kill();
  }

  #schedule(): void {
    if (this.#run !== undefined) return;
    const { waiter } = this.#options;
    // One that is too early sets the next; so events in a row need no new one each.
    if (this.#timer !== undefined && this.#timer.at <= this.#startAt) return;
    waiter.cancel(this.#timer);
    // Also without a pause not at once: what comes in one batch is one run.
    this.#timer = waiter.after(Math.max(0, this.#startAt - performance.now()), () => this.#next());
  }

  #next(): void {
    if (this.#run !== undefined) return;
    this.#options.waiter.cancel(this.#timer);
    this.#timer = undefined;
    if (this.#queue.length === 0) this.#options.onIdle();
    else if (performance.now() < this.#startAt) this.#schedule();
    else this.#start(this.#queue.shift()!);
  }

  #start(pending: Pending): void {
    const { waiter, env, grace = GRACE } = this.#options;
    const { rule } = this;
    const { event } = pending;
    const variables = environment(env, rule.env, pending);
    this.#pausing = false;
    if (this.#dropped > 0)
      this.#report("warn", `${this.#dropped} events were dropped`, { dropped: this.#dropped });
    this.#dropped = 0;
    try {
      const run = new Run(waiter, {
        argv:
          typeof rule.command === "string"
            ? ["/bin/sh", "-c", rule.command, "nlmon", variables.NLMON_IFNAME ?? "", event.event]
            : rule.command,
        env: variables,
        stdin: pending.json(),
        timeout: rule.timeout,
        grace,
        onLine: (line) => this.#report("info", line, { pid: run.pid, output: true }),
        onEnd: (end) => this.#ended(pending, run.pid, end),
      });
      this.#run = run;
      this.#report("debug", `started for ${about(pending)}`, { pid: run.pid, event: event.event });
    } catch (error) {
      this.#report("error", `cannot be started: ${whatFailed(error, rule.command)}`, {
        event: event.event,
        command: rule.command,
      });
      this.#over(pending, false);
    }
  }

  #ended(pending: Pending, pid: number, end: RunEnd): void {
    this.#run = undefined;
    if (++uncollected >= COLLECT_AFTER) {
      uncollected = 0;
      Bun.gc(true);
    }
    const fields = { pid, event: pending.event.event, coalesced: pending.count };
    if (end.dropped > 0)
      this.#report("warn", `${end.dropped} bytes more of output are not shown`, {
        pid,
        dropped: end.dropped,
      });
    if (end.leftBehind)
      this.#report("warn", "it left processes behind, which were ended (setsid keeps what shall go on)", {
        pid,
      });
    const ok = end.code === 0 && !end.timedOut;
    const seconds = Math.round(end.ms) / 1000;
    this.#report(
      ok ? "info" : "warn",
      `${outcome(end, this.rule)} after ${seconds.toFixed(3)} s, for ${about(pending)}`,
      {
        ...fields,
        exit: end.code,
        signal: end.signal,
        timeout: end.timedOut,
        seconds,
      },
    );
    this.#over(pending, ok);
  }

  /** A run is over: again when it has failed and may, else the next. */
  #over(pending: Pending, ok: boolean): void {
    if (ok) this.#failed = 0;
    else if (this.#failed < this.rule.retry) this.#again(pending);
    else if (this.rule.retry > 0) {
      this.#failed = 0;
      if (!this.#ending) this.#report("error", `given up after ${this.rule.retry + 1} runs`, {});
    }
    if (this.#queue.length === 0) this.#options.onIdle();
    else this.#schedule();
  }

  #again(pending: Pending): void {
    const waiting = this.#queue[0];
    if (waiting !== undefined && !this.rule.each) {
      // What has come meanwhile says when the next run is.
      pending.absorb(waiting);
      this.#queue[0] = pending;
      return;
    }
    this.#queue.unshift(pending);
    this.#pausing = true;
    const { backOff = BACK_OFF } = this.#options;
    const pause = Math.min(backOff * 2 ** this.#failed++, LONGEST_BACK_OFF);
    this.#startAt = performance.now() + pause;
    this.#report("info", `again in ${pause / 1000} s (${this.#failed} of ${this.rule.retry})`, {
      pause: pause / 1000,
    });
  }

  #report(level: Level, message: string, fields: Readonly<Record<string, unknown>>): void {
    this.#options.report(level, message, { hook: this.rule.label, ...fields });
  }
}

/** `addresses.changed eth0 and 3 before it`. */
function about({ event, count }: Pending): string {
  const dev = "change" in event && event.change.dev !== undefined ? ` ${event.change.dev.ifname}` : "";
  return `${event.event}${dev}${count > 1 ? ` and ${count - 1} before it` : ""}`;
}

function outcome({ code, signal, timedOut }: RunEnd, { command, timeout }: Rule): string {
  if (timedOut) return `stopped: it took longer than ${timeout / 1000} s; ended`;
  if (signal !== null) return `ended by ${signal}`;
  if (typeof command === "string" && code === 127) return `exit 127 (a command was not found: ${command})`;
  if (typeof command === "string" && code === 126)
    return `exit 126 (a command cannot be executed: ${command})`;
  return `exit ${code}`;
}

/** With the path: it may be one of a script's interpreter that is missing. */
function whatFailed(error: unknown, command: Rule["command"]): string {
  const { code } = error as NodeJS.ErrnoException;
  const program = typeof command === "string" ? "/bin/sh" : command[0];
  if (code === "ENOENT") return `${program}: no such file, or the interpreter that it names is missing`;
  if (code === "EACCES") return `${program}: not executable (permission denied)`;
  return `${program}: ${error instanceof Error ? error.message : error}`;
}
