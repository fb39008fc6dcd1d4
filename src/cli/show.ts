/** `nlmon show [OBJECT...]`: the state, once. */
import { type ParsedArgs, parseArgs } from "citty";
import { isatty } from "../../ffi/fd.ts";
import { NETLINK_ROUTE } from "../../ffi/netlink.ts";
import { Filter } from "../events/filter.ts";
import { namespaceCalled } from "../namespaces.ts";
import { DumpSession } from "../netlink/dump.ts";
import { colours } from "../output/colour.ts";
import { safeJson } from "../output/escape.ts";
import { shownOf } from "../output/show/index.ts";
import { table } from "../output/table.ts";
import { Devs } from "../rtnetlink/dev.ts";
import type { Link } from "../rtnetlink/link.ts";
import type { Reading } from "../rtnetlink/object.ts";
import { OBJECT_NAMES, type ObjectName, SELECTORS } from "../rtnetlink/objects.ts";
import { RtContext } from "../rtnetlink/types.ts";
import type { Change } from "../state/change.ts";
import { readObject } from "../state/read.ts";
import { log } from "./log.ts";
import { SHOW } from "./options.ts";
import { parseSelection, type Selection } from "./selection.ts";
import { print } from "./stdio.ts";
import { UsageError } from "./usage-error.ts";
import { oneOf } from "./values.ts";

export function runShow(options: string[], operands: readonly string[]): void {
  const args: ParsedArgs<typeof SHOW> = parseArgs(options, SHOW);
  const format = oneOf("--format", args.format ?? "text", ["text", "json"]);
  const selection = parseSelection(args);
  const objects = operands.length === 0 ? DEFAULT : [...new Set(operands.flatMap(objectsNamed))];
  for (const object of operands.includes("all") ? [] : objects)
    if (shownOf(object).columns.length === 0)
      log.warn(`${object}: the kernel keeps none; nlmon -o ${object} tells of them as they come`);
  const dumps = new DumpSession(
    NETLINK_ROUTE,
    args.netns === undefined ? undefined : namespaceCalled(args.netns).netns,
  );
  const cx = new RtContext(new Devs());
  const read = (object: ObjectName): readonly Reading[] => {
    const { readings, whole } = readObject(dumps, object, cx);
    if (!whole) log.warn(`${object}: it changed while it was read; something may be missing or there twice`);
    return readings;
  };
  // First, for the names of devices.
  const links = read("link") as readonly Reading<Link>[];
  for (const { body } of links) cx.devs.name(body.ifindex, body.ifname, body.altnames);
  const wanted = new Map(
    objects.map((object) => [
      object,
      (object === "link" ? links : read(object)).filter(filterOf(object, selection)),
    ]),
  );
  dumps.close();
  print(1, format === "json" ? json(wanted, links.filter(filterOf("link", selection))) : text(wanted));
}

const DEFAULT: readonly ObjectName[] = ["link", "address"];

/** What is meant by a name, or by the beginning of one. */
function objectsNamed(word: string): readonly ObjectName[] {
  if (word === "all") return OBJECT_NAMES;
  const exact = SELECTORS[word];
  if (exact !== undefined) return exact;
  const names = Object.keys(SELECTORS).filter((name) => word !== "" && name.startsWith(word));
  if (names.length > 1) throw new UsageError(`${JSON.stringify(word)} may be ${names.join(" or ")}`);
  return SELECTORS[names[0] ?? oneOf("OBJECT", word, [...Object.keys(SELECTORS), "all"])]!;
}

function filterOf(object: ObjectName, selection: Selection): (reading: Reading) => boolean {
  const { family } = shownOf(object);
  const families = selection.families ?? (family === undefined ? undefined : new Set([family].flat()));
  const filter = new Filter({
    ...selection,
    families,
    objects: new Set([object]),
    on: [],
    all: true,
    hide: [],
  });
  return ({ dev, body }) => filter.wants({ object, verb: "exists", dev, body, origin: "snapshot" } as Change);
}

/** One object: its array. Several: an object of arrays. */
function json(wanted: ReadonlyMap<ObjectName, readonly Reading[]>, links: readonly Reading<Link>[]): string {
  const arrays = new Map(
    [...wanted].map(([object, readings]) => [object, shownOf(object).json(readings, links)]),
  );
  for (const [object, [part]] of arrays) {
    const { within } = shownOf(object);
    const whole = within && arrays.get(within)?.[0];
    if (whole === undefined) continue;
    Object.assign(whole as object, part);
    arrays.delete(object);
  }
  const [first] = arrays.values();
  return `${safeJson(JSON.stringify(arrays.size === 1 ? first : Object.fromEntries(arrays)))}\n`;
}

function text(wanted: ReadonlyMap<ObjectName, readonly Reading[]>): string {
  const paint = colours(isatty(1), process.env);
  const tables: string[] = [];
  for (const [object, readings] of wanted) {
    const { columns } = shownOf(object);
    const body = table(
      columns.map(([heading]) => heading),
      readings.map((reading) => columns.map(([, cell]) => cell(reading))),
      paint,
    );
    if (body !== "") tables.push(wanted.size > 1 ? `${paint.bold(object)}\n${body}` : body);
  }
  return tables.join("\n");
}
