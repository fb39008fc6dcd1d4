/** What every command that follows something has: standard output, --count, --timeout, signals, and an end. */

import { now } from "../../ffi/clock.ts";
import { isatty } from "../../ffi/fd.ts";
import { Loop } from "../../ffi/loop.ts";
import type { Event, PlainNotice } from "../events/event.ts";
import { Filter } from "../events/filter.ts";
import { Globs } from "../events/glob.ts";
import { Monitor } from "../monitor.ts";
import { colours } from "../output/colour.ts";
import { json } from "../output/json.ts";
import { rawJson, rawText } from "../output/raw.ts";
import type { Sink } from "../output/sink.ts";
import { text } from "../output/text.ts";
import { RawMonitor } from "../raw-monitor.ts";
import type { Devs } from "../rtnetlink/dev.ts";
import type { Follower, Source } from "../source.ts";
import { log } from "./log.ts";
import { Output } from "./output.ts";
import type { Run } from "./run-options.ts";

const EXIT_TIMEOUT = 124;
const EXIT_SIGTERM = 128 + 15;

/** What brings the messages. */
export interface Driver {
  /** The reader of standard output is too far behind: stops, or goes on. */
  pause(paused: boolean): void;
  /** Delivers, now, what has arrived, for this is the end. */
  finish(): void;
}

export class Session {
  readonly loop = new Loop();
  readonly #run: Run;
  readonly #output: Output;
  #driver: Driver | undefined;
  /** Events that may still be written. */
  #left: number;
  #ending = false;
  readonly #numbers = { last: 0 };
  readonly #column = { width: 0 };
  readonly #filter: Filter;

  constructor(run: Run) {
    this.#run = run;
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
    if (this.#run.raw || !this.#filter.wantsName(event)) return;
    const seq = ++this.#numbers.last;
    const origin = event === "monitor.ready" ? "snapshot" : "kernel";
    const told = { time: now(), seq, event, origin } as const;
    this.#tell(netns === undefined ? told : { ...told, netns }, this.#sink({ widest: 0 }));
    this.#batch();
  }

  /** Ends with a signal, or after --timeout. */
  drive(driver: Driver): void {
    const { timeout, count } = this.#run;
    this.#driver = driver;
    process.on("SIGINT", () => this.end(0));
    process.on("SIGTERM", () => this.end(EXIT_SIGTERM));
    if (timeout !== undefined)
      this.loop.after(timeout, () => this.end(count === Number.POSITIVE_INFINITY ? 0 : EXIT_TIMEOUT));
  }

  /** Writes out what is there, and exits. */
  end(code: number): never {
    if (this.#ending) process.exit(code);
    this.#ending = true;
    if (this.#left > 0) this.#driver?.finish();
    const unread = this.#output.finish();
    if (unread > 0) log.warn(`${unread} bytes not written: the reader of standard output took nothing more`);
    process.exit(code);
  }

  #batch(): void {
    this.#output.write();
    if (this.#left <= 0 && !this.#ending) this.end(0);
  }

  /** Whether one more may be written; `counts`: it is one that --count waits for. */
  #take(counts: boolean): boolean {
    if (this.#left <= 0) return false;
    if (counts) this.#left--;
    return true;
  }

  #tell(event: Event, sink: Sink): void {
    // nlmon's own events count only when they were asked for by name.
    if (!this.#take("change" in event || this.#run.on.length > 0)) return;
    sink.write(event, this.#output.batch);
    this.#output.added();
  }

  #sink(devs: Pick<Devs, "widest">): Sink {
    if (this.#run.format === "json") return json;
    return text(devs, colours(isatty(1), process.env), this.#column);
  }

  #eventMonitor(source: Source, appeared: boolean): Follower {
    const run = this.#run;
    const monitor: Monitor = new Monitor(source, {
      ...run,
      filter: this.#filter,
      appeared,
      // One for all of several.
      ready: source.where?.netns === undefined,
      numbers: this.#numbers,
      keepUnknown: run.verbose,
      onEvent: (event) => this.#tell(event, sink),
      onBatch: () => this.#batch(),
      onWarning: (warning) => log.warn(warning),
    });
    const sink = this.#sink(monitor.host.devs);
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
