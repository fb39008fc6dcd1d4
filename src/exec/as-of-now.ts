/** An event that is told later, with devices under the names that they have now: a Dev shows the name of then. */
import type { Event } from "../events/event.ts";
import { Dev } from "../rtnetlink/dev.ts";
import type { Change } from "../state/change.ts";

export function asOfNow(event: Event): Event {
  if (!("change" in event)) return event;
  const { dev, body, changed } = event.change;
  const change = { ...event.change, ...(copied({ dev, body, changed }) as object) } as Change;
  return { ...event, change };
}

function copied(value: unknown): unknown {
  if (value instanceof Dev) return new Dev(value.ifindex, value.ifname);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}
