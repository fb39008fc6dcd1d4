/** `--summary`: what there was, said at the end of a run. */
import type { EventName, Notice } from "../events/event.ts";
import { log, logFormat } from "./log.ts";

export class Summary {
  readonly #since = performance.now();
  readonly #counts = new Map<EventName, number>();
  #lost = 0;
  #resyncs = 0;

  /** Of one that has been told. */
  count(event: EventName): void {
    this.#counts.set(event, (this.#counts.get(event) ?? 0) + 1);
  }

  notice(notice: Notice): void {
    if (notice.event === "monitor.overflow") this.#lost += notice.lost;
    if (notice.event === "monitor.resynced") this.#resyncs++;
  }

  /** Also with --quiet: it was asked for. */
  say(): void {
    const uptime = Math.round(performance.now() - this.#since) / 1000;
    const counts = [...this.#counts].sort(([, a], [, b]) => b - a);
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    const digits = Math.max(1, String(counts[0]?.[1] ?? 0).length);
    const lost = this.#lost === 0 ? "nothing lost" : `${this.#lost} messages lost`;
    const repaired = this.#resyncs === 0 ? "" : `, the state read again ${times(this.#resyncs)}`;
    const lines = [
      `${total} ${total === 1 ? "event" : "events"} in ${span(uptime)}, ${lost}${repaired}`,
      ...counts.map(([event, count]) => `  ${String(count).padStart(digits)} ${event}`),
    ];
    const fields = { uptime, events: Object.fromEntries(counts), lost: this.#lost, resyncs: this.#resyncs };
    log.level = Math.max(log.level, 3);
    if (logFormat() === "json") log.info(lines[0], fields);
    else log.info(lines.join("\n"));
  }
}

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** `1.234 s`, `5m 12s`, `3h 5m`. */
function span(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(3)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}m ${Math.floor(seconds % 60)}s`
    : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}
