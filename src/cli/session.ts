/** What every command that follows something has: standard output, --count, --timeout, signals, and an end. */

import { now } from "../../ffi/clock.ts";
import { isatty } from "../../ffi/fd.ts";
import { hotPath } from "../../ffi/hot.ts";
import { Loop } from "../../ffi/loop.ts";
import type { Timeout } from "../../ffi/reactor.ts";
import { roomOf } from "../../ffi/terminal.ts";
import type { Event, EventName, PlainNotice } from "../events/event.ts";
import { Filter } from "../events/filter.ts";
import { Globs } from "../events/glob.ts";
import { type AlikeLines, Outlet, type OutletOptions } from "../events/outlet.ts";
import { Hooks } from "../exec/hooks.ts";
import type { Rule } from "../exec/rule.ts";
import { Monitor } from "../monitor.ts";
import { colours } from "../output/colour.ts";
import { json, patternOf } from "../output/json.ts";
import type { JsonPattern } from "../output/json-pattern.ts";
import { rawJson, rawText } from "../output/raw.ts";
import type { Sink } from "../output/sink.ts";
import { text } from "../output/text.ts";
import { RawMonitor } from "../raw-monitor.ts";
import type { Devs } from "../rtnetlink/dev.ts";
import type { ObjectName } from "../rtnetlink/objects.ts";
import type { Wanted } from "../rtnetlink/socket-filter.ts";
import type { Follower, Source } from "../source.ts";
import { Diagnostics } from "./diagnostics.ts";
import { warm } from "./hot.ts";
import { endLog, log, setLogWriter } from "./log.ts";
import { Output } from "./output.ts";
import type { Run } from "./run-options.ts";
import { Summary } from "./summary.ts";

/** After so many events in a row, what they have left in memory is given back when it has been quiet for so many ms. */
const MANY = 20_000;
const QUIET = 5000;

const EXIT_TIMEOUT = 124;
const EXIT_SIGTERM = 128 + 15;

/** What brings the messages. */
export interface Driver {
  /** The reader of standard output is too far behind: stops, or goes on. */
  pause(paused: boolean): void;
  /** Delivers, now, what has arrived, for this is the end. */
  finish(): void;
  /** Something else is wanted from now on. */
  narrow?(wanted: Wanted): void;
  /** Called last, in any case. */
  close?(): void;
}

interface SessionOptions {
  /** There is a file of rules, which may be read again. */
  rules?: boolean;
  /** The end has begun: hooks may still run. */
  onEnding?(): void;
}

interface AlikePattern {
  event: EventName;
  line: JsonPattern;
}

