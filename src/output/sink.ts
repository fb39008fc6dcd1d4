/**
 * src/output/: what leaves the program, one file a format, behind one interface. A sink turns an event into text;
 * it neither filters nor counts.
 */
import type { Event } from "../events/event.ts";
import type { Bytes } from "./bytes.ts";

export interface Sink {
  /** The line (or block) of an event, with its newline. */
  format(event: Event): string;
  /** The same, into a batch. */
  write(event: Event, out: Bytes): void;
}
