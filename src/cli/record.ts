/** `nlmon record FILE`: writes down what happens, for `nlmon replay` and for Wireshark. */
import { type ParsedArgs, parseArgs } from "citty";
import { isatty } from "../../ffi/fd.ts";
import { pcapHeader } from "../capture/pcap-writer.ts";
import { Recorder, type Tape } from "../capture/recorder.ts";
import { FileTape, type Rotation } from "../capture/tape.ts";
import { Filter } from "../events/filter.ts";
import { Kernel } from "../kernel.ts";
import { Monitor } from "../monitor.ts";
import { namespaceCalled } from "../namespaces.ts";
import type { Follower, Source } from "../source.ts";
import { log } from "./log.ts";
import { PRINTING_NAMES, RECORD } from "./options.ts";
import { type Run, runOf } from "./run-options.ts";
import { Session } from "./session.ts";
import { UsageError } from "./usage-error.ts";
import { count, duration, size } from "./values.ts";

const KEEP = 9;

export function runRecord(options: string[], [path]: readonly string[]): void {
  const args: ParsedArgs<typeof RECORD> = parseArgs(options, RECORD);
  const run = runOf({ ...args, object: args.object ?? "all" });
  const age = args["rotate-time"] === undefined ? undefined : duration("--rotate-time", args["rotate-time"]);
  const rotation = parseRotation(args);
  const toStdout = path === "-";
  check(args, toStdout, rotation !== undefined);

  const session = new Session(run);
  const kernel = new Kernel(session.loop, {
    ...run,
    ...(args.netns !== undefined && { other: namespaceCalled(args.netns) }),
    onWarning: (warning) => log.warn(warning),
    onNote: (note) => log.debug(note),
  });
  const file = toStdout ? undefined : new FileTape(path!, rotation);
  const tape: Tape = file === undefined ? new StdoutTape(session) : { write: (p) => file.write(p), flush };
  const recorder = new Recorder(kernel, run.objects, tape, (source) =>
    args.print ? session.follower(source) : silent(source, run),
  );

  function flush(): void {
    file!.flush();
    if (file!.full) rotate();
  }

  function rotate(): void {
    if (file === undefined || !recorder.idle || !file.used) return;
    file.next();
    recorder.snapshot();
    file.begun();
    file.flush();
  }

  function rotateByTime(ms: number): void {
    session.loop.after(ms, () => {
      rotate();
      rotateByTime(ms);
    });
  }

  session.drive({
    pause: (paused) => kernel.pause(paused),
    finish: () => kernel.finish(),
    close() {
      recorder.close();
      log.info(`${recorder.messages} message${recorder.messages === 1 ? "" : "s"} recorded`);
    },
  });
  kernel.start(recorder);
  file?.begun();
  if (age !== undefined) rotateByTime(age);
  log.debug(`recording ${[...run.objects].join(" and ")}; Ctrl-C ends`);
}

function parseRotation(args: ParsedArgs<typeof RECORD>): Rotation | undefined {
  const bytes = args["rotate-size"] === undefined ? undefined : size("--rotate-size", args["rotate-size"]);
  const keep = args.keep === undefined ? KEEP : count("--keep", args.keep);
  if (bytes === undefined && args["rotate-time"] === undefined) {
    if (args.keep !== undefined)
      throw new UsageError("--keep needs --rotate-size or --rotate-time: without them there is one file");
    return undefined;
  }
  return { size: bytes ?? Number.POSITIVE_INFINITY, keep };
}

function check(args: ParsedArgs<typeof RECORD>, toStdout: boolean, rotates: boolean): void {
  const printing = PRINTING_NAMES.find((name) => args[name] !== undefined && args[name] !== false);
  if (!args.print && printing !== undefined)
    throw new UsageError(
      `--${printing} says what --print prints; recorded is everything of the objects (-o), to be chosen from by replay`,
    );
  if (!toStdout) return;
  if (args.print) throw new UsageError("--print and the recording cannot both go to standard output");
  if (rotates) throw new UsageError("only files can be rotated, not standard output");
  if (isatty(1))
    throw new UsageError("the recording is not for a terminal: name a file, or pipe it to nlmon replay -");
}

class StdoutTape implements Tape {
  readonly #session: Session;
  #packets: Uint8Array[] = [pcapHeader()];

  constructor(session: Session) {
    this.#session = session;
  }

  write(packet: Uint8Array): void {
    this.#packets.push(packet);
  }

  flush(): void {
    if (this.#packets.length === 0) return;
    const data = Buffer.concat(this.#packets);
    this.#packets = [];
    this.#session.send(data);
  }
}

/** Follows, and tells nobody: what it asks the kernel for is recorded. */
const silent = (source: Source, run: Run): Follower =>
  new Monitor(source, {
    ...run,
    filter: new Filter({ ...run, objects: new Set(), on: [], all: false, hide: [] }),
    keepUnknown: false,
    onEvent: () => {},
    onBatch: () => {},
    onWarning: (warning) => log.warn(warning),
  });
