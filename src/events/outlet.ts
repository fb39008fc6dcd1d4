/** Who is told of events: of which, and how. Each numbers for itself what it is told. */
import type { ChangeEvent, Event } from "./event.ts";
import type { Filter } from "./filter.ts";

/** Lines that are made of that of another event, for a value of the body that is another. */
export interface AlikeLines {
  /** What is the same in the lines of all events that differ in `field` only; undefined: that cannot be said. */
  pattern(event: ChangeEvent, field: string): unknown;
  onEvent(pattern: unknown, time: number, seq: number, text: string): void;
}

export interface OutletOptions {
  filter: Filter;
  /** First the state found, as `*.exists` events. */
  snapshot: boolean;
  onEvent(event: Event): void;
  /** Where the format can do that. */
  alike?: AlikeLines;
  /** Number of the last event; several may count together. */
  numbers?: Numbers;
}

interface Numbers {
  last: number;
}

export class Outlet {
  readonly options: OutletOptions;
  readonly #numbers: Numbers;

  constructor(options: OutletOptions) {
    this.options = options;
    this.#numbers = options.numbers ?? { last: 0 };
  }

  /** Number of the last event. */
  get last(): number {
    return this.#numbers.last;
  }

  tellAlike(lines: AlikeLines, pattern: unknown, time: number, text: string): void {
    lines.onEvent(pattern, time, ++this.#numbers.last, text);
  }

  tell(event: Event): void {
    event.seq = ++this.#numbers.last;
    this.options.onEvent(event);
  }
}
