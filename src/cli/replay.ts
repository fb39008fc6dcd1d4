/** `nlmon replay FILE`: tells again what a capture holds. */
import { type ParsedArgs, parseArgs } from "citty";
import type { Timeout } from "../../ffi/reactor.ts";
import { CaptureReader } from "../capture/reader.ts";
import { Replay } from "../capture/replay.ts";
import { withCauses } from "../state/silence.ts";
import { actionsOf } from "./exec-options.ts";
import { Feed } from "./feed.ts";
import { log } from "./log.ts";
import { loader } from "./monitor.ts";
import { REPLAY } from "./options.ts";
import { runOf } from "./run-options.ts";
import { Session } from "./session.ts";
import { speed } from "./values.ts";

/** Packets after which others get their turn. */
const BATCH = 2000;

export async function runReplay(options: string[], [path]: readonly string[]): Promise<void> {
  const args: ParsedArgs<typeof REPLAY> = parseArgs(options, REPLAY);
  const run = runOf(args);
  const { exec, config } = actionsOf(args, run);
  const { rules } = (await loader(config))();
  const name = path === "-" ? "standard input" : path!;
  const warn = (warning: string) => log.warn(`${name}: ${warning}`);
  const session = new Session(run);
  session.act(exec === undefined ? rules : [exec, ...rules]);
  const wanted = new Set(session.objects);
  // A recording of more objects has doubts about these that only its other objects give rise to.
  for (const object of withCauses(wanted)) session.objects.add(object);
  const reader = new CaptureReader();
  const replay = new Replay(reader, {
    speed: args.speed === undefined ? undefined : speed("--speed", args.speed),
    wanted,
    onStarted: () => session.actOnFound(),
    onWarning: warn,
  });
  const feed = new Feed(session.loop, path!, take);
  let paused = false;
  let timeout: Timeout | undefined;

  /** Bytes that have come, none at the end. */
  function take(data: Uint8Array): void {
    if (data.length > 0) reader.push(data);
    else reader.end();
    step();
  }

  function step(): void {
    session.loop.cancel(timeout);
    if (paused) return;
    const next = replay.run(BATCH);
    if (next !== "more") timeout = session.loop.after(next === "again" ? 0 : next, step);
    else if (feed.ended || reader.damage !== undefined) end();
    else feed.more();
  }

  function end(): void {
    replay.finish();
    const { damage } = reader;
    if (damage !== undefined) log.error(`${name}: offset ${damage.offset}: ${damage.what}`);
    session.end(damage === undefined ? 0 : 1);
  }

  session.drive({
    pause(pause) {
      paused = pause;
      if (!pause) step();
    },
    finish: () => replay.finish(),
  });
  replay.start(session.follower(replay));
  feed.more();
}
