/** `nlmon wait`: returns as soon as something is so. */

import { type ParsedArgs, parseArgs } from "citty";
import { isatty } from "../../ffi/fd.ts";
import { Loop } from "../../ffi/loop.ts";
import { roomOf } from "../../ffi/terminal.ts";
import { Condition } from "../events/condition.ts";
import { Filter, unmatched } from "../events/filter.ts";
import { Monitor } from "../monitor.ts";
import { colours } from "../output/colour.ts";
import { json } from "../output/json.ts";
import { text } from "../output/text.ts";
import type { Address } from "../rtnetlink/address.ts";
import { OBJECT_NAMES, type ObjectName } from "../rtnetlink/objects.ts";
import type { Source } from "../source.ts";
import type { Change } from "../state/change.ts";
import { log } from "./log.ts";
import { WAIT } from "./options.ts";
import { parseSelection } from "./selection.ts";
import { sources } from "./sources.ts";
import { print } from "./stdio.ts";
import { UsageError } from "./usage-error.ts";
import { duration, list, oneOf, prefix } from "./values.ts";

const EXIT_TIMEOUT = 124;
const EXIT_SIGINT = 128 + 2;
const EXIT_SIGTERM = 128 + 15;

export function runWait(options: string[]): void {
  const args: ParsedArgs<typeof WAIT> = parseArgs(options, WAIT);
  const format = oneOf("--format", args.format ?? "text", ["text", "json"]);
  const timeout = args.timeout === undefined ? undefined : duration("--timeout", args.timeout);
  const selection = parseSelection(args);
  const { on, only } = parseCondition(args);
  const condition = new Condition({ on, only, filter: filterOf(selection, new Set(OBJECT_NAMES)) });
  const loop = new Loop();
  const paint = colours(isatty(1), process.env);
  const column = { width: 0 };
  const monitors = new Set<Monitor>();
  let met: (() => string) | undefined;
  let started = false;

  function follower(kernel: Source, appeared: boolean): Monitor {
    const monitor: Monitor = new Monitor(kernel, {
      objects: condition.objects,
      filter: filterOf(selection, condition.objects),
      snapshot: true,
      appeared,
      keepUnknown: args.verbose === true,
      onEvent(event) {
        if (met !== undefined || !condition.metBy(event)) return;
        met = () => sink.format({ ...event, seq: 1 });
      },
      onBatch: judge,
      onWarning: (warning) => log.warn(warning),
    });
    const sink = format === "json" ? json : text(monitor.host.devs, paint, column, roomOf(1));
    monitors.add(monitor);
    return monitor;
  }

  function judge(): void {
    if (met !== undefined) print(1, met());
    else if (!started || !condition.metByAbsence(existing)) return;
    process.exit(0);
  }

  function* existing(object: ObjectName): Generator<Change> {
    for (const { host } of monitors) yield* host.existing(object);
  }

  process.on("SIGINT", () => process.exit(EXIT_SIGINT));
  process.on("SIGTERM", () => process.exit(EXIT_SIGTERM));
  if (timeout !== undefined)
    loop.after(timeout, () => {
      log.info(`not within ${args.timeout}`);
      process.exit(EXIT_TIMEOUT);
    });
  const listening = {
    objects: condition.objects,
    rcvbuf: undefined,
    wanted: { ...selection, objects: condition.objects },
    netns: list("--netns", args.netns),
    allNsid: args["all-nsid"] === true,
  };
  sources(loop, listening, { follower, onNotice: judge }).start();
  started = true;
  judge();
  log.debug(`waiting for ${on.join(" or ")}`);
}

type Selection = ReturnType<typeof parseSelection>;

const filterOf = (selection: Selection, objects: ReadonlySet<string>): Filter =>
  new Filter({ ...selection, objects, on: [], all: true, hide: [] });

/** Event name globs, and which objects count; a UsageError names what is wrong. */
function parseCondition({ on: names, address, route }: ParsedArgs<typeof WAIT>) {
  const on = list("--on", names);
  for (const glob of unmatched(on))
    throw new UsageError(`--on: no event is called ${JSON.stringify(glob)}; nlmon --help lists the events`);
  if (address !== undefined && route !== undefined)
    throw new UsageError(
      "--address and --route are two things: nlmon wait --address ... && nlmon wait --route ...",
    );
  if (address !== undefined) return about("address", on, addressIs(address));
  if (route !== undefined) return about("route", on, routeIs(route));
  if (on.length === 0) throw new UsageError("nothing to wait for: say --on, --address or --route");
  return { on, only: undefined };
}

type Only = (body: object) => boolean;

function about(object: string, on: readonly string[], only: Only): { on: readonly string[]; only: Only } {
  const other = on.find((glob) => !glob.replace(/^!/, "").startsWith(`${object}.`));
  if (other !== undefined)
    throw new UsageError(
      `--${object} goes with events of that object: ${JSON.stringify(other)} is another thing to wait for`,
    );
  return { on: on.length > 0 ? on : [`${object}.added`], only };
}

function addressIs(value: string): Only {
  if (value === "usable") return (body) => (body as Address).usable;
  const { dst } = prefix("--address", value, "usable");
  return (body) => {
    const { local, prefixlen, usable } = body as Address;
    return usable && (local === dst || `${local}/${prefixlen}` === dst);
  };
}

/** What a route says of where it leads. */
interface Destination {
  family: string;
  dst: string;
  type?: string;
}

function routeIs(value: string): Only {
  const wanted =
    value === "default" ? { dst: value, family: undefined } : prefix("--route", value, "default");
  return (body) => {
    const { family, dst, type } = body as Destination;
    return (
      dst === wanted.dst &&
      (wanted.family === undefined || family === wanted.family) &&
      (type === undefined || type === "unicast")
    );
  };
}
