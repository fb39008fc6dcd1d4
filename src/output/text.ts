/** For people: one line an event, aligned, with a sign that reads at a glance. */
import type { ChangeEvent, Event, MonitorEvent } from "../events/event.ts";
import { Dev, type Devs } from "../rtnetlink/dev.ts";
import type { Change } from "../state/change.ts";
import { describeAddress, describeAddresses } from "./address-text.ts";
import type { Colours } from "./colour.ts";
import { printable } from "./escape.ts";
import { describeLink } from "./link-text.ts";
import { describeObject, wordsOf } from "./object-text.ts";
import type { Sink } from "./sink.ts";
import { local } from "./time.ts";
import { pad, widthOf } from "./width.ts";

/** Sign and colour by verb. */
export const SIGNS: Readonly<Record<string, readonly [sign: string, colour: keyof Colours]>> = {
  exists: ["=", "dim"],
  added: ["+", "good"],
  removed: ["-", "bad"],
  up: ["^", "good"],
  down: ["v", "bad"],
  renamed: ["~", "note"],
  changed: ["~", "note"],
  replaced: ["~", "note"],
  received: [">", "note"],
  usable: ["^", "good"],
  deprecated: ["v", "note"],
  failed: ["!", "bad"],
  refreshed: [".", "dim"],
  unchanged: [".", "dim"],
};

/** Letters in the column that says what it is about. */
const WORD = 5;

/** Objects without a device leave its column empty. */
const NO_DEV = new Dev(0, "");

/** Column, after the name, where who did it stands. */
const BY = 44;
const GAP = 2;

/** Longest name that the column grows for: IFNAMSIZ - 1. */
const WIDEST = 15;

/** Which namespace, in front of each line; only where there are others. */
interface WhereColumn {
  width: number;
}

const NO_COLUMN: WhereColumn = { width: 0 };

/** `room`: cells of a line of the terminal; who did it is said only where that fits. */
export function text(
  devs: Pick<Devs, "widest">,
  colours: Colours,
  column = NO_COLUMN,
  room: () => number = () => Number.POSITIVE_INFINITY,
): Sink {
  const name = (dev: Dev) => colours.bold(pad(printable(dev.ifname), Math.min(devs.widest, WIDEST)));

  function start({ time, netns, nsid }: Event): string {
    const where = printable(
      [netns, nsid === undefined ? undefined : `nsid ${nsid}`].filter(Boolean).join(" "),
    );
    if (where.length > column.width) column.width = where.length;
    return `${colours.dim(local(time))}  ${column.width === 0 ? "" : `${where.padEnd(column.width)}  `}`;
  }

  function change(event: ChangeEvent): string {
    const { change, by } = event;
    const [sign, colour] = SIGNS[change.verb]!;
    const paint = colours[colour];
    const why = change.cause ?? (change.origin === "resync" ? "resync" : undefined);
    const said = describe(change);
    let line = `${start(event)}${paint(sign)} ${word(change).padEnd(WORD)} ${name(change.dev ?? NO_DEV)}  ${said}`;
    if (why !== undefined) line += colours.dim(` (${why})`);
    if (by !== undefined) line = withBy(line, said, printable(`by ${by.comm}[${by.pid}]`));
    return `${line}\n`;
  }

  /** In its column, or further left where the terminal is narrow. */
  function withBy(line: string, said: string, by: string): string {
    const left = room() - widthOf(line) - widthOf(by);
    return left < GAP
      ? line
      : `${line}${" ".repeat(Math.min(left, Math.max(GAP, BY - widthOf(said))))}${colours.dim(by)}`;
  }

  function monitor(event: MonitorEvent): string {
    const said = (paint: Colours["dim"], sign: string, what: string) =>
      `${start(event)}${paint(sign)} nlmon  ${what}\n`;
    switch (event.event) {
      case "monitor.ready":
        return said(colours.dim, "=", "that was the state found; what follows happens");
      case "monitor.overflow":
        return said(colours.bad, "!", `${event.lost} messages lost, reading the state again`);
      case "netns.added":
        return `${start(event)}${colours.good("+")} netns\n`;
      case "netns.removed":
        return `${start(event)}${colours.bad("-")} netns\n`;
      case "monitor.resynced":
        return said(colours.good, "=", `in step again, ${event.events} differences repaired`);
    }
  }

  const format = (event: Event) => ("change" in event ? change(event) : monitor(event));
  return { format, write: (event, out) => out.text(format(event)) };
}

export function word({ object }: Change): string {
  switch (object) {
    case "link":
      return "link";
    case "address":
      return "addr";
    case "addresses":
      return "addrs";
    default:
      return wordsOf(object).word;
  }
}

export function describe(change: Change): string {
  switch (change.object) {
    case "link":
      return printable(describeLink(change));
    case "address":
      return printable(describeAddress(change));
    case "addresses":
      return printable(describeAddresses(change));
    default:
      return printable(describeObject(change));
  }
}
