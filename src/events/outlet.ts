/** Who is told of events: of which, and how. Each numbers for itself what it is told. */
import type { Event } from "./event.ts";
import type { Filter } from "./filter.ts";

export interface OutletOptions {
  filter: Filter;
  /** First the state found, as `*.exists` events. */
  snapshot: boolean;
  onEvent(event: Event): void;
  /** Number of the last event; several may count together. */
  numbers?: Numbers;
}

export interface Numbers {
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

  tell(event: Event): void {
    event.seq = ++this.#numbers.last;
    this.options.onEvent(event);
  }
}
