/** `nlmon [options]`: the monitor. */
import { isatty } from "../../ffi/fd.ts";
import { ifNameToIndex } from "../../ffi/ifname.ts";
import { Loop } from "../../ffi/loop.ts";
import { Filter } from "../events/filter.ts";
import { Globs } from "../events/glob.ts";
import { Kernel } from "../kernel.ts";
import { Monitor } from "../monitor.ts";
import { DEFAULT_RCVBUF } from "../netlink/subscription.ts";
import { colours } from "../output/colour.ts";
import { json } from "../output/json.ts";
import { rawJson, rawText } from "../output/raw.ts";
import { text } from "../output/text.ts";
import { RawMonitor } from "../raw-monitor.ts";
import type { Follower, Source } from "../source.ts";
import { log } from "./log.ts";
import { Output } from "./output.ts";
import type { Run } from "./run-options.ts";

const EXIT_TIMEOUT = 124;
const EXIT_SIGTERM = 128 + 15;

/** Runs until a signal, --count, --timeout or the end of the reader. Never returns: exits with the code. */
export function runMonitor(run: Run): void {
  let left = run.count;
  let ending = false;
  const loop = new Loop();
  const output = new Output(
    loop,
    () => end(0),
    (full) => {
      if (full) log.warn("the reader of standard output does not keep up: reading of the kernel pauses");
      kernel.pause(full);
    },
  );

  function end(code: number): void {
    if (ending) process.exit(code);
    ending = true;
    if (left > 0) kernel.finish();
    const unread = output.finish();
    if (unread > 0) log.warn(`${unread} bytes not written: the reader of standard output took nothing more`);
    process.exit(code);
  }

  const take: Take = (counts) => {
    if (left <= 0) return false;
    if (counts) left--;
    return true;
  };

  function batch(): void {
    output.write();
    if (left <= 0 && !ending) end(0);
  }

  const kernel = new Kernel(loop, {
    ...run,
    onWarning: (warning) => log.warn(warning),
    onNote: (note) => log.debug(note),
  });
  const follower = (run.raw ? rawMonitor : eventMonitor)(kernel, run, output, take, batch);
  process.on("SIGINT", () => end(0));
  process.on("SIGTERM", () => end(EXIT_SIGTERM));
  if (run.timeout !== undefined)
    loop.after(run.timeout, () => end(run.count === Number.POSITIVE_INFINITY ? 0 : EXIT_TIMEOUT));
  for (const name of run.interfaces)
    if (!/^!|[*?[]/.test(name) && ifNameToIndex(name) === undefined)
      log.info(`no interface is called ${name} now: waiting for one`);
  sayBuffer(kernel.rcvbuf, run.rcvbuf);
  kernel.start(follower);
  const watching = `watching ${[...run.objects].join(" and ")}; Ctrl-C ends`;
  if (isatty(2) && isatty(1)) log.info(watching);
  else log.debug(watching);
}

/** Whether one more may be written; `counts`: it is one that --count waits for. */
type Take = (counts: boolean) => boolean;

function eventMonitor(source: Source, run: Run, output: Output, take: Take, batch: () => void): Follower {
  const filter = new Filter(run.format === "text" ? { ...run, hide: textHides(run) } : { ...run, hide: [] });
  const monitor: Monitor = new Monitor(source, {
    ...run,
    filter,
    keepUnknown: run.verbose,
    onEvent(event) {
      // nlmon's own events count only when they were asked for by name.
      if (take("change" in event || run.on.length > 0)) output.add(sink.format(event));
    },
    onBatch: batch,
    onWarning: (warning) => log.warn(warning),
  });
  const sink = run.format === "json" ? json : text(monitor.host.devs, colours(isatty(1), process.env));
  return monitor;
}

/** A smaller buffer than was asked for is a warning, than the default would be a detail. */
function sayBuffer(granted: number, asked: number | undefined): void {
  const limit = "raise net.core.rmem_max, or run nlmon with CAP_NET_ADMIN";
  if (asked !== undefined && granted < asked)
    log.warn(`receive buffer: ${granted} bytes, not ${asked}; ${limit}`);
  else if (granted < DEFAULT_RCVBUF) log.debug(`receive buffer: ${granted} bytes; for more, ${limit}`);
  else log.debug(`receive buffer: ${granted} bytes`);
}

/** In text these would repeat what other lines say, unless asked for by name. */
const textHides = ({ snapshot }: Run): readonly string[] =>
  snapshot ? ["addresses.changed"] : ["addresses.changed", "monitor.ready"];

function rawMonitor(source: Source, run: Run, output: Output, take: Take, batch: () => void): Follower {
  return new RawMonitor(source, {
    ...run,
    interfaces: new Globs(run.interfaces),
    sink: run.format === "json" ? rawJson : rawText,
    onText(text) {
      if (take(true)) output.add(text);
    },
    onBatch: batch,
    onWarning: (warning) => log.warn(warning),
  });
}
