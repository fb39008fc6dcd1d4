import { Filter, type FilterOptions } from "../../src/events/filter.ts";

/** Wants what nobody hides of these objects; `options`: or something else. */
export const wanting = (objects: ReadonlySet<string>, options: Partial<FilterOptions> = {}): Filter =>
  new Filter({
    objects,
    on: [],
    all: false,
    hide: [],
    interfaces: [],
    families: undefined,
    scopes: undefined,
    ...options,
  });
