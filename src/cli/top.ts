/** `nlmon top`: all interfaces at a glance, drawn in place, or as tables where there is no terminal. */
import { hostname } from "node:os";
import { type ParsedArgs, parseArgs } from "citty";
import { now as wallClock } from "../../ffi/clock.ts";
import { isatty } from "../../ffi/fd.ts";
import { Loop } from "../../ffi/loop.ts";
import { roomOf, sizeOf } from "../../ffi/terminal.ts";
import type { PlainNotice } from "../events/event.ts";
import { Filter } from "../events/filter.ts";
import { Monitor } from "../monitor.ts";
import { colours } from "../output/colour.ts";
import { glyphs } from "../output/spark.ts";
import { text } from "../output/text.ts";
import type { Source } from "../source.ts";
import { endLog, log } from "./log.ts";
import { TOP } from "./options.ts";
import { Output } from "./output.ts";
import { runOf } from "./run-options.ts";
import { sources } from "./sources.ts";
import { Board } from "./top/board.ts";
import { Live } from "./top/live.ts";
import { Picture } from "./top/picture.ts";
import { UsageError } from "./usage-error.ts";
import { duration } from "./values.ts";

const EXIT_SIGTERM = 128 + 15;
/** Cells of a table that goes into a file. */
const WIDE = 160;
const SCREEN_INTERVAL = 1000;
const TABLE_INTERVAL = 10_000;

export function runTop(options: string[]): void {
  const args: ParsedArgs<typeof TOP> = parseArgs(options, TOP);
  const run = runOf(args);
  const batch = args.batch === true || !isatty(1) || (process.env.TERM ?? "dumb") === "dumb";
  if (!batch && args.count !== undefined) throw new UsageError("--count is of tables: it goes with --batch");
  const interval = args.interval === undefined ? undefined : duration("--interval", args.interval);
  const loop = new Loop();
  const now = () => performance.now();
  const filter = new Filter({ ...run, hide: ["addresses.changed"] });
  const board = new Board(filter, now);
  const paint = colours(isatty(1), process.env);
  const title = run.netns.length > 0 ? `netns ${run.netns.join(",")}` : hostname();
  const events = text(board, paint, { width: 0 }, roomOf(1));
  const picture = new Picture({ board, title, paint, glyphs: glyphs(process.env), events, now });
  const output: Output = new Output(
    loop,
    () => end(0),
    (full) => source.pause(full),
  );
  const live = batch
    ? undefined
    : new Live({
        loop,
        output,
        picture,
        board,
        interval: interval ?? SCREEN_INTERVAL,
        onQuit: () => end(0),
      });

  function follower(kernel: Source, appeared: boolean): Monitor {
    const monitor: Monitor = new Monitor(kernel, {
      objects: run.objects,
      filter,
      snapshot: true,
      appeared,
      keepUnknown: false,
      onEvent: (event) => board.note(event),
      onBatch: () => started && live?.changed(),
      onWarning: (warning) => log.warn(warning),
      onGone: () => board.remove(monitor),
    });
    board.add(monitor, kernel.where);
    return monitor;
  }

  function onNotice(event: PlainNotice, netns?: string): void {
    board.note({ time: wallClock(), seq: 0, event, origin: "kernel", ...(netns !== undefined && { netns }) });
    if (started) live?.changed();
  }

  /** One more; after the last one it is the end. */
  function table(left: number): void {
    const lines = picture.table(sizeOf(1)?.columns ?? WIDE);
    output.batch.text(`${lines.join("\n")}\n${left > 1 ? "\n" : ""}`);
    output.write();
    if (left <= 1) end(0);
    loop.after(interval ?? TABLE_INTERVAL, () => table(left - 1));
  }

  function end(code: number): never {
    output.finish();
    endLog();
    process.exit(code);
  }

  let started = false;
  const source = sources(loop, { ...run, wanted: run }, { follower, onNotice });
  process.on("SIGINT", () => end(0));
  process.on("SIGTERM", () => end(EXIT_SIGTERM));
  source.start();
  started = true;
  if (run.timeout !== undefined) loop.after(run.timeout, () => end(0));
  if (live === undefined) table(run.count);
  else live.start();
}
