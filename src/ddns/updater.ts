/**
 * When records are published: some time after the last change of the addresses (a burst is one change), again and
 * again while it does not work, and once a day to see that they are still there. One timer is all there is.
 */
import type { Edge, Timer } from "./edge.ts";
import type { Failure } from "./failure.ts";
import { type Planned, planText } from "./plan.ts";
import { type Publisher, type Reporter, TRUST } from "./publisher.ts";

/** All in ms. */
export interface Timing {
  /** Quiet after the last change, and the longest that the first one waits. */
  debounce: number;
  maxWait: number;
}

/** First and longest wait after a failure; what is configured wrong does not get right so soon. */
const RETRY = { first: 2_000, longest: 5 * 60_000 };
const RETRY_LASTING = { first: 60_000, longest: 60 * 60_000 };
/** The same failure is told again after so long. */
const REMIND = 3_600_000;

type Plan = () => readonly Planned[];

export class Updater {
  readonly #edge: Edge;
  readonly #publisher: Publisher;
  readonly #report: Reporter;
  readonly #timing: Timing;
  #plan: Plan = () => [];
  #planText = "";
  #notes: readonly string[] = [];
  /** Of the notes, those that have been said and still hold. */
  #noted: readonly string[] = [];
  #timer: Timer | undefined;
  /** Since when a change waits to be published. */
  #changedAt: number | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;
  /** Runs in a row that failed. */
  #failures = 0;
  #told = { text: "", at: Number.NEGATIVE_INFINITY };

  constructor(edge: Edge, publisher: Publisher, report: Reporter, timing: Timing) {
    this.#edge = edge;
    this.#publisher = publisher;
    this.#report = report;
    this.#timing = timing;
  }

  /**
   * What shall be there - asked again for each run, for what was published meanwhile may be to be taken away -, and
   * what is to be said of it if it stays so. Also says that the network is another: then what failed is worth another
   * try.
   */
  set(plan: Plan, notes: readonly string[] = []): void {
    const text = [planText(plan()), ...notes].join("\n");
    const isSame = text === this.#planText;
    this.#plan = plan;
    this.#planText = text;
    this.#notes = notes;
    if (isSame && this.#failures === 0) return;
    this.#settle();
  }

  /** At once, and once: what did not work. */
  async once(plan: readonly Planned[]): Promise<readonly Failure[]> {
    return this.#publisher.run(plan, () => this.#stopped);
  }

  /** Nothing more is begun; resolves when what is in flight has its answer. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#edge.cancel(this.#timer);
    await this.#running;
  }

  #settle(): void {
    if (this.#stopped) return;
    const now = this.#edge.monotonic();
    this.#changedAt ??= now;
    const { debounce, maxWait } = this.#timing;
    this.#wait(Math.min(debounce, Math.max(0, this.#changedAt + maxWait - now)));
  }

  #wait(ms: number): void {
    this.#edge.cancel(this.#timer);
    this.#timer = this.#edge.after(ms, () => {
      this.#running ??= this.#run().finally(() => (this.#running = undefined));
    });
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    this.#changedAt = undefined;
    for (const note of this.#notes) if (!this.#noted.includes(note)) this.#report.info(note);
    this.#noted = this.#notes;
    const failures = await this.#publisher.run(
      this.#plan(),
      () => this.#stopped || this.#changedAt !== undefined,
    );
    if (this.#stopped) return;
    if (failures.length === 0) this.#failures = 0;
    else this.#failures++;
    // A change that came meanwhile has set the timer, which found a run: it is set again.
    if (this.#changedAt !== undefined) this.#settle();
    else if (failures.length > 0) this.#retry(failures);
    else {
      this.#told.text = "";
      this.#wait(TRUST);
    }
  }

  #retry(failures: readonly Failure[]): void {
    const { first, longest } = failures.every(({ remedy }) => remedy === "lasting") ? RETRY_LASTING : RETRY;
    const most = Math.min(longest, first * 2 ** (this.#failures - 1));
    // Not all hosts that lost the same server shall come back at the same time.
    const ms = most * (0.5 + this.#edge.random() / 2);
    this.#tell(failures, ms);
    this.#wait(ms);
  }

  #tell(failures: readonly Failure[], ms: number): void {
    const text = [...new Set(failures.map(({ sentence }) => sentence))].join("\n");
    const now = this.#edge.monotonic();
    if (text === this.#told.text && now - this.#told.at < REMIND) return;
    this.#told = { text, at: now };
    this.#report.warn(`${text}\ntrying again in ${Math.ceil(ms / 1000)} s, then less and less often`);
  }
}
