/** Carries out a plan, record by record, remembers what was seen on a server, and tells what happened. */
import type { Backend, Done } from "./backend.ts";
import type { Edge } from "./edge.ts";
import { Failure } from "./failure.ts";
import type { Planned } from "./plan.ts";
import type { Entry, StateFile } from "./state-file.ts";
import { type RrSet, sameData, setName } from "./update.ts";

export interface Reporter {
  info(text: string): void;
  warn(text: string): void;
}

/** What was seen on a server is believed for so long, in ms; then it is looked at again. */
export const TRUST = 24 * 3_600_000;

export class Publisher {
  readonly #edge: Edge;
  readonly #backend: Backend;
  readonly #state: StateFile;
  readonly #report: Reporter;
  /** What has been seen on a server, as told by `confirmation`, and when. */
  readonly #confirmed = new Map<string, { text: string; at: number }>();

  constructor(edge: Edge, backend: Backend, state: StateFile, report: Reporter) {
    this.#edge = edge;
    this.#backend = backend;
    this.#state = state;
    this.#report = report;
  }

  #isDone({ set, onlyLast }: Planned): boolean {
    return onlyLast ? this.#state.get(set) === undefined : this.#recent(set) === confirmation(set);
  }

  /** What was seen of it not long ago. */
  #recent(set: RrSet): string | undefined {
    const confirmed = this.#confirmed.get(setName(set));
    return confirmed !== undefined && this.#edge.monotonic() - confirmed.at < TRUST
      ? confirmed.text
      : undefined;
  }

  /** What did not work; a failure of one record does not keep the others from being published. */
  async run(planned: readonly Planned[], isStopped: () => boolean): Promise<Failure[]> {
    const failures: Failure[] = [];
    for (const one of planned) {
      if (isStopped()) break;
      if (this.#isDone(one)) continue;
      const failure = await this.#publish(one);
      if (failure !== undefined) failures.push(failure);
    }
    this.#backend.close();
    return failures;
  }

  async #publish({ set, onlyLast }: Planned): Promise<Failure | undefined> {
    const from = this.#edge.monotonic();
    const entry = this.#state.get(set);
    const look = this.#recent(set) === undefined;
    const done = await this.#backend.publish({ set, last: entry, look, onlyLast });
    if (done instanceof Failure) return done;
    this.#tell(set, done, entry, Math.ceil(this.#edge.monotonic() - from));
    if (onlyLast) this.#forget(set);
    else {
      this.#confirmed.set(setName(set), { text: confirmation(set), at: this.#edge.monotonic() });
      this.#save(set, this.#entryOf(set, done));
    }
    return undefined;
  }

  #tell(set: RrSet, { changed, before, server }: Done, entry: Entry | undefined, ms: number): void {
    const what = setName(set);
    if (
      entry !== undefined &&
      before !== undefined &&
      !sameData(before, entry.data) &&
      !sameData(before, set.data)
    )
      this.#report.warn(`${what} was ${text(before)}, not ${text(entry.data)}: somebody else has changed it`);
    if (changed) {
      const was = before === undefined ? "" : `${text(before)} -> `;
      this.#report.info(`${what} ${was}${text(set.data)} (${server}, ${ms} ms)`);
    } else if (before === undefined)
      this.#report.info(`${what} is somebody else's now, and stays (${server})`);
    else this.#report.info(`${what} ${text(set.data)}, as it was (${server})`);
  }

  #entryOf({ data, ttl }: RrSet, { zone, server }: Done): Entry {
    return { zone, data, ttl, server, verified: new Date(this.#edge.wallClock()).toISOString() };
  }

  #forget(set: RrSet): void {
    this.#confirmed.delete(setName(set));
    this.#save(set, undefined);
  }

  #save(set: RrSet, entry: Entry | undefined): void {
    const problem = this.#state.set(set, entry);
    if (problem !== undefined) this.#report.warn(`the state file cannot be written: ${problem}`);
  }
}

const text = (data: readonly string[]): string => (data.length === 0 ? "none" : data.join(" "));

const confirmation = ({ ttl, data }: RrSet): string => `${ttl} ${[...data].sort().join(" ")}`;
