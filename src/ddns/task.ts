/** One set of names with everything that keeps it right. */
import type { Backend } from "./backend.ts";
import { DnsBackend } from "./dns-backend.ts";
import type { Edge } from "./edge.ts";
import type { Failure } from "./failure.ts";
import type { Key } from "./key.ts";
import { shownName } from "./name.ts";
import { NsupdateBackend } from "./nsupdate.ts";
import { type Addresses, type Planned, plan, TYPES } from "./plan.ts";
import { Publisher, type Reporter } from "./publisher.ts";
import { updateScript } from "./script.ts";
import { type Candidate, chosen, type Family, select, type Verdict } from "./select.ts";
import type { Settings } from "./settings.ts";
import type { StateFile } from "./state-file.ts";
import { setName } from "./update.ts";
import { Updater } from "./updater.ts";

export class Task {
  readonly settings: Settings;
  readonly #state: StateFile;
  readonly #backend: Backend;
  readonly #updater: Updater;
  #verdicts = "";

  constructor(edge: Edge, settings: Settings, key: Key | undefined, state: StateFile, report: Reporter) {
    const { zone, servers, via, timing } = settings;
    this.settings = settings;
    this.#state = state;
    this.#backend =
      via === undefined
        ? new DnsBackend({ edge, zone, servers, key })
        : new NsupdateBackend({ edge, command: via, zone, servers, key });
    this.#updater = new Updater(edge, new Publisher(edge, this.#backend, state, report), report, timing);
  }

  /** What it is about. */
  get title(): string {
    return this.settings.records.names.map(shownName).join(", ");
  }

  /** Every address with what is thought of it. */
  verdicts(candidates: Iterable<Candidate>): ReadonlyMap<Family, readonly Verdict[]> {
    const { families, rules, records } = this.settings;
    const all = [...candidates];
    return new Map(
      families.map((family) => {
        const published = this.#state.get({ name: records.names[0]!, type: TYPES[family] })?.data ?? [];
        return [family, select(all, family, rules, published)];
      }),
    );
  }

  /** The addresses of this host are these now. */
  follow(candidates: Iterable<Candidate>): void {
    const verdicts = this.verdicts(candidates);
    const text = verdictText(verdicts);
    if (text === this.#verdicts) return;
    this.#verdicts = text;
    this.#updater.set(() => this.#plan(verdicts), this.#notes(verdicts));
  }

  /** At once, and once. */
  async once(candidates: Iterable<Candidate>): Promise<readonly Failure[] | "no address"> {
    const planned = this.#plan(this.verdicts(candidates));
    return planned.length === 0 ? "no address" : this.#updater.once(planned);
  }

  /** In the order of the names. */
  async check(): Promise<(string | Failure)[]> {
    const results: (string | Failure)[] = [];
    for (const name of this.settings.records.names) results.push(await this.#backend.check(name));
    this.#backend.close();
    return results;
  }

  /** What would be sent, as far as that is known without asking. */
  script(candidates: Iterable<Candidate>): string {
    const { zone, servers } = this.settings;
    return this.#plan(this.verdicts(candidates))
      .map(({ set }) => updateScript({ server: servers[0], zone, set, expected: this.#state.get(set)?.data }))
      .join("");
  }

  stop(): Promise<void> {
    return this.#updater.stop();
  }

  #plan(verdicts: ReadonlyMap<Family, readonly Verdict[]>): readonly Planned[] {
    const addresses: Addresses = new Map([...verdicts].map(([family, of]) => [family, chosen(of)]));
    return plan(this.settings.records, addresses, this.#state);
  }

  /** Of families that have no address. */
  #notes(verdicts: ReadonlyMap<Family, readonly Verdict[]>): string[] {
    const { names, onLoss } = this.settings.records;
    const fate = onLoss === "keep" ? "it stays as it is" : "it goes";
    return [...verdicts]
      .filter(([, of]) => chosen(of).length === 0)
      .map(([family]) => setName({ name: names[0]!, type: TYPES[family] }))
      .map((what) => `${what}: no address for it now, ${fate} (--on-loss; --explain says why)`);
  }
}

const verdictText = (verdicts: ReadonlyMap<Family, readonly Verdict[]>): string =>
  [...verdicts.values()]
    .flat()
    .map(({ candidate, address, why }) => `${candidate.dev.ifindex} ${address} ${why}`)
    .join("\n");