export class Session {
  readonly loop = new Loop();
  /** What is followed. */
  readonly objects: Set<ObjectName>;
  /** What acts on events, besides what writes them. */
  readonly #hooks = new Hooks({
    waiter: this.loop,
    env: process.env,
    report: (level, message, fields) => log[level](message, fields),
  });
  readonly #monitors = new Set<Monitor>();
  readonly #run: Run;
  readonly #output: Output;
  readonly #options: SessionOptions;
  #driver: Driver | undefined;
  /** Events that may still be written. */
  #left: number;
  #ending = false;
  readonly #summary = new Summary();
  readonly #numbers = { last: 0 };
  /** Number of the last event before the last `tidy`. */
  #tidied = 0;
  #tidying: Timeout | undefined;
  readonly #column = { width: 0 };
  readonly #filter: Filter;

  constructor(run: Run, options: SessionOptions = {}) {
    this.#run = run;
    this.#options = options;
    this.objects = new Set(run.objects);
    this.#left = run.count;
    this.#filter = new Filter({ ...run, hide: run.format === "text" ? textHides(run) : [] });
    this.#output = new Output(
      this.loop,
      () => this.end(0),
      (full) => {
        if (full) log.warn("the reader of standard output does not keep up: reading pauses");
        this.#driver?.pause(full);
      },
    );
    hotPath(this.#batch, this.#take, this.#onEvent, this.#alike.onEvent);
    const diagnostics = Diagnostics.open(this.loop);
    if (diagnostics !== undefined) setLogWriter(diagnostics);
  }

  /**
   * What writes the messages of `source` in the way that was asked for. `appeared`: its network namespace was not there
   * at the start.
   */
  follower(source: Source, appeared = false): Follower {
    return this.#run.raw ? this.#rawMonitor(source) : this.#eventMonitor(source, appeared);
  }

  /** Something to tell that no follower knows. */
  notice(event: PlainNotice, netns?: string): void {
    if (this.#run.raw) return;
    const origin = event === "monitor.ready" ? "snapshot" : "kernel";
    const where = netns === undefined ? {} : { netns };
    for (const outlet of [new Outlet(this.#outlet(() => ({ widest: 0 }))), ...this.#hooks.outlets])
      if (outlet.options.filter.wantsName(event))
        outlet.tell({ time: now(), seq: 0, event, origin, ...where });
    this.#batch();
  }

  /** What of the objects anybody wants to be told; with a file of rules all, for the next may want what this does not. */
  get wanted(): Wanted {
    const { objects } = this;
    const { raw, families, tables } = this.#run;
    if (this.#options.rules) return { objects, families: undefined, tables: undefined };
    return { objects, families, tables: raw ? undefined : tables };
  }

  /** What these rules say is done from now on, for all that is followed. */
  act(rules: readonly Rule[]): void {
    this.#hooks.set(rules);
    for (const { objects } of rules) for (const object of objects) this.objects.add(object);
    this.#driver?.narrow?.(this.wanted);
    for (const monitor of this.#monitors) {
      monitor.watch(this.objects);
      monitor.alsoTell(this.#hooks.outlets);
    }
  }

  /** The state has been read: acts on it where a rule wants that. */
  actOnFound(): void {
    this.#hooks.start(
      (outlet, filter) => {
        for (const monitor of this.#monitors) monitor.tellFound(outlet, filter);
      },
      () => ({ time: now(), seq: 1, event: "monitor.ready", origin: "snapshot" }),
    );
  }

  /** Ends with a signal, or after --timeout. */
  drive(driver: Driver): void {
    const { timeout, count } = this.#run;
    this.#driver = driver;
    process.on("SIGINT", () => this.#signalled(0));
    process.on("SIGTERM", () => this.#signalled(EXIT_SIGTERM));
    if (timeout !== undefined)
      this.loop.after(timeout, () => this.end(count === Number.POSITIVE_INFINITY ? 0 : EXIT_TIMEOUT));
  }

  /** Writes bytes. */
  send(data: Uint8Array): void {
    this.#output.send(data);
  }

  /** Writes out what is there, lets hooks end, and exits. `drop`: what a hook has not begun is not begun. */
  end(code: number, drop = false): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#options.onEnding?.();
    if (this.#left > 0) this.#driver?.finish();
    this.#driver?.close?.();
    this.#left = 0;
    this.#output.write();
    this.#driver?.pause(true);
    this.#hooks.end(drop, () => this.#exit(code));
  }

  /** The first time it waits for the hooks that run, the second time it does not. */
  #signalled(code: number): void {
    if (this.#ending) {
      this.#hooks.kill();
      this.#exit(code);
    }
    this.end(code, true);
  }

  #exit(code: number): never {
    const unread = this.#output.finish();
    if (unread > 0) log.warn(`${unread} bytes not written: the reader of standard output took nothing more`);
    if (this.#run.summary) this.#summary.say();
    endLog();
    process.exit(code);
  }

  /** Gives what is left of the past back to the system. */
  readonly tidy = (): void => {
    this.#tidied = this.#numbers.last;
    this.#tidying = undefined;
    Bun.gc(true);
    Bun.shrink();
  };

  #batch(): void {
    if (this.#output.write()) warm();
    if (this.#numbers.last - this.#tidied >= MANY) {
      this.loop.cancel(this.#tidying);
      this.#tidying = this.loop.after(QUIET, this.tidy);
    }
    if (this.#left <= 0 && !this.#ending) this.end(0);
  }

  /** Whether one more may be written; `counts`: it is one that --count waits for. */
  #take(counts: boolean): boolean {
    if (this.#left <= 0) return false;
    if (counts) this.#left--;
    return true;
  }

  readonly #alike: AlikeLines = {
    pattern(event, field) {
      const line = patternOf(event, field);
      return line && { event: event.event, line };
    },
    onEvent: (pattern, time, seq, text) => {
      if (!this.#take(true)) return;
      const { event, line } = pattern as AlikePattern;
      if (this.#run.summary) this.#summary.count(event);
      line.write(time, seq, text, this.#output.batch);
      this.#output.added();
    },
  };

  /** Standard output, for a monitor of these devices. */
  #outlet(devs: () => Pick<Devs, "widest">): OutletOptions {
    const run = this.#run;
    let sink: Sink | undefined;
    const sinkOf = (): Sink =>
      (sink ??=
        run.format === "json"
          ? json
          : text(devs(), colours(isatty(1), process.env), this.#column, roomOf(1)));
    return {
      filter: this.#filter,
      snapshot: run.snapshot,
      numbers: this.#numbers,
      ...(run.format === "json" && { alike: this.#alike }),
      onEvent: (event) => this.#onEvent(event, sinkOf()),
    };
  }

  #onEvent(event: Event, sink: Sink): void {
    // nlmon's own events count only when they were asked for by name.
    if (!this.#take("change" in event || this.#run.on.length > 0)) return;
    if ("change" in event) this.#summary.count(event.event);
    sink.write(event, this.#output.batch);
    this.#output.added();
  }

  #eventMonitor(source: Source, appeared: boolean): Follower {
    const run = this.#run;
    const monitor: Monitor = new Monitor(source, {
      ...this.#outlet(() => monitor.host.devs),
      objects: this.objects,
      appeared,
      // One for all of several.
      ready: source.where === undefined,
      keepUnknown: run.verbose,
      onBatch: () => this.#batch(),
      onWarning: (warning) => log.warn(warning),
      onNotice: (notice) => this.#summary.notice(notice),
      onGone: () => this.#monitors.delete(monitor),
    });
    this.#monitors.add(monitor);
    monitor.alsoTell(this.#hooks.outlets);
    return monitor;
  }

  #rawMonitor(source: Source): Follower {
    const run = this.#run;
    return new RawMonitor(source, {
      ...run,
      interfaces: new Globs(run.interfaces),
      sink: run.format === "json" ? rawJson : rawText,
      onText: (text) => {
        if (!this.#take(true)) return;
        this.#output.batch.text(text);
        this.#output.added();
      },
      onBatch: () => this.#batch(),
      onWarning: (warning) => log.warn(warning),
    });
  }
}

/** In text these would repeat what other lines say, unless asked for by name. */
const textHides = ({ snapshot }: Run): readonly string[] =>
  snapshot ? ["addresses.changed"] : ["addresses.changed", "monitor.ready"];
