/**
 * src/output/: what leaves the program, one file a format, behind one interface. A sink turns an event into text;
 * it neither filters nor counts.
 */
import type { Event } from "../events/event.ts";

export interface Sink {
  /** The line (or block) of an event, with its newline. */
  format(event: Event): string;
}
